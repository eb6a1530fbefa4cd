"""Bring a file to the declared schema: create it, or apply the migrations that it lacks; never throw it away."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

import duckdb

from warehouse import schema
from warehouse.errors import WarehouseBroken, WarehouseTooNew


def read_meta(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The facts that the file holds about itself, none for a new file; WarehouseBroken if it is of something else."""
    tables = schema.read_columns(con)
    if not tables:
        return {}
    if "meta" not in tables:
        raise WarehouseBroken("this DuckDB file is no Banmian warehouse: it has tables, but none called meta")
    return dict(con.execute("SELECT key, value FROM meta").fetchall())


def _drop_views(con: duckdb.DuckDBPyConnection) -> None:
    views = con.execute(
        "SELECT view_name FROM duckdb_views() WHERE NOT internal AND database_name = current_database()"
    ).fetchall()
    macros = con.execute(
        "SELECT DISTINCT function_name, function_type FROM duckdb_functions() "
        "WHERE NOT internal AND database_name = current_database()"
    ).fetchall()
    for (name,) in views:
        con.execute(f'DROP VIEW "{name}"')
    for name, kind in macros:
        con.execute(f'DROP MACRO {"TABLE " if kind == "table_macro" else ""}"{name}"')


def _check_shape(con: duckdb.DuckDBPyConnection) -> None:
    found, wanted = schema.read_columns(con), schema.declared()
    for table, columns in wanted.items():
        have = {(c.name, c.type, c.nullable) for c in found.get(table, ())}
        want = {(c.name, c.type, c.nullable) for c in columns}
        if have != want:
            names = ", ".join(sorted(name for name, _, _ in have ^ want))
            raise WarehouseBroken(f"table {table} is not as version {schema.SCHEMA_VERSION} declares it: {names}")


def ensure_schema(
    con: duckdb.DuckDBPyConnection,
    migrations: Sequence[schema.Migration] | None = None,
    version: int = schema.SCHEMA_VERSION,
) -> None:
    """Make the connection's own database what the declaration says, in one transaction.

    Raises:
        WarehouseTooNew: the file's schema version is above `version`.
        WarehouseBroken: the file is no warehouse, or does not come to the declaration by its migrations.
    """
    meta = read_meta(con)
    current = int(meta.get("schema_version", version))
    if current > version:
        raise WarehouseTooNew(f"the warehouse has schema version {current}, this program knows {version}: update it")
    if current == version and meta.get("declaration") == schema.fingerprint():
        return
    steps = schema.migrations() if migrations is None else migrations
    con.execute("BEGIN")
    try:
        _drop_views(con)
        for migration in steps:
            if current < migration.version <= version:
                con.execute(migration.sql)
        for sql in schema.table_sql() + schema.view_sql():
            con.execute(sql)
        _check_shape(con)
        con.execute("DELETE FROM meta")
        con.executemany(
            "INSERT INTO meta VALUES (?, ?)",
            [["schema_version", str(version)], ["declaration", schema.fingerprint()]],
        )
        con.execute("COMMIT")
    except BaseException as error:
        with suppress(duckdb.TransactionException):
            con.execute("ROLLBACK")
        if isinstance(error, duckdb.Error):
            message = f"the warehouse cannot be brought to schema version {version}, and is as it was: {error}"
            raise WarehouseBroken(message) from error
        raise
