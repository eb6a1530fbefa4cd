"""What a run brings against the habit of each paper: volume, freshness, drift.

A paper's habit is what the warehouse holds of its last months. Without enough of it (seeds/habit_evidence.csv) nothing
is expected, so that a first run and a small folder pass. Bounds and severity are data: seeds/habits.csv.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import polars as pl

from expectations.check import Check, QualityRow, Severity
from expectations.suite import run_checks
from seeds import table

OUTLET, DAY = "outlet", "issue_date"
# Issues of a weekday that make its habit; issues whose pauses count; days after which a page is no news.
_WEEKS, _ISSUES, _STALE_DAYS = 8, 20, 7
_SHOWN = 5
ACCOUNTED_FOR = "pages_accounted_for"
_LOST = "pages that were handed to the readers are neither read, refused nor left out"


@cache
def checks() -> tuple[Check, ...]:
    """The checks of seeds/habits.csv, each of a figure that `facts` gives."""
    return tuple(_check(row) for row in table("habits"))


def _check(row: Mapping[str, str]) -> Check:
    bounds = {f"{side}_value": float(row[name]) for side, name in (("min", "least"), ("max", "most")) if row[name]}
    severity: Severity = "critical" if row["severity"] == "critical" else "warning"
    kwargs = {"column": row["figure"], **bounds}
    return Check(row["check"], "expect_column_values_to_be_between", kwargs, row["reason"], severity, "table")


def judge(arrived: pl.DataFrame, history: pl.DataFrame, today: date) -> list[QualityRow]:
    """Hold what a run brings against the habits of its papers.

    Args:
        arrived: a row per outlet and day of issue: pages, characters, articles, unmatched (articles without a
            headline), metrics, unknown (metrics with a unit that nobody knows).
        history: the same of what the warehouse holds beside it, with first_seen, the day a run first met it.
        today: the day of the run.
    """
    figures = facts(arrived, history, today)
    found = []
    for row, check in zip(table("habits"), checks(), strict=True):
        told = figures.filter(pl.col(row["figure"]).is_not_null())
        (outcome,) = run_checks(row["table"], told, (check,))
        words = [_words(told.row(number, named=True), row["figure"]) for number in outcome.failed]
        more = f"; and {len(words) - _SHOWN:,} more" if len(words) > _SHOWN else ""
        shown = "; ".join(words[:_SHOWN]) + more if words else None
        found.append(replace(outcome.quality, observed=shown, unexpected_count=len(words)))
    return found


def accounted_for(handed: int, read: int, refused: int, left_out: int) -> QualityRow:
    """Whether every page that was handed to the readers was read, refused or left out."""
    check = Check(
        ACCOUNTED_FOR,
        "expect_column_pair_values_to_be_equal",
        {"column_A": "handed", "column_B": "told"},
        _LOST,
        "critical",
        "table",
    )
    told = read + refused + left_out
    frame = pl.DataFrame({"handed": [handed], "told": [told]})
    (outcome,) = run_checks("run", frame if handed or told else frame.clear(), (check,))
    return replace(
        outcome.quality, observed=f"{handed:,} handed, {told:,} told of", unexpected_count=abs(handed - told)
    )


def _words(row: Mapping[str, object], figure: str) -> str:
    when = f" {row[DAY]}" if row[DAY] else ""
    return f"{row[OUTLET] or 'unknown paper'}{when}: {figure} {row[figure]:.3g}"


def facts(arrived: pl.DataFrame, history: pl.DataFrame, today: date) -> pl.DataFrame:
    """A row per outlet, or outlet and day, that a figure can be told of; the other figures are null."""
    parts = [_volume(arrived, history), _freshness(arrived, history, today), _drift(arrived, history)]
    return pl.concat(parts, how="diagonal_relaxed")


def _volume(arrived: pl.DataFrame, history: pl.DataFrame) -> pl.DataFrame:
    """Pages of the latest issues over the median of the issues on that weekday before; pages come in over the day."""
    here = arrived.select(OUTLET, DAY, "pages").join(
        history.select(OUTLET, DAY, had="pages"), on=[OUTLET, DAY], how="left", nulls_equal=True
    )
    last = history.group_by(OUTLET).agg(last=pl.col(DAY).max())
    here = here.join(last, on=OUTLET, nulls_equal=True).filter(pl.col(DAY) >= pl.col("last"))
    before = history.select(OUTLET, then=DAY, usual="pages")
    weeks = pl.duration(weeks=_WEEKS)
    pairs = here.join(before, on=OUTLET, nulls_equal=True).filter(
        (pl.col("then") < pl.col(DAY))
        & (pl.col("then") >= pl.col(DAY) - weeks)
        & (pl.col("then").dt.weekday() == pl.col(DAY).dt.weekday())
    )
    habit = pairs.group_by(OUTLET, DAY).agg(
        pages=pl.col("pages").first() + pl.col("had").first().fill_null(0),
        usual=pl.col("usual").median(),
        issues=pl.len(),
    )
    enough = habit.filter(pl.col("issues") >= _evidence("share_of_weekday").days)
    return enough.select(OUTLET, DAY, share_of_weekday=pl.col("pages") / pl.col("usual")).sort(OUTLET, DAY)


def _freshness(arrived: pl.DataFrame, history: pl.DataFrame, today: date) -> pl.DataFrame:
    """Days of silence over the longest pause of late, of papers that come in within days of issue and are silent."""
    now = arrived.select(OUTLET, DAY, first_seen=pl.lit(today))
    issues = pl.concat([history.select(OUTLET, DAY, "first_seen"), now]).unique([OUTLET, DAY], keep="first")
    late = (pl.col("first_seen") - pl.col(DAY)).dt.total_days().median()
    pauses = pl.col(DAY).diff().dt.total_days().max()
    of_outlet = (
        issues.filter(pl.col(DAY) <= today)
        .sort(DAY)
        .group_by(OUTLET, maintain_order=True)
        .tail(_ISSUES)
        .group_by(OUTLET, maintain_order=True)
        .agg(late=late, pause=pauses, last=pl.col(DAY).max(), issues=pl.len())
    )
    silent = (pl.lit(today) - pl.col("last")).dt.total_days()
    return (
        of_outlet.filter((pl.col("issues") >= _evidence("days_over_gap").days) & (pl.col("late").abs() <= _STALE_DAYS))
        .select(OUTLET, days_over_gap=(silent - pl.col("pause")).cast(pl.Float64))
        .filter(pl.col("days_over_gap") > 0)
        .sort(OUTLET)
    )


def _drift(arrived: pl.DataFrame, history: pl.DataFrame) -> pl.DataFrame:
    """How the shares of a paper's new pages differ from those before."""
    sums = ("characters", "articles", "unmatched", "metrics", "unknown")
    now = arrived.group_by(OUTLET).agg(pl.col(name).sum() for name in sums)
    before = history.group_by(OUTLET).agg(*(pl.col(name).sum().alias(f"had_{name}") for name in sums), days=pl.len())
    both = now.join(before, on=OUTLET, nulls_equal=True)
    figures = {
        "unmatched_rise": _ratio("unmatched", "articles") - _ratio("had_unmatched", "had_articles"),
        "metrics_ratio": _ratio("metrics", "characters") * _ratio("had_characters", "had_metrics"),
        "unknown_rise": _ratio("unknown", "metrics") - _ratio("had_unknown", "had_metrics"),
    }
    told = [pl.when(_is_enough(name)).then(figure).alias(name) for name, figure in figures.items()]
    return both.select(OUTLET, *told).sort(OUTLET)


def _ratio(part: str, whole: str) -> pl.Expr:
    return pl.when(pl.col(whole) > 0).then(pl.col(part) / pl.col(whole))


def _is_enough(figure: str) -> pl.Expr:
    needed = _evidence(figure)
    return (
        (pl.col(needed.counts) >= needed.now)
        & (pl.col(f"had_{needed.counts}") >= needed.before)
        & (pl.col("days") >= needed.days)
    )


@dataclass(frozen=True, slots=True)
class _Evidence:
    """How much of what there must be in a run, in the habit, and on how many days of it."""

    counts: str
    now: int
    before: int
    days: int


@cache
def _evidence(figure: str) -> _Evidence:
    row = next(row for row in table("habit_evidence") if row["figure"] == figure)
    return _Evidence(row["counts"], int(row["now"]), int(row["before"]), int(row["days"]))
