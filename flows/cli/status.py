"""`banmian status`: a data folder on one screen."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from rich.console import Console, JustifyMethod
from rich.markup import escape
from rich.table import Table

from flows.cli.options import settings_or_fail
from flows.cli.screen import HELD_BACK, fail, results
from flows.server import DEFAULT_SERVER, next_scheduled, server_url
from flows.status import HeldRun, Status, look, scheduled_paths

FILES_SHOWN = 5
NAMES = 13


def status_command(paths: Sequence[Path], data_dir: Path | None) -> None:
    """Print the state of a data folder; the exit is 1 where the published file cannot be read."""
    settings = settings_or_fail(data_dir)
    status = look(settings, paths or scheduled_paths(Path("prefect.yaml")))
    console = results()
    _published(console, status, settings.published)
    _runs(console, status.runs)
    _held(console, status.held)
    _rejects(console, status.rejects)
    _inbox(console, status)
    _line(console, "next run", _next_run())
    used = ", ".join(f"{name} {_bytes(size)}" for name, size in status.sizes.items() if size)
    place = settings.data_dir if settings.data_dir.exists() else Path()
    _line(console, "disk", f"{used or 'nothing'}; {_bytes(shutil.disk_usage(place).free)} free")
    if status.trouble and settings.published.exists():
        fail(status.trouble, HELD_BACK)


def _published(console: Console, status: Status, published: Path) -> None:
    if status.published_at is None:
        console.print(f"published      nothing yet in {published.parent}", markup=False, soft_wrap=True)
        return
    console.print(f"published      {published}, {status.published_at:%Y-%m-%d %H:%M}", markup=False, soft_wrap=True)
    if told := status.totals:
        days = f", {told['first_day']} to {told['last_day']}" if told["first_day"] else ""
        figures = f"{told['pages']:,} pages, {told['articles']:,} articles, {told['metrics']:,} metrics{days}"
        _line(console, "", figures)
    before = [item for item in status.kept if not item.current]
    if before:
        _line(console, "kept", f"{len(before)} earlier: {', '.join(_short(item.run_id) for item in before)}")


def _runs(console: Console, runs: Sequence[dict[str, Any]]) -> None:
    if not runs:
        return
    table = Table(box=None, header_style="bold", pad_edge=False, title="last runs", title_justify="left")
    for name in ("started", "state", "read", "unchanged", "rejected", "seconds", "run"):
        side: JustifyMethod = "right" if name in ("read", "unchanged", "rejected", "seconds") else "left"
        table.add_column(name, justify=side, overflow="fold")
    for run in runs:
        figures = (run.get(name) for name in ("pages_new", "pages_unchanged", "pages_rejected", "seconds"))
        counts = ("" if figure is None else f"{figure:,}" for figure in figures)
        table.add_row(_local(run["started_at"]), run["state"], *counts, _short(run["run_id"]))
    console.print(table)


def _held(console: Console, held: Sequence[HeldRun]) -> None:
    for item in held:
        what = f"{_local(item.row['started_at'])}, {item.row['pages_new']:,} pages: {'; '.join(item.reasons)}"
        _line(console, "held", f"{what}. `banmian release {_short(item.row['run_id'])}` publishes it")
    if not held:
        _line(console, "held", "none")


def _rejects(console: Console, rejects: Sequence[dict[str, Any]]) -> None:
    reasons = ", ".join(f"{row['reason']} {row['count']:,}" for row in rejects)
    total = sum(row["count"] for row in rejects)
    _line(console, "rejects", f"{total:,}{f' ({reasons})' if reasons else ''}")


def _inbox(console: Console, status: Status) -> None:
    if not status.inbox or status.waiting is None:
        return
    shown = ", ".join(path.name for path in status.waiting[:FILES_SHOWN])
    more = ", …" if len(status.waiting) > FILES_SHOWN else ""
    where = ", ".join(map(str, status.inbox))
    files = f"{len(status.waiting):,} files not yet read in {where}{': ' if shown else ''}{shown}{more}"
    _line(console, "inbox", files)


def _next_run() -> str:
    url = server_url()
    try:
        due = next_scheduled(url or DEFAULT_SERVER)
    except (OSError, ValueError) as error:
        if url is None:
            return f"unknown: no Prefect server is set (PREFECT_API_URL), and none is at {DEFAULT_SERVER}"
        return f"unknown: the Prefect server at {url} does not answer ({error})"
    return ", ".join(f"{name} {when.astimezone():%Y-%m-%d %H:%M}" for name, when in due.items()) or "none is scheduled"


def _line(console: Console, name: str, said: str) -> None:
    """A line under its name; what is too long for the screen goes on under its own beginning."""
    row = Table.grid(padding=(0, 2, 0, 0))
    row.add_column(width=NAMES)
    row.add_column(overflow="fold")
    row.add_row(name, escape(said))
    console.print(row)


def _short(run_id: str) -> str:
    """The start of an id that Prefect made: enough for the other commands."""
    return run_id[:8] if len(run_id) == len(str(UUID(int=0))) else run_id


def _local(moment: datetime) -> str:
    return f"{moment.replace(tzinfo=UTC).astimezone():%Y-%m-%d %H:%M}"


def _bytes(size: float) -> str:
    for unit in ("B", "KB", "MB", "GB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} TB"
