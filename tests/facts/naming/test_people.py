"""How people's names look and where they stand."""

import pytest

from facts.corpus import Tools
from facts.naming.people import PersonShapes, full_names
from tests.facts.naming.conftest import FindSpans

SHAPES = [
    ("Tarvio Lumeo", True),
    ("Jean-Loup Tarvio", True),
    ("Tarvio van der Lumeo", True),
    ("Tarvio O'Lumeo", True),
    ("Tarvio", False),
    ("Tarvio EX30", False),
    ("Tarvio GT", False),
    ("Tarvio Motors", False),
    ("Tarvio Motor Show", False),
    ("Tarvio Renault", False),
    ("Land Rover", False),
]


@pytest.mark.parametrize(("text", "is_full"), SHAPES)
def test_full_name_is_plain_words(tools: Tools, text: str, is_full: bool) -> None:
    assert PersonShapes(tools.readers["en"].words).is_full_name(text) == is_full


@pytest.mark.parametrize(
    ("text", "has"),
    [("Petra Lumeo", True), ("Jean-Loup Lumeo", True), ("Wang Lumeo", True), ("Tarvio Lumeo", False)],
)
def test_given_names_of_any_country_count(tools: Tools, text: str, has: bool) -> None:
    assert PersonShapes(tools.readers["en"].words).has_given_name(text) == has
    assert PersonShapes(tools.readers["fr"].words).has_given_name(text) == has


@pytest.mark.parametrize(
    ("text", "is_signed"),
    [
        ("By Tarvio Lumeo in Oslo", True),
        ("Editing by Tarvio Lumeo", True),
        ("(Reporting by Anna Bell; editing by Tarvio Lumeo)", True),
        ("Photos: Tarvio Lumeo", True),
        ("The car was drawn by Tarvio Lumeo.", False),
        ("A rival: Tarvio Lumeo.", False),
    ],
)
def test_credits_are_signed(tools: Tools, find_spans: FindSpans, text: str, is_signed: bool) -> None:
    sentences, spans = find_spans(text)
    shapes = PersonShapes(tools.readers["en"].words)
    found = [shapes.is_signed(sentences[one.sentence], one) for one in spans if one.key == "tarviolumeo"]

    assert found == [is_signed]


def test_surname_alone_tells_the_full_name() -> None:
    names = [("petralumeo", "Petra Lumeo"), ("tarviodebell", "Tarvio de Bell"), ("oslofair", "Oslo Fair")]

    assert list(full_names(names, {"lumeo": True, "debell": True, "fair": False})) == ["petralumeo", "tarviodebell"]
