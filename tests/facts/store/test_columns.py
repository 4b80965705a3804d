"""A column holds whoever has one plain value; who has more, or something else, stands apart."""

import struct
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from facts.errors import StoreError
from facts.models import Bound, Certainty, Fact, Value, ValueKind
from facts.store.columns import EVERY
from facts.store.reader import FactStore
from facts.store.writer import Contents, write_store
from tests.facts.store.conftest import price

Opened = Callable[[list[Fact]], FactStore]
PLAIN = price("elan", "20,000 euros", 20_000.0)


@pytest.fixture
def opened(contents: Contents, tmp_path: Path) -> Opened:
    def open_with(facts: list[Fact]) -> FactStore:
        write_store(tmp_path / "columns.db", replace(contents, facts=facts))
        return FactStore.open(tmp_path / "columns.db")

    return open_with


def valued(amount: float | None, **parts: object) -> Fact:
    return replace(PLAIN, value=replace(PLAIN.value, amount=amount, **parts))  # type: ignore[arg-type]  # parts of it


@pytest.mark.parametrize(
    ("facts", "amounts"),
    [
        ([PLAIN], [20_000.0]),
        ([PLAIN, PLAIN], [20_000.0]),
        ([valued(20_000.0, bound=Bound.FROM)], [20_000.0]),
        ([valued(20_000.0, bound=Bound.ABOUT)], None),
        ([valued(20_000.0, bound=Bound.BELOW)], None),
        ([valued(20_000.0, upper=30_000.0)], None),
        ([valued(None, kind=ValueKind.TEXT)], None),
        ([PLAIN, valued(21_000.0)], None),
        ([PLAIN, replace(PLAIN, qualifiers={"market": "France"})], None),
        ([PLAIN, replace(valued(22_000.0), certainty=Certainty.DENIED)], None),
        ([replace(PLAIN, certainty=Certainty.DENIED)], None),
    ],
)
def test_one_plain_value_is_settled(opened: Opened, facts: list[Fact], amounts: list[float] | None) -> None:
    columns = opened(facts).columns
    assert [list(one.amounts) for one in columns.settled("price")] == ([amounts] if amounts else [])
    assert len(columns.unsettled("price")) == (amounts is None)


def test_a_later_document_settles_what_an_earlier_one_said(contents: Contents, tmp_path: Path) -> None:
    (document, passages, *more), *_ = contents.documents
    earlier = (
        replace(document, name="0.txt", published="2025"),
        [replace(one, document="0.txt") for one in passages],
        *more,
    )
    facts = [replace(valued(21_000.0), document="0.txt"), PLAIN]
    write_store(tmp_path / "two.db", replace(contents, documents=[earlier, *contents.documents], facts=facts))
    columns = FactStore.open(tmp_path / "two.db").columns
    assert [list(one.amounts) for one in columns.settled("price")] == [[20_000.0]]
    every = columns.every("price")
    assert every is not None
    assert list(every.amounts) == [20_000.0, 21_000.0]


@pytest.mark.parametrize(
    ("low", "high", "subjects"),
    [(None, None, ["elan", "miro"]), (25_000.0, None, ["miro"]), (None, 20_000.0, ["elan"]), (21_000.0, 29_000.0, [])],
)
def test_bounds_cut_a_column(store: FactStore, low: float | None, high: float | None, subjects: list[str]) -> None:
    every = store.columns.every("price")
    assert every is not None
    assert [store.numbering.entity(number) for number in every.between(low, high)] == subjects


def test_of_whom_nothing_stands_nothing_is_told(opened: Opened) -> None:
    store = opened([PLAIN, replace(price("miro", "30,000 euros", 30_000.0), certainty=Certainty.DENIED)])
    told = store.numbering.members(store.columns.told("price"))
    assert [store.numbering.entity(number) for number in told] == ["elan"]


DATES: Mapping[str, Value] = {
    "elan": Value("2026", ValueKind.DATE, 20_260_101, 20_261_231, date="2026"),
    "miro": Value("May 2026", ValueKind.DATE, 20_260_501, 20_260_531, date="2026-05"),
}


def test_dates_as_long_as_each_other_stand_in_one_column(opened: Opened) -> None:
    store = opened([replace(PLAIN, subject=key, value=value) for key, value in DATES.items()])
    assert [(one.span, [one.value(0).amount, one.value(0).upper]) for one in store.columns.settled("price")] == [
        (1130.0, [20_260_101, 20_261_231]),
        (30.0, [20_260_501, 20_260_531]),
    ]


def test_a_damaged_column_is_refused(opened: Opened) -> None:
    store = opened([PLAIN])
    content = store.path.read_bytes()
    amount = struct.pack("<d", 20_000.0)
    at = content.index(EVERY.encode()) + len(EVERY)
    store.path.write_bytes(content[:at] + content[at:].replace(amount, b"\0" * len(amount), 1))
    every = FactStore.open(store.path).columns.every("price")
    assert every is not None
    with pytest.raises(StoreError, match="damaged"):
        list(every.amounts)
