"""Documents that say the same, something newer, or something else: one table, each set built and asked."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.asking import Asker
from bot.models import Answer
from facts.build import build
from facts.corpus import Tools
from facts.lexicon.loader import load_lexicon
from facts.store.reader import FactStore
from tests.bot.test_shipped_article import has_said

SETS = tomllib.loads(Path(__file__).with_name("many_documents.toml").read_text(encoding="utf-8"))["set"]
OLD, NEW = "The Velmora Tiko will be built in Douai.", "The Velmora Tiko will not be built in Douai."
Asked = tuple[list[dict[str, Any]], Asker]


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.of(load_lexicon())


def write(folder: Path, documents: list[list[str]]) -> None:
    for number, (published, text) in enumerate(documents):
        dated = f"---\ntitle: Note {number}\npublished: {published}\n---\n" if published else ""
        (folder / f"note{number}.txt").write_text(f"{dated}{text}\n", encoding="utf-8")


def answer_of(folder: Path, target: Path, tools: Tools, question: str) -> Answer:
    build([folder], target, tools=tools)
    with FactStore.open(target) as store:
        return Asker(store).ask(question)


@pytest.fixture(scope="module", params=SETS, ids=[one["about"] for one in SETS])
def asked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, tools: Tools) -> Iterator[Asked]:
    """Build one set, and give what is asked of it with whoever answers."""
    folder = tmp_path_factory.mktemp("documents")
    write(folder, request.param["documents"])
    target = tmp_path_factory.mktemp("store") / "facts.db"
    build([folder], target, tools=tools)
    with FactStore.open(target) as store:
        yield request.param["ask"], Asker(store)


def test_documents_together_answer(asked: Asked) -> None:
    rows, asker = asked
    assert [fault for row in rows for fault in faults(asker.ask(row["q"], who=row["q"]), row)] == []


def faults(answer: Answer, row: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with an answer."""
    if answer.status.value not in row["status"].split("|"):
        yield f"{row['q']} {answer.status.value}: {answer.text}"
    yield from (f"{row['q']} lacks {one}: {answer.text}" for one in row.get("holds", []) if not has_said(answer, one))
    yield from (f"{row['q']} says {one}: {answer.text}" for one in row.get("lacks", []) if has_said(answer, one))
    if answer.verdict is not row.get("verdict", answer.verdict):
        yield f"{row['q']} {answer.verdict}: {answer.text}"
    told = [conflict.text for conflict in answer.conflicts]
    due = row.get("otherwise", told)
    if len(told) != len(due) or not all(words in text for words, text in zip(due, told, strict=True)):
        yield f"{row['q']} otherwise: {told}"


def test_what_is_told_beside_an_answer_is_quoted(tmp_path: Path, tools: Tools) -> None:
    (tmp_path / "docs").mkdir()
    write(
        tmp_path / "docs",
        [
            ["2025-01-10", "The Velmora Tiko costs 21,000 euros."],
            ["2025-06-02", "The Velmora Tiko costs 22,500 euros."],
        ],
    )
    answer = answer_of(tmp_path / "docs", tmp_path / "facts.db", tools, "How much is the Tiko?")

    assert [source.published for source in answer.sources] == ["2025-06-02", "2025-01-10"]
    assert [conflict.source.quote for conflict in answer.conflicts] == ["The Velmora Tiko costs 21,000 euros."]


def test_a_removed_document_takes_along_just_what_it_gave(tmp_path: Path, tools: Tools) -> None:
    """What it took back stands again; nothing else changes."""
    folder, target = tmp_path / "docs", tmp_path / "facts.db"
    folder.mkdir()
    other = ["2025-04-01", "The Tiko has a range of 300 km. The Velmora Tavo costs 30,000 euros."]
    write(folder, [["2025-02-01", OLD], other])
    before = dump(folder, target, tools)
    write(folder, [["2025-02-01", OLD], other, ["2025-09-01", f"{NEW} The Halden Tiko costs 15,000 euros."]])
    assert "Douai" not in answer_of(folder, target, tools, "Where is the Velmora Tiko built?").text
    (folder / "note2.txt").unlink()

    assert dump(folder, target, tools) == before
    assert "Douai" in answer_of(folder, target, tools, "Where is the Velmora Tiko built?").text


def dump(folder: Path, target: Path, tools: Tools) -> list[str]:
    """Return all that a store holds of its documents."""
    build([folder], target, tools=tools)
    with FactStore.open(target) as store:
        names = [document.name for document in store.documents()]
        return [*names, *map(repr, store.facts(proposed=True)), *map(repr, store.entities())]
