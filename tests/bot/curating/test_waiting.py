"""A card is known by what it says, and a decision on it by what it says or said before it was corrected."""

from pathlib import Path

import pytest

from bot.curating.reviewing import Desk
from bot.curating.waiting import Waiting, decisions_of
from facts.corpus import Tools, merge_pieces, read_piece
from facts.errors import ReviewError
from facts.review import Review, Verdict, read_sidecar
from facts.review.proposals import Proposals
from facts.sources import Source
from facts.store.reader import FactStore
from tests.bot.curating.conftest import CLAUSES

BOARD, MAYOR = 1, 2


@pytest.fixture
def source(clauses: Path) -> Source:
    return Source(clauses / "documents", clauses / "documents" / "c.md")


def desk(source: Source) -> Desk:
    with FactStore.open(source.root.parent / "facts.db") as store:
        return Desk.of(store, source)


def cards_of(source: Source, tools: Tools) -> list[Waiting]:
    """Read the document as the terminal does."""
    corpus = merge_pieces([read_piece(source, tools)], tools)
    (piece,) = corpus.pieces
    facts, statements = corpus.kept_facts(), corpus.kept_statements()
    proposals = Proposals.of(piece.document, corpus.merged.entities, facts, piece.passages, statements)
    return [Waiting.of(card, proposals) for card in proposals.cards()]


def test_clauses_of_one_sentence_are_one_card(source: Source) -> None:
    (praise, both) = desk(source).waiting
    assert [len(one.rows) for one in (praise, both)] == [1, 2]
    assert CLAUSES[slice(*both.marks[MAYOR - 1])] == "thanked"
    assert praise.key != both.key


def test_some_may_be_right_and_others_wrong(source: Source) -> None:
    laid = desk(source)
    done = laid.chosen(laid.waiting[1], {MAYOR})
    assert [(row.predicate, row.verdict) for row in read_sidecar(source.path).review.statement] == [
        ("ask", Verdict.REJECTED),
        ("thank", Verdict.CONFIRMED),
    ]
    assert done.following() is laid.waiting[0]
    assert (done.tally().clauses, done.tally().left) == (2, 1)


def test_one_may_be_corrected_and_the_others_stand(source: Source) -> None:
    laid = desk(source)
    with FactStore.open(source.root.parent / "facts.db") as store:
        done = laid.mended(laid.waiting[1], BOARD, {"object": "the board", "for": "a second shift"}, store)
    asked, thanked = read_sidecar(source.path).review.statement
    assert (asked.verdict, asked.parts["object"], asked.was is not None) == (Verdict.CORRECTED, "the board", True)
    assert thanked.verdict is Verdict.CONFIRMED
    assert done.is_decided(laid.waiting[1])


def test_what_was_corrected_may_be_taken_back(source: Source) -> None:
    laid = desk(source)
    with FactStore.open(source.root.parent / "facts.db") as store:
        laid.mended(laid.waiting[1], BOARD, {"for": ""}, store)
    again = desk(source).undecided(laid.waiting[1])
    assert again.review.statement == ()


def test_a_correction_that_changes_nothing_approves(source: Source) -> None:
    laid = desk(source)
    with FactStore.open(source.root.parent / "facts.db") as store:
        laid.mended(laid.waiting[0], 1, {"subject": "The prefect"}, store)
    assert [row.verdict for row in read_sidecar(source.path).review.statement] == [Verdict.CONFIRMED]


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ({"object": "the drivers"}, "the quote does not hold the words 'the drivers'"),
        ({"subject": "", "object": ""}, "a clause says nothing without words on a side"),
        ({"predicate": ""}, "predicate"),
    ],
)
def test_a_correction_that_does_not_hold_together_is_refused(
    source: Source, said: dict[str, str], complaint: str
) -> None:
    laid = desk(source)
    with FactStore.open(source.root.parent / "facts.db") as store, pytest.raises(ReviewError, match=complaint):
        laid.mended(laid.waiting[0], 1, said, store)
    assert not source.path.with_name("c.facts.toml").exists()


def test_the_terminal_sees_the_same_cards(source: Source, tools: Tools) -> None:
    assert [one.key for one in desk(source).waiting] == [one.key for one in cards_of(source, tools)]


def test_a_card_half_decided_waits(source: Source) -> None:
    (_, both) = desk(source).waiting
    half = Review(statement=(both.rows[0],))
    assert not both.is_decided(decisions_of(half))
    assert both.left_out_of(half) == Review()
    assert both.is_decided(decisions_of(Review(statement=both.judged(Verdict.REJECTED))))
