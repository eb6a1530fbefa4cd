"""What is held is released, what is rejected is put right and read again, and nothing comes in twice."""

from __future__ import annotations

import csv
import json
import zlib
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

pytestmark = pytest.mark.usefixtures("harness")


def _bad(metric_id: str) -> bool:
    return zlib.crc32(metric_id.encode()) % 20 == 0


def spoil(frames: Frames) -> Frames:
    """One metric in twenty with a confidence that cannot be."""
    bad = pl.col("metric_id").map_elements(_bad, pl.Boolean)
    metric = frames["metric"]
    return frames | {"metric": metric.with_columns(pl.when(bad).then(7.0).otherwise("confidence").alias("confidence"))}


def spoiled(frames: Frames, given: Sequence[Correction]) -> tuple[Frames, tuple[str, ...]]:
    return correct(spoil(frames), given)


def test_spoilt_rows_are_quarantined_corrected_and_replayed_none_twice(
    tmp_path: Path, write_pages: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, data, whole = write_pages(tmp_path / "pages", 20), tmp_path / "data", tmp_path / "whole"
    assert banmian("run", pages, "--data-dir", whole, "--outlet", "溪口晚报").exit_code == 0
    spoilt = [str(key) for (key,) in rows(whole, "SELECT metric_id FROM metric ORDER BY 1") if _bad(str(key))]
    true = dict(rows(whole, "SELECT metric_id, confidence FROM metric"))
    assert spoilt
    monkeypatch.setattr(checking, "correct", spoiled)
    first = banmian("run", pages, "--data-dir", data, "--outlet", "溪口晚报")
    assert first.exit_code == 1
    quarantined = rows(data, "SELECT DISTINCT split_part(detail, '\"', 2) FROM reject WHERE stage = 'check' ORDER BY 1")
    assert [key for (key,) in quarantined] == spoilt, "exactly those rows are in reject"
    assert rows(data, "SELECT count(*) FROM metric") == [(len(true) - len(spoilt),)]

    told = banmian("rejects", "--data-dir", data, "--format", "csv")
    assert told.exit_code == 0
    assert len(list(csv.reader(told.stdout.splitlines()))) == len(spoilt) + 1
    assert str(len(spoilt)) in banmian("rejects", "--summary", "--data-dir", data).stdout

    still = banmian("replay", "--data-dir", data)
    assert still.exit_code == 1, "nothing was corrected yet"
    assert len(rows(data, "FROM reject")) == len(spoilt)

    with (data / "corrections.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(["", key, "metric", "confidence", "7", true[key], "a test spoilt it"] for key in spoilt)
        writer.writerow(["", spoilt[0], "metric", "unit", "stone", "kg", "never there"])
    replayed = banmian("replay", "--data-dir", data)
    assert replayed.exit_code == 0, replayed.output
    assert f"corrections.csv:{len(spoilt) + 2}: no metric of {spoilt[0]} has unit 'stone' any more" in replayed.stderr
    assert differences(whole / "banmian.duckdb", data / "banmian.duckdb") == []
    noted = "SELECT unexpected_count FROM quality WHERE table_name = 'correction'"
    assert rows(data, noted) == [(1,)]


def test_a_file_that_was_mended_is_replayed_and_one_that_is_gone_is_told(tmp_path: Path, write_pages: Write) -> None:
    pages, data = write_pages(tmp_path / "pages", 1), tmp_path / "data"
    (pages / "late.txt").touch()
    (pages / "gone.txt").write_text(" ")
    assert banmian("run", pages, "--data-dir", data).exit_code == 1
    (pages / "late.txt").write_text("江湾日报讯 全市新增就业3.2万人。")
    (pages / "gone.txt").unlink()
    result = banmian("replay", "--data-dir", data)
    assert result.exit_code == 1
    assert "gone.txt" in result.stderr
    assert rows(data, "SELECT count(*) FROM page") == [(2,)]
    assert rows(data, "SELECT parse_filename(source_uri), reason FROM reject") == [("gone.txt", "empty")]
    assert rows(data, "SELECT pages_seen, pages_new FROM run ORDER BY started_at DESC LIMIT 1") == [(1, 1)]


def test_a_held_run_is_released_by_hand(tmp_path: Path, write_pages: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    pages, data, whole = write_pages(tmp_path / "pages", 3), tmp_path / "data", tmp_path / "whole"
    (pages / "empty.txt").touch()
    banmian("run", pages, "--data-dir", whole)
    with monkeypatch.context() as patch:
        patch.setattr("flows.checking.hold_reasons", lambda results: ("page: too few for a Monday",))
        held = banmian("run", pages, "--data-dir", data)
    assert held.exit_code == 1
    (folder,) = (data / "held").iterdir()
    assert f"banmian release {folder.name}" in held.stderr
    assert banmian("release", "nothing", "--data-dir", data).exit_code == 1
    released = banmian("release", folder.name[:8], "--data-dir", data)
    assert released.exit_code == 0, released.output
    assert "3 pages" in released.stdout
    assert differences(whole / "banmian.duckdb", data / "banmian.duckdb") == []
    noted = rows(data, "SELECT run_id, observed FROM quality WHERE expectation = 'released'")
    assert [run for run, _ in noted] == [folder.name]
    assert "UTC by" in str(noted[0][1])
    assert rows(data, "SELECT state FROM run") == [("completed",)]
    assert not folder.exists()
    again = banmian("run", pages, "--data-dir", data)
    assert "nothing new" in again.stdout


def test_a_held_run_that_is_out_of_date_or_damaged_is_not_released(
    tmp_path: Path, write_pages: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, data = write_pages(tmp_path / "pages", 1), tmp_path / "data"

    def hold() -> Path:
        with monkeypatch.context() as patch:
            patch.setattr("flows.checking.hold_reasons", lambda results: ("too few",))
            assert banmian("run", pages, "--data-dir", data).exit_code == 1
        (folder,) = (data / "held").iterdir()
        return folder

    folder = hold()
    assert banmian("run", pages, "--data-dir", data).exit_code == 0
    told = json.loads((folder / "shard.json").read_text())
    told["run"]["started_at"] = "2099-01-01 00:00:00+00:00"  # as where the clock jumped back after the held run
    (folder / "shard.json").write_text(json.dumps(told))
    late = banmian("release", folder.name, "--data-dir", data)
    assert late.exit_code == 1
    assert "a later run has read 1 of its sources" in late.stderr
    next(folder.glob("page.*")).write_bytes(b"x")
    damaged = banmian("release", folder.name, "--data-dir", data)
    assert damaged.exit_code == 1
    assert "is damaged" in damaged.stderr
