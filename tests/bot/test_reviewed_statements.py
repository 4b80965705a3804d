"""A clause that a person confirmed answers where its structure fits, and says who vouches for it."""

from pathlib import Path

import pytest

from bot.asking import Asker
from bot.models import Answer, Status, Tier
from facts.build import build
from facts.corpus import Tools, merge_pieces, read_piece
from facts.lexicon.loader import load_lexicon
from facts.review import Review, Verdict, write_review
from facts.review.proposals import Proposals
from facts.sources import Source
from facts.store.reader import FactStore

ARTICLE = "The prefect named the new bridge Pont Vert. The town thanked the mechanics.\n"
QUESTION = "What did the prefect name the new bridge?"


def answered(tools: Tools, folder: Path, verdict: Verdict | None) -> Answer:
    """Ask with every clause of the article judged so."""
    (folder / "a.txt").write_text(ARTICLE)
    corpus = merge_pieces([read_piece(Source(folder, folder / "a.txt"), tools)], tools)
    (piece,) = corpus.pieces
    told = Proposals.of(
        piece.document, corpus.merged.entities, corpus.kept_facts(), piece.passages, corpus.kept_statements()
    )
    if verdict is not None:
        rows = tuple(told.statement_row(statement, verdict) for statement in told.statements)
        write_review(folder / "a.facts.toml", Review(statement=rows))
    build([folder], folder.parent / "facts.db", tools=tools)
    with FactStore.open(folder.parent / "facts.db") as store:
        return Asker(store).ask(QUESTION)


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.of(load_lexicon())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    return tmp_path / "docs"


def test_a_confirmed_clause_answers(tools: Tools, folder: Path) -> None:
    answer = answered(tools, folder, Verdict.CONFIRMED)

    assert (answer.status, answer.tier) == (Status.ANSWERED, Tier.READING)
    assert "Pont Vert" in answer.text
    assert all(source.reviewed for source in answer.sources)


@pytest.mark.parametrize("verdict", [None, Verdict.REJECTED])
def test_others_of_that_type_do_not(tools: Tools, folder: Path, verdict: Verdict | None) -> None:
    assert answered(tools, folder, verdict).status is not Status.ANSWERED
