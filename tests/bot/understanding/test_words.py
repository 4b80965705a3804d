"""Words of a question: contractions written out, possessives kept, long messages cut."""

import pytest

from bot.understanding.vocabulary import Vocabularies
from bot.understanding.words import MOST_WORDS, cut, words_of_question
from facts.store.reader import FactStore


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "What's the Brio's price?", "what is the brio price"),
        ("en", "isn't it", "is not it"),
        ("en", "gonna cost", "going to cost"),
        ("en", "how much is teh brio pls", "how much is the brio please"),
        ("fr", "c'est où ?", "c' est ou"),
        ("fr", "l’autonomie", "l' autonomie"),
    ],
)
def test_short_forms_are_written_out(world: FactStore, language: str, text: str, expected: str) -> None:
    vocabulary = Vocabularies(world.lexicon)[language]
    words = words_of_question(cut(text), vocabulary, world.lemmas)
    assert " ".join(word.folded for word in words) == expected


def test_the_possessive_stays_with_its_name(world: FactStore) -> None:
    words = words_of_question(cut("the Brio's price"), Vocabularies(world.lexicon)["en"], world.lemmas)
    assert [word.possessive for word in words] == [False, True, False]


def test_a_long_message_is_cut() -> None:
    assert sum(token.kind != "mark" for token in cut("word, " * 1000)) == MOST_WORDS
