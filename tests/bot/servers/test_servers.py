"""What servers chose is kept whole, and what was asked there in vain is counted there alone."""

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from bot.servers import Asked, Servers, ServerSettings
from bot.servers.errors import ServersError
from bot.servers.file import DAY, KEPT_DAYS, MOST_PAIRS, MOST_WORDS

CHOSEN = ServerSettings(frozenset({11, 12}), 13, "fr", keeps_words=True, replies=3, seconds=60)
HERE, THERE = 2**62 + 1, 7
COUNTS = (
    "SELECT count(*) FROM settings WHERE server = ?",
    "SELECT count(*) FROM gaps WHERE server = ?",
    "SELECT count(*) FROM words WHERE server = ?",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "servers.db"


async def test_choices_outlive_the_bot(path):
    servers = Servers(path)
    await servers.change(HERE, CHOSEN)
    servers.close()
    again = Servers(path)
    assert again.settings(HERE) == CHOSEN
    assert again.settings(THERE) == ServerSettings()
    assert again.settings(None) == ServerSettings()


async def test_forgotten_server_leaves_nothing(path):
    servers = Servers(path)
    for server in (HERE, THERE):
        await servers.change(server, CHOSEN)
        servers.note(server, [("Twingo", "range")], "how far?")
        await servers.flush()
    await servers.forget(HERE)
    assert servers.settings(HERE) == ServerSettings()
    assert await servers.gaps(HERE, 9) == []
    assert await servers.gaps(THERE, 9) == [Asked("Twingo", "range", 1, ("how far?",))]
    servers.close()
    with sqlite3.connect(path) as file:
        counts = [file.execute(query, (HERE,)).fetchone()[0] for query in COUNTS]
    assert counts == [0, 0, 0]


async def test_servers_that_went_while_the_bot_was_away_are_forgotten():
    servers = Servers()
    await servers.change(HERE, CHOSEN)
    await servers.change(THERE, CHOSEN)
    await servers.keep_only({THERE, 99})
    assert (servers.settings(HERE), servers.settings(THERE)) == (ServerSettings(), CHOSEN)


async def test_counts_of_a_server_that_chose_nothing_go_with_it():
    servers = Servers()
    servers.note(HERE, [("Twingo", "range")], "x")
    await servers.flush()
    await servers.keep_only({THERE})
    assert await servers.gaps(HERE, 9) == []


async def test_gaps_are_counted_most_asked_first():
    servers = Servers()
    for _ in range(3):
        servers.note(HERE, [("Twingo", "range")], "x")
    servers.note(HERE, [("Spring", "price"), ("Twingo", "range")], "y")
    assert await servers.gaps(HERE, 9) == [Asked("Twingo", "range", 4), Asked("Spring", "price", 1)]
    assert await servers.gaps(HERE, 1) == [Asked("Twingo", "range", 4)]
    assert await servers.gaps(THERE, 9) == []


async def test_words_are_kept_only_where_that_was_chosen(path):
    servers = Servers(path)
    servers.note(HERE, [("Twingo", "range")], "secret words")
    await servers.flush()
    servers.close()
    assert b"secret words" not in path.read_bytes()


async def test_words_go_after_a_while(path):
    servers = Servers(path)
    await servers.change(HERE, CHOSEN)
    servers.note(HERE, [("Twingo", "range")], "how far?")
    await servers.flush()
    with sqlite3.connect(path) as file:
        file.execute("UPDATE words SET at = at - ?", (KEPT_DAYS * DAY + 1,))
    assert await servers.gaps(HERE, 9) == [Asked("Twingo", "range", 1)]


async def test_words_go_when_they_are_wanted_no_more(path):
    servers = Servers(path)
    await servers.change(HERE, CHOSEN)
    servers.note(HERE, [("Twingo", "range")], "how far?")
    await servers.flush()
    servers.note(HERE, [("Twingo", "range")], "how very far?")
    await servers.change(HERE, replace(CHOSEN, keeps_words=False))
    assert await servers.gaps(HERE, 9) == [Asked("Twingo", "range", 2)]


async def test_last_questions_of_a_pair_are_kept():
    servers = Servers()
    await servers.change(HERE, CHOSEN)
    for n in range(MOST_WORDS + 5):
        servers.note(HERE, [("Twingo", "range")], f"{n} km?")
    (asked,) = await servers.gaps(HERE, 9)
    assert asked.count == MOST_WORDS + 5
    assert set(asked.words) == {f"{n} km?" for n in range(5, MOST_WORDS + 5)}


async def test_forgetting_gaps_keeps_the_choices():
    servers = Servers()
    await servers.change(HERE, CHOSEN)
    servers.note(HERE, [("Twingo", "range")], "how far?")
    await servers.forget_gaps(HERE)
    assert await servers.gaps(HERE, 9) == []
    assert servers.settings(HERE) == CHOSEN


async def test_no_more_pairs_are_kept_than_there_is_room_for():
    servers = Servers()
    servers.note(HERE, [(f"car {n}", "range") for n in range(MOST_PAIRS + 30)], "x")
    assert len(await servers.gaps(HERE, 10_000)) == MOST_PAIRS


async def test_another_process_is_heard_after_a_while(path):
    one, other = Servers(path), Servers(path)
    await one.change(HERE, CHOSEN)
    assert other.settings(HERE) == ServerSettings()
    await other.flush()
    assert other.settings(HERE) == CHOSEN


def test_processes_that_start_at_once_share_a_new_file(path):
    with ThreadPoolExecutor(8) as pool:
        for servers in pool.map(Servers, [path] * 8):
            servers.close()


async def test_what_discord_was_told_outlives_the_bot(path):
    servers = Servers(path)
    await servers.note_commands(5, {0: "abc", HERE: "def"})
    servers.close()
    assert Servers(path).commands_told(5) == {0: "abc", HERE: "def"}
    assert Servers(path).commands_told(6) == {}


def test_damaged_file_is_named_and_left_alone(path):
    path.parent.mkdir()
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(ServersError, match=rf"^{path} cannot be used \(.*\); check its disk .* LINEUP_SERVERS$"):
        Servers(path)
    assert path.read_bytes().startswith(b"no database")


def test_file_of_a_newer_lineup_is_named(path):
    Servers(path).close()
    with sqlite3.connect(path) as file:
        file.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('servers', 'later', '')")
    with pytest.raises(ServersError, match=r"written by a newer Lineup \(later\)"):
        Servers(path)


def test_settings_that_make_no_sense_are_named(path):
    Servers(path).close()
    with sqlite3.connect(path) as file:
        file.execute('INSERT INTO settings VALUES (1, \'{"channels": "all"}\')')
    with pytest.raises(ServersError, match="holds settings that cannot be read"):
        Servers(path)


def test_file_of_something_else_is_left_alone(path):
    path.parent.mkdir()
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE facts (subject)")
    before = path.read_bytes()
    with pytest.raises(ServersError, match=r"holds something else .*; name another with LINEUP_SERVERS"):
        Servers(path)
    assert path.read_bytes() == before


async def test_counts_wait_for_a_disk_that_was_full(path):
    servers = Servers(path)
    servers.note(HERE, [("Twingo", "range")], "x")
    with sqlite3.connect(path) as file:
        file.execute("CREATE TRIGGER full BEFORE INSERT ON gaps BEGIN SELECT raise(ABORT, 'disk full'); END")
    with pytest.raises(ServersError, match="disk full"):
        await servers.flush()
    with sqlite3.connect(path) as file:
        file.execute("DROP TRIGGER full")
    assert await servers.gaps(HERE, 9) == [Asked("Twingo", "range", 1)]


async def test_choice_made_during_a_write_is_not_lost(path):
    """What is read back from the file never undoes what was chosen meanwhile."""
    servers = Servers(path)
    for replies in range(1, 20):
        chosen = replace(CHOSEN, replies=replies)
        await asyncio.gather(servers.flush(), servers.change(HERE, chosen), servers.flush())
        assert servers.settings(HERE) == chosen
        await asyncio.gather(servers.flush(), servers.forget(HERE))
        assert servers.settings(HERE) == ServerSettings()


async def test_write_that_fails_changes_nothing(path):
    servers = Servers(path)
    with sqlite3.connect(path) as file:
        file.execute("CREATE TRIGGER full BEFORE INSERT ON settings BEGIN SELECT raise(ABORT, 'disk full'); END")
    with pytest.raises(ServersError, match="disk full"):
        await servers.change(HERE, CHOSEN)
    assert servers.settings(HERE) == ServerSettings()
