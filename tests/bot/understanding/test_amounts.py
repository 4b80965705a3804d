"""Amounts in questions, and the attributes that they imply by themselves."""

import pytest

from bot.understanding import Understanding


@pytest.mark.parametrize(
    ("question", "attribute", "operator", "amount"),
    [
        ("any car under 25k?", "price", "below", 25000),
        ("cars under 20,000 euros", "price", "below", 20000),
        ("which cars cost at least 20 000 €", "price", "above", 20000),
        ("which cars do more than 300 km", "range", "above", 300),
        ("which cars have more than 50 kWh", "battery", "above", 50),
        ("quelles voitures à moins de 19 000 €", "price", "below", 19000),
    ],
)
def test_an_amount_is_a_condition(
    understanding: Understanding, question: str, attribute: str, operator: str, amount: float
) -> None:
    (condition,) = understanding.read(question).conditions
    assert condition.value is not None
    assert (condition.attribute, condition.operator.value) == (attribute, operator)
    assert condition.value.amount == pytest.approx(amount)
