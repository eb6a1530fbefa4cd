"""From the atoms of one expression to days of the calendar, against the issue date and what the text said before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from transforms.times import calendar as cal
from transforms.times.atoms import Atom
from transforms.times.lexicon import eras, feasts

FAR_AHEAD = 270  # a month and day this many days ahead of the issue is last year's


@dataclass(slots=True)
class Context:
    """What a time is told against: the issue date, the day of the dateline, and the last day the text has named."""

    reference: date | None
    now: datetime | None = None
    anchor: date | None = None
    last: cal.Interval | None = None
    near: date | None = None  # the last day named in the same sentence: 6月15日开幕，18日闭幕

    @property
    def today(self) -> date | None:
        return self.anchor or self.reference


@dataclass(slots=True)
class State:
    """What the atoms read so far have narrowed the time to."""

    context: Context
    lo: date | None = None
    hi: date | None = None
    granularity: str = "unknown"
    lunar: bool = False
    dated: bool = False  # some atom above has set lo and hi
    lost: bool = False  # no such day, or nothing to tell it against
    lunar_year: int | None = None
    lunar_month: int | None = None
    hours: tuple[int, int] | None = None
    begin: datetime | None = None
    finish: datetime | None = None
    clock: tuple[time, time] | None = None  # times of the day, also where no day is told
    told_year: bool = False  # 二〇〇四年八月十五 is of our calendar, 八月十五 of the lunar one

    def put(self, interval: cal.Interval | None, granularity: str) -> None:
        self.granularity, self.dated = granularity, True
        if interval is None or interval[0] > interval[1]:
            self.lost = True
        else:
            self.lo, self.hi = interval


def resolve(atoms: tuple[Atom, ...], context: Context) -> State:
    """The atoms applied in their order, each narrowing what the one before has left."""
    state = State(context)
    for atom in atoms:
        apply = _APPLY.get(atom.kind)
        if apply:
            apply(state, atom)
    if state.lost:
        state.lo = state.hi = state.begin = state.finish = None
    return state


def apply_edge(state: State, edge: str) -> None:
    """Narrows to the beginning, the middle or the end: a year to 2, 4, 2 months, a month to 5, 10, 5 days."""
    if state.lo is None or state.hi is None or not edge:
        return
    lo, hi = state.lo, state.hi
    if state.granularity == "month":
        days = {"begin": (1, 5), "mid": (11, 20), "end": (25, 31), "opening": (1, 5)}[edge]
        state.put((lo.replace(day=days[0]), min(hi, cal.add_days(lo, days[1] - 1) or hi)), "day")
    elif state.granularity == "year":
        months = {"begin": (1, 2), "mid": (6, 2), "end": (11, 2), "opening": (1, 1)}[edge]
        state.put(cal.months_span(lo.year, *months), "month")
    elif state.granularity == "quarter":
        shift = {"begin": 0, "opening": 0, "mid": 1, "end": 2}[edge]
        state.put(cal.months_span(lo.year, lo.month + shift), "month")
    else:
        years = hi.year - lo.year + 1
        part = max(1, years // (5 if years > 10 else 3))
        first = {"end": years - part, "mid": (years - part) // 2}.get(edge, 0)
        state.put((date(lo.year + first, 1, 1), date(lo.year + first + part - 1, 12, 31)), "year")


def _need(state: State) -> date | None:
    """The day a relative word counts from; without one the expression stays open."""
    day = state.context.today
    if day is None:
        state.lost = True
    return day


def _year(state: State, atom: Atom) -> None:
    state.told_year = True
    state.put(cal.year_span(int(atom.n[0])), "year")


def _year_rel(state: State, atom: Atom) -> None:
    state.granularity = "year"
    if day := state.context.reference or _need(state):
        state.put(cal.year_span(day.year + int(atom.n[0])), "year")


def _years_rel(state: State, atom: Atom) -> None:
    state.granularity = "year"
    if day := state.context.reference or _need(state):
        state.put((date(day.year + int(atom.n[0]), 1, 1), date(day.year + int(atom.n[1]), 12, 31)), "year")


def _year_ctx(state: State, atom: Atom) -> None:
    """当年, 次年: against the year the text named last."""
    state.granularity = "year"
    last = state.context.last
    # 全年 without a year before it is the year of the issue; 当年, 次年 then name none
    base = last[0] if last else _need(state) if atom.word == "全年" else None
    state.lost = state.lost or base is None
    if base:
        state.put(cal.year_span(base.year + int(atom.n[0])), "year")


def _century(state: State, atom: Atom) -> None:
    first = (int(atom.n[0]) - 1) * 100
    state.put((date(max(first, 1), 1, 1), date(first + 99, 12, 31)), "century")


def _century_rel(state: State, atom: Atom) -> None:
    state.granularity = "century"
    if day := state.context.reference or _need(state):
        _century(state, Atom(atom.start, atom.end, "century", ((day.year - 1) // 100 + 1 + atom.n[0],)))


def _decade(state: State, atom: Atom) -> None:
    n = int(atom.n[0])
    base = n if n >= 1000 else (state.lo.year // 100 * 100 if state.lo and state.granularity == "century" else 1900) + n
    if base == 1900 and n == 0:
        state.lost = True
    state.put((date(base, 1, 1), date(base + 9, 12, 31)), "decade")


def _this_year(state: State) -> int | None:
    if state.lo and state.dated:
        return state.lo.year
    day = state.context.reference or state.context.today
    if day is None:
        state.lost = True
        return None
    return day.year


def _term(state: State, atom: Atom) -> None:
    """暑假: whole months of the year named."""
    state.granularity = "month"
    if year := _this_year(state):
        state.put(cal.months_span(year, int(atom.n[0]), int(atom.n[1])), "month")


def _half(state: State, atom: Atom) -> None:
    state.granularity = "half"
    if year := _this_year(state):
        state.put(cal.months_span(year, 1 if atom.n[0] == 1 else 7, 6), "half")


def _season(state: State, atom: Atom) -> None:
    state.granularity = "season"
    if year := _this_year(state):
        state.put(cal.season_span(year, int(atom.n[0])), "season")


def _season_rel(state: State, atom: Atom) -> None:
    season, year = atom.n
    today = state.context.reference or state.context.today
    # 今冬 in a March paper is the winter that has just ended
    early = season == 3 and today is not None and today.month < 6
    _year_rel(state, Atom(atom.start, atom.end, "year_rel", (year - early,)))
    _season(state, atom)


def _quarter(state: State, atom: Atom) -> None:
    state.granularity = "quarter"
    implied = not state.dated
    if year := _this_year(state):
        span = cal.months_span(year, int(atom.n[0]) * 3 - 2, 3)
        today = state.context.reference or state.context.today
        if implied and span and today and (span[0] - today).days > FAR_AHEAD - 50:
            span = cal.months_span(year - 1, int(atom.n[0]) * 3 - 2, 3)
        state.put(span, "quarter")


def _quarters(state: State, atom: Atom) -> None:
    state.granularity = "quarter"
    if year := _this_year(state):
        state.put(cal.months_span(year, 1, int(atom.n[0]) * 3), "quarter")


def _quarter_rel(state: State, atom: Atom) -> None:
    state.granularity = "quarter"
    if day := state.context.reference or _need(state):
        state.put(cal.months_span(day.year, (day.month - 1) // 3 * 3 + 1 + 3 * int(atom.n[0]), 3), "quarter")


def _months(state: State, atom: Atom) -> None:
    state.granularity = "month"
    if year := _this_year(state):
        state.put(cal.months_span(year, 1, int(atom.n[0])), "month")


def _month(state: State, atom: Atom) -> None:
    month = int(atom.n[0])
    if state.lunar:
        state.lunar_month = month
        _lunar_month(state)
        return
    state.granularity = "month"
    implied = not state.dated
    near = state.context.near
    if implied and near and month >= near.month:
        state.put(cal.months_span(near.year, month), "month")
        return
    year = _this_year(state)
    if year is None:
        return
    span = cal.months_span(year, month)
    today = state.context.reference or state.context.today
    if implied and span and today and (span[0] - today).days > FAR_AHEAD:
        span = cal.months_span(year - 1, month)
    state.put(span, "month")


def _lunar(state: State, atom: Atom) -> None:
    state.lunar = True
    implied = not state.dated
    state.lunar_year = _this_year(state)
    today = state.context.reference or state.context.today
    # 腊月 in a January paper is the one under way, which belongs to the lunar year before
    if implied and atom.n and atom.n[0] >= 11 and state.lunar_year and today and today.month <= 6:
        state.lunar_year -= 1
    if atom.n:
        state.lunar_month = int(atom.n[0])
        _lunar_month(state)


def _lunar_month(state: State) -> None:
    state.granularity = "month"
    if state.lunar_year is None or state.lunar_month is None:
        state.lost = True
        return
    first = cal.lunar_day(state.lunar_year, state.lunar_month, 1)
    after = cal.lunar_day(state.lunar_year + state.lunar_month // 12, state.lunar_month % 12 + 1, 1)
    state.put((first, after - timedelta(days=1)) if first and after else None, "month")


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
    day = cal.lunar_day(year, month, int(atom.n[0])) if year and month else None
    state.put((day, day) if day else None, "day")


def _month_rel(state: State, atom: Atom) -> None:
    """上月 counts from the issue; 去年本月 takes the month of the issue."""
    state.granularity = "month"
    if day := state.context.reference or _need(state):
        year = state.lo.year if state.lo and state.dated else day.year
        state.put(cal.months_span(year, day.month + int(atom.n[0])), "month")


def _month_ctx(state: State, atom: Atom) -> None:
    state.granularity = "month"
    last = state.context.last
    base = last[0] if last else _need(state)
    if base:
        state.put(cal.months_span(base.year, base.month + int(atom.n[0])), "month")


def _part(state: State, atom: Atom) -> None:
    """年底, 月初: of the year or month above, else of the issue's."""
    whole, third = atom.n
    day = state.lo if state.dated else _need(state)
    state.granularity = "month" if whole == 12 else "day"
    if day is None:
        return
    if whole == 12 and state.granularity != "month":
        return
    state.put(
        cal.year_span(day.year) if whole == 12 else cal.months_span(day.year, day.month),
        "year" if whole == 12 else "month",
    )
    apply_edge(state, ("begin", "mid", "end")[int(third) - 1])


