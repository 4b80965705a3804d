"""A build says of each document what it gave, and what of that is new."""

from pathlib import Path

import pytest

from facts.build import build
from facts.corpus import Tools
from facts.models import Origin
from facts.reporting import DocumentReport

PRICE = "The Renault Twingo costs 20,000 euros.\n"
BUILT = "The Dacia Spring is built in China.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.txt").write_text(PRICE + "\nHello there.\n")
    return folder


def reports(folder: Path, tools: Tools) -> dict[str, DocumentReport]:
    built = build([folder], folder.parent / "facts.db", tools=tools)
    return {report.name: report for report in built.documents}


def test_each_document_is_counted(folder: Path, tools: Tools) -> None:
    report = reports(folder, tools)["a.txt"]

    assert (report.passages, report.silent) == (2, 1)
    assert sum(report.facts.values()) > 0
    assert set(report.facts) <= set(Origin)
    assert not report.has_changed  # there was nothing to compare it with


def test_a_new_document_is_new_and_the_others_are_as_they_were(folder: Path, tools: Tools) -> None:
    reports(folder, tools)
    (folder / "b.txt").write_text(BUILT)

    after = reports(folder, tools)

    assert (after["a.txt"].has_changed, after["b.txt"].is_new) == (False, True)


def test_a_value_that_was_edited_is_altered(folder: Path, tools: Tools) -> None:
    reports(folder, tools)
    (folder / "a.txt").write_text(PRICE.replace("20,000", "21,000"))

    ((old, new), *_) = reports(folder, tools)["a.txt"].altered

    assert (old[:2], new[:2]) == (("Renault Twingo", "price"), ("Renault Twingo", "price"))
    assert ("20,000" in old[2], "21,000" in new[2]) == (True, True)


def test_facts_that_are_gone_are_named(folder: Path, tools: Tools) -> None:
    (folder / "a.txt").write_text(PRICE + BUILT)
    reports(folder, tools)
    (folder / "a.txt").write_text(PRICE)

    removed = reports(folder, tools)["a.txt"].removed

    assert {said[0] for said in removed} == {"Dacia Spring"}


def test_another_name_for_the_same_thing_is_no_change(folder: Path, tools: Tools) -> None:
    (folder / "a.txt").write_text("The Twingo costs 20,000 euros.\n")
    reports(folder, tools)
    (folder / "b.txt").write_text("Renault presents the Renault Twingo.\n")

    assert not reports(folder, tools)["a.txt"].has_changed
