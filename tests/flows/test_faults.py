"""What goes wrong at night: runs are killed, disks fill up, files are cut and flipped; the next plain run mends it all.

An hour and more, so `make test-faults` runs it. BANMIAN_FAULT_POINTS says at how many points a run is killed, and
BANMIAN_FAULT_EVERY that only every so many-th page of the volume is read.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import shutil
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest
from disturbed import (
    PATIENCE,
    Course,
    Point,
    jumping_clock,
    points,
    reader,
    run,
    run_and_kill,
    sooner,
    stages,
    start,
    watch,
)

from flows.cli.screen import STOPPED
from flows.samples import sample_pages
from warehouse.equality import differences
from warehouse.query import ask
from warehouse.store import published_path, work_path

pytestmark = pytest.mark.long

EVERY = int(os.environ.get("BANMIAN_FAULT_EVERY", "1"))
SHARD_PAGES = 16
POINTS = int(os.environ.get("BANMIAN_FAULT_POINTS", "30"))
COUNTS = """SELECT (SELECT count(*) FROM page), (SELECT count(*) FROM article), (SELECT count(*) FROM metric),
                   (SELECT count(*) FROM token)"""
Write = Callable[[Path, int], Path]


@pytest.fixture(scope="module")
def night(environment: dict[str, str]) -> dict[str, str]:
    """The environment of the runs: small shards, so that there are many places to be killed at."""
    return environment | {"BANMIAN_SHARD_PAGES": str(SHARD_PAGES)}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the volume; the sample pages where there is none."""
    volume = Path(os.environ.get("BANMIAN_SHARED", Path(__file__).parents[3] / "shared")) / "volume"
    path = tmp_path_factory.mktemp("volume") / "pages.jsonl"
    for found in volume.glob("*.jsonl.gz"):
        if "truth" not in found.name:
            with gzip.open(found, "rt", encoding="utf-8") as lines:
                path.write_text("".join(islice(lines, 0, None, EVERY)), encoding="utf-8")
            return path
    return sample_pages()


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, night: dict[str, str], write_pages: Write) -> Path:
    """A data folder of the day before."""
    folder = tmp_path_factory.mktemp("base")
    assert run(write_pages(folder / "pages", 3), folder / "data", night, folder / "log") == 0
    return folder / "data"


Night = tuple[Path, Course]


@pytest.fixture(scope="module")
def quiet_night(tmp_path_factory: pytest.TempPathFactory, base: Path, pages: Path, night: dict[str, str]) -> Night:
    """What a run that nothing happens to publishes, and how long its stages last."""
    folder = tmp_path_factory.mktemp("undisturbed")
    shutil.copytree(base, folder / "data")
    course = watch(pages, folder / "data", night, folder / "log", _shards(pages))
    assert course.status == 0
    assert list(course.begins) == list(stages(1))
    return published_path(folder / "data"), course


@pytest.fixture(scope="module")
def undisturbed(quiet_night: Night) -> Path:
    return quiet_night[0]


@pytest.fixture
def data(tmp_path: Path, base: Path) -> Path:
    shutil.copytree(base, tmp_path / "data")
    return tmp_path / "data"