_XUN = {1: (1, 10), 2: (11, 20), 3: (21, 31), 4: (1, 15), 5: (16, 31)}


def _xun(state: State, atom: Atom) -> None:
    day = state.lo if state.dated else (state.context.last[0] if state.context.last else _need(state))
    state.granularity = "day"
    if day and (month := cal.months_span(day.year, day.month)):
        first, last = _XUN[int(atom.n[0])]
        state.put((month[0].replace(day=first), min(month[1], month[0] + timedelta(days=last - 1))), "day")


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
    state.put((day, day) if day else None, "day")


def bare_day(n: int, today: date) -> date | None:
    """10日 without a month: this month's, or late in the last one where the issue is early in its own."""
    day = cal.safe_date(today.year, today.month, n)
    if day is None or (day - today).days > 20:
        year, month = cal.shift_month(today.year, today.month, -1)
        return cal.safe_date(year, month, n)
    return day


def _date(state: State, atom: Atom) -> None:
    day = cal.safe_date(int(atom.n[0]), int(atom.n[1]), int(atom.n[2]))
    state.put((day, day) if day else None, "day")


def _year_month(state: State, atom: Atom) -> None:
    state.put(cal.months_span(int(atom.n[0]), int(atom.n[1])), "month")


def _month_day(state: State, atom: Atom) -> None:
    _month(state, atom)
    if not state.lost:
        _day(state, Atom(atom.start, atom.end, "day", atom.n[1:]))
    state.granularity = "day"


