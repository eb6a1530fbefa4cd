"""What the Prefect UI shows of a run: a progress bar, its figures, what was rejected, and a summary to read."""

from __future__ import annotations

import time
from collections import Counter
from uuid import UUID

from prefect import get_run_logger
from prefect.artifacts import (
    create_link_artifact,
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)

from flows.finding import Refusal
from flows.progress import Step, tell
from flows.report import RunReport
from flows.report_page import failed_checks, write_report

SHOWN = 200
SECONDS_BETWEEN = 2.0
_STEPS = {"read": (0.0, 80.0), "check": (80.0, 92.0), "load": (92.0, 98.0), "publish": (98.0, 100.0)}


class Progress:
    """The run's progress artifact, renewed every few seconds at most; watchers in this process hear every step."""

    def __init__(self) -> None:
        made = create_progress_artifact(0.0, key="ingest-progress", description="Pages of this run")
        self._id = made if isinstance(made, UUID) else None
        self._last = time.monotonic()

    def at(self, name: str, share: float) -> None:
        """Tell what share of a step is done, in [0, 1]: read, check, load or publish. The artifact shows percent."""
        tell(Step(name, share))
        now = time.monotonic()
        if self._id is None or (share < 1.0 and now - self._last < SECONDS_BETWEEN):
            return
        start, end = _STEPS[name]
        update_progress_artifact(self._id, round(start + (end - start) * min(share, 1.0), 1))
        self._last = now


def leave(report: RunReport, reports_url: str | None) -> None:
    """The artifacts of a run that came to its end; what held it stands in the log too, as its last word."""
    create_table_artifact(
        [{"what": name, "count": count} for name, count in report.counts()],
        key="ingest-counts",
        description=f"Run {report.run_id}: {report.state}",
    )
    failed = failed_checks(report.checks)
    what = f"{len(failed)} of {len(report.checks)} checks failed" if failed else f"all {len(report.checks)} checks hold"
    create_table_artifact(failed or [{"checks": what}], key="ingest-quality", description=what)
    refused = [*report.refused, *report.told_again]
    if refused:
        table = [
            {"source": r.source_uri, "stage": r.stage, "reason": r.reason, "detail": r.detail} for r in refused[:SHOWN]
        ]
        more = f"; {len(refused) - SHOWN:,} more are in the table reject" if len(refused) > SHOWN else ""
        create_table_artifact(table, key="ingest-rejects", description=f"{len(refused):,} sources rejected{more}")
    create_markdown_artifact(_summary(report, refused), key="ingest-summary", description=report.headline())
    _link(report, reports_url)
    if report.state == "held":
        told = "HELD: %s. The published file is as it was. Look: the artifacts of this run. Release: %s"
        get_run_logger().error(told, "; ".join(report.reasons), report.release)


def _link(report: RunReport, reports_url: str | None) -> None:
    """The report as a page; a run whose pages are published does not fail for want of it."""
    try:
        write_report(report)
    except OSError as error:
        get_run_logger().warning("the report could not be written: %s", error)
        return
    told = f"The report as a file: {report.written}"
    # a browser follows no file: link out of the UI, so it is copied there unless somebody serves the folder
    link = f"{reports_url.rstrip('/')}/{report.written.name}" if reports_url else report.written.as_uri()
    create_link_artifact(link, "report", key="ingest-report", description=told)


def _summary(report: RunReport, refused: list[Refusal]) -> str:
    lines = [
        f"# {report.headline()}",
        "",
        f"Run `{report.run_id}`, {report.seconds:.0f} s, warehouse `{report.warehouse}`.",
        "",
    ]
    if report.reasons:
        lines += ["## Held: the published file is as it was", "", *(f"- {reason}" for reason in report.reasons), ""]
        lines += [f"Publish it after all: `{report.release}`. Or mend the pages and run again.", ""]
    lines += ["| | |", "|---|---|", *(f"| {name} | {count:,} |" for name, count in report.counts()), ""]
    if refused:
        reasons = Counter(refusal.reason for refusal in refused)
        lines += [
            "## Rejected, by reason",
            "",
            *(f"- {reason}: {count:,}" for reason, count in reasons.most_common()),
            "",
        ]
        lines += ["Ask for them: `SELECT source_uri, reason, detail FROM reject`"]
    return "\n".join(lines)
