"""What must hold of `block`."""

from __future__ import annotations

import polars as pl

from expectations.check import Frames, Suite
from expectations.facts import (
    at_least,
    complete,
    holds,
    in_set,
    is_complete,
    known,
    not_blank,
    parent_known,
    span_checks,
    spans,
    unique,
)

REQUIRED = ("block_id", "page_id", "seq", "role", "text", "char_start", "char_end")
ROLES = ("headline", "kicker", "deck", "byline", "subheading", "paragraph", "caption", "noise")


def facts(frames: Frames) -> pl.DataFrame:
    is_noise = pl.col("role") == "noise"
    before = pl.col("char_end").sort_by("char_start").shift(1).over("page_id", order_by="char_start")
    return spans(frames["block"], frames, "text").with_columns(
        complete(REQUIRED),
        known("page_id", frames, "page"),
        known("article_id", frames, "article"),
        box_has_corners=pl.col("box").is_null() | (pl.col("box").list.len() == 4),
        noise_has_reason=~is_noise | pl.col("reason").is_not_null(),
        owner_fits_role=is_noise == pl.col("article_id").is_null(),
        stands_alone=before.is_null() | (before <= pl.col("char_start")),
    )


SUITE = Suite(
    "block",
    "block_id",
    facts,
    (
        is_complete(),
        unique("block_id"),
        parent_known("page"),
        parent_known("article"),
        in_set("role", ROLES),
        at_least("seq", 1),
        at_least("paragraph", 1),
        not_blank("text"),
        *span_checks("text"),
        holds("box_has_corners", "box_has_corners", "box is not x0, y0, x1, y1"),
        holds("blocks_apart", "stands_alone", "it shares characters with the block before it", "warning"),
        holds("noise_has_reason", "noise_has_reason", "noise does not say why it belongs to no article", "warning"),
        holds("owner_fits_role", "owner_fits_role", "noise has an article, or another block has none", "warning"),
    ),
)
