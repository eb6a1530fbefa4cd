"""Several at a time: runs that meet in one data folder, and readers through one publish after another."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import CompletedProcess
from threading import Event, Timer

import pytest
from disturbed import crowd, run
from made_pages import TEXT, as_shards, page_frames, run_info
from typer.testing import CliRunner

from flows.cli.app import app
from flows.lock import run_lock
from warehouse.equality import differences
from warehouse.query import ask
from warehouse.store import open_store, published_path

Cli = Callable[..., "CompletedProcess[str]"]
Write = Callable[[Path, int], Path]


def _publish(data: Path, number: int) -> None:
    with open_store(data) as store:
        store.load(as_shards(page_frames(f"p{number}", text=TEXT + str(number))), run_info(f"day-{number}"))
        store.publish()


@pytest.mark.parametrize(
    ("readers", "seconds"), [(3, 0.5), pytest.param(20, 4.0, marks=pytest.mark.long)], ids=["few", "twenty"]
)
def test_readers_ask_on_through_five_publishes(tmp_path: Path, readers: int, seconds: float) -> None:
    data = tmp_path / "data"
    _publish(data, 1)
    with crowd(published_path(data), tmp_path / "stop", readers, seconds) as (pause, told):
        for number in range(2, 7):
            pause()
            _publish(data, number)
        pause()
    assert len(told) == readers
    for one in told:
        assert one["mixed"] == []
        assert one["failed"] == []
        assert one["seen"] == sorted(one["seen"]), "nobody sees an older day after a newer one"
        assert set(one["seen"]) <= set(range(1, 7))
        assert one["held"] == [1], "a file that is open stays as it was"
    assert {6} <= set.union(*(set(one["seen"]) for one in told))


@pytest.mark.usefixtures("harness")
def test_a_run_leaves_or_waits_while_another_is_at_work(tmp_path: Path, write_pages: Write) -> None:
    pages, data = write_pages(tmp_path / "pages", 1), tmp_path / "data"
    data.mkdir()
    words = ["run", str(pages), "--data-dir", str(data)]
    holding, let_go = Event(), Event()

    def hold() -> None:
        with run_lock(data, 0):
            holding.set()
            let_go.wait(300)

    with ThreadPoolExecutor(1) as other:
        other.submit(hold)
        try:
            assert holding.wait(60)
            left = CliRunner().invoke(app, words)
            Timer(1.0, let_go.set).start()
            waited = CliRunner().invoke(app, [*words, "--wait", "300"])
        finally:
            let_go.set()
    told = f"banmian: another run (process {os.getpid()}) is at work in {data}; let it end, or give --wait SECONDS\n"
    assert (left.exit_code, left.stdout, left.stderr) == (1, "", told)
    assert waited.exit_code == 0, waited.output
    assert ask(published_path(data), "SELECT count(*) FROM page").item() == 1


@pytest.mark.long
def test_of_two_runs_at_once_one_waits_and_both_end_well(
    tmp_path: Path, environment: dict[str, str], cli: Cli, write_pages: Write
) -> None:
    pages, other = write_pages(tmp_path / "pages", 60), tmp_path / "other"
    other.mkdir()
    (other / "late.txt").write_text("江湾日报讯 全市新增就业3.2万人。", encoding="utf-8")
    data, whole = tmp_path / "data", tmp_path / "whole"
    with ThreadPoolExecutor(2) as pool:
        ends = list(pool.map(lambda _: cli("run", pages, "--data-dir", data), range(2)))
        left, done = sorted(ends, key=lambda end: -end.returncode)
        assert (left.returncode, done.returncode) == (1, 0), ends
        assert "is at work in" in left.stderr
        ends = list(pool.map(lambda _: cli("run", other, "--data-dir", data, "--wait", 300), range(2)))
    assert [end.returncode for end in ends] == [0, 0], ends
    assert sum("nothing new" in end.stdout for end in ends) == 1, "the one that waited found it all there"
    for given in (pages, other):
        assert run(given, whole, environment, tmp_path / "log") == 0
    assert differences(published_path(whole), published_path(data)) == []
    assert ask(published_path(data), "SELECT count(*) FROM run").item() == 3
