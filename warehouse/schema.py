"""What the tables look like, as DuckDB itself understands warehouse/tables/*.sql: the one declaration."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import duckdb
import polars as pl

_MIGRATION = re.compile(r"(\d{3})_\w+\.sql")
READING_TABLES = (
    "page",
    "block",
    "article",
    "sentence",
    "token",
    "metric",
    "person",
    "organization",
    "place",
    "quote",
    "document",
    "period",
)
_ADDED_BY_LOAD = {"page": {"first_seen", "run_id"}, "reject": {"run_id", "rejected_at", "reader_version"}}
_POLARS: dict[str, pl.DataType] = {
    "VARCHAR": pl.String(),
    "INTEGER": pl.Int32(),
    "BIGINT": pl.Int64(),
    "DOUBLE": pl.Float64(),
    "BOOLEAN": pl.Boolean(),
    "DATE": pl.Date(),
    "TIMESTAMP": pl.Datetime("us"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column as declared; `type` is DuckDB's name of it."""

    name: str
    type: str
    nullable: bool
    comment: str


@dataclass(frozen=True, slots=True)
class Migration:
    """SQL that brings a file of version `version - 1` to `version`."""

    version: int
    sql: str


def _statements(folder: str) -> tuple[str, ...]:
    """The SQL files of a folder of this package, in order of their names."""
    paths = sorted((p for p in files("warehouse").joinpath(folder).iterdir() if p.name.endswith(".sql")), key=str)
    return tuple(path.read_text(encoding="utf-8") for path in paths)


@cache
def table_sql() -> tuple[str, ...]:
    """The statements of warehouse/tables, in order of their files' names."""
    return _statements("tables")


@cache
def view_sql() -> tuple[str, ...]:
    """Macros first: a view may use them."""
    return _statements("macros") + _statements("views")


@cache
def migrations() -> tuple[Migration, ...]:
    """What warehouse/migrations holds, the lowest version first."""
    found = []
    for path in files("warehouse").joinpath("migrations").iterdir():
        if match := _MIGRATION.fullmatch(path.name):
            found.append(Migration(int(match[1]), path.read_text(encoding="utf-8")))
    return tuple(sorted(found, key=lambda migration: migration.version))


SCHEMA_VERSION: int = max((migration.version for migration in migrations()), default=1)


@cache
def fingerprint() -> str:
    """Changes when any declaration does, so that a file knows whether its views and comments are current."""
    return hashlib.sha256("\0".join(table_sql() + view_sql()).encode()).hexdigest()


def read_columns(con: duckdb.DuckDBPyConnection) -> dict[str, tuple[Column, ...]]:
    """Tables of the connection's own database with their columns, in order."""
    rows = con.execute(
        """
        SELECT c.table_name, c.column_name, c.data_type, c.is_nullable, coalesce(c.comment, '')
        FROM duckdb_columns() c JOIN duckdb_tables() t USING (database_name, schema_name, table_name)
        WHERE database_name = current_database() AND schema_name = 'main' ORDER BY table_name, c.column_index
        """
    ).fetchall()
    tables: dict[str, list[Column]] = {}
    for table, name, type_, nullable, comment in rows:
        tables.setdefault(table, []).append(Column(name, type_, nullable, comment))
    return {table: tuple(columns) for table, columns in tables.items()}


@cache
def declared() -> dict[str, tuple[Column, ...]]:
    """Every table of the declaration with its columns."""
    with duckdb.connect(":memory:") as con:
        for sql in table_sql():
            con.execute(sql)
        return read_columns(con)


def polars_type(type_: str) -> pl.DataType:
    """The Polars type of a DuckDB type (VARCHAR[] -> List(String)); KeyError for a type no table uses."""
    if type_.endswith("[]"):
        return pl.List(polars_type(type_[:-2]))
    return _POLARS[type_]


def _schema(table: str, left_out: set[str]) -> pl.Schema:
    return pl.Schema({c.name: polars_type(c.type) for c in declared()[table] if c.name not in left_out})


def polars_schema(table: str) -> pl.Schema:
    """All columns of a table."""
    return _schema(table, set())


def reading_schema(table: str) -> pl.Schema:
    """The columns that reading a page gives: all but those that belong to the run."""
    return _schema(table, _ADDED_BY_LOAD.get(table, set()))


def reject_schema() -> pl.Schema:
    """The columns of a frame of rejects as `Store.load` takes it."""
    return reading_schema("reject")


@cache
def _table_comments() -> dict[str, str]:
    with duckdb.connect(":memory:") as con:
        for sql in table_sql():
            con.execute(sql)
        return dict(con.execute("SELECT table_name, coalesce(comment, '') FROM duckdb_tables()").fetchall())


def comments(table: str) -> dict[str, str]:
    """The comment of each column, and under "" that of the table."""
    return {"": _table_comments()[table]} | {column.name: column.comment for column in declared()[table]}
