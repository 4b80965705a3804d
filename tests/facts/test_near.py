"""Everyday words that are a misspelling away from a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from facts.near import edits_allowed, near_words


@pytest.mark.parametrize(
    ("word", "name", "near"),
    [
        ("spring", "spring", True),
        ("sprint", "spring", True),
        ("springs", "spring", True),
        ("retain", "renault", False),
        ("captain", "captur", False),
        ("capture", "captur", True),
        ("meganes", "megane", True),
        ("car", "cat", False),  # too short to be corrected
        ("golf", "gulf", True),
        ("golds", "golf", False),
    ],
)
def test_distance_decides(word: str, name: str, near: bool) -> None:
    assert near_words([word], frozenset([name])) == (frozenset([word]) if near else frozenset())


LETTERS = st.text("abc", min_size=1, max_size=10)


@given(LETTERS, LETTERS)
def test_index_misses_nothing(word: str, name: str) -> None:
    allowed = edits_allowed(word)
    expected = allowed > 0 and OSA.distance(word, name) <= allowed
    assert bool(near_words([word], frozenset([name]))) == expected
