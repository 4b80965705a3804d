"""Builds in a real child process, on real files."""

import asyncio
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.building.child import ChildBuild
from bot.building.locking import alone
from facts.errors import DocumentError
from facts.store.reader import FactStore
from tests.waiting import SOON, until

LONG = 1_000  # documents, which take some seconds
BOT = """
import asyncio
from pathlib import Path
from bot.building.child import ChildBuild
asyncio.run(ChildBuild([Path({documents!r})], lambda: Path({target!r}))())
"""
SENTENCE = "The Renault Twingo costs 20,000 euros.\n"


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "twingo.md").write_text(f"---\ntitle: Twingo\n---\n{SENTENCE}", encoding="utf-8")
    return folder


def script(folder: Path, commands: str) -> str:
    """Write a stand-in for the interpreter and return its path."""
    file = folder / "interpreter"
    file.write_text(f"#!/bin/sh\n{commands}\n", encoding="utf-8")
    file.chmod(0o755)
    return str(file)


async def test_build_leaves_a_store_and_says_what_is_new(documents, tmp_path, shipped_store):
    target = tmp_path / "facts.db"
    built = await ChildBuild([documents], lambda: target, lambda: shipped_store)()
    assert built.store == target, built.said
    assert "1 document" in built.said
    assert built.report is not None
    (change,) = built.report.documents
    assert (change.name, change.is_new, change.added[0][:2]) == ("twingo.md", True, ("Renault Twingo", "price"))
    assert len(built.report.removed) == 1
    with FactStore.open(target) as store:
        assert [document.name for document in store.documents()] == ["twingo.md"]


async def test_broken_document_is_named_with_its_line(documents, tmp_path):
    (documents / "broken.md").write_text(f"---\ntitle: Twingo\ncolour: red\n---\n{SENTENCE}", encoding="utf-8")
    built = await ChildBuild([documents], lambda: tmp_path / "facts.db")()
    assert built.store is None
    assert "broken.md:3" in built.said
    assert "Traceback" not in built.said


async def test_unreadable_folder_is_said(tmp_path):
    def target() -> Path:
        raise DocumentError("gone", None, "there is no such folder")

    built = await ChildBuild([tmp_path], target)()
    assert (built.store, built.said) == (None, "gone: there is no such folder")


async def test_token_does_not_reach_the_build(documents, tmp_path, monkeypatch):
    monkeypatch.setenv("DISCORD_TOKEN", "secret")
    monkeypatch.setattr(sys, "executable", script(tmp_path, f"env > {tmp_path}/environment"))
    await ChildBuild([documents], lambda: tmp_path / "facts.db")()
    environment = (tmp_path / "environment").read_text(encoding="utf-8")
    assert "secret" not in environment
    assert "PATH" in environment


async def test_defect_is_told_without_its_traceback(documents, tmp_path, monkeypatch):
    crash = "echo 'Traceback (most recent call last)' >&2; echo 'KeyError: 1' >&2; exit 1"
    monkeypatch.setattr(sys, "executable", script(tmp_path, crash))
    built = await ChildBuild([documents], lambda: tmp_path / "facts.db")()
    assert built.said == "the build broke down, which is a defect of Lineup: KeyError: 1"


async def test_silent_failure_has_words_all_the_same(documents, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/false")
    built = await ChildBuild([documents], lambda: tmp_path / "facts.db")()
    assert (built.store, built.said) == (None, "the build ended with status 1 and said nothing")


async def test_cancelled_build_is_killed(documents, tmp_path, monkeypatch):
    started = tmp_path / "pid"
    slow = script(tmp_path, f"echo $$ > {started}.new; mv {started}.new {started}; exec sleep 60")
    monkeypatch.setattr(sys, "executable", slow)
    building = asyncio.create_task(ChildBuild([documents], lambda: tmp_path / "facts.db")())
    await until(started.exists)
    building.cancel()
    await asyncio.wait({building})
    with pytest.raises(ProcessLookupError):
        os.kill(int(started.read_text()), 0)


def test_build_ends_with_the_bot_even_if_that_is_killed(documents, tmp_path):
    for number in range(LONG):
        (documents / f"{number}.md").write_text(SENTENCE, encoding="utf-8")
    target = tmp_path / "facts.db"
    bot = subprocess.Popen([sys.executable, "-c", BOT.format(documents=str(documents), target=str(target))])
    while not (tmp_path / ".facts.db.by").exists():
        time.sleep(0.01)
    bot.kill()
    bot.wait()
    with alone(tmp_path, target.name, patience=SOON):
        assert not target.exists(), "it went on to its end"
        assert not list(tmp_path.glob(".facts.db.*.new"))
