"""The SQL is the one declaration: rows, checks, contract and comments agree with it."""

from __future__ import annotations

import re
import types
from datetime import date, datetime
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import polars as pl
import pytest

from expectations import article, block, metric, names, page, period, quote, sentence, token
from transforms import rows
from warehouse.dictionary import dictionary
from warehouse.schema import (
    READING_TABLES,
    comments,
    declared,
    polars_schema,
    polars_type,
    reading_schema,
    reject_schema,
)

_SQL = {str: "VARCHAR", int: "INTEGER", float: "DOUBLE", bool: "BOOLEAN", date: "DATE", datetime: "TIMESTAMP"}
_REQUIRED = {
    "page": page.REQUIRED,
    "block": block.REQUIRED,
    "article": article.REQUIRED,
    "sentence": sentence.REQUIRED,
    "token": token.REQUIRED,
    "metric": metric.REQUIRED,
    "quote": quote.REQUIRED,
    "period": period.REQUIRED,
    **names.REQUIRED,
}


def _sql_type(hint: Any) -> tuple[str, bool]:
    """DuckDB's type of a Python annotation, and whether it may be null."""
    if get_origin(hint) in (Union, types.UnionType):
        inner = [arg for arg in get_args(hint) if arg is not type(None)]
        assert len(inner) == 1, hint
        return _sql_type(inner[0])[0], True
    if get_origin(hint) is tuple:
        return _sql_type(get_args(hint)[0])[0] + "[]", False
    return _SQL[hint], False


@pytest.mark.parametrize("table", READING_TABLES)
def test_the_type_of_a_row_is_the_table_field_by_field(table: str) -> None:
    row = getattr(rows, table.capitalize())
    hints = get_type_hints(row)
    told = [(name, *_sql_type(hints[name])) for name in row._fields]
    of_the_run = {"first_seen", "run_id"} if table == "page" else set()
    wanted = [(c.name, c.type, c.nullable) for c in declared()[table] if c.name not in of_the_run]
    assert told == wanted


@pytest.mark.parametrize("table", declared())
def test_every_table_and_column_says_what_it_is(table: str) -> None:
    silent = [name for name, comment in comments(table).items() if len(comment) < 3]
    assert not silent


def test_schemas_leave_out_what_the_load_adds() -> None:
    assert set(polars_schema("page")) - set(reading_schema("page")) == {"first_seen", "run_id"}
    assert set(polars_schema("reject")) - set(reject_schema()) == {"run_id", "rejected_at", "reader_version"}
    assert polars_schema("article")["reporters"] == pl.List(pl.String)
    assert polars_type("DOUBLE[]") == pl.List(pl.Float64)


def test_page_history_has_the_columns_of_page_and_two_more() -> None:
    columns = [(c.name, c.type) for c in declared()["page"]]
    history = [(c.name, c.type) for c in declared()["page_history"]]
    assert history[:-2] == columns
    assert history[-2:] == [("superseded_by", "VARCHAR"), ("superseded_at", "TIMESTAMP")]


@pytest.mark.parametrize("table", READING_TABLES)
def test_checks_ask_for_a_value_where_the_table_does(table: str) -> None:
    assert set(_REQUIRED[table]) == {
        c.name for c in declared()[table] if not c.nullable and c.name not in ("first_seen", "run_id")
    }


def test_the_tables_have_what_the_contract_promises(shared: Path) -> None:
    promised = re.findall(r"^\| ((?:`\w+`,? ?)+) \|[^|]*\| (.*) \|$", (shared / "CONTRACT.md").read_text(), re.M)
    seen = set()
    for tables, columns in promised:
        for table in re.findall(r"\w+", tables):
            wanted = set(re.findall(r"\w+", re.split(r"`(?=[ (])", columns)[0]))
            assert wanted <= set(polars_schema(table)), table
            seen.add(table)
    assert set(READING_TABLES) | {"reject", "run", "quality"} <= seen
    assert {"division_code"} <= set(polars_schema("place"))


def test_the_dictionary_is_current() -> None:
    written = Path(__file__).parents[2] / "warehouse" / "dictionary.md"
    assert written.read_text(encoding="utf-8") == dictionary(), (
        "python -m warehouse.dictionary > warehouse/dictionary.md"
    )
