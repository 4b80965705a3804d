"""Tells of the bot's health and counts over HTTP, on a port of this machine, where the operator switches that on.

/healthz   200 while the bot can answer: its gateway is open or opening, its event loop keeps up; 503 with the reason
/metrics   what is counted, for Prometheus
"""

import asyncio
import math
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from aiohttp import web

from bot.discord.library import Library, Reload
from bot.metrics import FORM, Metrics
from bot.models import Answer
from bot.settings import SettingsError

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

BEAT = 1.0  # seconds between looks
LARGEST_LAG = 1.0  # seconds that the event loop may be late; Discord waits three for an interaction
FIRST_CONNECTION = 15 * 60.0  # seconds: many shards connect one after another
RECONNECTION = 2 * 60.0  # seconds


class Pulse:
    """Whether the bot is well, by looks at its gateway and by how late they come."""

    def __init__(self, bot: "LineupBot") -> None:
        self._bot = bot
        self._loop = asyncio.get_running_loop()
        self._due = self._seen_open = self._loop.time()
        self._patience = FIRST_CONNECTION
        self.lag = 0.0

    @property
    def is_open(self) -> bool:
        """Whether every connection to Discord that was begun is open."""
        shards = self._bot.shards.values()
        return bool(shards) and not any(shard.is_closed() for shard in shards)

    def problem(self) -> str | None:
        """Return what is wrong, if anything."""
        lag, closed = max(self.lag, self._loop.time() - self._due), self._loop.time() - self._seen_open
        if lag > LARGEST_LAG:
            return f"the event loop is late by {lag:.1f} seconds"
        if closed > self._patience:
            return f"there is no connection to Discord since {closed:.0f} seconds"
        return None

    async def beat(self) -> None:
        """Look every second."""
        while True:
            if self.is_open:
                self._seen_open, self._patience = self._loop.time(), RECONNECTION
            self._due = self._loop.time() + BEAT
            await asyncio.sleep(BEAT)
            self.lag = self._loop.time() - self._due


@asynccontextmanager
async def monitored(bot: "LineupBot", place: tuple[str, int] | None) -> AsyncIterator[None]:
    """Tell of a bot at a place, if any; raises SettingsError where nothing can listen there."""
    if place is None:
        yield
        return
    pulse, metrics = Pulse(bot), Metrics()
    _watch(metrics, pulse, bot.library)

    def note(news: Answer | Reload) -> None:
        if isinstance(news, Answer):
            metrics.count_answer(news)
        else:
            metrics.count_reload(news.outcome.value)

    runner = web.AppRunner(_pages(pulse, metrics), access_log=None)
    await runner.setup()
    beating = asyncio.create_task(pulse.beat())
    bot.library.listeners.append(note)
    try:
        await _listen(runner, *place)
        yield
    finally:
        bot.library.listeners.remove(note)
        beating.cancel()
        await runner.cleanup()


def _watch(metrics: Metrics, pulse: Pulse, library: Library) -> None:
    metrics.watch("lineup_documents", "Documents in service", lambda: library.counts()["documents"])
    metrics.watch("lineup_facts", "Facts in service", lambda: library.counts()["facts"])
    metrics.watch("lineup_store_age_seconds", "Since the store in service was made here", lambda: _age(library))
    metrics.watch(
        "lineup_gateway_connected", "Whether all connections to Discord are open", lambda: float(pulse.is_open)
    )
    metrics.watch("lineup_event_loop_lag_seconds", "How late the event loop was last", lambda: pulse.lag)


def _age(library: Library) -> float:
    """Return the age of the store's file; not a number where the file is gone, which an open store survives."""
    with suppress(OSError):
        return time.time() - library.store_path.stat().st_mtime
    return math.nan


def _pages(pulse: Pulse, metrics: Metrics) -> web.Application:
    async def health(_: web.Request) -> web.Response:
        problem = pulse.problem()
        return web.Response(text=f"{problem or 'well'}\n", status=503 if problem else 200)

    async def counts(_: web.Request) -> web.Response:
        return web.Response(body=metrics.page(), headers={"Content-Type": FORM})

    pages = web.Application()
    pages.add_routes([web.get("/healthz", health), web.get("/metrics", counts)])
    return pages


async def _listen(runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as fault:
        raise SettingsError(f"LINEUP_METRICS names {host}:{port}, where nothing can listen ({fault})") from fault
