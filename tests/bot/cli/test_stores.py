"""The store a command needs is there, or is built, or its absence is one sentence."""

import os
import shutil
import sqlite3
import threading
import time
from pathlib import Path

import pytest

from bot.building.locking import CACHED, alone
from bot.cli.stores import KEPT_STORES, forget_old_stores, open_store
from bot.settings import Settings
from facts.errors import FactsError, StoreError
from tests.bot.cli.conftest import Lineup


@pytest.fixture
def settings(docs: Path, tmp_path: Path) -> Settings:
    return Settings(documents=(docs,), cache=tmp_path / "cache")


def test_a_missing_store_is_built_and_found_again(settings: Settings) -> None:
    with open_store(settings=settings) as store:
        assert store.counts()["documents"] == 1
        made = store.path.stat().st_mtime_ns

    with open_store(settings=settings) as again:
        assert again.path.stat().st_mtime_ns == made


@pytest.mark.parametrize("damage", ["empty", "half", "schema"])
def test_a_store_that_cannot_be_used_is_rebuilt(settings: Settings, tmp_path: Path, store: str, damage: str) -> None:
    path = Path(shutil.copy(store, tmp_path / "facts.db"))
    if damage == "schema":
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA user_version = 99")
        connection.close()
    else:
        path.write_bytes(path.read_bytes()[: 0 if damage == "empty" else path.stat().st_size // 2])

    with open_store(path, settings) as rebuilt:
        assert rebuilt.counts()["documents"] == 1


def test_a_file_of_another_kind_is_never_written_over(settings: Settings, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Dear diary, " * 20)

    with pytest.raises(StoreError, match="not a fact store"):
        open_store(notes, settings)
    assert notes.read_text().startswith("Dear diary")


def test_a_named_store_is_not_rebuilt_from_other_documents(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="lineup build"):
        open_store(tmp_path / "facts.db", Settings(cache=tmp_path))


def test_without_documents_it_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match="no such folder"):
        open_store(settings=Settings(documents=(tmp_path / "none",), cache=tmp_path))


def test_old_stores_of_the_cache_are_forgotten(settings: Settings) -> None:
    path = settings.store()
    for number in range(KEPT_STORES + 3):
        old = path.with_name(f"facts-1-{number}.db")
        old.write_bytes(b"")
        os.utime(old, (number, number))
    path.write_bytes(b"")

    forget_old_stores(settings, path)

    assert len(list(path.parent.glob("facts-*.db"))) == KEPT_STORES
    assert path.exists()


def test_environment_names_documents_and_store(lineup: Lineup, docs: Path, tmp_path: Path) -> None:
    result = lineup("facts", LINEUP_DOCUMENTS=str(docs), LINEUP_FACTS=str(tmp_path / "my.db"))

    assert result.exit_code == 0
    assert (tmp_path / "my.db").is_file()


def test_store_that_another_process_is_building_is_waited_for(settings: Settings, store: str) -> None:
    path = settings.store()
    held = threading.Event()

    def build_slowly() -> None:
        with alone(path.parent, CACHED):
            held.set()
            time.sleep(0.2)
            shutil.copy(store, path)

    building = threading.Thread(target=build_slowly)
    building.start()
    held.wait()
    with open_store(settings=settings) as opened:
        assert opened.path.read_bytes() == Path(store).read_bytes()
    building.join()
