"""Statements that ask to be confirmed."""

import pytest

from bot.models import Intent
from bot.understanding import Understanding


@pytest.mark.parametrize(
    "question",
    [
        "The Brio costs 21,000 euros, right?",
        "The Brio is built in Lomnica, isn't it?",
        "the Brio is built in lomnica right",
        "The Nido will replace the Tosca, won't it?",
        "The Brio costs 21,000 euros, correct?",
        "The Brio is built in Lomnica?",
        "La Brio est fabriquée à Lomnica, non ?",
        "La Brio est fabriquée à Lomnica, n'est-ce pas ?",
        "La Brio coûte 21 000 euros, c'est ça ?",
        "La Nido coûte bien 18 500 euros ?",
        "La Brio coûte 21 000 euros hein",
    ],
)
def test_a_statement_that_asks_is_a_claim(understanding: Understanding, question: str) -> None:
    query = understanding.read(question)

    assert (query.intent, len(query.claims), query.unknown) == (Intent.CHECK, 1, ())
    assert not query.claims[0].negated


@pytest.mark.parametrize(
    "question",
    [
        "Is the wheel of the Brio on the right?",
        "How much is the Brio?",
        "Brio price?",
        "Which car is built in Lomnica?",
    ],
)
def test_other_questions_are_none(understanding: Understanding, question: str) -> None:
    assert understanding.read(question).claims == ()
