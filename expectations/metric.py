"""What must hold of `metric`."""

from __future__ import annotations

import polars as pl

from expectations.check import Check, Frames, Suite
from expectations.facts import (
    complete,
    holds,
    in_order,
    in_set,
    is_complete,
    known,
    not_blank,
    parent_known,
    share,
    span_checks,
    spans,
    unique,
)

REQUIRED = (
    "metric_id",
    "article_id",
    "in_body",
    "raw",
    "kind",
    "unit",
    "stated_value",
    "stated_unit",
    "comparator",
    "status",
    "rule",
    "confidence",
    "char_start",
    "char_end",
)
_OPEN_ABOVE = pl.col("comparator").is_in([">", ">="])
_OPEN_BELOW = pl.col("comparator").is_in(["<", "<="])


def _bounds_fit() -> pl.Expr:
    """An open comparator has one bound, the others two, and = has both alike."""
    low, high = pl.col("low"), pl.col("high")
    closed = low.is_not_null() & high.is_not_null()
    return (
        pl.when(_OPEN_ABOVE)
        .then(low.is_not_null() & high.is_null())
        .when(_OPEN_BELOW)
        .then(high.is_not_null() & low.is_null())
        .when(pl.col("comparator") == "=")
        .then(closed & (low == high))
        .otherwise(closed)
    )


def _unit_fits() -> pl.Expr:
    """Where the kind settles the unit, or its form, it is that one."""
    kind, unit = pl.col("kind"), pl.col("unit")
    fixed = {"percent": "%", "percent_point": "pp", "multiple": "x"}
    return (
        pl.when(kind == "money")
        .then(unit.str.contains(r"^[A-Z]{3}$"))
        .when(kind.is_in(list(fixed)))
        .then(unit == kind.replace(fixed))
        .otherwise(True)
    )


def _not_ahead(frame: pl.DataFrame, frames: Frames) -> pl.Series:
    """Whether what is said to be so holds for a time that had begun by the day of issue."""
    issued = frames["article"].select("article_id", "issue_date").unique("article_id")
    day = frame.select("article_id").join(issued, on="article_id", how="left", maintain_order="left")["issue_date"]
    ahead = (frame["status"] == "actual") & (frame["period_start"] > day)
    return ~ahead.fill_null(False)


def facts(frames: Frames) -> pl.DataFrame:
    bounds = pl.concat_list("low", "high").list.drop_nulls()
    return spans(frames["metric"], frames, "raw").with_columns(
        complete(REQUIRED),
        known("article_id", frames, "article"),
        known("sentence_id", frames, "sentence"),
        bounds_fit=_bounds_fit(),
        is_finite=bounds.list.eval(pl.element().is_finite()).list.all(),
        is_magnitude=(pl.col("kind") == "temperature") | (pl.col("low").fill_null(0) >= 0),
        unit_fits=_unit_fits(),
        place_fits=pl.col("in_body") == pl.col("sentence_id").is_not_null(),
        is_not_ahead=_not_ahead(frames["metric"], frames),
        moves_whole=pl.col("change").is_null() | pl.col("direction").is_not_null(),
    )


SUITE = Suite(
    "metric",
    "metric_id",
    facts,
    (
        is_complete(),
        unique("metric_id"),
        parent_known("article"),
        parent_known("sentence"),
        not_blank("raw"),
        not_blank("unit"),
        not_blank("kind"),
        in_set("comparator", ("=", ">", ">=", "<", "<=", "≈", "range")),
        in_set("status", ("actual", "expected", "target")),
        in_set("change", ("yoy", "mom", "other")),
        in_set("direction", ("up", "down")),
        share("confidence"),
        in_order("low", "high"),
        in_order("period_start", "period_end"),
        *span_checks("raw"),
        holds("bounds_fit_comparator", "bounds_fit", "low and high are not what the comparator says"),
        holds("bounds_finite", "is_finite", "a bound is no finite number"),
        holds("unit_fits_kind", "unit_fits", "the unit is none of this kind's"),
        holds("bounds_not_negative", "is_magnitude", "a bound below zero; a fall has direction down", "warning"),
        holds("sentence_fits_in_body", "place_fits", "in_body without a sentence, or the reverse", "warning"),
        holds("change_has_direction", "moves_whole", "it changed, but neither up nor down", "warning"),
        holds(
            "period_not_ahead",
            "is_not_ahead",
            "it is told as so and holds for a time after the day of issue; what is to come is expected or target",
            "warning",
        ),
        Check(
            "some_confidence",
            "expect_column_mean_to_be_between",
            {"column": "confidence", "min_value": 0.3},
            "the readings are unsure on the whole",
            "warning",
            "table",
        ),
    ),
)
