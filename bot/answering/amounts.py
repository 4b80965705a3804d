"""Comparing values: the same, below, above, within, with bounds and the precision of dates respected.

Three answers: True, False, and None where what is written decides nothing ("2026" leaves open whether it was March).
"""

from math import inf, isclose

from bot.models.query import Operator
from facts.models import Bound, Value, ValueKind
from facts.terms import squeeze, tokenize

ROUNDED = 0.015  # 100 kW are 136 hp, and 528 km are 328 miles, to those who write them
EXACT = 1e-9
NEARLY = 0.05  # "about 18,000" neither confirms nor denies 18,500
SHORT_TEXT = 3  # words: two short values with nothing in common are different things ("electric", "hybrid")
NUMERIC = (ValueKind.MONEY, ValueKind.QUANTITY, ValueKind.DURATION, ValueKind.SHARE, ValueKind.COUNT)
_INCLUSIVE = (Bound.UP_TO, Bound.FROM)


def is_same(one: Value, other: Value) -> bool:
    """Whether two documents that write these values agree."""
    if one.kind is not other.kind:
        return False
    if one.kind is ValueKind.ENTITY:
        return one.entity == other.entity
    if one.kind is ValueKind.DATE and one.date and other.date:
        return _is_part(one.date, other.date) or _is_part(other.date, one.date)
    if one.kind in NUMERIC and one.amount is not None and other.amount is not None:
        slack = ROUNDED if is_converted(one) != is_converted(other) else EXACT
        return isclose(one.amount, other.amount, rel_tol=slack) and one.upper == other.upper and one.unit == other.unit
    return _hold_each_other(one.text, other.text)


def is_converted(value: Value) -> bool:
    """Whether an amount is written in another unit than the one it is kept in: "328 miles" as 527.9 km."""
    written = "".join(c for c in value.text if c.isdigit()).strip("0")
    return written != f"{value.amount or 0.0:.6f}".replace(".", "").strip("0")


def meets(value: Value, operator: Operator, target: Value) -> bool | None:
    """Whether a value of the documents meets a condition of a question; None where it cannot be told."""
    if operator is Operator.IS_NOT:
        verdict = meets(value, Operator.IS, target)
        return None if verdict is None else not verdict
    if value.kind is ValueKind.DATE and target.kind is ValueKind.DATE:
        return _meets_date(value, operator, target)
    if value.amount is not None and target.amount is not None and value.kind in NUMERIC:
        return _meets_number(value, operator, target) if is_comparable(value, target) else None
    if operator is not Operator.IS:
        return None
    return _meets_text(value.text, target.text)


def is_comparable(value: Value, target: Value) -> bool:
    """Whether two amounts may be held against each other: same sort, same unit or currency. A bare number fits any."""
    if value.amount is None or target.amount is None:
        return False
    if target.unit is None and target.kind in (ValueKind.COUNT, value.kind):
        return True
    return value.kind is target.kind and value.unit == target.unit


def is_rough(value: Value) -> bool:
    """Whether the words around an amount keep it from being exact."""
    return value.bound is not None or value.upper is not None


def _meets_number(value: Value, operator: Operator, target: Value) -> bool | None:
    low, high = _reach(value)
    wanted = target.amount or 0.0
    if operator is Operator.IS:
        return _is_number(value, target)
    if operator is Operator.BETWEEN:
        top = target.upper if target.upper is not None else wanted
        return True if wanted <= low and high <= top else False if high < wanted or low > top else None
    slack = target.bound in _INCLUSIVE
    if operator is Operator.BELOW:
        if high < wanted or (high == wanted and (slack or value.bound is Bound.BELOW)):
            return True
        return False if low >= wanted else None
    if low > wanted or (low == wanted and (slack or value.bound is Bound.ABOVE)):
        return True
    return False if high <= wanted else None


def _is_number(value: Value, target: Value) -> bool | None:
    low, high = _reach(value)
    wanted = target.amount or 0.0
    if value.amount is not None and isclose(value.amount, wanted):
        return None if value.bound in (Bound.BELOW, Bound.ABOVE) else True
    if low <= wanted <= high:
        return None
    rough = Bound.ABOUT in (value.bound, target.bound)
    if rough and any(abs(edge - wanted) <= NEARLY * abs(wanted) for edge in (low, high)):
        return True if target.bound is Bound.ABOUT else None
    return False


def _reach(value: Value) -> tuple[float, float]:
    """Return the least and the most that an amount may be. "From 20,000" is a car for 20,000."""
    amount = value.amount or 0.0
    if value.bound is Bound.ABOVE:
        return amount, inf
    if value.bound is Bound.BELOW:
        return -inf, amount
    return amount, amount if value.upper is None else value.upper


def _meets_date(value: Value, operator: Operator, target: Value) -> bool | None:
    if value.amount is None or target.amount is None:
        return _meets_yearless(value.date or "", target.date or "") if operator is Operator.IS else None
    low, high = value.amount, value.upper or value.amount
    first, last = target.amount, target.upper or target.amount
    if operator is Operator.BELOW:
        return True if high < first else False if low >= first else None
    if operator is Operator.ABOVE:
        return True if low > last else False if high <= last else None
    if first <= low and high <= last:
        return True
    return False if high < first or low > last else None


def _meets_yearless(date: str, wanted: str) -> bool | None:
    """Compare days where one has no year ("--02-20")."""
    if date == wanted:
        return True
    if min(len(date), len(wanted)) < len("--MM-DD"):
        return None
    return None if date[-len("-MM-DD") :] == wanted[-len("-MM-DD") :] else False


def _is_part(fine: str, coarse: str) -> bool:
    return fine == coarse or fine.startswith(f"{coarse}-")


def _hold_each_other(one: str, other: str) -> bool:
    a, b = squeeze(one), squeeze(other)
    return bool(a and b) and (a in b or b in a)


def _meets_text(text: str, wanted: str) -> bool | None:
    if squeeze(text) == squeeze(wanted):
        return True
    words = [token.folded for token in tokenize(text) if token.kind != "mark"]
    asked = [token.folded for token in tokenize(wanted) if token.kind != "mark"]
    if asked and set(asked) <= set(words):
        return True
    short = len(words) <= SHORT_TEXT and len(asked) <= SHORT_TEXT
    return False if short and not set(words) & set(asked) else None
