"""One attribute against another: a dot for each thing, or a bar over a range or a period, with its name beside it."""

from bot.charts import layers
from bot.charts.boxes import Box
from bot.charts.labels import Label, Side
from bot.charts.layers import Scale, Spec
from bot.charts.placing import placed
from bot.charts.plots import Plot

FEW = 10  # things that a small picture has room for, whose letters are larger in a chat
SMALL, LARGE = (400.0, 300.0), (560.0, 400.0)  # pixels
DOT = 10.0  # pixels
EDGE = 4.0  # pixels at the left axis without names
BESIDE = 120.0  # pixels right of the plot that names may take
LONGEST_NAME = 26  # letters; the list beside the picture has them whole


def scatter_of(plot: Plot, titles: tuple[str, str]) -> Spec:
    """Return the panel of a plot with two axes: the first up the left edge, unless it is a date, which runs across."""
    across, up = (0, 1) if plot.axes[0].is_date else (1, 0)
    width, height = SMALL if len(plot.marks) <= FEW else LARGE
    x, y = _scale(plot, across, width), _scale(plot, up, height, is_up=True)
    drawn = [(_box(x, y, *_ends(plot, number, across), *_ends(plot, number, up)), one.is_sure)
             for number, one in enumerate(plot.marks)]  # fmt: skip
    labels = _names(plot, [box for box, _ in drawn], Box(EDGE, 0, width + BESIDE, height))
    return {
        "width": width,
        "height": height,
        "layer": [
            layers.axes(x.axis(titles[across]), y.axis(titles[up])),
            layers.lines([one.line for one in labels if one.line is not None]),
            layers.boxes(drawn, DOT / 2),
            *(
                layers.words([(one.x, one.box.middle[1], one.text) for one in labels if one.align is side], side)
                for side in Side
            ),
        ],
    }


def _names(plot: Plot, boxes: list[Box], room: Box) -> list[Label]:
    """Return the names of things in their places."""
    names = [one.name if len(one.name) <= LONGEST_NAME else f"{one.name[: LONGEST_NAME - 1]}…" for one in plot.marks]
    return placed(list(zip(names, boxes, strict=True)), room)


def _ends(plot: Plot, number: int, axis: int) -> tuple[float, float]:
    extent = plot.marks[number].extents[axis]
    return extent.low, extent.high


def _scale(plot: Plot, axis: int, length: float, *, is_up: bool = False) -> Scale:
    extents = [one.extents[axis] for one in plot.marks]
    lows, highs = [one.low for one in extents], [one.high for one in extents]
    return Scale.over(lows, highs, length, is_date=plot.axes[axis].is_date, is_up=is_up)


def _box(x: Scale, y: Scale, left: float, right: float, low: float, high: float) -> Box:
    """Return where a value is drawn: from end to end, and never smaller than a dot."""
    return Box(x.at(left), y.at(high), x.at(right), y.at(low)).at_least(DOT, DOT)
