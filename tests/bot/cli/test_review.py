"""`lineup review`: one key a proposal; what was decided stands in the sidecar at once and in the next build."""

from pathlib import Path

import pytest

from facts.build import build
from facts.models import Origin
from facts.review import Review, Verdict, read_sidecar
from facts.store.reader import FactStore
from tests.bot.cli.conftest import Lineup

ARTICLE = "The Renault Twingo costs 20,000 euros. The Dacia Spring is built in China.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text(ARTICLE)
    return tmp_path / "docs"


def reviewed(folder: Path) -> Review:
    return read_sidecar(folder / "a.txt").review


def names(review: Review) -> int:
    return len(review.entity)


def keys_for(lineup: Lineup, folder: Path) -> int:
    """Return how many names come up before the facts."""
    return lineup("review", "a.txt", "--documents", str(folder), sent="s\n" * 99).stdout.count("\nname ")


def test_accepting_everything_confirms_everything(lineup: Lineup, folder: Path, tmp_path: Path) -> None:
    result = lineup("review", "a.txt", "--documents", str(folder), sent="a\n" * 99)

    assert result.exit_code == 0, result.output
    review = reviewed(folder)
    assert {row.verdict for row in review.fact} == {Verdict.CONFIRMED}
    assert all(row.quote in ARTICLE for row in review.fact)
    build([folder], tmp_path / "facts.db")
    with FactStore.open(tmp_path / "facts.db") as store:
        assert {fact.origin for fact in store.facts(proposed=True)} == {Origin.REVIEWED}


def test_nothing_is_asked_twice(lineup: Lineup, folder: Path) -> None:
    lineup("review", "a.txt", "--documents", str(folder), sent="a\n" * 99)

    again = lineup("review", "a.txt", "--documents", str(folder), sent="")

    assert "nothing decided" in again.stdout
    assert "\nfact " not in again.stdout


def test_quitting_and_the_end_of_input_keep_what_was_decided(lineup: Lineup, folder: Path) -> None:
    lineup("review", "a.txt", "--documents", str(folder), sent="a\nq\n")

    assert (names(reviewed(folder)), reviewed(folder).fact) == (1, ())


def test_a_rejected_fact_is_gone_from_the_store(lineup: Lineup, folder: Path, tmp_path: Path) -> None:
    before = keys_for(lineup, folder)

    lineup("review", "a.txt", "--documents", str(folder), sent="s\n" * before + "r\n" * 99)

    assert {row.verdict for row in reviewed(folder).fact} == {Verdict.REJECTED}
    build([folder], tmp_path / "facts.db")
    with FactStore.open(tmp_path / "facts.db") as store:
        assert store.facts(proposed=True) == []


def test_a_fact_may_be_corrected(lineup: Lineup, folder: Path) -> None:
    before = keys_for(lineup, folder)
    edits = "\n\n\n\nexpected\n\n"  # subject, attribute, value, words kept; certainty; speaker kept

    lineup("review", "a.txt", "--documents", str(folder), sent="a\n" * before + f"e\n{edits}q\n")

    (row,) = reviewed(folder).fact
    assert (row.verdict, row.certainty, row.was is not None) == (Verdict.CORRECTED, "expected", True)


def test_an_edit_that_does_not_fit_is_asked_again(lineup: Lineup, folder: Path) -> None:
    before = keys_for(lineup, folder)
    wrong, right = "\ncolour\n\n\n\n\n", "\n\n\n\nexpected\n\n"

    result = lineup("review", "a.txt", "--documents", str(folder), sent="a\n" * before + f"e\n{wrong}{right}q\n")

    assert "unknown attribute 'colour'" in result.stdout
    assert len(reviewed(folder).fact) == 1


def test_an_unknown_key_is_asked_again(lineup: Lineup, folder: Path) -> None:
    result = lineup("review", "a.txt", "--documents", str(folder), sent="x\nq\n")

    assert "'x' is none of a, e, r, s, q" in result.stdout


def test_a_document_may_be_named_by_its_file(lineup: Lineup, folder: Path) -> None:
    assert lineup("review", str(folder / "a.txt"), "--documents", str(folder), sent="q\n").exit_code == 0


def test_an_unknown_document_is_one_sentence(lineup: Lineup, folder: Path) -> None:
    result = lineup("review", "b.txt", "--documents", str(folder))

    assert result.exit_code == 1
    assert "there are a.txt" in result.stderr
