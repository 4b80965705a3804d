"""Follow-ups: what a turn lends to the next one, for how long, and to whom."""

import pytest

from bot.models import Answer, Status
from bot.understanding import Understanding
from bot.understanding.conversations import Turn
from tests.bot.understanding.world import written


def turn_of(understanding: Understanding, question: str, *answered: str) -> Turn:
    query = understanding.read(question)
    return Turn(query, Answer(Status.UNKNOWN, "", query.language, entities=answered))


@pytest.mark.parametrize(
    ("first", "answered", "then", "expected"),
    [
        ("What does the Brio cost?", "brio", "and the Nido?", "lookup nido price"),
        ("What does the Brio cost?", "brio", "what about the Nido?", "lookup nido price"),
        ("Quel est le prix de la Brio ?", "brio", "et la Nido ?", "lookup nido price"),
        ("What does the Brio cost?", "brio", "and its range?", "lookup brio range"),
        ("What does the Brio cost?", "brio", "where is it built?", "lookup brio factory"),
        ("Parle-moi de la Brio", "brio", "elle est fabriquée où ?", "lookup brio factory|built_in_country rivals"),
        ("Tell me about the Brio", "brio", "how much?", "lookup brio price"),
        ("Tell me about the Tosca", "tosca", "what will replace it?", "reverse tosca replaces inverse"),
        ("Which car replaces the Tosca?", "nido", "how much is it?", "lookup nido price"),
        ("What platform does the Brio use?", "brio", "who developed it?", "lookup p2 developer"),
        ("Who runs Alda?", "alda", "what did she say?", "what_said - - speaker=mara-veld"),
        ("What does the Brio 52 cost?", "brio-52", "and the 70?", "lookup brio-70 price"),
        ("Is the Brio cheaper than the Nido?", "brio", "by how much?", "compare brio+nido price difference"),
        ("Is the Brio built in Lomnica?", "brio", "why?", "why brio reason (factory is lomnica)"),
        ("What does the Brio cost?", "brio", "where did you get that?", "source - -"),
        ("What does the Brio cost?", "brio", "what's the weather like?", "chatter - -"),
        ("What does the Brio cost?", "brio", "Tell me about Volta", "describe volta -"),
    ],
)
def test_a_short_turn_takes_what_it_leaves_out(
    understanding: Understanding, first: str, answered: str, then: str, expected: str
) -> None:
    turn = turn_of(understanding, first, answered)
    assert written(understanding.read(then, turn)) == expected


def test_a_set_is_carried_as_it_was_answered(understanding: Understanding) -> None:
    turn = turn_of(understanding, "Which cars are built in Lomnica?", "brio", "nido")
    query = understanding.read("which of them is the cheapest?", turn)
    assert written(query) == "superlative brio+nido price kind=model lowest:1:1"


def test_what_was_filled_in_is_named(understanding: Understanding) -> None:
    turn = turn_of(understanding, "What does the Brio cost?", "brio")
    query = understanding.read("where is it built?", turn)
    assert query.inherited == ("subjects",)


def test_without_a_turn_nothing_is_filled_in(understanding: Understanding) -> None:
    assert understanding.read("where is it built?").subjects == ()
