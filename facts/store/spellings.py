"""The words of names in a store that misspelt ones may stand for, looked up by what is left of both."""

import sqlite3
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache

from facts.spelling import edits_allowed, hashes_of, may_be_meant
from facts.store import rows
from facts.store.file import StoreFile

CACHED_WORDS = 4_096
MEETING = "SELECT DISTINCT word FROM deletes JOIN spellings ON spellings.id = deletes.spelling WHERE hash IN"
UNSORTED = "CREATE TEMP TABLE unsorted (hash INTEGER NOT NULL, spelling INTEGER NOT NULL)"
SORTED = "INSERT INTO deletes SELECT hash, spelling FROM temp.unsorted ORDER BY hash, spelling"  # on disk where many


class Spellings(Container[str]):
    """Words that others may be corrected into."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file
        self._held = lru_cache(maxsize=CACHED_WORDS)(self._look_up)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._held(word)

    def meeting(self, word: str) -> list[str]:
        """Return the words that share with a folded word something left of both: those within its edits, and others."""
        allowed = edits_allowed(word)
        if not allowed or not word.isalpha():
            return []
        hashes = tuple(hashes_of(word, allowed))
        return [row[0] for row in self._file.rows(f"{MEETING} ({rows.marks(hashes)})", hashes)]

    def _look_up(self, word: str) -> bool:
        return bool(self._file.rows("SELECT 1 FROM spellings WHERE word = ?", (word,)))


def write_spellings(connection: sqlite3.Connection, words: Iterable[str]) -> None:
    """Write folded words; those with digits and those too short to be meant are left out."""
    kept = sorted(set(filter(may_be_meant, words)))
    connection.executemany("INSERT INTO spellings VALUES (?, ?)", enumerate(kept, 1))
    connection.execute(UNSORTED)
    connection.executemany("INSERT INTO temp.unsorted VALUES (?, ?)", _deletes(kept))
    connection.execute(SORTED)
    connection.execute("DROP TABLE temp.unsorted")


def _deletes(words: Iterable[str]) -> Iterator[tuple[int, int]]:
    for place, word in enumerate(words, 1):
        for one in hashes_of(word, max(edits_allowed(word), 1)):
            yield one, place
