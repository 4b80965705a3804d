"""Which files of a folder are documents."""

from pathlib import Path

import pytest

from facts.errors import DocumentError
from facts.sources import documents_in, strays_in


def folder_with(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")
    return folder


def test_documents_go_by_name_and_hidden_files_stay_out(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "b.txt", "a/c.md", ".git/x.txt", ".hidden.txt", "d.HTML")

    assert [source.name for source in documents_in([folder])] == ["a/c.md", "b.txt", "d.HTML"]


def test_names_are_relative_to_their_folder(tmp_path: Path) -> None:
    one, two = folder_with(tmp_path / "one", "a.txt"), folder_with(tmp_path / "two", "b.txt")

    assert [(source.root, source.name) for source in documents_in([two, one])] == [(one, "a.txt"), (two, "b.txt")]


def test_two_documents_of_one_name_are_refused(tmp_path: Path) -> None:
    one, two = folder_with(tmp_path / "one", "a.txt"), folder_with(tmp_path / "two", "a.txt")

    with pytest.raises(DocumentError, match=r"two/a.txt: .*same name; rename"):
        documents_in([one, two])


@pytest.mark.parametrize("name", ["none", "empty"])
def test_a_folder_without_documents_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()

    with pytest.raises(DocumentError, match=name):
        documents_in([tmp_path / name])


def test_files_that_nobody_reads_are_listed(tmp_path: Path) -> None:
    read = ["a.txt", "a.facts.toml", "a.meta.toml", "b.csv", "b.csv.meta.toml"]
    folder = folder_with(tmp_path, *read, "c.pdf", "gone.facts.toml")

    assert [path.name for path in strays_in([folder])] == ["c.pdf", "gone.facts.toml"]
