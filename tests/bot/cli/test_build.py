"""`lineup build`: what was built, what changed, and what stopped it."""

import shutil
import sys
from importlib.util import find_spec
from os import environ
from pathlib import Path

import pytest

from facts.store.reader import FactStore
from tests.bot.cli.conftest import Lineup


def test_summary_counts_and_names_changes(lineup: Lineup, docs: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "facts.db")
    first = lineup("build", "--documents", str(docs), "--facts", store)
    (docs / "b.txt").write_text("The Dacia Spring is built in China.\n")
    (docs / "c.pdf").write_text("words")

    second = lineup("build", "--documents", str(docs), "--facts", store)

    assert first.exit_code == second.exit_code == 0
    assert "1 document, 2 passages" in first.stdout
    assert "1 reviewed" in first.stdout
    assert "new: b.txt" in second.stdout
    assert "not read: c.pdf" in second.stdout


def test_several_folders_make_one_store(lineup: Lineup, docs: Path, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "b.txt").write_text("The Dacia Spring is built in China.\n")
    store = tmp_path / "facts.db"

    lineup("build", "--documents", str(docs), "--documents", str(tmp_path / "more"), "--facts", str(store))

    with FactStore.open(store) as opened:
        assert [document.name for document in opened.documents()] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"", "b.txt:1"),
        (b"a\n\x00", "b.txt:2"),
        (b"a\n\xff", "b.txt:2"),
        (b"---\ntitle: T\ncolour: red\n---\nwords", "b.txt:3"),
        (b"---\ntitle: T\nwords", "b.txt:3"),
    ],
)
def test_a_broken_document_is_one_sentence_and_the_old_store_answers(
    lineup: Lineup, docs: Path, tmp_path: Path, store: str, content: bytes, where: str
) -> None:
    old = shutil.copy(store, tmp_path / "facts.db")
    (docs / "b.txt").write_bytes(content)

    result = lineup("build", "--documents", str(docs), "--facts", str(old))

    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert where in result.stderr
    assert "20,000" in lineup("ask", "price of the Twingo", "--facts", str(old)).stdout


def test_a_file_of_another_kind_is_not_written_over(lineup: Lineup, docs: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Dear diary, " * 20)

    result = lineup("build", "--documents", str(docs), "--facts", str(notes))

    assert result.exit_code == 1
    assert notes.read_text().startswith("Dear diary")


def test_a_missing_folder_is_one_sentence(lineup: Lineup, tmp_path: Path) -> None:
    result = lineup("build", "--documents", str(tmp_path / "none"))

    assert result.exit_code == 1
    assert "no such folder" in result.stderr


@pytest.mark.parametrize("address", ["nowhere", "ftp://127.0.0.1:8786"])
@pytest.mark.parametrize("by", ["option", "environment"])
def test_a_scheduler_that_is_none_is_one_sentence(lineup: Lineup, store: str, address: str, by: str) -> None:
    if find_spec("distributed") is None and "LINEUP_CI" not in environ:
        pytest.skip("needs the extra `cluster`")
    before = Path(store).read_bytes()

    given = ("build", "--facts", store)
    result = lineup(*given, "--scheduler", address) if by == "option" else lineup(*given, LINEUP_SCHEDULER=address)

    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert f"no scheduler answers at {address} (" in result.stderr
    assert Path(store).read_bytes() == before


def test_without_its_extra_a_cluster_is_one_sentence(
    lineup: Lineup, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "facts.clustering", raising=False)
    monkeypatch.setitem(sys.modules, "distributed", None)  # which Python takes for a module that is missing

    result = lineup("build", "--facts", store, "--scheduler", "127.0.0.1:8786")

    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "pip install 'lineup-bot[cluster]'" in result.stderr
