"""Verdicts and how they are joined."""

import pytest

from bot.answering.judging import Judged, all_of, judge, no, undecided, yes
from bot.answering.known import Known
from bot.models.query import Condition, Operator
from facts.store.reader import FactStore

Y, N, U = yes(()), no(()), undecided()


@pytest.mark.parametrize(
    ("judged", "verdict"), [([Y, Y], True), ([Y, N], False), ([Y, U], None), ([U, N], False), ([], None)]
)
def test_joining(judged: list[Judged], verdict: bool | None) -> None:
    assert all_of(judged).verdict is verdict


def test_only_rows_that_speak_against_it_show_a_no(store: FactStore) -> None:
    rows = Known(store).rows("brio", "price")
    assert all_of([Y, no(rows)]).rows == rows


@pytest.mark.parametrize(
    ("condition", "verdict"),
    [
        (Condition("range", Operator.HAS), True),
        (Condition("range", Operator.LACKS), False),
        (Condition("seats", Operator.LACKS), None),
        (Condition("replaces", Operator.HAS, entities=("tosca",)), None),
        (Condition("platform", Operator.HAS, entities=("p2",)), True),
    ],
)
def test_having(store: FactStore, condition: Condition, verdict: bool | None) -> None:
    assert judge(Known(store), "brio", condition).verdict is verdict


def test_a_member_may_be_the_value(store: FactStore) -> None:
    condition = Condition("replaces", Operator.IS, entities=("nido",), inverse=True)
    assert judge(Known(store), "tosca", condition).verdict is True
