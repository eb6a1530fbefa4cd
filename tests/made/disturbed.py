"""Runs as a scheduler starts them, killed where a test says, while a reader polls what is published."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 900.0
SHORTEST = 0.05
_POLL = """
import sys, time
from pathlib import Path
from warehouse.query import ask
path, stop, seen = Path(sys.argv[1]), Path(sys.argv[2]), {}
sql = '''SELECT (SELECT count(*) FROM page), (SELECT count(*) FROM article), (SELECT count(*) FROM metric),
                (SELECT count(*) FROM token)'''
while not stop.exists():
    row = ask(path, sql).row(0)
    seen[row] = seen.get(row, 0) + 1
    time.sleep(0.02)
print(seen)
"""
_ASK_ON = """
import json, sys, time
from pathlib import Path
import duckdb
from warehouse.query import ask
path, stop, ready = map(Path, sys.argv[1:4])
tables = [f"(SELECT count(*) FROM {table})" for table in ("page", "article", "metric", "person", "quote", "run")]
sql, seen, held, mixed, failed = f"SELECT {', '.join(tables)}", [], [], [], []
opened = duckdb.connect(str(path), read_only=True)
def note(rows, places):
    if len(set(rows)) > 1:
        mixed.append(rows)
    if rows[0] not in places:
        places.append(rows[0])
while not stop.exists() or not seen:
    try:
        note(ask(path, sql).row(0), seen)
        with duckdb.connect() as con:
            con.execute(f"ATTACH '{path}' AS banmian (READ_ONLY)")
            con.execute("USE banmian")
            note([con.execute(f"SELECT {table}").fetchone()[0] for table in tables], seen)
        note(opened.execute(sql).fetchone(), held)
    except Exception as error:
        failed.append(repr(error))
    ready.touch()
