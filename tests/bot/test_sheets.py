"""Two spec sheets, with empty cells, "TBC" and mixed units, asked as people ask: questions with the reply that is due.

The rows stand in `sheet_questions.toml`; one with a reason is not answered yet.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.asking import Asker
from facts.build import build
from facts.store.reader import FactStore
from tests.bot.test_shipped_article import Case, check, reply

SHEETS = Path(__file__).with_name("sheets")
TABLE = tomllib.loads(Path(__file__).with_name("sheet_questions.toml").read_text(encoding="utf-8"))


def rows(sheet: str) -> list[Any]:
    cases = [Case(**{k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}) for row in TABLE[sheet]]
    return [pytest.param(case, id=case.name, marks=waived(case.reason) if case.reason else ()) for case in cases]


def waived(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=False, reason=reason)


def asker_of(sheet: str, folder: Path) -> Iterator[Asker]:
    build([SHEETS / sheet], folder / f"{sheet}.db")
    with FactStore.open(folder / f"{sheet}.db") as store:
        yield Asker(store)


@pytest.fixture(scope="module")
def compacts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    """Ask a spreadsheet: units in its heads, cells that are empty or say n/a or TBC."""
    yield from asker_of("compacts", tmp_path_factory.mktemp("sheets"))


@pytest.fixture(scope="module")
def families(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    """Ask a table in Markdown: units in its cells, in pounds and miles."""
    yield from asker_of("families", tmp_path_factory.mktemp("sheets"))


@pytest.mark.parametrize("case", rows("compacts"))
def test_a_spreadsheet_answers(compacts: Asker, case: Case) -> None:
    check(reply(compacts, case), case)


@pytest.mark.parametrize("case", rows("families"))
def test_a_table_answers(families: Asker, case: Case) -> None:
    check(reply(families, case), case)
