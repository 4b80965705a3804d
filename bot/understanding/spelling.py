"""Which words of names a misspelt one is nearest to, in slips of the finger: a letter more, less, other, or swapped."""

from rapidfuzz import process
from rapidfuzz.distance import OSA

from facts.spelling import DeleteIndex, edits_allowed

MOST_NEAR = 12  # words; more are near ties of near ties


def near(index: DeleteIndex, word: str) -> list[tuple[str, int]]:
    """Return the words within reach of a folded word, nearest first, with their distance in edits."""
    allowed = edits_allowed(word)
    meeting = index.meeting(word)
    if not meeting:
        return []
    found = process.extract(word, meeting, scorer=OSA.distance, score_cutoff=allowed, limit=None)
    within = [(one, distance) for one, distance, _ in found if 0 < distance <= min(allowed, max(edits_allowed(one), 1))]
    return sorted(within, key=lambda pair: (pair[1], pair[0]))[:MOST_NEAR]
