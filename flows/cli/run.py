"""`banmian run`: the flow in this process, with a bar while it works and a summary at its end."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from flows.cli.options import columns_or_fail, day_or_fail, settings_or_fail
from flows.cli.screen import CALLED_WRONGLY, HELD_BACK, STOPPED, fail, messages, results, say
from flows.quiet import end_at_once, no_telemetry, patient_start, quiet_console, start_server
from flows.selection import Selection
from flows.settings import Settings, SettingsError

if TYPE_CHECKING:
    from expectations.check import QualityRow
    from flows.finding import Refusal
    from flows.report import RunReport

REFUSALS_SHOWN = 20
WORTH_TRYING = (
    "SELECT headline, reporters, dateline_place FROM article LIMIT 10",
    "SELECT indicator, raw, low, unit, change FROM metric WHERE kind = 'money' ORDER BY low DESC LIMIT 10",
    "SELECT name, title, count(*) AS articles FROM person GROUP BY ALL ORDER BY articles DESC LIMIT 10",
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which pages are to be read, and whether to look at what is known already; days as typed."""

    since: str | None = None
    until: str | None = None
    only_outlet: str | None = None
    verify: bool = False
    reread: bool = False

    def parameters(self) -> dict[str, str | bool | None]:
        """As the flow takes them."""
        days = {name: day_or_fail(getattr(self, name), f"--{name}") for name in ("since", "until")}
        try:
            Selection(days["since"], days["until"])
        except ValueError as error:
            fail(f"--{error}", CALLED_WRONGLY)
        return asdict(self) | {name: day.isoformat() if day else None for name, day in days.items()}


def run_command(
    paths: Sequence[Path],
    data_dir: Path | None,
    outlet: str | None,
    date: str | None,
    edition: str | None,
    segmenter: str | None,
    wait: float,
    column: Sequence[str] = (),
    chosen: Chosen | None = None,
) -> None:
    """Run the flow and print its figures; the exit is 1 where not all is published, 2 where it is called wrongly."""
    settings = _reading_or_fail(data_dir, segmenter)
    day = day_or_fail(date)
    for path in paths:
        if not path.exists() and not path.is_symlink():
            fail(f"there is no file or folder {path}", CALLED_WRONGLY)
    _run_and_tell(
        {
            "paths": [str(path.absolute()) for path in paths] or None,
            "data_dir": str(settings.data_dir.absolute()),
            "outlet": outlet,
            "date": day.isoformat() if day else None,
            "edition": edition,
            "segmenter": settings.segmenter,
            "wait": wait,
            "columns": columns_or_fail(column) or None,
            **(chosen.parameters() if chosen else {}),
        },
        data_dir,
    )


def replay_command(data_dir: Path | None, wait: float) -> None:
    """`banmian replay`: the same flow, over what was rejected."""
    settings = _reading_or_fail(data_dir)
    parameters = {"data_dir": str(settings.data_dir.absolute()), "wait": wait, "replay": True}
    _run_and_tell(parameters, data_dir, idle="nothing to replay: nothing is rejected, and no correction waits")


def _reading_or_fail(data_dir: Path | None, segmenter: str | None = None) -> Settings:
    """The settings; a cluster that they name is looked for here, before anything is started."""
    settings = settings_or_fail(data_dir, segmenter)
    if settings.dask_address:
        from flows.cluster import reach

        try:
            reach(settings.dask_address)
        except SettingsError as error:
            fail(error, CALLED_WRONGLY)
    return settings


def _run_and_tell(parameters: dict[str, object], data_dir: Path | None, idle: str = "nothing was read") -> None:
    report = _run(parameters)
    _tell_refusals(report)
    _tell_summary(report, data_dir, idle if report.clean else "nothing was read")
    if not report.clean:
        raise SystemExit(HELD_BACK)


def _run(parameters: dict[str, object]) -> RunReport:
    """Run the flow; what ends it early is told in a line, and the exit is 1."""
    no_telemetry()
    quiet_console()
    patient_start()
    console = messages()
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        started = bar.add_task("starting", total=1.0)
        from flows.ingest import ingest
        from flows.progress import Step, watched_by
        from flows.report import RunReport

        reports: list[RunReport] = []

        def hear(event: Step | RunReport) -> None:
            if isinstance(event, RunReport):
                reports.append(event)
            else:
                bar.update(started, description=event.name, completed=event.share)

        with watched_by(hear):
            try:
                start_server()
                state = ingest(**parameters, return_state=True)
            except KeyboardInterrupt:
                state = None  # told below, where nothing of the run is held any more
            except Exception as error:
                fail(f"the run could not start: {error or type(error).__name__}{_server()}", HELD_BACK)
    if state is None:
        say("stopped; the next run goes on from what was read")
        end_at_once(STOPPED)
    if not reports:
        fail(_why(state.result(raise_on_failure=False), state.message), HELD_BACK)
    return reports[0]


