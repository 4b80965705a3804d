"""Durations in two parts: "1h30", "1 h 30", "2 hours and 20 minutes", "an hour and a half". Times of day are none."""

import re
import unicodedata

from facts.lexicon.model import Unit
from facts.reading.glossary import TIME, Glossary
from facts.reading.scan import Scan

_CLOCKED = re.compile(r"(\d{1,2})[hH](\d{2})$")
_SIXTY = 60
_HOURS = 24
_DAY = 86_400  # seconds
Rest = tuple[float, int]  # what is added, in the unit of the first part, and the token behind it


class DurationReader:
    """Reads what goes on behind the first number of a duration, in one language."""

    def __init__(self, glossary: Glossary) -> None:
        self._words = glossary

    def whole(self, scan: Scan, position: int) -> tuple[float, Unit, int] | None:
        """Read a duration that opens with no number of its own: "1h30" in one word, "an hour and a half"."""
        clocked = _CLOCKED.match(scan.written(position)) if scan.kind(position) == "mixed" else None
        if clocked is not None:
            hours = self._unit("h")
            is_one = int(clocked[2]) < _SIXTY and not self.is_time_of_day(scan, position)
            return (int(clocked[1]) + int(clocked[2]) / _SIXTY, hours, position + 1) if hours and is_one else None
        unit = self._unit(scan.written(position + 1)) if scan.folded(position) in self._words.articles else None
        rest = self.half(scan, position + 2) if unit is not None else None
        return None if unit is None or rest is None else (1 + rest[0], unit, rest[1])

    def rest(self, scan: Scan, position: int, unit: Unit) -> Rest | None:
        """Read what is added to a time: "(1 h) 30", "(2 hours) and 20 minutes", "(deux heures) et demie"."""
        if (half := self.half(scan, position)) is not None:
            return half
        if unit.dimension != TIME or unit.factor >= _DAY:
            return None
        start = position + (scan.longest(position, self._words.roles("and")) or scan.written(position) == ",")
        if scan.kind(start) != "number" or not scan.written(start).isdecimal() or int(scan.written(start)) >= _SIXTY:
            return None
        smaller = self._unit(scan.written(start + 1))
        if smaller is not None and smaller.factor < unit.factor:
            return int(scan.written(start)) * smaller.factor / unit.factor, start + 2
        is_bare = smaller is None and start == position and scan.kind(start + 1) != "word"
        is_short = unit.factor > 1 and len(scan.written(position - 1)) == 1  # "1 h 30", never "two hours 30"
        return (int(scan.written(start)) / _SIXTY, start + 1) if is_bare and is_short else None

    def half(self, scan: Scan, position: int) -> Rest | None:
        """Read "and a half", "et demie": what makes one and a half of one."""
        joined = scan.longest(position, self._words.roles("and"))
        start = position + joined + (scan.folded(position + joined) in self._words.articles)
        size = self._words.fractions.get(scan.folded(start), 0.0) if joined else 0.0
        is_part = bool(scan.longest(start + 1, self._words.roles("of")))  # "two and a half of them"
        return (size, start + 1) if size in (0.25, 0.5) and not is_part else None

    def is_time_of_day(self, scan: Scan, position: int) -> bool:
        """Whether hours say when: "à 10 h 30"."""
        is_at = bool(scan.longest(position - 1, self._words.roles("at")))
        return is_at and self._words.is_accented(scan.written(position - 1))

    def is_hour(self, scan: Scan, position: int, number: float, unit: Unit) -> bool:
        """Whether hours behind "at" are a time of day, and no duration."""
        is_hours = unit.dimension == TIME and unit.id == "h" and number <= _HOURS
        return is_hours and self.is_time_of_day(scan, position)

    def _unit(self, word: str) -> Unit | None:
        found = (unit for run, unit in self._words.units(word) if len(run) == 1)
        return next((unit for unit in found if unit.dimension == TIME), None)


def vulgar(written: str) -> float:
    """Return what a fraction of one character amounts to, 0 for other words: "½"."""
    return unicodedata.numeric(written, 0.0) if len(written) == 1 and not written.isdecimal() else 0.0
