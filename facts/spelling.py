"""Finding the words that a misspelt one may stand for: what is left of each when letters are deleted.

Comparing a word with 100,000 others takes milliseconds, looking up its deletes microseconds (Wolf Garbe's symmetric
deletes). The index is packed when a store is built: making it takes a second, opening it none. Which words may be
corrected at all is decided by whoever asks.
"""

import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import combinations
from typing import Self
from zlib import crc32

ONE_EDIT_FROM = 4  # letters: a shorter word matches exactly or not at all
TWO_EDITS_FROM = 7
PREFIX = 7  # letters that are indexed; more than twice the edits, so nothing is missed
NUMBER = "I"  # an unsigned 32-bit integer


def edits_allowed(word: str) -> int:
    """Return how many edits a word of this length may be away from the one it stands for."""
    return 0 if len(word) < ONE_EDIT_FROM else 1 if len(word) < TWO_EDITS_FROM else 2


class DeleteIndex:
    """Words that others may be corrected into. Words with digits never are: R4 is not R5."""

    def __init__(self, words: Sequence[str], hashes: "array[int]", places: "array[int]") -> None:
        """Take the words in order; the hashes of what is left of them, in order; and the place of the word of each."""
        self._words = words
        self._hashes = hashes
        self._places = places

    @classmethod
    def of(cls, words: Iterable[str]) -> Self:
        """Index folded words; those with digits and those too short to be meant are left out."""
        kept = sorted({word for word in words if len(word) >= ONE_EDIT_FROM - 1 and word.isalpha()})
        entries = sorted(
            (_hash(left), place)
            for place, word in enumerate(kept)
            for left in _deletes(word[:PREFIX], max(edits_allowed(word), 1))
        )
        hashes, places = ([entry[column] for entry in entries] for column in (0, 1))
        return cls(kept, array(NUMBER, hashes), array(NUMBER, places))

    @classmethod
    def unpacked(cls, words: str, hashes: bytes, places: bytes) -> Self:
        """Read what `packed` wrote."""
        return cls(words.split(), _in_order(array(NUMBER, hashes)), _in_order(array(NUMBER, places)))

    def packed(self) -> tuple[str, bytes, bytes]:
        """Return the words and the entries as a store keeps them: the same bytes on every machine."""
        hashes, places = (_in_order(array(NUMBER, column)).tobytes() for column in (self._hashes, self._places))
        return " ".join(self._words), hashes, places

    def __contains__(self, word: str) -> bool:
        return word in self._held

    def meeting(self, word: str) -> list[str]:
        """Return the words that share with a folded word something left of both: those within its edits, and others."""
        allowed = edits_allowed(word)
        if not allowed or not word.isalpha():
            return []
        hashes, places, end = self._hashes, self._places, len(self._hashes)
        found = set()
        for start in map(self._starts.get, map(_hash, _deletes(word[:PREFIX], allowed))):
            if start is not None:
                entry, key = start, hashes[start]
                while entry < end and hashes[entry] == key:
                    found.add(places[entry])
                    entry += 1
        return list(map(self._words.__getitem__, found))

    @cached_property
    def _held(self) -> frozenset[str]:
        """The words, to tell whether one is spelt so: a search among them in order takes ten times as long."""
        return frozenset(self._words)

    @cached_property
    def _starts(self) -> Mapping[int, int]:
        """Where the entries of each hash begin. Made at the first misspelt word: most runs of `ask` see none."""
        return dict(zip(reversed(self._hashes), range(len(self._hashes) - 1, -1, -1), strict=True))


def _in_order(numbers: "array[int]") -> "array[int]":
    """Turn numbers of this machine into those of a store, or back: the lowest byte first."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _hash(text: str) -> int:
    return crc32(text.encode())


def _deletes(text: str, most: int) -> set[str]:
    """Return the text and whatever is left when up to `most` letters, one or two, are deleted."""
    left = {text}
    for deleted in range(1, most + 1):
        left.update(map("".join, combinations(text, len(text) - deleted)))
    return left
