"""Every figure by another: all by one factor, so that the cheapest stays the cheapest and differences hold.

Years go back together. Small whole numbers stay (seats, days, hours, shares of a hundred), and figures that belong
to a name or to a measure ("E40", "0-100").
"""

import re
from decimal import ROUND_HALF_UP, Decimal

from swapping.pairs import Pair, reworded
from swapping.words import SWAPS

DATA = SWAPS["numbers"]
NUMBER = re.compile(r"(?<![\w.,])(?<![^\W\d]-)\d+(?:[ \u00a0\u202f]\d{3}(?!\d))*(?:[.,'’]\d+)*")
GROUPED = re.compile(r"\d{1,3}(?:([,.'’ \u00a0\u202f])\d{2,3})*\1\d{3}")
CELL = re.compile(r"[^,\n]+")
UNIT = re.compile(rf"\s?(?:{DATA['units']})\b")
PUBLISHED = re.compile(r"^(published(?: =|:) \"?)(\d{4})", re.MULTILINE)


def swap(pair: Pair, _seed: int) -> Pair:
    """Change the figures of everything, and the year in which each article was published."""
    said = reworded(pair, say)
    tables = {name: CELL.sub(lambda found: say(found[0]), pair.texts[name]) for name in pair.texts if name.endswith(".csv")}
    return Pair({name: _dated(text) for name, text in (said.texts | tables).items()}, said.gold)


def say(text: str) -> str:
    """Change the figures of a text."""
    return NUMBER.sub(lambda found: _other(found[0], text[found.end() :]), text)


def _other(number: str, behind: str) -> str:
    first, last = DATA["years"]
    if re.fullmatch(r"\d{4}", number) and first <= int(number) <= last and not UNIT.match(behind):
        return str(int(number) - DATA["earlier"])
    if grouped := GROUPED.fullmatch(number):
        return _grouped(number, grouped[1])
    whole, mark, rest = re.fullmatch(r"(\d+)(?:([.,'’ \u00a0\u202f])(.*))?", number).groups()  # type: ignore[union-attr] # it begins with a figure
    if mark is None:
        return number if int(number) < DATA["least"] or int(number) in DATA["fixed"] else str(_times(Decimal(number), 0))
    if mark not in ".," or not rest.isdigit() or whole.startswith("00"):
        return number
    return str(_times(Decimal(f"{whole}.{rest}"), len(rest))).replace(".", mark)


def _times(value: Decimal, places: int) -> Decimal:
    return (value * Decimal(DATA["factor"])).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _grouped(number: str, mark: str) -> str:
    """Return a number of thousands or lakhs, its marks where they were, counted from the end."""
    groups = number.split(mark)
    figures = str(_times(Decimal("".join(groups)), 0))
    parts: list[str] = []
    for width in (len(group) for group in reversed(groups[1:])):
        figures, part = figures[:-width], figures[-width:]
        parts.insert(0, part)
    width = len(groups[-1])
    while len(figures) > width:
        figures, part = figures[:-width], figures[-width:]
        parts.insert(0, part)
    return mark.join([figures, *parts])


def _dated(text: str) -> str:
    return PUBLISHED.sub(lambda found: f"{found[1]}{int(found[2]) - DATA['earlier']}", text, count=1)


