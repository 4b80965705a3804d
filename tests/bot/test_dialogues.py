"""Conversations as people hold them, and questions about the bot: a table, each with the reply due to its last turn."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.asking import Asker
from bot.models import Answer
from facts.store.reader import FactStore
from tests.bot.test_shipped_article import has_cited, has_said

TABLE = tomllib.loads(Path(__file__).with_name("dialogues.toml").read_text(encoding="utf-8"))
GAPS = ("gap",)  # sections of what is not answered yet


def rows(*sections: str) -> list[Any]:
    return [pytest.param(row, id=" / ".join(row["turns"])) for name in sections for row in TABLE[name]]


@pytest.fixture(scope="module")
def asker(shipped_facts: FactStore) -> Asker:
    return Asker(shipped_facts)


def reply(asker: Asker, row: dict[str, Any]) -> Answer:
    """Say every turn as one person of their own; return the reply to the last."""
    return [asker.ask(turn, who=tuple(row["turns"])) for turn in row["turns"]][-1]


def check(answer: Answer, row: dict[str, Any]) -> None:
    assert answer.status.value in row["status"].split("|"), answer.text
    assert [words for words in row.get("holds", []) if not has_said(answer, words)] == [], answer.text
    assert [words for words in row.get("lacks", []) if has_said(answer, words)] == [], answer.text
    assert has_cited(answer, row.get("quote", "")) or not row.get("quote"), answer.sources
    assert answer.verdict is row.get("verdict", answer.verdict), answer.text
    assert answer.language == row.get("language", answer.language)
    assert bool(answer.sources) or answer.status.value in ("chatter", "unknown", "ambiguous")


@pytest.mark.parametrize("row", rows(*(name for name in TABLE if name not in GAPS)))
def test_the_last_turn_gets_its_reply(asker: Asker, row: dict[str, Any]) -> None:
    check(reply(asker, row), row)


@pytest.mark.parametrize("row", rows(*GAPS))
@pytest.mark.xfail(strict=False, reason="not understood yet")
def test_what_is_not_understood_yet(asker: Asker, row: dict[str, Any]) -> None:
    check(reply(asker, row), row)
