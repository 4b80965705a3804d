"""The delete index against plain comparison, and what it leaves alone."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from facts.spelling import DeleteIndex, edits_allowed

WORDS = ("twingo", "micra", "leaf", "scenic", "dacia", "renault", "volkswagen", "n4", "spring")
INDEX = DeleteIndex.of(WORDS)


def test_words_with_digits_and_short_ones_stay_out() -> None:
    index = DeleteIndex.of(["n4", "up", "leaf"])
    assert [word for word in ("n4", "up", "leaf", "lea", "spring") if word in index] == ["leaf"]


def test_packing_loses_nothing() -> None:
    unpacked = DeleteIndex.unpacked(*INDEX.packed())
    assert unpacked.packed() == INDEX.packed()
    assert unpacked.meeting("twngo") == INDEX.meeting("twngo") == ["twingo"]


@given(st.text(alphabet="twingoleafdcr", min_size=1, max_size=12))
def test_misses_nothing_within_reach(written: str) -> None:
    """Whatever a comparison with every word finds, the index meets as well."""
    allowed = edits_allowed(written)
    reach = {word: min(allowed, max(edits_allowed(word), 1)) for word in WORDS if word.isalpha()}
    expected = {word for word, most in reach.items() if allowed and OSA.distance(written, word) <= most}
    assert expected <= set(INDEX.meeting(written))
