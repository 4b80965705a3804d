"""Word forms kept in the store, seen as a mapping: opening a store with half a million of them loads none."""

import sqlite3
from collections.abc import Iterator, Mapping
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
        counted = self._connection.execute("SELECT count(*) FROM lemmas WHERE language = ?", (self._language,))
        count: int = counted.fetchone()[0]
        return count

    def _look_up(self, word: str) -> str | None:
        query = "SELECT lemma FROM lemmas WHERE language = ? AND word = ?"
        row = self._connection.execute(query, (self._language, word)).fetchone()
        return row[0] if row else None
