"""Two stores that answer one question otherwise, and a shelf to fetch them to."""

from pathlib import Path

import pytest

from bot.publishing.shelf import Shelf
from tests.bot.publishing.editions import NEW, OLD, edition


@pytest.fixture(scope="session")
def editions(shipped_store: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("editions")
    return edition(shipped_store, folder / "old.db", OLD), edition(shipped_store, folder / "new.db", NEW)


@pytest.fixture
def old(editions: tuple[Path, Path]) -> Path:
    return editions[0]


@pytest.fixture
def new(editions: tuple[Path, Path]) -> Path:
    return editions[1]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf.of(tmp_path / "cache", "somewhere")
