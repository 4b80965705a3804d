"""Documents that change while they are read, and clocks that run backwards: a build is of one state of each file."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facts.build import build
from facts.corpus import Tools
from facts.errors import DocumentError
from facts.lexicon.loader import load_lexicon
from facts.store.reader import FactStore

BUILDS = 5
LINES = 50  # of the document that changes
STATES = [f"The Renault Twingo costs {price},000 euros. It is built in Novo Mesto.\n" for price in range(18, 26)]


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.of(load_lexicon())


@contextmanager
def changing(path: Path) -> Iterator[None]:
    """Write one state after another into a file, in place, until that is enough."""
    enough = threading.Event()

    def change() -> None:
        while not enough.is_set():
            for state in STATES:
                path.write_text(state * LINES, encoding="utf-8")
                enough.wait(0.001)

    writer = threading.Thread(target=change)
    writer.start()
    try:
        yield
    finally:
        enough.set()
        writer.join()


def test_document_that_changes_while_it_is_read_is_quoted_as_it_was_read(tools, tmp_path):
    folder, target = tmp_path / "documents", tmp_path / "facts.db"
    folder.mkdir()
    (folder / "steady.md").write_text("The Dacia Spring costs 16,900 euros.\n", encoding="utf-8")
    moving = folder / "moving.md"
    moving.write_text(STATES[0], encoding="utf-8")
    built, whole = 0, {STATES[0], *(state * LINES for state in STATES)}
    with changing(moving):
        for _ in range(BUILDS):
            with suppress(DocumentError):  # caught empty
                build([folder], target, tools=tools)
                built += 1
                with FactStore.open(target) as store:
                    text = store.document("moving.md").text
                    assert text in whole
                    assert all(
                        text[fact.start : fact.end].startswith(("The Renault", "It is"))
                        for fact in store.facts("moving.md")
                    )
                    assert store.facts("steady.md")
    assert built


def test_clock_that_was_set_back_hides_no_change(tools, tmp_path):
    """What has changed is told by content alone, never by the date of a file."""
    folder, target = tmp_path / "documents", tmp_path / "facts.db"
    folder.mkdir()
    document = folder / "prices.md"
    changed = []
    for year, state in zip((2100, 1970), STATES[:2], strict=True):
        document.write_text(state, encoding="utf-8")
        report = build([folder], target, tools=tools)
        for path in (document, target):
            os.utime(path, times=(datetime(year, 1, 1, tzinfo=UTC).timestamp(),) * 2)
        changed.append(report.changes and report.changes.changed)
    assert changed == [None, ("prices.md",)]
    assert build([folder], target, tools=tools).reused == 1
