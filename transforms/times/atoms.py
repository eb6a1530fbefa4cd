"""The smallest parts of a time expression: 2025年, 去年, 上半年, 6月, 底, 周三, 下午, 8时30分, 三个月, 近日."""

from __future__ import annotations

from typing import NamedTuple


class Atom(NamedTuple):
    """text[start:end] is a part of a time expression; what `n` and `word` hold depends on its kind."""

    start: int
    end: int
    kind: str
    n: tuple[float, ...] = ()
    word: str = ""


_LEVELS = (
    "century century_rel",
    "decade decades_between",
    "year years bc year_cycle year_rel year_ctx years_rel season_rel plan",
    "lunar half half_rel season term quarter quarters quarters_between quarter_rel months last_months",
    "month months_between month_rel month_ctx year_month feast",
    "part xun nth_week nth_weekday last week_rel half_week same",
    "day nth_day lunar_day day_rel days_rel day_ctx date month_day",
    "weekday",
    "daypart",
    "clock",
)
# Where an atom of a kind may stand in an expression: each must be finer than the one before it.
ORDER = {kind: level for level, kinds in enumerate(_LEVELS) for kind in kinds.split()}
