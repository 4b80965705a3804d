"""Sentences stay short, whatever is found."""

import pytest

from bot.models import Query
from bot.models.query import Intent
from tests.bot.answering.asking import query
from tests.bot.wording.conftest import Reply
from tests.bot.wording.test_english import ENGLISH

LONGEST, LONGEST_VALUE = 400, 160


@pytest.mark.parametrize("asked", [asked for asked, _ in ENGLISH])
def test_answers_are_short(reply: Reply, asked: Query) -> None:
    answer = reply(asked)
    assert len(answer.text) <= LONGEST
    assert all(len(value.text) <= LONGEST_VALUE for value in answer.values)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("intent", list(Intent))
def test_every_intent_has_words(reply: Reply, intent: Intent, language: str) -> None:
    text = reply(query(intent, "brio", attributes=("price",), language=language)).text
    assert text[:1].isupper()
    assert text.endswith((".", "?", "!", "…"))
