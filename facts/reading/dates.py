"""Dates with the precision that was written.

`Value.date` is ISO 8601: "2026", "2026-02", "2026-02-20", without a year "--02", "--02-20"; a period is an interval of
days, months or years: "2026-10/2026-12" (late 2026, or its last quarter), "--09/--11" (autumn), "1986/2019",
"1990/1999" (the 1990s). The words as written are in `Value.text`. `amount` and `upper` are the first and last possible
day as YYYYMMDD; where no year is written, in the year nearest to the publication, and None where that is not known.
"Monday" and "next month" have a date only where it is known.
"""

import re
from datetime import date

from facts.reading.date_ranges import RangeReader
from facts.reading.decades import DecadeReader
from facts.reading.glossary import Glossary
from facts.reading.periods import Period, day_of, month_of, months_of, nearest, year_of, years_of
from facts.reading.relative import SEASONS, DateSpan, RelativeReader, month_at
from facts.reading.scan import Scan

OLDEST_YEAR, FIRST_YEAR, LAST_YEAR = 1800, 1900, 2100
MOST_DAYS, MOST_MONTHS, YEAR_DIGITS = 31, 12, 4
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?(?![\w-])")
_NUMERIC = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\w)")
_DAY_DIGITS = (7, 10)  # of "--02-20" and "2026-02-20"
_ENDINGS = frozenset(["st", "nd", "rd", "th", "er", "ere", "e", "eme"])
_FISCAL = re.compile(r"(?:fy|my)(\d{2}|\d{4})$")


