"""Decades and their parts: "the 1990s", "the late '80s", "les années 90", "the end of the decade"."""

from datetime import date

from facts.reading.glossary import Glossary
from facts.reading.periods import Period, years_of
from facts.reading.relative import DateSpan
from facts.reading.scan import Scan
from facts.terms import APOSTROPHES

_YEARS = {(1, 3): (0, 3), (5, 8): (4, 6), (10, 12): (7, 9), (1, 6): (0, 4), (7, 12): (5, 9)}
# what the months of an early, middle or late year are in years of a decade
_END = (10, 12)
_CENTURY, _OLDEST, _TEN = 1900, 50, 10  # "the 90s" are told, "the 20s" could be of either century


class DecadeReader:
    """Reads decades of one language."""

    def __init__(self, glossary: Glossary, published: date | None) -> None:
        self._words = glossary
        self._published = published

    def read(self, scan: Scan, position: int) -> DateSpan | None:
        """Return the decade that starts at a token."""
        found = self._first_year(scan, position)
        return None if found is None else DateSpan(position, found[1], years_of(found[0], found[0] + 9))

    def part(self, scan: Scan, position: int, months: tuple[int, int]) -> DateSpan | None:
        """Return a part of the decade that follows "early" or "the end of", given as the months of a year."""
        years = _YEARS.get(months)
        start = position + (scan.folded(position) in self._words.articles)
        if years is None:
            return None
        if (found := self._first_year(scan, start)) is not None:
            return DateSpan(position, found[1], years_of(found[0] + years[0], found[0] + years[1]))
        if self._words.calendar.get(scan.folded(start)) == "decade" and months == _END:
            return DateSpan(position, start + 1, self._end_of_this())
        return None

    def _end_of_this(self) -> Period | None:
        """Return the last year of the decade of the publication with the round one behind it: both are meant."""
        if self._published is None:
            return None
        first = self._published.year - self._published.year % _TEN
        return years_of(first + 9, first + 10)

    def _first_year(self, scan: Scan, position: int) -> tuple[int, int] | None:
        """Return the first year of a decade, and the token behind it."""
        named = scan.longest(position, self._words.roles("decade"))
        start = position + named + (not named and scan.written(position) in APOSTROPHES)
        year = self._round_year(scan, start, is_told=bool(named) or self._is_told(scan, start))
        if year is None:
            return None
        if named:
            return year, start + 1
        is_plural = scan.folded(start + 1) in ("s", "'s") and scan.touches(start + 1)
        return (year, start + 2) if is_plural else None

    def _is_told(self, scan: Scan, position: int) -> bool:
        before = scan.written(position - 1)
        is_short = bool(before) and before in APOSTROPHES and scan.touches(position)
        return is_short or scan.folded(position - 1) in self._words.articles

    def _round_year(self, scan: Scan, position: int, *, is_told: bool) -> int | None:
        written = scan.written(position)
        if not written.isdecimal() or int(written) % _TEN:
            return None
        if len(written) == 4:  # noqa: PLR2004 - digits of a year
            return int(written) if _CENTURY - 100 <= int(written) < _CENTURY + 200 else None
        return _CENTURY + int(written) if is_told and _OLDEST <= int(written) < 100 else None  # noqa: PLR2004 - two digits
