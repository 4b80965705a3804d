"""A build says of each document what it gave, and what of that is new."""

from pathlib import Path

import pytest

from facts.build import build
from facts.corpus import Tools
from facts.models import Origin
from facts.reporting import FIRST, MOST_TOLD, Before, DocumentReport

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


def test_the_first_facts_of_a_new_document_are_told_and_the_rest_counted(folder: Path, tools: Tools) -> None:
    reports(folder, tools)
    (folder / "b.txt").write_text("".join(f"The Renault {n} costs {n}0,000 euros.\n\n" for n in range(4, 20)))

    new = reports(folder, tools)["b.txt"]

    assert [said[:2] for said in new.added] == [(f"Renault {n}", "price") for n in range(4, 4 + FIRST)]
    assert new.untold == sum(new.facts.values()) - FIRST > 0


def test_edited_documents_are_told_before_new_ones(folder: Path, tools: Tools) -> None:
    build([folder], folder.parent / "facts.db", tools=tools)
    digests = {f"{number}.txt": "new" for number in range(2 * MOST_TOLD)} | {"a.txt": "edited"}

    told = Before.of(folder.parent / "facts.db", digests).names

    assert (told[0], len(told)) == ("a.txt", MOST_TOLD)


def test_what_is_new_may_be_told_against_another_store(folder: Path, tools: Tools) -> None:
    build([folder], folder.parent / "before.db", tools=tools)
    (folder / "b.txt").write_text(BUILT)

    built = build([folder], folder.parent / "facts.db", tools=tools, since=folder.parent / "before.db")

    assert built.changes is not None
    assert built.changes.added == ("b.txt",)
    assert [report.name for report in built.documents if report.is_new] == ["b.txt"]


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
