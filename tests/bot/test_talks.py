"""Conversations of several turns about one spreadsheet: what was talked of is kept, and never guessed."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.asking import Asker
from bot.models import Answer, Status
from tests.bot.test_sheets import asker_of
from tests.bot.test_shipped_article import has_said

TABLE = tomllib.loads(Path(__file__).with_name("talks.toml").read_text(encoding="utf-8"))
VERDICTS = {"yes": True, "no": False}
Talk = list[list[str]]


@pytest.fixture(scope="module")
def compacts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    yield from asker_of("compacts", tmp_path_factory.mktemp("talks"))


def talks(section: str) -> list[Any]:
    return [pytest.param(talk, id=" / ".join(turn[0] for turn in talk)) for talk in TABLE.get(section, [])]


def is_due(answer: Answer, due: str) -> bool:
    """Whether an answer is one of those that a turn may get."""
    for one in due.split("|"):
        if one == "?" and answer.status is Status.AMBIGUOUS:
            return True
        if one == "-" and answer.status is not Status.ANSWERED:
            return True
        if one in VERDICTS and answer.verdict is VERDICTS[one]:
            return True
        if answer.status is Status.ANSWERED and has_said(answer, one):
            return True
    return False


def missed(asker: Asker, talk: Talk) -> list[str]:
    """Say every turn as one person; return those that were not answered as is due."""
    replies = [(said, due, asker.ask(said, who=str(talk))) for said, due in talk]
    return [
        f"{said} -> {answer.status.value}: {answer.text}" for said, due, answer in replies if not is_due(answer, due)
    ]


@pytest.mark.parametrize("talk", talks("talk"))
def test_every_turn_gets_its_reply(compacts: Asker, talk: Talk) -> None:
    assert missed(compacts, talk) == []


@pytest.mark.parametrize("talk", talks("gap"))
@pytest.mark.xfail(strict=False, reason="not followed yet")
def test_what_is_not_followed_yet(compacts: Asker, talk: Talk) -> None:
    assert missed(compacts, talk) == []
