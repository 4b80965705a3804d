"""Comparisons and differences."""

from bot.answering import Answering
from bot.models.finding import Comparison, Missing, Reason
from bot.models.query import Intent
from tests.bot.answering.asking import query


def test_both_rows_are_cited_with_their_difference(answering: Answering) -> None:
    found = answering.find(query(Intent.COMPARE, "nido", "brio", attributes=("price",), difference=True))
    assert isinstance(found, Comparison)
    assert [row.value for row in found.rows] == ["around 18,500 euros", "21,000 euros"]
    assert [(one.amount, one.is_rough) for one in found.differences] == [(-2500, True)]


def test_without_an_attribute_the_shared_ones_are_told(answering: Answering) -> None:
    found = answering.find(query(Intent.COMPARE, "nido", "brio"))
    assert isinstance(found, Comparison)
    assert list(dict.fromkeys(row.fact.attribute for row in found.rows)) == ["price", "launch", "platform"]


def test_one_side_missing_is_said(answering: Answering) -> None:
    found = answering.find(query(Intent.COMPARE, "brio", "tosca", attributes=("price",)))
    assert isinstance(found, Comparison)
    assert [gap.subject.id for gap in found.gaps] == ["tosca"]


def test_two_currencies_have_no_difference(answering: Answering) -> None:
    found = answering.find(query(Intent.COMPARE, "brio", "corso", attributes=("price",), difference=True))
    assert isinstance(found, Missing)
    assert found.reason is Reason.NOT_COMPARABLE
