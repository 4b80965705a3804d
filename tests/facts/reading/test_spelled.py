"""Numbers in words of both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.reading import Glossaries
from facts.reading.scan import Scan
from facts.reading.spelled import SpelledReader

Found = tuple[str, float]


def first_of(glossaries: Glossaries, text: str, language: str) -> Found | None:
    """Return the words and the number of the first spelt-out number of a text."""
    reader = SpelledReader(glossaries.by_language[language])
    scan = Scan(text, 0, len(text))
    for position in range(len(scan)):
        if (found := reader.read(scan, position)) is not None:
            start, end = scan.span(found.first, found.last)
            return text[start:end], found.number
    return None


ENGLISH = [
    ("zero emissions", "zero", 0),
    ("seven seats", "seven", 7),
    ("twelve colours", "twelve", 12),
    ("nineteen inches", "nineteen", 19),
    ("twenty-five dealers", "twenty-five", 25),
    ("Twenty five dealers", "Twenty five", 25),
    ("ninety-nine percent", "ninety-nine", 99),
    ("two hundred jobs", "two hundred", 200),
    ("a hundred jobs", "a hundred", 100),
    ("one hundred and twenty horsepower", "one hundred and twenty", 120),
    ("three hundred and fifteen horsepower", "three hundred and fifteen", 315),
    ("two thousand five hundred cars", "two thousand five hundred", 2_500),
    ("twenty-five thousand pounds", "twenty-five thousand", 25_000),
    ("two hundred thousand miles", "two hundred thousand", 200_000),
    ("a million cars", "a million", 1_000_000),
    ("one million two hundred thousand cars", "one million two hundred thousand", 1_200_000),
    ("three billion euros", "three billion", 3e9),
]


@pytest.mark.parametrize(("text", "words", "number"), ENGLISH)
def test_english_numbers(glossaries: Glossaries, text: str, words: str, number: float) -> None:
    assert first_of(glossaries, text, "en") == (words, number)


FRENCH = [
    ("cinq places", "cinq", 5),
    ("vingt et un sites", "vingt et un", 21),
    ("vingt-deux concessions", "vingt-deux", 22),
    ("trente-six mois", "trente-six", 36),
    ("soixante-dix chevaux", "soixante-dix", 70),
    ("soixante et onze chevaux", "soixante et onze", 71),
    ("quatre-vingt chevaux", "quatre-vingt", 80),
    ("soixante-quinze chevaux", "soixante-quinze", 75),
    ("quatre-vingt-dix chevaux", "quatre-vingt-dix", 90),
    ("quatre-vingt-dix-neuf chevaux", "quatre-vingt-dix-neuf", 99),
    ("deux cents salariés", "deux cents", 200),
    ("deux mille cinq cents salariés", "deux mille cinq cents", 2_500),
    ("vingt-cinq mille euros", "vingt-cinq mille", 25_000),
    ("un million de voitures", "un million", 1_000_000),
    ("deux milliards d'euros", "deux milliards", 2e9),
]


@pytest.mark.parametrize(("text", "words", "number"), FRENCH)
def test_french_numbers(glossaries: Glossaries, text: str, words: str, number: float) -> None:
    assert first_of(glossaries, text, "fr") == (words, number)


COMPOUNDS = [
    ("fr", "dix-sept pouces", "dix-sept", 17),
    ("fr", "dix-neuf pouces", "dix-neuf", 19),
    ("fr", "soixante-dix-huit litres", "soixante-dix-huit", 78),
    ("fr", "quatre-vingts chevaux", "quatre-vingts", 80),
]


@pytest.mark.parametrize(("language", "text", "words", "number"), COMPOUNDS)
def test_compound_is_one_number(glossaries: Glossaries, language: str, text: str, words: str, number: float) -> None:
    assert first_of(glossaries, text, language) == (words, number)


WHOLE = [
    pytest.param("fr", "cent trente chevaux", "cent trente", 130, id="cent needs a number before it"),
    pytest.param(
        *("en", "one hundred and twenty-two thousand eight hundred and twenty-one cars"),
        *("one hundred and twenty-two thousand eight hundred and twenty-one", 122_821),
        id="cut at twelve tokens, on a hyphen",
    ),
]


@pytest.mark.parametrize(("language", "text", "words", "number"), WHOLE)
def test_whole_number_is_taken(glossaries: Glossaries, language: str, text: str, words: str, number: float) -> None:
    assert first_of(glossaries, text, language) == (words, number)


BROKEN_OFF = [
    ("en", "two, three or four trims", "two", 2),
    ("en", "three and four doors", "three", 3),
    ("en", "twenty and three trims", "twenty", 20),
    ("en", "five-door hatchback", "five", 5),
    ("en", "seven - eight weeks", "seven", 7),
    ("fr", "deux et trois portes", "deux", 2),
    ("fr", "cinq-portes", "cinq", 5),
]


@pytest.mark.parametrize(("language", "text", "words", "number"), BROKEN_OFF)
def test_separate_numbers_stay_apart(
    glossaries: Glossaries, language: str, text: str, words: str, number: float
) -> None:
    assert first_of(glossaries, text, language) == (words, number)


DECLINED = [
    ("en", "a new hatchback"),
    ("en", "the Clio and the Sandero"),
    ("en", "million-selling"),
    ("en", "25 000 euros"),
    ("en", "the tenth generation"),
    ("fr", "la citadine la plus vendue"),
    ("fr", "le dixième modèle"),
    ("en", ""),
]


@pytest.mark.parametrize(("language", "text"), DECLINED)
def test_words_without_number_are_declined(glossaries: Glossaries, language: str, text: str) -> None:
    assert first_of(glossaries, text, language) is None


_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_UNITS += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def _english(number: int) -> str:
    if number < 20:
        return _UNITS[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_UNITS[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{_UNITS[number // 100]} hundred" + (f" and {_english(number % 100)}" if number % 100 else "")
    return f"{_english(number // 1000)} thousand" + (f" {_english(number % 1000)}" if number % 1000 else "")


@given(number=st.integers(0, 99_999))
def test_every_english_number_is_read_back(glossaries: Glossaries, number: int) -> None:
    words = _english(number)
    assert first_of(glossaries, f"{words} cars", "en") == (words, number)


@given(words=st.lists(st.sampled_from(["vingt", "cent", "mille", "et", "un", "-", "million", "quatre"]), max_size=16))
def test_any_row_of_number_words_ends(glossaries: Glossaries, words: list[str]) -> None:
    text = " ".join(words)
    reader, scan = SpelledReader(glossaries.by_language["fr"]), Scan(text, 0, len(text))
    for position in range(len(scan)):
        found = reader.read(scan, position)
        assert found is None or (0 <= found.first <= position < found.last <= len(scan) and found.number >= 0)
