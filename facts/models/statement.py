"""A statement: what one clause says that no attribute foresaw. Its predicate, and what stands on each side of it."""

from dataclasses import dataclass
from enum import StrEnum

from facts.models.fact import Certainty, Origin
from facts.models.value import ValueKind


class Side(StrEnum):
    """Where a part stands, the passive turned round. A part behind a preposition has that as its side."""

    SUBJECT = "subject"  # who does it
    OBJECT = "object"  # whom or what it is done to; of "be": what somebody or something is
    SECOND = "second"  # the other noun phrase: "names it X", "gives them X"
    CLAUSE = "clause"  # what is said, wanted or promised: "that ...", "to ..."
    REASON = "reason"
    TIME = "time"  # a date without a preposition
    BESIDE = "beside"  # what stands in the clause and is no argument of the verb


@dataclass(frozen=True, slots=True)
class Part:
    """Characters [start, end) of the document that fill a side; `full` goes on to the end of the phrase."""

    side: str
    start: int
    end: int
    full: int
    entities: tuple[str, ...] = ()  # ids; those of a coordination in order
    kind: str | None = None  # kind of what its head noun or name means


@dataclass(frozen=True, slots=True)
class Amount:
    """A typed value inside a statement; `whole` takes in its bounds and what is counted."""

    start: int
    end: int
    whole: tuple[int, int]
    kind: ValueKind
    dimension: str | None = None
    counted: tuple[str, ...] = ()  # folded words of what is counted, as written
    is_inherited: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One clause, read. `passage` is the number of its passage; characters [start, end) are the whole clause."""

    document: str
    passage: int
    predicate: str  # folded lemma, particles behind a space: "take over"
    at: tuple[int, int]
    start: int
    end: int
    shape: str  # how it was read: "active", "passive", "apposition" ...
    parts: tuple[Part, ...]
    amounts: tuple[Amount, ...] = ()
    is_negated: bool = False
    is_possible: bool = False  # it could, might or would be so
    certainty: Certainty = Certainty.STATED
    speaker: str | None = None  # entity id
    origin: Origin = Origin.EXTRACTED

    def on(self, side: str) -> Part | None:
        """Return the part on a side, or None."""
        return next((part for part in self.parts if part.side == side), None)
