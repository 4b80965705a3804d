"""What is handed from reading to extraction: a value with its place in the text and the words that belong to it."""

from dataclasses import dataclass

from facts.models import Value

CONDITION = "condition"  # the circumstances of another value: the speeds of an acceleration, the charge of a charging time
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
