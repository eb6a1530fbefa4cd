"""The tables as Parquet partitioned by day of issue, for engines that do not read DuckDB files."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb

from warehouse.errors import NoWarehouse, QueryError
from warehouse.files import CATALOG, literal
from warehouse.schema import READING_TABLES, declared

# How a row of a table comes to the day of issue of its page.
_TO_PAGE = {
    "page_id": "JOIN page AS p ON p.page_id = t.page_id",
    "article_id": "JOIN article AS a ON a.article_id = t.article_id JOIN page AS p ON p.page_id = a.page_id",
    "sentence_id": """JOIN sentence AS s ON s.sentence_id = t.sentence_id
                      JOIN article AS a ON a.article_id = s.article_id JOIN page AS p ON p.page_id = a.page_id""",
}


def _rows_with_day(table: str) -> str:
    columns = {column.name for column in declared()[table]}
    joins = next(joins for key, joins in _TO_PAGE.items() if key in columns)
    return f"SELECT t.*, coalesce(CAST(p.issue_date AS VARCHAR), 'unknown') AS day FROM {table} AS t {joins}"  # noqa: S608 - names of the declaration


def export_parquet(path: Path, folder: Path) -> dict[str, int]:
    """Write every table that reading fills to `folder`/<table>/day=<issue_date>/*.parquet; gives the rows of each.

    A page without a day of issue is under day=unknown. An earlier export in `folder` is replaced once the new one is
    whole; a folder that holds anything else is left alone.

    Raises:
        NoWarehouse: nothing is published at `path`.
        QueryError: it cannot be read, or the folder not be written.
    """
    if not path.is_file():
        raise NoWarehouse(f"there is no warehouse at {path} yet; `banmian run` makes one")
    if folder.exists() and (not folder.is_dir() or {item.name for item in folder.iterdir()} - set(READING_TABLES)):
        raise QueryError(f"{folder} holds something else than an earlier export; give another folder")
    part = folder.parent / f".{folder.name}.{os.getpid()}.part"
    rows = {}
    try:
        with duckdb.connect(":memory:") as con:
            con.execute(f"ATTACH {literal(str(path))} AS {CATALOG} (READ_ONLY)")
            con.execute(f"USE {CATALOG}")
            for table in READING_TABLES:
                (part / table).mkdir(parents=True)
                target = f"{literal(str(part / table))} (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (day))"
                written = con.execute(f"COPY ({_rows_with_day(table)}) TO {target}").fetchone()
                rows[table] = int(written[0]) if written else 0
        shutil.rmtree(folder, ignore_errors=True)
        part.replace(folder)
    except (duckdb.Error, OSError) as error:
        raise QueryError(f"{path} could not be exported to {folder}: {error}") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return rows
