"""Shards through the expectations: what is fit to load, and why the rest is not."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from expectations.check import QualityRow, Unfit
from expectations.run import hold_reasons, merge_results, validate
from flows.corrections import Correction, correct
from flows.finding import Refusal
from flows.stage import Shard
from warehouse.schema import READING_TABLES, reject_schema

# a call costs a second however few the rows are, and a shard's rows fit into memory several times
AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Checked:
    """What may be loaded: Parquet files for each table; the rows that are not fit; and the result of every check.

    `doubts` are corrections that no longer match, in words.
    """

    files: dict[str, list[Path]]
    unfit: tuple[Refusal, ...]
    results: tuple[QualityRow, ...]
    hold: tuple[str, ...]
    doubts: tuple[str, ...] = ()


def check(shards: Sequence[Shard], done: Callable[[int], None], corrections: Sequence[Correction] = ()) -> Checked:
    """Correct and check a few shards at a time, so that memory does not grow with their number.

    `done` hears how many are done.
    """
    files: dict[str, list[Path]] = {table: [] for table in READING_TABLES}
    unfit: list[Refusal] = []
    doubts: list[str] = []
    results: list[Sequence[QualityRow]] = []
    for start in range(0, len(shards), AT_ONCE):
        group = shards[start : start + AT_ONCE]
        read = {table: pl.read_parquet([shard.parquet(table) for shard in group]) for table in READING_TABLES}
        frames, complaints = correct(read, corrections)
        doubts += complaints
        verdict = validate(frames)
        for table, frame in verdict.fit.items():
            whole = frame is read[table]
            files[table] += [shard.parquet(table) for shard in group] if whole else [_fit(group[0], table, frame)]
        told = frames["page"].select("page_id", "source_uri", "raw_sha256").iter_rows()
        pages = {page_id: (uri, sha256) for page_id, uri, sha256 in told}
        unfit += [_refusal(row, *pages.get(row.page_id or "", ("unknown", None))) for row in verdict.unfit]
        results.append(verdict.results)
        done(start + len(group))
    merged = merge_results(results) if results else []
    if doubts:
        merged.append(QualityRow("correction", "still_matches", "warning", False, doubts[0], len(doubts)))
    return Checked(files, tuple(unfit), tuple(merged), hold_reasons(merged), tuple(doubts))


def reject_frame(refusals: Iterable[Refusal]) -> pl.DataFrame:
    """Refusals as rows of `reject`."""
    schema = reject_schema()
    rows = list(refusals)
    return pl.DataFrame({name: [getattr(row, name) for row in rows] for name in schema}, schema=schema)


def _fit(shard: Shard, table: str, frame: pl.DataFrame) -> Path:
    path = shard.folder / f"{table}.fit.parquet"
    path.unlink(missing_ok=True)  # a held run may have this file under another name
    frame.write_parquet(path, compression="zstd", compression_level=1)
    return path


def _refusal(row: Unfit, uri: str, raw_sha256: str | None) -> Refusal:
    """The refusal of a row; of a whole page, with the bytes that are not to be read again while they are the same."""
    detail = f"{row.table} {json.dumps(row.key, ensure_ascii=False)}: {row.detail}"
    of_page = raw_sha256 if row.table == "page" else None
    return Refusal(uri, "check", row.expectation, detail, row.page_id, row.row_json, of_page)
