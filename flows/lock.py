"""One run at a time in a data folder."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.finding import LOCK


class RunBusyError(Exception):
    """Another run is at work in the data folder."""


@contextmanager
def run_lock(data_dir: Path, wait: float) -> Iterator[None]:
    """Hold the data folder for one run; the system lets go of it when the process ends, however it ends.

    Raises RunBusyError when another run holds it for longer than `wait` seconds.
    """
    path = data_dir / LOCK
    with path.open("a+") as file:
        until = time.monotonic() + wait
        while not _taken(file.fileno()):
            if time.monotonic() >= until:
                file.seek(0)
                holder = file.read(20).strip() or "unknown"
                raise RunBusyError(
                    f"another run (process {holder}) is at work in {data_dir}; let it end, or give --wait SECONDS"
                )
            time.sleep(0.2)
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def _taken(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
