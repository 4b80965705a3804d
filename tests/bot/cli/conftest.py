"""A corpus of one article with its review, a store of it, and the command as people call it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from facts.build import build
from facts.compiled import compiled_vocabulary
from tests.facts.test_build import ARTICLE, REVIEW

Lineup = Callable[..., Result]
Shell = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with `docs/` and the store made of it."""
    folder = tmp_path_factory.mktemp("corpus")
    write_corpus(folder / "docs")
    build([folder / "docs"], folder / "facts.db")
    return folder


def write_corpus(folder: Path) -> None:
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE)
    (folder / "a.facts.toml").write_text(REVIEW)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    write_corpus(tmp_path / "docs")
    return tmp_path / "docs"


@pytest.fixture
def store(built: Path) -> str:
    return str(built / "facts.db")


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which the vocabulary is kept, as the first build on a machine leaves it."""
    folder = tmp_path_factory.mktemp("compiled")
    compiled_vocabulary(None, folder)
    return folder


@pytest.fixture
def cache(compiled: Path, tmp_path: Path) -> Path:
    """Return where a test has a cache folder of its own, with nothing but the vocabulary in it."""
    shutil.copytree(compiled, tmp_path / "cache" / "lineup", copy_function=os.link)
    return tmp_path / "cache"


@pytest.fixture
def lineup(cache: Path) -> Lineup:
    """Call a command in this process."""
    environment = {"XDG_CACHE_HOME": str(cache), "LINEUP_DOCUMENTS": "", "LINEUP_FACTS": ""}

    def call(*arguments: str, sent: str | None = None, **more: str) -> Result:
        return CliRunner(env=environment | more).invoke(main, arguments, input=sent)

    return call


@pytest.fixture
def shell(cache: Path) -> Shell:
    """Call a command in a process of its own."""

    def call(*arguments: str, sent: str = "", **more: str) -> "subprocess.CompletedProcess[str]":
        known = os.environ | {"XDG_CACHE_HOME": str(cache), "NO_COLOR": "1"} | more
        command = [sys.executable, "-m", "bot", *arguments]
        return subprocess.run(command, input=sent, capture_output=True, text=True, env=known, check=False)

    return call
