"""One run at a time in a data folder."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from flows.finding import LOCK

# A look at who holds the folder lasts no longer, and is no reason to turn a run away.
A_LOOK = 0.2


class RunBusyError(Exception):
    """Another run is at work in the data folder."""


@dataclass(frozen=True, slots=True)
class Unended:
    """A run that has begun in a data folder and not come to its end; one that is not `alive` crashed."""

    run_id: str
    started_at: datetime
    alive: bool


@contextmanager
def run_lock(data_dir: Path, wait: float, run_id: str = "") -> Iterator[Unended | None]:
    """Hold the data folder for one run; the system lets go of it when the process ends, however it ends.

    The file says which process, and which run, until that run comes to its end. Gives the run before, where that
    crashed.

    Raises RunBusyError when another run holds it for longer than `wait` seconds.
    """
    path = data_dir / LOCK
    with path.open("a+", encoding="utf-8", errors="replace") as file:
        until = time.monotonic() + max(wait, A_LOOK)
        while not _taken(file, fcntl.LOCK_EX):
            if time.monotonic() >= until:
                holder = _words(file)[:1] or ["unknown"]
                raise RunBusyError(
                    f"another run (process {holder[0]}) is at work in {data_dir}; let it end, or give --wait SECONDS"
                )
            time.sleep(A_LOOK / 4)
        before = _words(file)
        _write(file, f"{os.getpid()} {run_id} {datetime.now(UTC).isoformat()}" if run_id else f"{os.getpid()}")
        try:
            yield _run_of(before, alive=False)
        finally:
            # a command that is no run leaves the word on a crashed one
            _write(file, "" if run_id else " ".join(before))


def unended(data_dir: Path) -> Unended | None:
    """The run that is at work in a data folder, or that was when its process died."""
    try:
        with (data_dir / LOCK).open(encoding="utf-8", errors="replace") as file:
            alive = not _taken(file, fcntl.LOCK_SH)
            return _run_of(_words(file), alive)
    except OSError:  # nobody
        return None


def _run_of(words: list[str], alive: bool) -> Unended | None:
    try:
        _, run_id, started_at = words
        return Unended(run_id, datetime.fromisoformat(started_at), alive)
    except ValueError:  # no run
        return None


def _words(file: IO[str]) -> list[str]:
    file.seek(0)
    return file.read(200).split()


def _write(file: IO[str], words: str) -> None:
    file.truncate(0)
    file.write(words)
    file.flush()


def _taken(file: IO[str], kind: int) -> bool:
    try:
        fcntl.flock(file.fileno(), kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
