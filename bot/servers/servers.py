"""The one boundary to what servers chose, and to what was asked there and not known: a small file beside the facts.

Settings are held in memory, so reading them costs nothing; the file is used in a thread, by one task at a time.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from bot.servers.errors import ServersError
from bot.servers.file import ServersFile
from bot.servers.model import Asked, ServerSettings

MOST_PENDING = 10_000  # counts and questions held until they are written, should the disk be full for long
LONGEST_WORDS = 300  # characters kept of a question

T = TypeVar("T")


class Servers:
    """The choices of every server and its gaps, by its id. Without a path all is kept in memory only.

    What can go wrong with the file is a ServersError.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Open the file, make it where there is none, and bring it up to date."""
        self._file = ServersFile(path)
        self._turn = asyncio.Lock()
        self._settings, self._told = self._file.read()
        self._gaps: Counter[tuple[int, str, str]] = Counter()  # not yet written
        self._words: list[tuple[int, str, str, str]] = []

    def settings(self, server: int | None) -> ServerSettings:
        """Return what a server chose; in direct messages there is nothing to choose."""
        return self._settings.get(server, ServerSettings()) if server is not None else ServerSettings()

    async def change(self, server: int, settings: ServerSettings) -> None:
        """Keep what a server's admins chose; where it cannot be written, nothing changes."""
        async with self._turn:
            await asyncio.to_thread(self._file.keep, server, settings)
            self._settings[server] = settings
            if not settings.keeps_words:
                self._words = [one for one in self._words if one[0] != server]

    async def forget(self, server: int) -> None:
        """Forget a server with all that was kept of it."""
        self._settings.pop(server, None)
        async with self._turn:
            await asyncio.to_thread(self._file.forget, server)
            self._settings.pop(server, None)  # what was read back meanwhile
            self._drop_pending(server)

    async def forget_gaps(self, server: int) -> None:
        """Forget what was asked in a server and not known, counts and words."""
        async with self._turn:
            await asyncio.to_thread(self._file.forget, server, ("gaps", "words"))
            self._drop_pending(server)

    async def keep_only(self, servers: Collection[int]) -> None:
        """Forget all servers but these: the bot is in no other any more."""
        async with self._turn:
            kept = await asyncio.to_thread(self._file.servers)
        for gone in kept - set(servers):
            await self.forget(gone)

    def note(self, server: int, gaps: Iterable[tuple[str, str]], words: str) -> None:
        """Count what was asked for in a server and not known; the words only where its admins want them kept."""
        for entity, attribute in gaps:
            if len(self._gaps) < MOST_PENDING:
                self._gaps[server, entity, attribute] += 1
            if self.settings(server).keeps_words and len(self._words) < MOST_PENDING:
                self._words.append((server, entity, attribute, words[:LONGEST_WORDS]))

    async def gaps(self, server: int, most: int) -> list[Asked]:
        """Return what was asked for most often in a server and not known."""
        async with self._turn:
            return await self._after_writing(partial(self._file.asked, server, most))

    async def flush(self) -> None:
        """Write what was counted, drop what is old, and take up what another process changed."""
        async with self._turn:
            self._settings, self._told = await self._after_writing(self._file.read)

    async def _after_writing(self, work: Callable[[], T]) -> T:
        """Write what was counted and do some other work; what could not be written is kept for the next time."""
        gaps, self._gaps = self._gaps, Counter()
        words, self._words = self._words, []

        def write() -> T:
            self._file.count(gaps, words)
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
            await asyncio.to_thread(self._file.keep_commands, application, digests)
            self._told[application] = dict(digests)

    def close(self) -> None:
        """Write what is left and let the file go."""
        with suppress(ServersError):  # the counts of a minute, on a disk that is full
            self._file.count(self._gaps, self._words)
        self._file.close()

    def _drop_pending(self, server: int) -> None:
        self._gaps = Counter({key: count for key, count in self._gaps.items() if key[0] != server})
        self._words = [one for one in self._words if one[0] != server]
