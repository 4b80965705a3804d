"""Decisions on proposals stand in the sidecar at once, hold in the next build, and lose nobody else's."""

from pathlib import Path

import pytest

from bot.curating.errors import Reason, RefusedError
from bot.curating.folders import Folders
from bot.curating.reviewing import Desk, Tally
from facts.build import build
from facts.corpus import Tools
from facts.errors import ReviewError
from facts.models import Origin
from facts.review import Verdict, read_sidecar
from facts.sources import Source
from facts.store.reader import FactStore
from tests.bot.curating.conftest import ARTICLE


@pytest.fixture
def source(folders: Folders) -> Source:
    return Source(folders.roots[0], folders.roots[0] / "a.md")


def desk(store: Path, source: Source) -> Desk:
    with FactStore.open(store) as opened:
        return Desk.of(opened, source)


def rebuilt(store: Path, source: Source, tools: Tools) -> list[tuple[str, Origin]]:
    build([source.root], store, tools=tools)
    with FactStore.open(store) as opened:
        return [(fact.value.text, fact.origin) for fact in opened.facts(proposed=True)]


def test_proposals_come_in_reading_order(store: Path, source: Source) -> None:
    laid = desk(store, source)

    assert [one.card.fact and one.card.fact.attribute for one in laid.waiting] == ["price", "built_in_country", None]
    first = laid.following()
    assert first is laid.waiting[0]
    assert laid.following(laid.waiting[0].key) is laid.waiting[1]
    assert laid.following(laid.waiting[2].key) is None
    assert laid.tally() == Tally(0, 0, 3, is_complete=False)


def test_decisions_hold_in_the_next_build(store: Path, source: Source, tools: Tools) -> None:
    first, second, clauses = desk(store, source).waiting
    with FactStore.open(store) as opened:
        desk(store, source).edited(first, {"certainty": "expected"}, opened)
    desk(store, source).rejected(second)
    done = desk(store, source).approved(clauses)

    assert done.tally() == Tally(2, 1, 0, is_complete=False)
    assert rebuilt(store, source, tools) == [("20,000 euros", Origin.REVIEWED)]


def test_an_edit_says_what_it_was(store: Path, source: Source) -> None:
    laid = desk(store, source)
    with FactStore.open(store) as opened:
        done = laid.edited(laid.waiting[0], {"subject": "Dacia Spring", "certainty": "expected"}, opened)

    (row,) = read_sidecar(source.path).review.fact
    assert (row.verdict, row.subject, row.certainty) == (Verdict.CORRECTED, "Dacia Spring", "expected")
    assert done.is_decided(done.waiting[0])


def test_an_edit_that_changes_nothing_approves(store: Path, source: Source) -> None:
    laid = desk(store, source)
    with FactStore.open(store) as opened:
        laid.edited(laid.waiting[0], {"attribute": "price", "value": "20,000 euros", "certainty": ""}, opened)

    assert [row.verdict for row in read_sidecar(source.path).review.fact] == [Verdict.CONFIRMED]


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"attribute": "colour"}, "unknown attribute 'colour'"),
        ({"value": "20,000 lightyears"}, "is not a money"),
        ({"subject": "Peugeot 208"}, "no entity is called 'Peugeot 208'"),
        ({"subject": ""}, "subject"),
        ({"certainty": "maybe"}, "certainty"),
    ],
)
def test_an_edit_that_does_not_hold_together_is_refused(
    store: Path, source: Source, changes: dict[str, str], complaint: str
) -> None:
    laid = desk(store, source)
    with FactStore.open(store) as opened, pytest.raises(ReviewError, match=complaint):
        laid.edited(laid.waiting[0], changes, opened)
    assert not source.path.with_name("a.facts.toml").exists()


def test_a_decision_may_be_taken_back_or_made_anew(store: Path, source: Source) -> None:
    laid = desk(store, source)
    with FactStore.open(store) as opened:
        laid.edited(laid.waiting[0], {"certainty": "rumoured"}, opened)

    taken_back = desk(store, source).undecided(laid.waiting[0])
    assert not taken_back.tally().is_begun
    desk(store, source).rejected(laid.waiting[0])
    assert [row.verdict for row in read_sidecar(source.path).review.fact] == [Verdict.REJECTED]


def test_what_was_decided_elsewhere_meanwhile_is_kept(store: Path, source: Source) -> None:
    for one in desk(store, source).waiting:
        desk(store, source).approved(one)

    review = read_sidecar(source.path).review
    assert (len(review.fact), len(review.statement)) == (2, 1)
    assert desk(store, source).following() is None


def test_a_proposal_is_known_by_what_it_says(store: Path, source: Source, tools: Tools) -> None:
    keys = [one.key for one in desk(store, source).waiting]
    desk(store, source).approved(desk(store, source).waiting[0])
    build([source.root], store, tools=tools)

    later = desk(store, source)

    assert later.find(keys[0]) is None  # it is no proposal any more
    assert later.find(keys[1]) is later.waiting[0]
    assert later.find("0" * 16) is None


def test_a_finished_review_may_hold_everything(store: Path, source: Source) -> None:
    assert desk(store, source).completed().tally().is_complete
    assert desk(store, source).tally().is_complete


def test_a_document_that_was_edited_since_is_not_reviewed(store: Path, source: Source) -> None:
    source.path.write_text("The Renault Twingo costs 19,000 euros.\n")

    with pytest.raises(RefusedError) as refused:
        desk(store, source)
    assert refused.value.reason is Reason.CHANGED


def test_a_document_that_no_build_has_read_is_unknown(store: Path, source: Source) -> None:
    (source.root / "b.md").write_text(ARTICLE)

    with pytest.raises(RefusedError) as refused:
        desk(store, Source(source.root, source.root / "b.md"))
    assert refused.value.reason is Reason.UNKNOWN
