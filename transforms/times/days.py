"""Days, weeks and clock times."""

from __future__ import annotations

from datetime import date, timedelta

from transforms.times import calendar as cal
from transforms.times.atoms import Atom
from transforms.times.months import month
from transforms.times.state import Handlers, State, need, set_clock, set_hours

_NEAR = 40  # days back to the last day named within which a bare day goes with it


def _day(state: State, atom: Atom) -> None:
    n = int(atom.n[0])
    if state.lunar:
        _lunar_day(state, atom)
        return
    state.granularity = "day"
    if state.dated:
        day = cal.safe_date(state.lo.year, state.lo.month, n) if state.lo else None
        state.put((day, day) if day else None, "day")
        return
    today = state.context.today
    near = state.context.near
    day = cal.safe_date(near.year, near.month, n) if near and n > near.day else None
    if day is None:
        day = bare_day(n, today) if today else None
        last = state.context.last
        if day and today and last and day > today >= last[1] and (today - last[1]).days < _NEAR:
            # 2月17日至21日 … 18日 in March is no day still to come
            day = cal.safe_date(last[1].year, last[1].month, n) or day
    state.put((day, day) if day else None, "day")


def bare_day(n: int, today: date) -> date | None:
    """10日 without a month: this month's, or late in the last one where the issue is early in its own."""
    day = cal.safe_date(today.year, today.month, n)
    if day is None or (day - today).days > 20:
        year, month = cal.shift_month(today.year, today.month, -1)
        return cal.safe_date(year, month, n)
    return day


def _lunar_day(state: State, atom: Atom) -> None:
    state.granularity = "day"
    if state.lost or state.lo is None:
        state.lost = True
        return
    if atom.word == "plain" and not state.lunar and state.told_year:
        day = cal.safe_date(state.lo.year, state.lo.month, int(atom.n[0]))
        state.put((day, day) if day else None, "day")
        return
    year, month = (state.lunar_year, state.lunar_month) if state.lunar else (state.lo.year, state.lo.month)
    day = cal.lunar_day(year, month, int(atom.n[0]), leap=state.leap) if year and month else None
    state.put((day, day) if day else None, "day")


def _date(state: State, atom: Atom) -> None:
    day = cal.safe_date(int(atom.n[0]), int(atom.n[1]), int(atom.n[2]))
    state.put((day, day) if day else None, "day")


def _days_rel(state: State, atom: Atom) -> None:
    """今明两天: from the day told against on."""
    state.granularity = "day"
    if day := need(state):
        first, last = (cal.add_days(day, int(n)) for n in atom.n)
        state.put((first, last) if first and last else None, "day")


def _month_day(state: State, atom: Atom) -> None:
    month(state, atom)
    if not state.lost:
        _day(state, Atom(atom.start, atom.end, "day", atom.n[1:]))
    state.granularity = "day"


def _day_rel(state: State, atom: Atom) -> None:
    """今天 is the day of the dateline; 昨日 in a paper of the day after it is that day too, as its readers count."""
    state.granularity = "day"
    if today := need(state):
        printed = state.context.reference
        if atom.n[0] < 0 and printed and (printed - today).days == 1:
            today = printed
        day = cal.add_days(today, atom.n[0])
        if day and state.lo and state.dated:  # 去年今日
            day = cal.safe_date(state.lo.year, day.month, day.day)
        state.put((day, day) if day else None, "day")
        if len(atom.n) > 1:
            state.hours = (int(atom.n[1]), int(atom.n[2]))
            set_hours(state)


def _day_ctx(state: State, atom: Atom) -> None:
    if state.dated and state.granularity == "day" and atom.n == (0,):
        return  # 除夕当天
    state.granularity = "day"
    last = state.context.last
    # 当天 may be the day of the news itself; 次日 needs a day before it
    base = last[1] if last and last[0] == last[1] else None if atom.n[0] else state.context.day or need(state)
    state.lost = state.lost or base is None
    if base:
        day = cal.add_days(base, atom.n[0])
        state.put((day, day) if day else None, "day")
        if len(atom.n) > 1:
            state.hours = (int(atom.n[1]), int(atom.n[2]))
            set_hours(state)


def _week_rel(state: State, atom: Atom) -> None:
    state.granularity = "week"
    if today := need(state):
        state.put(cal.week_span(today, int(atom.n[0])), "week")


def _half_week(state: State, atom: Atom) -> None:
    state.granularity = "day"
    if (today := need(state)) and (week := cal.week_span(today)):
        middle = week[0] + timedelta(days=3)
        state.put((week[0], middle) if atom.n[0] == 1 else (middle, week[1]), "day")


