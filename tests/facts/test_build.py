"""From a folder to a store: whole or not at all, and every fault with its file and line."""

from pathlib import Path

import pytest

from facts.build import build
from facts.corpus import Tools
from facts.errors import FactsError, LocatedError
from facts.models import Origin
from facts.store.reader import FactStore
from tests.facts.dumping import dump

ARTICLE = "The Renault Twingo costs 20,000 euros. It is built in Novo Mesto.\n"
REVIEW = """
[[entity]]
name = "Renault Twingo"
kind = "model"

[[fact]]
verdict = "added"
subject = "Renault Twingo"
attribute = "price"
value = "20,000 euros"
quote = "The Renault Twingo costs 20,000 euros."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE)
    (folder / "a.facts.toml").write_text(REVIEW)
    return folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "facts.db"


def test_a_review_becomes_facts(folder: Path, target: Path, tools: Tools) -> None:
    report = build([folder], target, tools=tools)

    assert report.counts["documents"] == 1
    assert report.counts["reviewed"] == 1
    with FactStore.open(target) as store:
        (fact,) = [fact for fact in store.facts() if fact.origin is Origin.REVIEWED]
        assert (fact.value.amount, fact.value.unit) == (20_000.0, "EUR")
        assert store.document("a.txt").text == ARTICLE


def test_building_twice_gives_equal_stores(folder: Path, target: Path, tools: Tools) -> None:
    build([folder], target, tools=tools)
    first = dump(target)

    report = build([folder], target, tools=tools)

    assert dump(target) == first
    assert report.changes is not None
    assert (report.changes.added, report.changes.changed, report.changes.removed) == ((), (), ())


def test_what_changed_is_reported(folder: Path, target: Path, tools: Tools) -> None:
    build([folder], target, tools=tools)
    (folder / "a.txt").write_text(ARTICLE + "It has four doors.\n")
    (folder / "b.txt").write_text("The Dacia Spring is built in China.\n")

    changes = build([folder], target, tools=tools).changes

    assert changes is not None
    assert (changes.added, changes.changed, changes.removed) == (("b.txt",), ("a.txt",), ())


def test_passages_without_facts_and_unread_files_are_reported(folder: Path, target: Path, tools: Tools) -> None:
    (folder / "a.txt").write_text(ARTICLE + "\nNothing of it is known.\n")
    (folder / "c.pdf").write_text("words")

    report = build([folder], target, tools=tools)

    assert report.silent == 1
    assert [path.name for path in report.strays] == ["c.pdf"]


def test_progress_counts_the_documents(folder: Path, target: Path, tools: Tools) -> None:
    seen: list[tuple[str, int, int]] = []

    build([folder], target, lambda what, done, total: seen.append((what, done, total)), tools=tools)

    assert seen == [
        ("reading documents", 0, 1),
        ("reading documents", 1, 1),
        ("writing the store", 0, 1),
        ("writing the store", 1, 1),
    ]


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("b.txt", b"", 1),
        ("b.txt", b"one\ntwo \x00 three", 2),
        ("b.txt", b"one\ntwo \xff three", 2),
        ("b.txt", b"---\ntitle: T\nno key here\n---\nwords", 3),
        ("b.txt", b"---\ntitle: T\ncolour: red\n---\nwords", 3),
        ("b.txt", b"---\ntitle: T\npublished: soon\n---\nwords", 3),
        ("a.facts.toml", REVIEW.replace("20,000 euros.", "30,000 euros.").encode(), 6),
        ("a.facts.toml", REVIEW.replace('"price"', '"prise"').encode(), 6),
        ("a.facts.toml", REVIEW.replace('"added"', '"invented"').encode(), 7),
    ],
)
def test_a_fault_has_file_line_and_remedy_and_keeps_the_old_store(
    folder: Path, target: Path, tools: Tools, name: str, content: bytes, line: int
) -> None:
    target.write_bytes(b"the old store")
    (folder / name).write_bytes(content)

    with pytest.raises(LocatedError) as caught:
        build([folder], target, tools=tools)

    assert (caught.value.file.name, caught.value.line) == (name, line)
    assert caught.value.remedy
    assert target.read_bytes() == b"the old store"


def test_several_faults_of_reviews_are_counted(folder: Path, target: Path, tools: Tools) -> None:
    (folder / "a.facts.toml").write_text(REVIEW.replace('"price"', '"prise"') + REVIEW.replace('"price"', '"prize"'))

    with pytest.raises(FactsError, match="1 more: see `lineup check`"):
        build([folder], target, tools=tools)
