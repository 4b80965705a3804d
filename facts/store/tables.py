"""Words kept in the store, seen as a mapping and a set: opening a store with half a million forms loads none of them."""

import sqlite3
from collections.abc import Iterator, Mapping, Set
from functools import lru_cache

CACHED_WORDS = 8_192


class WordMap(Mapping[str, str]):
    """Folded word -> folded lemma of one language."""

    def __init__(self, connection: sqlite3.Connection, language: str) -> None:
        self._connection, self._language = connection, language
        self._lemma = lru_cache(maxsize=CACHED_WORDS)(self._look_up)

    def __getitem__(self, word: str) -> str:
        lemma = self._lemma(word)
        if lemma is None:
            raise KeyError(word)
        return lemma

    def __iter__(self) -> Iterator[str]:
        rows = self._connection.execute("SELECT word FROM lemmas WHERE language = ? ORDER BY word", (self._language,))
        return (row[0] for row in rows)

    def __len__(self) -> int:
        count: int = self._connection.execute("SELECT count(*) FROM lemmas WHERE language = ?", (self._language,)).fetchone()[0]
        return count

    def _look_up(self, word: str) -> str | None:
        query = "SELECT lemma FROM lemmas WHERE language = ? AND word = ?"
        row = self._connection.execute(query, (self._language, word)).fetchone()
        return row[0] if row else None


class WordSet(Set[str]):
    """The ordinary words: those that may be a name, but are never corrected into one."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._held = lru_cache(maxsize=CACHED_WORDS)(self._look_up)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._held(word)

    def __iter__(self) -> Iterator[str]:
        return (row[0] for row in self._connection.execute("SELECT word FROM ordinary ORDER BY word"))

    def __len__(self) -> int:
        count: int = self._connection.execute("SELECT count(*) FROM ordinary").fetchone()[0]
        return count

    def _look_up(self, word: str) -> bool:
        return self._connection.execute("SELECT 1 FROM ordinary WHERE word = ?", (word,)).fetchone() is not None
