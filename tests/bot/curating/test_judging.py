"""One step of a review after another: each is taken once, and what is stale says so."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from bot.curating import judging
from bot.curating.folders import Folders
from bot.curating.judging import Note, Step, Turn
from bot.curating.reviewing import Desk
from facts.sources import Source
from facts.store.reader import FactStore

Taken = Callable[[Step], Turn]


@pytest.fixture
def take(store: Path, folders: Folders) -> Taken:
    source = Source(folders.roots[0], folders.roots[0] / "a.md")

    def taken(step: Step) -> Turn:
        with FactStore.open(store) as opened:
            return step(Desk.of(opened, source), opened)

    return taken


def key_of(turn: Turn) -> str:
    assert turn.next is not None
    return turn.next.key


def test_steps_lead_from_the_first_proposal_to_the_end(take: Taken) -> None:
    first = key_of(take(judging.start))
    second = take(partial(judging.approve, first))
    assert (second.note, second.decided and second.decided.key) == (Note.APPROVED, first)
    third = take(partial(judging.reject, key_of(second)))
    last = take(partial(judging.reject, key_of(third)))
    assert (last.next, last.note) == (None, Note.REJECTED)


def test_a_decision_is_taken_once(take: Taken) -> None:
    first = key_of(take(judging.start))
    take(partial(judging.approve, first))

    again = take(partial(judging.reject, first))

    assert (again.note, again.decided) == (Note.DECIDED, None)
    assert take(partial(judging.edit, first, {"value": "1 euro"})).note is Note.DECIDED


@pytest.mark.parametrize("step", [judging.approve, judging.reject, judging.skip, judging.undo, judging.look])
def test_what_is_gone_leads_back_to_the_first(take: Taken, step: Callable[..., Turn]) -> None:
    turn = take(partial(step, "0" * 16))

    assert turn.note is Note.GONE
    assert key_of(turn) == key_of(take(judging.start))


def test_what_is_taken_back_is_shown_again(take: Taken) -> None:
    first = key_of(take(judging.start))
    take(partial(judging.reject, first))

    turn = take(partial(judging.undo, first))

    assert (key_of(turn), turn.note) == (first, Note.TAKEN_BACK)
    assert take(partial(judging.look, first)).note is None


def test_a_review_is_complete_once_nothing_is_left(take: Taken) -> None:
    assert not take(judging.complete).desk.review.complete
    for _ in range(3):
        take(partial(judging.approve, key_of(take(judging.start))))

    assert take(judging.complete).desk.review.complete
