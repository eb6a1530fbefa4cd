"""The beginning, middle and end of a longer time: 月初, 6月中旬, 年底, 世纪末."""

from __future__ import annotations

from datetime import date

from transforms.times import calendar as cal
from transforms.times.state import State


def apply_edge(state: State, edge: str) -> None:
    """Narrows to the beginning, the middle or the end: a year to 2, 4, 2 months, a month to 5, 10, 5 days."""
    if state.lo is None or state.hi is None or not edge:
        return
    lo, hi = state.lo, state.hi
    if state.granularity == "month":
        days = {"begin": (1, 5), "mid": (11, 20), "end": (25, 31), "opening": (1, 5)}[edge]
        state.put((lo.replace(day=days[0]), min(hi, cal.add_days(lo, days[1] - 1) or hi)), "day")
    elif state.granularity == "year" and lo.year == hi.year:
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
