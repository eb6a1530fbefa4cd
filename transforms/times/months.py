"""Months of our calendar and of the lunar one, and their parts."""

from __future__ import annotations

from datetime import date, timedelta

from transforms.times import calendar as cal
from transforms.times.atoms import Atom
from transforms.times.edges import apply_edge
from transforms.times.state import Handlers, State, annual, far_ahead, need, this_year

_XUN = {1: (1, 10), 2: (11, 20), 3: (21, 31), 4: (1, 15), 5: (16, 31), 6: (11, 31), 7: (1, 20)}


def month(state: State, atom: Atom) -> None:
    """5月: of the year told before it; else of the issue's, or of the one before where that lies too far ahead."""
    number = int(atom.n[0])
    if state.lunar:
        state.lunar_month = number
        _lunar_month(state)
        return
    state.granularity = "month"
    implied = not state.dated
    near = state.context.near
    if implied and near and number >= near.month:
        state.put(cal.months_span(near.year, number), "month")
        return
    year = this_year(state)
    if year is None:
        return
    span = cal.months_span(year, number)
    if (
        implied
        and span
        and (_still_ahead(state, span[0]) or far_ahead(state, span[0]) or _told_of_last_year(state, span[0]))
    ):
        span = cal.months_span(year - 1, number)
    state.put(span, "month")


def _still_ahead(state: State, first: date) -> bool:
    """A month still to come of which the text says that it has ended: 截至11月底."""
    today = state.context.reference
    return state.context.over and today is not None and not state.context.spoken and first > today


def _told_of_last_year(state: State, first: date) -> bool:
    """A month still to come, in a text that has just told of the year before and plans nothing: 2019年，… 3月，…."""
    context = state.context
    today, last = context.reference, context.last
    if today is None or last is None or context.planned or context.spoken or first <= today:
        return False
    return last[1].year == today.year - 1


def _months_between(state: State, atom: Atom) -> None:
    """七八月."""
    month(state, atom)
    if state.lo:
        state.put(cal.months_span(state.lo.year, state.lo.month, 2), "month")


def _lunar(state: State, atom: Atom) -> None:
    state.lunar = True
    implied = not state.dated
    state.lunar_year = this_year(state)
    today = state.context.reference or state.context.today
    # 腊月 in a January paper is the one under way, which belongs to the lunar year before
    early = today is not None and today.month <= (1 if state.context.spoken else 6)
    if implied and atom.n and atom.n[0] >= 11 and state.lunar_year and early:
        state.lunar_year -= 1
    if atom.n:
        state.lunar_month, state.leap = int(atom.n[0]), len(atom.n) > 1
        _lunar_month(state)


def _lunar_month(state: State) -> None:
    state.granularity = "month"
    if state.lunar_year is None or state.lunar_month is None:
        state.lost = True
        return
    first = cal.lunar_day(state.lunar_year, state.lunar_month, 1, leap=state.leap)
    after = cal.lunar_day(state.lunar_year + state.lunar_month // 12, state.lunar_month % 12 + 1, 1)
    state.put((first, after - timedelta(days=1)) if first and after else None, "month")


def _month_rel(state: State, atom: Atom) -> None:
    """上月 counts from the issue; 去年本月 takes the month of the issue."""
    state.granularity = "month"
    if day := state.context.reference or need(state):
        year = state.lo.year if state.lo and state.dated else day.year
        state.put(cal.months_span(year, day.month + int(atom.n[0])), "month")


def _month_ctx(state: State, atom: Atom) -> None:
    state.granularity = "month"
    last = state.context.last
    base = last[0] if last else need(state)
    if base:
        state.put(cal.months_span(base.year, base.month + int(atom.n[0])), "month")


def _year_month(state: State, atom: Atom) -> None:
    state.put(cal.months_span(int(atom.n[0]), int(atom.n[1])), "month")


def _part(state: State, atom: Atom) -> None:
    """年底, 月初: of the year or month above, else of the issue's."""
    whole, third = atom.n
    day = state.lo if state.dated else need(state)
    if not state.dated and atom.word == "年末" and (year := annual(state)):
        day = date(year, 12, 31)
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


def _xun(state: State, atom: Atom) -> None:
    day = state.lo if state.dated else (state.context.last[0] if state.context.last else need(state))
    state.granularity = "day"
    if day and (month := cal.months_span(day.year, day.month)):
        first, last = _XUN[int(atom.n[0])]
        state.put((month[0].replace(day=first), min(month[1], month[0] + timedelta(days=last - 1))), "day")


APPLY: Handlers = {
    "month": month,
    "months_between": _months_between,
    "lunar": _lunar,
    "month_rel": _month_rel,
    "month_ctx": _month_ctx,
    "year_month": _year_month,
    "part": _part,
    "xun": _xun,
}
