"""Values of facts: the words as written, beside what they amount to once normalised."""

from dataclasses import dataclass
from enum import StrEnum


class ValueKind(StrEnum):
    """What sort of thing a value is; decides how it is compared and worded."""

    MONEY = "money"
    QUANTITY = "quantity"  # a number with a unit of a dimension
    DATE = "date"
    DURATION = "duration"
    SHARE = "share"  # per cent or a fraction
    COUNT = "count"
    ENTITY = "entity"
    TEXT = "text"  # words or a clause of the document
    YES_NO = "yes_no"


class Bound(StrEnum):
    """How the words around an amount limit it."""

    ABOUT = "about"
    FROM = "from"
    UP_TO = "up to"
    BELOW = "below"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Value:
    """A typed value.

    `amount` is the normalised number: in `unit` for money (ISO 4217) and quantities (the base unit of the dimension),
    seconds for durations, 0..1 for shares, the first possible day as YYYYMMDD for dates. `upper` is the other end of a
    range or of a date's period. `date` is ISO with the precision written: "2026", "2026-02", "2026-02-20", "--02-20"
    where no year is known.
    """

    text: str
    kind: ValueKind
    amount: float | None = None
    upper: float | None = None
    unit: str | None = None
    date: str | None = None
    entity: str | None = None
    bound: Bound | None = None
