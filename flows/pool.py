"""The reading processes of a run, or of a worker of a Dask cluster."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing.connection import wait
from threading import Lock, Thread
from typing import Protocol

from flows.quiet import packages_of_ours
from flows.sorting import NewPage
from flows.stage import Shard, ShardJob
from flows.worker import Manner, died, make_ready, read_shard, try_page


class ReadersFailedError(RuntimeError):
    """No process can be had that reads."""


class Pool(Protocol):
    """What reads shards."""

    def read(self, jobs: Sequence[ShardJob], manner: Manner) -> Iterator[Shard]:
        """The shards of `jobs`, in order."""


class ReadingPool:
    """Processes that read shards. A page that kills its process is found and refused; the others are read."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._lock = Lock()
        self._pool = _processes(workers)

    def read(self, jobs: Sequence[ShardJob], manner: Manner) -> Iterator[Shard]:
        """The shards of `jobs`, in order. Several threads may read at a time.

        Raises ReadersFailedError where no process can be had that reads.
        """
        with self._lock:
            pool = self._pool
        futures = [_submit(pool, job, manner) for job in jobs]
        for job, future in zip(jobs, futures, strict=True):
            try:
                if future is None:
                    raise BrokenProcessPool
                yield future.result()
            except BrokenProcessPool:
                self._replace(pool)
                yield _read_with_care(job, manner)

    def _replace(self, broken: ProcessPoolExecutor) -> None:
        """New processes for what is read from now on; another thread may have seen to it."""
        with self._lock:
            if self._pool is broken:
                self._pool = _processes(self._workers)

    def close(self) -> None:
        """Wait for the shards under way; those that have not begun are dropped."""
        self._pool.shutdown(wait=True, cancel_futures=True)


def _read_with_care(job: ShardJob, manner: Manner) -> Shard:
    """Read a shard whose process died: once more alone, then without the pages that kill.

    Raises ReadersFailedError where a process dies without any page.
    """
    with _processes(1) as alone:
        try:
            return alone.submit(read_shard, job, manner).result()
        except BrokenProcessPool:
            pass
    if _kills(None, manner):
        raise ReadersFailedError("the reading processes die as they start; is the installation whole, is memory left?")
    killers = {page.page_id for page in job.pages if _kills(page, manner)}
    spared = tuple(page for page in job.pages if page.page_id not in killers)
    gone = tuple(died(page) for page in job.pages if page.page_id in killers)
    with _processes(1) as alone:
        return alone.submit(read_shard, replace(job, pages=spared, gone=gone), manner).result()


def _kills(page: NewPage | None, manner: Manner) -> bool:
    with _processes(1) as alone:
        try:
            alone.submit(try_page, page, manner).result()
        except BrokenProcessPool:
            return True
    return False


def _submit(pool: ProcessPoolExecutor, job: ShardJob, manner: Manner) -> Future[Shard] | None:
    """None where the pool is broken already."""
    try:
        return pool.submit(read_shard, job, manner)
    except BrokenProcessPool:
        return None


def _processes(workers: int) -> ProcessPoolExecutor:
    # forked from a clean server, not from here: this process has threads, and a fork would inherit their locks
    packages_of_ours()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["flows.worker"])
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_begin)


def _begin() -> None:
    """A reader leaves Ctrl-C to the run, and ends when the run does, however that ends."""
    make_ready()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_the_run, daemon=True).start()


def _end_with_the_run() -> None:
    run = multiprocessing.parent_process()
    if run is not None:
        wait([run.sentinel])
        os._exit(1)
