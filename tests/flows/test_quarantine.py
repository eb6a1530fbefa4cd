"""One row in twenty of several tables spoilt on purpose: those are in `reject`, and once corrected all are back."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import polars as pl
import pytest
from command import banmian, rows

from flows import checking
from flows.corrections import COLUMNS, Correction, correct
from warehouse.equality import differences

Write = Callable[[Path, int], Path]
Frames = dict[str, pl.DataFrame]

# What a spoilt row has in the place of what was read, and the check that finds it.
SPOILT = {
    "page": ("media_type", "paper", "media_type_is_one"),
    "article": ("headline_score", 7.0, "headline_score_is_share"),
    "metric": ("confidence", 7.0, "confidence_is_share"),
    "quote": ("text", "没有说过", "span_gives_text"),
    "block": ("role", "gossip", "role_known"),
}

pytestmark = pytest.mark.usefixtures("harness")


def _chosen(data_dir: Path, table: str) -> dict[str, object]:
    """Every twentieth row by its key, with the value that is to be spoilt."""
    column = SPOILT[table][0]
    found = rows(data_dir, f"SELECT {table}_id, {column} FROM {table} WHERE {column} IS NOT NULL ORDER BY ALL")  # noqa: S608
    return {str(key): value for key, value in found[3::20]}


def test_every_twentieth_row_is_quarantined_corrected_and_replayed(
    tmp_path: Path, write_pages: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, data, whole = write_pages(tmp_path / "pages", 40), tmp_path / "data", tmp_path / "whole"
    assert banmian("run", pages, "--data-dir", whole).exit_code == 0
    chosen = {table: _chosen(whole, table) for table in SPOILT}
    assert all(len(chosen[table]) >= 2 for table in SPOILT)

    def spoil(frames: Frames, given: Sequence[Correction]) -> tuple[Frames, tuple[str, ...]]:
        changed = dict(frames)
        for table, (column, value, _) in SPOILT.items():
            here = pl.col(f"{table}_id").is_in(list(chosen[table]))
            lit = pl.lit(value, frames[table].schema[column])
            changed[table] = frames[table].with_columns(pl.when(here).then(lit).otherwise(column).alias(column))
        return correct(changed, given)

    monkeypatch.setattr(checking, "correct", spoil)
    assert banmian("run", pages, "--data-dir", data).exit_code == 1
    found = rows(data, "SELECT reason, split_part(detail, '\"', 2) FROM reject WHERE stage = 'check' ORDER BY ALL")
    assert found == sorted(_expected(chosen)), "those rows, but for what went with a row that is there"
    assert banmian("run", pages, "--data-dir", data).exit_code == 1
    last = rows(data, "SELECT pages_new, pages_rejected FROM run ORDER BY rowid DESC LIMIT 1")
    assert last == [(0, 2)], "a page that a check rejects is known by its bytes"

    with (data / "corrections.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for table, (column, value, _) in SPOILT.items():
            for key, true in chosen[table].items():
                writer.writerow(["", key, table, column, value, true, "a test spoilt it"])
    replayed = banmian("replay", "--data-dir", data)
    assert replayed.exit_code == 0, replayed.output
    assert rows(data, "FROM reject") == []
    assert differences(whole / "banmian.duckdb", data / "banmian.duckdb") == []


def _expected(chosen: dict[str, dict[str, object]]) -> list[tuple[str, str]]:
    """The rejects: a row whose page or article is spoilt too goes with that one, and is not told by itself."""
    gone = list(chosen["page"])
    told = [(SPOILT["page"][2], key) for key in gone]
    for table in ("article", "metric", "quote", "block"):
        left = [key for key in chosen[table] if not any(key.startswith(parent) for parent in gone)]
        told += [(SPOILT[table][2], key) for key in left]
        gone += left if table == "article" else []
    return told
