"""What the documents of an earlier store gave, by key: a build takes it from there instead of reading them again.

Bytes only; what they say, and whether they can be believed, is asked elsewhere. No store, no readings.
"""

import sqlite3
from pathlib import Path
from typing import Self

KEYS = 'SELECT "key", document FROM readings'
CONTENT = "SELECT front, back FROM readings WHERE document = ?"


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

    def get(self, key: str) -> tuple[bytes, bytes] | None:
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
