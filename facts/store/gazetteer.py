"""The names that a store knows, looked up one by one: opening a hundred thousand of them loads none.

Names are keyed without spaces and marks ("amprsmall"). Most runs of words of a question are no name; a filter of a few
bits a name, one blob of the store, tells that of nearly all of them without a look-up.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple
from zlib import crc32

from facts.store import rows
from facts.store.file import StoreFile
from facts.store.spellings import Spellings
from facts.terms import squeeze

MOST_MEANT = 20  # entities that one short form may mean; "GT" of a hundred cars names none
BITS_OF_NAME = 16  # one in sixteen keys that are no name passes the filter
CACHED_NAMES = 8_192
LAST = "\U0010ffff"  # sorts after every character of a name


class Meant(NamedTuple):
    """Ids of the entities that a key means: by a name, by what people shorten one to."""

    by_name: tuple[str, ...]
    by_part: tuple[str, ...]


NOTHING = Meant((), ())


class Gazetteer:
    """The names of one store."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file
        self._looked_up = lru_cache(maxsize=CACHED_NAMES)(self._look_up)

    def meant(self, key: str) -> Meant:
        """Return what a key means; a short form of too many means none of them."""
        return self._looked_up(key) if passes(self._filter, key) else NOTHING

    def keys(self) -> Iterator[str]:
        """Stream the key of every name, in the order in which they were written."""
        return (row[0] for row in self._file.stream("SELECT squeezed FROM aliases ORDER BY id"))

    def with_word(self, word: str, limit: int) -> list[str]:
        """List names of several words that hold a folded word, as written."""
        return [row[0] for row in self._file.rows("SELECT name FROM name_words WHERE word = ? LIMIT ?", (word, limit))]

    def beginning(self, start: str, limit: int) -> list[tuple[str, str]]:
        """List the keys that begin so, with the id of the entity that each means, in order."""
        query = "SELECT squeezed, entity FROM aliases WHERE squeezed >= ? AND squeezed < ? ORDER BY squeezed LIMIT ?"
        return [(row[0], row[1]) for row in self._file.rows(query, (start, start + LAST, limit))]

    def named(self, names: Sequence[str]) -> list[str]:
        """List the ids of the entities that have one of these names, name by name; all take one look-up."""
        keys = list(dict.fromkeys(map(squeeze, names)))
        query = f"SELECT squeezed, entity FROM aliases WHERE squeezed IN ({rows.marks(keys)})"  # noqa: S608  # marks alone
        found = sorted(self._file.rows(query, keys), key=lambda row: (keys.index(row[0]), row[1]))
        return list(dict.fromkeys(row[1] for row in found))

    def with_word_beginning(self, start: str, limit: int) -> list[str]:
        """List names of several words of which one, folded, begins so, as written."""
        query = "SELECT DISTINCT name FROM name_words WHERE word >= ? AND word < ? LIMIT ?"
        return [row[0] for row in self._file.rows(query, (start, start + LAST, limit))]

    @cached_property
    def spellings(self) -> Spellings:
        """Words of names, for misspelt ones to be corrected into."""
        return Spellings(self._file)

    @cached_property
    def _filter(self) -> bytes:
        bits: bytes = self._file.rows("SELECT bits FROM name_filter")[0][0]
        return bits

    def _look_up(self, key: str) -> Meant:
        by_name = self._first("SELECT entity FROM aliases WHERE squeezed = ? ORDER BY id", key)
        by_part = self._first("SELECT entity FROM short_forms WHERE squeezed = ? ORDER BY id", key)
        return Meant(by_name, by_part if len(by_part) <= MOST_MEANT else ())

    def _first(self, query: str, key: str) -> tuple[str, ...]:
        """Return the first entities of a look-up, each once, one more than a short form may mean."""
        found: dict[str, None] = {}
        for row in self._file.stream(query, (key,)):
            found[row[0]] = None
            if len(found) > MOST_MEANT:
                break
        return tuple(found)


def filter_of(keys: Iterable[str]) -> bytes:
    """Return the filter that lets these keys pass."""
    hashes = {crc32(key.encode()) for key in keys}
    bits = bytearray(max(1, len(hashes) * BITS_OF_NAME // 8))
    for one in hashes:
        place = one % (8 * len(bits))
        bits[place >> 3] |= 1 << (place & 7)
    return bytes(bits)


def passes(bits: bytes, key: str) -> bool:
    """Whether a filter lets a key pass: all of its own, and few others."""
    place = crc32(key.encode(errors="replace")) % (8 * len(bits))
    return bool(bits[place >> 3] >> (place & 7) & 1)
