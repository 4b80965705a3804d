"""What only a file can be: damaged, of another kind, of a newer version."""

import sqlite3
from pathlib import Path

import pytest

from bot.servers import Servers
from bot.servers.errors import ServersError
from bot.servers.file import ServersFile

HERE = 2**62 + 1


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "servers.db"


def opened(path: Path) -> Servers:
    return Servers(ServersFile(path))


async def test_words_are_kept_only_where_that_was_chosen(path):
    servers = opened(path)
    servers.note(HERE, [("Twingo", "range")], "secret words")
    await servers.flush()
    servers.close()
    assert b"secret words" not in path.read_bytes()


def test_damaged_file_is_named_and_left_alone(path):
    path.parent.mkdir()
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(ServersError, match=rf"^{path} cannot be used \(.*\); check its disk .* LINEUP_SERVERS$"):
        opened(path)
    assert path.read_bytes().startswith(b"no database")


def test_file_of_a_newer_lineup_is_named(path):
    opened(path).close()
    with sqlite3.connect(path) as file:
        file.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('servers', 'later', '')")
    with pytest.raises(ServersError, match=r"written by a newer Lineup \(later\)"):
        opened(path)


def test_settings_that_make_no_sense_are_named(path):
    opened(path).close()
    with sqlite3.connect(path) as file:
        file.execute('INSERT INTO settings VALUES (1, \'{"channels": "all"}\')')
    with pytest.raises(ServersError, match="holds settings that cannot be read"):
        opened(path)


def test_file_of_something_else_is_left_alone(path):
    path.parent.mkdir()
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE facts (subject)")
    before = path.read_bytes()
    with pytest.raises(ServersError, match=r"holds something else .*; name another with LINEUP_SERVERS"):
        opened(path)
    assert path.read_bytes() == before
