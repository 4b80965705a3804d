"""How `lineup run` stops, as a real process: answers under way are sent, counts are written, children end with it."""

import asyncio
import logging
import os
import signal
import sqlite3
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path

import pytest
from discord.http import Route

from bot.discord import leaving
from bot.discord.client import until_stopped
from bot.discord.library import Library
from bot.settings import Settings
from tests.bot.discord import shelf
from tests.bot.discord.loopback import Failure, Loopback, listening
from tests.bot.discord.shelf import HeldBuild, knowledge, refuse
from tests.waiting import SOON, until

RUN_AT = """
import sys
from pathlib import Path

from discord.http import Route

from bot.discord.client import run
from bot.settings import Settings

Route.BASE, sys.executable = sys.argv[1], sys.argv[2]
run(Settings(token="someone.somewhere.secret", facts=Path(sys.argv[3]), servers=Path(sys.argv[4])))
"""
PUT_OFF = Failure(429, {"message": "You are being rate limited.", "retry_after": 1.0, "global": False})
LONGEST_STOP = 10.0  # seconds
PRICE = "how much is the Twingo?"
UNKNOWN = "@Lineup what is the range of the Twingo?"


@asynccontextmanager
async def running(*arguments: str | Path) -> AsyncIterator[Process]:
    """Run the bot as a process, and end it however the test ends."""
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", RUN_AT, *map(str, arguments), stderr=PIPE)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def stopped(process: Process, number: signal.Signals) -> str:
    """Tell a process to stop and return what it logged; it must not take too long."""
    began = time.monotonic()
    process.send_signal(number)
    _, said = await process.communicate()
    assert process.returncode == 0, said.decode()
    assert time.monotonic() - began < LONGEST_STOP
    return said.decode()


async def test_an_answer_under_way_is_sent_and_what_was_counted_is_written(shipped_store, tmp_path):
    servers = tmp_path / "servers.db"
    async with listening(Loopback()) as here, running(here.address, sys.executable, shipped_store, servers) as bot:
        await until(lambda: here.intents)
        await here.join()
        await here.ask_in_server(UNKNOWN, 100)
        await until(lambda: "100" in here.taken)
        here.failures.append(PUT_OFF)
        await here.ask(PRICE, 101)
        await until(lambda: len(here.tried) == 2)
        said = await stopped(bot, signal.SIGTERM)
    assert "20,000" in str(here.taken["101"]["content"])
    assert "Stopping; answers under way: 1" in said
    assert '"message": "Stopped"' in said.splitlines()[-1]
    with closing(sqlite3.connect(servers)) as kept:
        assert kept.execute("SELECT server, attribute, count FROM gaps").fetchall() == [(5, "range", 1)]


@pytest.mark.parametrize("signals", [1, 2])
async def test_an_answer_that_discord_puts_off_for_long_holds_up_nothing(signals, monkeypatch, caplog):
    """Told to stop a second time, it goes at once."""
    caplog.set_level(logging.INFO)
    monkeypatch.setattr(leaving, "LAST_ANSWERS", 0.3 if signals == 1 else 3 * SOON)
    long_wait = Failure(429, {"message": "You are being rate limited.", "retry_after": 300.0, "global": False})
    async with listening(Loopback(failures=[long_wait])) as here:
        monkeypatch.setattr(Route, "BASE", here.address)
        library = Library(knowledge(), build=HeldBuild(), opener=refuse)
        serving = asyncio.create_task(until_stopped(Settings(token="someone.somewhere.secret"), library))
        await until(lambda: here.intents)
        await here.ask(shelf.PRICE)
        await until(lambda: here.tried)
        for _ in range(signals):
            os.kill(os.getpid(), signal.SIGTERM)
            await until(lambda: "Stopping; answers under way: 1" in caplog.text)
        async with asyncio.timeout(SOON):
            await serving
    assert ("Answers not sent in time: 1" in caplog.text) == (signals == 1)
    assert (here.taken, caplog.messages[-1]) == ({}, "Stopped")


async def test_a_first_build_ends_with_the_bot(tmp_path):
    started = tmp_path / "pid"
    builder = tmp_path / "builder"
    builder.write_text(f"#!/bin/sh\necho $$ > {started}.new; mv {started}.new {started}; exec sleep 60\n")
    builder.chmod(0o755)
    async with running("http://127.0.0.1:9", builder, tmp_path / "facts.db", tmp_path / "servers.db") as bot:
        await until(started.exists)
        child = int(started.read_text())
        try:
            await stopped(bot, signal.SIGINT)
            with pytest.raises(ProcessLookupError):
                os.kill(child, 0)
        finally:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
