"""Several processes are one bot: real ones, against a Discord here that shares out servers as Discord does."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import pairwise
from pathlib import Path

import pytest
import simcord

from bot.curating.folders import Folders
from bot.curating.staging import Staging
from bot.discord.library import Library
from bot.discord.lineup import LineupBot
from bot.discord.operator.curator import Curator, understand_in_child
from bot.models.shards import Shards
from tests.bot.discord.loopback import Loopback, listening
from tests.bot.discord.shelf import LAUNCH, PRICE, HeldBuild, knowledge, refuse
from tests.bot.discord.world import started
from tests.waiting import until

ROOT = Path(__file__).parents[3]
ENDS_WITHIN = 5.0  # seconds, on a busy machine
PAUSE = 0.8  # seconds between two sessions
SECOND_PROCESS = str((2 << 22) + 5)  # a server that shard 2 of 4 is told of
RUN = """
import asyncio
import sys

from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.discord import identifying
from bot.discord.client import until_stopped
from bot.discord.library import Library
from bot.discord.opening import open_servers
from bot.settings import Settings
from tests.bot.discord.shelf import HeldBuild, knowledge, refuse

Route.BASE = sys.argv[1]
DiscordWebSocket.DEFAULT_GATEWAY = URL(sys.argv[1].replace("http", "ws", 1)) / "socket"
identifying.PAUSE = float(sys.argv[2])
settings = Settings.of()
library = Library(knowledge(), build=HeldBuild(), opener=refuse)
asyncio.run(until_stopped(settings, library, open_servers(settings)))
"""


@asynccontextmanager
async def processes(here: Loopback, folder: Path, *shards: str) -> AsyncIterator[None]:
    """Run a process for each set of shards, and end each by its id."""
    shared = {"DISCORD_TOKEN": "someone.somewhere.secret", "LINEUP_SERVERS": str(folder / "servers.db")}
    given = os.environ | shared | {"LINEUP_FACTS": str(folder / "facts.db"), "XDG_CACHE_HOME": str(folder)}
    command = (sys.executable, "-c", RUN, here.address, str(PAUSE))
    started: list[Process] = []
    try:
        for own in shards:
            process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=given | {"LINEUP_SHARDS": own})
            started.append(process)
        yield
    finally:
        for process in started:
            process.send_signal(signal.SIGTERM)
        for process in started:
            try:
                await asyncio.wait_for(process.wait(), ENDS_WITHIN)
            except TimeoutError:
                process.kill()
                await process.wait()


async def test_two_processes_are_one_bot(tmp_path):
    async with listening(Loopback()) as here, processes(here, tmp_path, "0-1/4", "2,3/4"):
        await until(lambda: len(here.sessions) == 4)
        assert sorted((shard, count) for _, shard, count in here.sessions) == [(0, 4), (1, 4), (2, 4), (3, 4)]
        moments = [moment for moment, _, _ in here.sessions]
        assert all(later - earlier > PAUSE / 2 for earlier, later in pairwise(moments)), "messages do not travel evenly"
        await here.ask(PRICE)
        await until(lambda: here.taken)
        await here.join(SECOND_PROCESS)
        await here.ask_in_server(f"Lineup, {LAUNCH}", 101, SECOND_PROCESS)
        await until(lambda: len(here.taken) == 2)
        assert [one["content"] for one in here.taken.values()] == [
            "The Twingo costs €20,000.",
            "The Twingo comes in 2026.",
        ]
        assert here.commands_told == 1


@pytest.mark.parametrize(("shards", "left"), [(None, 0), (Shards((0, 1), 2), 0), (Shards((1,), 2), 1)])
async def test_first_process_alone_sweeps(shards, left, tmp_path):
    staging = Staging(tmp_path / "staged")
    forgotten = staging.put(tmp_path / "new.md", b"A document.\n")
    os.utime(forgotten.folder / "note.json", (0, 0))
    curator = Curator(Folders((tmp_path,)), staging, understand_in_child)
    library = Library(knowledge(), build=HeldBuild(), opener=refuse)
    env = simcord.Env(LineupBot(library, curator=curator, shards=shards), shard_count=shards.count if shards else 1)
    async with started(env):
        assert len(list(staging.folder.iterdir())) == left
