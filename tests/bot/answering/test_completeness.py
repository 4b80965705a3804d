"""What extraction alone has gathered is told only where nothing can be missing."""

from dataclasses import replace

import pytest

from bot.answering import Answering
from bot.answering.completeness import as_sure
from bot.models import Source
from bot.models.finding import Description, Finding, Members, Passages, Ranking, Row, Told
from bot.models.query import Intent, Ordering
from facts.models import Entity, Fact, Origin
from tests.bot.answering.asking import query
from tests.bot.world import money

CAR = Entity("brio", "Brio", "model")
CHEAPEST, FIRST = Ordering("price", descending=False), Ordering("launch", descending=False)


def row(origin: Origin, pattern: str = "frame.active/name", start: int = 0) -> Row:
    fact = Fact("brio", "price", money("1", 1), "a", start, start + 9, (start, start + 1), pattern, origin=origin)
    return Row(fact, CAR, Source("a", "x" * 9, start, start + 9), "en")


READ, CHECKED, CELL = row(Origin.EXTRACTED), row(Origin.REVIEWED), row(Origin.EXTRACTED, "table.cell/name")


@pytest.mark.parametrize(
    ("finding", "is_told"),
    [
        (Members((CAR,), (CHECKED,)), True),
        (Members((CAR,), (CELL,)), True),
        (Members((CAR,), (READ, CHECKED)), False),
        (Ranking((CELL, CELL), CHEAPEST, (CELL,)), True),
        (Ranking((READ, READ), FIRST, (READ,)), False),
        (Ranking((READ, READ), CHEAPEST, (READ,)), True),  # each price of the documents is some fact's
        (Ranking((READ, READ), CHEAPEST, (READ,), (CELL,)), False),
        (Description(CAR, (READ,)), False),
        (Description(CAR, (READ, READ, READ)), True),
        (Description(CAR, (CHECKED,)), True),
    ],
)
def test_told_or_shown(answering: Answering, finding: Finding, is_told: bool) -> None:
    assert isinstance(as_sure(answering.known, query(Intent.FILTER), finding), type(finding) if is_told else Passages)


def test_a_named_set_without_gaps_is_whole(answering: Answering) -> None:
    ranking = Ranking((READ, READ), CHEAPEST, (READ,))
    assert as_sure(answering.known, query(Intent.SUPERLATIVE, "brio", "nido"), ranking) is ranking


def test_as_many_as_the_question_says_are_whole(answering: Answering) -> None:
    ranking = Ranking((READ, READ), FIRST, (READ,))
    asked = replace(query(Intent.SUPERLATIVE), set_size=1)
    assert as_sure(answering.known, asked, ranking) is ranking
    assert isinstance(as_sure(answering.known, replace(asked, set_size=3), ranking), Passages)


def test_a_document_that_seems_to_contradict_itself_is_shown(answering: Answering) -> None:
    misread = replace(READ, rivals=(row(Origin.EXTRACTED, start=20),))
    shown = as_sure(answering.known, query(Intent.LOOKUP), Told((misread,)))
    assert isinstance(shown, Passages)
    assert [source.start for source in shown.passages] == [0, 20]
    checked = Told((replace(CHECKED, rivals=(READ,)),))
    assert as_sure(answering.known, query(Intent.LOOKUP), checked) is checked


def test_no_more_passages_than_can_be_read(answering: Answering) -> None:
    rows = tuple(row(Origin.EXTRACTED, start=10 * i) for i in range(5))
    shown = as_sure(answering.known, query(Intent.REVERSE), Members((CAR,), rows))
    assert isinstance(shown, Passages)
    assert len(shown.passages) == 3


def test_a_role_alone_says_who_somebody_is(answering: Answering) -> None:
    boss = replace(READ, fact=replace(READ.fact, attribute="role"))
    told = Description(CAR, (boss,))
    assert as_sure(answering.known, query(Intent.DESCRIBE, wanted="person"), told) is told
    assert isinstance(as_sure(answering.known, query(Intent.DESCRIBE), told), Passages)
