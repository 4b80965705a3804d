"""What servers chose and what was asked there in vain, in a PostgreSQL database that processes on many machines share.

A connection that is lost is made anew with the next use. Nothing is tried twice: counts would count double.
"""

import json
import re
import socket
from collections.abc import Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Timer
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from pydantic import TypeAdapter, ValidationError

from bot.models.shards import Shards
from bot.redacting import redacted
from bot.servers.changes import CHANGES, SCHEMA
from bot.servers.errors import ServersError, UnreachableError
from bot.servers.keeper import DAY, KEPT_DAYS, MOST_PAIRS, MOST_WORDS, TABLES, Gaps, Reading, Release, Words
from bot.servers.model import Asked, ServerSettings

PATIENCE = 5.0  # seconds for a connection, and for an answer, before the connection is given up
LOCKS = 0x11E09  # tells the locks of Lineup from others in the same database
NO_ADDRESS = (
    "the address of the database in LINEUP_SERVERS cannot be read; write postgresql://user:password@host:5432/name, "
    "with signs in the password written as in other addresses (%2F for a slash)"
)
PORTS = re.compile(r"[\d,]*", re.ASCII)
SHOWN = ("host", "dbname")  # of an address; a password with a bare slash would end up in them
COUNT_UP = "UPDATE lineup.version SET number = number + 1"  # held until the end: numbers are seen in their order
COUNT_FORGOTTEN = (
    "UPDATE lineup.version SET forgotten = forgotten + 1 WHERE EXISTS (SELECT FROM lineup.settings WHERE server = %s)"
)
SAY_WHERE = "name another place with LINEUP_SERVERS"

