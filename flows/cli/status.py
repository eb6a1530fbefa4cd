"""`banmian status`: a data folder on one screen."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from flows.cli.options import settings_or_fail
from flows.cli.screen import HELD_BACK, fail, results
from flows.server import next_scheduled, server_url
from flows.status import Status, look, scheduled_paths

FILES_SHOWN = 5


def status_command(paths: Sequence[Path], data_dir: Path | None) -> None:
    settings = settings_or_fail(data_dir)
    status = look(settings, paths or scheduled_paths(Path("prefect.yaml")))
    console = results()
    _published(console, status, settings.published)
    _runs(console, status.runs)
    _rejects(console, status.rejects)
    _inbox(console, status)
    console.print(f"next run       {_next_run()}", markup=False)
    used = ", ".join(f"{name} {_bytes(size)}" for name, size in status.sizes.items() if size)
    place = settings.data_dir if settings.data_dir.exists() else Path()
    console.print(f"disk           {used or 'nothing'}; {_bytes(shutil.disk_usage(place).free)} free", markup=False)
    if status.trouble and settings.published.exists():
        fail(f"{status.trouble}; `banmian doctor` says what to do", HELD_BACK)


def _published(console: Console, status: Status, published: Path) -> None:
    if status.published_at is None:
        console.print(f"published      nothing yet in {published.parent}", markup=False, soft_wrap=True)
        return
    console.print(f"published      {published}, {status.published_at:%Y-%m-%d %H:%M}", markup=False, soft_wrap=True)
    if told := status.totals:
        days = f", {told['first_day']} to {told['last_day']}" if told["first_day"] else ""
        figures = f"{told['pages']:,} pages, {told['articles']:,} articles, {told['metrics']:,} metrics{days}"
        console.print(f"               {figures}", markup=False)
    before = [item for item in status.kept if not item.current]
    if before:
        console.print(f"kept           {len(before)} earlier: {', '.join(i.run_id for i in before)}", markup=False)


def _runs(console: Console, runs: Sequence[dict[str, Any]]) -> None:
    if not runs:
        return
    table = Table(box=None, header_style="bold", pad_edge=False, title="last runs", title_justify="left")
    for name in ("started", "state", "read", "unchanged", "rejected", "seconds", "run"):
        table.add_column(name, justify="right" if name in ("read", "unchanged", "rejected", "seconds") else "left")
    for run in runs:
        counts = [f"{run[name]:,}" for name in ("pages_new", "pages_unchanged", "pages_rejected")]
        seconds = "" if run["seconds"] is None else f"{run['seconds']:,}"
        table.add_row(_local(run["started_at"]), run["state"], *counts, seconds, run["run_id"])
    console.print(table)
    held = [run["run_id"] for run in runs if run["state"] == "held"]
    console.print(f"held           {', '.join(held) if held else 'none'}", markup=False)


def _rejects(console: Console, rejects: Sequence[dict[str, Any]]) -> None:
    reasons = ", ".join(f"{row['reason']} {row['count']:,}" for row in rejects)
    total = sum(row["count"] for row in rejects)
    console.print(f"rejects        {total:,}{f' ({reasons})' if reasons else ''}", markup=False, soft_wrap=True)


def _inbox(console: Console, status: Status) -> None:
    if not status.inbox or status.waiting is None:
        return
    shown = ", ".join(path.name for path in status.waiting[:FILES_SHOWN])
    more = ", …" if len(status.waiting) > FILES_SHOWN else ""
    where = ", ".join(map(str, status.inbox))
    files = f"{len(status.waiting):,} files not yet read in {where}{': ' if shown else ''}{shown}{more}"
    console.print(f"inbox          {files}", markup=False, soft_wrap=True)


def _next_run() -> str:
    url = server_url()
    if url is None:
        return "unknown: no Prefect server is set (PREFECT_API_URL)"
    try:
        when = next_scheduled(url)
    except (OSError, ValueError) as error:
        return f"unknown: the Prefect server at {url} does not answer ({error})"
    return f"{when.astimezone():%Y-%m-%d %H:%M}" if when else "none is scheduled"


def _local(moment: datetime) -> str:
    return f"{moment.replace(tzinfo=UTC).astimezone():%Y-%m-%d %H:%M}"


def _bytes(size: float) -> str:
    for unit in ("B", "KB", "MB", "GB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} TB"
