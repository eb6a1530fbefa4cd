"""How a run ends in Prefect: each ending has a name of its own, so that a held run is told from a crash at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from prefect import runtime
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import State
from prefect.context import FlowRunContext
from prefect.events import emit_event
from prefect.states import Completed, Failed

from flows.report import RunReport, counted

HELD = "Held"
NOTHING_NEW = "NothingNew"
LONGEST_NAME = 150


def ending(report: RunReport) -> State[Any]:
    """Completed; completed with rejects; or held, which a person can release."""
    _name_by(report.headline(), report.state == "held")
    _announce(report)
    if report.state == "held":
        reasons = "; ".join(report.reasons)
        return Failed(name=HELD, message=f"held by quality: {reasons}. Release: {report.release}")
    figures = dict(report.counts())
    if report.clean:
        read = f"{counted(report.pages_new, 'page')} read, {report.pages_unchanged:,} unchanged"
        return Completed(message=read, data=figures)
    counts = ((report.pages_rejected, "source"), (report.rows_rejected, "row"))
    rejected = " and ".join(counted(count, what) for count, what in counts if count)
    return Completed(name="CompletedWithRejects", message=f"{rejected} rejected: `banmian rejects`", data=figures)


def _announce(report: RunReport) -> None:
    """An event of our own for a run that a deployment started, for automations of the user's (a query, a mail).

    `banmian.warehouse.published` or `banmian.warehouse.held`, of the resource `banmian.warehouse`, its figures with it.
    """
    if runtime.deployment.id is None:
        return
    what = "held" if report.state == "held" else "published"
    emit_event(
        f"banmian.warehouse.{what}",
        resource={"prefect.resource.id": "banmian.warehouse", "prefect.resource.name": str(report.warehouse)},
        related=[{"prefect.resource.id": f"prefect.flow-run.{report.run_id}", "prefect.resource.role": "flow-run"}],
        payload={**dict(report.counts()), "reasons": list(report.reasons)},
    )


def nothing_new(folders: Sequence[Path]) -> State[Any]:
    """The end of a look into an inbox where there is nothing to read."""
    return Completed(name=NOTHING_NEW, message=f"no new file in {', '.join(map(str, folders))}")


def _name_by(headline: str, held: bool) -> None:
    """Say in the run's name what happened, for the list of runs; and have a held run not tried again.

    Retries are for disks and networks: what the checks held once they hold again.
    """
    context = FlowRunContext.get()
    run = context.flow_run if context else None
    if run is None:
        return
    policy = run.empirical_policy.model_copy(update={"retries": 0}) if held else None
    with get_client(sync_client=True) as client:
        client.update_flow_run(run.id, name=f"{run.name}: {headline}"[:LONGEST_NAME], empirical_policy=policy)
