"""Finding the words that a misspelt one may stand for: an index of what is left when letters are deleted.

Comparing a word with 100,000 others takes milliseconds; looking up its deletes takes microseconds (Wolf Garbe's
symmetric deletes). Which words may be corrected at all is decided by whoever asks.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from rapidfuzz.distance import OSA

ONE_EDIT_FROM = 4  # letters: a shorter word matches exactly or not at all
TWO_EDITS_FROM = 7
PREFIX = 7  # letters that are indexed; more than twice the edits, so nothing is missed


def edits_allowed(word: str) -> int:
    """Return how many edits a word of this length may be away from the one it stands for."""
    return 0 if len(word) < ONE_EDIT_FROM else 1 if len(word) < TWO_EDITS_FROM else 2


class DeleteIndex:
    """Words that others may be corrected into. Words with digits never are: R4 is not R5."""

    def __init__(self, words: Iterable[str]) -> None:
        self._index: dict[str, list[str]] = {}
        for word in dict.fromkeys(words):
            if len(word) >= ONE_EDIT_FROM - 1 and word.isalpha():
                for key in _deletes(word[:PREFIX], max(edits_allowed(word), 1)):
                    self._index.setdefault(key, []).append(word)

    def near(self, word: str) -> list[tuple[str, int]]:
        """Return the words within reach of a folded word, nearest first, with their distance in edits."""
        allowed = edits_allowed(word)
        if not allowed or not word.isalpha():
            return []
        meeting = {one for key in _deletes(word[:PREFIX], allowed) for one in self._index.get(key, ())}
        found = []
        for one in meeting:
            reach = min(allowed, max(edits_allowed(one), 1))
            distance = OSA.distance(word, one, score_cutoff=reach)
            if 0 < distance <= reach:
                found.append((one, distance))
        return sorted(found, key=lambda pair: (pair[1], pair[0]))


@lru_cache(maxsize=4096)
def _deletes(text: str, most: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_shorter(text, most)))


def _shorter(text: str, most: int) -> Iterator[str]:
    """Yield the text and whatever is left when up to `most` letters are deleted."""
    for kept in range(len(text), max(len(text) - most, 0) - 1, -1):
        for letters in combinations(text, kept):
            yield "".join(letters)
