"""Readings as bytes, and back: the same reading, or none."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.corpus import Tools, read_source
from facts.extracting import Reading
from facts.models import Document, Fact, Value, ValueKind
from facts.packing import pack, unpack, unpack_statements
from facts.sources import documents_in

SHIPPED = Path(__file__).parents[2] / "facts" / "documents"
BARE = Reading(Document("a.txt", "It costs 1e999.", 0, "en", "digest"), (), (), ())


@pytest.fixture(scope="module")
def reading(tools: Tools) -> Reading:
    (source,) = documents_in([SHIPPED])
    return read_source(source, tools)


def test_what_is_packed_comes_back_whole(reading: Reading) -> None:
    packed = pack(reading)

    front = unpack(packed.front)
    assert front is not None
    assert replace(front, statements=unpack_statements(packed.back) or ()) == reading
    assert reading.statements
    assert pack(reading) == packed


@pytest.mark.parametrize("amount", [None, 0.1, -1e300, float("inf"), 20_000.0])
def test_amounts_come_back_to_the_last_bit(amount: float | None) -> None:
    value = Value("1e999", ValueKind.COUNT, amount)
    fact = Fact("it", "price", value, "a.txt", 0, 15, (9, 14), "p", qualifiers={"market": "France"})

    assert unpack(pack(replace(BARE, facts=(fact,))).front) == replace(BARE, facts=(fact,))


@given(st.binary())
def test_bytes_that_are_no_reading_are_none(content: bytes) -> None:
    assert unpack(content) is None
    assert unpack_statements(content) is None


def test_parts_do_not_stand_for_each_other(reading: Reading) -> None:
    packed = pack(reading)

    assert unpack(packed.back) is None
    assert unpack_statements(packed.front) is None
