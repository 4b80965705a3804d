"""What pictures are made of: a scale with its axis, and boxes, lines and words in pixels above it.

Boxes are drawn where Python put them, so that names can be placed around them before anything is drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.charts.boxes import Box, Line
from bot.charts.labels import EM, Side

GROUND, INK, FAINT, COLOUR = "#FFFFFF", "#1A202C", "#4A5568", "#2B6CB0"
GRID = "#E2E8F0"
CAPTION = 90  # letters in a line
MARGIN = 0.06  # of what a scale spans, on either side
TICKS, DATES = 70, 90  # pixels for each number and each date along an axis

Spec = dict[str, Any]
RAW = {"type": "quantitative", "scale": None, "axis": None}  # pixels as they are


@dataclass(frozen=True, slots=True)
class Scale:
    """Where amounts stand along so many pixels; `is_up` where the largest is on top."""

    low: float
    high: float
    length: float
    is_date: bool = False
    is_up: bool = False

    @classmethod
    def over(
        cls, lows: Sequence[float], highs: Sequence[float], length: float, *, is_date: bool = False, is_up: bool = False
    ) -> "Scale":
        """Return a scale with a margin around everything; an amount is never below nothing because of it."""
        low, high = min(lows), max(highs)
        margin = (high - low or abs(high) or 1.0) * MARGIN
        start = low - margin if is_date or low < 0 else max(0.0, low - margin)
        return cls(start, high + margin, length, is_date, is_up)

    def at(self, amount: float) -> float:
        """Return the pixel of an amount."""
        share = (amount - self.low) / (self.high - self.low)
        return self.length * (1 - share if self.is_up else share)

    def axis(self, title: str | None) -> Spec:
        """Return the encoding that draws the axis."""
        times = 1_000 if self.is_date else 1  # seconds in, milliseconds out
        scale: Spec = {"domain": [self.low * times, self.high * times], "nice": False, "zero": False}
        ticks = {
            "tickCount": max(2, round(self.length / (DATES if self.is_date else TICKS))),
            "labelOverlap": True,
            "labelFlush": False,
        }
        look = {"grid": True, "gridColor": GRID, "domainColor": FAINT, "tickColor": FAINT, "titleFontWeight": "normal",
                "titlePadding": 8, "title": title}  # fmt: skip
        kind = {"type": "temporal", "scale": {**scale, "type": "utc"}} if self.is_date else {
            "type": "quantitative", "scale": scale,
        }  # fmt: skip
        return {"datum": self.low * times, "axis": {**ticks, **look}, **kind}


def framed(panels: Sequence[Spec], caption: str, locale: str) -> Spec:
    """Return the description of a picture: panels one below the other, and a caption."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "usermeta": {"locale": locale},
        "background": GROUND,
        "padding": 16,
        "title": {"text": lines_of(caption), "orient": "bottom", "anchor": "start", "fontSize": 11,
                  "fontWeight": "normal", "color": FAINT, "offset": 12},
        "vconcat": list(panels),
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
        "config": {"view": {"stroke": None},
                   "axis": {"labelColor": INK, "titleColor": INK, "labelFontSize": 12, "titleFontSize": 13}},
    }  # fmt: skip


def titled(text: str) -> Spec:
    """Return the heading of a panel."""
    return {"text": text, "anchor": "start", "color": INK, "fontSize": 15}


def axes(x: Spec, y: Spec | None = None) -> Spec:
    """Return a layer that draws nothing but axes."""
    return {"mark": {"type": "point", "opacity": 0}, "encoding": {"x": x} | ({"y": y} if y is not None else {})}


def boxes(drawn: Sequence[tuple[Box, bool]], corner: float) -> Spec:
    """Return a layer of boxes; one that is not sure is hollow and dashed."""
    values = [
        {"x": one.left, "y": one.top, "x2": one.right, "y2": one.bottom,
         "fill": COLOUR if is_sure else GROUND, "dash": [1, 0] if is_sure else [3, 2]}
        for one, is_sure in drawn
    ]  # fmt: skip
    return {
        "data": {"values": values},
        "mark": {"type": "rect", "cornerRadius": corner, "stroke": COLOUR, "strokeWidth": 1.5, "fillOpacity": 0.85},
        "encoding": {"x": _raw("x"), "x2": {"field": "x2"}, "y": _raw("y"), "y2": {"field": "y2"},
                     "fill": {"field": "fill", "type": "nominal", "scale": None},
                     "strokeDash": {"field": "dash", "type": "nominal", "scale": None}},
    }  # fmt: skip


def lines(drawn: Sequence[Line]) -> Spec:
    """Return a layer of thin lines."""
    values = [{"x": x, "y": y, "x2": x2, "y2": y2} for x, y, x2, y2 in drawn]
    return {
        "data": {"values": values},
        "mark": {"type": "rule", "stroke": FAINT, "strokeWidth": 0.8},
        "encoding": {"x": _raw("x"), "x2": {"field": "x2"}, "y": _raw("y"), "y2": {"field": "y2"}},
    }


def words(drawn: Sequence[tuple[float, float, str]], align: Side = Side.LEFT) -> Spec:
    """Return a layer of words, each aligned to a pixel, in the middle of its line."""
    values = [{"x": x, "y": y, "text": text} for x, y, text in drawn]
    return {
        "data": {"values": values},
        "mark": {"type": "text", "align": str(align), "baseline": "middle", "fontSize": EM, "color": INK},
        "encoding": {"x": _raw("x"), "y": _raw("y"), "text": {"field": "text"}},
    }


def lines_of(caption: str) -> list[str]:
    """Break a caption into lines; a picture does not wrap by itself."""
    broken = [""]
    for word in caption.split():
        if len(broken[-1]) + len(word) > CAPTION:
            broken.append("")
        broken[-1] = f"{broken[-1]} {word}".strip()
    return broken


def _raw(field: str) -> Spec:
    return {"field": field, **RAW}
