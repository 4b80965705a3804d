"""When things happen: a row for each, the earliest on top. A date is drawn as long as it is precise.

A year is a bar of twelve months, a month a slim one, and a day a dot: nothing looks better known than it is.
"""

from collections.abc import Sequence

from bot.charts import layers
from bot.charts.boxes import Box
from bot.charts.labels import Side
from bot.charts.layers import Scale, Spec
from bot.charts.plots import DAY, Extent, Plot
from bot.charts.scatter import LONGEST_NAME

WIDTH = 420.0
ROW, THICK, DOT, SLIMMEST = 26.0, 13.0, 11.0, 3.0  # pixels
BESIDE = 8.0  # between a bar and its words


def timelines_of(plot: Plot) -> list[Spec]:
    """Return a panel for each date of a plot, over the same years."""
    every = [extent for one in plot.marks for extent in one.extents]
    scale = Scale.over([one.low for one in every], [one.high for one in every], WIDTH, is_date=True)
    return [_panel(plot, axis, scale) for axis in range(len(plot.axes))]


def _panel(plot: Plot, axis: int, scale: Scale) -> Spec:
    rows = sorted(((one.extents[axis], one.name) for one in plot.marks), key=lambda row: (row[0].low, row[0].high))
    drawn = [(_box(extent, number, scale), extent) for number, (extent, _) in enumerate(rows)]
    days = [(box, one.is_sure) for box, one in drawn if _is_day(one)]
    periods = [(box, one.is_sure) for box, one in drawn if not _is_day(one)]
    return {
        "title": layers.titled(plot.axes[axis].label),
        "width": WIDTH,
        "height": ROW * len(rows),
        "layer": [
            layers.axes(scale.axis(None)),
            layers.boxes(periods, 2),
            layers.boxes(days, DOT / 2),
            layers.words(_names([name for _, name in rows]), Side.RIGHT),
            layers.words([(box.right + BESIDE, box.middle[1], one.text) for box, one in drawn]),
        ],
    }


def _names(names: Sequence[str]) -> list[tuple[float, float, str]]:
    short = [name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…" for name in names]
    return [(-BESIDE, (number + 0.5) * ROW, name) for number, name in enumerate(short)]


def _is_day(extent: Extent) -> bool:
    return extent.high - extent.low <= DAY


def _box(extent: Extent, row: int, scale: Scale) -> Box:
    y = (row + 0.5) * ROW
    line = Box(scale.at(extent.low), y, scale.at(extent.high), y)
    return line.at_least(DOT, DOT) if _is_day(extent) else line.at_least(SLIMMEST, THICK)
