"""A name beside its mark: how wide it is, and the places where it may stand, the nearest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import cos, hypot, pi, sin
from unicodedata import normalize

from bot.charts.boxes import Box, Line

HEIGHT = 16.0  # pixels of a line of letters
EM = 13.0  # pixels; the size of the letters
GAP = 5.0  # between a mark and its name
NEAR = 9.0  # a name that far from its mark needs no line
CORE = 2.0  # at the edge of a mark that touches another, where the line of that one may pass
STEP = 9.0  # between one ring of places and the next
RINGS = 60
TURNS = 16  # places of a ring
ABREAST = 0.5  # of a turn's cosine: a place so far to the side is beside its mark, else above or below it
SLACK = 1.03
# Widths in ems of the sans-serif letters that pictures are drawn with, which are those of Arial.
_WIDTHS = (
    ("ijl'", 0.222), ("ftI .,:;!|/", 0.278), ("r-()[]", 0.333), ("cksvxyzJ", 0.5), ("abdeghnopquL0123456789+_", 0.556),
    ("FTZ", 0.611), ("ABEKPSVXY&", 0.667), ("wCDHNRU", 0.722), ("GOQ", 0.778), ("mM", 0.833), ("W%@…", 1.0),
)  # fmt: skip
_EMS = {letter: width for letters, width in _WIDTHS for letter in letters}
_OTHER = 1.0  # any letter that is not Latin
_DIRECTIONS = [(cos(2 * pi * turn / TURNS), sin(2 * pi * turn / TURNS)) for turn in range(TURNS)]


class Side(StrEnum):
    """Which end of a name stands where it is put."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Label:
    """A name in its place, aligned to its mark, and the line that leads there, if it needs one."""

    text: str
    box: Box
    align: Side
    line: Line | None = None

    @property
    def x(self) -> float:
        """Return where the name is aligned."""
        return {Side.LEFT: self.box.left, Side.CENTER: self.box.middle[0], Side.RIGHT: self.box.right}[self.align]


@dataclass(frozen=True, slots=True)
class Choice:
    """A place for a name that covers no mark: how many rings away, and whether its line crosses no mark."""

    ring: int
    label: Label
    is_clear: bool


class Choices:
    """The places of one name, the nearest first; each is worked out once, when it is looked at."""

    def __init__(self, text: str, mark: Box, room: Box, dots: Sequence[Box]) -> None:
        self._known: list[Choice] = []
        self._further = _worked_out(text, mark, room, dots)

    def __iter__(self) -> Iterator[Choice]:
        """Yield them all."""
        number = 0
        while number < len(self._known) or self._has_next():
            yield self._known[number]
            number += 1

    def _has_next(self) -> bool:
        following = next(self._further, None)
        if following is not None:
            self._known.append(following)
        return following is not None


def width_of(text: str) -> float:
    """Return about how many pixels letters take."""
    return EM * SLACK * sum(_EMS.get(normalize("NFD", letter)[0], _OTHER) for letter in text)


def _worked_out(text: str, mark: Box, room: Box, dots: Sequence[Box]) -> Iterator[Choice]:
    others = [one.grown(-CORE) if one.meets(mark) else one for one in dots if one != mark]
    for ring, box, side in _places(width_of(text), mark):
        if room.holds(box) and not any(box.meets(other) for other in dots):
            line = _line(mark, box, [other for other in dots if other != mark])
            is_clear = line is None or not any(other.is_crossed(line) for other in others)
            yield Choice(ring, Label(text, box, side, line), is_clear)


def _places(width: float, mark: Box) -> Iterator[tuple[int, Box, Side]]:
    """Yield places for a name, nearest first: right, left, above, below, then in wider and wider rings."""
    x, y = mark.middle
    yield 0, *_place(width, mark.right + GAP, y, Side.LEFT)
    yield 0, *_place(width, mark.left - GAP, y, Side.RIGHT)
    yield 0, *_place(width, x, mark.top - GAP / 2 - HEIGHT / 2, Side.CENTER)
    yield 0, *_place(width, x, mark.bottom + GAP / 2 + HEIGHT / 2, Side.CENTER)
    for ring in range(1, RINGS):
        away = GAP + ring * STEP
        for across, down in _DIRECTIONS:
            side = Side.LEFT if across > ABREAST else Side.RIGHT if across < -ABREAST else Side.CENTER
            at = x + across * (away + (mark.right - mark.left) / 2)
            yield ring, *_place(width, at, y + down * (away + (mark.bottom - mark.top) / 2), side)


def _place(width: float, x: float, y: float, side: Side) -> tuple[Box, Side]:
    left = {Side.LEFT: x, Side.CENTER: x - width / 2, Side.RIGHT: x - width}[side]
    return Box(left, y - HEIGHT / 2, left + width, y + HEIGHT / 2), side


def _line(mark: Box, box: Box, others: Sequence[Box]) -> Line | None:
    """Return the line to a name from the middle of a mark, which is drawn above it.

    None where they are near, and no other mark is nearer.
    """
    edge = mark.nearest(*box.middle)
    end = box.nearest(*edge)
    away = hypot(end[0] - edge[0], end[1] - edge[1])
    if away <= NEAR and not any(box.meets(other, away) for other in others):
        return None
    inside = min(mark.right - mark.left, mark.bottom - mark.top) / 2
    return (*mark.grown(-inside).nearest(*end), *end)
