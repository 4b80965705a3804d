"""A store as the statements that would make it again, so that two can be compared."""

import sqlite3
from contextlib import closing
from pathlib import Path


def dump(path: Path) -> list[str]:
    """Return the statements that make a store, in their order."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())
