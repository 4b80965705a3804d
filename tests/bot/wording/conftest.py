"""The invented lineup, and answers to hand-written queries in words."""

from collections.abc import Callable, Iterator

import pytest

from bot.answering import Answering
from bot.models import Answer, Query
from bot.wording import Wording
from facts.store.reader import FactStore
from tests.bot.world import lexicon, lineup

Reply = Callable[[Query], Answer]


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FactStore]:
    path = lineup().write(tmp_path_factory.mktemp("lineup") / "facts.db", lexicon())
    with FactStore.open(path) as opened:
        yield opened


@pytest.fixture(scope="session")
def reply(store: FactStore) -> Reply:
    answering, wording = Answering(store), Wording(store.lexicon)
    return lambda query: wording.answer(answering.find(query), query)
