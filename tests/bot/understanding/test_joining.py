"""Two questions in one message, each read by itself, and joined where they go together."""

import pytest

from bot.understanding import Understanding
from bot.understanding.joining import joined, parts_of
from facts.store.reader import FactStore
from tests.bot.understanding.drafts import Bench
from tests.bot.understanding.world import written


@pytest.fixture(scope="module")
def bench(world: FactStore) -> Bench:
    return Bench(world)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("How much is the Brio and when does it come out?", ["How much is the Brio and", "when does it come out?"]),
        (
            "Combien coûte la Brio et à quelle date sort-elle ?",
            ["Combien coûte la Brio et", "à quelle date sort-elle ?"],
        ),
        ("How much is the Brio? Where is it built?", ["How much is the Brio?", "Where is it built?"]),
        ("How much is the Brio?", []),
        ("price and range of the Brio", []),
        ("When the Brio came out, how much was it?", []),
        ("how much is the car which replaces the Tosca", []),
    ],
)
def test_parts_keep_their_place(bench: Bench, question: str, parts: list[str]) -> None:
    found = parts_of(bench.draft(question))
    assert [part.strip() for part in found] == parts
    for part in found:
        assert len(part) == len(question)
        assert part.strip() in question


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How much is the Brio and when does it come out?", "lookup brio price|launch"),
        ("When does the Brio come out and how much does it cost?", "lookup brio launch|price"),
        ("What does the Brio cost? And what range does it have?", "lookup brio price|range"),
        ("Combien coûte la Brio et quelle est son autonomie ?", "lookup brio price|range"),
        (
            "Where is the Brio built and how much is it?",
            "lookup brio factory|price",
        ),  # of rivals, the one that is known
        ("quand sort la Brio et à quel prix ?", "lookup brio launch|price"),
        ("how far does the brio go and what does the brio cost", "lookup brio range|price"),
    ],
)
def test_look_ups_of_one_thing_join(understanding: Understanding, question: str, expected: str) -> None:
    assert written(understanding.read(question)) == expected


@pytest.mark.parametrize(
    "question",
    [
        "How much is the Brio and how far does the Nido go?",
        "How much is the Brio and how many dogs fit in?",
    ],
)
def test_other_pairs_answer_nothing_half(understanding: Understanding, question: str) -> None:
    """What cannot be answered together is not answered as if only one had been asked."""
    query = understanding.read(question)
    assert query.unknown or query.intent not in ("lookup", "superlative")


def test_nothing_joins_without_a_subject(understanding: Understanding, bench: Bench) -> None:
    queries = [understanding.read("price?"), understanding.read("range?")]
    assert joined(queries, bench.resolver) is None
