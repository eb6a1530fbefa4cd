"""What must hold of `page`."""

from __future__ import annotations

from datetime import datetime

import polars as pl

from expectations.check import Check, Frames, Suite
from expectations.facts import complete, holds, is_complete, not_blank, unblank, unique

REQUIRED = ("page_id", "source_uri", "media_type", "raw_sha256", "n_chars", "text", "reader_version")
# Shenbao, the first newspaper of the modern kind in Chinese, came out on 30 April 1872.
FIRST_ISSUE = datetime(1872, 4, 30)
LAST_ISSUE = datetime(2100, 1, 1)


def facts(frames: Frames) -> pl.DataFrame:
    """The pages with what holds of each; `n_chars_astray` counts no blanks, the mean of a `has_…` is a share."""
    page = frames["page"]
    blocks = frames["block"].select("page_id", n=pl.col("text").map_elements(_size, pl.Int64))
    found = dict(blocks.group_by("page_id").agg(pl.col("n").sum()).iter_rows())
    with_article = frames["article"]["page_id"].implode()
    texts = page.select("page_id", "text").iter_rows()
    sized = [(_size(text or ""), found.get(page_id, 0)) for page_id, text in texts]
    return page.with_columns(
        complete(REQUIRED),
        is_counted=pl.col("n_chars") == pl.col("text").str.len_chars(),
        n_chars_astray=pl.Series([size - placed for size, placed in sized], dtype=pl.Int64),
        share_replaced=pl.col("text").str.count_matches("\ufffd") / pl.max_horizontal(pl.col("n_chars"), 1),
        has_blocks=pl.Series([float(not size or placed > 0) for size, placed in sized], dtype=pl.Float64),
        has_article=pl.col("page_id").is_in(with_article).cast(pl.Float64),
        has_date=pl.col("issue_date").is_not_null().cast(pl.Float64),
        date_has_source=pl.col("issue_date").is_null() | pl.col("issue_date_source").is_not_null(),
    )


def _size(text: str) -> int:
    return len(unblank(text))


def _mostly(name: str, column: str, least: float, reason: str, critical: bool = False) -> Check:
    kwargs = {"column": column, "min_value": least}
    severity = "critical" if critical else "warning"
    return Check(name, "expect_column_mean_to_be_between", kwargs, reason, severity, "table")  # type: ignore[arg-type]


def _matches(name: str, column: str, regex: str, reason: str) -> Check:
    return Check(name, "expect_column_values_to_match_regex", {"column": column, "regex": regex}, reason)


SUITE = Suite(
    "page",
    "page_id",
    facts,
    (
        is_complete(),
        unique("page_id"),
        not_blank("page_id"),
        _matches("raw_sha256_is_one", "raw_sha256", r"^[0-9a-f]{64}$", "raw_sha256 is no SHA-256 in hex"),
        _matches("source_uri_is_one", "source_uri", r"^[A-Za-z][A-Za-z0-9+.-]*:", "source_uri is no URI"),
        _matches("media_type_is_one", "media_type", r"^[\w.+-]+/[\w.+-]+$", "media_type is no media type"),
        holds("n_chars_counted", "is_counted", "n_chars is not the number of code points in text"),
        Check(
            "issue_date_sane",
            "expect_column_values_to_be_between",
            {"column": "issue_date", "min_value": FIRST_ISSUE, "max_value": LAST_ISSUE},
            "no newspaper was or will be out on this issue_date (1872 to 2100)",
        ),
        holds("issue_date_has_source", "date_has_source", "issue_date does not say where it came from", "warning"),
        Check(
            "characters_in_blocks",
            "expect_column_values_to_be_in_set",
            {"column": "n_chars_astray", "value_set": [0]},
            "characters of the page are in no block, or in two",
            "warning",
        ),
        Check(
            "characters_decoded",
            "expect_column_values_to_be_between",
            {"column": "share_replaced", "max_value": 0.01},
            "more than one character in a hundred could not be decoded",
            "warning",
        ),
        _mostly("most_pages_have_blocks", "has_blocks", 0.5, "most pages with text have no block", True),
        _mostly("most_pages_have_an_article", "has_article", 0.5, "on most pages no article was found"),
        _mostly("most_pages_have_a_date", "has_date", 0.5, "for most pages no issue date is known"),
    ),
)
