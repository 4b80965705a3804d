"""Notices within seconds what other processes changed: the file of the facts, and what servers chose.

Facts that are published elsewhere are followed in `following`.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from bot.discord.knowledge import Mark
from bot.discord.library import Library
from bot.discord.opening import last_reload
from bot.servers import Servers
from bot.servers.errors import ServersError
from bot.settings import Settings
from facts.errors import FactsError

EVERY = 2.0  # seconds between two looks

log = logging.getLogger(__name__)


@asynccontextmanager
async def noticing(settings: Settings, library: Library, servers: Servers) -> AsyncIterator[None]:
    """Look every few seconds for as long as this is entered."""
    looks = [ServersWatch(servers).look]
    if settings.facts_url is None:
        looks.append(StoreWatch(library, settings).look)
    tasks = {asyncio.create_task(_again_and_again(look)) for look in looks}
    for task in tasks:
        task.add_done_callback(tasks.discard)  # one that breaks down is told of at once
    try:
        yield
    finally:
        for task in tuple(tasks):
            task.cancel()


async def _again_and_again(look: Callable[[], Awaitable[None]]) -> None:
    while True:
        await asyncio.sleep(EVERY)
        await look()


class StoreWatch:
    """Takes a store into service that another process put where the store of these settings is."""

    def __init__(self, library: Library, settings: Settings) -> None:
        self._library, self._settings = library, settings
        self._named: tuple[int, Path] | None = None  # when the folder of stores changed last, and the store there
        self._seen: Mark | None = None
        self._refused: Mark | None = None

    async def look(self) -> None:
        """Look once. A file counts once it is the same at two looks: before, it may still be on its way."""
        if self._library.is_reloading:
            return
        with suppress(FactsError, OSError):  # documents or stores are being moved: there is nothing to take up
            before, self._seen = self._seen, await asyncio.to_thread(self._standing)
            if self._seen is not None and self._seen == before and self._seen != self._refused:
                await self._take_up(self._seen)

    async def _take_up(self, mark: Mark) -> None:
        if mark == self._library.mark or self._library.is_reloading:
            return
        try:
            await self._library.adopt(mark.path)
        except (FactsError, OSError) as fault:
            self._refused = mark
            log.warning("%s; the old facts go on answering", fault)
            return
        self._library.last = await asyncio.to_thread(last_reload, self._settings, mark.path) or self._library.last
        log.info("Answering from the facts that were put at %s", mark.path)

    def _standing(self) -> Mark | None:
        """Return what stands where the store should be.

        Without LINEUP_FACTS its name follows from the documents. They are read again only where a store came or went.
        """
        if self._settings.facts is not None:
            return Mark.of(self._settings.facts)
        changed = self._library.store_path.parent.stat().st_mtime_ns
        if self._named is None or self._named[0] != changed:
            self._named = changed, self._settings.store()
        return Mark.of(self._named[1])


class ServersWatch:
    """Takes up what other processes changed of servers; where that is away, the log says so once."""

    def __init__(self, servers: Servers) -> None:
        self._servers = servers
        self._is_away = False

    async def look(self) -> None:
        """Look once."""
        try:
            await self._servers.refresh()
        except ServersError as fault:
            if not self._is_away:
                log.warning("%s; until then, what servers chose counts as it was read last", fault)
            self._is_away = True
            return
        if self._is_away:
            log.info("What servers chose can be read again")
        self._is_away = False
