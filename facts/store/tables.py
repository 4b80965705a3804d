"""Words kept in the store, seen as a mapping and a container: opening half a million of them loads none."""

from collections.abc import Container, ItemsView, Iterator, Mapping, Set
from functools import lru_cache
from typing import TypeVar, overload

from facts.store.file import StoreFile

CACHED_WORDS = 8_192
TOGETHER = 64  # everyday words in a row, which is looked through as quickly as one word is read, and written as quickly
BETWEEN = "\n"  # no word holds it
HOLDING = "SELECT words FROM ordinary WHERE first <= ? ORDER BY first DESC LIMIT 1"
Default = TypeVar("Default")


class WordMap(Mapping[str, str]):
    """Folded word -> folded lemma of one language."""

    def __init__(self, file: StoreFile, language: str) -> None:
        self._file, self._language = file, language
        self._lemma = lru_cache(maxsize=CACHED_WORDS)(self._look_up)

    @overload
    def get(self, word: str) -> str | None: ...
    @overload
    def get(self, word: str, default: Default) -> str | Default: ...
    def get(self, word: str, default: object = None) -> object:
        """Return the lemma of a word; the words of names have none, and must not cost an exception."""
        lemma = self._lemma(word)
        return default if lemma is None else lemma

    def __getitem__(self, word: str) -> str:
        lemma = self._lemma(word)
        if lemma is None:
            raise KeyError(word)
        return lemma

    def __iter__(self) -> Iterator[str]:
        words = self._file.stream("SELECT word FROM lemmas WHERE language = ? ORDER BY word", (self._language,))
        return (row[0] for row in words)

    def items(self) -> ItemsView[str, str]:
        """Load every word with its lemma at once: the mixin would ask for them one by one."""
        return dict(self._file.rows("SELECT word, lemma FROM lemmas WHERE language = ?", (self._language,))).items()

    def __len__(self) -> int:
        count: int = self._file.rows("SELECT count(*) FROM lemmas WHERE language = ?", (self._language,))[0][0]
        return count

    def _look_up(self, word: str) -> str | None:
        query = "SELECT lemma FROM lemmas WHERE language = ? AND word = ?"
        found = self._file.rows(query, (self._language, word))
        return found[0][0] if found else None


class WordSet(Container[str]):
    """The everyday words: those that may be a name, but are never corrected into one."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file
        self._held = lru_cache(maxsize=CACHED_WORDS)(self._look_up)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._held(word)

    def _look_up(self, word: str) -> bool:
        found = self._file.rows(HOLDING, (word,))
        return bool(found) and f"{BETWEEN}{word}{BETWEEN}" in found[0][0]


def rows_of(words: Set[str]) -> Iterator[tuple[str, str]]:
    """Yield the rows of everyday words: the first of each, and all of them, every word between two marks."""
    by_letters = sorted(words)
    for start in range(0, len(by_letters), TOGETHER):
        together = by_letters[start : start + TOGETHER]
        yield together[0], f"{BETWEEN}{BETWEEN.join(together)}{BETWEEN}"
