"""What must hold of `sentence`."""

from __future__ import annotations

import polars as pl

from expectations.check import Check, Frames, Suite
from expectations.facts import (
    at_least,
    complete,
    holds,
    is_complete,
    known,
    not_blank,
    parent_known,
    span_checks,
    spans,
    unique,
)

REQUIRED = ("sentence_id", "article_id", "paragraph", "seq", "text", "char_start", "char_end")


def facts(frames: Frames) -> pl.DataFrame:
    sizes = frames["article"].select("article_id", "n_paragraphs").unique("article_id")
    frame = frames["sentence"].join(sizes, on="article_id", how="left", maintain_order="left")
    return spans(frame, frames, "text").with_columns(
        complete(REQUIRED),
        known("article_id", frames, "article"),
        paragraph_is_there=pl.col("n_paragraphs").is_null() | (pl.col("paragraph") <= pl.col("n_paragraphs")),
    )


SUITE = Suite(
    "sentence",
    "sentence_id",
    facts,
    (
        is_complete(),
        unique("sentence_id"),
        parent_known("article"),
        at_least("paragraph", 1),
        at_least("seq", 1),
        not_blank("text"),
        *span_checks("text"),
        holds("paragraph_there", "paragraph_is_there", "its article has fewer paragraphs", "warning"),
        Check(
            "seq_unique_in_article",
            "expect_compound_columns_to_be_unique",
            {"column_list": ["article_id", "seq"]},
            "two sentences of the article have this seq",
            "warning",
        ),
    ),
)
