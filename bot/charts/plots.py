"""What of many things can be drawn in one picture: amounts or dates of one attribute, or two against each other.

Only what is measured alike stands in one picture: of several measures the one that most of the things have.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from bot.charts.points import FEWEST, Panel, Point, is_sure
from bot.models.answer import Source
from bot.models.measure import Measure, measure_of
from bot.models.sheet import Entry, Listing
from facts.models import ValueKind

MOST = 24  # things in one picture
DAY = 86_400  # seconds
SPANS = ((365.25 * DAY, "years"), (DAY, "days"), (3_600, "h"), (60, "min"), (1, "s"))
_BEGINNING = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Axis:
    """One attribute: what it is called, and what its amounts are measured in."""

    label: str
    kind: ValueKind
    unit: str  # id; of durations one of SPANS
    narrowed: tuple[str, ...] = ()  # market, sort of price and test cycle that all share

    @property
    def is_date(self) -> bool:
        return self.kind is ValueKind.DATE


@dataclass(frozen=True, slots=True)
class Extent:
    """A value along an axis. Both ends are the same unless it is a range or a period.

    A date is seconds since 1970, as long as it is precise: a year is 365 days, a day is one.
    """

    low: float
    high: float
    text: str  # in words, as everywhere else
    is_sure: bool  # stated as it is: neither expected nor rumoured, and no limit
    source: Source


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing, with its value along each axis."""

    name: str
    extents: tuple[Extent, ...]

    @property
    def is_sure(self) -> bool:
        return all(one.is_sure for one in self.extents)


@dataclass(frozen=True, slots=True)
class Plot:
    """What one picture shows."""

    axes: tuple[Axis, ...]
    marks: tuple[Mark, ...]
    unlike: int = 0  # things whose values are measured otherwise
    left: int = 0  # things that would not fit


def plot_of(listings: Sequence[Listing], attributes: Sequence[str]) -> Plot | None:
    """Return what can be drawn of things that have these attributes; nothing from fewer than two."""
    measured = [[_measured(one.entries, attribute) for attribute in attributes] for one in listings]
    votes = Counter(ways for columns in measured for ways in product(*columns))
    if not votes or max(votes.values()) < FEWEST:
        return None
    chosen = max(votes, key=lambda way: votes[way])  # of as many, what came first
    drawn = [
        (one.subject.name, [column[measure] for column, measure in zip(columns, chosen, strict=True)])
        for one, columns in zip(listings, measured, strict=True)
        if all(measure in column for column, measure in zip(columns, chosen, strict=True))
    ]
    axes = [_axis(measure, [entries[place] for _, entries in drawn]) for place, measure in enumerate(chosen)]
    marks = [Mark(name, tuple(_extent(*pair) for pair in zip(entries, axes, strict=True))) for name, entries in drawn]
    unlike = sum(all(columns) for columns in measured) - len(drawn)
    return Plot(tuple(axes), tuple(marks[:MOST]), unlike, max(0, len(marks) - MOST))


def panel_of(plot: Plot) -> Panel:
    """Return the amounts of one attribute as bars, the smallest first."""
    ordered = sorted(((one.name, one.extents[0]) for one in plot.marks), key=lambda pair: (pair[1].low, pair[1].high))
    points = [
        Point(name, one.low, one.high if one.high > one.low else None, one.is_sure, one.text, one.source)
        for name, one in ordered
    ]
    return Panel(plot.axes[0].label, plot.axes[0].unit, tuple(points))


def numbers_of(plot: Plot) -> str:
    """Say the numbers of a picture in words, for whoever cannot see it."""
    labels = ", ".join(axis.label for axis in plot.axes)
    return f"{labels}: " + "; ".join(f"{one.name} {', '.join(e.text for e in one.extents)}" for one in plot.marks)


def _measured(entries: Sequence[Entry], attribute: str) -> dict[Measure, Entry]:
    """Return the entries of an attribute by what they are measured in; of each the one that is told first."""
    found: dict[Measure, Entry] = {}
    for entry in entries:
        measure = measure_of(entry.value.kind, entry.value.unit, entry.qualifiers)
        if entry.attribute == attribute and measure is not None and entry.value.amount is not None:
            found.setdefault(measure, entry)
    return found


def _axis(measure: Measure, entries: Sequence[Entry]) -> Axis:
    kind, unit, *narrowed = measure
    if kind == ValueKind.DURATION:
        least = min(entry.value.amount or 0.0 for entry in entries)
        unit = next((name for size, name in SPANS if least >= size), "s")
    return Axis(entries[0].label, ValueKind(kind or ""), unit or "", tuple(filter(None, narrowed)))


def _extent(entry: Entry, axis: Axis) -> Extent:
    value = entry.value
    first = value.amount or 0.0
    low, high = sorted((first, first if value.upper is None else value.upper))
    if axis.is_date:
        low, high = _moment(low), _moment(high) + DAY
    elif axis.kind is ValueKind.DURATION:
        size = next(size for size, name in SPANS if name == axis.unit)
        low, high = low / size, high / size
    return Extent(low, high, entry.text, is_sure(entry), entry.source)


def _moment(day: float) -> float:
    """Return the beginning of a day, written as YYYYMMDD, in seconds since 1970."""
    year, rest = divmod(int(day), 10_000)
    return (date(year, *divmod(rest, 100)) - _BEGINNING) / timedelta(seconds=1)
