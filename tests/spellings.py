"""Words that others may be corrected into, in a store of nothing else."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from facts.store.file import StoreFile
from facts.store.schema import TABLES
from facts.store.spellings import Spellings, write_spellings


def spellings_of(words: Iterable[str]) -> Spellings:
    """Return the index of these words, kept in memory."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(TABLES)
    write_spellings(connection, words)
    return Spellings(StoreFile(connection, Path("words in memory")))
