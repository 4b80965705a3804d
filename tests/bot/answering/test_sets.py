"""The set that a question chooses from."""

import pytest

from bot.answering.known import Known
from bot.answering.sets import candidates_of, members_of, rows_of_set
from bot.models.query import Condition, Intent, Operator, Query
from facts.store.reader import FactStore
from tests.bot.answering.asking import mention, query

EXCEPT_BRIO = mention("brio").__class__(0, 2, "it", ("brio",), mention("brio").match, negated=True)


@pytest.fixture
def known(store: FactStore) -> Known:
    return Known(store)


@pytest.mark.parametrize(
    ("asked", "members"),
    [
        (query(Intent.SUPERLATIVE, "brio", "nido"), ["brio", "nido"]),
        (query(Intent.SUPERLATIVE), None),
        (query(Intent.SUPERLATIVE, "alda"), None),
        (query(Intent.SUPERLATIVE, EXCEPT_BRIO), None),
    ],
)
def test_named_sets(known: Known, asked: Query, members: list[str] | None) -> None:
    assert members_of(known, asked) == members


@pytest.mark.parametrize(
    ("asked", "subjects"),
    [
        (query(Intent.SUPERLATIVE), ["nido", "brio", "corso"]),
        (query(Intent.SUPERLATIVE, "alda"), ["brio", "corso"]),
        (query(Intent.SUPERLATIVE, EXCEPT_BRIO), ["nido", "corso"]),
        (query(Intent.SUPERLATIVE, brand=mention("bexa")), ["nido"]),
        (query(Intent.SUPERLATIVE, set_kind="person"), []),
    ],
)
def test_rows_are_sorted_by_amount(known: Known, asked: Query, subjects: list[str]) -> None:
    assert [row.subject.id for row in rows_of_set(known, asked, "price")] == subjects


def test_candidates_are_read_from_the_value(known: Known) -> None:
    condition = Condition("factory", Operator.IS, entities=("slovenia",))
    assert list(candidates_of(known, query(Intent.FILTER), [condition])) == ["brio", "nido"]
