"""The set that a question chooses from."""

import pytest

from bot.answering.judging import judge
from bot.answering.known import Known
from bot.answering.sets import candidates_of, members_of, rows_of_set
from bot.models.query import Condition, Intent, Operator, Query
from facts.store.reader import FactStore
from tests.bot.answering.asking import mention, query
from tests.bot.world import date, money

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


@pytest.mark.parametrize(
    "condition",
    [
        Condition("price", Operator.BELOW, money("20,000 euros", 20_000)),
        Condition("price", Operator.ABOVE, money("20,000 euros", 20_000)),
        Condition("price", Operator.BELOW, than=("brio",)),
        Condition("price", Operator.ABOVE, than=("nido",)),
        Condition("price", Operator.BELOW, than=("tosca",)),  # nobody tells its price
        Condition("launch", Operator.IS, date("2027", "2027", 20_270_101, 20_271_231)),
        Condition("launch", Operator.IS, date("2026", "2026", 20_260_101, 20_261_231)),
        Condition("launch", Operator.ABOVE, date("2026", "2026", 20_260_101, 20_261_231)),
        Condition("launch", Operator.BELOW, date("March 2027", "2027-03", 20_270_301, 20_270_331)),
        Condition("factory", Operator.IS_NOT, entities=("slovenia",)),
    ],
)
def test_a_large_store_leaves_out_only_whom_nothing_shows(store: FactStore, condition: Condition) -> None:
    """Bounds along the index save reading: who meets the condition stays the same."""
    small, large = Known(store), Known(store)
    large.is_large = True

    def met(known: Known) -> list[str]:
        every = candidates_of(known, query(Intent.FILTER), [condition])
        return [key for key in every if judge(known, key, condition).verdict]

    assert met(large) == met(small)