SETTINGS = TypeAdapter(ServerSettings)
DIGESTS = TypeAdapter(dict[int, str])
Connection = psycopg.Connection[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class _Version:
    """What was seen of a database: over which connection, and how often it had changed."""

    connection: int  # another one may lead to another state of the database
    number: int
    forgotten: int

    def follows(self, earlier: "_Version") -> bool:
        """Whether nothing but rows that came or changed makes the difference."""
        return (self.connection, self.forgotten) == (earlier.connection, earlier.forgotten)


class ServersDatabase:
    """A database by its URL; connects when it is used. UnreachableError: it is away for now."""

    def __init__(self, url: str) -> None:
        """Read the URL, which holds the password, so no message ever does; raises ServersError where it is none."""
        try:
            parts: dict[str, Any] = {**conninfo_to_dict(url)}
        except psycopg.ProgrammingError:
            raise ServersError(NO_ADDRESS) from None
        if not PORTS.fullmatch(str(parts.get("port", ""))) or any("@" in str(parts.get(part)) for part in SHOWN):
            raise ServersError(NO_ADDRESS)
        defaults: dict[str, Any] = {"connect_timeout": round(PATIENCE), "application_name": "lineup"}
        self._address = make_conninfo(**defaults | parts)
        self.where = f"the database {parts.get('dbname', '')!r} at {parts.get('host', 'this machine')}"
        self._connection: Connection | None = None
        self._connections = 0

    def read(self, shards: Shards, since: Hashable = None) -> Reading | None:
        query = "SELECT server, settings FROM lineup.settings WHERE version > %s AND (server >> 22) %% %s = ANY(%s)"
        with self._told():
            with self._working() as connection:
                found = connection.execute("SELECT number, forgotten FROM lineup.version").fetchone() or (0, 0)
                version = _Version(self._connections, *found)
                if version == since:
                    return None
                known = since.number if isinstance(since, _Version) and version.follows(since) else None
                after = -1 if known is None else known
                rows = connection.execute(query, (after, shards.count, list(shards.ids))).fetchall()
                told = connection.execute("SELECT application, digests FROM lineup.commands").fetchall()
            chosen = {server: SETTINGS.validate_json(settings) for server, settings in rows}
            digests = {application: DIGESTS.validate_json(digests) for application, digests in told}
            return Reading(version, chosen, digests, is_whole=known is None)

    def servers(self, shards: Shards) -> set[int]:
        query = " UNION ".join(f"SELECT server FROM lineup.{table}" for table in TABLES)  # noqa: S608  # names of our own
        with self._working() as connection:
            return {server for (server,) in connection.execute(query) if shards.holds(server)}

    def keep(self, server: int, settings: ServerSettings) -> None:
        with self._working() as connection:
            connection.execute(COUNT_UP)
            connection.execute(
                "INSERT INTO lineup.settings (server, settings, version) "
                "VALUES (%s, %s, (SELECT number FROM lineup.version)) "
                "ON CONFLICT (server) DO UPDATE SET settings = excluded.settings, version = excluded.version",
                (server, SETTINGS.dump_json(settings).decode()),
            )
            if not settings.keeps_words:
                connection.execute("DELETE FROM lineup.words WHERE server = %s", (server,))

    def keep_commands(self, application: int, digests: Mapping[int, str]) -> None:
        with self._working() as connection:
            connection.execute(COUNT_UP)
            connection.execute(
                "INSERT INTO lineup.commands (application, digests) VALUES (%s, %s) "
                "ON CONFLICT (application) DO UPDATE SET digests = excluded.digests",
                (application, json.dumps({str(key): one for key, one in digests.items()})),
            )

    def forget(self, server: int, tables: Iterable[str] = TABLES) -> None:
        with self._working() as connection:
            if "settings" in tables:  # most servers chose nothing, which is no news when they go
                connection.execute(COUNT_FORGOTTEN, (server,))
            for table in tables:
                connection.execute(f"DELETE FROM lineup.{table} WHERE server = %s", (server,))  # noqa: S608  # names of our own

    def count(self, gaps: Gaps, words: Words) -> None:
        with self._working() as connection, connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO lineup.gaps AS kept (server, entity, attribute, count, last) "
                "VALUES (%s, %s, %s, %s, extract(epoch FROM now())) ON CONFLICT (server, entity, attribute) "
                "DO UPDATE SET count = kept.count + excluded.count, last = excluded.last",
                [(*key, count) for key, count in sorted(gaps.items())],
            )
            cursor.executemany(
                "INSERT INTO lineup.words (server, entity, attribute, text, at) "
                "VALUES (%s, %s, %s, %s, extract(epoch FROM now()))",
                list(words),
            )
            cursor.execute(
                "DELETE FROM lineup.words WHERE at < extract(epoch FROM now()) - %s::double precision",
                (KEPT_DAYS * DAY,),
            )
            for server in sorted({server for server, _, _ in gaps}):
                _prune(cursor, server)

    def asked(self, server: int, most: int) -> list[Asked]:
        with self._working() as connection:
            found = connection.execute(
                "SELECT entity, attribute, count, ARRAY(SELECT text FROM lineup.words "
                "WHERE (server, entity, attribute) = (gaps.server, gaps.entity, gaps.attribute) "
                "GROUP BY text ORDER BY max(at) DESC, max(id) DESC) "
                "FROM lineup.gaps WHERE server = %s ORDER BY count DESC, last DESC LIMIT %s",
                (server, most),
            )
            return [Asked(entity, attribute, count, tuple(words)) for entity, attribute, count, words in found]

    def turn(self, name: str, patience: float) -> Release | None:
        with self._told():
            connection = psycopg.connect(self._address, prepare_threshold=None)
            try:
                with _cut_where_it_stalls(connection):  # in a transaction, which holds the lock until it ends
                    connection.execute("SELECT set_config('lock_timeout', %s, true)", (f"{round(patience * 1_000)}ms",))
                    connection.execute(*_lock(name))
            except psycopg.errors.LockNotAvailable:
                connection.close()
                return None
            except psycopg.Error:
                connection.close()
                raise
        return connection.close

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @contextmanager
    def _working(self) -> Iterator[Connection]:
        """Do some work in one transaction, on a connection that was alive a moment ago."""
        with self._told():
            connection = self._alive()
            with _cut_where_it_stalls(connection), connection.transaction():
                yield connection

    def _alive(self) -> Connection:
        if self._connection is not None:
            with suppress(psycopg.OperationalError, psycopg.InterfaceError), _cut_where_it_stalls(self._connection):
                self._connection.execute("SELECT 1")
                return self._connection
            self.close()
        # Nothing is prepared: a pool between here and there may hand each statement to another connection of its own.
        connection = psycopg.connect(self._address, autocommit=True, prepare_threshold=None)
        try:
            with _cut_where_it_stalls(connection):
                self._bring_up_to_date(connection)
        except (psycopg.Error, ServersError):
            connection.close()
            raise
        self._connection = connection
        self._connections += 1
        return connection

    def _bring_up_to_date(self, connection: Connection) -> None:
        seen = _changes_seen(connection)
        if seen != set(CHANGES):
            with connection.transaction():
                connection.execute(*_lock("changes"))
                _change(connection)
                seen = _changes_seen(connection)
        if unknown := sorted(seen - set(CHANGES)):
            raise ServersError(
                f"{self.where} was changed by a newer Lineup ({', '.join(unknown)}); update, or {SAY_WHERE}"
            )

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Name the database and the way out where something is wrong with it."""
        try:
            yield
        except ValidationError as fault:
            raise ServersError(
                f"{self.where} holds settings that cannot be read; correct them, or {SAY_WHERE}"
            ) from fault
        except (psycopg.OperationalError, psycopg.InterfaceError) as fault:
            remedy = f"check that it runs and lets this bot in, or {SAY_WHERE}"
            raise UnreachableError(f"{self.where} cannot be used ({_said(fault)}); {remedy}") from fault
        except psycopg.Error as fault:
            remedy = f"check what this user may do there, or {SAY_WHERE}"
            raise ServersError(f"{self.where} cannot be used ({_said(fault)}); {remedy}") from fault


def _changes_seen(connection: Connection) -> set[str]:
    (exists,) = connection.execute("SELECT to_regclass('lineup.changes') IS NOT NULL").fetchone() or (False,)
    return {name for (name,) in connection.execute("SELECT name FROM lineup.changes")} if exists else set()


def _change(connection: Connection) -> None:
    """Run the changes that the database has not seen. Whoever may make no schema may be given an empty one."""
    (exists,) = connection.execute("SELECT to_regnamespace(%s) IS NOT NULL", (SCHEMA,)).fetchone() or (False,)
    if not exists:
        connection.execute("CREATE SCHEMA lineup")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS lineup.changes (name text PRIMARY KEY, at timestamptz DEFAULT now())"
    )
    seen = _changes_seen(connection)
    for name, change in CHANGES.items():
        if name not in seen:
            connection.execute(change)
            connection.execute("INSERT INTO lineup.changes (name) VALUES (%s)", (name,))


def _prune(cursor: "psycopg.Cursor[tuple[Any, ...]]", server: int) -> None:
    """Keep the pairs of a server that were asked for last, and of each the last questions."""
    cursor.execute(
        "DELETE FROM lineup.gaps WHERE server = %s AND (entity, attribute) IN "
        "(SELECT entity, attribute FROM lineup.gaps WHERE server = %s ORDER BY last DESC OFFSET %s)",
        (server, server, MOST_PAIRS),
    )
    cursor.execute(
        "DELETE FROM lineup.words WHERE server = %s AND id NOT IN (SELECT id FROM (SELECT words.id, row_number() "
        "OVER (PARTITION BY entity, attribute ORDER BY at DESC, words.id DESC) AS place "
        "FROM lineup.words JOIN lineup.gaps USING (server, entity, attribute) WHERE server = %s) ranked "
        "WHERE place <= %s)",
        (server, server, MOST_WORDS),
    )


def _lock(name: str) -> tuple[str, tuple[int, str]]:
    """Return what takes a lock until the transaction ends."""
    return "SELECT pg_advisory_xact_lock(%s, hashtext(%s))", (LOCKS, name)


@contextmanager
def _cut_where_it_stalls(connection: Connection) -> Iterator[None]:
    """Cut a connection over which no answer comes: neither a network nor a server that hangs says so by itself."""
    timer = Timer(PATIENCE, _cut, [connection])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _cut(connection: Connection) -> None:
    with (
        suppress(OSError, psycopg.OperationalError),  # it has ended by itself
        socket.fromfd(connection.fileno(), socket.AF_INET, socket.SOCK_STREAM) as wire,
    ):
        wire.shutdown(socket.SHUT_RDWR)


def _said(fault: psycopg.Error) -> str:
    return redacted(" ".join(str(fault).split()))
