"""Both places, for the tests that hold for either."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.servers.places import FilePlace, Place


@pytest.fixture
def file(tmp_path: Path) -> Iterator[FilePlace]:
    place = FilePlace(tmp_path / "deep" / "servers.db")
    yield place
    for keeper in place.opened:
        keeper.close()


@pytest.fixture(params=["file", "database"])
def place(request: pytest.FixtureRequest) -> Place:
    found: Place = request.getfixturevalue(request.param)
    return found
