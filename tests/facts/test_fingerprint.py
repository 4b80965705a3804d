"""The fingerprint of a corpus changes with everything that a store is made from, and with nothing else."""

import os
from pathlib import Path

import pytest

from facts.errors import DocumentError
from facts.fingerprint import fingerprint, shipped_documents


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text("one")
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "vocabulary" / "units.toml").write_text("[km]")
    return tmp_path


def test_equal_files_have_one_fingerprint(folder: Path) -> None:
    before = fingerprint([folder / "docs"])
    os.utime(folder / "docs" / "a.txt", (0, 0))
    (folder / "docs" / ".hidden").write_text("no matter")

    assert fingerprint([folder / "docs"]) == before


@pytest.mark.parametrize("change", ["docs/a.txt", "docs/a.facts.toml", "docs/b.txt", "vocabulary/units.toml"])
def test_every_change_shows(folder: Path, change: str) -> None:
    before = fingerprint([folder / "docs"], folder / "vocabulary")
    (folder / change).write_text("two")

    assert fingerprint([folder / "docs"], folder / "vocabulary") != before


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="LINEUP_DOCUMENTS"):
        fingerprint([tmp_path / "none"])


def test_documents_ship() -> None:
    assert any(path.suffix == ".txt" for path in shipped_documents().iterdir())
