"""What several folders of tests need: the invented lineup in a store, a real database, logging as it was before."""

import logging
import sys
from collections.abc import Iterator

import pytest

from facts.store.reader import FactStore
from tests.bot.servers.places import DatabasePlace
from tests.bot.servers.postgres import Server, serving
from tests.bot.world import lexicon, lineup


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FactStore]:
    """Yield the invented lineup in a real store."""
    path = lineup().write(tmp_path_factory.mktemp("lineup") / "facts.db", lexicon())
    with FactStore.open(path) as opened:
        yield opened


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def database(server: Server) -> Iterator[DatabasePlace]:
    """Yield a database with nothing of the bot's in it."""
    server.run("DROP SCHEMA IF EXISTS lineup CASCADE")
    place = DatabasePlace(server)
    yield place
    for keeper in place.opened:
        keeper.close()


@pytest.fixture
def stopped(server: Server) -> Iterator[Server]:
    """Yield the server, which a test may stop; it runs again afterwards."""
    yield server
    if server.process is None:
        server.start()


@pytest.fixture
def quiet_logs(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a test begin to log, and leave logging as it was."""
    root, bot = logging.getLogger(), logging.getLogger("bot")
    handlers, levels = list(root.handlers), (root.level, bot.level)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    yield
    logging.captureWarnings(capture=False)
    root.handlers[:] = handlers
    root.setLevel(levels[0])
    bot.setLevel(levels[1])
