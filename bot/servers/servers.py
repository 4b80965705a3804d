"""What servers chose, and what was asked there and not known, as the rest of the bot sees it.

Settings are held in memory: reading them costs nothing and goes on while what keeps them is away. That is used in a
thread, by one task at a time.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from typing import TypeVar

from bot.models.shards import EVERY_SERVER, Shards
from bot.servers.errors import ServersError, UnreachableError
from bot.servers.file import ServersFile
from bot.servers.keeper import Keeper, Reading
from bot.servers.model import Asked, ServerSettings

MOST_PENDING = 10_000  # counts and questions held until they are written, should the disk be full for long
LONGEST_WORDS = 300  # characters kept of a question

T = TypeVar("T")


class Servers:
    """The choices and gaps of the servers of some shards, by their ids. Without a keeper all is in memory only.

    What can go wrong with what keeps them is a ServersError.
    """

    def __init__(self, keeper: Keeper | None = None, shards: Shards = EVERY_SERVER) -> None:
        """Read what was chosen; a database that is away for now is read once it is back."""
        self.keeper: Keeper = keeper or ServersFile(None)
        self._shards = shards
        self._turn = asyncio.Lock()
        self._settings: dict[int, ServerSettings] = {}
        self._told: dict[int, dict[int, str]] = {}
        self._version: Hashable = None  # of what was read
        with suppress(UnreachableError):
            self._take_up(self.keeper.read(shards))
        self._gaps: Counter[tuple[int, str, str]] = Counter()  # not yet written
        self._words: list[tuple[int, str, str, str]] = []

    def settings(self, server: int | None) -> ServerSettings:
        """Return what a server chose; in direct messages there is nothing to choose."""
        return self._settings.get(server, ServerSettings()) if server is not None else ServerSettings()

    async def change(self, server: int, settings: ServerSettings) -> None:
        """Keep what a server's admins chose; where it cannot be written, nothing changes."""
        async with self._turn:
            await asyncio.to_thread(self.keeper.keep, server, settings)
            self._settings[server] = settings
            if not settings.keeps_words:
                self._words = [one for one in self._words if one[0] != server]

    async def forget(self, server: int) -> None:
        """Forget a server with all that was kept of it."""
        self._settings.pop(server, None)
        async with self._turn:
            await asyncio.to_thread(self.keeper.forget, server)
            self._settings.pop(server, None)  # what was read back meanwhile
            self._drop_pending(server)

    async def forget_gaps(self, server: int) -> None:
        """Forget what was asked in a server and not known, counts and words."""
        async with self._turn:
            await asyncio.to_thread(self.keeper.forget, server, ("gaps", "words"))
            self._drop_pending(server)

    async def keep_only(self, servers: Collection[int]) -> None:
        """Forget all servers of these shards but those given: the bot is in no other any more."""
        async with self._turn:
            kept = await asyncio.to_thread(self.keeper.servers, self._shards)
        for gone in kept - set(servers):
            await self.forget(gone)

    def note(self, server: int, gaps: Iterable[tuple[str, str]], words: str) -> None:
        """Count what was asked for in a server and not known; the words only where its admins want them kept."""
        for entity, attribute in gaps:
            if len(self._gaps) < MOST_PENDING:
                self._gaps[server, entity, attribute] += 1
            if self.settings(server).keeps_words and len(self._words) < MOST_PENDING:
                self._words.append((server, entity, attribute, _storable(words)))

    async def gaps(self, server: int, most: int) -> list[Asked]:
        """Return what was asked for most often in a server and not known."""
        async with self._turn:
            return await self._after_writing(partial(self.keeper.asked, server, most))

    async def flush(self) -> None:
        """Write what was counted, and drop what is old."""
        async with self._turn:
            await self._after_writing(lambda: None)

    async def refresh(self) -> None:
        """Take up what another process changed, if any did."""
        async with self._turn:
            self._take_up(await asyncio.to_thread(self.keeper.read, self._shards, self._version))

    def _take_up(self, reading: Reading | None) -> None:
        if reading is not None:
            self._settings = reading.chosen if reading.is_whole else self._settings | reading.chosen
            self._told, self._version = reading.told, reading.version

    async def _after_writing(self, work: Callable[[], T]) -> T:
        """Write what was counted and do some other work; what could not be written is kept for the next time."""
        gaps, self._gaps = self._gaps, Counter()
        words, self._words = self._words, []

        def write() -> T:
            self.keeper.count(gaps, words)
            gaps.clear()
            words.clear()
            return work()

        try:
            return await asyncio.to_thread(write)
        except ServersError:
            self._gaps += gaps
            self._words += words
            raise

    def commands_told(self, application: int) -> Mapping[int, str]:
        """Return the hashes of the commands that Discord was told of, by server; 0 stands for all of them."""
        return self._told.get(application, {})

    async def note_commands(self, application: int, digests: Mapping[int, str]) -> None:
        """Keep what Discord was told of an application's commands."""
        async with self._turn:
            await asyncio.to_thread(self.keeper.keep_commands, application, digests)
            self._told[application] = dict(digests)

    def close(self) -> None:
        """Write what is left and let the file go."""
        with suppress(ServersError):  # the counts of a minute, on a disk that is full
            self.keeper.count(self._gaps, self._words)
        self.keeper.close()

    def _drop_pending(self, server: int) -> None:
        self._gaps = Counter({key: count for key, count in self._gaps.items() if key[0] != server})
        self._words = [one for one in self._words if one[0] != server]


def _storable(words: str) -> str:
    """Return words as a store takes them: not too many, no half of a character, no zero byte."""
    return words[:LONGEST_WORDS].encode(errors="replace").decode().replace("\0", " ")
