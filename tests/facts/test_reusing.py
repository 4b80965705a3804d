"""A build over an earlier store gives what a build from nothing gives, whatever has changed meanwhile."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from facts.build import build
from facts.corpus import Tools
from facts.errors import FactsError
from facts.reusing import Keys
from facts.sources import documents_in
from tests.facts.test_build import ARTICLE, REVIEW

TEXTS = {
    "a.txt": ARTICLE,
    "b.txt": "The Dacia Spring costs 17,000 euros, and the Renault Twingo will be launched in 2026.\n",
    "c.md": "# Élan\n\nThe Nissan Micra, a small car, replaces the Twingo. It has a battery of 40 kWh.\n",
}


def rewrite(folder: Path) -> None:
    (folder / "b.txt").write_text("The Dacia Spring costs 18,000 euros. It is built in Novo Mesto.\n")


def rename(folder: Path) -> None:
    (folder / "a.txt").rename(folder / "z.txt")


def review(folder: Path) -> None:
    (folder / "a.facts.toml").write_text(REVIEW)


def retitle(folder: Path) -> None:
    (folder / "b.meta.toml").write_text('title = "Renault Twingo"\npublished = "2025-03-04"\n')


def add(folder: Path) -> None:
    (folder / "ab.txt").write_text("The Nissan Leaf is built in Sunderland.\n")


def remove(folder: Path) -> None:
    (folder / "b.txt").unlink()


def nothing(_: Path) -> None:
    pass


# what is done to the documents, and how many of their readings hold
CHANGES = [(nothing, 3), (rewrite, 2), (rename, 2), (review, 2), (retitle, 2), (add, 3), (remove, 2)]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory, tools: Tools) -> Path:
    """Return a folder with `docs/` and the store made of it."""
    corpus = tmp_path_factory.mktemp("corpus")
    (corpus / "docs").mkdir()
    for name, text in TEXTS.items():
        (corpus / "docs" / name).write_text(text)
    build([corpus / "docs"], corpus / "facts.db", tools=tools)
    return corpus


@pytest.fixture
def folder(corpus: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(corpus / "docs", tmp_path / "docs"))


@pytest.fixture
def target(corpus: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(corpus / "facts.db", tmp_path))


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of all tables; of the everyday words, which no document changes, none."""
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'ordinary'")
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in tables.fetchall()}  # noqa: S608 - its own tables


@pytest.mark.parametrize(("change", "kept"), CHANGES)
def test_a_build_over_a_store_is_one_from_nothing(
    change: Callable[[Path], None], kept: int, folder: Path, target: Path, tools: Tools
) -> None:
    fresh = target.with_name("fresh.db")
    change(folder)

    report = build([folder], target, tools=tools)
    build([folder], fresh, tools=tools)

    assert report.reused == kept
    assert dump(target) == dump(fresh)


def test_an_added_document_takes_all_that_it_gave_when_it_goes(folder: Path, target: Path, tools: Tools) -> None:
    before = dump(target)
    add(folder)
    build([folder], target, tools=tools)
    assert dump(target) != before
    (folder / "ab.txt").unlink()

    build([folder], target, tools=tools)

    assert dump(target) == before


def test_the_store_of_an_earlier_corpus_serves_as_well(folder: Path, target: Path, tools: Tools) -> None:
    other = target.with_name("other.db")

    report = build([folder], other, tools=tools, earlier=target)

    assert report.reused == len(TEXTS)
    assert dump(other) == dump(target)


DAMAGES = [
    "UPDATE readings SET front = zeroblob(9)",
    "UPDATE readings SET back = substr(back, 1, length(back) - 5)",
    "UPDATE readings SET front = 'words'",
    "UPDATE readings SET front = back",
    "DROP TABLE readings",
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_readings_only_cost_time(damage: str, folder: Path, target: Path, tools: Tools) -> None:
    whole = dump(target)
    with closing(sqlite3.connect(target)) as connection, connection:
        connection.execute(damage)

    report = build([folder], target, tools=tools)

    assert report.reused == 0
    assert dump(target) == whole


def test_a_file_that_is_no_store_serves_nobody(folder: Path, tmp_path: Path, tools: Tools) -> None:
    (tmp_path / "notes.db").write_text("no store " * 1_000)

    report = build([folder], tmp_path / "facts.db", tools=tools, earlier=tmp_path / "notes.db")

    assert report.reused == 0


def test_another_vocabulary_or_name_is_another_key(folder: Path, tools: Tools) -> None:
    source, other, _ = documents_in([folder])
    keys = Keys.of(tools.lexicon)

    assert keys.key(source) == Keys.of(tools.lexicon).key(source)
    assert len({keys.key(source), keys.key(other), Keys(b"another vocabulary").key(source)}) == 3


def test_a_document_that_breaks_is_named_although_others_are_kept(folder: Path, target: Path, tools: Tools) -> None:
    whole = dump(target)
    (folder / "b.txt").write_bytes(b"\xff")

    with pytest.raises(FactsError, match=r"b\.txt"):
        build([folder], target, tools=tools)
    assert dump(target) == whole
