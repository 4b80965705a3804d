"""How far written words are from others, in slips of the finger: a letter more, less, other, or swapped.

The one place that compares letters with rapidfuzz. It is loaded at the first slip: most questions have none, and
loading takes a tenth of what `lineup ask` takes.
"""

from collections.abc import Sequence

from facts.spelling import edits_allowed
from facts.store.spellings import Spellings

MOST_NEAR = 12  # words; more are near ties of near ties
MOST_TIED = 5  # words of the vocabulary as near as the nearest; they decide nothing anyway


def near(index: Spellings, word: str) -> list[tuple[str, int]]:
    """Return the words within reach of a folded word, nearest first, with their distance in edits."""
    allowed = edits_allowed(word)
    meeting = index.meeting(word)
    if not meeting:
        return []
    found = _extracted(word, meeting, allowed, None)
    within = [(one, edits) for one, edits in found if 0 < edits <= min(allowed, max(edits_allowed(one), 1))]
    return sorted(within, key=lambda pair: (pair[1], pair[0]))[:MOST_NEAR]


def nearest(word: str, choices: Sequence[str], allowed: int) -> list[str]:
    """Return the choices that take the fewest edits, at most so many."""
    found = _extracted(word, choices, allowed, MOST_TIED)
    return [one for one, edits in found if edits == found[0][1]]


def edits_between(one: str, other: str) -> int:
    """Return how many slips make one text of another."""
    from rapidfuzz.distance import OSA

    return int(OSA.distance(one, other))


def similarity(one: str, other: str) -> float:
    """Return the share of letters that two texts have in common and in order, in percent."""
    from rapidfuzz import fuzz

    return float(fuzz.ratio(one, other))


def most_similar(text: str, choices: Sequence[str], least: float, most: int) -> list[str]:
    """Return the choices that are similar enough, the most similar first."""
    from rapidfuzz import fuzz, process

    return [one for one, _, _ in process.extract(text, choices, scorer=fuzz.ratio, score_cutoff=least, limit=most)]


def _extracted(word: str, choices: Sequence[str], allowed: int, most: int | None) -> list[tuple[str, int]]:
    """Return the choices within so many edits, nearest first, with their distance."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=allowed, limit=most)
    return [(one, int(edits)) for one, edits, _ in found]
