"""`banmian forget`: a source out of everything, and what went with it."""

from __future__ import annotations

from pathlib import Path

from rich.table import Table

from flows.cli.hold import holding
from flows.cli.options import named_or_fail
from flows.cli.screen import HELD_BACK, fail, messages, results
from flows.forget import forget
from flows.sources import as_uri, path_of


def forget_command(source: str, data_dir: Path | None, wait: float) -> None:
    """Print what went, by table; the exit is 1 where nothing comes from `source`, and 2 where that is empty."""
    uri = as_uri(named_or_fail(source, "SOURCE")).rstrip("/")
    with holding(data_dir, wait) as settings:
        taken = forget(settings, uri, wait)
    if not taken:
        fail(f"nothing here comes from {uri}", HELD_BACK)
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    for name, count in taken.rows.items():
        table.add_row(name, f"{count:,}")
    for run, count in taken.kept.items():
        table.add_row(f"kept file of run {run}", f"{count:,}" if count >= 0 else "removed: it could not be read")
    if taken.shards:
        table.add_row("shards in the stage", f"{taken.shards:,}")
    for run in taken.held:
        table.add_row(f"held run {run}", "can no longer be released")
    console = results()
    console.print(table)
    for place in taken.elsewhere:
        console.print(f"the same bytes also stood at {place}", markup=False, soft_wrap=True)
    path = path_of(uri)
    if path is not None and path.exists():
        messages().print(f"{path} is still there: a run that is given it reads it again", markup=False, soft_wrap=True)
