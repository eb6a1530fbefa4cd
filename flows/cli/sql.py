"""`banmian sql`: an answer of the published warehouse, in the form asked for."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import polars as pl
from rich.cells import cell_len
from rich.console import JustifyMethod
from rich.table import Table
from rich.text import Text

from flows.cli.options import settings_or_fail
from flows.cli.screen import CALLED_WRONGLY, HELD_BACK, ending_at_once, fail, messages, results
from warehouse.errors import BadQuery, QueryError
from warehouse.query import ask

NARROWEST = 12
GAP = 2
ROWS_ON_A_TERMINAL = 200
LONGEST_CELL = 400
LARGEST_WHOLE = 1e18


def sql_command(query: str, data_dir: Path | None, output: str) -> None:
    """Print the answer; the exit is 2 where the SQL does not run, 1 where there is no warehouse to ask."""
    settings = settings_or_fail(data_dir)
    if output == "parquet" and sys.stdout.isatty():
        fail("parquet is no text: send it to a file (> answer.parquet)", CALLED_WRONGLY)
    try:
        with ending_at_once():
            answer = ask(settings.published, _as_utf8(query))
    except BadQuery as error:
        fail(error, CALLED_WRONGLY)
    except QueryError as error:
        fail(error, HELD_BACK)
    show(answer, output)


def _as_utf8(query: str) -> str:
    """The query as typed, also where the locale knows ASCII only."""
    try:
        return os.fsencode(query).decode("utf-8") if any(0xDC80 <= ord(c) <= 0xDCFF for c in query) else query
    except UnicodeDecodeError:
        fail("the query is no text in UTF-8", CALLED_WRONGLY)


def show(answer: pl.DataFrame, output: str) -> None:
    """Write an answer to standard output as table, csv, json or parquet."""
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
    rows = answer.head(ROWS_ON_A_TERMINAL) if sys.stdout.isatty() else answer
    cells = [[_cell(value) for value in rows[name].to_list()] for name in rows.columns]
    natural = [max(map(cell_len, (name, *column))) for name, column in zip(rows.columns, cells, strict=True)]
    widths = fit(natural, console.width)
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, GAP, 0, 0))
    for name, width in zip(rows.columns, widths, strict=False):
        side: JustifyMethod = "right" if answer.schema[name].is_numeric() else "left"
        table.add_column(Text(name), justify=side, overflow="ellipsis", no_wrap=True, width=width)
    for row in zip(*cells[: len(widths)], strict=True):
        table.add_row(*map(Text, row))
    console.print(table)
    if left_out := answer.columns[len(widths) :]:
        messages().print(
            f"{len(left_out)} more columns: {', '.join(left_out)}; --format csv has all", markup=False, soft_wrap=True
        )
    if rows.height < answer.height:
        messages().print(f"{answer.height - rows.height:,} more rows; --format csv has all")


def fit(natural: Sequence[int], room: int) -> list[int]:
    """Widths of the first columns that fit into `room`: what each needs, the widest of them cut down."""
    shown = 0
    least = 0
    for width in natural:
        least += min(width, NARROWEST) + GAP
        if shown and least > room:
            break
        shown += 1
    widths = list(natural[:shown])
    while (over := sum(widths) + GAP * shown - room) > 0 and max(widths) > min(NARROWEST, room - GAP):
        widest = max(widths)
        next_widest = max((width for width in widths if width < widest), default=NARROWEST)
        count = widths.count(widest)
        cut = max(1, min(widest - max(next_widest, NARROWEST), -(-over // count)))
        widths = [width - cut if width == widest else width for width in widths]
    return widths


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() and abs(value) < LARGEST_WHOLE else f"{value:.12g}"
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds")
    text = "、".join(map(_cell, value)) if isinstance(value, list) else str(value)
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
