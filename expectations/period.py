"""What must hold of `period`."""

from __future__ import annotations

import polars as pl

from expectations.check import Frames, Suite
from expectations.facts import (
    complete,
    holds,
    in_order,
    in_set,
    is_complete,
    known,
    not_blank,
    parent_known,
    span_checks,
    spans,
)

REQUIRED = ("article_id", "raw", "granularity", "char_start", "char_end")
# Lengths, repeated days (每周一) and anniversaries stand on no calendar; a time of day may stand alone.
_NO_DAY = ("duration", "set", "anniversary", "unknown")
_TIMES = ("second", "minute", "hour", "part")
GRANULARITIES = (
    *_TIMES,
    *("day", "week", "month", "quarter", "half", "season"),
    *("year", "decade", "century", "span", "present", *_NO_DAY),
)


def facts(frames: Frames) -> pl.DataFrame:
    return spans(frames["period"], frames, "raw").with_columns(
        complete(REQUIRED),
        known("article_id", frames, "article"),
        is_resolved=pl.col("granularity").is_in(_NO_DAY + _TIMES)
        | pl.col("start_date").is_not_null()
        | pl.col("end_date").is_not_null(),
    )


SUITE = Suite(
    "period",
    "raw",
    facts,
    (
        is_complete(),
        parent_known("article"),
        not_blank("raw"),
        in_set("granularity", GRANULARITIES, "warning"),
        in_order("start_date", "end_date"),
        *span_checks("raw"),
        holds("resolved", "is_resolved", "it has a granularity and no day", "warning"),
    ),
)
