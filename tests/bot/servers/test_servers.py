"""What servers chose is kept whole, and what was asked there in vain is counted there alone.

In a file as in a database: each test that names a place runs in both.
"""

import asyncio
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from bot.models.shards import Shards
from bot.servers import Asked, ServerSettings
from bot.servers.errors import ServersError
from bot.servers.keeper import DAY, KEPT_DAYS, MOST_PAIRS, MOST_WORDS

CHOSEN = ServerSettings(frozenset({11, 12}), 13, "fr", keeps_words=True, replies=3, seconds=60)
HERE, THERE = 2**62 + 1, 7


async def test_choices_outlive_the_bot(place):
    servers = place.servers()
    await servers.change(HERE, CHOSEN)
    servers.close()
    again = place.servers()
    assert again.settings(HERE) == CHOSEN
    assert again.settings(THERE) == ServerSettings()
    assert again.settings(None) == ServerSettings()


async def test_forgotten_server_leaves_nothing(place):
    servers = place.servers()
    for server in (HERE, THERE):
        await servers.change(server, CHOSEN)
        servers.note(server, [("Twingo", "range")], "how far?")
        await servers.flush()
    await servers.forget(HERE)
    assert servers.settings(HERE) == ServerSettings()
    assert await servers.gaps(HERE, 9) == []
    assert await servers.gaps(THERE, 9) == [Asked("Twingo", "range", 1, ("how far?",))]
    servers.close()
    for query in ("SELECT server FROM settings", "SELECT server FROM gaps", "SELECT server FROM words"):
        assert place.run(query) == [(THERE,)]


async def test_servers_that_went_while_the_bot_was_away_are_forgotten(place):
    servers = place.servers()
    await servers.change(HERE, CHOSEN)
    await servers.change(THERE, CHOSEN)
    await servers.keep_only({THERE, 99})
    assert (servers.settings(HERE), servers.settings(THERE)) == (ServerSettings(), CHOSEN)


async def test_counts_of_a_server_that_chose_nothing_go_with_it(place):
    servers = place.servers()
    servers.note(HERE, [("Twingo", "range")], "x")
    await servers.flush()
    await servers.keep_only({THERE})
    assert await servers.gaps(HERE, 9) == []


async def test_gaps_are_counted_most_asked_first(place):
    servers = place.servers()
    for _ in range(3):
        servers.note(HERE, [("Twingo", "range")], "x")
    servers.note(HERE, [("Spring", "price"), ("Twingo", "range")], "y")
    assert await servers.gaps(HERE, 9) == [Asked("Twingo", "range", 4), Asked("Spring", "price", 1)]
    assert await servers.gaps(HERE, 1) == [Asked("Twingo", "range", 4)]
    assert await servers.gaps(THERE, 9) == []


async def test_words_go_after_a_while(place):
    servers = place.servers()
    await servers.change(HERE, CHOSEN)
    servers.note(HERE, [("Twingo", "range")], "how far?")
    await servers.flush()
    place.run(f"UPDATE words SET at = at - {KEPT_DAYS * DAY + 1}")  # noqa: S608  # a number
    assert await servers.gaps(HERE, 9) == [Asked("Twingo", "range", 1)]


async def test_words_go_when_they_are_wanted_no_more(place):
    servers = place.servers()
    await servers.change(HERE, CHOSEN)
    servers.note(HERE, [("Twingo", "range")], "how far?")
    await servers.flush()
    servers.note(HERE, [("Twingo", "range")], "how very far?")
    await servers.change(HERE, replace(CHOSEN, keeps_words=False))
    assert await servers.gaps(HERE, 9) == [Asked("Twingo", "range", 2)]


async def test_last_questions_of_a_pair_are_kept(place):
    servers = place.servers()
    await servers.change(HERE, CHOSEN)
    for n in range(MOST_WORDS + 5):
        servers.note(HERE, [("Twingo", "range")], f"{n} km?")
    (asked,) = await servers.gaps(HERE, 9)
    assert asked.count == MOST_WORDS + 5
    assert set(asked.words) == {f"{n} km?" for n in range(5, MOST_WORDS + 5)}


async def test_forgetting_gaps_keeps_the_choices(place):
    servers = place.servers()
    await servers.change(HERE, CHOSEN)
    servers.note(HERE, [("Twingo", "range")], "how far?")
    await servers.forget_gaps(HERE)
    assert await servers.gaps(HERE, 9) == []
    assert servers.settings(HERE) == CHOSEN


async def test_no_more_pairs_are_kept_than_there_is_room_for(place):
    servers = place.servers()
    servers.note(HERE, [(f"car {n}", "range") for n in range(MOST_PAIRS + 30)], "x")
    assert len(await servers.gaps(HERE, 10_000)) == MOST_PAIRS