class DateReader:
    """Reads dates of one language; `published` places what is said relative to it."""

    def __init__(self, glossary: Glossary, published: date | None) -> None:
        self._words = glossary
        self._published = published
        self._relative = RelativeReader(glossary, published)
        self._ranges = RangeReader(glossary, self._single)
        self._decades = DecadeReader(glossary, published)

    def read(self, scan: Scan, position: int) -> DateSpan | None:
        """Return the date that starts at a token, the longest that makes sense."""
        return self._ranges.read(scan, position) or self._single(scan, position)

    def _single(self, scan: Scan, position: int) -> DateSpan | None:
        if scan.kind(position) == "mark" or (scan.touches(position) and scan.written(position - 1).isalnum()):
            return None
        if scan.kind(position) == "number":
            written = scan.written(position)
            if len(written) > YEAR_DIGITS or not written.isdecimal():
                return self._numeric(scan, position)  # in no other date a number is longer, or has marks inside
            return (
                self._numeric(scan, position)
                or self._relative.elapsed(scan, position)
                or self._day_month(scan, position)
                or self._first_months(scan, position)
                or self._quarter(scan, position)
                or self._ordinal_part(scan, position)
                or self._decades.read(scan, position)
                or self._years(scan, position)
            )
        return (
            self._part(scan, position)
            or self._first_months(scan, position)
            or self._decades.read(scan, position)
            or self._relative.elapsed(scan, position)
            or self._on_weekday(scan, position)
            or self._day_month(scan, position)
            or self._month(scan, position)
            or self._season(scan, position)
            or self._relative.read(scan, position)
            or self._years(scan, position)
        )

    def _numeric(self, scan: Scan, position: int) -> DateSpan | None:
        """Read 2026-09, 2026-09-20 and 20.09.2026; with strokes only where day and month cannot be confused."""
        start = scan.tokens[position].start
        if (iso := _ISO.match(scan.text, start, scan.end)) is not None:
            year, month, day = int(iso[1]), int(iso[2]), int(iso[3] or 0)
            period = day_of(year, month, day) if day else month_of(year, month)
            return self._until(scan, position, iso.end(), period) if period and self._is_year(year) else None
        numeric = _NUMERIC.match(scan.text, start, scan.end)
        if numeric is None or not self._is_year(int(numeric[4])):
            return None
        day, month, year = int(numeric[1]), int(numeric[3]), int(numeric[4])
        if numeric[2] == "/" and self._words.language == "en" and day <= MOST_MONTHS:
            period = year_of(year) if month <= MOST_MONTHS and day != month else day_of(year, day, month)
        else:
            period = day_of(year, month, day)
        return self._until(scan, position, numeric.end(), period) if period else None

    def _until(self, scan: Scan, position: int, end: int, period: Period) -> DateSpan:
        last = position
        while last < len(scan) and scan.tokens[last].start < end:
            last += 1
        return DateSpan(position, last, period)

    def _is_year(self, year: int) -> bool:
        return FIRST_YEAR <= year <= LAST_YEAR

    def _year(self, scan: Scan, position: int) -> int | None:
        """Return the four-digit year at a token."""
        word = scan.written(position)
        if len(word) != 4 or not word.isdecimal() or not self._can_be_year(scan, position):  # noqa: PLR2004 - digits of a year
            return None
        glued = scan.touches(position) and scan.written(position - 1) not in "([/-–—'‘\"“«"
        return None if glued or (scan.folded(position - 1), word) in self._words.numbered_names else int(word)

    def _can_be_year(self, scan: Scan, position: int) -> bool:
        """Whether a number is a year of the last hundred or, behind a preposition, of the last two hundred."""
        year = int(scan.written(position))
        return self._is_year(year) or (
            OLDEST_YEAR <= year < FIRST_YEAR and scan.folded(position - 1) in self._words.prepositions
        )

    def _year_behind(self, scan: Scan, position: int) -> tuple[int | None, int]:
        """Return the year that follows, perhaps behind a comma, "of" or a dash, and the token behind it."""
        skipped = position
        if scan.folded(skipped) in (",", "of", "de", "d'", "-", "–") or scan.matches(skipped, ("model", "year")):
            skipped += 1
        named = skipped + (scan.kind(skipped) == "elision" or scan.folded(skipped) in self._words.articles)
        if self._words.calendar.get(scan.folded(named)) == "year":
            skipped = named + 1  # "the end of the year 2026"
        year = self._year(scan, skipped)
        return (year, skipped + 1) if year is not None else (None, position)

    def _part(self, scan: Scan, position: int) -> DateSpan | None:
        """Read "early 2026", "the end of September", "Q3 2026", "first half of 2005", "2026 Q3", "end of the year"."""
        for run, months in self._words.year_parts.get(scan.folded(position), ()):
            if not scan.matches(position, run):
                continue
            first, last = (int(month) for month in months.split("-"))
            behind = position + len(run)
            if run[-1] != "-" and scan.is_dash(behind) and scan.touches(behind):
                behind += 1
            if (decade := self._decades.part(scan, behind, (first, last))) is not None:
                return DateSpan(position, decade.last, decade.period)
            inner = self._month(scan, behind)
            if inner is not None and (last - first) < 4:  # noqa: PLR2004 - halves are of years only
                return DateSpan(position, inner.last, inner.period)
            year, end = self._year_behind(scan, behind)
            if year is not None:
                return DateSpan(position, end, months_of(year, first, last))
            if (
                (relative := self._relative.read(scan, behind)) is not None
                and relative.period
                and relative.period.is_year
            ):
                return DateSpan(position, relative.last, months_of(relative.period.first.year, first, last))
            if any(character.isdigit() for character in run[0]):
                return DateSpan(position, behind, self._placed(first, last))
            if self._names_year(scan, behind):
                return DateSpan(position, behind + 2, None)  # "the end of the year": which, the text around tells
        return self._ordinal_part(scan, position)

    def _names_year(self, scan: Scan, position: int) -> bool:
        is_definite = scan.kind(position) == "elision" or scan.folded(position) in self._words.articles
        return is_definite and self._words.calendar.get(scan.folded(position + 1)) == "year"

    def _quarter(self, scan: Scan, position: int) -> DateSpan | None:
        """Read "3Q 2026", "2H 2026"."""
        for run, months in self._words.year_parts.get(scan.folded(position), ()):
            year, last = self._year_behind(scan, position + len(run))
            if year is not None and scan.matches(position, run) and scan.touches(position + 1):
                first, until = (int(month) for month in months.split("-"))
                return DateSpan(position, last, months_of(year, first, until))
        return None

    def _first_months(self, scan: Scan, position: int) -> DateSpan | None:
        """Read "first nine months of 2025", "neuf premiers mois de 2025"."""
        first, number = (position, position + 1) if self._is_first(scan, position) else (position + 1, position)
        months = self._words.numbers.get(scan.folded(number)) or self._day(scan, number)[0] or 0
        if not self._is_first(scan, first) or not 1 < months < MOST_MONTHS or not self._is_months(scan, position + 2):
            return None
        year, last = self._year_behind(scan, position + 3)
        return None if year is None else DateSpan(position, last, months_of(year, 1, int(months)))

    def _is_first(self, scan: Scan, position: int) -> bool:
        return self._words.ordinals.get(scan.folded(position).removesuffix("s")) == 1

    def _is_months(self, scan: Scan, position: int) -> bool:
        return any(unit.id == "month" for run, unit in self._words.units(scan.written(position)) if len(run) == 1)

    def _on_weekday(self, scan: Scan, position: int) -> DateSpan | None:
        """Read "Tuesday, March 5, 2024", "mardi 5 mars": the day of the week says nothing more."""
        if scan.folded(position) not in self._words.weekdays:
            return None
        start = position + 1 + (scan.written(position + 1) in (",", "."))
        start += scan.folded(start) in self._words.articles
        found = self._day_month(scan, start) or self._month(scan, start)
        is_day = found is not None and found.period is not None and found.period.iso.count("-") > 1
        is_day = is_day and found is not None and found.period is not None and len(found.period.iso) in _DAY_DIGITS
        return DateSpan(position, found.last, found.period) if found is not None and is_day else None

    def _ordinal_part(self, scan: Scan, position: int) -> DateSpan | None:
        """Read "second half", "third quarter (of) 2026", "1er semestre 2026" by their ordinal."""
        number, behind = self._ordinal(scan, position)
        behind += scan.is_dash(behind)
        size = {"half": 6, "quarter": 3}.get(self._words.calendar.get(scan.folded(behind), ""))
        if number is None or size is None or not 0 < number <= MOST_MONTHS / size:
            return None
        year, last = self._year_behind(scan, behind + 1)
        first = int(number - 1) * size + 1
        if year is not None:
            return DateSpan(position, last, months_of(year, first, first + size - 1))
        relative = self._relative.read(scan, behind + 1 + scan.longest(behind + 1, self._words.roles("of")))
        if relative is not None and relative.period and relative.period.is_year:
            return DateSpan(position, relative.last, months_of(relative.period.first.year, first, first + size - 1))
        return None

    def _ordinal(self, scan: Scan, position: int) -> tuple[float | None, int]:
        """Return the ordinal at a token, in words or digits ("1er", "2nd"), and the token behind it."""
        if scan.kind(position) != "number":
            return self._words.ordinals.get(scan.folded(position)), position + 1
        is_ordinal = scan.touches(position + 1) and scan.folded(position + 1) in _ENDINGS
        return (
            float(scan.written(position)) if is_ordinal and scan.written(position).isdecimal() else None
        ), position + 2

    def _day_month(self, scan: Scan, position: int) -> DateSpan | None:
        """Read "20 February (2026)", "1er mars", "the 3rd of May", "12-15 March 2026"."""
        day, behind = self._day(scan, position)
        if day is None:
            return None
        until, start = None, behind
        if (scan.is_dash(behind) or scan.longest(behind, self._words.roles("join"))) and (
            second := self._day(scan, behind + 1)
        )[0]:
            until, start = second
        start += scan.folded(start) in ("of", "de")
        month = month_at(self._words, scan, start)
        if month is None:
            return None
        start += 1 + (scan.written(start + 1) == "." and len(scan.folded(start)) < 5)  # noqa: PLR2004 - "Sept."
        year, last = self._year_behind(scan, start)
        return self._dated(position, last, year, month, day, until)

    def _dated(
        self, first: int, last: int, year: int | None, month: int, day: int, until: int | None
    ) -> DateSpan | None:
        period = day_of(year or 2000, month, day)
        if until is not None and period is not None:
            end = day_of(year or 2000, month, until)
            period = (
                Period(period.iso + "/" + end.iso, period.first, end.last) if end and end.last > period.first else None
            )
        if period is None:
            return None
        return DateSpan(first, last, period if year is not None else nearest(period, self._published))

    def _day(self, scan: Scan, position: int) -> tuple[int | None, int]:
        found = re.match(r"(\d{1,2})(?:st|nd|rd|th|er)?$", scan.folded(position))
        if found is None or not 0 < int(found[1]) <= MOST_DAYS:
            return None, position
        behind = position + 1
        if (
            scan.folded(position).isdecimal()
            and scan.folded(behind) in ("st", "nd", "rd", "th", "er")
            and scan.touches(behind)
        ):
            behind += 1
        return int(found[1]), behind

    def _month(self, scan: Scan, position: int) -> DateSpan | None:
        """Read "September", "September 2026", "February 20", "Feb. 20, 2026"."""
        month = month_at(self._words, scan, position)
        if month is None or (scan.touches(position) and scan.is_dash(position - 1) and scan.is_name(position - 2)):
            return None
        behind = position + 1 + (scan.written(position + 1) == "." and len(scan.folded(position)) < 5)  # noqa: PLR2004  # letters of "Sept."
        year, last = self._year_behind(scan, behind)
        if year is not None:
            return DateSpan(position, last, month_of(year, month))
        day, last = self._day(scan, behind)
        if day is not None and self._words.language == "en" and not self._is_measured(scan, last):
            year, last = self._year_behind(scan, last)
            return self._dated(position, last, year, month, day, None)
        if not self._is_month_alone(scan, position):
            return None
        return DateSpan(position, position + 1, self._placed(month, month))

    def _is_month_alone(self, scan: Scan, position: int) -> bool:
        """Tell whether a word is a month by itself: one that is also a word needs a preposition before it."""
        word, before = scan.folded(position), scan.folded(position - 1)
        if scan.touches(position) and scan.is_dash(position - 1):
            return False
        if len(word) <= 3 and word not in ("may", "mai"):  # noqa: PLR2004 - abbreviations come with a day or a year
            return False
        return (
            before in self._words.grammar
            or before in self._words.shifts
            or before.isdigit()
            or (word not in self._words.common and not scan.is_name(position + 1))
        )

    def _is_measured(self, scan: Scan, position: int) -> bool:
        return self._words.is_unit(scan.written(position)) or bool(scan.longest(position, self._words.percent))

    def _placed(self, first: int, last: int) -> Period:
        """Return months without a year: as written, their days those nearest to the publication."""
        return nearest(months_of(2000, first, last), self._published)

    def _season(self, scan: Scan, position: int) -> DateSpan | None:
        """Read "autumn 2026", "summer of 2026", "winter 2025/26"; without a year behind "in", "the", "this"."""
        name = self._words.seasons.get(scan.folded(position))
        if name not in SEASONS or (scan.touches(position) and scan.kind(position - 1) != "elision"):
            return None
        if self._is_model(scan, position):
            return None
        first, last = SEASONS[name]
        year, behind = self._year_behind(scan, position + 1)
        if year is not None:
            if (
                scan.written(behind) in ("/", "-", "–")
                and scan.touches(behind)
                and len(scan.written(behind + 1)) in (2, 4)
            ):
                behind += 2
            return DateSpan(position, behind, months_of(year, first, last))
        before = scan.folded(position - 1)
        is_dated = before in self._words.prepositions or before in self._words.articles or before in self._words.shifts
        is_word = scan.is_name(position) or scan.is_dash(position + 1) or scan.folded(position) in self._words.common
        if is_word or not is_dated or not self._words.is_accented(scan.written(position - 1)):
            return None
        return DateSpan(position, position + 1, self._placed(first, last))

    def _is_model(self, scan: Scan, position: int) -> bool:
        """Whether a capitalised season behind a name is the name of a thing: "the Dacia Spring 2024"."""
        before = scan.folded(position - 1)
        is_named = scan.is_name(position) and scan.is_name(position - 1)
        closed = (self._words.grammar, self._words.articles, self._words.shifts)
        return is_named and not any(before in words for words in closed)

    def _years(self, scan: Scan, position: int) -> DateSpan | None:
        """Read "2026", "1986–2019", "between 1987 and 1990", "the 1990s", "FY28"."""
        fiscal = _FISCAL.match(scan.folded(position))
        if fiscal is not None:
            return DateSpan(position, position + 1, year_of(int(fiscal[1]) % 2000 + 2000))
        between = scan.longest(position, self._words.roles("between"))
        year = self._year(scan, position + between)
        if year is None:
            return None
        behind = position + between + 1
        joined = scan.longest(behind, self._words.roles("and" if between else "join"))
        dash = not between and scan.is_dash(behind)
        if not between and (short := self._short_year(scan, behind, year)) is not None:
            return DateSpan(position, behind + 2, years_of(year, short))
        until = self._year(scan, behind + (joined or 1)) if joined or dash else None
        if until is not None and until > year and (between or dash):
            return DateSpan(position, behind + (joined or 1) + 1, years_of(year, until))
        for run, months in self._words.year_parts.get(scan.folded(behind), ()):
            if not between and any(character.isdigit() for character in run[0]) and scan.matches(behind, run):
                return DateSpan(
                    position, behind + len(run), months_of(year, *(int(month) for month in months.split("-")))
                )
        return None if between else DateSpan(position, behind, year_of(year))

    def _short_year(self, scan: Scan, position: int, year: int) -> int | None:
        """Return the year that "–15" or "/26" behind a year stands for."""
        written = scan.written(position + 1)
        joins = (scan.is_dash(position) or scan.written(position) == "/") and scan.touches(position)
        if not joins or not scan.touches(position + 1) or len(written) != 2 or not written.isdecimal():  # noqa: PLR2004 - digits
            return None
        until = year - year % 100 + int(written)
        is_over = scan.touches(position + 2) and scan.kind(position + 2) != "mark"
        return until if until > year and not is_over and not scan.is_dash(position + 2) else None
