"""Periods of days behind dates of any precision."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_NO_YEAR = 2000  # stands in for a year that is not written; a leap year, so that 29 February is a day


@dataclass(frozen=True, slots=True)
class Period:
    """A date as written (ISO 8601) and its first and last possible day; they are None where the year is not known."""

    iso: str
    first: date
    last: date
    placed: bool = True  # whether the days are known

    @property
    def is_year(self) -> bool:
        """Whether it is exactly a year."""
        return len(self.iso) == 4  # noqa: PLR2004 - digits of a year

    def days(self) -> tuple[int | None, int | None]:
        """Return first and last day as YYYYMMDD."""
        if not self.placed:
            return None, None
        return _number(self.first), _number(self.last)


def _number(day: date) -> int:
    return day.year * 10000 + day.month * 100 + day.day


def year_of(year: int) -> Period:
    """Return a whole year."""
    return Period(f"{year:04}", date(year, 1, 1), date(year, 12, 31))


def years_of(first: int, last: int) -> Period:
    """Return the years from first to last."""
    return Period(f"{first:04}/{last:04}", date(first, 1, 1), date(last, 12, 31))


def month_of(year: int, month: int) -> Period | None:
    """Return a month; None where there is no such month."""
    if not 1 <= month <= 12:  # noqa: PLR2004 - months
        return None
    return Period(f"{year:04}-{month:02}", date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def months_of(year: int, first: int, last: int) -> Period:
    """Return the months from first to last; those beyond 12 are of the next year."""
    until, end = year + (last - 1) // 12, (last - 1) % 12 + 1
    iso = f"{year:04}-{first:02}" + ("" if first == last else f"/{until:04}-{end:02}")
    return Period(iso, date(year, first, 1), date(until, end, monthrange(until, end)[1]))


def day_of(year: int, month: int, day: int) -> Period | None:
    """Return a day; None where there is no such day."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Period(found.isoformat(), found, found)


def nearest(period: Period, published: date | None) -> Period:
    """Take the stand-in year from a period; its days become those nearest to the publication."""
    iso = "/".join("-" + part[4:] for part in period.iso.split("/"))
    if published is None:
        return Period(iso, period.first, period.last, placed=False)
    years = (published.year + offset for offset in (-1, 0, 1))
    placed = (found for year in years if (found := _moved(period, year)) is not None)
    first, last = min(placed, key=lambda days: abs((days[0] - published).days) + abs((days[1] - published).days))
    return Period(iso, first, last)


def moved_to(period: Period, day: date, *, before: bool) -> Period | None:
    """Give a period without a year the year in which it lies just before, or after, a day: "November to March 2026"."""
    bare = period.iso.removeprefix("--")
    for year in (day.year, day.year - 1 if before else day.year + 1):
        parts = [int(part) for part in bare.split("-")]
        found = day_of(year, *parts) if len(parts) > 1 else month_of(year, *parts)
        if found is not None and (found.first <= day if before else found.last >= day):
            return found
    return None


def _moved(period: Period, year: int) -> tuple[date, date] | None:
    shift = year - _NO_YEAR
    try:
        last = date(
            period.last.year + shift,
            period.last.month,
            min(period.last.day, monthrange(period.last.year + shift, period.last.month)[1]),
        )
        return period.first.replace(year=period.first.year + shift), last
    except ValueError:
        return None
