"""Calendar arithmetic on whole days: months, quarters, weeks, seasons and the lunar year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

Interval = tuple[date, date]
SEASON_TERMS = ("立春", "立夏", "立秋", "立冬", "立春")

SEASON_STARTS = ((2, 4), (5, 6), (8, 8), (11, 8))  # where the terms are not known to the day, before 1900


def safe_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none (2月30日)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def year_span(year: int) -> Interval | None:
    """1 January to 31 December; None outside of the years 1 to 9998."""
    return (date(year, 1, 1), date(year, 12, 31)) if 1 <= year <= 9998 else None


def months_span(year: int, month: int, n: int = 1) -> Interval | None:
    """From the first day of `month` to the last day of the n-th month from it; `month` may lie outside 1…12."""
    first = shift_month(year, month, 0)
    last = shift_month(year, month, n - 1)
    if not (1 <= first[0] <= 9998 and 1 <= last[0] <= 9998):
        return None
    return date(*first, 1), date(*last, monthrange(*last)[1])


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """The year and month that lie `by` months on; `month` may lie outside 1…12."""
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def add_months(day: date, n: int) -> date | None:
    """The same day n months on, or the last of that month where it has no such day."""
    year, month = shift_month(day.year, day.month, n)
    if not 1 <= year <= 9998:
        return None
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def add_days(day: date, n: float) -> date | None:
    """The day n whole days on; None beyond what a date can name."""
    try:
        return day + timedelta(days=n)
    except OverflowError:
        return None


def week_span(day: date, by: int = 0) -> Interval | None:
    """Monday to Sunday of the week `by` weeks from that of `day`."""
    monday = add_days(day, 7 * by - day.weekday())
    sunday = monday and add_days(monday, 6)
    return (monday, sunday) if monday and sunday else None


def nth_week(first: date, n: int) -> Interval | None:
    """The n-th week of a month: the first is that of its first Monday."""
    monday = add_days(first, (-first.weekday()) % 7 + 7 * (n - 1))
    return week_span(monday) if monday else None


def iso_week(year: int, n: int) -> Interval | None:
    """The n-th week of a year by ISO 8601: the first is that of the first Thursday."""
    try:
        return week_span(date.fromisocalendar(year, n, 1))
    except ValueError:
        return None


def nth_weekday(month: Interval, n: int, weekday: int) -> date | None:
    """The n-th Monday (0) … Sunday (6) of a month; n = -1 is the last one."""
    first, last = month
    if n < 0:
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))
    return day if day <= last else None


@lru_cache(maxsize=1024)
def lunar_day(year: int, month: int, day: int, *, leap: bool = False) -> date | None:
    """A day of the lunar calendar (year of its New Year) as a day of ours; None outside 1900…2100."""
    from borax.calendars.lunardate import InvalidLunarDateError, LunarDate

    try:
        solar = LunarDate(year, month, day, leap).to_solar_date()
    except (InvalidLunarDateError, ValueError, IndexError, KeyError):
        return None
    return date(solar.year, solar.month, solar.day)


def new_years_eve(year: int) -> date | None:
    """除夕 of the holiday that opens the lunar year `year`."""
    new_year = lunar_day(year, 1, 1)
    return new_year - timedelta(days=1) if new_year else None


@lru_cache(maxsize=1024)
def solar_term(year: int, name: str) -> date | None:
    """立春, 清明, 冬至 … of a year; None outside 1900…2100."""
    from borax.calendars.lunardate import TermUtils

    try:
        day = TermUtils.nth_term_day(year, term_name=name)
    except (ValueError, IndexError):
        return None
    return date(day.year, day.month, day.day)


def season_span(year: int, season: int) -> Interval | None:
    """Spring (0) to winter (3), from the solar term that opens it to the eve of the next."""
    if not 1 <= year <= 9997:
        return None
    first = solar_term(year, SEASON_TERMS[season]) or date(year, *SEASON_STARTS[season])
    next_year = year + (season == 3)
    after = solar_term(next_year, SEASON_TERMS[season + 1]) or date(next_year, *SEASON_STARTS[(season + 1) % 4])
    return first, after - timedelta(days=1)
