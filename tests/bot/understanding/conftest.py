"""The invented lineup, built once a run, and what reads questions about it."""

from collections.abc import Iterator

import pytest

from bot.understanding import Understanding
from facts.store.reader import FactStore
from tests.bot.understanding.showroom import build_showroom
from tests.bot.understanding.world import build_world


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FactStore]:
    path = build_world(tmp_path_factory.mktemp("understanding") / "facts.db")
    with FactStore.open(path) as store:
        yield store


@pytest.fixture(scope="session")
def showroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FactStore]:
    path = build_showroom(tmp_path_factory.mktemp("showroom") / "facts.db")
    with FactStore.open(path) as store:
        yield store


@pytest.fixture(scope="session")
def understanding(world: FactStore) -> Understanding:
    return Understanding(world)
