"""The data dictionary, written from the comments of the declaration; warehouse/dictionary.md holds it."""

from __future__ import annotations

from typing import Any

import duckdb

from warehouse.migrate import ensure_schema
from warehouse.schema import comments, declared

# The table that a view has a row for each of.
_ABOUT = {"metric_in_context": "metric", "quote_in_context": "quote", "page_coverage": "page", "reprint": "article"}
_HEAD = """# Data dictionary

Written by `python -m warehouse.dictionary` from the comments in `warehouse/tables`, `views` and `macros`; a test holds
it current.
Times are UTC. `char_start` and `char_end` count Unicode code points in `page.text`, half open.
"""


def _rows(con: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    return con.execute(sql).fetchall()


def _table(name: str, comment: str, columns: list[tuple[str, str, str]]) -> str:
    lines = [f"\n### {name}\n\n{comment}\n", "| column | type | what it is |", "|---|---|---|"]
    lines += [f"| `{column}` | {kind} | {words} |" for column, kind, words in columns]
    return "\n".join(lines) + "\n"


def _inherited(view: str) -> dict[str, str]:
    """Comments by column name, for columns that a view passes on: first those of the table that it is about."""
    return comments("page") | comments("article") | comments("sentence") | comments(_ABOUT[view])


def dictionary() -> str:
    """Every table, view and macro with what its comments say, as Markdown."""
    con = duckdb.connect(":memory:")
    ensure_schema(con)
    parts = [_HEAD, "\n## Tables\n"]
    tables: dict[str, str] = dict(_rows(con, "SELECT table_name, comment FROM duckdb_tables() ORDER BY table_name"))
    for table, columns in declared().items():
        cells = [(c.name, c.type + ("" if c.nullable else " NOT NULL"), c.comment) for c in columns]
        parts.append(_table(table, tables[table], cells))
    parts.append("\n## Views\n")
    for view, comment in _rows(con, "SELECT view_name, comment FROM duckdb_views() WHERE NOT internal ORDER BY 1"):
        found = con.execute(
            "SELECT column_name, data_type, comment FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index",
            [view],
        ).fetchall()
        parts.append(_table(view, comment, [(n, kind, own or _inherited(view)[n]) for n, kind, own in found]))
    parts.append("\n## Macros\n\n")
    macros = """SELECT function_name, list_aggregate(parameters, 'string_agg', ', '), comment FROM duckdb_functions()
                WHERE NOT internal ORDER BY function_name"""
    parts += [f"- `{name}({parameters})`: {comment}\n" for name, parameters, comment in _rows(con, macros)]
    con.close()
    return "".join(parts)


if __name__ == "__main__":
    print(dictionary(), end="")  # noqa: T201 - this is what it is for
