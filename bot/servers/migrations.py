"""The shape of the servers' file, change by change. A change that was released is never edited: another follows it."""

from sqlite_utils import Database, Migrations

CHANGES = Migrations("servers")
MIGRATED = CHANGES.migrations_table  # the table that tells which changes a file has seen


@CHANGES()
def settings(database: Database) -> None:
    """Keep what each server chose, as JSON."""
    database.table("settings").create({"server": int, "settings": str}, pk="server")


@CHANGES()
def gaps(database: Database) -> None:
    """Count what was asked for and not known; keep the words apart, where they are wanted."""
    counted = {"server": int, "entity": str, "attribute": str, "count": int, "last": float}
    database.table("gaps").create(counted, pk=("server", "entity", "attribute"))
    database.table("words").create({"server": int, "entity": str, "attribute": str, "text": str, "at": float})
    database.table("words").create_index(["server", "entity", "attribute"])


@CHANGES()
def commands(database: Database) -> None:
    """Keep what Discord was told of an application's commands."""
    database.table("commands").create({"application": int, "digests": str}, pk="application")


def migrate(database: Database) -> None:
    """Bring a file up to date."""
    CHANGES.apply(database)


def unknown_migrations(database: Database) -> list[str]:
    """Name the changes of a file that this version does not know."""
    ours = {settings.__name__, gaps.__name__, commands.__name__}
    return sorted({one.name for one in CHANGES.applied(database)} - ours)
