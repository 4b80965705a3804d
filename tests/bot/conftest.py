"""A real database, for whatever of the bot keeps something there."""

from collections.abc import Iterator

import pytest

from tests.bot.servers.places import DatabasePlace
from tests.bot.servers.postgres import Server, serving


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
