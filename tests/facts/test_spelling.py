"""What is left of words, against plain comparison, and which words are left alone."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from facts.spelling import edits_allowed, hashes_of, may_be_meant

WORDS = ("twingo", "micra", "leaf", "scenic", "dacia", "renault", "volkswagen", "spring")


def test_words_with_digits_and_short_ones_stay_out() -> None:
    assert [word for word in ("n4", "up", "leaf", "r5") if may_be_meant(word)] == ["leaf"]


@given(st.text(alphabet="twingoleafdcr", min_size=1, max_size=12))
def test_misses_nothing_within_reach(written: str) -> None:
    """Whatever a comparison with every word finds has something left in common."""
    allowed = edits_allowed(written)
    reach = {word: min(allowed, max(edits_allowed(word), 1)) for word in WORDS}
    left = hashes_of(written, allowed)
    for word, most in reach.items():
        if allowed and OSA.distance(written, word) <= most:
            assert left & hashes_of(word, max(edits_allowed(word), 1))
