"""Shards begin their sessions one after another, whichever process they are in, as many at once as Discord takes."""

import asyncio
import logging
import time
from itertools import pairwise
from pathlib import Path

import discord
import pytest

from bot.discord import identifying
from bot.discord.identifying import Turnstile
from bot.servers.database import ServersDatabase
from bot.servers.file import ServersFile
from bot.servers.keeper import Keeper

PAUSE = 0.3  # seconds


@pytest.fixture(autouse=True)
def brief(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identifying, "PAUSE", PAUSE)
    monkeypatch.setattr(identifying, "PATIENCE", 0.1)


def turnstile(keeper: Keeper, *, at_once: int = 1, remaining: int = 9) -> Turnstile:
    async def limits() -> discord.SessionStartLimits:
        return discord.SessionStartLimits(total=9, remaining=remaining, reset_after=300, max_concurrency=at_once)

    return Turnstile(keeper, limits)


async def passed(turnstile: Turnstile, shard: int) -> float:
    await turnstile.pass_through(shard)
    return time.monotonic()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "servers.db"


async def test_shards_of_several_processes_take_turns(path):
    one, other = (turnstile(ServersFile(path)) for _ in range(2))
    moments = sorted(await asyncio.gather(passed(one, 0), passed(other, 1), passed(one, 2), passed(other, 3)))
    assert all(later - earlier >= PAUSE for earlier, later in pairwise(moments))


async def test_as_many_at_once_as_discord_takes(path):
    one, other = (turnstile(ServersFile(path), at_once=2) for _ in range(2))
    first, second, third = await asyncio.gather(passed(one, 0), passed(other, 1), passed(one, 2))
    assert abs(second - first) < PAUSE
    assert third - first >= PAUSE


async def test_shards_of_one_process_without_a_file_take_turns_too():
    alone = turnstile(ServersFile(None))
    first, second = sorted(await asyncio.gather(passed(alone, 0), passed(alone, 1)))
    assert second - first >= PAUSE


async def test_database_that_is_away_delays_and_is_told_of(caplog):
    away = turnstile(ServersDatabase("postgresql://me@127.0.0.1:1/x"))
    before = time.monotonic()
    assert await passed(away, 3) - before >= PAUSE
    (record,) = caplog.records
    assert "shard 3 identifies without taking turns with other processes" in record.message


async def test_used_up_sessions_are_waited_for(path, caplog):
    caplog.set_level(logging.WARNING, "bot")
    before = time.monotonic()
    assert await passed(turnstile(ServersFile(path), remaining=0), 0) - before >= 0.3
    assert caplog.messages == ["All 9 sessions of a day are used up; the next begins in 0 minutes"]


async def test_shard_that_stopped_waiting_has_no_turn(path):
    release = ServersFile(path).turn("identify-0", 0.1)
    assert release is not None
    waiting = asyncio.create_task(passed(turnstile(ServersFile(path)), 0))
    await asyncio.sleep(0.05)
    waiting.cancel()
    await asyncio.wait({waiting})
    release()
    await asyncio.sleep(0.2)  # longer than one attempt
    after = ServersFile(path).turn("identify-0", 0.1)
    assert after is not None
    after()
