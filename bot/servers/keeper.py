"""The one boundary to what is kept of servers: a file of this machine, or a database that many machines share.

Whatever stands behind it blocks, so it is no business of an event loop, and one task at a time uses it.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.models.shards import Shards
from bot.servers.model import Asked, ServerSettings

MOST_PAIRS = 1_000  # of a server; those that were asked for longest ago make room
MOST_WORDS = 20  # questions kept for each pair
KEPT_DAYS = 30  # of the words of questions
DAY = 24 * 60 * 60
TABLES = ("settings", "gaps", "words")  # in which servers stand

Gaps = Mapping[tuple[int, str, str], int]  # how often, by server, entity and attribute
Words = Iterable[tuple[int, str, str, str]]
Release = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What servers chose, and what Discord was told of the commands of each application, as of a version."""

    version: Hashable
    chosen: dict[int, ServerSettings]
    told: dict[int, dict[int, str]]
    is_whole: bool  # or only what changed


class Keeper(Protocol):
    """Keeps what servers chose. Every method but `close` raises ServersError where that cannot be used."""

    def read(self, shards: Shards, since: Hashable = None) -> Reading | None:
        """Return what servers of these shards chose, or what changed since a version; None where nothing did."""
        ...

    def servers(self, shards: Shards) -> set[int]:
        """Return the ids of all servers of these shards of which anything is kept."""
        ...

    def keep(self, server: int, settings: ServerSettings) -> None:
        """Keep what a server chose. Words that it wants kept no more are gone with that."""
        ...

    def keep_commands(self, application: int, digests: Mapping[int, str]) -> None:
        """Keep what Discord was told of an application's commands."""
        ...

    def forget(self, server: int, tables: Iterable[str] = TABLES) -> None:
        """Delete what is kept of a server."""
        ...

    def count(self, gaps: Gaps, words: Words) -> None:
        """Add to what was asked in vain, and drop what is old or too much."""
        ...

    def asked(self, server: int, most: int) -> list[Asked]:
        """Return what was asked for most often in a server and not known, with the words that are kept."""
        ...

    def turn(self, name: str, patience: float) -> Release | None:
        """Take a turn that one process at a time has, or None where another has it for longer than so many seconds.

        A process that dies gives its turn up. May be called while another method is at work.
        """
        ...

    def close(self) -> None:
        """Let it go."""
        ...
