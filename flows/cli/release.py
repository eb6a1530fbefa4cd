"""`banmian release`: a held run, looked at by a person, goes into the warehouse after all."""

from __future__ import annotations

from pathlib import Path

from flows.cli.hold import holding
from flows.cli.options import named_or_fail
from flows.cli.screen import results
from flows.held import release


def release_command(run: str, data_dir: Path | None, wait: float) -> None:
    """Print what the run brought; the exit is 1 where it is not held or another is at work, 2 where `run` is empty."""
    with holding(data_dir, wait) as settings:
        loaded = release(settings, named_or_fail(run, "RUN"), wait)
    figures = f"{loaded.pages_loaded:,} pages, {loaded.articles:,} articles, {loaded.metrics:,} metrics"
    results().print(f"released and published: {figures}", markup=False)
