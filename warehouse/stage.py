"""Shards as temporary views, one per table, so that loading is SQL from Parquet to table and memory stays flat."""

# ruff: noqa: S608
# Only names of tables and columns, from the declaration, are put into SQL here; values are parameters.

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple
from pathlib import Path

import duckdb
import polars as pl

from warehouse.files import literal
from warehouse.records import FileState
from warehouse.schema import READING_TABLES, declared, polars_schema, reading_schema, reject_schema


def _casts(table: str, names: Iterable[str]) -> str:
    types = {column.name: column.type for column in declared()[table]}
    return ", ".join(f'CAST("{name}" AS {types[name]}) AS "{name}"' for name in names)


def _nothing(table: str, names: Iterable[str]) -> str:
    types = {column.name: column.type for column in declared()[table]}
    return "SELECT " + ", ".join(f'CAST(NULL AS {types[name]}) AS "{name}"' for name in names) + " WHERE false"


def _view(con: duckdb.DuckDBPyConnection, table: str, shards: Sequence[Path | pl.DataFrame], names: list[str]) -> None:
    columns = _casts(table, names)
    selects = []
    if paths := [shard for shard in shards if isinstance(shard, Path)]:
        listed = ", ".join(literal(str(path)) for path in paths)
        selects.append(f"SELECT {columns} FROM read_parquet([{listed}])")
    for number, frame in enumerate(shard for shard in shards if isinstance(shard, pl.DataFrame)):
        con.register(f"frame_{table}_{number}", frame.to_arrow())
        selects.append(f"SELECT {columns} FROM frame_{table}_{number}")
    body = " UNION ALL ".join(selects) or _nothing(table, names)
    con.execute(f"CREATE OR REPLACE TEMP VIEW given_{table} AS {body}")


def _make_distinct(con: duckdb.DuckDBPyConnection) -> None:
    """A page that came twice (the same bytes from two places, read by two batches) counts once."""
    twice = con.execute("SELECT count(*) > count(DISTINCT page_id) FROM given_page").fetchone() == (True,)
    for table in READING_TABLES:
        body = f"SELECT * FROM given_{table}"
        if twice and table == "page":
            body += " QUALIFY row_number() OVER (PARTITION BY page_id ORDER BY source_uri) = 1"
        elif twice:
            body = f"SELECT DISTINCT * FROM given_{table}"
        con.execute(f"CREATE OR REPLACE TEMP VIEW staged_{table} AS {body}")


def stage(
    con: duckdb.DuckDBPyConnection,
    shards: Mapping[str, Sequence[Path | pl.DataFrame]],
    sightings: Iterable[tuple[str, str]],
    rejects: pl.DataFrame | None,
    cleared: Iterable[str],
    files: Mapping[str, FileState],
    gone: Iterable[str],
) -> None:
    """Make views of what was given: given_<table> as it came, staged_<table> with each page once.

    Beside them given_reject, given_sighting, given_cleared, given_file and given_gone.

    Raises:
        KeyError: `shards` names a table that reading a page does not fill.
        duckdb.Error: a shard is not there, or lacks a column of its table.
    """
    if unknown := set(shards) - set(READING_TABLES):
        raise KeyError(f"no table that a page fills: {', '.join(sorted(unknown))}")
    for table in READING_TABLES:
        _view(con, table, shards.get(table, ()), list(reading_schema(table)))
    _make_distinct(con)
    _view(con, "reject", () if rejects is None else (rejects,), list(reject_schema()))
    seen = pl.DataFrame(list(sightings), {"source_uri": pl.String, "page_id": pl.String}, orient="row")
    con.register("given_sighting", seen.to_arrow())
    for name, uris in (("given_cleared", cleared), ("given_gone", gone)):
        con.register(name, pl.DataFrame({"source_uri": list(uris)}, {"source_uri": pl.String}).to_arrow())
    states = [(uri, *astuple(state)) for uri, state in files.items()]
    con.register("given_file", pl.DataFrame(states, polars_schema("source_file"), orient="row").to_arrow())


def unstage(con: duckdb.DuckDBPyConnection) -> None:
    """Let go of what `stage` made, with the frames behind it."""
    rows = con.execute("SELECT view_name FROM duckdb_views() WHERE temporary AND NOT internal").fetchall()
    for (name,) in rows:
        con.execute(f'DROP VIEW IF EXISTS temp.main."{name}"')
