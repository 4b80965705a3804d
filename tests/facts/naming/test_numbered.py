"""Cars that are called by their number alone, and what names of makers and wheels are no cars."""

import pytest

from facts.corpus import Tools
from facts.naming.numbered import NumberBook
from tests.facts.naming.conftest import ReadEntities, ReadNames
from tests.facts.parsing.analysing import sentences_of

CALLED = [
    ("en", "The Peugeot 208 was renewed. The 208 has a range of 400 km.", "peugeot-208"),
    ("en", "The Polestar 4 is from Busan. Nobody missed a window in the 4.", "polestar-4"),
    ("fr", "La Peugeot 208 est belle. La 208 coûte 20 000 euros.", "peugeot-208"),
    ("en", "The Polestar 4 and the Polestar 5 are out. The 6 is not cancelled.", "polestar-6"),
]
COUNTED = [
    ("en", "The Polestar 4 is out. The 4 people who bought one are happy."),
    ("en", "The Mazda 3 and the Tesla Model 3 were driven. The 3 weighs 1,405 kg."),
    ("en", "The Polestar 4 is out. The 6 is not cancelled."),
    ("en", "The Polestar 4 and the Polestar 5 are out. The 2 of them are quick."),
]


def last_mentions(read_names: ReadNames, tools: Tools, language: str, text: str) -> list[str]:
    """Return what the last sentence of a text names."""
    names = read_names(text, language)
    NumberBook(tools.readers[language].words).adopt(names, sentences_of(tools, text, language))
    return [mention.entity for mention in names.mentions[-1]]


@pytest.mark.parametrize(("language", "text", "car"), CALLED)
def test_knows_a_car_by_its_number(read_names: ReadNames, tools: Tools, language: str, text: str, car: str) -> None:
    assert last_mentions(read_names, tools, language, text) == [car]


@pytest.mark.parametrize(("language", "text"), COUNTED)
def test_takes_no_other_number_for_a_car(read_names: ReadNames, tools: Tools, language: str, text: str) -> None:
    assert last_mentions(read_names, tools, language, text) == []


def test_takes_a_firm_of_two_makers_for_a_firm(read_entities: ReadEntities) -> None:
    """The joint venture is no car, so that its second word stays the maker."""
    found = read_entities("FAW Toyota builds the Corolla in Tianjin. Toyota is pleased.")
    assert (found["faw-toyota"].kind, found["toyota"].kind) == ("company", "brand")


def test_names_no_firm_by_its_countries(read_entities: ReadEntities) -> None:
    assert read_entities("Shares in the Franco-Italian-American group rose.") == {}


def test_takes_driven_wheels_for_no_car(read_entities: ReadEntities) -> None:
    found = read_entities("The BMW iX3 arrives in March. The 50 xDrive has 345 kW.")
    assert "xdrive" not in found
