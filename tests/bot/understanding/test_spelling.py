"""Which word a misspelt one is nearest to, and which are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.understanding.spelling import MOST_NEAR, near
from facts.spelling import edits_allowed
from tests.spellings import spellings_of

WORDS = ("twingo", "micra", "leaf", "scenic", "dacia", "renault", "volkswagen", "n4", "spring")
INDEX = spellings_of(WORDS)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("twngo", "twingo"), ("dacai", "dacia"), ("reanult", "renault"), ("volkswagn", "volkswagen"), ("micrra", "micra")],
)
def test_finds_the_word_a_typo_stands_for(written: str, meant: str) -> None:
    assert [word for word, _ in near(INDEX, written)] == [meant]


@pytest.mark.parametrize("written", ["n5", "lef", "twingo", "2026", "r4", ""])
def test_leaves_digits_short_words_and_the_word_itself_alone(written: str) -> None:
    assert near(INDEX, written) == []


def test_the_nearest_come_first_and_not_without_end() -> None:
    index = spellings_of([f"{letter}ovelora" for letter in "abcdefghijklmnop"] + ["qoveloras"])
    found = near(index, "qovelora")
    assert len(found) == MOST_NEAR
    assert [edits for _, edits in found] == [1] * MOST_NEAR


@given(st.text(alphabet="twingoleafdcr", min_size=4, max_size=12))
def test_misses_nothing_within_reach(written: str) -> None:
    """Whatever a comparison with every word finds, the index finds as well."""
    allowed = edits_allowed(written)
    reach = {word: min(allowed, max(edits_allowed(word), 1)) for word in WORDS if word.isalpha()}
    expected = {word for word, most in reach.items() if 0 < OSA.distance(written, word) <= most}
    assert {word for word, _ in near(INDEX, written)} == expected
