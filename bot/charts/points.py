"""What of a comparison can be drawn: amounts of one attribute in one unit, of at least two of the things compared."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.models.answer import Source
from bot.models.measure import AMOUNTS, measure_of
from bot.models.sheet import Entry, Grid, GridRow
from facts.models import Bound

FEWEST = 2
MOST_PANELS = 3
FIRM = ("stated", "approximate")
LIMITS = (Bound.BELOW, Bound.ABOVE, Bound.UP_TO)


@dataclass(frozen=True, slots=True)
class Point:
    """One amount. `upper` is the other end of a range."""

    name: str
    amount: float
    upper: float | None
    is_sure: bool  # stated as it is: neither expected nor rumoured, and no limit
    text: str  # in words, as everywhere else
    source: Source


@dataclass(frozen=True, slots=True)
class Panel:
    """One attribute of several things."""

    label: str
    unit: str
    points: tuple[Point, ...]


def panels_of(grid: Grid) -> tuple[Panel, ...]:
    """Return what can be drawn of a comparison; nothing from fewer than two values."""
    names = [one.name for one in grid.subjects]
    found = (_panel(row, names) for row in grid.rows)
    return tuple(panel for panel in found if panel is not None)[:MOST_PANELS]


def alt_text(panels: Sequence[Panel]) -> str:
    """Say the numbers of a chart in words, for whoever cannot see it."""
    return ". ".join(f"{one.label}: " + ", ".join(f"{p.name} {p.text}" for p in one.points) for one in panels)


def is_sure(entry: Entry) -> bool:
    """Whether a document stands by an amount, and by that one, not by all below or above it."""
    return entry.certainty in FIRM and entry.value.bound not in LIMITS


def _panel(row: GridRow, names: Sequence[str]) -> Panel | None:
    cells = [(name, cell) for name, cell in zip(names, row.cells, strict=True) if cell is not None and _is_drawn(cell)]
    measures = {measure_of(cell.value.kind, cell.value.unit, cell.qualifiers) for _, cell in cells}
    if len(cells) < FEWEST or len(measures) > 1:
        return None
    return Panel(row.label, cells[0][1].value.unit or "", tuple(_point(name, cell) for name, cell in cells))


def _is_drawn(cell: Entry) -> bool:
    return cell.value.kind in AMOUNTS and cell.value.amount is not None


def _point(name: str, cell: Entry) -> Point:
    amount = cell.value.amount or 0.0
    return Point(name, amount, cell.value.upper, is_sure(cell), cell.text, cell.source)
