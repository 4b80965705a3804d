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


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("price of the zoe", "zoe"),
        ("where is the zoe built", "zoe"),
        ("où est fabriquée la zoe", "zoe"),
        ("how much does a golf cost", "golf"),
        ("compare the Brio and the zorbax", "zorbax"),
        ("price of the alda blorpo", "alda blorpo"),
        ("combien coûte la bexa zorbax ?", "bexa zorbax"),
        ("is the Alda Zorbax built in Slovenia?", "Alda Zorbax"),
        ("combien coûte la blorpo ?", "blorpo"),
        ("price of the Grand Scenic", "Grand Scenic"),
        ("price of the e-208", "e-208"),
    ],
)
def test_a_name_that_nobody_told_of_is_named(understanding: Understanding, question: str, text: str) -> None:
    """In small letters too, where something is asked of it; a brand in front makes it a car of that brand."""
    query = understanding.read(question)
    assert [mention.text for mention in query.subjects if mention.match is Match.UNKNOWN] == [text]


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("price of the Alda Blorpo", {"brio", "frost", "alda-city-car"}),
        ("price of the N6", set()),
        ("price of the Toscano", {"tosca"}),
        ("price of the Zorbax", set()),
    ],
)
def test_only_what_is_really_near_is_offered(understanding: Understanding, question: str, near: set[str]) -> None:
    (mention,) = understanding.read(question).subjects
    assert (mention.match, set(mention.entities)) == (Match.UNKNOWN, near)


@pytest.mark.parametrize(
    ("question", "entity"),
    [
        ("price of the aldda brio 70", "brio-70"),
        ("price of the Alda Birio 70", "brio-70"),
        ("what does oriennt cell make", "orient-cell"),
        ("price of the lmonica plant", "lomnica"),
    ],
)
def test_a_longer_name_with_a_slip_wins_over_a_shorter_one(
    understanding: Understanding, question: str, entity: str
) -> None:
    query = understanding.read(question)
    assert entity in [key for mention in query.subjects for key in mention.entities]


def test_articles_join_no_name(understanding: Understanding) -> None:
    """Behind an article stands the N4, whatever may be called "Lan"."""
    (mention,) = understanding.read("combien coûte la N4 ?").subjects
    assert (mention.text, mention.entities) == ("N4", ("n4",))
