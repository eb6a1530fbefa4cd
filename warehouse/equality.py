"""When two warehouses are equal: every table but run and quality, and every column but those that tell of a run."""

# ruff: noqa: S608
# Only names of tables and columns, from the declaration, are put into SQL here; values are parameters.

from __future__ import annotations

from pathlib import Path

import duckdb

from warehouse.files import literal

_LEFT_OUT_TABLES = frozenset({"run", "quality"})
_LEFT_OUT_COLUMNS = frozenset({"run_id", "first_seen", "rejected_at", "superseded_at"})
_SHOWN = 3


def _columns(con: duckdb.DuckDBPyConnection, database: str) -> dict[str, list[str]]:
    """The columns that count, of each table that counts, in order of their names."""
    rows = con.execute(
        """SELECT table_name, column_name FROM duckdb_columns() c
           JOIN duckdb_tables() t USING (database_name, schema_name, table_name)
           WHERE database_name = ? ORDER BY table_name, column_name""",
        [database],
    ).fetchall()
    tables: dict[str, list[str]] = {}
    for table, column in rows:
        if table not in _LEFT_OUT_TABLES:
            tables.setdefault(table, [])
            if column not in _LEFT_OUT_COLUMNS:
                tables[table].append(column)
    return tables


def _digest(con: duckdb.DuckDBPyConnection, database: str, table: str, listed: str) -> tuple[int, int]:
    """Rows, and a sum over their hashes: alike for the same rows in any order, in memory that does not grow."""
    row = con.execute(f"SELECT count(*), sum(hash({listed})::HUGEINT) FROM {database}.{table}").fetchone()
    return (row[0], row[1] or 0) if row else (0, 0)


def _table_differences(con: duckdb.DuckDBPyConnection, table: str, columns: list[str]) -> list[str]:
    listed = ", ".join(f'"{column}"' for column in columns)
    left, right = _digest(con, "a", table, listed), _digest(con, "b", table, listed)
    if left == right:
        return []
    found = [f"{table}: {left[0]} rows in the first, {right[0]} in the second"]
    for one, other, word in (("a", "b", "first"), ("b", "a", "second")):
        alone = f"SELECT {listed} FROM {one}.{table} EXCEPT ALL SELECT {listed} FROM {other}.{table}"
        sql = f"{alone} ORDER BY ALL LIMIT {_SHOWN}"
        found += [
            f"{table}: only in the {word}: {dict(zip(columns, row, strict=True))}"
            for row in con.execute(sql).fetchall()
        ]
    return found


def differences(path_a: Path, path_b: Path) -> list[str]:
    """What sets two warehouse files apart, a line each with a few example rows; nothing when they are equal."""
    with duckdb.connect(":memory:") as con:
        con.execute(f"ATTACH {literal(str(path_a))} AS a (READ_ONLY)")
        con.execute(f"ATTACH {literal(str(path_b))} AS b (READ_ONLY)")
        left, right = _columns(con, "a"), _columns(con, "b")
        found = [f"{table}: not in both" for table in sorted(left.keys() ^ right.keys())]
        for table in sorted(left.keys() & right.keys()):
            if left[table] != right[table]:
                found.append(f"{table}: columns differ: {sorted(set(left[table]) ^ set(right[table]))}")
            else:
                found += _table_differences(con, table, left[table])
        return found
