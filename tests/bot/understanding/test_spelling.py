"""The delete index against plain comparison, and what it leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.understanding.spelling import DeleteIndex, edits_allowed

WORDS = ("twingo", "micra", "leaf", "scenic", "dacia", "renault", "volkswagen", "n4", "spring")
INDEX = DeleteIndex(WORDS)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("twngo", "twingo"), ("dacai", "dacia"), ("reanult", "renault"), ("volkswagn", "volkswagen"), ("micrra", "micra")],
)
def test_finds_the_word_a_typo_stands_for(written: str, meant: str) -> None:
    assert [word for word, _ in INDEX.near(written)] == [meant]


@pytest.mark.parametrize("written", ["n5", "lef", "twingo", "2026", "r4", ""])
def test_leaves_digits_short_words_and_the_word_itself_alone(written: str) -> None:
    assert INDEX.near(written) == []


@given(st.text(alphabet="twingoleafdcr", min_size=4, max_size=12))
def test_misses_nothing_within_reach(written: str) -> None:
    """Whatever a comparison with every word finds, the index finds as well."""
    allowed = edits_allowed(written)
    reach = {word: min(allowed, max(edits_allowed(word), 1)) for word in WORDS if word.isalpha()}
    expected = {word for word, most in reach.items() if 0 < OSA.distance(written, word) <= most}
    assert {word for word, _ in INDEX.near(written)} == expected
