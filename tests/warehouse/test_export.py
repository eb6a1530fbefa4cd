"""The export holds every row, under its day of issue."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from made_pages import TEXT, both, page_frames

from warehouse.errors import NoWarehouse, QueryError
from warehouse.export import export_parquet
from warehouse.schema import READING_TABLES, polars_schema


def test_every_row_is_exported_under_its_day(tmp_path: Path, publish: Callable[..., Path]) -> None:
    undated = page_frames("two", text=TEXT + "。")
    undated["page"] = undated["page"].with_columns(issue_date=pl.lit(None, pl.Date))
    frames = both(page_frames(), undated)
    out = tmp_path / "export"
    for _ in range(2):
        rows = export_parquet(publish(frames), out)
        assert rows == {table: len(frames[table]) for table in READING_TABLES}
    assert {day.name for day in (out / "token").iterdir()} == {"day=2026-01-04", "day=unknown"}
    page = pl.read_parquet(out / "page", hive_partitioning=False)
    assert page.schema == polars_schema("page")
    metrics = pl.scan_parquet(out / "metric" / "day=unknown").collect()
    assert metrics["metric_id"].to_list() == ["m-two"]
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.endswith(".part")] == []


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path, publish: Callable[..., Path]) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "diary.txt").write_text("今日晴")
    with pytest.raises(QueryError, match="something else"):
        export_parquet(publish(page_frames()), mine)
    assert (mine / "diary.txt").read_text() == "今日晴"


def test_nothing_to_export_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoWarehouse):
        export_parquet(tmp_path / "banmian.duckdb", tmp_path / "export")
