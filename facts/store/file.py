"""An open file of a fact store: whatever SQLite finds wrong with it, now or at a later question, becomes one sentence.

A file that is cut off or of another schema is refused when it is opened; a damaged page is found by whoever reads it.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Self

from facts.errors import StoreError
from facts.store.header import REBUILD, inspect

Row = tuple[Any, ...]


class StoreFile:
    """A store that is read and never changed in place, hence `immutable`."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a file; raises StoreError where it is missing, truncated, of another schema or no store at all."""
        if not path.is_file():
            raise StoreError(f"there is no fact store at {path}; make one with `lineup build`")
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        try:
            inspect(connection, path)
        except sqlite3.Error as fault:
            connection.close()
            raise StoreError(f"{path} is not a fact store ({fault}); {REBUILD}") from fault
        except StoreError:
            connection.close()
            raise
        return cls(connection, path)

    def rows(self, query: str, given: Sequence[Any] = ()) -> list[Row]:
        """Return all rows of a query; raises StoreError where the file is damaged."""
        try:
            return self._connection.execute(query, given).fetchall()
        except UnicodeEncodeError:  # half a character, which no store holds
            return []
        except sqlite3.DatabaseError as fault:
            raise self.damage(fault) from fault

    def stream(self, query: str, given: Sequence[Any] = ()) -> Iterator[Row]:
        """Yield the rows of a query one by one; raises StoreError where the file is damaged."""
        try:
            yield from self._connection.execute(query, given)
        except UnicodeEncodeError:  # half a character, which no store holds
            return
        except sqlite3.DatabaseError as fault:
            raise self.damage(fault) from fault

    def damage(self, what: object) -> StoreError:
        """Return the error that says what is wrong with the file, and the way out."""
        return StoreError(f"{self.path} cannot be read ({what}); {REBUILD}")

    def close(self) -> None:
        """Let the file go. Nothing is read from then on."""
        self._connection.close()
