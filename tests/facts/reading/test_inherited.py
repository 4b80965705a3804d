"""Numbers that leave out their unit, or what they count, because the number before or behind them has it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.reading import Glossaries, TypedSpan

Row = tuple[str, float | None, str | None]


def read(glossaries: Glossaries, text: str, language: str) -> list[TypedSpan]:
    return glossaries.plain(language).values_in(text, 0, len(text))


def heirs(glossaries: Glossaries, text: str, language: str) -> list[Row]:
    found = [span for span in read(glossaries, text, language) if span.inherited]
    return [(span.value.text, span.value.amount, span.value.unit) for span in found]


COMPARED = [
    ("It fell to 1.1 billion euros from 1.9 billion.", "en", ("1.9 billion", 1_900_000_000, "EUR")),
    ("It costs €20,000 instead of 23,000.", "en", ("23,000", 23_000, "EUR")),
    ("It does 410 km against 390.", "en", ("390", 390, "km")),
    ("The margin was 7 % against 5.", "en", ("5", 0.05, None)),
    ("Le bénéfice est de 1,1 milliard d'euros contre 1,9 milliard.", "fr", ("1,9 milliard", 1_900_000_000, "EUR")),
    ("Elle coûte 20 000 € au lieu de 23 000.", "fr", ("23 000", 23_000, "EUR")),
    ("La marge est de 7 % contre 5 en mai.", "fr", ("5", 0.05, None)),
]


@pytest.mark.parametrize(("text", "language", "expected"), COMPARED)
def test_compared_number_takes_the_unit_over(glossaries: Glossaries, text: str, language: str, expected: Row) -> None:
    assert heirs(glossaries, text, language) == [expected]


PARALLEL = [
    ("The Panda does 300 miles and the Twin 250.", "en", ("250", 402.336, "km")),
    ("The Single costs £19,950 and the Double 21,950.", "en", ("21,950", 21_950, "GBP")),
    ("It makes 150 kW and the Sport Line 190.", "en", ("190", 190, "kW")),
    ("Elle parcourt 410 km et la Spring 301.", "fr", ("301", 301, "km")),
]


@pytest.mark.parametrize(("text", "language", "expected"), PARALLEL)
def test_number_of_the_next_name_takes_the_unit_over(
    glossaries: Glossaries, text: str, language: str, expected: Row
) -> None:
    assert heirs(glossaries, text, language) == [expected]


AHEAD = [
    ("It has a 40 or 52 kWh battery.", "en", ("40", 40, "kWh")),
    ("They do 402 and 524 km.", "en", ("402", 402, "km")),
    ("Elle existe en 40 ou 52 kWh.", "fr", ("40", 40, "kWh")),
]


@pytest.mark.parametrize(("text", "language", "expected"), AHEAD)
def test_first_of_two_takes_the_unit_of_the_second(
    glossaries: Glossaries, text: str, language: str, expected: Row
) -> None:
    assert heirs(glossaries, text, language) == [expected]


NONE = [
    ("It does 300 km and the Peugeot 208.", "en"),  # a car's name
    ("It does 410 km and the Fiat 500.", "en"),
    ("The Zoe does 390 km and the Spring 2,200.", "en"),  # of another size
    ("It does 410 km and the Spring 301 times.", "en"),  # something follows
    ("It does 410 km and the Spring five.", "en"),  # in words
    ("It does 410 km while the Spring 301.", "en"),  # no conjunction of equals
    ("It takes 28 minutes and the Spring 45.", "en"),  # a time is no measure of a car
    ("It arrives in 2028 and the Sport 301.", "en"),  # a date has no unit
    ("It has 5 seats or 326 litres.", "en"),  # it counts something
    ("It costs 20 or €23,000.", "en"),  # the currency stands before
    ("It has 5 doors against 3.", "en"),  # too small to be sure
    ("Elle parcourt 410 km et la Peugeot 208.", "fr"),
    ("Elle parcourt 410 km et la Spring 30.", "fr"),
]


@pytest.mark.parametrize(("text", "language"), NONE)
def test_what_only_resembles_takes_nothing_over(glossaries: Glossaries, text: str, language: str) -> None:
    assert heirs(glossaries, text, language) == []


COUNTED = [
    ("It sold 1.21 million vehicles, against 1.30 million.", "en", "1.30 million", ("vehicles",)),
    ("It sold 12,000 cars, against 9,500 a year ago.", "en", "9,500", ("cars",)),
    ("Renault a vendu 12 000 voitures, contre 9 500 en mai.", "fr", "9 500", ("voitures",)),
]


@pytest.mark.parametrize(("text", "language", "words", "counted"), COUNTED)
def test_compared_number_counts_the_same(
    glossaries: Glossaries, text: str, language: str, words: str, counted: tuple[str, ...]
) -> None:
    found = [(span.value.text, span.counted) for span in read(glossaries, text, language) if span.inherited]
    assert found == [(words, counted)]


def test_number_of_another_size_counts_nothing(glossaries: Glossaries) -> None:
    found = read(glossaries, "It sold 1.21 million vehicles, against 13 million.", "en")
    assert [span.counted for span in found] == [("vehicles",), ()]


@given(low=st.integers(100, 999), high=st.integers(100, 999))
def test_only_numbers_of_one_size_share_a_unit(glossaries: Glossaries, low: int, high: int) -> None:
    found = heirs(glossaries, f"It does {low} km against {high}.", "en")
    alike = low < 4 * high and high < 4 * low
    assert found == ([(str(high), high, "km")] if alike else [])


PIECES = st.sampled_from(
    ["40", "52 kWh", "against", "and", "the Spring", "€20,000", "2,200", "or", ".", "cars", "from"]
)


@given(st.lists(PIECES, max_size=9))
def test_first_value_with_a_unit_is_never_an_heir_of_nothing(glossaries: Glossaries, pieces: list[str]) -> None:
    found = read(glossaries, " ".join(pieces), "en")
    if any(span.inherited for span in found):
        assert any(not span.inherited and (span.dimension or span.counted) for span in found)
