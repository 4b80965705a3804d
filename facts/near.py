"""Which words of a dictionary are a misspelling away from a name.

Comparing each word with each name would take minutes; words and names meet in an index of what is left of their first
letters when some are deleted (Wolf Garbe's symmetric deletes), and only those that meet are compared.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from rapidfuzz.distance import OSA

ONE_EDIT_FROM = 4  # letters: shorter words match exactly or not at all
TWO_EDITS_FROM = 7
PREFIX = 7  # letters that are indexed; more than twice the edits, so nothing is missed


def edits_allowed(word: str) -> int:
    """Return how many edits a word of this length may be away from a name."""
    return 0 if len(word) < ONE_EDIT_FROM else 1 if len(word) < TWO_EDITS_FROM else 2


def near_words(words: Iterable[str], names: frozenset[str]) -> frozenset[str]:
    """Return the words within `edits_allowed` of one of the names (the name itself included)."""
    index: dict[str, set[str]] = {}
    for name in names:
        for key in _deletes(name[:PREFIX], 2):
            index.setdefault(key, set()).add(name)
    by_prefix: dict[str, list[str]] = {}
    for word in words:
        if len(word) >= ONE_EDIT_FROM:
            by_prefix.setdefault(word[:PREFIX], []).append(word)
    found: set[str] = set()
    for prefix, sharing in by_prefix.items():
        candidates = {name for key in _deletes(prefix, edits_allowed(prefix)) for name in index.get(key, ())}
        found.update(word for word in sharing if any(_is_near(word, name) for name in candidates))
    return frozenset(found)


def _is_near(word: str, name: str) -> bool:
    allowed = edits_allowed(word)
    return abs(len(word) - len(name)) <= allowed and OSA.distance(word, name, score_cutoff=allowed) <= allowed


def _deletes(text: str, most: int) -> Iterator[str]:
    """Yield the text and whatever is left when up to `most` letters are deleted."""
    for kept in range(max(len(text) - most, 0), len(text) + 1):
        for letters in combinations(text, kept):
            yield "".join(letters)
