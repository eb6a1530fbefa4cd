"""What must hold of `quote`."""

from __future__ import annotations

import polars as pl

from expectations.check import Frames, Suite
from expectations.facts import complete, is_complete, known, not_blank, parent_known, span_checks, spans, unique

REQUIRED = ("quote_id", "article_id", "text", "char_start", "char_end")


def facts(frames: Frames) -> pl.DataFrame:
    """Its text is not held against its span: a quotation broken by 他说 leaves words out."""
    return spans(frames["quote"], frames).with_columns(complete(REQUIRED), known("article_id", frames, "article"))


SUITE = Suite(
    "quote",
    "quote_id",
    facts,
    (
        is_complete(),
        unique("quote_id"),
        parent_known("article"),
        not_blank("text"),
        not_blank("speaker"),
        *span_checks(),
    ),
)
