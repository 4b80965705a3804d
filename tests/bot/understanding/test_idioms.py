"""Set phrases: where they stand, what they keep, and what they leave alone."""

import pytest

from bot.understanding.idioms import Idioms
from bot.understanding.words import Word, cut

TABLE = {
    "what is the damage on|for": "what is the price of",
    "get my|your hands on": "buy",
    "put|bolt * together": "build *",
    "put it together": "build it",
    "what does # get me|us": "which cars cost at most *",
    "what can i get for #": "which cars cost at most *",
    "save if_i|when_i go_for|take": "save with",
    "where to $": "where",
    "d'où ça sort": "où est-ce fabriqué",
}


@pytest.fixture(scope="module")
def idioms() -> Idioms:
    return Idioms(TABLE)


def plain(idioms: Idioms, text: str) -> str:
    """Write a text out in plain words."""
    marks, words = "", []
    for token in cut(text):
        if token.kind == "mark":
            marks += token.text
            continue
        words.append(Word(token.text, token.folded, token.folded, token.start, token.end, token.kind, marks))
        marks = ""
    written = [word.folded for word in words]
    for edit in reversed(idioms.find(words)):
        written[edit.first : edit.last] = edit.plain
    return " ".join(written)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what is the damage for the leaf", "what is the price of the leaf"),
        ("when can i get your hands on one", "when can i buy one"),
        ("where do they put the new leaf together now", "where do they build the new leaf now"),
        ("where do they bolt it together", "where do they build it"),
        ("where do they put it together", "where do they build it"),
        ("what does 20 grand get us", "which cars cost at most 20 grand"),
        ("what can i get for 18,000 euros", "which cars cost at most 18,000 euros"),
        ("how much do i save when i go for a leaf", "how much do i save with a leaf"),
        ("where to", "where"),
        ("d'où ça sort", "ou est ce fabrique"),
    ],
)
def test_a_set_phrase_is_read_plainly(idioms: Idioms, text: str, expected: str) -> None:
    assert plain(idioms, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "what is the damage to the plant",
        "put the leaf, please, together",
        "put the one two three four five six seven together",
        "what is the damage, on average",
        "what does the leaf get me",
        "where to go",
        "put together",
    ],
)
def test_other_words_are_left_alone(idioms: Idioms, text: str) -> None:
    assert plain(idioms, text) == text.replace(",", "")


def test_an_amount_may_be_set_off_by_a_comma() -> None:
    assert plain(Idioms({"with # what can i get": "which cars cost *"}), "with 20 grand, what can i get") == (
        "which cars cost 20 grand"
    )
