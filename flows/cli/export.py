"""`banmian export`: the published tables as Parquet."""

from __future__ import annotations

from pathlib import Path

from flows.cli.options import settings_or_fail
from flows.cli.screen import HELD_BACK, fail, results
from warehouse.errors import QueryError
from warehouse.export import export_parquet


def export_command(folder: Path, data_dir: Path | None) -> None:
    """Print the rows of each table; the exit is 1 where nothing is published or `folder` cannot be written."""
    settings = settings_or_fail(data_dir)
    try:
        rows = export_parquet(settings.published, folder.absolute())
    except QueryError as error:
        fail(error, HELD_BACK)
    for table, count in rows.items():
        results().print(f"{table}: {count:,} rows", markup=False)
