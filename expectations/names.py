"""What must hold of `person`, `organization`, `place` and `document`: things named in an article."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from expectations.check import Check, Frames, Suite
from expectations.facts import at_least, complete, holds, is_complete, known, not_blank, parent_known

REQUIRED = {
    "person": ("article_id", "name", "n_mentions"),
    "organization": ("article_id", "name", "n_mentions"),
    "place": ("article_id", "name", "n_mentions"),
    "document": ("article_id", "title"),
}


def _facts(table: str) -> Callable[[Frames], pl.DataFrame]:
    def facts(frames: Frames) -> pl.DataFrame:
        name = pl.col("title" if table == "document" else "name")
        return frames[table].with_columns(
            complete(REQUIRED[table]),
            known("article_id", frames, "article"),
            is_unpadded=~name.str.contains(r"^\s|\s$"),
            is_unmarked=~name.str.contains(r"^《|》$"),
        )

    return facts


def _common(name: str) -> tuple[Check, ...]:
    return (
        is_complete(),
        parent_known("article"),
        not_blank(name),
        holds(f"{name}_unpadded", "is_unpadded", f"{name} has blanks around it"),
    )


def _once(*columns: str) -> Check:
    return Check(
        "named_once",
        "expect_compound_columns_to_be_unique",
        {"column_list": list(columns)},
        "the article has two rows of this name",
        "warning",
    )


_CODE = Check(
    "division_code_is_one",
    "expect_column_values_to_match_regex",
    {"column": "division_code", "regex": r"^[1-9]\d{5}$"},
    "division_code is no code of GB/T 2260: six digits",
)

PERSON = Suite("person", "name", _facts("person"), (*_common("name"), at_least("n_mentions", 1)))
ORGANIZATION = Suite(
    "organization",
    "name",
    _facts("organization"),
    (*_common("name"), at_least("n_mentions", 1), _once("article_id", "name")),
)
PLACE = Suite(
    "place",
    "name",
    _facts("place"),
    (*_common("name"), at_least("n_mentions", 1), _CODE, _once("article_id", "name")),
)
DOCUMENT = Suite(
    "document",
    "title",
    _facts("document"),
    (*_common("title"), holds("title_unmarked", "is_unmarked", "title still has its 《》", "warning")),
)
