"""What a passage should hold to be about a question."""

import pytest

from bot.answering.known import Known
from bot.answering.terms import are_alike, cues_of, terms_of
from bot.models.query import Condition, Intent, Operator
from facts.store.reader import FactStore
from tests.bot.answering.asking import query


@pytest.fixture
def known(store: FactStore) -> Known:
    return Known(store)


def test_words_of_an_asked_attribute_are_one_cue_in_both_languages(known: Known) -> None:
    (cue,) = cues_of(known, query(Intent.LOOKUP, "brio", attributes=("price",), words=("price",))).terms
    assert (cue.is_typed, set(cue.forms)) == (True, {"price", "prix"})


def test_a_word_of_asking_is_found_by_the_words_that_tell_of_the_attribute(known: Known) -> None:
    terms = terms_of(known, query(Intent.LOOKUP, "brio", attributes=("price",), words=("price", "freight"))).terms
    assert [term.word for term in terms] == ["price", "freight"]
    assert terms[0].forms["price"] > terms[0].forms["prix"]


def test_rival_readings_are_one_cue(known: Known) -> None:
    asked = query(Intent.LOOKUP, "brio", attributes=("price", "range"), alternatives=True)
    assert [cue.word for cue in cues_of(known, asked).terms] == ["price / range"]


def test_conditions_are_looked_for_as_well(known: Known) -> None:
    asked = query(Intent.FILTER, conditions=(Condition("range", Operator.HAS),))
    assert [cue.word for cue in cues_of(known, asked).terms] == ["range"]


@pytest.mark.parametrize(
    ("lemma", "found"), [("recovery", True), ("recovering", True), ("recover", True), ("recording", False)]
)
def test_other_forms_of_a_word_are_found(known: Known, lemma: str, found: bool) -> None:
    terms = terms_of(known, query(Intent.OPEN, words=("recover",)))
    assert bool(list(terms.named_by(lemma, lemma))) is found


def test_short_words_have_no_other_forms() -> None:
    assert not are_alike("car", "care")
