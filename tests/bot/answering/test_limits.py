"""A yes holds with the limits of its question, or is not said."""

import pytest

from bot.answering.known import Known
from bot.answering.limits import within_limits
from bot.models.finding import Missing, Reason, Told
from bot.models.query import Intent, Limit
from facts.store.reader import FactStore
from tests.bot.answering.asking import query


@pytest.fixture
def known(store: FactStore) -> Known:
    return Known(store)


def judged(known: Known, subject: str, attribute: str, limit: Limit, *, verdict: bool | None) -> object:
    finding = Told(known.rows(subject, attribute), verdict=verdict)
    return within_limits(known, query(Intent.CHECK, subject, limits=(limit,)), finding)


@pytest.mark.parametrize("limit", [Limit.STILL, Limit.ALREADY, Limit.ONLY, Limit.ENDED, Limit.ALL])
def test_a_limit_that_no_quote_holds_leaves_it_open(known: Known, limit: Limit) -> None:
    found = judged(known, "brio", "price", limit, verdict=True)

    assert isinstance(found, Missing)
    assert (found.reason, found.given) == (Reason.UNDECIDED, known.rows("brio", "price"))


def test_what_is_about_an_amount_is_not_exactly_it(known: Known) -> None:
    assert isinstance(judged(known, "nido", "price", Limit.EXACTLY, verdict=True), Missing)


def test_what_is_plainly_an_amount_is_exactly_it(known: Known) -> None:
    assert isinstance(judged(known, "brio", "price", Limit.EXACTLY, verdict=True), Told)


def test_a_word_in_the_clause_of_the_value_holds_a_limit(known: Known) -> None:
    """The quote says "now has a range"."""
    assert isinstance(judged(known, "brio", "range", Limit.STILL, verdict=True), Told)


@pytest.mark.parametrize("limit", [Limit.STILL, Limit.ONLY, Limit.EXACTLY])
def test_a_no_needs_no_limit(known: Known, limit: Limit) -> None:
    assert isinstance(judged(known, "brio", "price", limit, verdict=False), Told)


def test_what_has_ended_turns_a_no_round(known: Known) -> None:
    assert isinstance(judged(known, "brio", "price", Limit.ENDED, verdict=False), Missing)


def test_values_without_a_verdict_pass(known: Known) -> None:
    assert isinstance(judged(known, "brio", "price", Limit.STILL, verdict=None), Told)