def _server() -> str:
    """A word on the server that the user chose, which is what mostly fails before a run starts."""
    chosen = os.environ.get("PREFECT_API_URL")
    return (
        f" (PREFECT_API_URL is {chosen}: start that server, or unset it for one that lasts for the run)"
        if chosen
        else ""
    )


def _why(error: object, message: str | None) -> str:
    from flows.lock import RunBusyError
    from warehouse.errors import WarehouseError

    if isinstance(error, RunBusyError | WarehouseError | SettingsError):
        return str(error)
    if isinstance(error, OSError):
        return f"the run failed, the published warehouse is as it was: {error}"
    return f"the run failed, the published warehouse is as it was: {message or error!r}"


def _tell_refusals(report: RunReport) -> None:
    console = messages()

    def tell(refusals: Sequence[Refusal], known: str) -> None:
        for refusal in refusals[:REFUSALS_SHOWN]:
            line = (
                f"[yellow]{known}[/] {escape(refusal.source_uri)}: {escape(refusal.reason)}: {escape(refusal.detail)}"
            )
            console.print(line, soft_wrap=True)
        if len(refusals) > REFUSALS_SHOWN:
            console.print(f"and {len(refusals) - REFUSALS_SHOWN:,} more, all in the table reject")

    for doubt in report.doubts[:REFUSALS_SHOWN]:
        console.print(f"in doubt {doubt}", markup=False, soft_wrap=True)
    if len(report.doubts) > REFUSALS_SHOWN:
        console.print(f"and {len(report.doubts) - REFUSALS_SHOWN:,} more such, all in the log of the run")
    for note in report.notes:
        console.print(note, markup=False, soft_wrap=True)
    tell(report.refused, "rejected")
    tell(report.told_again, "still rejected")
    for uri in report.gone[:REFUSALS_SHOWN]:
        console.print(f"gone {uri}: what was read from it stays", markup=False, soft_wrap=True)
    if len(report.gone) > REFUSALS_SHOWN:
        console.print(f"and {len(report.gone) - REFUSALS_SHOWN:,} more that are gone")
    _tell_warnings(report)
    if report.rows_rejected:
        console.print(f"{report.rows_rejected:,} rows did not pass their checks: see the table reject, stage check")
    if report.state == "held":
        console.print("[red]held by quality[/], the published warehouse is as it was:")
        for reason in report.reasons:
            console.print(f"  {reason}", markup=False, soft_wrap=True)
        told = f"look: {report.written}; `{report.release}` publishes it after all"
        console.print(told, markup=False, soft_wrap=True)


def _tell_warnings(report: RunReport) -> None:
    """Habits of papers each in a line, for they tell of the pages; what tells of our reading in one."""
    from expectations.habit import checks

    habits = {check.name for check in checks()}
    failed = [row for row in report.checks if not row.success and row.severity == "warning"]
    for row in failed:
        if row.expectation in habits:
            messages().print(f"worth a look: {row.reason} ({row.observed})", markup=False, soft_wrap=True)
    own = [_doubted(row) for row in failed if row.expectation not in habits]
    if own:
        what = "1 check is in doubt" if len(own) == 1 else f"{len(own)} checks are in doubt"
        messages().print(f"{what}: {', '.join(own)}; see the table quality", markup=False, soft_wrap=True)


def _doubted(row: QualityRow) -> str:
    rows = f" ({row.unexpected_count:,})" if row.unexpected_count else ""
    return f"{row.table_name}.{row.expectation}{rows}"


def _tell_summary(report: RunReport, data_dir: Path | None, idle: str) -> None:
    console = results()
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    for name, count in report.counts():
        table.add_row(name, f"{count:,}")
    table.add_row("time", f"{report.seconds:.1f} s")
    console.print(table)
    if report.state == "held":
        return
    if not report.pages_new:
        console.print("nothing new: the warehouse already has all of these pages" if report.pages_unchanged else idle)
    console.print(f"\npublished: {report.warehouse}", soft_wrap=True, markup=False)
    console.print("\nworth trying:")
    option = f" --data-dir {shlex.quote(str(data_dir))}" if data_dir else ""
    for query in WORTH_TRYING:
        console.print(f'  banmian sql "{query}"{option}', soft_wrap=True, markup=False)
