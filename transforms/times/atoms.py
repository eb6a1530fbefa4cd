"""The smallest parts of a time expression: 2025年, 去年, 上半年, 6月, 底, 周三, 下午, 8时30分, 三个月, 近日."""

from __future__ import annotations

from typing import NamedTuple


class Atom(NamedTuple):
    """text[start:end] is a part of a time expression; what `n` and `word` hold depends on its kind (see Kind)."""

    start: int
    end: int
    kind: str
    n: tuple[float, ...] = ()
    word: str = ""


# Where an atom of a kind may stand in an expression: each must be finer than the one before it.
ORDER = {
    "era": 0, "century": 0, "century_rel": 0, "decade": 1, "year": 2, "year_rel": 2, "year_ctx": 2, "plan": 2,
    "lunar": 3, "half": 3, "season": 3, "term": 3, "season_rel": 2, "quarter": 3, "quarters": 3, "quarter_rel": 3, "months": 3,
    "month": 4, "month_rel": 4, "month_ctx": 4, "feast": 4,
    "part": 5, "xun": 5, "nth_week": 5, "last": 5, "nth_weekday": 5, "week_rel": 5, "same": 5, "half_week": 5, "years_rel": 2,
    "day": 6, "lunar_day": 6, "day_rel": 6, "day_ctx": 6, "date": 6, "year_month": 4, "month_day": 6,
    "weekday": 7, "daypart": 8, "clock": 9,
}  # fmt: skip
