"""Follows the facts that are published elsewhere: looks every minute, and takes newer ones into service like a reload.

Whatever is wrong there, the old facts go on answering; the log says so once, not every minute, and /facts status too.
"""

import asyncio
import logging
import random
from typing import TYPE_CHECKING

from discord.ext import commands

from bot.discord.library import Library, Outcome
from bot.publishing.errors import PublishingError, UnreachableError
from bot.publishing.manifest import Manifest
from bot.publishing.subscribing import Subscription

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

log = logging.getLogger(__name__)

SPREAD = 0.2  # of a pause, up and down: many bots do not look at the same moment
LONGEST = 15 * 60.0  # seconds between two attempts at what fails each time


def subscription_of(library: Library) -> Subscription | None:
    """Return what a library's facts are fetched by; None where they are built from documents."""
    return library.build if isinstance(library.build, Subscription) else None


class Following(commands.Cog):
    """Keeps the facts in service the newest of those that are published."""

    def __init__(self, bot: "LineupBot", subscription: Subscription) -> None:
        self.follower = Follower(bot.library, subscription)
        self._task: asyncio.Task[None] | None = None

    async def cog_load(self) -> None:
        """Begin to look."""
        self._task = asyncio.create_task(self.follower.follow())
        self._task.add_done_callback(_told)

    async def cog_unload(self) -> None:
        """Stop looking; a fetch that is under way is ended."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})


class Follower:
    """Looks at a place and swaps what a library answers from."""

    def __init__(self, library: Library, subscription: Subscription) -> None:
        self._library, self._subscription, self._pause = library, subscription, subscription.pause
        self._failures = 0  # one after another
        self._is_unreachable = False
        self._refused: Manifest | None = None  # could not be taken into service
        self._again = 0.0  # when it is tried again, on the clock of the loop

    async def follow(self) -> None:
        """Look now and then, for ever."""
        if self._subscription.problem is not None:
            log.warning("%s; the facts fetched before answer", self._subscription.problem)
        while True:
            await asyncio.sleep(self.delay() * _jitter())
            await self.look()

    async def look(self) -> None:
        """Look once, and take into service what is newer."""
        try:
            manifest = await self._subscription.look()
            self._is_unreachable = False
            if self._library.under_way is not None:
                return
            if self._is_in_service(manifest):
                self._settle(None)
            elif manifest != self._refused or asyncio.get_running_loop().time() >= self._again:
                await self._take(manifest)
        except (PublishingError, OSError) as fault:
            self._refused, self._is_unreachable = None, isinstance(fault, UnreachableError)
            self._settle(str(fault))

    def _is_in_service(self, manifest: Manifest) -> bool:
        """Whether these facts answer already, or facts published later do: a slow copy may still serve older ones."""
        now, answering = self._subscription.manifest, self._library.store_path.name
        if now is not None and answering == now.store and manifest.published < now.published:
            return True
        if answering == manifest.store:
            self._subscription.manifest = manifest
        return answering == manifest.store

    async def _take(self, manifest: Manifest) -> None:
        result = await self._library.reload()
        if result.outcome is Outcome.FAILED:
            self._refused = manifest
            self._settle(result.built.said)
            self._again = asyncio.get_running_loop().time() + self._backed_off()
        elif result.outcome is Outcome.SWAPPED:
            log.info("Answering from %s, published %s", manifest.store, manifest.published.isoformat())
            self._settle(None)

    def _settle(self, problem: str | None) -> None:
        """Note how things stand, and tell the log where that has changed."""
        before, self._subscription.problem = self._subscription.problem, problem
        if problem is None:
            self._failures, self._refused = 0, None
            if before is not None:
                log.info("Following %s again", self._subscription.shown)
            return
        self._failures += 1
        if problem != before:
            log.warning("%s; the old facts go on answering", problem)

    def delay(self) -> float:
        """Return the seconds until the next look: more after each in vain, where the place does not answer."""
        return self._backed_off() if self._is_unreachable else self._pause

    def _backed_off(self) -> float:
        return min(self._pause * 2.0**self._failures, max(LONGEST, self._pause))


def _told(ended: "asyncio.Task[None]") -> None:
    """Tell the log of a defect: nobody else would hear that nothing is followed any more."""
    if not ended.cancelled() and (fault := ended.exception()) is not None:
        log.error("The facts that are published are followed no more", exc_info=fault)


def _jitter() -> float:
    return random.uniform(1 - SPREAD, 1 + SPREAD)  # noqa: S311  # a pause, no secret
