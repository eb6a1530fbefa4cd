"""What the watch of the inbox reads, and what the maintenance does, as flows without a server."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from command import banmian
from prefect import State

from flows.ingest import ingest
from flows.maintenance import maintain
from warehouse.kept import kept
from warehouse.query import ask

Write = Callable[[Path, int], Path]

pytestmark = pytest.mark.usefixtures("harness")


def watch(inbox: Path, data: Path, settled: float = 60.0) -> State[object]:
    return ingest(paths=[str(inbox)], data_dir=str(data), settled=settled, return_state=True)


def age(folder: Path, seconds: float) -> None:
    for path in folder.iterdir():
        os.utime(path, (time.time() - seconds,) * 2)


def pages(data: Path) -> int:
    return int(ask(data / "banmian.duckdb", "SELECT count(*) FROM page").item())


def test_the_watch_reads_what_is_new_and_at_rest_and_nothing_twice(tmp_path: Path, write_pages: Write) -> None:
    inbox, data = write_pages(tmp_path / "inbox", 2), tmp_path / "data"
    still_written = watch(inbox, data)
    assert (still_written.name, still_written.type.value) == ("NothingNew", "COMPLETED")
    assert str(inbox) in (still_written.message or "")
    age(inbox, 100)
    write_pages(tmp_path / "more", 3)
    (tmp_path / "more" / "jwrb_20250304_03.txt").rename(inbox / "late.txt")
    (inbox / "empty.txt").touch()
    os.utime(inbox / "empty.txt", (1, 1))
    assert watch(inbox, data).name == "CompletedWithRejects"
    assert pages(data) == 2, "late.txt was still being written"
    before = (data / "banmian.duckdb").stat().st_mtime_ns
    assert watch(inbox, data).name == "NothingNew", "the file that is rejected is known"
    assert (data / "banmian.duckdb").stat().st_mtime_ns == before
    assert watch(inbox, data, settled=0).name == "Completed"
    assert pages(data) == 3


def test_what_a_held_run_has_read_waits_for_a_person(
    tmp_path: Path, write_pages: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox, data = write_pages(tmp_path / "inbox", 2), tmp_path / "data"
    (inbox / "empty.txt").touch()
    with monkeypatch.context() as patch:
        patch.setattr("flows.checking.hold_reasons", lambda results: ("page: too few for a Monday",))
        state = watch(inbox, data, settled=0)
    assert (state.name, state.type.value) == ("Held", "FAILED")
    (run,) = [folder.name for folder in (data / "held").iterdir()]
    assert f"page: too few for a Monday. Release: banmian release {run}" in (state.message or "")
    assert watch(inbox, data, settled=0).name == "NothingNew"
    assert banmian("release", run[:8], "--data-dir", data).exit_code == 0
    assert watch(inbox, data, settled=0).name == "NothingNew"
    assert pages(data) == 2


def test_maintenance_keeps_what_the_settings_say(
    tmp_path: Path, write_pages: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    for number in (1, 2, 3):
        assert banmian("run", write_pages(tmp_path / f"day-{number}", number), "--data-dir", data).exit_code == 0
    left = data / "stage" / "of-a-run-that-never-came-back"
    left.mkdir(parents=True)
    os.utime(left, (1, 1))
    monkeypatch.setenv("BANMIAN_KEEP_PUBLISHED", "2")
    state = maintain(str(data), return_state=True)
    assert (state.name, state.type.value) == ("Completed", "COMPLETED")
    for words in ("kept file of run", "stage: 1 shards", "work file: checkpointed", "0 runs that found nothing new"):
        assert words in (state.message or "")
    assert len(kept(data)) == 2
    assert pages(data) == 3
    assert not left.exists()


def test_maintenance_that_finds_something_wrong_says_so(tmp_path: Path, write_pages: Write) -> None:
    data = tmp_path / "data"
    assert banmian("run", write_pages(tmp_path / "pages", 1), "--data-dir", data).exit_code == 0
    (data / "corrections.csv").write_text("nonsense\n1\n")
    state = maintain(str(data), return_state=True)
    assert (state.name, state.type.value) == ("NeedsCare", "FAILED")
    assert "corrections" in (state.message or "")
