"""Two dates as the ends of one period: "from March 2012 to June 2015", "between January and March 2026".

A date that is moved from one day to another is no period; the words that move one are data.
"""

from collections.abc import Callable
from dataclasses import replace

from facts.reading.glossary import Glossary
from facts.reading.periods import Period, moved_to
from facts.reading.relative import DateSpan, month_at
from facts.reading.scan import Scan

Single = Callable[[Scan, int], DateSpan | None]


class RangeReader:
    """Joins dates of one language; `single` reads one."""

    def __init__(self, glossary: Glossary, single: Single) -> None:
        self._words = glossary
        self._single = single

    def read(self, scan: Scan, position: int) -> DateSpan | None:
        """Return the period that starts at a token, else the date that is written out there; None where neither is."""
        between = scan.longest(position, self._words.roles("between"))
        low = self._plain(scan, position + between)
        if low is None:
            return None
        joined = scan.longest(low.last, self._words.roles("and" if between else "join"))
        joined = joined or (not between and (scan.is_dash(low.last) or scan.written(low.last) == "/"))
        high = self._plain(scan, low.last + joined + self._articles(scan, low.last + joined)) if joined else None
        if high is None:
            return None if between else low
        if not between and self._is_moved(scan, position):
            return replace(low, closed=True)
        period = _joined(low.period, high.period)
        if period is None:
            return None if between else low
        return DateSpan(position, high.last, period, closed=self._is_to(scan, low.last))

    def _is_to(self, scan: Scan, position: int) -> bool:
        return bool(scan.longest(position, self._words.roles("join")))

    def _articles(self, scan: Scan, position: int) -> int:
        return int(scan.folded(position) in self._words.articles)

    def _plain(self, scan: Scan, position: int) -> DateSpan | None:
        """Read a date that is written out, and not told from the day of publication."""
        if scan.kind(position) != "number" and month_at(self._words, scan, position) is None:
            return None
        found = self._single(scan, position)
        return found if found is not None and found.period is not None else None

    def _is_moved(self, scan: Scan, position: int) -> bool:
        moved = self._words.roles("moved")
        return any(scan.longest(before, moved) for before in range(position))


def _joined(low: Period | None, high: Period | None) -> Period | None:
    """Make one period of two of the same precision; a year that one of them leaves out is the other's."""
    if low is None or high is None or "/" in low.iso + high.iso:
        return None
    low_bare, high_bare = low.iso.startswith("--"), high.iso.startswith("--")
    if low_bare and not high_bare:
        low = moved_to(low, high.last, before=True)
    elif high_bare and not low_bare:
        high = moved_to(high, low.first, before=False)
    if low is None or high is None or len(low.iso) != len(high.iso) or low.iso >= high.iso:
        return None
    period = Period(f"{low.iso}/{high.iso}", low.first, high.last, placed=low.placed and high.placed)
    return period if period.first < period.last else None
