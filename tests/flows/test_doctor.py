"""`banmian doctor`: what is wrong is named with what to do, what is well is said, and nothing is changed."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from click.testing import Result
from made_pages import TEXT, as_shards, page_frames, run_info
from typer.testing import CliRunner

from flows.cli.app import app
from flows.held import drop_old, waiting
from flows.lock import run_lock
from warehouse.kept import kept
from warehouse.store import open_store, work_path


def doctor(data: Path) -> Result:
    return CliRunner().invoke(app, ["doctor", "--data-dir", str(data)])


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    for number in (1, 2):
        with open_store(folder) as store:
            store.load(as_shards(page_frames(f"p{number}", text=TEXT + str(number))), run_info(f"day-{number}"))
            store.publish()
    return folder


def test_what_is_well_is_said(data: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in data.rglob("*.duckdb")}
    result = doctor(data)
    assert result.exit_code == 0, result.output
    for words in (
        "whole, and it holds what its last run says",
        "as far as the published file",
        "2, all whole",
        "0 shards",
    ):
        assert words in result.stdout
    assert "look" not in result.stdout
    assert {path: path.stat().st_mtime_ns for path in data.rglob("*.duckdb")} == before


def _spoil(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for at in range(len(content) // 2, len(content), 3000):
        content[at] ^= 255
    path.write_bytes(content)


def _folder_in_its_place(data: Path) -> None:
    (data / "banmian.duckdb").unlink()
    (data / "banmian.duckdb").mkdir()


def _lie(data: Path) -> None:
    shutil.copy(data / "banmian.duckdb", data / "copy")
    with duckdb.connect(str(data / "copy")) as con:
        con.execute("DELETE FROM metric WHERE metric_id = 'm-p2'")
    (data / "copy").replace(data / "banmian.duckdb")


@pytest.mark.parametrize(
    ("harm", "code", "said"),
    [
        (lambda d: _spoil(d / "banmian.duckdb"), 1, "published file: damaged"),
        (lambda d: _spoil(work_path(d)), 1, "work file: damaged"),
        (lambda d: _spoil(kept(d)[1].path), 1, "that of run day-1 is damaged"),
        (_folder_in_its_place, 1, "banmian.duckdb is no file"),
        (_lie, 0, "run day-2 says 1 metrics, the file holds 0 of it"),
        (lambda d: (d / "corrections.csv").write_text("a,b\n"), 1, "corrections.csv lacks"),
        (lambda d: (d / "outlets.csv").write_text("code,name,source\nab,,web\n"), 1, "outlets.csv:2: give the name"),
        (lambda d: (d / "stage" / "half").mkdir(parents=True), 0, "1 of 1 shards are not whole"),
        (lambda d: (d / ".banmian.7.part").touch(), 0, "1 half written files"),
        (lambda d: work_path(d).unlink(), 0, "the next run takes over the published file"),
        (lambda d: (d / "work" / "banmian.damaged.duckdb").touch(), 0, "was damaged and set aside"),
    ],
)
def test_what_is_wrong_is_named(data: Path, harm: Callable[[Path], object], code: int, said: str) -> None:
    harm(data)
    result = doctor(data)
    assert said in result.stdout
    assert "→" in result.stdout
    assert result.exit_code == code


def test_held_runs_that_nobody_releases_go_after_their_days(data: Path) -> None:
    for name, age in (("run-old", 31), ("run-new", 1)):
        folder = data / "held" / name
        folder.mkdir(parents=True)
        (folder / "shard.json").write_text('{"files": {}}')
        os.utime(folder, (time.time() - age * 86400,) * 2)
    assert "run-old waits for a person" in doctor(data).stdout
    drop_old(data, 30)
    assert waiting(data) == ["run-new"]


def test_no_folder_and_a_run_at_work_are_told(tmp_path: Path, data: Path) -> None:
    assert doctor(tmp_path / "none").exit_code == 1
    with run_lock(data, 0):
        assert "another run" in doctor(data).stdout
