"""How the bot gets onto Discord and off it again, over real sockets on this machine."""

import asyncio
import logging
import os
import signal
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from discord.http import Route

from bot.discord.client import ConnectionEndedError, run, serve, until_stopped
from bot.discord.library import Library
from bot.settings import Settings
from tests.bot.discord.loopback import MESSAGE_CONTENT, Loopback, listening
from tests.bot.discord.shelf import HeldBuild, knowledge, refuse
from tests.waiting import SOON, until

SETTINGS = Settings(token="someone.somewhere.secret")


def library() -> Library:
    return Library(knowledge(), build=HeldBuild(), opener=refuse)


@asynccontextmanager
async def discord_with(monkeypatch: pytest.MonkeyPatch, **behaviour: object) -> AsyncIterator[Loopback]:
    async with listening(Loopback(**behaviour)) as here:
        monkeypatch.setattr(Route, "BASE", here.address)
        yield here


async def identified(here: Loopback, times: int) -> None:
    """Wait until the bot has introduced itself so often."""
    await until(lambda: len(here.intents) >= times)


@pytest.mark.parametrize("token", [None, ""])
def test_missing_token_is_said_in_a_sentence(token):
    with pytest.raises(SystemExit, match=r"^lineup: DISCORD_TOKEN is not set"):
        run(Settings(token=token))


async def test_refused_token_is_said_in_a_sentence(monkeypatch):
    async with discord_with(monkeypatch, accepts_token=False):
        with pytest.raises(ConnectionEndedError, match=r"^Discord refused the token in DISCORD_TOKEN; [^\n]+$"):
            await serve(SETTINGS, library())


async def test_token_refused_by_the_gateway_is_said_in_a_sentence(monkeypatch):
    async with discord_with(monkeypatch, closes_with=4004):
        with pytest.raises(ConnectionEndedError, match=r"^Discord refused the token"):
            await serve(SETTINGS, library())


async def test_unreachable_discord_is_said_in_a_sentence(monkeypatch):
    async with discord_with(monkeypatch) as here:
        address = here.address
    monkeypatch.setattr(Route, "BASE", address)
    with pytest.raises(ConnectionEndedError, match=r"^Discord cannot be reached"):
        await serve(SETTINGS, library())


async def test_without_content_granted_it_connects_without_asking_for_it(monkeypatch, caplog):
    caplog.set_level(logging.INFO)
    async with discord_with(monkeypatch, grants_content=False) as here:
        serving = asyncio.create_task(serve(SETTINGS, library()))
        await identified(here, 2)
        assert [bool(intents & MESSAGE_CONTENT) for intents in here.intents] == [True, False]
        assert "only mentions, direct messages and commands are answered" in caplog.text
        serving.cancel()
        await asyncio.wait({serving})


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_told_to_stop_it_ends_without_a_fault(number, monkeypatch, caplog):
    caplog.set_level(logging.INFO)
    async with discord_with(monkeypatch) as here:
        serving = asyncio.create_task(until_stopped(SETTINGS, library()))
        await identified(here, 1)
        os.kill(os.getpid(), number)
        async with asyncio.timeout(SOON):
            await serving
        assert caplog.messages[-1] == "Stopped"
        assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


RUN_AT = """
import sys
from pathlib import Path

from discord.http import Route

from bot.discord.client import run
from bot.settings import Settings

Route.BASE = sys.argv[1]
run(Settings(token="someone.somewhere.secret", facts=Path(sys.argv[2]), servers=Path(sys.argv[3])))
"""


async def test_refused_token_ends_the_command_with_one_sentence_and_status_one(shipped_store, tmp_path):
    async with listening(Loopback(accepts_token=False)) as here:
        command = (sys.executable, "-c", RUN_AT, here.address, str(shipped_store), str(tmp_path / "servers.db"))
        process = await asyncio.create_subprocess_exec(*command, stdout=PIPE, stderr=PIPE)
        said, complained = await process.communicate()
    assert (process.returncode, said) == (1, b"")
    assert complained.decode().startswith("lineup: Discord refused the token in DISCORD_TOKEN;")
    assert complained.count(b"\n") == 1
