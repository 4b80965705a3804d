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

    assert again.stdout.endswith("a.facts.toml: nothing decided\n")


def test_quitting_and_the_end_of_input_keep_what_was_decided(lineup: Lineup, folder: Path) -> None:
    lineup("review", "a.txt", "--documents", str(folder), sent="a\n")

    assert len(reviewed(folder).fact) == 1
    assert {row.name for row in reviewed(folder).entity} >= {"Renault Twingo"}


def test_a_rejected_fact_is_gone_from_the_store(lineup: Lineup, folder: Path, tmp_path: Path) -> None:
    lineup("review", "a.txt", "--documents", str(folder), sent="r\n" * 99)

    assert {row.verdict for row in reviewed(folder).fact} == {Verdict.REJECTED}
    build([folder], tmp_path / "facts.db")
    with FactStore.open(tmp_path / "facts.db") as store:
        assert store.facts(proposed=True) == []


def test_a_fact_may_be_corrected(lineup: Lineup, folder: Path) -> None:
    edits = "\n\n\nexpected\n"  # subject, attribute and value kept; certainty

    lineup("review", "a.txt", "--documents", str(folder), sent=f"c\n{edits}q\n")

    (row,) = reviewed(folder).fact
    assert (row.verdict, row.certainty, row.was is not None) == (Verdict.CORRECTED, "expected", True)


def test_an_edit_that_does_not_fit_is_asked_again(lineup: Lineup, folder: Path) -> None:
    wrong, right = "\ncolour\n\n\n", "\n\n\nexpected\n"

    result = lineup("review", "a.txt", "--documents", str(folder), sent=f"c\n{wrong}{right}q\n")

    assert "unknown attribute 'colour'" in result.stdout
    assert len(reviewed(folder).fact) == 1


def test_an_unknown_key_is_asked_again(lineup: Lineup, folder: Path) -> None:
    result = lineup("review", "a.txt", "--documents", str(folder), sent="x\nq\n")

    assert "'x' is none of a, r, c, n, s, w, u, q" in result.stdout


def test_a_document_may_be_named_by_its_file(lineup: Lineup, folder: Path) -> None:
    assert lineup("review", str(folder / "a.txt"), "--documents", str(folder), sent="q\n").exit_code == 0


def test_an_unknown_document_is_one_sentence(lineup: Lineup, folder: Path) -> None:
    result = lineup("review", "b.txt", "--documents", str(folder))

    assert result.exit_code == 1
    assert "there are a.txt" in result.stderr


def test_a_statement_is_kept_by_one_key(lineup: Lineup, folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text("The prefect praised the mechanics of Flins.\n")

    lineup("review", "a.txt", "--documents", str(folder), sent="a\n" * 9)

    (row,) = reviewed(folder).statement
    assert (row.predicate, row.parts["subject"]) == ("praise", "The prefect")
    build([folder], tmp_path / "facts.db")
    with FactStore.open(tmp_path / "facts.db") as store:
        (statement,) = store.statements_in(store.passages("a.txt"), ["praise"])
        assert statement.origin is Origin.REVIEWED


def test_a_statement_may_be_struck_out(lineup: Lineup, folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text("The prefect praised the mechanics, and the union thanked the mayor of Flins.\n")

    lineup("review", "a.txt", "--documents", str(folder), sent="2\na\n")

    assert [row.verdict for row in reviewed(folder).statement] == [Verdict.CONFIRMED, Verdict.REJECTED]
    build([folder], tmp_path / "facts.db")
    with FactStore.open(tmp_path / "facts.db") as store:
        assert store.statements_in(store.passages("a.txt"), ["thank"]) == []


def test_a_statement_may_be_corrected(lineup: Lineup, folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text("The prefect praised the mechanics of Flins.\n")

    lineup("review", "a.txt", "--documents", str(folder), sent="c\n\n\nthe mechanics\n-\n")

    (row,) = reviewed(folder).statement
    assert (row.verdict, row.parts["object"], row.was is not None) == (Verdict.CORRECTED, "the mechanics", True)
    build([folder], tmp_path / "facts.db")
    with FactStore.open(tmp_path / "facts.db") as store:
        assert len(store.statements_in(store.passages("a.txt"), ["praise"])) == 1


def test_a_fact_that_was_not_proposed_is_typed_on_one_line(lineup: Lineup, folder: Path) -> None:
    lineup("review", "a.txt", "--documents", str(folder), sent="n\nDacia Spring: price = 20,000 euros\nq\n")

    (row,) = reviewed(folder).fact
    assert (row.verdict, row.subject, row.quote) == (
        Verdict.ADDED, "Dacia Spring", "The Renault Twingo costs 20,000 euros.",
    )  # fmt: skip


def test_a_new_name_is_asked_for_its_kind(lineup: Lineup, folder: Path) -> None:
    lineup("review", "a.txt", "--documents", str(folder), sent="n\nFlins: country = China\nplant\nq\n")

    assert ("Flins", "plant") in {(row.name, row.kind) for row in reviewed(folder).entity}


def test_the_last_decision_may_be_taken_back(lineup: Lineup, folder: Path) -> None:
    lineup("review", "a.txt", "--documents", str(folder), sent="a\nu\nr\nq\n")

    assert [row.verdict for row in reviewed(folder).fact] == [Verdict.REJECTED]


def test_a_finished_review_may_hold_everything(lineup: Lineup, folder: Path, tmp_path: Path) -> None:
    cards = lineup("review", "a.txt", "--documents", str(folder), sent="").stdout.split("1 of ")[1].split()[0]

    lineup("review", "a.txt", "--documents", str(folder), sent="a\n" * int(cards) + "y\n")

    assert reviewed(folder).complete
    build([folder], tmp_path / "facts.db")
    with FactStore.open(tmp_path / "facts.db") as store:
        assert store.reviewed_documents() == ["a.txt"]