def _day_rel(state: State, atom: Atom) -> None:
    state.granularity = "day"
    if today := _need(state):
        day = cal.add_days(today, atom.n[0])
        state.put((day, day) if day else None, "day")
        if len(atom.n) > 1:
            state.hours = (int(atom.n[1]), int(atom.n[2]))
            _clock_hours(state)


def _day_ctx(state: State, atom: Atom) -> None:
    state.granularity = "day"
    last = state.context.last
    # 当天 may be the day of the news itself; 次日 needs a day before it
    base = last[1] if last and last[0] == last[1] else None if atom.n[0] else _need(state)
    state.lost = state.lost or base is None
    if base:
        day = cal.add_days(base, atom.n[0])
        state.put((day, day) if day else None, "day")
        if len(atom.n) > 1:
            state.hours = (int(atom.n[1]), int(atom.n[2]))
            _clock_hours(state)


def _week_rel(state: State, atom: Atom) -> None:
    state.granularity = "week"
    if today := _need(state):
        state.put(cal.week_span(today, int(atom.n[0])), "week")


def _half_week(state: State, atom: Atom) -> None:
    state.granularity = "day"
    if (today := _need(state)) and (week := cal.week_span(today)):
        middle = week[0] + timedelta(days=3)
        state.put((week[0], middle) if atom.n[0] == 1 else (middle, week[1]), "day")


