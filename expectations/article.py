"""What must hold of `article`."""

from __future__ import annotations

import polars as pl

from expectations.check import Check, Frames, Suite
from expectations.facts import at_least, complete, holds, is_complete, known, not_blank, parent_known, share, unique
from expectations.page import FIRST_ISSUE, LAST_ISSUE

REQUIRED = (
    "article_id",
    "page_id",
    "seq",
    "headline_lines",
    "reporters",
    "correspondents",
    "subheadings",
    "captions",
    "body",
    "n_paragraphs",
)


def facts(frames: Frames) -> pl.DataFrame:
    """The articles with what holds of each; `event_is_near` within 400 days of the issue."""
    lines = pl.when(pl.col("body") == "").then(0).otherwise(pl.col("body").str.count_matches("\n", literal=True) + 1)
    writers = pl.concat_list("reporters", "correspondents")
    days_late = (pl.col("event_date") - pl.col("issue_date")).dt.total_days()
    return frames["article"].with_columns(
        complete(REQUIRED),
        known("page_id", frames, "page"),
        paragraphs_counted=lines == pl.col("n_paragraphs"),
        headline_is_listed=pl.col("headline").is_null() | pl.col("headline_lines").list.contains(pl.col("headline")),
        headline_has_score=pl.col("headline").is_null() == pl.col("headline_score").is_null(),
        writers_unpadded=~writers.list.eval(pl.element().str.contains(r"^\s|\s$|^$")).list.any(),
        has_words=(pl.col("body") != "") | (pl.col("headline_lines").list.len() > 0),
        event_is_near=days_late.is_null() | days_late.is_between(-400, 400),
    )


SUITE = Suite(
    "article",
    "article_id",
    facts,
    (
        is_complete(),
        unique("article_id"),
        parent_known("page"),
        at_least("seq", 1),
        at_least("n_paragraphs", 0),
        share("headline_score"),
        not_blank("headline"),
        Check(
            "issue_date_sane",
            "expect_column_values_to_be_between",
            {"column": "issue_date", "min_value": FIRST_ISSUE, "max_value": LAST_ISSUE},
            "no newspaper was or will be out on this issue_date (1872 to 2100)",
        ),
        holds("has_words", "has_words", "it has neither a headline nor a body", "warning"),
        holds("paragraphs_counted", "paragraphs_counted", "n_paragraphs is not the number of lines in body", "warning"),
        holds("headline_listed", "headline_is_listed", "headline is not one of headline_lines", "warning"),
        holds("headline_scored", "headline_has_score", "a headline without a score, or a score without one", "warning"),
        holds("writers_unpadded", "writers_unpadded", "a writer's name is empty or has blanks around it", "warning"),
        holds("event_near_issue", "event_is_near", "event_date is more than 400 days from issue_date", "warning"),
    ),
)
