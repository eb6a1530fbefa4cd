"""Corrections: values that a person put right, with a reason; laid over what was read, before it is checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from flows.own_tables import own_rows
from flows.settings import SettingsError
from seeds import table as seed_table
from warehouse.schema import READING_TABLES, reading_schema

COLUMNS = ("source_uri", "key", "table", "column", "old", "new", "reason")
BETWEEN = "、"
Frames = dict[str, pl.DataFrame]


@dataclass(frozen=True, slots=True)
class Correction:
    """One value: in the rows of `table` with this `key` (their first column) or of this source, `old` becomes `new`.

    An empty `old` or `new` is null; the parts of a list stand between 、. `place` is the file and line it stands in.
    """

    place: str
    source_uri: str
    key: str
    table: str
    column: str
    old: str
    new: str
    reason: str

    def concerns(self, page_id: str, source_uri: str) -> bool:
        """Whether it is about a row of this page: every id begins with its page's."""
        of_page = not self.key or self.key == page_id or self.key.startswith(f"{page_id}-")
        return of_page and (not self.source_uri or self.source_uri == source_uri)


def corrections(data_dir: Path) -> tuple[Correction, ...]:
    """Those of the product and those of the data folder, in order.

    Raises SettingsError with file and line where one cannot be understood.
    """
    rows: list[tuple[str, Mapping[str, str | None]]] = [
        (f"seeds/corrections.csv:{n}", row) for n, row in enumerate(seed_table("corrections"), 2)
    ]
    rows += own_rows(data_dir, "corrections", COLUMNS)
    return tuple(_correction(place, row) for place, row in rows)


def _correction(place: str, row: Mapping[str, str | None]) -> Correction:
    made = Correction(place, *((row.get(name) or "").strip() for name in COLUMNS))
    if made.table not in READING_TABLES:
        raise SettingsError(f"{place}: {made.table!r} is no table that is read ({', '.join(READING_TABLES)})")
    schema = reading_schema(made.table)
    if made.column not in schema or made.column == next(iter(schema)):
        raise SettingsError(f"{place}: {made.table} has no column {made.column!r} that can be corrected")
    if not made.key and not made.source_uri:
        raise SettingsError(f"{place}: give the key of a row or its source_uri")
    if not made.reason:
        raise SettingsError(f"{place}: give a reason")
    try:
        value(made.new, schema[made.column])
    except (ValueError, pl.exceptions.PolarsError) as error:
        raise SettingsError(f"{place}: {made.new!r} is no {schema[made.column]}") from error
    return made


def value(text: str, kind: pl.DataType) -> pl.Series:
    """What a cell of a corrections file says, as one value of a column.

    Raises ValueError or a PolarsError where it is none.
    """
    if isinstance(kind, pl.List):
        parts = pl.Series(text.split(BETWEEN) if text else [], dtype=pl.String).cast(kind.inner)
        return pl.Series([parts], dtype=kind)
    if not text:
        return pl.Series([None], dtype=kind)
    if kind == pl.Boolean:
        if text.lower() not in ("true", "false"):
            raise ValueError(text)
        return pl.Series([text.lower() == "true"])
    made = pl.Series([text])
    return made.str.to_date("%Y-%m-%d") if kind == pl.Date else made.cast(kind)


def correct(frames: Frames, given: Iterable[Correction]) -> tuple[Frames, tuple[str, ...]]:
    """The frames with their corrections (a table without one is the same object), and those that no longer match."""
    current, complaints = dict(frames), []
    pages = frames["page"].select("page_id", "source_uri").rows()
    for item in given:
        of_it = [page_id for page_id, source_uri in pages if item.concerns(page_id, source_uri)]
        if not of_it:
            continue
        frame = current[item.table]
        found = _rows(frame, item, of_it)
        if frame.select(found.any()).item():
            new = pl.lit(value(item.new, frame.schema[item.column])).first()
            current[item.table] = frame.with_columns(pl.when(found).then(new).otherwise(item.column).alias(item.column))
        else:
            was = f"{item.column} {item.old!r}"
            complaints.append(
                f"{item.place}: no {item.table} of {item.key or item.source_uri} has {was} any more;"
                " look at it, then mend or remove the correction"
            )
    return current, tuple(complaints)


def _rows(frame: pl.DataFrame, item: Correction, page_ids: list[str]) -> pl.Expr:
    """The condition that finds the rows of a correction."""
    key = pl.col(frame.columns[0])
    if item.key:
        here = key == item.key
    else:
        here = pl.any_horizontal((key == page) | key.str.starts_with(f"{page}-") for page in page_ids)
    try:
        old = pl.lit(value(item.old, frame.schema[item.column])).first()
    except (ValueError, pl.exceptions.PolarsError):
        return pl.lit(False) & here
    return here & pl.col(item.column).eq_missing(old)
