"""Superlatives over comparable rows."""

from typing import Any

from bot.answering import Answering
from bot.models.finding import Missing, Ranking, Reason
from bot.models.query import Intent, Ordering
from tests.bot.answering.asking import mention, query

CHEAPEST = Ordering("price", descending=False)


def ranked(answering: Answering, ordering: Ordering, *subjects: str, **fields: Any) -> Ranking:
    found = answering.find(query(Intent.SUPERLATIVE, *subjects, ordering=ordering, set_kind="model", **fields))
    assert isinstance(found, Ranking)
    return found


def test_the_cheapest_comes_first(answering: Answering) -> None:
    assert [row.subject.id for row in ranked(answering, CHEAPEST).first] == ["nido"]


def test_another_currency_is_left_out_and_said(answering: Answering) -> None:
    found = ranked(answering, CHEAPEST)
    assert ([r.subject.id for r in found.rows], [r.subject.id for r in found.left_out]) == (["nido", "brio"], ["corso"])


def test_the_second_place(answering: Answering) -> None:
    found = ranked(answering, Ordering("price", descending=False, place=2))
    assert [row.subject.id for row in found.first] == ["brio"]


def test_dates_have_an_order(answering: Answering) -> None:
    assert [row.subject.id for row in ranked(answering, Ordering("launch", descending=True)).first] == ["corso"]


def test_a_named_set_is_kept_to(answering: Answering) -> None:
    found = ranked(answering, CHEAPEST, "brio", "nido", "tosca")
    assert [row.subject.id for row in found.rows] == ["nido", "brio"]
    assert [gap.subject.id for gap in found.gaps] == ["tosca"]


def test_one_row_is_no_superlative(answering: Answering) -> None:
    found = answering.find(query(Intent.SUPERLATIVE, "brio", "tosca", ordering=CHEAPEST))
    assert isinstance(found, Missing)
    assert found.reason is Reason.NOT_COMPARABLE


def test_no_row_is_a_missing_fact(answering: Answering) -> None:
    found = answering.find(query(Intent.SUPERLATIVE, "brio", "nido", ordering=Ordering("seats", descending=True)))
    assert isinstance(found, Missing)
    assert found.reason is Reason.NO_FACT


def test_a_brand_is_a_set(answering: Answering) -> None:
    ordering = Ordering("launch", descending=False)
    found = answering.find(query(Intent.SUPERLATIVE, ordering=ordering, set_kind="model", brand=mention("alda")))
    assert isinstance(found, Ranking)
    assert [row.subject.id for row in found.first] == ["brio"]
