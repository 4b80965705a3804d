"""Typed values of facts."""

import pytest

from facts.models import Bound, Value, ValueKind


def test_value_of_words_has_no_amount() -> None:
    value = Value("a joint venture", ValueKind.TEXT)

    assert (value.amount, value.unit, value.date, value.entity, value.bound) == (None, None, None, None, None)


def test_values_compare_by_all_they_say() -> None:
    plain = Value("£20,000", ValueKind.MONEY, 20_000, unit="GBP")

    assert plain == Value("£20,000", ValueKind.MONEY, 20_000, unit="GBP")
    assert plain != Value("£20,000", ValueKind.MONEY, 20_000, unit="GBP", bound=Bound.FROM)


@pytest.mark.parametrize("kind", list(ValueKind))
def test_kind_is_read_from_its_word(kind: ValueKind) -> None:
    """The vocabulary and the store write it as a word."""
    assert ValueKind(str(kind)) is kind


@pytest.mark.parametrize("bound", list(Bound))
def test_bound_is_read_from_its_word(bound: Bound) -> None:
    assert Bound(str(bound)) is bound
