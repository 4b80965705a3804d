"""`lineup facts --document`: a document in reading order with what was made of it, also on a narrow terminal."""

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from bot.cli.understood import show
from bot.curating.understood import Understood
from facts.build import build
from facts.store.reader import FactStore
from tests.bot.cli.conftest import Lineup

ARTICLE = """---
title: The Twingo
published: 2026-02-01
language: en
---
# Prices

The Renault Twingo costs 20,000 euros. Hello there.

# People

The prefect praised the mechanics of Flins. Renault denied that the Twingo would be built in Bursa.
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("understood")
    (folder / "docs" / "news").mkdir(parents=True)
    (folder / "docs" / "news" / "a.md").write_text(ARTICLE)
    build([folder / "docs"], folder / "facts.db")
    return folder / "facts.db"


def shown(store: Path, width: int = 100) -> str:
    screen = Console(file=io.StringIO(), width=width, highlight=False)
    with FactStore.open(store) as opened:
        show(Understood.of(opened, "news/a.md"), screen)
    text: str = screen.file.getvalue()  # type: ignore[attr-defined] # it is the StringIO above
    return text


def test_facts_stand_below_their_sentence(store: Path) -> None:
    lines = shown(store).splitlines()

    place = next(number for number, line in enumerate(lines) if "costs 20,000 euros" in line)
    assert "= Renault Twingo (model) · price · 20,000 euros" in lines[place + 1]


def test_what_gave_nothing_and_what_clauses_say_is_marked(store: Path) -> None:
    text = shown(store)

    assert "· Hello there." in text
    assert "~ The prefect · praise · the mechanics of Flins" in text
    assert "# Prices" in text


def test_limits_and_names_are_told(store: Path) -> None:
    text = shown(store)

    assert "[denied]" in text
    assert "model: Renault Twingo (Twingo)" in text
    assert "2026-02-01" in text


def test_a_narrow_terminal_breaks_lines_within_it(store: Path) -> None:
    assert max(map(len, shown(store, 40).splitlines())) <= 40


def test_the_end_of_its_name_is_enough(lineup: Lineup, store: Path) -> None:
    result = lineup("facts", "--document", "a.md", "--facts", str(store))

    assert result.exit_code == 0
    assert result.stdout.startswith("news/a.md · The Twingo")


def test_json_stays_one_object_a_line(lineup: Lineup, store: Path) -> None:
    result = lineup("facts", "--json", "--document", "news/a.md", "--facts", str(store))

    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert {row["document"] for row in rows} == {"news/a.md"}


def test_an_unknown_document_is_one_sentence(lineup: Lineup, store: Path) -> None:
    result = lineup("facts", "--document", "b.md", "--facts", str(store))

    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "there are news/a.md" in result.stderr
