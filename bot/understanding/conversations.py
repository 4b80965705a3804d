"""What each person asked last, for some minutes. What that lends to a follow-up is decided in `dialogue`."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from bot.models import Answer, Intent, Query, Status

REMEMBERED = 300.0  # seconds: a follow-up comes within minutes or not at all
MOST_CONVERSATIONS = 10_000  # kept at once; the oldest goes first


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and what it was answered with."""

    query: Query
    answer: Answer
    thread: tuple[str, ...] = ()  # ids of the several things talked of together, in the order they came up
    topic: tuple[str, ...] = ()  # ids of what was talked of before, where this turn names nothing to go on with


class Conversations:
    """The last turn of each conversation, for some minutes. Keys say whose it is: server, channel and person."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._turns: dict[Hashable, tuple[float, Turn]] = {}

    def last(self, key: Hashable) -> Turn | None:
        """Return the last turn of a conversation, or None where it is too long ago."""
        if key not in self._turns:
            return None
        when, turn = self._turns[key]
        if self._clock() - when > REMEMBERED:
            del self._turns[key]
            return None
        return turn

    def remember(self, key: Hashable, turn: Turn) -> None:
        """Keep a turn as the last one of its conversation; chatter, or asking for the source, changes no subject."""
        if turn.answer.status is Status.CHATTER or turn.query.intent in (Intent.CHATTER, Intent.SOURCE):
            return
        self._turns.pop(key, None)
        self._turns[key] = (self._clock(), turn)
        while len(self._turns) > MOST_CONVERSATIONS:
            del self._turns[next(iter(self._turns))]
