"""A damaged work file is noticed before anything is done with it, set aside, and built again from what is whole."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_pages import TEXT, page_frames

from warehouse import whole
from warehouse.equality import differences
from warehouse.errors import WarehouseBroken
from warehouse.kept import kept
from warehouse.query import ask
from warehouse.store import open_store, published_path, work_path
from warehouse.whole import fault

Publish = Callable[..., Path]
ROOT = Path(__file__).resolve().parents[2]


def flip(path: Path, count: int = 64, seed: int = 7) -> None:
    """Change bytes all over a file, its time and size as they were: what a bad disk does."""
    stat, content = path.stat(), bytearray(path.read_bytes())
    rng = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(count):
        content[rng.randrange(len(content))] ^= 1 + rng.randrange(255)
    path.write_bytes(content)
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.fixture(autouse=True)
def _as_a_new_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole, "_SEEN", {})


def _forget_process() -> None:
    whole._SEEN.clear()


@pytest.mark.parametrize("damage", [flip, cut], ids=["flipped bytes", "truncated"])
def test_a_damaged_work_file_is_built_again_and_the_run_ends_as_ever(
    tmp_path: Path, publish: Publish, damage: Callable[[Path], None]
) -> None:
    publish(page_frames("one"))
    work = work_path(tmp_path / "data")
    damage(work)
    _forget_process()
    with open_store(tmp_path / "data") as store:
        assert store.rebuilt is not None
        assert "was damaged" in store.rebuilt and "from the published file" in store.rebuilt
        assert store.known_pages() == {"p-one": "1"}
    assert (work.parent / "banmian.damaged.duckdb").exists()
    path = publish(page_frames("two", text=TEXT + "二"), run_id="run-2")
    undisturbed = publish(page_frames("one"), page_frames("two", text=TEXT + "二"), folder="whole")
    assert differences(path, undisturbed) == []


def test_with_the_published_file_damaged_too_a_kept_one_is_taken(tmp_path: Path, publish: Publish) -> None:
    publish(page_frames("one"))
    publish(page_frames("two", text=TEXT + "二"), run_id="run-2")
    flip(work_path(tmp_path / "data"))
    flip(published_path(tmp_path / "data"))
    _forget_process()
    with open_store(tmp_path / "data") as store:
        assert store.rebuilt is not None
        assert "from the kept file of run run-1-0" in store.rebuilt
        assert store.known_pages() == {"p-one": "1"}


def test_with_nothing_whole_a_new_one_is_begun(tmp_path: Path) -> None:
    work_path(tmp_path).parent.mkdir(parents=True)
    work_path(tmp_path).write_bytes(b"not a database" * 1000)
    with open_store(tmp_path) as store:
        assert store.rebuilt is not None
        assert "give the next run all pages again" in store.rebuilt
        assert store.known_pages() == {}


def test_a_lost_work_file_is_taken_from_what_is_whole_and_only_damage_is_told(tmp_path: Path, publish: Publish) -> None:
    publish(page_frames("one"))
    publish(page_frames("two", text=TEXT + "二"), run_id="run-2")
    shutil.rmtree(tmp_path / "data" / "work")
    with open_store(tmp_path / "data") as store:
        assert store.rebuilt is None
    shutil.rmtree(tmp_path / "data" / "work")
    cut(published_path(tmp_path / "data"))
    with open_store(tmp_path / "data") as store:
        assert store.rebuilt is not None
        assert "the published one is damaged too" in store.rebuilt


def test_a_file_that_its_owner_changed_with_sql_is_not_damaged(tmp_path: Path, publish: Publish) -> None:
    import duckdb

    publish(page_frames("one"))
    with duckdb.connect(str(work_path(tmp_path / "data"))) as con:
        con.execute("UPDATE page SET outlet = '城西日报'")
    with open_store(tmp_path / "data") as store:
        assert store.rebuilt is None
        assert ask(store.publish(), "SELECT outlet FROM page").item() == "城西日报"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_a_work_file_that_may_not_be_opened_is_not_damaged(tmp_path: Path, publish: Publish) -> None:
    publish(page_frames("one"))
    work_path(tmp_path / "data").chmod(0)
    with pytest.raises(WarehouseBroken, match="may not be opened"), open_store(tmp_path / "data"):
        pass
    work_path(tmp_path / "data").chmod(0o644)


def test_an_unchanged_work_file_is_not_read_through_again(
    tmp_path: Path, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(page_frames("one"))

    def never(*_given: object) -> None:
        raise AssertionError("read through")

    monkeypatch.setattr("warehouse.rebuild.scan", never)
    for _ in range(2):
        _forget_process()
        with open_store(tmp_path / "data") as store:
            assert len(store.known_pages()) == 1


def test_a_writer_that_dies_leaves_a_file_that_the_next_one_reads_through(tmp_path: Path, publish: Publish) -> None:
    publish(page_frames("one"))
    die = """
import os, signal, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from made_pages import as_shards, page_frames, run_info
from warehouse.store import open_store
with open_store(Path(sys.argv[1])) as store:
    store.load(as_shards(page_frames("two", text="x" * 400)), run_info("run-2"))
    os.kill(os.getpid(), signal.SIGKILL)
"""
    made = str(Path(page_frames.__code__.co_filename).parent)
    subprocess.run([sys.executable, "-c", die, str(tmp_path / "data"), made], cwd=ROOT, check=False)
    with open_store(tmp_path / "data") as store:
        assert store.rebuilt is None
        assert len(store.known_pages()) == 2


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), count=st.integers(1, 40))
def test_flipped_bytes_are_found_wherever_they_matter(tmp_path: Path, publish: Publish, seed: int, count: int) -> None:
    good = tmp_path / "good.duckdb"
    if not good.exists():
        shutil.copy(publish(page_frames("one")), good)
    bad = shutil.copy(good, tmp_path / "bad.duckdb")
    flip(bad, count, seed)
    assert fault(bad) is not None or differences(good, bad) == []


def test_the_kept_files_are_those_that_were_published(tmp_path: Path, publish: Publish) -> None:
    publish(page_frames("one"))
    assert [fault(item.path) for item in kept(tmp_path / "data")] == [None]
