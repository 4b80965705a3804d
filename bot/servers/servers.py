"""The one boundary to what servers chose, and to what was asked there and not known: a small file beside the facts.

Settings are held in memory, so reading them costs nothing; all writing is done in a thread, one at a time.
"""

import asyncio
import json
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from sqlite_utils import Database

from bot.servers.errors import ServersError
from bot.servers.migrations import migrate, unknown_migrations
from bot.servers.model import Asked, ServerSettings

MOST_PAIRS = 1_000  # of a server; those that were asked for longest ago make room
MOST_WORDS = 20  # questions kept for each pair
KEPT_DAYS = 30  # of the words of questions
DAY = 24 * 60 * 60
PATIENCE = 5_000  # milliseconds that a write waits for another process

SETTINGS = TypeAdapter(ServerSettings)


class Servers:
    """The choices of every server and its gaps, by its id. Without a path all is kept in memory only."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the file, make it where there is none, and bring it up to date; raises ServersError."""
        self.path = path
        self._database = _opened(path)
        self._writing = asyncio.Lock()
        self._settings: dict[int, ServerSettings] = {}
        self._told: dict[int, dict[int, str]] = {}
        self._gaps: Counter[tuple[int, str, str]] = Counter()  # not yet written
        self._words: list[tuple[int, str, str, str]] = []
        self._read()

    def settings(self, server: int | None) -> ServerSettings:
        """Return what a server chose; in direct messages there is nothing to choose."""
        return self._settings.get(server, ServerSettings()) if server is not None else ServerSettings()

    async def change(self, server: int, settings: ServerSettings) -> None:
        """Keep what a server's admins chose; raises ServersError where it cannot be written, and changes nothing."""
        stored = {"server": server, "settings": SETTINGS.dump_json(settings).decode()}
        await self._write(lambda: self._database.table("settings").upsert(stored, pk="server"))
        self._settings[server] = settings

    async def forget(self, server: int) -> None:
        """Forget a server with all that was kept of it."""
        self._settings.pop(server, None)
        self._drop_pending(server)
        await self._write(lambda: self._delete(server, ("settings", "gaps", "words")))

    async def forget_words(self, server: int) -> None:
        """Forget what was asked in a server and not known, counts and words."""
        self._drop_pending(server)
        await self._write(lambda: self._delete(server, ("gaps", "words")))

    async def keep_only(self, servers: Collection[int]) -> None:
        """Forget all servers but these: the bot is in no other any more."""
        for gone in set(self._settings) - set(servers):
            await self.forget(gone)

    def note(self, server: int, gaps: Iterable[tuple[str, str]], words: str) -> None:
        """Count what was asked for in a server and not known; the words only where its admins want them kept."""
        for entity, attribute in gaps:
            self._gaps[server, entity, attribute] += 1
            if self.settings(server).keeps_words:
                self._words.append((server, entity, attribute, words))

    async def gaps(self, server: int, most: int) -> list[Asked]:
        """Return what was asked for most often in a server and not known."""
        await self.flush()
        return await asyncio.to_thread(self._asked, server, most)

    async def flush(self) -> None:
        """Write what was counted, drop what is old, and take up what another process changed."""
        gaps, self._gaps = self._gaps, Counter()
        words, self._words = self._words, []
        await self._write(lambda: self._store(gaps, words))
        await asyncio.to_thread(self._read)

    def commands_told(self, application: int) -> Mapping[int, str]:
        """Return the hashes of the commands that Discord was told of, by server; 0 stands for all of them."""
        return self._told.get(application, {})

    async def note_commands(self, application: int, digests: Mapping[int, str]) -> None:
        """Keep what Discord was told of an application's commands."""
        stored = {"application": application, "digests": json.dumps({str(key): one for key, one in digests.items()})}
        await self._write(lambda: self._database.table("commands").upsert(stored, pk="application"))
        self._told[application] = dict(digests)

    def close(self) -> None:
        """Write what is left and let the file go."""
        with suppress(sqlite3.Error):  # the counts of a minute, on a disk that is full
            self._store(self._gaps, self._words)
        self._database.close()

    async def _write(self, work: Callable[[], object]) -> None:
        async with self._writing:
            try:
                await asyncio.to_thread(work)
            except sqlite3.Error as fault:
                remedy = "free some space, or check who may write there"
                raise ServersError(f"{self.path} cannot be written ({fault}); {remedy}") from fault

    def _read(self) -> None:
        settings = {}
        for row in self._database["settings"].rows:
            try:
                settings[row["server"]] = SETTINGS.validate_json(row["settings"])
            except ValidationError as fault:
                remedy = "move it away, or name another with LINEUP_SERVERS"
                raise ServersError(f"{self.path} holds settings that cannot be read; {remedy}") from fault
        self._settings = settings
        rows = self._database["commands"].rows
        self._told = {row["application"]: {int(k): v for k, v in json.loads(row["digests"]).items()} for row in rows}

    def _store(self, gaps: Mapping[tuple[int, str, str], int], words: Iterable[tuple[int, str, str, str]]) -> None:
        now, connection = time.time(), self._database.conn
        with connection:
            connection.executemany(
                "INSERT INTO gaps (server, entity, attribute, count, last) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT DO UPDATE SET count = count + excluded.count, last = excluded.last",
                [(*key, count, now) for key, count in gaps.items()],
            )
            connection.executemany(
                "INSERT INTO words (server, entity, attribute, text, at) VALUES (?, ?, ?, ?, ?)",
                [(*one, now) for one in words],
            )
            connection.execute("DELETE FROM words WHERE at < ?", (now - KEPT_DAYS * DAY,))
            for server in {server for server, _, _ in gaps}:
                connection.execute(
                    "DELETE FROM gaps WHERE server = ? AND (entity, attribute) NOT IN "
                    "(SELECT entity, attribute FROM gaps WHERE server = ? ORDER BY last DESC LIMIT ?)",
                    (server, server, MOST_PAIRS),
                )

    def _asked(self, server: int, most: int) -> list[Asked]:
        query = "SELECT entity, attribute, count FROM gaps WHERE server = ? ORDER BY count DESC, last DESC LIMIT ?"
        found = self._database.execute(query, (server, most)).fetchall()
        return [
            Asked(entity, attribute, count, self._words_of(server, entity, attribute))
            for entity, attribute, count in found
        ]

    def _words_of(self, server: int, entity: str, attribute: str) -> tuple[str, ...]:
        query = "SELECT DISTINCT text FROM words WHERE (server, entity, attribute) = (?, ?, ?) ORDER BY at DESC LIMIT ?"
        return tuple(row[0] for row in self._database.execute(query, (server, entity, attribute, MOST_WORDS)))

    def _delete(self, server: int, tables: Iterable[str]) -> None:
        with self._database.conn:
            for table in tables:
                self._database.table(table).delete_where("server = ?", [server])

    def _drop_pending(self, server: int) -> None:
        self._gaps = Counter({key: count for key, count in self._gaps.items() if key[0] != server})
        self._words = [one for one in self._words if one[0] != server]


def _opened(path: Path | None) -> Database:
    way_out = "move it away, or name another with LINEUP_SERVERS"
    try:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(str(path) if path is not None else ":memory:", check_same_thread=False)
        connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        if path is not None:
            connection.execute("PRAGMA journal_mode = WAL")
        database = Database(connection)
        if unknown := unknown_migrations(database):
            raise ServersError(f"{path} was written by a newer Lineup ({', '.join(unknown)}); update, or {way_out}")
        migrate(database)
    except (OSError, sqlite3.Error) as fault:
        raise ServersError(f"{path} cannot be used ({fault}); {way_out}") from fault
    return database