async def test_another_process_is_heard(place):
    one, other = place.servers(), place.servers()
    await one.change(HERE, CHOSEN)
    assert other.settings(HERE) == ServerSettings()
    await other.refresh()
    assert other.settings(HERE) == CHOSEN
    await one.forget(HERE)
    await other.refresh()
    assert other.settings(HERE) == ServerSettings()


def test_processes_that_start_at_once_share_a_new_file(place):
    with ThreadPoolExecutor(8) as pool:
        for servers in pool.map(lambda _: place.servers(), range(8)):
            servers.close()


async def test_what_discord_was_told_outlives_the_bot(place):
    servers = place.servers()
    await servers.note_commands(5, {0: "abc", HERE: "def"})
    servers.close()
    assert place.servers().commands_told(5) == {0: "abc", HERE: "def"}
    assert place.servers().commands_told(6) == {}


async def test_counts_wait_for_a_disk_that_was_full(place):
    servers = place.servers()
    servers.note(HERE, [("Twingo", "range")], "x")
    place.refuse("gaps")
    with pytest.raises(ServersError, match="disk full"):
        await servers.flush()
    place.allow("gaps")
    assert await servers.gaps(HERE, 9) == [Asked("Twingo", "range", 1)]


async def test_choice_made_during_a_write_is_not_lost(place):
    """What is read back never undoes what was chosen meanwhile."""
    servers, other = place.servers(), place.servers()
    for replies in range(1, 20):
        chosen = replace(CHOSEN, replies=replies)
        await asyncio.gather(
            servers.refresh(), servers.change(HERE, chosen), other.change(THERE, chosen), servers.refresh()
        )
        assert servers.settings(HERE) == chosen
        await asyncio.gather(servers.refresh(), servers.forget(HERE))
        assert servers.settings(HERE) == ServerSettings()


async def test_write_that_fails_changes_nothing(place):
    servers = place.servers()
    place.refuse("settings")
    with pytest.raises(ServersError, match="disk full"):
        await servers.change(HERE, CHOSEN)
    assert servers.settings(HERE) == ServerSettings()


@pytest.mark.parametrize("words", ["half \ud83d of it", "a \0 byte", "x" * 100_000])
async def test_words_that_no_store_takes_are_counted_all_the_same(words, place):
    servers = place.servers()
    await servers.change(HERE, CHOSEN)
    servers.note(HERE, [("Twingo", "range")], words)
    (asked,) = await servers.gaps(HERE, 9)
    assert (asked.count, len(asked.words)) == (1, 1)


async def test_process_knows_the_servers_of_its_shards_alone(place):
    """A server belongs to the shard that Discord tells of it."""
    ours, theirs = (5 << 22) + 1, (6 << 22) + 1
    every = place.servers()
    for server in (ours, theirs):
        await every.change(server, CHOSEN)
        every.note(server, [("Twingo", "range")], "x")
    await every.flush()
    some = place.servers(Shards((1, 5), 8))
    assert (some.settings(ours), some.settings(theirs)) == (CHOSEN, ServerSettings())
    await some.keep_only([])
    again = place.servers()
    assert (again.settings(ours), again.settings(theirs)) == (ServerSettings(), CHOSEN)
    assert len(await again.gaps(theirs, 9)) == 1


async def test_change_is_read_once(place):
    one, other = place.servers(), place.servers()
    await one.change(HERE, CHOSEN)
    await other.refresh()
    known = other.settings(HERE)
    await other.refresh()
    assert other.settings(HERE) is known


def test_turn_is_had_by_one_at_a_time(place):
    one, other = place.servers().keeper, place.servers().keeper
    release = one.turn("identify-0", 0.1)
    assert release is not None
    assert other.turn("identify-0", 0.1) is None
    assert one.turn("identify-0", 0.1) is None
    elsewhere = other.turn("identify-1", 0.1)
    assert elsewhere is not None
    elsewhere()
    release()
    after = other.turn("identify-0", 2.0)
    assert after is not None
    after()


HOLD = """
import time

held = keeper.turn("identify-0", 5.0)
print("held" if held else "not", flush=True)
time.sleep(60)
"""


def test_turn_of_a_process_that_was_killed_is_free(place):
    process = subprocess.Popen((sys.executable, "-c", place.code + HOLD), stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        keeper = place.servers().keeper
        assert keeper.turn("identify-0", 0.1) is None
    finally:
        process.kill()
        process.communicate()
    release = keeper.turn("identify-0", 5.0)
    assert release is not None
    release()
