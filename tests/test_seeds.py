"""The tables of seeds as a spreadsheet reads them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

TABLES = sorted((Path(__file__).resolve().parents[1] / "seeds").glob("*.csv"))


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_every_row_has_as_many_cells_as_its_head(table: Path) -> None:
    with table.open(encoding="utf-8", newline="") as handle:
        head, *rows = csv.reader(handle)
    assert [row for row in rows if len(row) != len(head)] == []
