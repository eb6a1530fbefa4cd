"""`banmian rollback`: an earlier published file in the place of the present one."""

from __future__ import annotations

from pathlib import Path

from flows.cli.hold import holding
from flows.cli.options import named_or_fail
from flows.cli.screen import messages, results
from warehouse.kept import bring_back


def rollback_command(run: str | None, data_dir: Path | None, wait: float) -> None:
    """Publish the file of `run`, or without one the file before; the exit is 1 where it is not kept."""
    if run is not None:
        named_or_fail(run, "RUN")
    with holding(data_dir, wait) as settings:
        item = bring_back(settings.data_dir, run, wait)
    results().print(f"published: run {item.run_id} of {item.published_at.astimezone():%Y-%m-%d %H:%M}", markup=False)
    messages().print("the next run goes on from it: pages that came later are read again where they are given")
