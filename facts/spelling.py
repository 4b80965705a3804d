"""Which words a misspelt one may stand for: how far apart they may be, and what both have left without some letters.

Comparing a word with 100,000 others takes milliseconds, looking up its deletes microseconds (Wolf Garbe's symmetric
deletes). The deletes of a store's names stand in the store; which words may be corrected at all is decided by whoever
asks.
"""

from itertools import combinations
from zlib import crc32

ONE_EDIT_FROM = 4  # letters: a shorter word matches exactly or not at all
TWO_EDITS_FROM = 7
PREFIX = 7  # letters that are indexed; more than twice the edits, so nothing is missed


def edits_allowed(word: str) -> int:
    """Return how many edits a word of this length may be away from the one it stands for."""
    return 0 if len(word) < ONE_EDIT_FROM else 1 if len(word) < TWO_EDITS_FROM else 2


def may_be_meant(word: str) -> bool:
    """Whether others may be corrected into a folded word: never where it has digits (R4 is not R5) or is short."""
    return len(word) >= ONE_EDIT_FROM - 1 and word.isalpha()


def hashes_of(word: str, edits: int) -> set[int]:
    """Return the hashes of what is left of a word when up to so many of its first letters, one or two, are deleted."""
    text = word[:PREFIX]
    left = {text}
    for deleted in range(1, edits + 1):
        left.update(map("".join, combinations(text, len(text) - deleted)))
    return {crc32(one.encode()) for one in left}
