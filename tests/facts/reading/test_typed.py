"""What reading hands on: a wide range of charge is the condition of the time near it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.models import Value, ValueKind
from facts.reading import Glossaries, TypedSpan, ValueReader
from facts.reading.typed import CONDITION, TOTAL, with_charges


def share(start: int, low: float, high: float | None) -> TypedSpan:
    text = f"{low:.0%}"
    value = Value(text, ValueKind.SHARE, low, high)
    return TypedSpan(start, start + len(text), value, (start, start + len(text)))


def duration(start: int, seconds: float = 1_800) -> TypedSpan:
    return TypedSpan(start, start + 10, Value("30 minutes", ValueKind.DURATION, seconds, unit="s"), (start, start + 10))


def roles(spans: list[TypedSpan]) -> list[str | None]:
    return [span.role for span in spans]


RANGES = [
    (0.1, 0.8, CONDITION),
    (0.0, 1.0, CONDITION),
    (0.2, 0.8, CONDITION),
    (0.04, 0.05, None),
    (0.5, 0.7, None),
    (0.8, None, None),
]


@pytest.mark.parametrize(("low", "high", "role"), RANGES)
def test_only_wide_ranges_are_charges(low: float, high: float | None, role: str | None) -> None:
    assert roles(with_charges([share(0, low, high), duration(20)])) == [role, None]


@pytest.mark.parametrize(("gap", "role"), [(1, CONDITION), (80, CONDITION), (81, None), (500, None)])
def test_charge_needs_its_time_near(gap: int, role: str | None) -> None:
    charge = share(0, 0.1, 0.8)
    assert roles(with_charges([charge, duration(charge.end + gap)])) == [role, None]
    time = duration(0)
    assert roles(with_charges([time, share(time.end + gap, 0.1, 0.8)])) == [None, role]


def test_charge_without_time_is_a_value() -> None:
    assert roles(with_charges([share(0, 0.1, 0.8)])) == [None]


def test_nothing_found_stays_nothing() -> None:
    assert with_charges([]) == []


def test_only_the_near_one_of_two_charges_is_a_condition() -> None:
    spans = [share(0, 0.1, 0.8), share(400, 0.2, 0.9), duration(410)]
    assert roles(with_charges(spans)) == [None, CONDITION, None]


def test_other_ranges_are_left_alone() -> None:
    price = TypedSpan(0, 10, Value("1 to 2 EUR", ValueKind.MONEY, 1, 2, "EUR"), (0, 10))
    assert with_charges([price, duration(12)]) == [price, duration(12)]


@given(st.lists(st.tuples(st.integers(0, 300), st.floats(0, 1), st.none() | st.floats(0, 1)), max_size=6))
def test_marking_changes_roles_only(charges: list[tuple[int, float, float | None]]) -> None:
    spans = [*(share(*charge) for charge in charges), duration(150)]
    marked = with_charges(spans)
    assert [(span.start, span.end, span.value) for span in marked] == [
        (span.start, span.end, span.value) for span in spans
    ]
    assert with_charges(marked) == marked


SENTENCES = [
    ("en", "It charges from 10 to 80 per cent in 30 minutes.", "10 to 80 per cent", CONDITION),
    ("en", "It takes 28 minutes from 10 to 80%.", "10 to 80%", CONDITION),
    ("en", "The margin was between 4 and 5% over two years.", "between 4 and 5%", None),
    ("en", "It does 0-62mph in 9.1 seconds.", "0-62mph", CONDITION),
    ("en", "Four of nine seats fold.", "nine", TOTAL),
    ("fr", "Elle passe de 10 à 80 % en 30 minutes.", "10 à 80 %", CONDITION),
    ("fr", "Elle passe de 0 à 100 km/h en 9,1 secondes.", "0 à 100 km/h", CONDITION),
]


@pytest.mark.parametrize(("language", "text", "words", "role"), SENTENCES)
def test_sentences_give_roles(glossaries: Glossaries, language: str, text: str, words: str, role: str | None) -> None:
    found = ValueReader(glossaries.by_language[language]).values_in(text, 0, len(text))
    assert {span.value.text: span.role for span in found}.get(words, "not found") == role
