"""Values held against values: numbers with bounds, dates with their precision, words."""

import pytest

from bot.answering.amounts import is_comparable, is_same, meets
from bot.models.query import Operator
from facts.models import Bound, Value, ValueKind
from tests.bot.world import date, entity, money, quantity, words

IS, BELOW, ABOVE, BETWEEN = Operator.IS, Operator.BELOW, Operator.ABOVE, Operator.BETWEEN
YEAR_2026 = date("2026", "2026", 20260101, 20261231)
MARCH_2026 = date("March 2026", "2026-03", 20260301, 20260331)
YEAR_2027 = date("2027", "2027", 20270101, 20271231)
FEBRUARY_20 = Value("February 20", ValueKind.DATE, date="--02-20")
FEBRUARY_21 = Value("21 February", ValueKind.DATE, date="--02-21")
FEBRUARY_20_2025 = date("20 February 2025", "2025-02-20", 20250220, 20250220)


@pytest.mark.parametrize(
    ("value", "operator", "target", "expected"),
    [
        (money("20,000 euros", 20000), IS, money("20k", 20000), True),
        (money("20,000 euros", 20000), IS, money("21k", 21000), False),
        (money("20,000 euros", 20000), IS, money("20,000 dollars", 20000, "USD"), None),
        (money("20,000 euros", 20000), BELOW, money("20k", 20000), False),
        (money("20,000 euros", 20000), BELOW, money("up to 20k", 20000, bound=Bound.UP_TO), True),
        (money("from 20,000", 20000, bound=Bound.FROM), BELOW, money("25k", 25000), True),
        (money("over 20,000", 20000, bound=Bound.ABOVE), BELOW, money("25k", 25000), None),
        (money("over 20,000", 20000, bound=Bound.ABOVE), ABOVE, money("20k", 20000), True),
        (money("under 20,000", 20000, bound=Bound.BELOW), BELOW, money("20k", 20000), True),
        (money("about 20,000", 20000, bound=Bound.ABOUT), IS, money("20,500", 20500), None),
        (money("about 20,000", 20000, bound=Bound.ABOUT), IS, money("30,000", 30000), False),
        (money("20,000", 20000), BETWEEN, Value("15 to 25k", ValueKind.MONEY, 15000, 25000, "EUR"), True),
        (money("20,000", 20000), BETWEEN, Value("25 to 30k", ValueKind.MONEY, 25000, 30000, "EUR"), False),
        (quantity("310 km", 310, "km"), ABOVE, Value("300", ValueKind.COUNT, 300), True),
        (MARCH_2026, IS, YEAR_2026, True),
        (YEAR_2026, IS, MARCH_2026, None),
        (YEAR_2026, IS, YEAR_2027, False),
        (YEAR_2026, BELOW, YEAR_2027, True),
        (YEAR_2027, ABOVE, YEAR_2026, True),
        (YEAR_2026, ABOVE, MARCH_2026, None),
        (FEBRUARY_20, IS, FEBRUARY_20, True),
        (FEBRUARY_20, IS, FEBRUARY_21, False),
        (FEBRUARY_20, IS, FEBRUARY_20_2025, None),
        (words("electric"), IS, words("electric"), True),
        (words("electric"), IS, words("hybrid"), False),
        (words("electric with a range extender"), IS, words("hybrid"), None),
        (words("electric"), BELOW, words("hybrid"), None),
        (words("electric"), Operator.IS_NOT, words("hybrid"), True),
    ],
)
def test_meets(value: Value, operator: Operator, target: Value, expected: bool | None) -> None:
    assert meets(value, operator, target) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (money("20,000 euros", 20000), money("€20k", 20000), True),
        (money("20,000 euros", 20000), money("$20k", 20000, "USD"), False),
        (YEAR_2026, MARCH_2026, True),
        (YEAR_2026, YEAR_2027, False),
        (entity("Spring", "spring"), entity("the Spring", "spring"), True),
        (words("CEO"), words("CEO of Alda"), True),
        (words("CEO"), money("20k", 20000), False),
    ],
)
def test_is_same(one: Value, other: Value, expected: bool) -> None:
    assert is_same(one, other) is expected


def test_units_keep_amounts_apart() -> None:
    assert not is_comparable(quantity("310 km", 310, "km"), quantity("310 kg", 310, "kg"))