print(json.dumps({"seen": seen, "held": held, "mixed": mixed, "failed": failed[:3]}))
"""
# The clock as every program of the run sees it, 400 days back from when the file CLOCK_JUMPED is there.
_CLOCK = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

int clock_gettime(clockid_t id, struct timespec *at) {
  static int (*real)(clockid_t, struct timespec *);
  const char *path = getenv("CLOCK_JUMPED");
  if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
  int status = real(id, at);
  if (status == 0 && id == CLOCK_REALTIME && path && access(path, F_OK) == 0) at->tv_sec -= 400 * 86400;
  return status;
}
time_t time(time_t *at) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return at ? (*at = now.tv_sec) : now.tv_sec;
}
int gettimeofday(struct timeval *at, void *zone) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  at->tv_sec = now.tv_sec;
  at->tv_usec = now.tv_nsec / 1000;
  return 0;
}
"""
Condition = Callable[[Path], bool]
Told = dict[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Point:
    """Where a run is killed: so many seconds after `reached` first holds of its data folder."""

    stage: str
    reached: Condition
    seconds: float = 0.0


def start(pages: Path, data_dir: Path, environment: dict[str, str], log: Path) -> subprocess.Popen[bytes]:
    """A run in a process group of its own."""
    words = [sys.executable, "-c", "from flows.cli import main; main()", "run", str(pages), "--data-dir", str(data_dir)]
    with log.open("ab") as out:
        return subprocess.Popen(words, env=environment, cwd=log.parent, stdout=out, stderr=out, start_new_session=True)


def jumping_clock(folder: Path) -> dict[str, str] | None:
    """What the environment needs for a clock that jumps once folder/jumped is there; None without a C compiler."""
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        return None
    source, library = folder / "clock.c", folder / "clock.so"
    source.write_text(_CLOCK, encoding="ascii")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", str(library), str(source), "-ldl"], check=True)
    return {"LD_PRELOAD": str(library), "CLOCK_JUMPED": str(folder / "jumped")}


def run(pages: Path, data_dir: Path, environment: dict[str, str], log: Path) -> int:
    """A run to its end; gives its exit status."""
    return start(pages, data_dir, environment, log).wait(PATIENCE)


def run_and_kill(
    pages: Path, data_dir: Path, environment: dict[str, str], log: Path, point: Point, by: int = signal.SIGKILL
) -> int | None:
    """A run whose whole process group gets a signal at a point: how it ended; None where it had ended before."""
    process = start(pages, data_dir, environment, log)
    until = time.monotonic() + PATIENCE
    while process.poll() is None and not point.reached(data_dir) and time.monotonic() < until:
        time.sleep(0.002)
    kill_at = time.monotonic() + point.seconds
    while process.poll() is None and time.monotonic() < kill_at:
        time.sleep(0.002)
    if process.poll() is not None:
        return None
    os.killpg(process.pid, by)
    return process.wait(PATIENCE)


@contextmanager
def reader(path: Path, stop: Path) -> Iterator[list[dict[tuple[int, ...], int]]]:
    """Poll a published file all the while; the list gets what was seen, and how often, at the end."""
    stop.unlink(missing_ok=True)
    seen: list[dict[tuple[int, ...], int]] = []
    words = [sys.executable, "-c", _POLL, str(path), str(stop)]
    process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        yield seen
        stop.touch()
        told, complaint = process.communicate(timeout=60)
        assert process.returncode == 0, complaint
        seen.append(eval(told, {}))  # noqa: S307 - what our own reader printed
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


@contextmanager
def crowd(path: Path, stop: Path, readers: int, seconds: float) -> Iterator[tuple[Callable[[], None], list[Told]]]:
    """So many readers that ask a published file in a loop, each of its pages being in every table once.

    Gives a pause between publishes, and the list that what each has seen is in at the end: the numbers of pages it
    met, those in a connection that it kept open, answers that do not fit together, and queries that failed.
    """
    told: list[Told] = []
    ready = [stop.with_name(f"ready-{number}") for number in range(readers)]
    words = [sys.executable, "-c", _ASK_ON, str(path), str(stop)]
    asking = [subprocess.Popen([*words, str(mark)], cwd=ROOT, stdout=subprocess.PIPE, text=True) for mark in ready]

    def pause() -> None:
        while not all(mark.exists() for mark in ready):
            assert all(process.poll() is None for process in asking)
            time.sleep(0.05)
        time.sleep(seconds)

    try:
        yield pause, told
        stop.touch()
        told += [json.loads(process.communicate(timeout=PATIENCE)[0]) for process in asking]
    finally:
        for process in asking:
            process.kill()
            process.wait()


@dataclass(frozen=True, slots=True)
class Course:
    """A run that nothing happens to: when each stage begins, in seconds from its start, and when it has ended."""

    begins: dict[str, float]
    end: float
    status: int

    def seconds(self, stage: str) -> float:
        """How long a stage lasts."""
        later = [at for at in self.begins.values() if at > self.begins[stage]]
        return min(later, default=self.end) - self.begins[stage]


def stages(shards: int) -> dict[str, Condition]:
    """The stages of a run in order, and what is first true of its data folder in each."""
    return {
        "start": lambda _: True,
        "read": _staged(1),
        "check": _staged(shards),
        "load": lambda data: _staged(shards)(data) and _is_loading(data),
        "copy": lambda data: any(data.glob(".banmian.*.part")),
        "end": lambda data: len(list(data.joinpath("published").glob("*.duckdb"))) > 1,
    }


def _is_loading(data_dir: Path) -> bool:
    """Whether the work file has begun to differ from the published one; a large load goes into it without a log."""
    work = data_dir / "work" / "banmian.work.duckdb"
    grown = work.stat().st_size > data_dir.joinpath("banmian.duckdb").stat().st_size
    return grown or work.with_name(f"{work.name}.wal").exists()


def _staged(number: int) -> Condition:
    return lambda data: sum("." not in path.name for path in data.joinpath("stage").glob("*")) >= number


def watch(pages: Path, data_dir: Path, environment: dict[str, str], log: Path, shards: int) -> Course:
    """A run to its end, its stages timed; a data folder that was published once is needed."""
    began = time.monotonic()
    process = start(pages, data_dir, environment, log)
    begins: dict[str, float] = {}
    waiting = list(stages(shards).items())
    while process.poll() is None and time.monotonic() < began + PATIENCE:
        if waiting and waiting[0][1](data_dir):
            begins[waiting.pop(0)[0]] = time.monotonic() - began
        else:
            time.sleep(0.002)
    return Course(begins, time.monotonic() - began, process.wait(PATIENCE))


def sooner(point: Point) -> Point:
    """The same place in half the time; below zero where no time is left to halve."""
    return replace(point, seconds=point.seconds / 2 if point.seconds > SHORTEST else -1.0)


def points(count: int, shards: int, course: Course) -> list[Point]:
    """So many places in the life of a run, as many in each stage; those of reading by the shards that stand."""
    named = stages(shards)
    found = []
    for place, (stage, begun) in enumerate(named.items()):
        number = (count + place) // len(named)
        for step in range(number):
            share = (step + 0.5) / number
            if stage == "read":
                found.append(Point(stage, _staged(max(1, round(shards * share)))))
            else:
                found.append(Point(stage, begun, course.seconds(stage) * share))
    return found
