"""The invented lineup, in a real store, and short ways to ask of it."""

from collections.abc import Iterator

import pytest

from bot.answering import Answering
from facts.store.reader import FactStore
from tests.bot.world import lexicon, lineup


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FactStore]:
    path = lineup().write(tmp_path_factory.mktemp("lineup") / "facts.db", lexicon())
    with FactStore.open(path) as opened:
        yield opened


@pytest.fixture(scope="session")
def answering(store: FactStore) -> Answering:
    return Answering(store)
