"""Lengths of time that count from the issue date: 三年前, 20天后, 3个多月以来, 近五年, 未来三天."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from transforms.times import calendar as cal
from transforms.times.atoms import Atom
from transforms.times.lengths import SECONDS
from transforms.times.state import Context, State

MONTHS = {"年": 12.0, "季度": 3.0, "月": 1.0, "世纪": 1200.0}
GRANULARITY = {
    "年": "year",
    "世纪": "century",
    "季度": "quarter",
    "月": "month",
    "周": "week",
    "星期": "week",
    "礼拜": "week",
}


def resolve_length(atom: Atom, suffix: str, context: Context, *, open_end: bool = False) -> State:
    """A length with its lead (近, 未来) or suffix (前, 后, 以来); `open_end` is 以前 or 以后, open on one side."""
    state = State(context)
    count = atom.n[0]
    state.granularity = _granularity(atom)
    today = _base(suffix, context)
    if today is None or count < 0:
        return state
    kind = "since" if suffix == "since" else atom.kind
    if kind in ("since", "span_past", "span_first"):
        state.lo, state.hi = shift(today, atom, -1, context.now), today
        if kind == "since" and state.lo and atom.word in MONTHS:
            # 三年来 begins with a year, 三个月来 with a month
            whole_years = atom.word == "年" and count == int(count)
            state.lo = date(state.lo.year, 1, 1) if whole_years else state.lo.replace(day=1)
    elif kind == "span_near":
        state.lo, state.hi = shift(today, atom, -1, context.now), today
    elif kind == "span_next":
        # 未来三天 begins with tomorrow; so does 未来一周 said on a day
        whole = state.granularity == "day" or (context.spoken and state.granularity != "hour")
        first = cal.add_days(today, 1) if whole and not context.from_now else today
        state.lo, state.hi = first, shift(today, atom, 1, context.now)
    elif atom.n[3] > 0:
        _between(state, atom, suffix, today)
    else:
        _point(state, atom, suffix, today)
        if suffix == "before" and open_end:
            state.lo = None
        elif atom.kind == "span_later" or open_end:
            state.hi = None
    if state.granularity == "hour" and (moment := context.moment) and kind in ("span_past", "span_near", "span_next"):
        by = timedelta(seconds=atom.n[1])
        state.begin, state.finish = (moment, moment + by) if kind == "span_next" else (moment - by, moment)
    if state.lo and state.hi and state.lo > state.hi:
        state.lo = state.hi
    return state


def _base(suffix: str, context: Context) -> date | None:
    """三天后 counts from the day that the text has just named; everything else from the issue."""
    last = context.last
    near = last is not None and (last[1] - last[0]).days <= 31
    return last[0] if suffix == "after" and last and near else context.today


def _between(state: State, atom: Atom, suffix: str, today: date) -> None:
    """二十几年前, 三四天前, 3至5天后: somewhere between the two."""
    sign = -1 if suffix == "before" else 1
    near, far = (shift(today, _of(atom, count), sign, state.context.now) for count in (atom.n[0], atom.n[3]))
    if near and far:
        first, last = min(near, far), max(near, far)
        whole = atom.word in ("年", "世纪")
        state.lo = date(first.year, 1, 1) if whole else first
        state.hi = date(last.year, 12, 31) if whole else last


def _of(atom: Atom, count: float) -> Atom:
    """The unit of `atom`, so many times."""
    return atom._replace(n=(count, SECONDS[atom.word] * count))


def _point(state: State, atom: Atom, suffix: str, today: date) -> None:
    """三年前 is a year, 两个月前 a month, 三周前 a week, 三天前 a day; 两个半月后 the month that begins on that day."""
    sign = -1 if suffix == "before" else 1
    day = shift(today, atom, sign, state.context.now)
    if day is None:
        return
    unit = atom.word
    if unit == "年" and atom.n[0] == int(atom.n[0]):
        state.put(cal.year_span(day.year), "year")
    elif unit == "月" and atom.n[0] > 1 and atom.n[0] != int(atom.n[0]):
        far = cal.add_months(day, sign)
        ends = (day, cal.add_days(far, -1)) if far and sign > 0 else (cal.add_days(far, 1), day) if far else None
        state.put((ends[0], ends[1]) if ends and ends[0] and ends[1] else None, "month")
    elif unit in MONTHS and atom.n[0] * MONTHS[unit] >= 1:
        state.put(cal.months_span(day.year, day.month), "month")
    elif unit in ("周", "星期", "礼拜"):
        state.put(cal.week_span(day), "week")
    else:
        state.put((day, day), "day" if unit in MONTHS else state.granularity)
    if not atom.n[2] and state.lo:
        # 20多个月之后 lies somewhere past that month
        if sign > 0:
            state.hi = None
        else:
            state.lo = None


def shift(day: date, atom: Atom, sign: int, now: datetime | None) -> date | None:
    """The day that lies the length before (-1) or after (1) `day`."""
    count, seconds = atom.n[0], atom.n[1]
    if seconds < 0:  # 三五天: at least three
        seconds = count * SECONDS[atom.word]
    if atom.word in MONTHS and (count * MONTHS[atom.word]) < 120_000:
        months = count * MONTHS[atom.word]
        whole = cal.add_months(day, sign * int(months))
        return cal.add_days(whole, sign * round((months % 1) * 30)) if whole else None
    if now is not None and (seconds < 86400 or (seconds % 86400 and seconds < 1e9)):
        return (now + timedelta(seconds=sign * seconds)).date()
    return cal.add_days(day, sign * int(seconds // 86400)) if seconds < 1e11 else None


def _granularity(atom: Atom) -> str:
    if atom.word in GRANULARITY:
        return GRANULARITY[atom.word]
    return "day" if atom.word in ("天", "日", "昼夜") else "hour"
