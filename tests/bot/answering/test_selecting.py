"""Filters: who meets the conditions, and who is left out where it cannot be told."""

from typing import Any

import pytest

from bot.answering import Answering
from bot.models.finding import Members, Missing
from bot.models.query import Condition, Intent, Operator
from tests.bot.answering.asking import query
from tests.bot.world import money, quantity


def selected(answering: Answering, *conditions: Condition, **fields: Any) -> list[str]:
    found = answering.find(query(Intent.FILTER, conditions=conditions, set_kind="model", **fields))
    return [member.id for member in found.members] if isinstance(found, Members) else []


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Condition("price", Operator.BELOW, money("20k", 20000)), ["nido"]),
        (Condition("price", Operator.BELOW, money("25k", 25000)), ["nido", "brio"]),
        (Condition("price", Operator.BETWEEN, money("20 to 25k", 20000)), []),
        (Condition("price", Operator.ABOVE, money("20k dollars", 20000, "USD")), ["corso"]),
        (Condition("range", Operator.ABOVE, quantity("300 km", 300, "km")), ["brio"]),
        (Condition("range", Operator.ABOVE, quantity("320 km", 320, "km")), ["brio"]),
        (Condition("factory", Operator.IS, entities=("slovenia",)), ["brio", "nido"]),
        (Condition("factory", Operator.IS_NOT, entities=("portugal",)), ["brio", "nido"]),
        (Condition("factory", Operator.IS_NOT, entities=("slovenia",)), []),
        (Condition("replaces", Operator.HAS), ["nido"]),
    ],
)
def test_conditions(answering: Answering, condition: Condition, expected: list[str]) -> None:
    assert selected(answering, condition) == expected


def test_every_condition_must_hold(answering: Answering) -> None:
    cheap = Condition("price", Operator.BELOW, money("25k", 25000))
    far = Condition("range", Operator.ABOVE, quantity("300 km", 300, "km"))
    assert selected(answering, cheap, far) == ["brio"]


def test_nobody_fits_is_said_and_not_invented(answering: Answering) -> None:
    found = answering.find(query(Intent.FILTER, conditions=(Condition("price", Operator.BELOW, money("5k", 5000)),)))
    assert isinstance(found, Missing)


def test_members_of_a_platform_that_meet_a_condition(answering: Answering) -> None:
    cheap = Condition("price", Operator.BELOW, money("20k", 20000))
    found = answering.find(query(Intent.FILTER, "p2", attributes=("platform",), inverse=True, conditions=(cheap,)))
    assert isinstance(found, Members)
    assert [member.id for member in found.members] == ["nido"]
