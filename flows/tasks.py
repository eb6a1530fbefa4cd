"""The tasks of the flow. What they are given can be large, so it is quoted: Prefect need not look into it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar, cast

from prefect import get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.utilities.annotations import quote

from flows.artifacts import Progress
from flows.checking import Checked, check
from flows.corrections import Correction
from flows.finding import Refusal
from flows.habits import held_to_habits
from flows.held import load, set_aside
from flows.pool import Pool
from flows.report import counted
from flows.source_outcomes import SourceOutcomes
from flows.stage import Shard, ShardJob
from flows.worker import Manner
from warehouse.errors import WarehouseBusy
from warehouse.store import KeepRule, Loaded, RunInfo, open_store

LOGGED = 50
LOGGED_OF_A_REASON = 10
T = TypeVar("T")
SECONDS_FOR_LOCK = 30.0


class Batch:
    """Shards to read, and the share of the run's bytes that is behind each of them.

    No dataclass, into which Prefect would look, and no quoted one, which Dask takes for a tuple.
    """

    def __init__(self, jobs: Sequence[ShardJob], shares: Sequence[float]) -> None:
        self.jobs = tuple(jobs)
        self.shares = tuple(shares)


def opaque(value: T) -> T:
    """An argument that Prefect hands to its task as it is; the task sees the value."""
    return cast(T, quote(value))


def _may_pass(_task: object, _run: object, state: Any) -> bool:
    """Whether trying again can help: a lock or a disk, never what a page or a program holds."""
    error = state.result(raise_on_failure=False)
    return isinstance(error, WarehouseBusy | OSError)


# NO_CACHE: a shard that stands in the stage is the cache, and it outlives the run
@task(
    task_run_name="read {label}", cache_policy=NO_CACHE, retries=2, retry_delay_seconds=2, retry_condition_fn=_may_pass
)
def read_batch(label: str, batch: Batch, pool: Pool, manner: Manner, hear: Callable[[float], None]) -> list[Shard]:
    """Read a batch of shards in the pool; `hear` is told the share of the run that is done with each."""
    shards = []
    for shard, share in zip(pool.read(batch.jobs, manner), batch.shares, strict=True):
        shards.append(shard)
        hear(share)
    log_refusals([refusal for shard in shards for refusal in shard.refusals])
    get_run_logger().info("%s read", counted(sum(shard.pages for shard in shards), "page"))
    return shards


@task(task_run_name="check", cache_policy=NO_CACHE)
def check_shards(
    shards: Sequence[Shard], progress: Progress, corrections: Sequence[Correction], data_dir: Path, handed: int
) -> Checked:
    """Every shard, with the corrections laid over it, through the expectations of its tables; then the run as a whole.

    `handed` counts the pages that the readers were given.
    """
    checked = check(shards, lambda number: progress.at("check", number / len(shards)), corrections)
    checked = held_to_habits(checked, shards, handed, data_dir, SECONDS_FOR_LOCK)
    log_refusals(checked.unfit)
    log_doubts(checked.doubts)
    _log_checks(checked)
    return checked


@task(task_run_name="load", cache_policy=NO_CACHE, retries=3, retry_delay_seconds=5, retry_condition_fn=_may_pass)
def load_run(data_dir: Path, checked: Checked, run: RunInfo, outcomes: SourceOutcomes) -> Loaded:
    """All of a run in one transaction; of a run that is held, its row and its checks alone, and the rest aside."""
    logger = get_run_logger()
    if run.state == "held":
        set_aside(data_dir, checked, run, outcomes)
        logger.warning("held: what was read is set aside, nothing of it is loaded")
    with open_store(data_dir, SECONDS_FOR_LOCK) as store:
        if run.state == "held":
            return store.load({}, run, quality=checked.results)
        all_of_it = replace(outcomes, refusals=(*outcomes.refusals, *checked.unfit))
        loaded = load(store, checked.files, run, all_of_it, checked.results)
    told = ((loaded.articles, "article"), (loaded.metrics, "metric"), (loaded.pages_replaced, "replaced reading"))
    logger.info("loaded: %s", ", ".join(counted(*one) for one in told))
    return loaded


@task(task_run_name="publish", cache_policy=NO_CACHE, retries=3, retry_delay_seconds=5, retry_condition_fn=_may_pass)
def publish(data_dir: Path, keep: KeepRule) -> Path:
    """What is loaded becomes what readers see, by one rename."""
    with open_store(data_dir, SECONDS_FOR_LOCK) as store:
        published = store.publish(keep)
    get_run_logger().info("readers see it from now on: %s", published)
    return published


def _log_checks(checked: Checked) -> None:
    failed = [f"{row.table_name}: {row.expectation}" for row in checked.results if not row.success]
    logger = get_run_logger()
    if failed:
        logger.warning("%d of %d checks failed: %s", len(failed), len(checked.results), ", ".join(failed))
    else:
        logger.info("all %d checks hold", len(checked.results))


def log_refusals(refusals: Sequence[Refusal]) -> None:
    """Page and reason, for the first of each reason; all are in the table reject."""
    logger = get_run_logger()
    told: Counter[str] = Counter()
    for refusal in refusals:
        told[refusal.reason] += 1
        if told[refusal.reason] <= LOGGED_OF_A_REASON:
            logger.warning("%s: %s: %s", refusal.source_uri, refusal.reason, refusal.detail)
    for reason, count in told.items():
        if count > LOGGED_OF_A_REASON:
            logger.warning("and %d more: %s, all in the table reject", count - LOGGED_OF_A_REASON, reason)


def log_doubts(doubts: Sequence[str]) -> None:
    """What a person may want to look into, as where the sources of what is known of a page disagree."""
    logger = get_run_logger()
    for doubt in doubts[:LOGGED]:
        logger.warning("%s", doubt)
    if len(doubts) > LOGGED:
        logger.warning("and %d more such", len(doubts) - LOGGED)


def log_gone(gone: Sequence[str]) -> None:
    """Files, rows and members that are not there any more; their pages stay."""
    logger = get_run_logger()
    for uri in gone[:LOGGED]:
        logger.warning("%s: it is not there any more; what was read from it stays (`banmian forget` takes it out)", uri)
    if len(gone) > LOGGED:
        logger.warning("and %d more that are gone", len(gone) - LOGGED)
