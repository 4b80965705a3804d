"""What was asked just before, by the same person in the same place, and what it lends to a short follow-up."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.models import Answer, Intent, Match, Mention, Query

if TYPE_CHECKING:
    from bot.understanding.resolving import Resolver

REMEMBERED = 300.0  # seconds: a follow-up comes within minutes or not at all
MOST_CONVERSATIONS = 10_000  # kept at once; the oldest goes first


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and what it was answered with."""

    query: Query
    answer: Answer


class Conversations:
    """The last turn of each conversation, for some minutes. Keys say whose it is: server, channel and person."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._turns: dict[Hashable, tuple[float, Turn]] = {}

    def last(self, key: Hashable) -> Turn | None:
        """Return the last turn of a conversation, or None where it is too long ago."""
        when, turn = self._turns.get(key, (0.0, None))
        if turn is not None and self._clock() - when > REMEMBERED:
            del self._turns[key]
            return None
        return turn

    def remember(self, key: Hashable, turn: Turn) -> None:
        """Keep a turn as the last one of its conversation."""
        self._turns.pop(key, None)
        self._turns[key] = (self._clock(), turn)
        while len(self._turns) > MOST_CONVERSATIONS:
            del self._turns[next(iter(self._turns))]


def filled_in(query: Query, turn: Turn, resolver: "Resolver") -> Query:
    """Return the query with what it leaves out taken from the turn before."""
    return query
