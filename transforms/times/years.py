"""Centuries, decades, years, and the halves, quarters and seasons of a year."""

from __future__ import annotations

from datetime import date, timedelta

from transforms.times import calendar as cal
from transforms.times.atoms import Atom
from transforms.times.state import FAR_AHEAD, Handlers, State, annual, far_ahead, need, this_year

_YEAR_BEFORE = ("上年", "上年度")


def _century(state: State, atom: Atom) -> None:
    first = (int(atom.n[0]) - 1) * 100
    state.put((date(max(first, 1), 1, 1), date(first + 99, 12, 31)), "century")


def _century_rel(state: State, atom: Atom) -> None:
    state.granularity = "century"
    if day := state.context.reference or need(state):
        _century(state, Atom(atom.start, atom.end, "century", ((day.year - 1) // 100 + 1 + atom.n[0],)))


def _decade(state: State, atom: Atom) -> None:
    n = int(atom.n[0])
    base = n if n >= 1000 else (state.lo.year // 100 * 100 if state.lo and state.granularity == "century" else 1900) + n
    if base == 1900 and n == 0:
        state.lost = True
    state.put((date(base, 1, 1), date(base + 9, 12, 31)), "decade")


def _decades_between(state: State, atom: Atom) -> None:
    _decade(state, atom)
    if state.lo:
        state.put((state.lo, date(state.lo.year + 19, 12, 31)), "decade")


def _bc(state: State, atom: Atom) -> None:
    """公元前221年 lies before the first day that a date can name."""
    state.granularity, state.dated, state.lost = "year", True, True


def _year(state: State, atom: Atom) -> None:
    state.told_year = True
    state.put(cal.year_span(int(atom.n[0])), "year")


def _year_cycle(state: State, atom: Atom) -> None:
    """甲辰年: the lunar year of that name nearest to the issue; 1984 began the cycle under way."""
    state.granularity = "year"
    if day := state.context.reference or need(state):
        year = day.year + (int(atom.n[0]) - (day.year - 1984) + 30) % 60 - 30
        first, after = cal.lunar_day(year, 1, 1), cal.lunar_day(year + 1, 1, 1)
        state.put((first, after - timedelta(days=1)) if first and after else None, "year")
        state.lunar, state.lunar_year = True, year


def year_rel(state: State, atom: Atom) -> None:
    """去年, 今年: counted from the year of the issue; 上年 in a report on a year is the one before that."""
    state.granularity = "year"
    told = annual(state) if atom.word in _YEAR_BEFORE else None
    if told:
        state.put(cal.year_span(told - 1), "year")
    elif day := state.context.reference or need(state):
        state.put(cal.year_span(day.year + int(atom.n[0])), "year")


def _years(state: State, atom: Atom) -> None:
    """2019-2020赛季."""
    state.told_year = True
    state.put((date(int(atom.n[0]), 1, 1), date(int(atom.n[1]), 12, 31)), "year")


def _years_rel(state: State, atom: Atom) -> None:
    state.granularity = "year"
    if day := state.context.reference or need(state):
        state.put((date(day.year + int(atom.n[0]), 1, 1), date(day.year + int(atom.n[1]), 12, 31)), "year")


def _year_ctx(state: State, atom: Atom) -> None:
    """当年, 次年: against the year the text named last."""
    state.granularity = "year"
    last, today = state.context.last, state.context.today
    if atom.word == "全年" and state.context.planned and last and today and last[0].year < today.year:
        last = None  # no plan is for a year that is over
    if atom.word == "全年" and not state.dated and (year := annual(state)):
        state.put(cal.year_span(year), "year")
        return
    # 全年 without a year before it is the year of the issue; 当年, 次年 then name none
    base = last[0] if last else need(state) if atom.word == "全年" else None
    if base and atom.word == "当年" and _is_long_ago(state, base):
        base = None
    state.lost = state.lost or base is None
    if base:
        state.put(cal.year_span(base.year + int(atom.n[0])), "year")


def _is_long_ago(state: State, base: date) -> bool:
    """True for 当年 after a time of the year of the issue, which it does not mean: in those days."""
    today = state.context.reference
    return today is not None and not state.context.spoken and base.year == today.year


def _term(state: State, atom: Atom) -> None:
    """暑假: whole months of the year named."""
    state.granularity = "month"
    if year := this_year(state):
        state.put(cal.months_span(year, int(atom.n[0]), int(atom.n[1])), "month")


def _half(state: State, atom: Atom) -> None:
    state.granularity = "half"
    if year := this_year(state):
        state.put(cal.months_span(year, 1 if atom.n[0] == 1 else 7, 6), "half")


def _half_rel(state: State, atom: Atom) -> None:
    state.granularity = "half"
    if day := state.context.reference or need(state):
        state.put(cal.months_span(day.year, (1 if day.month < 7 else 7) + 6 * int(atom.n[0]), 6), "half")


def _season(state: State, atom: Atom) -> None:
    state.granularity = "season"
    if year := this_year(state):
        state.put(cal.season_span(year, int(atom.n[0])), "season")


def _season_rel(state: State, atom: Atom) -> None:
    season, year = atom.n
    today = state.context.reference or state.context.today
    # 今冬 in a March paper is the winter that has just ended
    early = season == 3 and today is not None and today.month < 6
    year_rel(state, Atom(atom.start, atom.end, "year_rel", (year - early,)))
    _season(state, atom)


def _quarter(state: State, atom: Atom) -> None:
    state.granularity = "quarter"
    implied = not state.dated
    if year := this_year(state):
        span = cal.months_span(year, int(atom.n[0]) * 3 - 2, 3)
        if implied and span and far_ahead(state, span[0], FAR_AHEAD - 20):
            span = cal.months_span(year - 1, int(atom.n[0]) * 3 - 2, 3)
        state.put(span, "quarter")


def _quarters_between(state: State, atom: Atom) -> None:
    _quarter(state, atom)
    if state.lo:
        state.put(cal.months_span(state.lo.year, state.lo.month, 6), "quarter")


def _quarters(state: State, atom: Atom) -> None:
    _first_months(state, int(atom.n[0]) * 3, "quarter")


def _quarter_rel(state: State, atom: Atom) -> None:
    state.granularity = "quarter"
    if day := state.context.reference or need(state):
        state.put(cal.months_span(day.year, (day.month - 1) // 3 * 3 + 1 + 3 * int(atom.n[0]), 3), "quarter")


def _months(state: State, atom: Atom) -> None:
    _first_months(state, int(atom.n[0]), "month")


def _first_months(state: State, n: int, granularity: str) -> None:
    """前十一个月 and 前三季度 are over when a paper tells of them: in January they are those of the year before."""
    state.granularity = granularity
    implied = not state.dated
    if year := this_year(state):
        span = cal.months_span(year, 1, n)
        if implied and span and far_ahead(state, span[1], FAR_AHEAD - 40):
            span = cal.months_span(year - 1, 1, n)
        state.put(span, granularity)


def _last_months(state: State, atom: Atom) -> None:
    """今年后两个月."""
    state.granularity = "month"
    if year := this_year(state):
        n = int(atom.n[0])
        state.put(cal.months_span(year, 13 - n, n), "month")


APPLY: Handlers = {
    "century": _century,
    "century_rel": _century_rel,
    "decade": _decade,
    "decades_between": _decades_between,
    "bc": _bc,
    "year": _year,
    "year_cycle": _year_cycle,
    "year_rel": year_rel,
    "years": _years,
    "years_rel": _years_rel,
    "year_ctx": _year_ctx,
    "term": _term,
    "half": _half,
    "half_rel": _half_rel,
    "season": _season,
    "season_rel": _season_rel,
    "quarter": _quarter,
    "quarters": _quarters,
    "quarters_between": _quarters_between,
    "quarter_rel": _quarter_rel,
    "months": _months,
    "last_months": _last_months,
}
