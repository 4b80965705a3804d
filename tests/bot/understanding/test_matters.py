"""What a question turns on: its verb and noun, what is counted, who is meant, and whether it is for this bot at all.

The rows stand in `matters.toml`. They were written from kinds of misreading, never from a question that was misread.
"""

import tomllib
from pathlib import Path

import pytest

from bot.understanding import Understanding
from facts.store.reader import FactStore
from tests.bot.understanding.world import written

TABLE = tomllib.loads(Path(__file__).with_name("matters.toml").read_text(encoding="utf-8"))
ROWS = [(question, query) for matter in TABLE["matter"] for question, query in matter["asked"]]
FEWEST = 150  # rows, so that none is lost unseen


@pytest.fixture(scope="module")
def reading(showroom: FactStore) -> Understanding:
    return Understanding(showroom)


@pytest.mark.parametrize(("question", "query"), ROWS)
def test_a_question_is_read_by_what_it_turns_on(reading: Understanding, question: str, query: str) -> None:
    assert written(reading.read(question)) == query


def test_no_row_is_lost_or_doubled() -> None:
    assert len({question for question, _ in ROWS}) == len(ROWS) >= FEWEST
