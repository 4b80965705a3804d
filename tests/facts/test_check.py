"""A check lists what a build would stop at, all of it."""

from pathlib import Path

import pytest

from facts.check import check
from facts.corpus import Tools
from facts.fingerprint import shipped_documents
from tests.facts.test_build import ARTICLE, REVIEW


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(ARTICLE)
    return tmp_path


def test_a_sound_folder_has_no_problems(folder: Path, tools: Tools) -> None:
    (folder / "a.facts.toml").write_text(REVIEW)
    (folder / "notes.docx").write_text("words")

    report = check([folder], tools)

    assert (report.documents, report.problems) == (1, ())
    assert [path.name for path in report.strays] == ["notes.docx"]


def test_every_problem_is_listed(folder: Path, tools: Tools) -> None:
    (folder / "a.facts.toml").write_text(REVIEW.replace("price", "prise"))
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.txt").write_bytes(b"\xff")

    problems = check([folder], tools).problems

    assert sorted(problem.file.name for problem in problems) == ["a.facts.toml", "b.txt", "c.txt"]
    assert all(problem.line and problem.remedy for problem in problems)


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    assert len(check([tmp_path / "none"]).problems) == 1


def test_what_ships_is_sound(tools: Tools) -> None:
    assert check([shipped_documents()], tools).problems == ()


def test_a_name_in_letters_of_two_alphabets_is_noted_with_its_line(folder: Path, tools: Tools) -> None:
    (folder / "b.txt").write_text(
        "The Twingo is sold.\n\nThe Twing\u043e costs 20,000 euros, the Twing\u043e II more.\n"
    )

    report = check([folder], tools)
    (note,) = (note for note in report.notes if "letters" in note.message)

    assert report.problems == ()
    assert (note.file.name, note.line, note.remedy) == ("b.txt", 3, "write it with Latin letters only")
    assert note.message.startswith("'Twing\u043e' has Cyrillic letters (\u043e) among Latin ones")
