"""Hundreds of ways to ask, in both languages and two lineups: question -> Query.

The rows stand in `shapes.toml`: lead-ins, spoken order, key words, short forms, thanks, several sentences, indirect
and mixed questions, and such as must be declined. What is understood otherwise today is listed there as a gap.
"""

import tomllib
from pathlib import Path

import pytest

from bot.understanding import Understanding
from facts.store.reader import FactStore
from tests.bot.understanding.world import written

TABLE = tomllib.loads(Path(__file__).with_name("shapes.toml").read_text(encoding="utf-8"))
FEWEST = 600  # rows, so that none is lost unseen


def rows(section: str) -> list[tuple[str, str, str]]:
    return [(shape["world"], question, shape["query"]) for shape in TABLE[section] for question in shape["asked"]]


@pytest.fixture(scope="module")
def worlds(showroom: FactStore, understanding: Understanding) -> dict[str, Understanding]:
    return {"world": understanding, "showroom": Understanding(showroom)}


@pytest.mark.parametrize(("lineup", "question", "query"), rows("shape"))
def test_a_question_is_read(worlds: dict[str, Understanding], lineup: str, question: str, query: str) -> None:
    assert written(worlds[lineup].read(question)) == query


@pytest.mark.xfail(reason="not understood yet", strict=False)
@pytest.mark.parametrize(("lineup", "question", "query"), rows("gap"))
def test_a_gap(worlds: dict[str, Understanding], lineup: str, question: str, query: str) -> None:
    assert written(worlds[lineup].read(question)) == query


def test_no_row_is_lost_or_doubled() -> None:
    every = [(world, question) for section in ("shape", "gap") for world, question, _ in rows(section)]
    assert len(every) >= FEWEST
    assert len(every) == len(set(every))