def _weekday(state: State, atom: Atom) -> None:
    """周三 of the week named, else the nearest one in the week of the issue; beside a day it only repeats it."""
    if state.dated and state.granularity == "day":
        return
    n = int(atom.n[0])
    state.granularity = "day"
    today = _need(state)
    week = cal.week_span(today, int(atom.n[1]) if len(atom.n) > 1 else 0) if today else None
    if week is None:
        return
    first = week[0] + timedelta(days=min(n, 5) if n == 7 else n)
    state.put((first, week[1]) if n == 7 else (first, first), "day")


def _nth_week(state: State, atom: Atom) -> None:
    state.put(cal.nth_week(state.lo, int(atom.n[0])) if state.lo else None, "week")


def _nth_weekday(state: State, atom: Atom) -> None:
    day = cal.nth_weekday((state.lo, state.hi), int(atom.n[0]), int(atom.n[1])) if state.lo and state.hi else None
    state.put((day, day) if day else None, "day")


def _last(state: State, atom: Atom) -> None:
    """6月的最后一个星期一, 今年最后一天."""
    if state.lo is None or state.hi is None:
        return
    day = cal.nth_weekday((state.lo, state.hi), -1, int(atom.n[0])) if atom.n else state.hi
    state.put((day, day) if day else None, "day")


def _first_days(state: State, atom: Atom) -> None:
    if state.lo:
        state.put((state.lo, state.lo + timedelta(days=int(atom.n[0]) - 1)), "day")


def feast_day(name: str, year: int) -> date | None:
    """The day of a festival or solar term in a year."""
    row = feasts().get(name) or feasts()[f"“{name}”"]
    kind = row["calendar"]
    if kind == "term":
        return cal.solar_term(year, row["term"])
    if kind == "eve":
        return cal.new_years_eve(year)
    if kind == "lunar":
        return cal.lunar_day(year, int(row["month"]), int(row["day"]))
    if kind == "weekday":
        month = cal.months_span(year, int(row["month"]))
        return cal.nth_weekday(month, int(row["nth"]), int(row["weekday"])) if month else None
    return cal.safe_date(year, int(row["month"]), int(row["day"]))


def _feast(state: State, atom: Atom) -> None:
    state.granularity = "day"
    implied = not state.dated
    if year := _this_year(state):
        day = feast_day(atom.word, year)
        today = state.context.today
        # 春节 in a December paper is the next one, 国庆 in a January paper the last one
        if implied and today and day and abs(day - today).days > FAR_AHEAD:
            day = feast_day(atom.word, year + (1 if day < today else -1))
        state.put((day, day) if day else None, "day")


