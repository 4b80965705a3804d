"""What `lineup run` tells of itself on its port: whether it is well, and counts that name nobody and nothing."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
from click.testing import CliRunner, Result
from discord.http import Route
from prometheus_client.parser import text_string_to_metric_families

from bot.cli import main
from bot.discord import monitoring
from bot.discord.client import serve
from bot.discord.library import Library
from bot.models import Intent, Status, Tier
from bot.settings import Settings, SettingsError
from tests.bot.discord.loopback import Loopback, listening
from tests.bot.discord.shelf import PRICE, UNKNOWN, HeldBuild, knowledge, refuse
from tests.waiting import SOON, until

LABELS = {
    "status": set(Status),
    "tier": {*Tier, "none"},
    "kind": {*Intent, "none"},
    "outcome": {"swapped", "failed", "busy"},
}


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@asynccontextmanager
async def watched(monkeypatch: pytest.MonkeyPatch, port: int) -> AsyncIterator[tuple[Loopback, Library]]:
    """Run a bot that tells of itself at a port."""
    library = Library(knowledge(), build=HeldBuild(), opener=refuse)
    async with listening(Loopback()) as here:
        monkeypatch.setattr(Route, "BASE", here.address)
        settings = Settings(token="someone.somewhere.secret", metrics=("127.0.0.1", port))
        serving = asyncio.create_task(serve(settings, library))
        try:
            await until(lambda: here.intents or serving.done())
            yield here, library
        finally:
            serving.cancel()
            await asyncio.wait({serving})


async def get(port: int, path: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as response:
        return response.status, await response.text()


async def health(port: object) -> Result:
    return await asyncio.to_thread(CliRunner().invoke, main, ["health"], env={"LINEUP_METRICS": str(port)})


async def counts(port: int) -> dict[tuple[str, tuple[str, ...]], float]:
    """Return what is counted, by name and values of labels, these by their names; all of them are of closed lists."""
    _, page = await get(port, "/metrics")
    samples = [one for family in text_string_to_metric_families(page) for one in family.samples]
    ours = [one for one in samples if one.name.startswith("lineup_")]
    assert ours
    for one in ours:
        assert all(value in LABELS[label] for label, value in one.labels.items() if label != "le"), one
    return {(one.name, tuple(one.labels[name] for name in sorted(one.labels))): one.value for one in ours}


async def test_it_counts_questions_reloads_and_what_it_knows(monkeypatch):
    port = free_port()
    async with watched(monkeypatch, port) as (here, library):
        await here.ask(PRICE, 100)
        await here.ask(UNKNOWN, 101)
        await until(lambda: len(here.taken) == 2)
        library.build.release.set()
        await library.reload(by="alice")
        told = await counts(port)
        assert told["lineup_questions_total", ("none", "answered", "facts")] == 1
        assert told["lineup_questions_total", ("none", "unknown", "none")] == 1
        assert told["lineup_answer_seconds_count", ("facts",)] == 1
        assert told["lineup_reloads_total", ("failed",)] == 1
        assert told["lineup_gateway_connected", ()] == 1
        assert told["lineup_documents", ()] == library.counts()["documents"]
        assert told["lineup_facts", ()] == library.counts()["facts"]
        _, page = await get(port, "/metrics")
        assert not [one for one in ("alice", "Twingo", "twingo", "secret") if one in page]


async def test_it_is_well_once_it_is_connected(monkeypatch):
    port = free_port()
    monkeypatch.setattr(monitoring, "LARGEST_LAG", SOON)
    async with watched(monkeypatch, port):
        assert await get(port, "/healthz") == (200, "well\n")
        asked = await health(port)
        assert (asked.exit_code, asked.output) == (0, "well\n")
    asked = await health(port)
    assert asked.exit_code == 1
    assert asked.output.startswith(f"lineup: no bot answers at 127.0.0.1:{port} (")


async def test_a_gateway_that_stays_closed_is_told(monkeypatch):
    port = free_port()
    monkeypatch.setattr(monitoring, "LARGEST_LAG", SOON)
    for patience in ("FIRST_CONNECTION", "RECONNECTION"):
        monkeypatch.setattr(monitoring, patience, -1.0)
    async with watched(monkeypatch, port):
        status, said = await get(port, "/healthz")
        assert status == 503
        assert said.startswith("there is no connection to Discord since ")
        asked = await health(port)
        assert asked.exit_code == 1
        assert f"the bot at 127.0.0.1:{port} is not well: there is no connection" in asked.output


async def test_a_blocked_event_loop_is_told(monkeypatch):
    port = free_port()
    monkeypatch.setattr(monitoring, "BEAT", 0.3)
    monkeypatch.setattr(monitoring, "LARGEST_LAG", 0.2)
    async with watched(monkeypatch, port):
        status, said = 200, ""
        async with asyncio.timeout(SOON):
            while status == 200:  # a slow machine may ask after the next look, which finds all well again
                time.sleep(0.6)  # noqa: ASYNC251  # that is the fault
                status, said = await get(port, "/healthz")
        assert status == 503
        assert said.startswith("the event loop is late by ")


async def test_a_port_that_is_taken_is_said_in_a_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        settings = Settings(token="x", metrics=("127.0.0.1", port))
        with pytest.raises(
            SettingsError, match=rf"^LINEUP_METRICS names 127\.0\.0\.1:{port}, where nothing can listen"
        ):
            await serve(settings, Library(knowledge(), build=HeldBuild(), opener=refuse))


async def test_without_a_port_it_cannot_be_asked():
    asked = await health("")
    assert (asked.exit_code, asked.output.count("\n")) == (1, 1)
    assert "LINEUP_METRICS is not set" in asked.output
