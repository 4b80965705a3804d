"""One step of a review after another: what a person's word does to a proposal, and which one comes next."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.curating.reviewing import Desk
from bot.curating.waiting import Waiting
from facts.lexicon import Lexicon
from facts.store.reader import FactStore


class Note(StrEnum):
    """What became of the proposal before."""

    APPROVED = "approved"
    REJECTED = "rejected"
    CHOSEN = "chosen"  # some of its clauses are right
    EDITED = "edited"
    TAKEN_BACK = "taken back"
    DECIDED = "decided"  # by somebody else, or by the same button before
    GONE = "gone"  # decided and built, or the document does not say that any more


@dataclass(frozen=True, slots=True)
class Turn:
    """What comes next; None where nothing is left."""

    desk: Desk
    lexicon: Lexicon
    next: Waiting | None
    note: Note | None = None
    decided: Waiting | None = None  # what can be taken back


Step = Callable[[Desk, FactStore], Turn]


def start(desk: Desk, store: FactStore) -> Turn:
    """Begin with the first undecided proposal."""
    return Turn(desk, store.lexicon, desk.following())


def approve(key: str, desk: Desk, store: FactStore) -> Turn:
    """Confirm a proposal, once."""
    return _judged(desk, store, key, Desk.approved, Note.APPROVED)


def reject(key: str, desk: Desk, store: FactStore) -> Turn:
    """Reject a proposal, once."""
    return _judged(desk, store, key, Desk.rejected, Note.REJECTED)


def edit(key: str, changes: Mapping[str, str], desk: Desk, store: FactStore) -> Turn:
    """Correct a proposal, once; raises ReviewError where the correction does not hold together."""
    return _judged(desk, store, key, lambda now, one: now.edited(one, changes, store), Note.EDITED)


def choose(key: str, right: Collection[int], desk: Desk, store: FactStore) -> Turn:
    """Confirm some clauses of a proposal, by their places from 1, and reject the others, once."""
    one = desk.find(key)
    if one is not None and not all(1 <= place <= len(one.rows) for place in right):
        return Turn(desk, store.lexicon, one)  # no menu of ours offers that
    return _judged(desk, store, key, lambda now, held: now.chosen(held, right), Note.CHOSEN)


def mend(key: str, place: int, said: Mapping[str, str], desk: Desk, store: FactStore) -> Turn:
    """Correct one clause of a proposal, once; raises ReviewError where the correction does not hold together."""
    return _judged(desk, store, key, lambda now, one: now.mended(one, place, said, store), Note.EDITED)


def look(key: str, desk: Desk, store: FactStore) -> Turn:
    """Look at a proposal; there is a note where it cannot be judged any more."""
    one = desk.find(key)
    if one is None:
        return Turn(desk, store.lexicon, desk.following(), Note.GONE)
    if desk.is_decided(one):
        return Turn(desk, store.lexicon, desk.following(key), Note.DECIDED)
    return Turn(desk, store.lexicon, one)


def skip(key: str, desk: Desk, store: FactStore) -> Turn:
    """Leave a proposal for later."""
    return Turn(desk, store.lexicon, desk.following(key), Note.GONE if desk.find(key) is None else None)


def undo(key: str, desk: Desk, store: FactStore) -> Turn:
    """Take back what was decided on a proposal."""
    one = desk.find(key)
    if one is None:
        return Turn(desk, store.lexicon, desk.following(), Note.GONE)
    return Turn(desk.undecided(one), store.lexicon, one, Note.TAKEN_BACK)


def complete(desk: Desk, store: FactStore) -> Turn:
    """Say that the review holds everything, if nothing is left to decide."""
    left = desk.following()
    return Turn(desk if left else desk.completed(), store.lexicon, left)


def _judged(desk: Desk, store: FactStore, key: str, verdict: Callable[[Desk, Waiting], Desk], note: Note) -> Turn:
    turn = look(key, desk, store)
    if turn.note is not None or turn.next is None:
        return turn
    done = verdict(desk, turn.next)
    return Turn(done, store.lexicon, done.following(key), note, turn.next)
