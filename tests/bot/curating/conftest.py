"""Tools made once, and stores built once and copied: a build takes a second, however little it reads."""

import shutil
from pathlib import Path

import pytest

from bot.curating.folders import Folders
from facts.build import build
from facts.corpus import Tools
from facts.lexicon.loader import load_lexicon

ARTICLE = "The Renault Twingo costs 20,000 euros. The Dacia Spring is built in China. The prefect praised the staff.\n"
CLAUSES = (
    "The prefect praised the staff. The union asked the board for a second shift, and the mayor thanked the drivers.\n"
)


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


@pytest.fixture(scope="session")
def built_clauses(tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder as `built`, of sentences that no attribute foresaw."""
    folder = tmp_path_factory.mktemp("clauses")
    (folder / "documents").mkdir()
    (folder / "documents" / "c.md").write_text(CLAUSES, encoding="utf-8")
    build([folder / "documents"], folder / "facts.db", tools=tools)
    return folder


@pytest.fixture
def clauses(built_clauses: Path, tmp_path: Path) -> Path:
    """Return the folder of a document of clauses and its store, to be changed freely."""
    return Path(shutil.copytree(built_clauses, tmp_path / "clauses"))


@pytest.fixture
def folders(built: Path, tmp_path: Path) -> Folders:
    """Return the folder of documents, to be changed freely, with the store beside it."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return Folders((tmp_path / "documents",))


@pytest.fixture
def store(folders: Folders) -> Path:
    return folders.roots[0].parent / "facts.db"
