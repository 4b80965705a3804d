"""Short ways to ask of the invented lineup."""

import pytest

from bot.answering import Answering
from facts.store.reader import FactStore


@pytest.fixture(scope="session")
def answering(store: FactStore) -> Answering:
    return Answering(store)