def _weekday(state: State, atom: Atom) -> None:
    """周三 of the week named, else the nearest one in the week of the issue; beside a day it only repeats it."""
    if state.dated and state.granularity == "day":
        return
    n = int(atom.n[0])
    state.granularity = "day"
    today = need(state)
    week = cal.week_span(today, int(atom.n[1]) if len(atom.n) > 1 else 0) if today else None
    if week is None:
        return
    first = week[0] + timedelta(days=min(n, 5) if n == 7 else n)
    state.put((first, week[1]) if n == 7 else (first, first), "day")


def _nth_week(state: State, atom: Atom) -> None:
    n = int(atom.n[0])
    if state.granularity == "year" and state.lo:
        state.put(cal.iso_week(state.lo.year, n), "week")
    else:
        state.put(cal.nth_week(state.lo, n) if state.lo and n <= 5 else None, "week")


def _nth_weekday(state: State, atom: Atom) -> None:
    day = cal.nth_weekday((state.lo, state.hi), int(atom.n[0]), int(atom.n[1])) if state.lo and state.hi else None
    state.put((day, day) if day else None, "day")


def _nth_day(state: State, atom: Atom) -> None:
    """下个月第一天, 今年的第100天."""
    day = cal.add_days(state.lo, atom.n[0] - 1) if state.lo else None
    state.put((day, day) if day and state.hi and day <= state.hi else None, "day")


def _last(state: State, atom: Atom) -> None:
    """6月的最后一个星期一, 今年最后一天, 今年最后一个季度."""
    if state.lo is None or state.hi is None:
        return
    if atom.word in ("周", "个星期", "个礼拜"):
        state.put(cal.week_span(state.hi), "week")
        return
    if atom.word in ("个月", "个季度"):
        months, unit = (1, "month") if atom.word == "个月" else (3, "quarter")
        state.put(cal.months_span(state.hi.year, state.hi.month - months + 1, months), unit)
        return
    day = cal.nth_weekday((state.lo, state.hi), -1, int(atom.n[0])) if atom.n else state.hi
    state.put((day, day) if day else None, "day")


def _first_days(state: State, atom: Atom) -> None:
    """4月前3天, 2021年前两周."""
    n = int(atom.n[0])
    if state.lo and atom.word not in ("天", "日"):
        first, last = cal.iso_week(state.lo.year, 1), cal.iso_week(state.lo.year, n)
        state.put((first[0], last[1]) if first and last else None, "week")
    elif state.lo:
        state.put((state.lo, state.lo + timedelta(days=int(atom.n[0]) - 1)), "day")


def _daypart(state: State, atom: Atom) -> None:
    _settle(state)
    state.hours = (int(atom.n[0]), int(atom.n[1]))
    set_hours(state)


def _settle(state: State) -> None:
    """A clock time without a day is of the day the text is at, or of that of the dateline; else its day is not told."""
    if not state.dated:
        last = state.context.last
        moment = state.context.moment
        said = moment.date() if moment else None
        day = last[0] if last and last[0] == last[1] else state.context.anchor or said
        state.dated = True
        if day:
            state.put((day, day), "day")


def _clock(state: State, atom: Atom) -> None:
    _settle(state)
    hour, minute, second = (int(x) for x in atom.n)
    if state.hours:
        hour = _hour_of(state.hours, hour)
    state.granularity = "second" if second else "minute" if minute else "hour"
    at = hour * 3600 + minute * 60 + second
    set_clock(state, at, at)


def _hour_of(part: tuple[int, int], hour: int) -> int:
    """下午3点 is 15; 晚上12点, 晚上2点 and 半夜12点 lie after the midnight that ends the day, 凌晨12点 begins it."""
    begins, ends = part
    if hour == 12 and begins == 0:
        return 0 if ends > 5 else 24
    if begins >= 18 and (hour < 5 or hour == 12):
        return 24 if hour == 12 else hour + 24
    afternoon = begins >= 12 or (begins == 11 and hour < 6) or (part == (0, 5) and hour > 6)
    return hour + 12 if hour < 12 and afternoon else hour


APPLY: Handlers = {
    "span_first": _first_days,
    "day": _day,
    "lunar_day": _lunar_day,
    "date": _date,
    "days_rel": _days_rel,
    "month_day": _month_day,
    "day_rel": _day_rel,
    "day_ctx": _day_ctx,
    "week_rel": _week_rel,
    "half_week": _half_week,
    "weekday": _weekday,
    "nth_week": _nth_week,
    "nth_weekday": _nth_weekday,
    "nth_day": _nth_day,
    "last": _last,
    "daypart": _daypart,
    "clock": _clock,
}
