"""Frames of verbs in every voice: who is subject, what is value."""

import pytest

from tests.facts.extracting.conftest import Claims

READS_VERBS_IN_EVERY_VOICE = [
    (
        "The Ioniq 9 will be built by Hyundai in Asan.",
        {"Hyundai Ioniq 9 | manufacturer | Hyundai", "Hyundai Ioniq 9 | factory | Asan"},
    ),
    (
        "Built in Tychy, the Jeep Avenger costs 36,500 euros.",
        {"Jeep Avenger | price | 36,500 euros", "Jeep Avenger | factory | Tychy"},
    ),
    (
        "The Ford Explorer, developed with Volkswagen, is produced in Cologne.",
        {"Ford Explorer | development_partner | Volkswagen", "Ford Explorer | factory | Cologne"},
    ),
    (
        "Xpeng, which is based in Guangzhou, sells the G6.",
        {"Xpeng | headquarters | Guangzhou", "XPeng G6 | brand | Xpeng"},
    ),
    ("The Fabia's successor, the Epiq, costs 25,000 euros.", {"Škoda Epiq | price | 25,000 euros"}),
    (
        "Founded in 1953, Subaru is headquartered in Tokyo.",
        {"Subaru | headquarters | Tokyo", "Subaru | founded | 1953"},
    ),
    ("The Fabia will be replaced by the Epiq.", {"Škoda Epiq | replaces | Škoda Fabia"}),
    ("The Epiq replaces the Fabia.", {"Škoda Epiq | replaces | Škoda Fabia"}),
    ("The CMF-EV platform was developed by Nissan.", {"CMF-EV | developer | Nissan"}),
    ("The EV9 accelerates from 0 to 100 km/h in 5.3 seconds.", {"Kia EV9 | acceleration | 5.3 seconds"}),
    ("The Leapmotor C10 weighs 1,980 kg.", {"Leapmotor C10 | weight | 1,980 kg"}),
    ("BYD will hire 2,000 people in Szeged.", {"BYD | jobs | 2,000"}),
    ("Stellantis will invest 1.2 billion euros in Kenitra.", {"Stellantis | investment | 1.2 billion euros"}),
]
SHARES_A_VERB = [
    (
        "The Juke and the Qashqai are built in Sunderland.",
        {"Nissan Juke | factory | Sunderland", "Nissan Qashqai | factory | Sunderland"},
    ),
    (
        "Dealers say the Clio and the Captur are built in Bursa.",
        {"Renault Clio | factory | Bursa", "Renault Captur | factory | Bursa"},
    ),
]
KEEPS_TO_ITS_SUBJECT = [
    ("The Tesla Model 3 is cheaper than the BMW i4, which costs 57,000 euros.", {"BMW i4 | price | 57,000 euros"}),
    ("The Micra is longer than the Twingo, which measures 3.79 metres.", {"Renault Twingo | length | 3.79 metres"}),
    (
        "The Micra is derived from the Renault 5 and the Leaf is based on the CMF-EV platform.",
        {"Nissan Micra | parent_model | Renault 5", "Nissan Leaf | platform | CMF-EV"},
    ),
]
TAKES_NOTHING = [
    "Small cars cost about 20,000 euros.",
    "The Clio costs 2,000 euros more than the Sandero.",
    "The Dacia Spring is 3,000 euros cheaper than the Citroën ë-C3.",
    "Leasing the Renault 5 costs 150 euros a month.",
    "A heat pump costs 1,200 euros on the Kia EV4.",
    "The Kia EV4 can be had with a heat pump for 1,200 euros.",
    "Volkswagen has raised the price of the ID.3 by 1,500 euros.",
    "The people who bought the Micra paid 26,000 euros.",
]
READS_FRENCH = [
    (
        "La Peugeot e-208 coûte 35 000 euros et dispose d'une batterie de 51 kWh.",
        {"Peugeot e-208 | price | 35 000 euros", "Peugeot e-208 | battery | 51 kWh"},
    ),
    (
        "L'Opel Corsa et la Peugeot 208 sont assemblées à Saragosse.",
        {"Opel Corsa | factory | Saragosse", "Peugeot 208 | factory | Saragosse"},
    ),
    ("La Renault 5 est produite à Douai.", {"Renault 5 | factory | Douai"}),
]
TAKES_NOTHING_IN_FRENCH = [
    "La Clio coûte 2 000 euros de plus que la Sandero.",
    "Les voitures électriques coûtent 35 000 euros en moyenne.",
]


@pytest.mark.parametrize(("text", "facts"), READS_VERBS_IN_EVERY_VOICE)
def test_reads_verbs_in_every_voice(claims: Claims, text: str, facts: set[str]) -> None:
    """Active, passive, reduced and relative clauses say the same."""
    assert claims(text) == facts


@pytest.mark.parametrize(("text", "facts"), SHARES_A_VERB)
def test_shares_a_verb(claims: Claims, text: str, facts: set[str]) -> None:
    """Things joined by "and" share what is said of them."""
    assert claims(text) == facts


@pytest.mark.parametrize(("text", "facts"), KEEPS_TO_ITS_SUBJECT)
def test_keeps_to_its_subject(claims: Claims, text: str, facts: set[str]) -> None:
    """Another car in the sentence takes no part in what is said."""
    assert claims(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Ana Reyes runs Renault's van division.", set()),
        ("Stellantis owns Fiat's old works in Turin.", set()),
        ("The Leaf is built at Nissan's Sunderland plant.", {"Nissan Leaf | factory | Sunderland"}),
        ("The Spring replaces Renault's Twingo.", {"Dacia Spring | replaces | Renault Twingo"}),
    ],
)
def test_what_an_owner_owns_is_meant(claims: Claims, text: str, facts: set[str]) -> None:
    """Whoever owns the object of a verb is not the object."""
    found = claims(text)
    assert facts <= found
    assert not {claim for claim in found if " | owner | " in claim or " | head | " in claim}


@pytest.mark.parametrize("text", TAKES_NOTHING)
def test_takes_nothing(claims: Claims, text: str) -> None:
    """Generic things, differences, instalments, options and makers of parts have no price."""
    assert claims(text) == set()


@pytest.mark.parametrize(("text", "facts"), READS_FRENCH)
def test_reads_french(claims: Claims, text: str, facts: set[str]) -> None:
    """French verbs, their agreement and their prepositions."""
    assert facts <= claims(text, "fr")


@pytest.mark.parametrize("text", TAKES_NOTHING_IN_FRENCH)
def test_takes_nothing_in_french(claims: Claims, text: str) -> None:
    """French differences and generic cars have no price."""
    assert claims(text, "fr") == set()
