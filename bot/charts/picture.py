"""A chart as a description in Vega-Lite: bars with their amounts, a timeline, or one attribute against another.

On a ground of its own, so that it reads on a dark page as on a light one; it needs no font of the system. What is only
expected is hollow.
"""

from collections.abc import Sequence

from bot.charts.layers import COLOUR, GROUND, INK, Spec, framed, titled
from bot.charts.plots import Plot, panel_of
from bot.charts.points import Panel, Point
from bot.charts.scatter import scatter_of
from bot.charts.timeline import timelines_of

WIDTH = 420
BAR = 34
MANY, SLIM_BAR = 8, 26  # with more bars than that, each takes less
ENGLISH = "en-US"

__all__ = ["Spec", "picture_of", "plotted"]


def picture_of(panels: Sequence[Panel], caption: str, locale: str = ENGLISH) -> Spec:
    """Return the description of a picture with bars for each attribute, and the sources below."""
    return framed([_panel(one) for one in panels], caption, locale)


def plotted(plot: Plot, titles: Sequence[str], caption: str, locale: str = ENGLISH) -> Spec:
    """Return the description of a picture of one attribute or two; `titles` names the axes with their units."""
    if all(axis.is_date for axis in plot.axes):
        return framed(timelines_of(plot), caption, locale)
    if len(plot.axes) == 1:
        return picture_of([panel_of(plot)], caption, locale)
    return framed([scatter_of(plot, (titles[0], titles[1]))], caption, locale)


def _panel(panel: Panel) -> Spec:
    values = [_row(one) for one in panel.points]
    top = max(row["to"] for row in values)
    x = {
        "field": "from",
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": [0, top * 1.45 or 1], "nice": False},
    }
    names = {"labelLimit": 190, "labelPadding": 8, "ticks": False, "domain": False, "labelFontSize": 13}
    y = {"field": "name", "type": "nominal", "sort": None, "title": None, "axis": names}
    return {
        "title": titled(panel.label),
        "width": WIDTH,
        "height": {"step": BAR if len(values) <= MANY else SLIM_BAR},
        "data": {"values": values},
        "layer": [
            {
                "mark": {"type": "bar", "cornerRadiusEnd": 3, "stroke": COLOUR, "strokeWidth": 2,
                         "height": {"band": 0.6}},
                "encoding": {"x": x, "x2": {"field": "to"}, "y": y,
                             "fill": {"field": "fill", "type": "nominal", "scale": None},
                             "strokeDash": {"field": "dash", "type": "nominal", "scale": None}},
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 8, "fontSize": 13, "color": INK},
                "encoding": {"x": {"field": "to", "type": "quantitative"}, "y": y, "text": {"field": "text"}},
            },
        ],
    }  # fmt: skip


def _row(point: Point) -> Spec:
    """Return one bar: from nothing to the amount, or over the range."""
    start, end = (point.amount, point.upper) if point.upper is not None else (0.0, point.amount)
    return {
        "name": point.name,
        "from": start,
        "to": max(start, end),
        "text": point.text,
        "fill": COLOUR if point.is_sure else GROUND,
        "dash": [1, 0] if point.is_sure else [5, 4],
    }
