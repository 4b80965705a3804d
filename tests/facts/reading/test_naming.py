"""Numbers of names, footnotes and clocks, told from numbers that say how many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.reading import Glossaries
from facts.reading.amounts import AmountReader
from facts.reading.naming import NumberNames
from facts.reading.numbers import ENGLISH as ENGLISH_NUMBERS
from facts.reading.numbers import FRENCH as FRENCH_NUMBERS
from facts.reading.scan import Scan


def is_part(glossaries: Glossaries, text: str, language: str, *, is_counted: bool = False) -> bool:
    """Tell whether the first number of a text is part of a name or says nothing."""
    glossary = glossaries.by_language[language]
    amounts = AmountReader(glossary, FRENCH_NUMBERS if language == "fr" else ENGLISH_NUMBERS)
    scan = Scan(text, 0, len(text))
    amount = next(found for position in range(len(scan)) if (found := amounts.read(scan, position)) is not None)
    return NumberNames(glossary).is_part(scan, amount, is_counted=is_counted)


NAMES = [
    ("The Renault 5 is new.", "en"),
    ("The BMW 3 Series sells.", "en"),
    ("The 52 is a version.", "en"),
    ("It is called R5/204 here.", "en"),
    ("It came 24/7.", "en"),
    ("It lists #12 first.", "en"),
    ("It runs on release_7 now.", "en"),
    ("See page 1.", "en"),
    ("In all, seven agreed.", "en"),
    ("La Renault 5 est neuve.", "fr"),
    ("La 208 est neuve.", "fr"),
    ("Au total, sept ont accepté.", "fr"),
]


@pytest.mark.parametrize(("text", "language"), NAMES)
def test_numbers_of_names_are_no_values(glossaries: Glossaries, text: str, language: str) -> None:
    assert is_part(glossaries, text, language)


VALUES = [
    ("They want 12 of them.", "en"),
    ("It scored 5.", "en"),
    ("It reached 12,000 in May.", "en"),
    ("The 12,000 came.", "en"),
    ("In 40 of them", "en"),
    ("Ils en veulent 12.", "fr"),
    ("Elle atteint 12 000 en mai.", "fr"),
    ("En 40 ou plus", "fr"),
]


@pytest.mark.parametrize(("text", "language"), VALUES)
def test_numbers_that_say_how_many(glossaries: Glossaries, text: str, language: str) -> None:
    assert not is_part(glossaries, text, language)


TIMES = [
    ("It opens at 10 am.", "en"),
    ("It opens at 8 p.m. in Paris.", "en"),
    ("It opens at five o'clock.", "en"),
    ("It starts at 9:30.", "en"),
    ("The split is 50:50.", "en"),
    ("Elle arrive à 9:30.", "fr"),
]


@pytest.mark.parametrize(("text", "language"), TIMES)
def test_times_of_day_are_no_values(glossaries: Glossaries, text: str, language: str) -> None:
    assert is_part(glossaries, text, language, is_counted=True)


@pytest.mark.parametrize("text", ["La présentation commence à 10 h.", "Rendez-vous à 14 heures."])
def test_french_times_of_day_are_no_values(glossaries: Glossaries, text: str) -> None:
    assert glossaries.plain("fr").values_in(text, 0, len(text)) == []


def test_colon_of_a_sentence_makes_no_time(glossaries: Glossaries) -> None:
    assert not is_part(glossaries, "They want 12: no more.", "en")


@pytest.mark.parametrize(
    ("text", "is_counted", "expected"),
    [
        ("Paris 12 cars", True, True),  # may be a name all the same
        ("Paris 12,000 cars", True, False),
        ("The 52 cars", True, False),
        ("seven cars", True, False),
        ("Paris seven cars", True, False),
        ("1 car", True, True),
    ],
)
def test_what_is_counted_speaks_for_a_value(
    glossaries: Glossaries, text: str, is_counted: bool, expected: bool
) -> None:
    assert is_part(glossaries, text, "en", is_counted=is_counted) is expected


REFERENCES = [
    ("as shown [4] here", True),
    ("as shown (1) here", True),
    ("as shown [12].", True),
    ("in spring (450) here", False),
    ("in spring (2026) here", False),
    ("as shown [4, 5] here", False),
    ("as shown [4) here", False),
    ("as shown (4 doors) here", False),
    ("as shown 4 here", False),
    ("4", False),
]


@pytest.mark.parametrize(("text", "expected"), REFERENCES)
def test_footnote_marks(glossaries: Glossaries, text: str, expected: bool) -> None:
    scan = Scan(text, 0, len(text))
    position = next(number for number in range(len(scan)) if scan.kind(number) == "number")
    assert NumberNames(glossaries.by_language["en"]).is_reference(scan, position) is expected


@pytest.mark.parametrize("language", ["en", "fr"])
@given(text=st.text(st.sampled_from("[]() 12,a:/.-é"), max_size=20))
def test_references_are_short_numbers_in_brackets(glossaries: Glossaries, language: str, text: str) -> None:
    scan = Scan(text, 0, len(text))
    names = NumberNames(glossaries.by_language[language])
    for position in range(-1, len(scan) + 1):
        if names.is_reference(scan, position):
            assert scan.written(position).isdecimal()
            assert scan.written(position - 1) + scan.written(position + 1) in ("[]", "()")


@given(st.sampled_from("[]("), st.integers(100, 99_999))
def test_long_number_is_never_a_footnote(glossaries: Glossaries, opening: str, number: int) -> None:
    text = f"{opening}{number})"
    assert not NumberNames(glossaries.by_language["en"]).is_reference(Scan(text, 0, len(text)), 1)