def _shards(pages: Path) -> int:
    lines = sum(1 for _ in pages.open("rb")) if pages.is_file() else len(list(pages.iterdir()))
    return -(-lines // SHARD_PAGES)


def test_a_run_killed_anywhere_is_made_good_by_the_next(
    tmp_path: Path, base: Path, quiet_night: Night, pages: Path, night: dict[str, str]
) -> None:
    undisturbed, course = quiet_night
    before, after = (ask(path, COUNTS).row(0) for path in (published_path(base), undisturbed))
    told: list[dict[str, object]] = []
    for number, point in enumerate(points(POINTS, _shards(pages), course)):
        killed = False
        while not killed and point.seconds >= 0:
            folder = tmp_path / str(number)
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(base, folder / "data")
            path, log = published_path(folder / "data"), folder / "log"
            with reader(path, folder / "stop") as seen:
                killed = run_and_kill(pages, folder / "data", night, log, point) is not None
                status = run(pages, folder / "data", night, log)
            point = sooner(point)  # for a run that ended before, on a machine that is faster by now
        apart = differences(undisturbed, path)
        strange = seen[0].keys() - {before, after}
        polls = sum(seen[0].values())
        told.append({"stage": point.stage, "killed": killed, "good": status == 0 and not apart and not strange})
        told[-1] |= {"status": status, "apart": apart[:3], "strange": sorted(strange), "polls": polls}
        with (tmp_path / "told.jsonl").open("a") as file:
            file.write(json.dumps(told[-1] | {"seconds": point.seconds}, default=str) + "\n")
        if told[-1]["good"]:
            shutil.rmtree(folder)
    assert [one for one in told if not (one["good"] and one["killed"])] == []
    assert {one["stage"] for one in told} == set(stages(1)), "no stage was missed"


def test_a_shard_cut_short_is_read_again(
    tmp_path: Path, data: Path, undisturbed: Path, pages: Path, night: dict[str, str]
) -> None:
    after_reading = Point("check", stages(_shards(pages))["check"])
    assert run_and_kill(pages, data, night, tmp_path / "log", after_reading) == -signal.SIGKILL
    shards = sorted(path for path in (data / "stage").iterdir() if "." not in path.name)
    for shard, name in zip(shards, ("page", "metric", "token"), strict=False):
        file = shard / f"{name}.parquet"
        os.truncate(file, file.stat().st_size // 2)
    assert run(pages, data, night, tmp_path / "log") == 0
    assert differences(undisturbed, published_path(data)) == []


def test_a_work_file_with_flipped_bytes_is_built_again(
    tmp_path: Path, data: Path, undisturbed: Path, pages: Path, night: dict[str, str]
) -> None:
    content, rng = bytearray(work_path(data).read_bytes()), random.Random(3)  # noqa: S311 - no secret
    for _ in range(200):
        content[rng.randrange(len(content))] ^= 255
    work_path(data).write_bytes(content)
    log = tmp_path / "log"
    assert run(pages, data, night, log) == 0
    assert "the work file was damaged" in log.read_text(encoding="utf-8")
    assert differences(undisturbed, published_path(data)) == []


def test_ctrl_c_is_told_and_the_next_run_goes_on(
    tmp_path: Path, data: Path, undisturbed: Path, pages: Path, night: dict[str, str]
) -> None:
    log = tmp_path / "log"
    while_reading = Point("read", stages(1)["read"])
    assert run_and_kill(pages, data, night, log, while_reading, signal.SIGINT) == STOPPED
    assert "banmian: stopped; the next run goes on from what was read" in log.read_text(encoding="utf-8")
    assert "Traceback" not in log.read_text(encoding="utf-8")
    assert run(pages, data, night, log) == 0
    assert differences(undisturbed, published_path(data)) == []


def test_a_clock_that_jumps_back_changes_nothing(
    tmp_path: Path, data: Path, undisturbed: Path, pages: Path, night: dict[str, str]
) -> None:
    clock = jumping_clock(tmp_path)
    if clock is None:
        pytest.skip("a clock that jumps takes Linux and a C compiler")
    log, reading = tmp_path / "log", stages(1)["read"]
    process = start(pages, data, night | clock, log)
    while process.poll() is None and not reading(data):
        time.sleep(0.01)
    (tmp_path / "jumped").touch()
    assert process.wait(PATIENCE) == 0
    assert differences(undisturbed, published_path(data)) == []
    assert run(pages, data, night | clock, log) == 0, "and a run of the day before"
    assert differences(undisturbed, published_path(data)) == []
    times = ask(published_path(data), "SELECT started_at, finished_at FROM run ORDER BY rowid").rows()
    assert all(started <= finished for started, finished in times)
    assert times[-1][0] < times[-2][0], "the clock did jump"


@pytest.fixture
def small_disk(tmp_path: Path, base: Path) -> Iterator[Path]:
    """A data folder on a disk with no more room than what is there."""
    place = tmp_path / "disk"
    place.mkdir()
    room = sum(path.stat().st_size for path in base.rglob("*") if path.is_file()) // 2**20 + 2
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={room}m", "tmpfs", str(place)], check=False)
    if mounted.returncode:
        pytest.skip("mounting a small disk takes root")
    try:
        shutil.copytree(base, place / "data")
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=False)


def _mount_again(place: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", str(place)], check=True)


@pytest.mark.parametrize(("trouble", "mended"), [("", "size=2g"), ("ro", "rw,size=2g")], ids=["full disk", "read-only"])
def test_a_disk_that_takes_nothing_leaves_what_was_published(
    small_disk: Path, tmp_path: Path, base: Path, undisturbed: Path, pages: Path, night: dict[str, str],
    trouble: str, mended: str,
) -> None:  # fmt: skip
    data, log = small_disk / "data", tmp_path / "log"
    if trouble:
        _mount_again(small_disk, trouble)
    with reader(published_path(data), tmp_path / "stop") as seen:
        assert run(pages, data, night, log) == 1
    said = log.read_text(encoding="utf-8")
    assert "banmian:" in said
    assert "Traceback" not in said
    assert list(seen[0]) == [ask(published_path(base), COUNTS).row(0)]
    _mount_again(small_disk, mended)
    assert run(pages, data, night, log) == 0
    assert differences(undisturbed, published_path(data)) == []


def test_points_are_spread_over_all_stages() -> None:
    course = Course({stage: float(at) for at, stage in enumerate(stages(17))}, 9.0, 0)
    made = points(30, 17, course)
    assert Counter(point.stage for point in made) == dict.fromkeys(stages(17), 5)
    assert [point.seconds for point in made if point.stage == "end"] == pytest.approx([0.4, 1.2, 2.0, 2.8, 3.6])
