"""Facts from nouns: which value a noun takes, and whose it is."""

import pytest

from tests.facts.extracting.conftest import Claims

GIVES_EACH_NOUN_ITS_VALUE = [
    (
        "The Kia EV3 has a 58.3 kWh battery and a range of 436 km.",
        {"Kia EV3 | battery | 58.3 kWh", "Kia EV3 | range | 436 km"},
    ),
    (
        "The Renault 4 gets a boot of 420 litres and a 150 hp motor.",
        {"Renault 4 | power | 150 hp", "Renault 4 | boot | 420 litres"},
    ),
    ("The range of the BMW iX3 is 805 km.", {"BMW iX3 | range | 805 km"}),
    ("The price of the Fiat Topolino is 9,890 euros.", {"Fiat Topolino | price | 9,890 euros"}),
    ("The Cupra Born's torque is 545 Nm.", {"Cupra Born | torque | 545 Nm"}),
    (
        "With a length of 4.10 metres, the Hyundai Bayon is smaller than the Kona.",
        {"Hyundai Bayon | length | 4.10 metres"},
    ),
    ("The warranty of the MG4 is seven years.", {"MG4 | warranty | seven years"}),
    (
        "The Dacia Spring has a 26.8 kWh battery, a range of 225 km and four seats.",
        {"Dacia Spring | seats | four", "Dacia Spring | battery | 26.8 kWh", "Dacia Spring | range | 225 km"},
    ),
    ("The towing capacity of the Subaru Solterra is 750 kg.", {"Subaru Solterra | towing | 750 kg"}),
    (
        "The wheelbase of the Polestar 4 is 2,999 mm. Its length is 4,840 mm.",
        {"Polestar 4 | wheelbase | 2,999 mm", "Polestar 4 | length | 4,840 mm"},
    ),
    ("The Leapmotor B10's starting price is 29,900 euros, before the bonus.", {"Leapmotor B10 | price | 29,900 euros"}),
    (
        "The Ariya is 4.60 metres long and 1.85 metres wide.",
        {"Nissan Ariya | length | 4.60 metres", "Nissan Ariya | width | 1.85 metres"},
    ),
    (
        "The range of the Clio and the Captur is 900 km.",
        {"Renault Captur | range | 900 km", "Renault Clio | range | 900 km"},
    ),
]
TELLS_TWO_CARS_APART = [
    (
        "The Zoe had a range of 395 km; the Renault 5 has a range of 410 km.",
        {"Renault Zoe | range | 395 km", "Renault 5 | range | 410 km"},
    ),
    ("Unlike the Zoe, the Renault 5 has a range of 410 km.", {"Renault 5 | range | 410 km"}),
    ("Compared with the Leaf, whose range is 604 km, the Micra is cheap.", {"Nissan Leaf | range | 604 km"}),
    (
        "With a boot of 450 litres, the Škoda Elroq is roomier than the Volkswagen ID.3.",
        {"Škoda Elroq | boot | 450 litres"},
    ),
]
TAKES_NOTHING = [
    "It has a range of 400 km.",
    "Its battery has a capacity of 50 kWh.",
    "Electric cars have a range of 400 km.",
    "The average car in Norway has a range of 450 km.",
    "The customers of the Micra have a budget of 26,000 euros.",
    "The Micra's range is 100 km shorter.",
    "The Micra is 5 cm longer than the Renault 5.",
    "The price of the ID.3 falls by 2,000 euros.",
]
READS_FRENCH = [
    ("L'autonomie de la Citroën ë-C3 est de 320 km.", {"Citroën ë-C3 | range | 320 km"}),
    ("Le coffre de la Skoda Elroq offre 470 litres.", {"Skoda Elroq | boot | 470 litres"}),
]


@pytest.mark.parametrize(("text", "facts"), GIVES_EACH_NOUN_ITS_VALUE)
def test_gives_each_noun_its_value(claims: Claims, text: str, facts: set[str]) -> None:
    """Genitive, "of", compound, object and copula, each with its own value."""
    assert claims(text) == facts


@pytest.mark.parametrize(("text", "facts"), TELLS_TWO_CARS_APART)
def test_tells_two_cars_apart(claims: Claims, text: str, facts: set[str]) -> None:
    """Where two cars are named, each keeps its own value."""
    assert claims(text) == facts


@pytest.mark.parametrize("text", TAKES_NOTHING)
def test_takes_nothing(claims: Claims, text: str) -> None:
    """No owner, an owner that is no known thing, a difference or a comparand."""
    assert claims(text) == set()


@pytest.mark.parametrize(("text", "facts"), READS_FRENCH)
def test_reads_french(claims: Claims, text: str, facts: set[str]) -> None:
    """French nouns and their owners."""
    assert claims(text, "fr") == facts
