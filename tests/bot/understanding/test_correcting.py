"""Misspelt words of the vocabulary, and everyday words that look like one."""

import pytest

from bot.understanding.correcting import Corrector
from bot.understanding.vocabulary import Vocabularies
from bot.understanding.words import cut, words_of_question
from facts.store.reader import FactStore


def corrected(world: FactStore, text: str) -> str:
    vocabularies = Vocabularies(world.lexicon)
    words = words_of_question(cut(text), vocabularies["en"], world.lemmas)
    found, _ = Corrector(vocabularies, world.lemmas).correct(words, vocabularies["en"], [])
    return " ".join(word.folded for word in found)


@pytest.mark.parametrize(
    ("written", "right"),
    [("prodution", "production"), ("whellbase", "wheelbase"), ("desinged", "designed"), ("platfrm", "platform")],
)
def test_a_slip_is_put_right(world: FactStore, written: str, right: str) -> None:
    assert corrected(world, written) == right


@pytest.mark.parametrize("text", ["lunch", "boat", "ikea", "xq17", "ram"])
def test_other_words_stay_as_they_are(world: FactStore, text: str) -> None:
    assert corrected(world, text) == text
