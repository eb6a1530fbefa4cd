"""The results of several batches as those of one run, and whether they let it be published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from expectations.check import QualityRow

FEW_UNFIT = "few_rows_unfit"
# More than this says that the reader is broken, not the page; below that many rows a share says nothing.
MOST_UNFIT, ENOUGH_ROWS = 0.2, 100


def share_row(table: str, unfit: int, rows: int) -> QualityRow:
    """The table check that not too much of a table was split off."""
    part = unfit / rows if rows else 0.0
    success = rows < ENOUGH_ROWS or part <= MOST_UNFIT
    reason = f"{unfit:,} of {rows:,} rows are unfit"
    return QualityRow(
        table, FEW_UNFIT, "critical", success, f"{part:.4f}", unfit, rows=rows, scope="table", reason=reason
    )


def hold_reasons(results: Iterable[QualityRow]) -> tuple[str, ...]:
    """Why a run must not be published: its critical table checks that failed; none when it may be."""
    failed = [row for row in results if row.severity == "critical" and not row.success]
    return tuple(_in_words(row, failed) for row in failed if row.scope == "table")


def _in_words(row: QualityRow, failed: Iterable[QualityRow]) -> str:
    """What it means first, since a list of runs shows no more; the name of the check with what was seen."""
    meaning = f"{row.table_name}: {row.reason or 'a check failed'}"
    if row.expectation != FEW_UNFIT:
        return f"{meaning} ({row.expectation}: {row.observed})"
    of_rows = [one for one in failed if one.table_name == row.table_name and one.scope == "row"]
    most = max(of_rows, key=lambda one: one.unexpected_count or 0, default=None)
    by = f", most of them by {most.expectation}" if most else ""
    return f"{meaning}{by} ({row.expectation})"


def _merge_two(one: QualityRow, other: QualityRow) -> QualityRow:
    rows = one.rows + other.rows
    counts = [row.unexpected_count for row in (one, other) if row.unexpected_count is not None]
    if one.expectation == FEW_UNFIT:
        return share_row(one.table_name, sum(counts), rows)
    # What is shown is of the batch that failed, else of the larger one.
    shown = max(one, other, key=lambda row: (not row.success, row.observed is not None, row.rows))
    return replace(
        shown,
        success=one.success and other.success,
        unexpected_count=sum(counts) if counts else None,
        rows=rows,
        scope="table" if "table" in (one.scope, other.scope) else "row",
    )


def merge_results(batches: Iterable[Iterable[QualityRow]]) -> list[QualityRow]:
    """The results of several batches as those of one run: a row per check, in the order they came."""
    merged: dict[tuple[str, str], QualityRow] = {}
    for batch in batches:
        for row in batch:
            key = (row.table_name, row.expectation)
            merged[key] = _merge_two(merged[key], row) if key in merged else row
    return list(merged.values())
