"""What servers chose and what was asked there in vain, in a small SQLite file of this machine."""

import json
import sqlite3
import threading
import time
from collections.abc import Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import TypeAdapter, ValidationError
from sqlite_utils import Database

from bot.models.shards import Shards
from bot.servers.errors import ServersError
from bot.servers.keeper import DAY, KEPT_DAYS, MOST_PAIRS, MOST_WORDS, TABLES, Gaps, Reading, Release, Words
from bot.servers.migrations import MIGRATED, migrate, unknown_migrations
from bot.servers.model import Asked, ServerSettings

PATIENCE = 5_000  # milliseconds that a write waits for another process
WAY_OUT = "move it away, or name another with LINEUP_SERVERS"

SETTINGS = TypeAdapter(ServerSettings)
DIGESTS = TypeAdapter(dict[int, str])


class ServersFile:
    """One SQLite file, or memory where there is no path. Every method raises ServersError where it cannot be used."""

    def __init__(self, path: Path | None) -> None:
        """Open the file, make it where there is none, and bring it up to date."""
        self.path = path
        self._turns: dict[str, threading.Lock] = {}  # where there is no file, there is no other process either
        with self._told():
            self._database = _opened(path) if path is None else _opened_alone(path)

    def read(self, shards: Shards, since: Hashable = None) -> Reading | None:
        query = "SELECT server, settings FROM settings WHERE ((server >> 22) % ?) IN (SELECT value FROM json_each(?))"
        with self._told("holds settings that cannot be read"):
            (version,) = self._database.execute("PRAGMA data_version").fetchone()  # of what others wrote, counts too
            if version == since:
                return None
            rows = self._database.execute(query, (shards.count, json.dumps(shards.ids)))
            chosen = {server: SETTINGS.validate_json(settings) for server, settings in rows}
            rows = self._database.execute("SELECT application, digests FROM commands")
            told = {application: DIGESTS.validate_json(digests) for application, digests in rows}
            return Reading(version, chosen, told, is_whole=True)

    def servers(self, shards: Shards) -> set[int]:
        query = " UNION ".join(f"SELECT server FROM {table}" for table in TABLES)  # noqa: S608  # names of our own
        with self._told():
            return {server for (server,) in self._database.execute(query) if shards.holds(server)}

    def keep(self, server: int, settings: ServerSettings) -> None:
        stored = {"server": server, "settings": SETTINGS.dump_json(settings).decode()}
        with self._told(), self._database.conn:
            self._database.table("settings").upsert(stored, pk="server")
            if not settings.keeps_words:
                self._database.table("words").delete_where("server = ?", [server])

    def keep_commands(self, application: int, digests: Mapping[int, str]) -> None:
        stored = {"application": application, "digests": json.dumps({str(key): one for key, one in digests.items()})}
        with self._told(), self._database.conn:
            self._database.table("commands").upsert(stored, pk="application")

    def forget(self, server: int, tables: Iterable[str] = TABLES) -> None:
        with self._told(), self._database.conn:
            for table in tables:
                self._database.table(table).delete_where("server = ?", [server])

    def count(self, gaps: Gaps, words: Words) -> None:
        now, connection = time.time(), self._database.conn
        with self._told(), connection:
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
                _prune(connection, server)

    def asked(self, server: int, most: int) -> list[Asked]:
        query = "SELECT entity, attribute, count FROM gaps WHERE server = ? ORDER BY count DESC, last DESC LIMIT ?"
        with self._told():
            found = self._database.execute(query, (server, most)).fetchall()
            return [
                Asked(entity, attribute, count, self._words_of(server, entity, attribute))
                for entity, attribute, count in found
            ]

    def turn(self, name: str, patience: float) -> Release | None:
        if self.path is None:
            held = self._turns.setdefault(name, threading.Lock())
            return held.release if held.acquire(timeout=patience) else None
        lock = FileLock(f"{self.path}.{name}.lock", thread_local=False)
        with self._told():
            try:
                lock.acquire(timeout=patience)
            except Timeout:
                return None
        return lock.release

    def close(self) -> None:
        self._database.close()

    def _words_of(self, server: int, entity: str, attribute: str) -> tuple[str, ...]:
        query = (
            "SELECT text FROM words WHERE (server, entity, attribute) = (?, ?, ?) GROUP BY text ORDER BY max(at) DESC"
        )
        return tuple(text for (text,) in self._database.execute(query, (server, entity, attribute)))

    @contextmanager
    def _told(self, unreadable: str = "cannot be read") -> Iterator[None]:
        """Name the file and the way out where something is wrong with it."""
        try:
            yield
        except ValidationError as fault:
            raise ServersError(f"{self.path} {unreadable}; {WAY_OUT}") from fault
        except (OSError, sqlite3.Error) as fault:
            remedy = f"check its disk and who may write there, {WAY_OUT}"
            raise ServersError(f"{self.path} cannot be used ({fault}); {remedy}") from fault


def _opened_alone(path: Path) -> Database:
    """Open a file while no other process does: SQLite lets two that make it at the same moment fail."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{path}.lock", timeout=PATIENCE / 1_000):
        return _opened(path)


def _opened(path: Path | None) -> Database:
    connection = sqlite3.connect(path or ":memory:", check_same_thread=False)
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
    database = Database(connection)
    tables = database.table_names()
    if tables and MIGRATED not in tables:
        raise ServersError(f"{path} holds something else than what servers chose; name another with LINEUP_SERVERS")
    connection.execute("PRAGMA journal_mode = WAL")  # another process may read while this one writes
    if unknown := unknown_migrations(database):
        raise ServersError(f"{path} was written by a newer Lineup ({', '.join(unknown)}); update, or {WAY_OUT}")
    migrate(database)
    return database


def _prune(connection: sqlite3.Connection, server: int) -> None:
    """Keep the pairs of a server that were asked for last, and of each the last questions."""
    connection.execute(
        "DELETE FROM gaps WHERE server = ? AND (entity, attribute) NOT IN "
        "(SELECT entity, attribute FROM gaps WHERE server = ? ORDER BY last DESC LIMIT ?)",
        (server, server, MOST_PAIRS),
    )
    connection.execute(
        "DELETE FROM words WHERE server = ? AND rowid NOT IN (SELECT id FROM (SELECT words.rowid AS id, row_number() "
        "OVER (PARTITION BY entity, attribute ORDER BY at DESC, words.rowid DESC) AS place "
        "FROM words JOIN gaps USING (server, entity, attribute) WHERE server = ?) WHERE place <= ?)",
        (server, server, MOST_WORDS),
    )
