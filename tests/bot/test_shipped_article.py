"""What the shipped article states, asked as people ask: a table of questions, each with the reply that is due.

The rows stand in `shipped_questions.toml`. What is not answered yet, or wrongly, is listed there too and expected to
fail, so that a row may move up the day it passes.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.asking import Asker
from bot.models import Answer, Status
from facts.store.reader import FactStore

TABLE = tomllib.loads(Path(__file__).with_name("shipped_questions.toml").read_text(encoding="utf-8"))
SECTIONS = ("right", "decline", "gap", "wrong")
FEWEST = {"right": 100, "decline": 40}  # rows, so that none is lost unseen
CLAIMS = (Status.ANSWERED, Status.PASSAGE)
_SPACES = re.compile(r"[\s\u00a0\u202f]+")


@dataclass(frozen=True, slots=True)
class Case:
    """One row of the table."""

    ask: str
    status: str
    after: str | None = None
    holds: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    quote: str = ""
    verdict: bool | None = None
    reason: str = ""

    @property
    def name(self) -> str:
        """The conversation as the name of a test."""
        return f"{self.after} / {self.ask}" if self.after else self.ask


def cases(section: str) -> list[Case]:
    return [
        Case(**{key: tuple(value) if isinstance(value, list) else value for key, value in row.items()})
        for row in TABLE[section]
    ]


def rows(section: str, *, fails: bool = False) -> list[Any]:
    return [
        pytest.param(case, id=case.name, marks=[pytest.mark.xfail(strict=False, reason=case.reason)] if fails else [])
        for case in cases(section)
    ]


def plain(text: str) -> str:
    """Fold case and kinds of space, which no reader sees."""
    return _SPACES.sub(" ", text).casefold()


def has_said(answer: Answer, alternatives: str) -> bool:
    said = plain(" ".join((answer.text, *(value.text for value in answer.values))))
    return any(plain(words) in said for words in alternatives.split("|"))


def has_cited(answer: Answer, fragment: str) -> bool:
    return any(fragment in source.quote for source in answer.sources)


@pytest.fixture(scope="module")
def asker(shipped_facts: FactStore) -> Asker:
    return Asker(shipped_facts)


@pytest.fixture(scope="module")
def replies(asker: Asker) -> dict[Case, Answer]:
    """Ask every row once, each as a person of their own."""
    return {case: reply(asker, case) for section in SECTIONS for case in cases(section)}


def reply(asker: Asker, case: Case) -> Answer:
    if case.after:
        asker.ask(case.after, who=case)
    return asker.ask(case.ask, who=case)


def check(answer: Answer, case: Case) -> None:
    assert answer.status.value in case.status.split("|"), answer.text
    assert [words for words in case.holds if not has_said(answer, words)] == [], answer.text
    assert [words for words in case.lacks if has_said(answer, words)] == [], answer.text
    assert not case.quote or has_cited(answer, case.quote), [source.quote for source in answer.sources]
    assert case.verdict is None or answer.verdict is case.verdict, answer.text


@pytest.mark.parametrize("case", rows("right"))
def test_what_the_article_says_is_answered(case: Case, replies: dict[Case, Answer]) -> None:
    check(replies[case], case)


@pytest.mark.parametrize("case", rows("decline"))
def test_what_it_does_not_say_is_not_claimed(case: Case, replies: dict[Case, Answer]) -> None:
    check(replies[case], case)
    assert (replies[case].verdict, replies[case].values) == (None, ())


@pytest.mark.parametrize("case", rows("gap", fails=True))
def test_what_is_not_answered_yet(case: Case, replies: dict[Case, Answer]) -> None:
    check(replies[case], case)


@pytest.mark.parametrize("case", rows("wrong", fails=True))
def test_what_is_answered_wrongly_today(case: Case, replies: dict[Case, Answer]) -> None:
    check(replies[case], case)


def test_every_source_is_verbatim_in_its_document(replies: dict[Case, Answer], shipped_facts: FactStore) -> None:
    sources = {source for answer in replies.values() for source in answer.sources}
    texts = {source.document: shipped_facts.document(source.document).text for source in sources}

    assert [source for source in sources if texts[source.document][source.start : source.end] != source.quote] == []


def test_every_mark_stands_inside_its_quote(replies: dict[Case, Answer]) -> None:
    sources = {source for answer in replies.values() for source in answer.sources}

    assert [s for s in sources for start, end in s.marks if not s.start <= start < end <= s.end] == []


def test_whatever_claims_something_has_a_source(replies: dict[Case, Answer]) -> None:
    assert [c.name for c, answer in replies.items() if answer.status in CLAIMS and not answer.sources] == []


def test_every_reply_says_something(replies: dict[Case, Answer]) -> None:
    assert [case.name for case, answer in replies.items() if not answer.text.strip()] == []


def test_no_question_stands_twice() -> None:
    names = [case.name for section in SECTIONS for case in cases(section)]

    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(("section", "fewest"), FEWEST.items())
def test_the_table_is_large(section: str, fewest: int) -> None:
    assert len(TABLE[section]) >= fewest