def apply_holiday(state: State, atom: Atom) -> None:
    """春节假期: the days off around the festival."""
    row = feasts().get(atom.word) or feasts()[f"“{atom.word}”"]
    if state.lo and row["holiday_to"]:
        lo = state.lo
        state.put((lo + timedelta(days=int(row["holiday_from"])), lo + timedelta(days=int(row["holiday_to"]))), "day")


def _era(state: State, atom: Atom) -> None:
    row = eras().get(atom.word) or eras()[atom.word.strip("“”")]
    lo = date.fromisoformat(row["start"])
    hi = date.fromisoformat(row["end"]) if row["end"] else (state.context.reference or date.max)
    state.put((lo, max(lo, hi)), "year" if row["follow"] == "plan" or (hi - lo).days > 366 else "day")


def _same(state: State, atom: Atom) -> None:
    """去年同期: the span the text named last, moved to that year."""
    last = state.context.last
    if state.lo is None or last is None:
        return
    shift = state.lo.year - last[0].year if state.told_year else -1
    lo, hi = cal.add_months(last[0], 12 * shift), cal.add_months(last[1], 12 * shift)
    if lo and hi:
        state.put((lo, hi), "month" if lo != hi else "day")


def _daypart(state: State, atom: Atom) -> None:
    _settle(state)
    state.hours = (int(atom.n[0]), int(atom.n[1]))
    _clock_hours(state)


def _settle(state: State) -> None:
    """A clock time without a day is of the day the text is at, or of that of the dateline; else its day is not told."""
    if not state.dated:
        last = state.context.last
        day = last[0] if last and last[0] == last[1] else state.context.anchor
        state.dated = True
        if day:
            state.put((day, day), "day")


def _clock_hours(state: State) -> None:
    state.granularity = "hour"
    if state.hours:
        _set_clock(state, state.hours[0] * 3600, state.hours[1] * 3600)


def _set_clock(state: State, begin: int, finish: int) -> None:
    """Seconds from midnight as times of the day named, or as bare clock times where none is."""
    state.clock = (time_of(begin), time_of(finish))
    if state.lo and not state.lost:
        midnight = datetime.combine(state.lo, time())
        state.begin, state.finish = midnight + timedelta(seconds=begin), midnight + timedelta(seconds=finish)


def time_of(seconds: int) -> time:
    minutes, second = divmod(seconds % 86400, 60)
    return time(minutes // 60, minutes % 60, second)


def _clock(state: State, atom: Atom) -> None:
    _settle(state)
    hour, minute, second = (int(x) for x in atom.n)
    if (
        state.hours
        and hour < 12
        and (state.hours[0] >= 12 or (state.hours[0] == 11 and hour < 6) or (state.hours == (0, 5) and hour > 6))
    ):
        hour += 12
    state.granularity = "second" if second else "minute" if minute else "hour"
    at = hour * 3600 + minute * 60 + second
    _set_clock(state, at, at)


_APPLY: dict[str, Callable[[State, Atom], None]] = {
    "year": _year, "year_rel": _year_rel, "years_rel": _years_rel, "year_ctx": _year_ctx, "century": _century, "decade": _decade,
    "half": _half, "season": _season, "quarter": _quarter, "quarters": _quarters, "quarter_rel": _quarter_rel, "months": _months,
    "month": _month, "lunar": _lunar, "lunar_day": _lunar_day, "month_rel": _month_rel, "month_ctx": _month_ctx, "part": _part,
    "xun": _xun, "day": _day, "date": _date, "year_month": _year_month, "month_day": _month_day, "day_rel": _day_rel,
    "day_ctx": _day_ctx, "week_rel": _week_rel, "half_week": _half_week, "weekday": _weekday, "nth_week": _nth_week,
    "nth_weekday": _nth_weekday, "term": _term, "last": _last, "season_rel": _season_rel, "century_rel": _century_rel, "span_first": _first_days, "feast": _feast, "plan": _era, "event": _era, "same": _same,
    "daypart": _daypart, "clock": _clock,
}  # fmt: skip
