"""Lets shards identify one after another, over all processes that share what servers chose, as Discord asks.

Discord takes `max_concurrency` new sessions in five seconds, each of other shards by that remainder, and so many a day.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable

import discord

from bot.servers.errors import ServersError
from bot.servers.keeper import Keeper, Release

log = logging.getLogger(__name__)

PAUSE = 5.5  # seconds between two sessions: Discord counts five where it stands, and messages do not travel evenly
PATIENCE = 1.0  # seconds for which one attempt at a turn holds up a thread

Limits = Callable[[], Awaitable[discord.SessionStartLimits]]


class Turnstile:
    """Gives each shard its turn, and keeps the turn until the next may have it."""

    def __init__(self, keeper: Keeper, limits: Limits) -> None:
        self._keeper = keeper
        self._ask = limits
        self._limits: discord.SessionStartLimits | None = None  # asked for once: Discord limits that too
        self._held: set[asyncio.Task[None]] = set()

    async def pass_through(self, shard: int) -> None:
        """Wait until a shard may identify. It has to do so at once then."""
        if self._limits is None:
            self._limits = await self._ask()
            await _wait_for_a_new_day(self._limits)
        release = await self._turn(f"identify-{shard % self._limits.max_concurrency}", shard)
        holding = asyncio.create_task(_hold(release))
        self._held.add(holding)
        holding.add_done_callback(self._held.discard)

    async def _turn(self, name: str, shard: int) -> Release:
        try:
            while (release := await self._attempt(name)) is None:
                continue
        except ServersError as fault:
            log.warning("%s; shard %d identifies without taking turns with other processes", fault, shard)
            await asyncio.sleep(PAUSE)
            return lambda: None
        return release

    async def _attempt(self, name: str) -> Release | None:
        taking = asyncio.ensure_future(asyncio.to_thread(self._keeper.turn, name, PATIENCE))
        try:
            return await asyncio.shield(taking)
        except asyncio.CancelledError:
            taking.add_done_callback(_give_back)  # the thread goes on, and may yet get what nobody wants any more
            raise


async def _wait_for_a_new_day(limits: discord.SessionStartLimits) -> None:
    """Wait where all sessions of a day are used up: one more, and Discord takes the token away."""
    if limits.remaining <= 0:
        seconds = limits.reset_after / 1_000
        log.warning("All %d sessions of a day are used up; the next begins in %.0f minutes", limits.total, seconds / 60)
        await asyncio.sleep(seconds)


async def _hold(release: Release) -> None:
    try:
        await asyncio.sleep(PAUSE)
    finally:
        release()


def _give_back(taken: "asyncio.Future[Release | None]") -> None:
    if not taken.cancelled() and taken.exception() is None and (release := taken.result()) is not None:
        release()
