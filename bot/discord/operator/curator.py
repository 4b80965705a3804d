"""What the operator's commands work with: the folders of documents, where new ones wait, what reads one beforehand."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bot.building.child import Built, ChildBuild
from bot.curating.errors import Reason, RefusedError
from bot.curating.folders import Folders
from bot.curating.staging import Staging
from bot.discord.following import subscription_of

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

LONGEST_READING = 10 * 60  # seconds; the largest document takes one minute
Understands = Callable[[Path, Path], Awaitable[Built]]  # (folder of one document, store to make of it)


@dataclass(frozen=True, slots=True)
class Curator:
    """Where documents are, and where they wait."""

    folders: Folders
    staging: Staging
    understand: Understands
    reading: asyncio.Lock = field(default_factory=asyncio.Lock)  # one attached document at a time
    desk: asyncio.Lock = field(default_factory=asyncio.Lock)  # one review step at a time: each reads, then writes


async def understand_in_child(folder: Path, store: Path) -> Built:
    """Read one document by itself, in a child process, while Discord still knows whom to tell."""
    try:
        async with asyncio.timeout(LONGEST_READING):
            return await ChildBuild([folder], lambda: store)()
    except TimeoutError:
        return Built(None, f"reading it took longer than {LONGEST_READING // 60} minutes and was ended; split it")


def curator_of(bot: "LineupBot") -> Curator:
    """Return what the operator works with; raises RefusedError where there is no folder of their own."""
    if bot.curator is not None:
        return bot.curator
    if (subscription := subscription_of(bot.library)) is not None:
        raise RefusedError(Reason.PUBLISHED, place=subscription.shown)
    raise RefusedError(Reason.SHIPPED)
