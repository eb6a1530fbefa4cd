"""`banmian sql`: an answer of the published warehouse, in the form asked for."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import polars as pl
from rich.table import Table
from rich.text import Text

from flows.cli.options import settings_or_fail
from flows.cli.screen import CALLED_WRONGLY, HELD_BACK, fail, messages, results
from warehouse.errors import BadQuery, QueryError
from warehouse.query import ask

NARROWEST = 8
ROWS_ON_A_TERMINAL = 200
LONGEST_CELL = 400


def sql_command(query: str, data_dir: Path | None, output: str) -> None:
    settings = settings_or_fail(data_dir)
    if output == "parquet" and sys.stdout.isatty():
        fail("parquet is no text: send it to a file (> answer.parquet)", CALLED_WRONGLY)
    try:
        answer = ask(settings.published, query)
    except BadQuery as error:
        fail(error, CALLED_WRONGLY)
    except QueryError as error:
        fail(error, HELD_BACK)
    try:
        _write(answer, output)
        sys.stdout.flush()
    except BrokenPipeError:  # a reader like head has seen enough
        sys.stderr.close()


def _write(answer: pl.DataFrame, output: str) -> None:
    if output == "table":
        _table(answer)
    elif output == "csv":
        sys.stdout.write(_flat(answer).write_csv())
    elif output == "json":
        for piece in _json(answer):
            sys.stdout.write(piece)
    else:
        buffer = io.BytesIO()
        answer.write_parquet(buffer)
        sys.stdout.buffer.write(buffer.getvalue())


def _table(answer: pl.DataFrame) -> None:
    """As many columns as the terminal has room for, and on a terminal the first rows; what is left out is said."""
    console = results()
    columns = answer.columns[: max(1, console.width // (NARROWEST + 2))]
    rows = answer.head(ROWS_ON_A_TERMINAL) if sys.stdout.isatty() else answer
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    for name in columns:
        right = answer.schema[name].is_numeric()
        table.add_column(Text(name), justify="right" if right else "left", overflow="ellipsis", no_wrap=True)
    for row in rows.select(columns).iter_rows():
        table.add_row(*(Text(_cell(value)) for value in row))
    console.print(table)
    if left_out := answer.width - len(columns):
        messages().print(f"{left_out} more columns: {', '.join(answer.columns[len(columns) :])}; --format csv has all")
    if rows.height < answer.height:
        messages().print(f"{answer.height - rows.height:,} more rows; --format csv has all")


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.12g}"
    text = "、".join(map(str, value)) if isinstance(value, list) else str(value)
    text = text[:LONGEST_CELL].replace("\n", "⏎")
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def _flat(answer: pl.DataFrame) -> pl.DataFrame:
    """Lists and structs as JSON, which a CSV cell can hold."""
    nested = [name for name, kind in answer.schema.items() if kind.is_nested()]
    return answer.with_columns(
        pl.Series(name, [None if v is None else _dumps(v) for v in answer[name].to_list()], pl.String)
        for name in nested
    )


def _json(answer: pl.DataFrame) -> list[str]:
    """An array with an object for each row, a row a line."""
    rows = [_dumps(row) for row in answer.iter_rows(named=True)]
    return ["[", ",\n ".join(rows), "]\n"]


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)
