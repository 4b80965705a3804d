"""Names in questions: how each is matched, and what is no name."""

import pytest

from bot.models import Match
from bot.understanding import Understanding


@pytest.mark.parametrize(
    ("question", "entity", "match"),
    [
        ("price of the Alda Brio", "brio", Match.EXACT),
        ("price of the alda brio", "brio", Match.EXACT),
        ("price of the ALDABRIO", "brio", Match.EXACT),
        ("price of the Alda-Brio", "brio", Match.EXACT),
        ("price of the Nido", "nido", Match.EXACT),
        ("price of the Nidos", "nido", Match.EXACT),
        ("the Nido's price", "nido", Match.EXACT),
        ("le prix de l’Alda Brio", "brio", Match.EXACT),
        ("price of the brio 70", "brio-70", Match.EXACT),
        ("what does veld say", "mara-veld", Match.EXACT),
        ("price of the Tosac", "tosca", Match.CORRECTED),
        ("price of the bexa tosca", "tosca", Match.EXACT),
        ("price of the bexxa toscaa", "tosca", Match.CORRECTED),
        ("price of the N4", "n4", Match.EXACT),
        ("price of the Frost", "frost", Match.EXACT),
        ("price of the frost", "frost", Match.EXACT),
        ("price of the new Bexa", "nido", Match.DESCRIBED),
    ],
)
def test_says_how_a_name_was_matched(understanding: Understanding, question: str, entity: str, match: Match) -> None:
    query = understanding.read(question)
    mention = query.speaker or query.subjects[0]
    assert (mention.entities, mention.match) == ((entity,), match)


@pytest.mark.parametrize(
    "question", ["price of the N6", "price of the Brio 2", "price of the Golf", "price of the Zoé"]
)
def test_never_takes_another_name_for_a_known_one(understanding: Understanding, question: str) -> None:
    """A name that the store does not hold stays unknown, whatever is called nearly so."""
    query = understanding.read(question)
    assert query.unknown or any(mention.match is Match.UNKNOWN for mention in query.subjects)


@pytest.mark.parametrize(
    "question",
    [
        "there was frost on my window this morning",
        "a mild frost is expected tonight",
        "i need a new note book",
        "what a beautiful day",
        "can you volt me a sandwich",
        "je mange une pomme avec brio",
    ],
)
def test_everyday_words_are_no_names(understanding: Understanding, question: str) -> None:
    assert understanding.read(question).subjects == ()


@pytest.mark.parametrize("question", ["How much is the Brio?", "combien coûte la Brio ?", "what did Mara Veld say?"])
def test_spans_stand_in_the_question(understanding: Understanding, question: str) -> None:
    query = understanding.read(question)
    for mention in (*query.subjects, *filter(None, [query.speaker])):
        assert question[mention.start : mention.end] == mention.text
