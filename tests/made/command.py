"""The command line in the tests' own process, and what it published."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner, Result

from flows.cli.app import app
from warehouse.query import ask


def banmian(*words: object) -> Result:
    return CliRunner().invoke(app, [*map(str, words)])


def rows(data_dir: Path, sql: str) -> list[tuple[object, ...]]:
    """The answer of the published file in a data folder."""
    return ask(data_dir / "banmian.duckdb", sql).rows()
