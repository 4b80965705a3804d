"""The two places where what servers chose is kept, each as the tests reach into it."""

import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

from bot.models.shards import EVERY_SERVER, Shards
from bot.servers import Servers
from bot.servers.database import ServersDatabase
from bot.servers.file import ServersFile
from bot.servers.keeper import Keeper
from tests.bot.servers.postgres import Server


@dataclass
class Opens:
    """Opens what a process has of a place, as often as a test likes, and closes it in the end."""

    opened: list[Keeper] = field(default_factory=list, init=False)

    def servers(self, shards: Shards = EVERY_SERVER) -> Servers:
        self.opened.append(self.keeper())
        return Servers(self.opened[-1], shards)

    def keeper(self) -> Keeper:
        raise NotImplementedError


@dataclass
class FilePlace(Opens):
    """A file that does not exist yet."""

    path: Path

    @property
    def code(self) -> str:
        """What another process runs to have a keeper of this place."""
        return (
            "from pathlib import Path; from bot.servers.file import ServersFile; "
            f"keeper = ServersFile(Path({str(self.path)!r}))"
        )

    def keeper(self) -> Keeper:
        return ServersFile(self.path)

    def run(self, query: str) -> list[tuple[object, ...]]:
        with sqlite3.connect(self.path) as file:
            return file.execute(query).fetchall()

    def refuse(self, table: str) -> None:
        self.run(f"CREATE TRIGGER full BEFORE INSERT ON {table} BEGIN SELECT raise(ABORT, 'disk full'); END")

    def allow(self, table: str) -> None:  # noqa: ARG002  # as in the other place
        self.run("DROP TRIGGER full")


@dataclass
class DatabasePlace(Opens):
    """A database in which there is nothing yet."""

    server: Server

    @property
    def code(self) -> str:
        return f"from bot.servers.database import ServersDatabase; keeper = ServersDatabase({self.server.url!r})"

    def keeper(self) -> Keeper:
        return ServersDatabase(self.server.url)

    def run(self, query: str) -> list[tuple[object, ...]]:
        return self.server.run(query)

    def refuse(self, table: str) -> None:
        self.run(
            "CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE 'disk full' USING ERRCODE = 'disk_full'; END $$;"
            f"CREATE TRIGGER fill BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION fill()"
        )

    def allow(self, table: str) -> None:
        self.run(f"DROP TRIGGER fill ON {table}")


Place = FilePlace | DatabasePlace
