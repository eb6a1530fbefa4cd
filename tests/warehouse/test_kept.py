"""Published files are kept, and one of them is brought back without a reader noticing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from made_pages import TEXT, as_shards, page_frames, run_info

from warehouse import kept as keeping
from warehouse.errors import NothingKept, PublishError
from warehouse.kept import KeepRule, bring_back, kept, prune
from warehouse.query import ask
from warehouse.store import open_store

Publish = Callable[..., Path]
COUNT = "SELECT count(*) FROM page"


def _days(publish: Publish, count: int) -> Path:
    for number in range(1, count + 1):
        path = publish(page_frames(f"p{number}", text=TEXT + str(number)), run_id=f"day-{number}")
    return path


def test_each_publication_is_kept_under_its_run_without_taking_room_twice(tmp_path: Path, publish: Publish) -> None:
    path = _days(publish, 3)
    items = kept(tmp_path / "data")
    assert [item.run_id for item in items] == ["day-3-0", "day-2-0", "day-1-0"]
    assert [item.current for item in items] == [True, False, False]
    assert path.stat().st_ino == items[0].path.stat().st_ino
    assert [ask(item.path, COUNT).item() for item in items] == [3, 2, 1]


def test_only_so_many_are_kept_and_only_so_long(tmp_path: Path, publish: Publish) -> None:
    _days(publish, 7)
    data = tmp_path / "data"
    assert [item.run_id for item in kept(data)] == [f"day-{n}-0" for n in (7, 6, 5, 4, 3)]
    for item in kept(data):
        if item.run_id in ("day-7-0", "day-6-0"):
            os.utime(item.path, (time.time() - 40 * 86400,) * 2)
    assert [item.run_id for item in prune(data, KeepRule(5, 30))] == ["day-6-0"], "what readers see stays, however old"
    assert ask(data / "banmian.duckdb", COUNT).item() == 7


def test_days_without_news_leave_what_one_can_go_back_to(tmp_path: Path, publish: Publish) -> None:
    path, data = _days(publish, 3), tmp_path / "data"
    for number in range(8):
        with open_store(data) as store:
            store.load({}, run_info(f"idle-{number}"))
            store.publish()
    assert [item.run_id for item in kept(data)] == ["idle-7", "day-2-0", "day-1-0"]
    assert ask(path, COUNT).item() == 3
    assert ask(path, "SELECT count(*) FROM run").item() == 11
    with open_store(data) as store:  # killed before it published; the next run reads nothing and publishes both
        store.load(as_shards(page_frames("p4", text=TEXT + "4")), run_info("lost"))
    with open_store(data) as store:
        store.load({}, run_info("after"))
        store.publish()
    assert [item.run_id for item in kept(data)] == ["after", "idle-7", "day-2-0", "day-1-0"]


def test_going_back_is_one_rename_and_the_next_run_goes_on_from_there(tmp_path: Path, publish: Publish) -> None:
    path, data = _days(publish, 3), tmp_path / "data"
    with duckdb.connect(str(path), read_only=True) as old:
        assert bring_back(data, None).run_id == "day-2-0"
        assert old.execute(COUNT).fetchone() == (3,)
    assert ask(path, COUNT).item() == 2
    assert bring_back(data, "day-1").run_id == "day-1-0"
    assert ask(path, COUNT).item() == 1
    assert [item.run_id for item in kept(data) if item.current] == ["day-1-0"]
    with open_store(data) as store:
        assert store.known_pages() == {"p-p1": "1"}
    assert bring_back(data, "day-3").run_id == "day-3-0", "and forward again"
    assert ask(path, COUNT).item() == 3
    publish(page_frames("p9", text=TEXT + "9"), run_id="day-9")
    assert ask(path, COUNT).item() == 4


def test_bringing_back_what_is_there_changes_nothing(tmp_path: Path, publish: Publish) -> None:
    path = _days(publish, 2)
    assert bring_back(tmp_path / "data", "day-2").current
    assert ask(path, COUNT).item() == 2
    assert not list(path.parent.glob(".banmian*"))


def test_what_is_not_kept_is_told_with_what_is(tmp_path: Path, publish: Publish) -> None:
    _days(publish, 2)
    for run in ("day", "night"):
        with pytest.raises(NothingKept, match=f"of run {run}; kept are: day-1-0"):
            bring_back(tmp_path / "data", run)
    bring_back(tmp_path / "data", None)
    with pytest.raises(NothingKept, match="nothing before"):
        bring_back(tmp_path / "data", None)


def test_a_kept_file_that_is_damaged_is_not_brought_back(tmp_path: Path, publish: Publish) -> None:
    path = _days(publish, 2)
    (old,) = (item for item in kept(tmp_path / "data") if not item.current)
    old.path.write_bytes(b"x" * 50_000)
    with pytest.raises(PublishError, match="readers keep what they had"):
        bring_back(tmp_path / "data", None)
    assert ask(path, COUNT).item() == 2


def test_a_disk_without_second_names_gets_copies(
    tmp_path: Path, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_source: Path, _target: Path) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(keeping.os, "link", refuse)
    path = _days(publish, 2)
    assert bring_back(tmp_path / "data", "day-1").run_id == "day-1-0"
    assert ask(path, COUNT).item() == 1


POLL = """
import sys
from pathlib import Path
from warehouse.query import ask
path, stop, seen = Path(sys.argv[1]), Path(sys.argv[2]), set()
while not stop.exists():
    pages, articles = ask(path, "SELECT (SELECT count(*) FROM page), (SELECT count(*) FROM article)").row(0)
    assert pages == articles
    seen.add(pages)
print(*sorted(seen))
"""


def test_readers_poll_undisturbed_while_files_come_back(tmp_path: Path, publish: Publish) -> None:
    path, stop = _days(publish, 3), tmp_path / "stop"
    root = Path(__file__).resolve().parents[2]
    reader = subprocess.Popen(
        [sys.executable, "-c", POLL, str(path), str(stop)], stdout=subprocess.PIPE, text=True, cwd=root
    )
    time.sleep(1.5)
    for run in ("day-1", "day-2", "day-3") * 3:
        bring_back(tmp_path / "data", run)
        time.sleep(0.1)
    stop.touch()
    told, _ = reader.communicate(timeout=60)
    assert reader.returncode == 0
    assert told.split() == ["1", "2", "3"]
