"""Values that hang on a name without a cue word."""

import pytest

from tests.facts.extracting.conftest import Claims

READS_HANGING_VALUES = [
    (
        "The Inster (€23,900) and the Spring (€16,900) are the cheapest.",
        {"Dacia Spring | price | €16,900", "Hyundai Inster | price | €23,900"},
    ),
    (
        "The Leapmotor T03 (£15,995) undercuts the Citroën ë-C3 (£21,990).",
        {"Citroën ë-C3 | price | £21,990", "Leapmotor T03 | price | £15,995"},
    ),
    (
        "The BYD Seal U at 39,990 euros looks cheap beside the Tesla Model Y at 44,990 euros.",
        {"Tesla Model Y | price | 44,990 euros", "BYD Seal U | price | 39,990 euros"},
    ),
    ("Kia's EV4 has 81.4 kWh and does 630 km.", {"Kia EV4 | battery | 81.4 kWh"}),
]
PASSES_A_PRICE_ON = [
    (
        "The Clio at 18,500 euros and the Captur expected at the same price will arrive in June.",
        {"Renault Captur | price | 18,500 euros", "Renault Clio | price | 18,500 euros"},
    ),
    (
        "The Skoda Elroq is priced at 34,000 euros, and the Cupra Tavascan is offered at the same price.",
        {"Cupra Tavascan | price | 34,000 euros"},
    ),
    (
        "The Toyota Aygo X costs 19,000 euros; the Suzuki Swift is listed at the same price.",
        {"Toyota Aygo X | price | 19,000 euros", "Suzuki Swift | price | 19,000 euros"},
    ),
]
TAKES_NOTHING = [
    "The 900-euro winter pack suits the Seat Leon.",
    "The Dacia Spring is £2,950 cheaper.",
    "The Suzuki Swift is sold at the same price.",
]


@pytest.mark.parametrize(("text", "facts"), READS_HANGING_VALUES)
def test_reads_hanging_values(claims: Claims, text: str, facts: set[str]) -> None:
    """Prices in brackets and behind "at", batteries behind "has"."""
    assert facts <= claims(text)


@pytest.mark.parametrize(("text", "facts"), PASSES_A_PRICE_ON)
def test_passes_a_price_on(claims: Claims, text: str, facts: set[str]) -> None:
    """The words "at the same price" repeat the price given just before."""
    assert facts <= claims(text)


@pytest.mark.parametrize("text", TAKES_NOTHING)
def test_takes_nothing(claims: Claims, text: str) -> None:
    """Packs, differences and prices given nowhere."""
    assert claims(text) == set()
