"""A chart as a description in Vega-Lite: bars with their amounts, hollow where a value is only expected.

On a ground of its own, so that it reads on a dark page as on a light one; it needs no font of the system.
"""

from collections.abc import Sequence
from typing import Any

from bot.charts.points import Panel, Point

WIDTH = 420
BAR = 34
GROUND, INK, FAINT, COLOUR = "#FFFFFF", "#1A202C", "#4A5568", "#2B6CB0"
CAPTION = 90  # letters in a line

Spec = dict[str, Any]


def picture_of(panels: Sequence[Panel], caption: str) -> Spec:
    """Return the description of a picture with a panel for each attribute, and the sources below."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": GROUND,
        "padding": 16,
        "title": {"text": _lines(caption), "orient": "bottom", "anchor": "start", "fontSize": 11,
                  "fontWeight": "normal",
                  "color": FAINT, "offset": 12},
        "vconcat": [_panel(one) for one in panels],
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
        "config": {"view": {"stroke": None}, "axis": {"labelColor": INK, "titleColor": INK, "labelFontSize": 13}},
    }  # fmt: skip


def _panel(panel: Panel) -> Spec:
    values = [_row(one) for one in panel.points]
    top = max(row["to"] for row in values)
    x = {
        "field": "from",
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": [0, top * 1.45 or 1], "nice": False},
    }
    y = {"field": "name", "type": "nominal", "sort": None, "title": None,
         "axis": {"labelLimit": 190, "labelPadding": 8, "ticks": False, "domain": False}}  # fmt: skip
    return {
        "title": {"text": panel.label, "anchor": "start", "color": INK, "fontSize": 15},
        "width": WIDTH,
        "height": {"step": BAR},
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


def _lines(caption: str) -> list[str]:
    """Break a caption into lines; a picture does not wrap by itself."""
    lines = [""]
    for word in caption.split():
        if len(lines[-1]) + len(word) > CAPTION:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
