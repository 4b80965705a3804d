"""A hundred and twenty questions on the shipped article by somebody who had not seen how Lineup reads: how far it gets.

They stand in `fresh_questions.toml` by how each fares. No rule may be written for one of them; they are the measure of
rules written for others.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.asking import Asker
from facts.store.reader import FactStore
from tests.bot.test_shipped_article import Case, check, reply

TABLE = tomllib.loads(Path(__file__).with_name("fresh_questions.toml").read_text(encoding="utf-8"))
WRITTEN = 120


def rows(section: str, *, fails: bool = False) -> list[Any]:
    marks = [pytest.mark.xfail(strict=False, reason=f"{section} today")] if fails else []
    cases = [
        Case(**{key: tuple(value) if isinstance(value, list) else value for key, value in row.items() if key != "kind"})
        for row in TABLE[section]
    ]
    return [pytest.param(case, id=case.name, marks=marks) for case in cases]


@pytest.fixture(scope="module")
def asker(shipped_facts: FactStore) -> Asker:
    return Asker(shipped_facts)


@pytest.mark.parametrize("case", rows("right"))
def test_fresh_questions_that_are_answered_or_declined_as_due(case: Case, asker: Asker) -> None:
    check(reply(asker, case), case)


@pytest.mark.parametrize("case", rows("declined", fails=True))
def test_fresh_questions_that_are_declined_though_stated(case: Case, asker: Asker) -> None:
    check(reply(asker, case), case)


@pytest.mark.parametrize("case", rows("wrong", fails=True))
def test_fresh_questions_that_are_answered_wrongly(case: Case, asker: Asker) -> None:
    check(reply(asker, case), case)


def test_none_of_them_is_lost() -> None:
    asked = [row["ask"] for section in ("right", "declined", "wrong") for row in TABLE[section]]
    assert len(set(asked)) == len(asked) == WRITTEN
