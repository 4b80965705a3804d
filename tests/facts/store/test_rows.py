"""Rows and the nouns they stand for."""

from facts.models import Bound, Certainty, Origin, ValueKind
from facts.store import rows

ROW = (
    "elan", "price", "money", "about 20,000 euros", 20_000.0, None, "EUR", None, None, "about", "a.txt",
    0, 35, 16, 34, "copula", "approximate", "proposed", None, '{"market": "France"}',
)  # fmt: skip


def test_a_row_becomes_a_typed_fact() -> None:
    fact = rows.fact(ROW)

    assert (fact.value.kind, fact.value.bound, fact.value.unit) == (ValueKind.MONEY, Bound.ABOUT, "EUR")
    assert (fact.certainty, fact.origin, fact.qualifiers) == (
        Certainty.APPROXIMATE,
        Origin.PROPOSED,
        {"market": "France"},
    )
    assert (fact.start, fact.end, fact.at) == (0, 35, (16, 34))


def test_a_mark_stands_for_each_value() -> None:
    assert rows.marks(["a", "b", "c"]) == "?, ?, ?"
