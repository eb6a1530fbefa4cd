"""Reading on a Dask cluster: how its scheduler is reached, and what one of its workers does."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import time
from asyncio import wait_for
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from socket import create_connection, gethostname
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

from flows.pool import ReadingPool
from flows.server import server_url
from flows.settings import SettingsError
from flows.stage import Shard, ShardJob
from flows.worker import Manner
from transforms.version import READER_VERSION

SECONDS_FOR_ANSWER = 5.0
SECONDS_FOR_WORKERS = 15.0


@dataclass(frozen=True, slots=True)
class WorkersPool:
    """Stands for the pool of whichever Dask worker it comes to; `reader_version` is that of the run."""

    reader_version: str = READER_VERSION

    def read(self, jobs: Sequence[ShardJob], manner: Manner) -> Iterator[Shard]:
        """The shards of `jobs`, in order.

        Raises SettingsError where this worker has another reader: its shards would pass for what they are not.
        """
        if self.reader_version != READER_VERSION:
            versions = f"reader {READER_VERSION}, the run has {self.reader_version}"
            cure = "install the same Banmian there, with the same seeds"
            raise SettingsError(f"the Dask worker on {gethostname()} has {versions}: {cure}")
        return _own_pool().read(jobs, manner)


_pools: list[ReadingPool] = []
_one_at_a_time = Lock()


def _own_pool() -> ReadingPool:
    """The pool of this Dask worker, with a process for each of its threads; kept, and ended with it."""
    from distributed import get_worker

    with _one_at_a_time:
        if not _pools:
            # A nanny starts its worker as a daemon, which may have no children as nothing would end them; ours end
            # by themselves.
            multiprocessing.current_process().daemon = False
            _pools.append(ReadingPool(get_worker().state.nthreads))
        return _pools[0]


def reach(address: str) -> None:
    """Nothing where a Dask scheduler with workers answers at `address`.

    Raises SettingsError, within seconds.
    """
    said = f"BANMIAN_DASK_ADDRESS = {address!r}"
    if find_spec("prefect_dask") is None:
        raise SettingsError(f"{said}: reading on a Dask cluster needs `pip install banmian[dask]`")
    if server_url() is None:
        raise SettingsError(
            f"{said}: the workers tell a Prefect server what they do: start one (`prefect server start`), "
            "and set PREFECT_API_URL to an address that they reach"
        )
    until = time.monotonic() + SECONDS_FOR_WORKERS
    try:
        while not (workers := asyncio.run(wait_for(_workers(address), SECONDS_FOR_ANSWER))):
            if time.monotonic() > until:
                break
            time.sleep(0.5)
    except Exception as error:  # whatever listens there, and whatever it says
        why = str(error) or f"no answer in {SECONDS_FOR_ANSWER:.0f} s"
        raise SettingsError(
            f"{said}: no Dask scheduler answers there; start one (`dask scheduler`), or unset it to read here ({why})"
        ) from error
    if not workers:
        raise SettingsError(
            f"{said}: that scheduler has no worker; start one where Banmian is (`dask worker {address}`)"
        )


async def _workers(address: str) -> int:
    """How many a scheduler has; not asked through a Client, which waits for ever for one that never answers."""
    from distributed import Security
    from distributed.core import rpc

    async with rpc(address, connection_args=Security().get_connection_args("client")) as scheduler:
        told = await scheduler.identity()
        return int(told["n_workers"])


@contextmanager
def connected(address: str) -> Iterator[Any]:
    """Prefect's task runner on the cluster.

    Raises SettingsError.
    """
    reach(address)
    import dask
    from prefect_dask.task_runners import DaskTaskRunner

    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # what ends a run is told once, by the run
    # a batch goes with its pages, and is meant to
    quiet = dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"})
    with quiet, DaskTaskRunner(address=address, client_kwargs={"timeout": SECONDS_FOR_ANSWER}) as runner:
        url = server_url() or ""
        for worker, answer in runner.client.run(reaches, url, on_error="return").items():
            if isinstance(answer, OSError):
                told = f"PREFECT_API_URL = {url!r}: the Dask worker {worker} does not reach it"
                raise SettingsError(f"{told}; have the server listen where the workers are ({answer})")
            if answer is not None:
                raise SettingsError(f"the Dask worker {worker} has no such Banmian: install the same there ({answer})")
        yield runner


def reaches(url: str) -> None:
    """Asked of a worker: whether it can connect to the Prefect server.

    Raises OSError.
    """
    place = urlsplit(url)
    port = place.port or (443 if place.scheme == "https" else 80)
    create_connection((place.hostname or "", port), SECONDS_FOR_ANSWER).close()
