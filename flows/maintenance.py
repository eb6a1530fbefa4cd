"""The Prefect flow that looks after a data folder while nobody does: room given back, old files away, all looked at."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from flows.quiet import no_telemetry, packages_of_ours, patient_start

no_telemetry()
patient_start()
packages_of_ours()

from prefect import flow, get_client, get_run_logger, task  # noqa: E402 - the environment must be set before
from prefect.artifacts import create_table_artifact  # noqa: E402
from prefect.cache_policies import NO_CACHE  # noqa: E402
from prefect.client.schemas import filters as seek  # noqa: E402
from prefect.client.schemas.objects import State  # noqa: E402
from prefect.states import Completed, Failed  # noqa: E402

from flows import settings as config  # noqa: E402
from flows.doctor import Finding, examine  # noqa: E402
from flows.held import drop_old, held_folder  # noqa: E402
from flows.lock import run_lock  # noqa: E402
from flows.report_page import drop_old_reports  # noqa: E402
from flows.settings import Settings  # noqa: E402
from flows.stage import stage_folder, tidy  # noqa: E402
from flows.states import NOTHING_NEW  # noqa: E402
from warehouse.store import KeepRule, open_store  # noqa: E402

SECONDS_FOR_LOCK = 30.0
IDLE_RUNS_KEPT = timedelta(days=7)
IDLE_RUNS_AT_ONCE = 200


@flow(name="maintain", flow_run_name="maintenance, {data_dir}")
def maintain(data_dir: str | None = None, wait: float = 0.0) -> State[Any]:
    """Give back room in the work file, remove what is older than the settings keep, and examine what is there.

    `wait` is how many seconds to wait for a run that is at work. Something that is wrong (`banmian doctor`) ends the
    run in a Failed state named NeedsCare.
    """
    settings = config.load(data_dir=data_dir)
    with run_lock(settings.data_dir, wait):
        done = [*prune(settings), checkpoint(settings)]
    done.append(forget_idle_runs())
    found = look(settings)
    create_table_artifact([{"what": what} for what in done], key="maintenance-done", description="What was done")
    create_table_artifact([asdict(item) for item in found], key="maintenance-findings", description="What was found")
    wrong = [item for item in found if item.level == "wrong"]
    if wrong:
        return Failed(name="NeedsCare", message="; ".join(f"{i.what}: {i.said}; do: {i.do}" for i in wrong))
    return Completed(message="; ".join(done))


@task(task_run_name="checkpoint", cache_policy=NO_CACHE)
def checkpoint(settings: Settings) -> str:
    """The work file without its log, and without the room that replaced rows left once that is much."""
    with open_store(settings.data_dir, SECONDS_FOR_LOCK) as store:
        rewritten = store.compact()
    return "work file: rewritten without its empty room" if rewritten else "work file: checkpointed"


@task(task_run_name="prune", cache_policy=NO_CACHE)
def prune(settings: Settings) -> list[str]:
    """Kept publications by count and age, held runs and shards by age; what went, in words."""
    data_dir = settings.data_dir
    with open_store(data_dir, SECONDS_FOR_LOCK) as store:
        gone = store.prune(KeepRule(settings.keep_published, settings.keep_days))
    held, staged = _names(held_folder(data_dir)), _names(stage_folder(data_dir))
    drop_old(data_dir, settings.keep_days)
    tidy(stage_folder(data_dir), (), time.time())
    reports = drop_old_reports(data_dir, settings.keep_days)
    dropped = sorted(held - _names(held_folder(data_dir)))
    told = [f"kept file of run {item.run_id}: removed" for item in gone]
    told += [f"held run {name}: removed, nobody released it for {settings.keep_days:g} days" for name in dropped]
    told += [f"reports: {reports:,} old ones removed"] if reports else []
    if old := len(staged - _names(stage_folder(data_dir))):
        told.append(f"stage: {old:,} shards of runs that never came back removed")
    return told


@task(task_run_name="forget idle runs", cache_policy=NO_CACHE)
def forget_idle_runs() -> str:
    """Runs of the inbox watch that found nothing, out of Prefect's database after a week."""
    old = seek.FlowRunFilter(
        state=seek.FlowRunFilterState(name=seek.FlowRunFilterStateName(any_=[NOTHING_NEW])),
        end_time=seek.FlowRunFilterEndTime.model_validate({"before_": datetime.now(UTC) - IDLE_RUNS_KEPT}),
    )
    ours = seek.FlowFilter(name=seek.FlowFilterName(any_=["ingest"]))
    count = 0
    with get_client(sync_client=True) as client:
        while runs := client.read_flow_runs(flow_filter=ours, flow_run_filter=old, limit=IDLE_RUNS_AT_ONCE):
            for run in runs:
                client.delete_flow_run(run.id)
            count += len(runs)
    return f"Prefect's database: {count:,} runs that found nothing new removed"


@task(task_run_name="examine", cache_policy=NO_CACHE)
def look(settings: Settings) -> Sequence[Finding]:
    """What `banmian doctor` finds; what is wrong stands in the log."""
    found = list(examine(settings))
    for item in found:
        if item.level != "well":
            get_run_logger().warning("%s: %s: %s", item.what, item.said, item.do)
    return found


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("*")}
