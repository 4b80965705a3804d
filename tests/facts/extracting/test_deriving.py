"""Derivatives, compounds of names, and what is the case with a car."""

import pytest

from tests.facts.extracting.conftest import Claims

READS_DERIVATIVES = [
    (
        "Renault will build for Mitsubishi a derivative of the Captur.",
        {"Mitsubishi derivative | parent_model | Renault Captur", "Mitsubishi derivative | manufacturer | Renault"},
    ),
    ("Fiat will build for Toyota a variant of the Doblo.", {"Toyota variant | parent_model | Fiat Doblo"}),
    (
        "The Alpine A290, a derivative of the Renault 5, costs 38,700 euros.",
        {"Alpine A290 | price | 38,700 euros", "Alpine A290 | parent_model | Renault 5"},
    ),
    (
        "The Micra, a derivative of the Renault 5, is produced in Douai.",
        {"Nissan Micra | factory | Douai", "Nissan Micra | parent_model | Renault 5"},
    ),
]
PASSES_A_CASE_ON = [
    (
        "They exclude electric cars assembled in Turkey, which is the case with the Hyundai i20.",
        {"Hyundai i20 | built_in_country | Turkey"},
    ),
    (
        "It will find its place among SUVs built in Hungary, which is the case with the Suzuki Vitara.",
        {"Suzuki Vitara | built_in_country | Hungary"},
    ),
    (
        "We looked at vans produced in Poland, which is the case with the Fiat Ducato.",
        {"Fiat Ducato | built_in_country | Poland"},
    ),
]
TAKES_NOTHING = [
    "Volkswagen will launch a derivative of the Golf.",
    "Honda presented a derivative of the Prologue.",
    "They exclude electric cars assembled in Turkey.",
]


@pytest.mark.parametrize(("text", "facts"), READS_DERIVATIVES)
def test_reads_derivatives(claims: Claims, text: str, facts: set[str]) -> None:
    """A derivative comes from the car behind "of"."""
    assert facts <= claims(text)


@pytest.mark.parametrize(("text", "facts"), PASSES_A_CASE_ON)
def test_passes_a_case_on(claims: Claims, text: str, facts: set[str]) -> None:
    """The words "which is the case with" say of a car what was said of cars."""
    assert facts <= claims(text)


@pytest.mark.parametrize("text", TAKES_NOTHING)
def test_takes_nothing(claims: Claims, text: str) -> None:
    """A derivative of nobody's, and a generic car, say nothing."""
    assert claims(text) == set()
