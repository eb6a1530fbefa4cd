"""Readings to frames: one Polars frame for each table, in the types that the warehouse declares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

import polars as pl

from transforms.reading import PageReading, TokenColumns

TOKEN_COLUMNS = ("sentence_id", "seq", "word", "pos", "char_start")


def frames(readings: Iterable[PageReading], schemas: Mapping[str, pl.Schema]) -> dict[str, pl.DataFrame]:
    """One frame for each table that a reading fills.

    `schemas` are the warehouse's: table name to the columns and types of its declaration. first_seen and run_id of a
    page are left out: they are the run's, and the load adds them.
    """
    batch = list(readings)
    rows: dict[str, list[object]] = {"page": [reading.page for reading in batch]}
    for name, attribute in PageReading.TABLES.items():
        rows[name] = list(chain.from_iterable(getattr(reading, attribute) for reading in batch))
    built = {name: _frame(found, schemas[name]) for name, found in rows.items()}
    built["token"] = _token_frame([reading.tokens for reading in batch], schemas["token"])
    return built


def _frame(rows: list[object], schema: pl.Schema) -> pl.DataFrame:
    columns = {name: [getattr(row, name) for row in rows] for name in schema}
    return pl.DataFrame(columns, schema=schema, strict=False)


def _token_frame(parts: list[TokenColumns], schema: pl.Schema) -> pl.DataFrame:
    columns = {name: list(chain.from_iterable(getattr(part, name) for part in parts)) for name in TOKEN_COLUMNS}
    return pl.DataFrame(columns, schema=schema)
