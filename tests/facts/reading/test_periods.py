"""Periods behind dates of any precision, and the year that a date leaves out."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.reading.periods import Period, day_of, month_of, months_of, nearest, year_of, years_of

STAND_IN = 2000  # the year of a period that writes none
YEARS = st.integers(1900, 2100)
MONTHS = st.integers(1, 12)


def test_year_spans_january_to_december() -> None:
    assert year_of(2026) == Period("2026", date(2026, 1, 1), date(2026, 12, 31))


def test_years_span_first_to_last() -> None:
    assert years_of(2024, 2027) == Period("2024/2027", date(2024, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("year", "month", "iso", "last"),
    [
        (2026, 1, "2026-01", date(2026, 1, 31)),
        (2026, 2, "2026-02", date(2026, 2, 28)),
        (2024, 2, "2024-02", date(2024, 2, 29)),
        (1900, 2, "1900-02", date(1900, 2, 28)),
        (2026, 9, "2026-09", date(2026, 9, 30)),
        (2026, 12, "2026-12", date(2026, 12, 31)),
    ],
)
def test_month_ends_on_its_last_day(year: int, month: int, iso: str, last: date) -> None:
    assert month_of(year, month) == Period(iso, date(year, month, 1), last)


@pytest.mark.parametrize("month", [-1, 0, 13, 99])
def test_no_such_month(month: int) -> None:
    assert month_of(2026, month) is None


@pytest.mark.parametrize(
    ("first", "last", "iso", "end"),
    [
        (1, 3, "2026-01/2026-03", date(2026, 3, 31)),
        (7, 12, "2026-07/2026-12", date(2026, 12, 31)),
        (12, 14, "2026-12/2027-02", date(2027, 2, 28)),
        (9, 9, "2026-09", date(2026, 9, 30)),
    ],
)
def test_months_beyond_december_are_of_the_next_year(first: int, last: int, iso: str, end: date) -> None:
    assert months_of(2026, first, last) == Period(iso, date(2026, first, 1), end)


def test_winter_of_a_leap_year_ends_on_its_29th() -> None:
    assert months_of(2027, 12, 14).last == date(2028, 2, 29)


def test_day_is_its_own_first_and_last() -> None:
    assert day_of(2026, 3, 4) == Period("2026-03-04", date(2026, 3, 4), date(2026, 3, 4))


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2026, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0), (0, 1, 1)]
)
def test_no_such_day(year: int, month: int, day: int) -> None:
    assert day_of(year, month, day) is None


def test_only_a_whole_year_is_a_year() -> None:
    periods = [year_of(2026), years_of(2026, 2027), month_of(2026, 5), months_of(2026, 1, 6), day_of(2026, 5, 1)]
    assert [period is not None and period.is_year for period in periods] == [True, False, False, False, False]


def test_days_are_numbers_that_sort() -> None:
    assert months_of(2026, 12, 14).days() == (20261201, 20270228)


@given(year=YEARS, month=MONTHS)
def test_month_is_what_its_days_say(year: int, month: int) -> None:
    found = month_of(year, month)
    assert found is not None
    assert (found.last + timedelta(days=1)).day == found.first.day == 1
    assert found.first.month == found.last.month == month


@given(year=YEARS, first=MONTHS, length=st.integers(0, 11))
def test_months_hold_as_many_months_as_they_say(year: int, first: int, length: int) -> None:
    found = months_of(year, first, first + length)
    assert (found.last.year - found.first.year) * 12 + found.last.month - found.first.month == length
    assert found.first <= found.last
    assert (found.last + timedelta(days=1)).day == 1


NEAREST = [
    (day_of(STAND_IN, 3, 4), date(2026, 2, 20), "--03-04", (20260304, 20260304)),
    (day_of(STAND_IN, 1, 5), date(2025, 12, 20), "--01-05", (20260105, 20260105)),
    (day_of(STAND_IN, 12, 28), date(2026, 1, 3), "--12-28", (20251228, 20251228)),
    (month_of(STAND_IN, 10), date(2026, 9, 1), "--10", (20261001, 20261031)),
    (month_of(STAND_IN, 2), date(2027, 2, 10), "--02", (20270201, 20270228)),
    (day_of(STAND_IN, 2, 29), date(2027, 6, 1), "--02-29", (20280229, 20280229)),
    (months_of(STAND_IN, 12, 14), date(2027, 1, 10), "--12/--02", (20261201, 20270228)),
]


@pytest.mark.parametrize(("period", "published", "iso", "days"), NEAREST)
def test_year_left_out_is_the_nearest(period: Period, published: date, iso: str, days: tuple[int, int]) -> None:
    found = nearest(period, published)
    assert (found.iso, found.days()) == (iso, days)


def test_year_left_out_stays_open_without_a_publication() -> None:
    found = nearest(Period("2000-03-04", date(2000, 3, 4), date(2000, 3, 4)), None)
    assert (found.iso, found.placed, found.days()) == ("--03-04", False, (None, None))


@given(month=MONTHS, day=st.integers(1, 28), published=st.dates(date(1950, 1, 1), date(2090, 12, 31)))
def test_placed_day_is_within_half_a_year(month: int, day: int, published: date) -> None:
    period = day_of(STAND_IN, month, day)
    assert period is not None
    found = nearest(period, published)
    assert (found.first.month, found.first.day) == (month, day)
    assert abs((found.first - published).days) <= 183
