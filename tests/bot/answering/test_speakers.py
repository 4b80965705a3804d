"""Who said it: the speaker of the nearest quotation, or nobody."""

import pytest

from bot.answering.known import Known
from bot.answering.speakers import speaker_of
from bot.models.finding import ClauseKind, Clauses
from bot.models.query import Intent
from facts.store.reader import FactStore
from tests.bot.answering.asking import query


@pytest.fixture
def known(store: FactStore) -> Known:
    return Known(store)


def test_the_speaker_of_the_nearest_quotation_answers(known: Known) -> None:
    found = speaker_of(known, query(Intent.WHO_SAID, words=("recovery", "small")))
    assert isinstance(found, Clauses)
    assert (found.kind, found.rows[0].subject.name) == (ClauseKind.WHO, "Mara Veld")


def test_most_words_of_the_question_are_enough(known: Known) -> None:
    assert speaker_of(known, query(Intent.WHO_SAID, words=("recovery", "small", "demand"))) is not None


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("recovery", "weather", "strike", "pay"), "too little of it was said"),
        (("head", "recovery"), "as much of it stands beside the quotation"),
        (("freight", "short"), "nobody is quoted there"),
    ],
)
def test_what_is_not_surely_quoted_has_no_speaker(known: Known, words: tuple[str, ...], why: str) -> None:
    assert speaker_of(known, query(Intent.WHO_SAID, words=words)) is None, why


def test_a_speaker_that_the_question_names_is_not_asked_for(known: Known) -> None:
    assert speaker_of(known, query(Intent.WHO_SAID, "mara-veld", words=("recovery", "small"))) is None


def test_other_questions_ask_for_no_speaker(known: Known) -> None:
    asked = query(Intent.OPEN, text="Who needs it?", words=("recovery", "small"), wanted="person")
    assert speaker_of(known, asked) is None
