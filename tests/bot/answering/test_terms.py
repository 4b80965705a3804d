"""What a passage should hold to be about a question."""

import pytest

from bot.answering.known import Known
from bot.answering.terms import are_alike, terms_of
from bot.models.query import Condition, Intent, Operator
from facts.store.reader import FactStore
from tests.bot.answering.asking import query


@pytest.fixture
def known(store: FactStore) -> Known:
    return Known(store)


def test_words_of_an_asked_attribute_are_one_term_in_both_languages(known: Known) -> None:
    (term,) = terms_of(known, query(Intent.LOOKUP, "brio", attributes=("price",), words=("price",))).terms
    assert (term.is_cue, term.is_typed, set(term.forms)) == (True, True, {"price", "prix"})


def test_other_words_are_terms_of_their_own(known: Known) -> None:
    terms = terms_of(known, query(Intent.LOOKUP, "brio", attributes=("factory",), words=("factory", "freight")))
    assert [(term.word, term.is_cue, term.is_typed) for term in terms.terms] == [
        ("freight", False, False), ("factory", True, False),
    ]  # fmt: skip


def test_rival_readings_are_one_term(known: Known) -> None:
    asked = query(Intent.LOOKUP, "brio", attributes=("price", "range"), alternatives=True)
    assert [term.word for term in terms_of(known, asked).terms] == ["price / range"]


def test_conditions_are_looked_for_as_well(known: Known) -> None:
    asked = query(Intent.FILTER, conditions=(Condition("range", Operator.HAS),))
    assert [term.word for term in terms_of(known, asked).terms] == ["range"]


@pytest.mark.parametrize(
    ("lemma", "found"), [("recovery", True), ("recovering", True), ("recover", True), ("recording", False)]
)
def test_other_forms_of_a_word_are_found(known: Known, lemma: str, found: bool) -> None:
    terms = terms_of(known, query(Intent.OPEN, words=("recover",)))
    assert bool(list(terms.named_by(lemma, lemma))) is found


def test_short_words_have_no_other_forms() -> None:
    assert not are_alike("car", "care")
