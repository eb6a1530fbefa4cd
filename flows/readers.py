"""Who reads the batches of a run: processes of its own, or the workers of a Dask cluster."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

from flows.artifacts import Progress
from flows.batches import LARGEST, batches
from flows.cluster import WorkersPool, connected
from flows.pool import ReadingPool
from flows.report import counted
from flows.settings import Settings, SettingsError
from flows.stage import Shard, ShardJob
from flows.tasks import Batch, opaque, read_batch
from flows.worker import Manner

BATCHES_IN_FLIGHT = 2
LARGEST_SENT = 16  # shards; a batch waits whole in the memory of the scheduler


class Readers(Protocol):
    """Where batches go to be read, `largest` shards at most in each."""

    @property
    def largest(self) -> int: ...

    def in_flight(self) -> int:
        """How many batches may be under way."""

    def submit(self, batch: Batch) -> Callable[[], list[Shard]]:
        """Have a batch read; what is given waits for its shards."""


@contextmanager
def readers(settings: Settings, manner: Manner, progress: Progress) -> Iterator[Readers]:
    """The readers that the settings want; there are no others where those cannot be had.

    Raises SettingsError.
    """
    if settings.dask_address is None:
        with closing(ReadingPool(settings.workers)) as pool:
            yield Processes(pool, manner, progress)
    else:
        with connected(settings.dask_address) as runner:
            yield Cluster(runner, manner, progress)


def read_all(jobs: Iterable[tuple[ShardJob, float]], by: Readers) -> list[Shard]:
    """Every shard, in order; with each job comes the share of the run that is done with it."""
    shards: list[Shard] = []
    waiting: deque[Callable[[], list[Shard]]] = deque()
    for batch in batches(jobs, by.largest):
        waiting.append(by.submit(Batch([job for job, _ in batch], [share for _, share in batch])))
        while len(waiting) >= by.in_flight():
            shards += waiting.popleft()()
    for wait in waiting:
        shards += wait()
    return shards


@dataclass(frozen=True)
class Processes:
    """The run's own processes."""

    pool: ReadingPool
    manner: Manner
    progress: Progress
    largest: int = LARGEST

    def in_flight(self) -> int:
        return BATCHES_IN_FLIGHT

    def submit(self, batch: Batch) -> Callable[[], list[Shard]]:
        future = read_batch.submit(_label(batch), batch, opaque(self.pool), self.manner, opaque(self._hear))
        return future.result

    def _hear(self, share: float) -> None:
        self.progress.at("read", share)


@dataclass(frozen=True)
class Cluster:
    """The workers of a Dask cluster, through Prefect's task runner."""

    runner: Any
    manner: Manner
    progress: Progress
    largest: int = LARGEST_SENT

    def in_flight(self) -> int:
        """One for each thread of a worker, and one for each worker to begin with next; workers come and go."""
        threads: dict[str, int] = self.runner.client.nthreads()
        return max(BATCHES_IN_FLIGHT, sum(threads.values()) + len(threads))

    def submit(self, batch: Batch) -> Callable[[], list[Shard]]:
        """As declared; waiting raises SettingsError where a worker's shard is not in the data folder here."""
        given = {
            "label": _label(batch),
            "batch": batch,
            "pool": WorkersPool(),
            "manner": self.manner,
            "hear": nobody,
        }
        future = self.runner.submit(read_batch, given)
        share = batch.shares[-1]  # not the batch itself: its pages are out of this memory

        def wait() -> list[Shard]:
            shards: list[Shard] = future.result()
            for shard in shards:
                if not shard.folder.is_dir():
                    raise SettingsError(
                        f"BANMIAN_DATA_DIR: a Dask worker wrote {shard.folder}, and it is not here; the data folder "
                        "must be on storage that the run shares with the workers, under the same path"
                    )
            self.progress.at("read", share)
            return shards

        return wait


def nobody(_share: float) -> None:
    """The run is in another process and hears of a batch at its end."""


def _label(batch: Batch) -> str:
    return counted(sum(len(job.pages) for job in batch.jobs), "page")
