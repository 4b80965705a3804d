"""Tools made once, and stores built once and copied: a build takes a second, however little it reads."""

import shutil
from pathlib import Path

import pytest

from bot.curating.folders import Folders
from facts.build import build
from facts.corpus import Tools
from facts.lexicon.loader import load_lexicon

ARTICLE = "The Renault Twingo costs 20,000 euros. The Dacia Spring is built in China. The prefect praised the staff.\n"


@pytest.fixture(scope="session")
def tools() -> Tools:
    return Tools.of(load_lexicon())


@pytest.fixture(scope="session")
def built(tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a document in `documents` and the store made of it."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "documents").mkdir()
    (folder / "documents" / "a.md").write_text(f"---\npublished: 2026-01-01\n---\n{ARTICLE}", encoding="utf-8")
    build([folder / "documents"], folder / "facts.db", tools=tools)
    return folder


@pytest.fixture
def folders(built: Path, tmp_path: Path) -> Folders:
    """Return the folder of documents, to be changed freely, with the store beside it."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return Folders((tmp_path / "documents",))


@pytest.fixture
def store(folders: Folders) -> Path:
    return folders.roots[0].parent / "facts.db"
