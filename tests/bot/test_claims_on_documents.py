"""Yes, no and premises on documents of other cars than the shipped one: nothing is confirmed beyond what they say.

The rows stand in `claims_on_documents.toml`, as those of the shipped article do in theirs.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.asking import Asker
from bot.models import Answer
from facts.build import build
from facts.store.reader import FactStore
from tests.bot.test_shipped_article import CLAIMS, Case, check

TABLE = tomllib.loads(Path(__file__).with_name("claims_on_documents.toml").read_text(encoding="utf-8"))
DOCUMENTS: dict[str, str] = TABLE["documents"]


def rows(section: str, *, fails: bool = False) -> list[Any]:
    marks = [pytest.mark.xfail(strict=False, reason="not yet")] if fails else []
    cases = [
        Case(**{key: tuple(value) if isinstance(value, list) else value for key, value in row.items()})
        for row in TABLE[section]
    ]
    return [pytest.param(case, id=case.name, marks=marks) for case in cases]


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FactStore]:
    folder = tmp_path_factory.mktemp("documents")
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    path = tmp_path_factory.mktemp("store") / "facts.db"
    build([folder], path)
    with FactStore.open(path) as store:
        yield store


def reply(facts: FactStore, case: Case) -> Answer:
    asker = Asker(facts)
    if case.after:
        asker.ask(case.after, who=case)
    return asker.ask(case.ask, who=case)


@pytest.mark.parametrize("case", rows("right"))
def test_what_the_documents_decide_is_decided(case: Case, facts: FactStore) -> None:
    check(reply(facts, case), case)


@pytest.mark.parametrize("case", rows("decline"))
def test_what_they_do_not_say_is_not_confirmed(case: Case, facts: FactStore) -> None:
    answer = reply(facts, case)
    check(answer, case)
    assert (answer.verdict, answer.values) == (None, ())


@pytest.mark.parametrize("case", rows("gap", fails=True))
def test_what_is_not_decided_yet(case: Case, facts: FactStore) -> None:
    check(reply(facts, case), case)


@pytest.mark.parametrize("case", rows("right") + rows("decline"))
def test_whatever_is_claimed_has_a_source(case: Case, facts: FactStore) -> None:
    answer = reply(facts, case)

    assert answer.sources or answer.status not in CLAIMS
