"""A question word by itself asks for what goes with the last answer, never for a neighbour of it."""

import pytest

from bot.models import Answer, Status
from bot.understanding import Understanding
from bot.understanding.conversations import Turn
from tests.bot.understanding.world import written


@pytest.mark.parametrize(
    ("first", "answered", "then", "expected"),
    [
        ("Where is the Brio built?", "brio", "which country is that in?", "lookup lomnica country kind=country"),
        ("Où est produite la Brio ?", "brio", "c'est où ça ?", "lookup lomnica country"),
        ("Where is the Brio built?", "brio", "when?", "lookup brio production_start"),
        ("What does the Brio cost?", "brio", "when is lunch?", "chatter - event_date"),
        ("What does the Brio cost?", "brio", "who won the match?", "chatter - market_share"),
        ("Tell me about the Brio and the Nido", "brio", "when?", "chatter - -"),
    ],
)
def test_it_asks_of_the_last_answer(
    understanding: Understanding, first: str, answered: str, then: str, expected: str
) -> None:
    query = understanding.read(first)
    turn = Turn(query, Answer(Status.UNKNOWN, "", query.language, entities=(answered,)))
    assert written(understanding.read(then, turn)) == expected
