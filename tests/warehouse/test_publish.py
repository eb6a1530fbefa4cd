"""Publishing: readers see the old file or the new one, never half of one, and never wait."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from made_pages import TEXT, as_shards, page_frames, run_info

from warehouse import publish as publishing
from warehouse.equality import differences
from warehouse.errors import PublishError, WarehouseBusy
from warehouse.query import ask
from warehouse.store import open_store, work_path

POLL = """
import sys, time
from pathlib import Path
from warehouse.query import ask
path, stop = Path(sys.argv[1]), Path(sys.argv[2])
seen = []
while not stop.exists():
    pages, articles = ask(path, "SELECT (SELECT count(*) FROM page), (SELECT count(*) FROM article)").row(0)
    assert pages == articles, (pages, articles)
    seen.append(pages)
print(*sorted(set(seen)), len(seen))
"""
ROOT = Path(__file__).resolve().parents[2]


def test_readers_poll_undisturbed_while_runs_publish(tmp_path: Path, publish: Callable[..., Path]) -> None:
    path, stop = publish(page_frames("p0")), tmp_path / "stop"
    reader = subprocess.Popen(
        [sys.executable, "-c", POLL, str(path), str(stop)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    for number in range(1, 6):
        publish(page_frames(f"p{number}", text=TEXT + str(number)), run_id=f"run-{number}")
        time.sleep(0.2)
    stop.touch()
    told, _ = reader.communicate(timeout=60)
    assert reader.returncode == 0
    *seen, polls = map(int, told.split())
    assert seen[-1] == 6
    assert polls > 5


def test_a_reader_keeps_the_file_that_it_has_open_and_a_new_one_sees_the_new(publish: Callable[..., Path]) -> None:
    path = publish(page_frames())
    with duckdb.connect(str(path), read_only=True) as old:
        assert old.execute("SELECT count(*) FROM page").fetchone() == (1,)
        publish(page_frames("two", text=TEXT + "二"), run_id="run-2")
        assert old.execute("SELECT count(*) FROM page").fetchone() == (1,)
        assert ask(path, "SELECT count(*) FROM page").item() == 2


def test_a_copy_that_fails_leaves_what_was_published(
    tmp_path: Path, publish: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = publish(page_frames())
    before = path.read_bytes()

    def half(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:5000])
        raise OSError(28, "No space left on device")

    with open_store(tmp_path / "data") as store:
        store.load(as_shards(page_frames("two", text=TEXT + "二")), run_info("run-2"))
        monkeypatch.setattr(shutil, "copyfile", half)
        with pytest.raises(PublishError, match="No space"):
            store.publish()
        assert path.read_bytes() == before
        monkeypatch.undo()
        assert ask(store.publish(), "SELECT count(*) FROM page").item() == 2
    assert [p.name for p in path.parent.iterdir() if p.is_file()] == [path.name]


def test_a_copy_that_does_not_open_is_not_published(
    tmp_path: Path, publish: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = publish(page_frames())
    before = path.read_bytes()
    monkeypatch.setattr(publishing.shutil, "copyfile", lambda source, target: Path(target).write_bytes(b"x" * 20000))
    with open_store(tmp_path / "data") as store, pytest.raises(PublishError, match="nothing was published"):
        store.publish()
    assert path.read_bytes() == before


def test_leftovers_of_a_dead_run_are_swept(tmp_path: Path) -> None:
    left = tmp_path / ".banmian.12345.part"
    left.write_bytes(b"half a warehouse")
    with open_store(tmp_path):
        assert not left.exists()


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    with open_store(tmp_path):
        start = time.monotonic()
        with pytest.raises(WarehouseBusy, match="another run"), open_store(tmp_path, wait=0.3):
            pass
        assert time.monotonic() - start >= 0.3
    with open_store(tmp_path):
        pass


def test_a_work_file_that_another_program_holds_is_said_to_be_busy(tmp_path: Path) -> None:
    with open_store(tmp_path):
        pass
    hold = "import duckdb, sys, time; c = duckdb.connect(sys.argv[1]); print('open', flush=True); time.sleep(60)"
    other = subprocess.Popen([sys.executable, "-c", hold, str(work_path(tmp_path))], stdout=subprocess.PIPE)
    try:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(WarehouseBusy), open_store(tmp_path):
            pass
    finally:
        other.kill()
        other.wait()


def test_a_lost_work_file_is_taken_over_from_what_was_published(tmp_path: Path, publish: Callable[..., Path]) -> None:
    path = publish(page_frames())
    shutil.rmtree(tmp_path / "data" / "work")
    again = publish(page_frames("two", text=TEXT + "二"), run_id="run-2")
    assert again == path
    assert ask(path, "SELECT count(*) FROM page").item() == 2


DIE = """
import os, signal, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from made_pages import as_shards, page_frames, run_info
from warehouse import load, publish, store
place = sys.argv[3]
def die(*given, **named):
    os.kill(os.getpid(), signal.SIGKILL)
if place == "load":
    load._put_rejects = die
elif place == "commit":
    store.put_quality = die
else:
    publish._sync = die
with store.open_store(Path(sys.argv[1])) as s:
    s.load(as_shards(page_frames("two", text="x" * 400)), run_info("run-2"))
    s.publish()
"""


@pytest.mark.parametrize("place", ["load", "commit", "publish"])
def test_a_run_that_is_killed_harms_nobody_and_the_next_goes_on(
    tmp_path: Path, publish: Callable[..., Path], place: str
) -> None:
    path = publish(page_frames())
    made = str(Path(page_frames.__code__.co_filename).parent)
    done = subprocess.run([sys.executable, "-c", DIE, str(tmp_path / "data"), made, place], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert ask(path, "SELECT count(*) FROM page").item() == 1
    whole = publish(page_frames(), page_frames("two", text="x" * 400), folder="whole")
    assert differences(publish(page_frames("two", text="x" * 400), run_id="run-3"), whole) == []
    assert not list(path.parent.glob(".banmian*"))


def test_room_that_replaced_rows_left_is_not_published(
    tmp_path: Path, publish: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "TRIFLE_BLOCKS", 4)
    big = "".join(map(chr, range(0x4E00, 0x9F00))) * 40
    path = publish(page_frames(text=big))
    size = path.stat().st_size
    for number in range(4):
        publish(page_frames(reader=str(number), text=big), run_id=f"run-{number}")
        with duckdb.connect(str(work_path(tmp_path / "data"))) as con:
            con.execute("DELETE FROM page_history")
    again = publish(page_frames(reader="3", text=big), run_id="run-9")
    assert again.stat().st_size <= size * 1.3
    assert ask(again, "SELECT count(*) FROM metric_in_context").item() == 1
    assert ask(again, "SELECT comment FROM duckdb_tables() WHERE table_name = 'page'").item()
