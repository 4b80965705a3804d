"""What is handed from reading to extraction: a value with its place in the text and the words that belong to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from facts.models import Value, ValueKind
from facts.terms import fold

Runs = Sequence[tuple[str, ...]]
CONDITION = (
    "condition"  # the circumstances of another value: the speeds of an acceleration, the charge of a charging time
)
TOTAL = "total"  # what a number is out of: the nine of "four of nine seats"


@dataclass(frozen=True, slots=True)
class TypedSpan:
    """A typed value: `text[start:end] == value.text` is the amount with its unit."""

    start: int
    end: int
    value: Value
    whole: tuple[int, int]  # with the words that bound it, what is counted, and what it is per
    counted: tuple[str, ...] = ()  # folded words of what a count counts, as written: ("electric", "cars")
    role: str | None = None  # CONDITION or TOTAL where it is no value of its own
    per: str | None = None  # id of the unit it is per: "month" of "389 euros a month"
    dimension: str | None = None  # of its unit
    inherited: bool = False  # its unit, or what it counts, is that of the value before it: "328 miles and the Twin 301"


_CHARGE = 0.4  # a charge from 10 to 80 % spans at least so much of the battery; a margin "between 4 and 5 %" does not
SPEED = "speed"
_LONGEST_SPRINT = 60  # seconds
_MOST_JOINING = 4  # words: "in just over"
_NEAR = 80  # characters between a charge and the time it takes


def with_charges(found: list[TypedSpan]) -> list[TypedSpan]:
    """Mark a wide range of a share as the condition of the time near it: from 10 to 80 % in half an hour."""
    times = [span for span in found if span.value.kind is ValueKind.DURATION]
    charges = {span for span in found if _is_charge(span) and any(_gap(span, time) <= _NEAR for time in times)}
    return [replace(span, role=CONDITION) if span in charges else span for span in found]


def with_sprints(text: str, found: list[TypedSpan], within: Runs, until: Runs) -> list[TypedSpan]:
    """Mark a speed that is reached in seconds as their condition: "62 mph in 7.9 seconds" is no top speed.

    `within` are the words between the two, "in", `until` those before the speed: "an 8.2-second sprint to 62 mph".
    """
    marked = {
        speed
        for speed, time in pairwise(found)
        if speed.dimension == SPEED and _is_sprint(time) and _joins(text[speed.end : time.start], within)
    } | {
        speed
        for time, speed in pairwise(found)
        if speed.dimension == SPEED and _is_sprint(time) and _leads(text[time.end : speed.start], until)
    }
    return [replace(span, role=CONDITION) if span in marked else span for span in found]


def _is_sprint(span: TypedSpan) -> bool:
    return span.value.kind is ValueKind.DURATION and (span.value.amount or 0) < _LONGEST_SPRINT


def _leads(between: str, until: Runs) -> bool:
    words = fold(between).split()
    return 0 < len(words) <= _MOST_JOINING and (words[-1],) in until


def _joins(between: str, within: Runs) -> bool:
    words = fold(between).replace(")", " ").split()
    return 0 < len(words) <= _MOST_JOINING and (words[0],) in within


def _is_charge(span: TypedSpan) -> bool:
    value = span.value
    return value.kind is ValueKind.SHARE and value.upper is not None and value.upper - (value.amount or 0) >= _CHARGE


def _gap(span: TypedSpan, other: TypedSpan) -> int:
    return max(other.start - span.end, span.start - other.end)
