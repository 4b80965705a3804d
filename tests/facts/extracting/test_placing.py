"""Which country a town stands in, and so where its cars are built."""

import pytest

from tests.facts.extracting.conftest import Claims

PLACES_TOWNS = [
    (
        "Hyundai will build the Ioniq 9 in Asan, South Korea.",
        {
            "Asan | country | South Korea",
            "Hyundai Ioniq 9 | built_in_country | South Korea",
            "Hyundai Ioniq 9 | manufacturer | Hyundai",
            "Hyundai Ioniq 9 | factory | Asan",
        },
    ),
    ("The factory at Trnava (Slovakia) makes the Citroën C3.", {"Trnava | country | Slovakia"}),
    ("Production of the Leaf in Oppama, Japan, ends in 2028.", {"Oppama | country | Japan"}),
]
TAKES_NOTHING = [
    "The tour went from Douai to Japan.",
    "Dealers in Oppama and France complain.",
]


@pytest.mark.parametrize(("text", "facts"), PLACES_TOWNS)
def test_places_towns(claims: Claims, text: str, facts: set[str]) -> None:
    """A country behind a town is the town's."""
    assert claims(text) == facts


@pytest.mark.parametrize("text", TAKES_NOTHING)
def test_takes_nothing(claims: Claims, text: str) -> None:
    """Towns and countries in a row, with anything else between, are only named."""
    assert claims(text) == set()
