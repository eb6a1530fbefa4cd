"""Columns that say of a row what takes more than the row to know; Great Expectations then expects them to be true."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from expectations.check import Check, Frames, Severity


def unblank(text: str) -> str:
    """Text without its blanks, as str.isspace() has them."""
    return "".join(text.split())


def holds(name: str, column: str, reason: str, severity: Severity = "critical") -> Check:
    """A check that a column of facts is true; null is taken as true."""
    return Check(name, "expect_column_values_to_be_in_set", {"column": column, "value_set": [True]}, reason, severity)


def complete(required: Iterable[str]) -> pl.Expr:
    """True where every column that the table declares NOT NULL has a value."""
    return pl.all_horizontal(pl.col(name).is_not_null() for name in required).alias("is_complete")


def is_complete() -> Check:
    """A check that no column that must have a value lacks one; `complete` gives the fact."""
    return holds("complete", "is_complete", "a column that must have a value has none")


def not_blank(column: str, severity: Severity = "critical") -> Check:
    """A check that a text is more than blanks, where there is one."""
    return Check(
        f"{column}_not_blank",
        "expect_column_values_to_match_regex",
        {"column": column, "regex": r"\S"},
        f"{column} is there and has nothing in it",
        severity,
    )


def in_set(column: str, values: Iterable[str], severity: Severity = "critical") -> Check:
    """A check that a column is one of `values`, where it has a value."""
    return Check(
        f"{column}_known",
        "expect_column_values_to_be_in_set",
        {"column": column, "value_set": list(values)},
        f"{column} is none of the words that it can be",
        severity,
    )


def at_least(column: str, least: int, severity: Severity = "critical") -> Check:
    """A check that a number is `least` or more, where there is one."""
    return Check(
        f"{column}_at_least_{least}",
        "expect_column_values_to_be_between",
        {"column": column, "min_value": least},
        f"{column} is below {least}",
        severity,
    )


def share(column: str) -> Check:
    """A check that a score lies from 0 to 1."""
    return Check(
        f"{column}_is_share",
        "expect_column_values_to_be_between",
        {"column": column, "min_value": 0, "max_value": 1},
        f"{column} is not from 0 to 1",
    )


def unique(column: str) -> Check:
    """A check that no two rows have the same value."""
    return Check(
        f"{column}_unique",
        "expect_column_values_to_be_unique",
        {"column": column},
        f"more than one row has this {column}",
    )


def in_order(low: str, high: str) -> Check:
    """A check that `low` is not above `high`, where both have a value."""
    return Check(
        f"{low}_up_to_{high}",
        "expect_column_pair_values_a_to_be_greater_than_b",
        {"column_A": high, "column_B": low, "or_equal": True, "ignore_row_if": "either_value_is_missing"},
        f"{low} is above {high}",
    )


def known(column: str, frames: Frames, parent: str, name: str | None = None) -> pl.Expr:
    """True where the id in `column` is one of the parent table's, or is null."""
    ids = frames[parent][f"{parent}_id"]
    return (pl.col(column).is_null() | pl.col(column).is_in(ids.implode())).alias(name or f"{parent}_is_known")


def parent_known(parent: str) -> Check:
    """A check that the parent's id is one of its table's; `known` gives the fact."""
    return holds(f"{parent}_known", f"{parent}_is_known", f"it hangs on a row of {parent} that is not there")


def page_of(frame: pl.DataFrame, frames: Frames) -> pl.Series:
    """The page_id of each row, by way of its sentence and article; null where there is none."""
    if "page_id" in frame.columns:
        return frame["page_id"]
    if "article_id" not in frame.columns:
        sentences = frames["sentence"].select("sentence_id", "article_id").unique("sentence_id")
        frame = frame.select("sentence_id").join(sentences, on="sentence_id", how="left", maintain_order="left")
    articles = frames["article"].select("article_id", "page_id").unique("article_id")
    return frame.select("article_id").join(articles, on="article_id", how="left", maintain_order="left")["page_id"]


def spans(frame: pl.DataFrame, frames: Frames, text: str | None = None) -> pl.DataFrame:
    """Whether each span lies in its page, and whether cutting the page there gives `text`, blanks aside.

    Adds span_in_page and, with `text`, span_gives_text. Python cuts by code point in no time, however long the page is.
    """
    pages = dict(frames["page"].select("page_id", "text").iter_rows())
    wanted = frame[text] if text else pl.repeat(None, len(frame), dtype=pl.String, eager=True)
    inside: list[bool | None] = []
    same: list[bool | None] = []
    for page_id, start, end, words in zip(
        page_of(frame, frames), frame["char_start"], frame["char_end"], wanted, strict=True
    ):
        page = pages.get(page_id)
        fits = None if page is None or start is None or end is None else 0 <= start < end <= len(page)
        inside.append(fits)
        cut = page[start:end] if fits and page is not None and words is not None else None
        same.append(None if cut is None else unblank(cut) == unblank(words))
    added = [pl.Series("span_in_page", inside, dtype=pl.Boolean)]
    if text:
        added.append(pl.Series("span_gives_text", same, dtype=pl.Boolean))
    return frame.with_columns(added)


def span_checks(text: str | None = None) -> tuple[Check, ...]:
    """The checks of the facts that `spans` adds for the same `text`."""
    checks: tuple[Check, ...] = (
        holds("span_in_page", "span_in_page", "char_start and char_end are no span of the page"),
    )
    if text:
        reason = f"cutting the page from char_start to char_end does not give {text}"
        checks += (holds("span_gives_text", "span_gives_text", reason),)
    return checks
