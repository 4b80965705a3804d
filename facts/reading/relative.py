"""Dates that are told from the day of publication: "today", "last week", "next summer", "le mois prochain"."""

from dataclasses import dataclass
from datetime import date, timedelta

from facts.reading.glossary import Glossary
from facts.reading.periods import Period, day_of, month_of, months_of, year_of
from facts.reading.scan import Scan

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14)}  # winter ends in the next year
_MOST_DIGITS = 2  # of a number of years or days that somebody counts back
YEARS_AROUND = (-2, -1, 0, 1, 2)  # of the publication: in February, last winter began two years before


@dataclass(frozen=True, slots=True)
class DateSpan:
    """Tokens first..last-1 with the period they mean; None where it cannot be told."""

    first: int
    last: int
    period: Period | None
    closed: bool = False  # it goes, or is moved, to another date: "from" is no open end then


def month_at(words: Glossary, scan: Scan, position: int) -> int | None:
    """Return the month at a token; English writes them with a capital, which tells "May" from "may"."""
    month = words.months.get(scan.folded(position))
    return month if month is None or words.language != "en" or scan.written(position)[0].isupper() else None


class RelativeReader:
    """Reads dates relative to the day of publication; where that is not known they are found, but have no period."""

    def __init__(self, glossary: Glossary, published: date | None) -> None:
        self._words = glossary
        self._published = published

    def read(self, scan: Scan, position: int) -> DateSpan | None:
        """Read "today", "last week", "next summer", "Monday", "le mois prochain"."""
        for run, shift in self._words.days.get(scan.folded(position), ()):
            if scan.matches(position, run):
                return DateSpan(position, position + len(run), self._shifted("day", int(shift)))
        start = position + (scan.folded(position) in self._words.articles)
        shift_here = self._words.shifts.get(scan.folded(position))
        if shift_here is not None:
            return self._period(scan, position, position + 1, shift_here, position + 2)
        behind = self._words.shifts.get(scan.folded(start + 1))
        if behind is not None and self._words.language != "en":
            return self._period(scan, position, start, behind, start + 2)
        weekday = self._words.weekdays.get(scan.folded(position))
        if weekday is not None and scan.is_name(position) == (self._words.language == "en"):
            return DateSpan(position, position + 1, None if self._is_ahead(scan, position) else self._weekday(weekday))
        return None

    def elapsed(self, scan: Scan, position: int) -> DateSpan | None:
        """Read "two years ago", "il y a deux ans", "two months from now"; the day of "two years later" is not known."""
        number = self._number(scan, position)
        if number is None:
            return None
        unit = next((u.id for run, u in self._words.units(scan.written(position + 1)) if len(run) == 1), None)
        if unit not in ("day", "week", "month", "year"):
            return None
        last = position + 2
        for sign, role in ((-1, "ago"), (1, "ahead")):
            if behind := scan.longest(last, self._words.roles(role)):
                return DateSpan(position, last + behind, self._shifted(unit, sign * number))
            for run in self._words.roles(role + "_before"):
                if scan.matches(position - len(run), run):
                    return DateSpan(position - len(run), last, self._shifted(unit, sign * number))
        behind = scan.longest(last, self._words.roles("apart"))
        return DateSpan(position, last + behind, None) if behind else None

    def _number(self, scan: Scan, position: int) -> int | None:
        """Return a small whole number in digits or words."""
        written = scan.written(position)
        if written.isdecimal() and len(written) <= _MOST_DIGITS:
            return int(written)
        is_one = scan.folded(position) in self._words.indefinite  # "a year ago"
        number = self._words.numbers.get(scan.folded(position), 1.0 if is_one else 0.0)
        return int(number) or None

    def _is_ahead(self, scan: Scan, position: int) -> bool:
        """Whether the sentence speaks of what is to come: "will meet on Friday", "is to see them on Friday"."""
        words = self._words
        return any(
            scan.folded(before) in words.modals
            or (scan.folded(before) in words.auxiliaries and scan.longest(before + 1, words.roles("join")))
            for before in range(position)
        )

    def _period(self, scan: Scan, first: int, noun: int, shift: int, last: int) -> DateSpan | None:
        """Read a calendar unit, month, season or weekday that is last, this or next."""
        word = scan.folded(noun)
        unit = self._words.calendar.get(word)
        if unit is not None and unit not in ("half", "quarter", "decade"):
            return DateSpan(first, last, self._shifted(unit, shift))
        months = (
            (self._words.months[word],) * 2
            if month_at(self._words, scan, noun)
            else SEASONS.get(self._words.seasons.get(word, ""))
        )
        if months is not None:
            return DateSpan(first, last, self._named(months, shift))
        weekday = self._words.weekdays.get(word)
        return None if weekday is None else DateSpan(first, last, self._weekday(weekday) if shift <= 0 else None)

    def _named(self, months: tuple[int, int], shift: int) -> Period | None:
        """Return the last, this or next period of months, seen from the publication."""
        if self._published is None:
            return None
        years = (months_of(self._published.year + offset, *months) for offset in YEARS_AROUND)
        if shift < 0:
            return max((period for period in years if period.last < self._published), key=lambda period: period.last)
        if shift > 0:
            return min((period for period in years if period.first > self._published), key=lambda period: period.first)
        return months_of(self._published.year, *months)

    def _shifted(self, unit: str, shift: int) -> Period | None:
        day = self._published
        if day is None:
            return None
        if unit == "day":
            found = day + timedelta(days=shift)
            return day_of(found.year, found.month, found.day)
        if unit == "week":
            monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
            sunday = monday + timedelta(days=6)
            return Period(f"{monday.isoformat()}/{sunday.isoformat()}", monday, sunday)
        if unit == "month":
            months = day.year * 12 + day.month - 1 + shift
            return month_of(months // 12, months % 12 + 1)
        return year_of(day.year + shift)

    def _weekday(self, weekday: int) -> Period | None:
        """News name the day within the week before they appear."""
        if self._published is None:
            return None
        found = self._published - timedelta(days=(self._published.isoweekday() - weekday) % 7)
        return day_of(found.year, found.month, found.day)
