"""What documents gave, as bytes: what an earlier store kept of them, by key, and what the build at hand has so far.

A build takes from the one instead of reading again, and puts into the other instead of keeping all in memory. What the
bytes say, and whether they can be believed, is asked elsewhere. No earlier store, no readings of it.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from facts.errors import StoreError

KEYS = 'SELECT "key", document FROM readings'
CONTENT = "SELECT front, back FROM readings WHERE document = ?"
CACHE = 32 * 1024  # KiB of new readings in memory, some four thousand documents; the others are on disk
Parts = tuple[bytes, bytes]  # a reading without its statements, and these


class KeptReadings:
    """The readings of one store, looked up one by one."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._places: dict[str, int] = {}

    @classmethod
    def open(cls, path: Path | None) -> Self:
        """Open the readings of a store; none where there is no such store, or one without any."""
        if path is None or not path.is_file():
            return cls(sqlite3.connect(":memory:"))
        kept = cls(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True))
        try:
            kept._places.update(kept._connection.execute(KEYS))
        except sqlite3.Error:
            kept._places.clear()
        return kept

    def __contains__(self, key: str) -> bool:
        return key in self._places

    def get(self, key: str) -> Parts | None:
        """Return what a document gave; None where that is not known."""
        if key not in self._places:
            return None
        try:
            front, back = self._connection.execute(CONTENT, (self._places[key],)).fetchone()
        except (sqlite3.Error, TypeError):
            return None
        return (front, back) if isinstance(front, bytes) and isinstance(back, bytes) else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()


class NewReadings:
    """The readings of the store that is being built, in the order in which they came.

    They are in a file that SQLite opens without a name in the folder for temporary files: it goes with the process,
    whatever ends it. Raises StoreError where there is no room.
    """

    def __init__(self) -> None:
        self._connection = sqlite3.connect("", isolation_level=None)
        self._connection.executescript(
            f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -{CACHE};"
            'CREATE TABLE readings (name TEXT NOT NULL, "key" TEXT NOT NULL, front BLOB NOT NULL, back BLOB NOT NULL);'
        )

    def add(self, name: str, key: str, parts: Parts) -> None:
        """Put in what the next document gave."""
        try:
            self._connection.execute("INSERT INTO readings VALUES (?, ?, ?, ?)", (name, key, *parts))
        except sqlite3.Error as fault:
            raise StoreError(f"cannot keep what was read: {fault}; free some space for temporary files") from fault

    def fronts(self) -> Iterator[bytes]:
        """Yield the readings without their statements."""
        return (front for (front,) in self._connection.execute("SELECT front FROM readings ORDER BY rowid"))

    def backs(self) -> Iterator[bytes]:
        """Yield the statements of one document after another."""
        return (back for (back,) in self._connection.execute("SELECT back FROM readings ORDER BY rowid"))

    def rows(self) -> Iterator[tuple[str, str, bytes, bytes]]:
        """Yield document, key and both parts of one after another."""
        return iter(self._connection.execute('SELECT name, "key", front, back FROM readings ORDER BY rowid'))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()
