"""Answers of the invented lineup to hand-written queries, in words."""

from collections.abc import Callable

import pytest

from bot.answering import Answering
from bot.models import Answer, Query
from bot.wording import Wording
from facts.store.reader import FactStore

Reply = Callable[[Query], Answer]


@pytest.fixture(scope="session")
def reply(store: FactStore) -> Reply:
    answering, wording = Answering(store), Wording(store.lexicon)
    return lambda query: wording.answer(answering.find(query), query)
