"""Words that say the same, in the shipped vocabulary."""

import pytest

from bot.answering.synonyms import Relation, Synonyms
from facts.lexicon.loader import load_lexicon


@pytest.fixture(scope="module")
def synonyms() -> Synonyms:
    return Synonyms.of(load_lexicon())


@pytest.mark.parametrize(("word", "expected"), [("make", True), ("faire", True), ("demolish", False), ("price", False)])
def test_verbs_that_say_little(synonyms: Synonyms, word: str, expected: bool) -> None:
    assert synonyms.is_light(word) is expected


@pytest.mark.parametrize(
    ("asked", "told", "relation"),
    [
        ("buy", "acquire", Relation.SAME),
        ("build", "fabriquer", Relation.SAME),
        ("buy", "sell", Relation.CONVERSE),
        ("own", "belong to", Relation.SWAP),
        ("buy", "demolish", None),
    ],
)
def test_how_a_predicate_tells_another(synonyms: Synonyms, asked: str, told: str, relation: Relation | None) -> None:
    assert synonyms.relation(asked, told) is relation


def test_nouns_of_the_verb_are_looked_for_too(synonyms: Synonyms) -> None:
    assert {"takeover", "acquisition"} <= set(synonyms.variants(["buy"]))
