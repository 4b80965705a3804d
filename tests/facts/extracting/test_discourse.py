"""What descriptions, pronouns and sets mean, given what was said before."""

import pytest

from tests.facts.extracting.conftest import Claims

LINKS_BACK = [
    ("The Nissan Leaf is built in Sunderland. It costs 30,000 euros.", {"Nissan Leaf | price | 30,000 euros"}),
    (
        "Nissan plans a city car. The Nissan city car will cost 20,000 euros. This small car is built in Turin.",
        {"Nissan city car | factory | Turin", "Nissan city car | price | 20,000 euros"},
    ),
    (
        "The Renault 5 is shown. The Fiat 500 is built in Mirafiori. The car has a range of 320 km.",
        {"Fiat 500 | range | 320 km"},
    ),
    ("The Mini Aceman has a 42.5 kWh battery. Its range is 310 km.", {"Mini Aceman | range | 310 km"}),
    ("The factory in Douai builds the Renault 5.", {"Renault 5 | factory | Douai"}),
]
LINKS_SETS = [
    (
        "Three cars were shown: the Inster, the EV2 and the Epiq. These three cars are built in Europe.",
        {
            "Kia EV2 | built_in_country | Europe",
            "Škoda Epiq | built_in_country | Europe",
            "Hyundai Inster | built_in_country | Europe",
        },
    ),
    (
        "The Inster and the EV2 are small. Both cars are built in Asan.",
        {"Kia EV2 | factory | Asan", "Hyundai Inster | factory | Asan"},
    ),
]
STAYS_OPEN = [
    "The Volvo EX30 and the Smart #1 share a platform. It costs 37,000 euros.",
    "These three cars are built in Europe.",
]
NOT_SPOKEN_OF = [
    ("Kia spoke of the EV2. The group announced the new city car “Zing” on October 8.", "Kia EV2 | announced_on"),
    ('Renault spoke of the Twingo. Renault launched the small car "Pop" in May.', "Renault Twingo | launch"),
    (
        "The Fiat 500 has a range of 320 km. The Abarth version has 114 kW. The car is built in Turin.",
        "Abarth version | factory",
    ),
]


@pytest.mark.parametrize(("text", "facts"), LINKS_BACK)
def test_links_back(claims: Claims, text: str, facts: set[str]) -> None:
    """A pronoun or description means the last thing that can be meant."""
    assert facts <= claims(text)


@pytest.mark.parametrize(("text", "facts"), LINKS_SETS)
def test_links_sets(claims: Claims, text: str, facts: set[str]) -> None:
    """A set means the things last named together."""
    assert facts <= claims(text)


@pytest.mark.parametrize("text", STAYS_OPEN)
def test_stays_open(claims: Claims, text: str) -> None:
    """Where two things could be meant, nothing is."""
    assert claims(text) == set()


@pytest.mark.parametrize(("text", "subject"), NOT_SPOKEN_OF)
def test_leaves_alone_what_is_not_meant(claims: Claims, text: str, subject: str) -> None:
    """A description that names something new in quotes, or that a version may have taken over, tells no old subject."""
    assert not [claim for claim in claims(text) if claim.startswith(subject)]
