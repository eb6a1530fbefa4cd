"""Readers: the published file, read-only, and nothing else of the machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from warehouse.errors import BadQuery, NoWarehouse, QueryError
from warehouse.files import CATALOG, literal

# Polars has no type for these, so they come as text.
_AS_TEXT = ("INTERVAL", "UNION", "VARIANT")
_WHAT_TO_DO = "`banmian doctor` says what to do"


@contextmanager
def reader(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to a published file that can neither write to it nor touch files, settings or Python's variables.

    The file is attached, not connected to: within one process a second connect to a path gives the old file's data as
    long as any connection to it is open.
    """
    if path.is_dir():
        raise QueryError(f"{path} is a folder, where the file of the warehouse should be; move it away")
    if not path.is_file():
        raise NoWarehouse(f"there is no warehouse at {path} yet; `banmian run` makes one")
    con = duckdb.connect(
        ":memory:", config={"python_enable_replacements": False, "autoinstall_known_extensions": False}
    )
    try:
        con.execute(f"ATTACH {literal(str(path))} AS {CATALOG} (READ_ONLY)")
        con.execute(f"USE {CATALOG}")
        con.execute("SET enable_progress_bar = false")
        con.execute("SET enable_external_access = false")
        con.execute("SET lock_configuration = true")
    except duckdb.Error as error:
        con.close()
        raise QueryError(f"{path} cannot be opened as a warehouse: {error}; {_WHAT_TO_DO}") from error
    try:
        yield con
    finally:
        con.close()


def _frame(relation: duckdb.DuckDBPyRelation) -> pl.DataFrame:
    """The answer in types that Polars and its writers know; whole numbers of 128 bits come as 64 where they fit."""
    kinds = [str(kind) for kind in relation.types]
    if any(kind.startswith(_AS_TEXT) for kind in kinds):
        names = [name.replace('"', '""') for name in relation.columns]
        relation = relation.project(
            ", ".join(
                f'CAST("{name}" AS VARCHAR) AS "{name}"' if kind.startswith(_AS_TEXT) else f'"{name}"'
                for name, kind in zip(names, kinds, strict=True)
            )
        )
    frame: pl.DataFrame = relation.pl()
    for name, kind in zip(frame.columns, kinds, strict=True):
        if kind in ("HUGEINT", "UHUGEINT"):
            whole = frame[name].cast(pl.Int64, strict=False)
            frame = frame if whole.null_count() > frame[name].null_count() else frame.with_columns(whole)
    return frame


def _is_damage(error: Exception) -> bool:
    """Whether the file failed, not the query; for a check sum that is wrong DuckDB has no class of its own."""
    damage = (duckdb.IOException, duckdb.SerializationException, duckdb.FatalException)
    return type(error) is duckdb.Error or isinstance(error, damage)


def ask(path: Path, sql: str, given: Mapping[str, Any] | None = None) -> pl.DataFrame:
    """The answer to a query of the published warehouse at `path`; the last one where there are several.

    `given` are the values of its parameters ($name).

    Raises:
        NoWarehouse: nothing is published there.
        BadQuery: the SQL does not run, or does what readers may not; the message says which.
        QueryError: the file cannot be opened.
    """
    with reader(path) as con:
        try:
            relation = con.sql(sql, params=given)
            if relation is None:
                raise BadQuery("there is no query in this SQL")
            return _frame(relation)
        except duckdb.PermissionException as error:
            raise BadQuery(f"readers of the warehouse may not do this: {error}") from error
        except (duckdb.Error, pl.exceptions.PolarsError) as error:
            if _is_damage(error):
                raise QueryError(f"{path} cannot be read: {error}; {_WHAT_TO_DO}") from error
            raise BadQuery(str(error)) from error
