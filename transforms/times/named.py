"""Times with a name: festivals and their holidays, plans and great events; and 同期, the same span a year before."""

from __future__ import annotations

from datetime import date, timedelta

from transforms.times import calendar as cal
from transforms.times.atoms import Atom
from transforms.times.lexicon import eras, feasts
from transforms.times.state import FAR_AHEAD, Handlers, State, this_year

_EVES = frozenset(("除夕", "大年三十", "年三十", "除夕夜"))  # they close the lunar year under way


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
    if year := this_year(state):
        day = feast_day(atom.word, year)
        today = state.context.today
        # 春节 in a December paper is the next one, 国庆 in a January paper the last one
        context = state.context
        if len(atom.n) > 1 and today and day:  # 下个元旦, 上个国庆节
            over = (today - day).days * atom.n[1]
            day = feast_day(atom.word, year + int(atom.n[1])) if over >= 0 else day
        elif implied and context.spoken and today and day and day < today and atom.word in _EVES:
            day = feast_day(atom.word, year + 1)
        elif implied and not context.spoken and today and day and abs(day - today).days > FAR_AHEAD:
            day = feast_day(atom.word, year + (1 if day < today else -1))
        state.put((day, day) if day else None, "day")


def apply_holiday(state: State, atom: Atom, day: int) -> None:
    """春节假期: the days off around the festival, or one of them (春节假期第三天)."""
    row = feasts().get(atom.word) or feasts()[f"“{atom.word}”"]
    if state.lo and row["holiday_to"]:
        lo = state.lo
        first, last = lo + timedelta(days=int(row["holiday_from"])), lo + timedelta(days=int(row["holiday_to"]))
        told = last if day < 0 else first + timedelta(days=day - 1)
        state.put((told, told) if day and told <= last else (first, last), "day")


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


def _reported(state: State, atom: Atom) -> None:
    """报告期内: what the report named last tells of."""
    told = state.context.reported
    state.granularity = "unknown"
    if told:
        days = (told[1] - told[0]).days
        state.put(told, "year" if days > 300 else "half" if days > 150 else "quarter" if days > 80 else "month")


APPLY: Handlers = {
    "report_ctx": _reported,
    "feast": _feast,
    "plan": _era,
    "event": _era,
    "same": _same,
}
