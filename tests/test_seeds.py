"""The tables of seeds as a spreadsheet reads them, and seeds/README.md, which tells of each of them."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
TABLES = sorted(SEEDS.glob("*.csv"))
WHY = ("reason", "source")
# the columns that tell one row from another, where the first alone does not
KEYS = {
    "byline_words": ("word", "kind"),
    "column_labels": ("kind", "label"),
    "context_groups": ("group", "word"),
    "corrections": ("source_uri", "key", "table", "column"),
    "document_kinds": ("where", "word"),
    "furniture_words": ("match", "word"),
    "html_marks": ("attribute", "value"),
}
# columns with a few values, which the README names all
CODES = {
    "byline_words": ("kind",),
    "change_words": ("direction", "not_of_counts"),
    "column_labels": ("kind",),
    "common_words": ("taken_for",),
    "context_groups": ("group",),
    "context_words": ("role",),
    "document_kinds": ("where",),
    "eras": ("follow",),
    "festivals": ("bare", "calendar"),
    "furniture_words": ("match",),
    "habit_evidence": ("counts",),
    "habits": ("severity",),
    "html_marks": ("role", "attribute"),
    "name_parts": ("group",),
    "organization_heads": ("group",),
    "organization_names": ("group",),
    "owner_heads": ("splits",),
    "person_nouns": ("group",),
    "set_phrases": ("kind",),
    "status_cues": ("status", "reach"),
    "surnames": ("group", "byline"),
    "time_words": ("kind",),
    "units": ("kind", "weak"),
}
_SECTION = re.compile(r"^### `(\w+)`\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
_COLUMN = re.compile(r"^- `(\w+)`:(.*?)(?=^- |\Z)", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`]+)`")
_READS = re.compile(r'\b(?:seeds\.|seed_)?table\("(\w+)"\)')


def _read(table: Path) -> tuple[list[str], list[list[str]]]:
    with table.open(encoding="utf-8", newline="") as handle:
        head, *rows = csv.reader(handle)
    return head, rows


def _sections() -> dict[str, str]:
    """What the README says of each table."""
    return dict(_SECTION.findall((SEEDS / "README.md").read_text(encoding="utf-8")))


def _columns(table: str) -> dict[str, str]:
    """What the README says of each column of a table."""
    return dict(_COLUMN.findall(_sections()[table]))


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_every_row_has_as_many_cells_as_its_head(table: Path) -> None:
    head, rows = _read(table)
    assert [row for row in rows if len(row) != len(head)] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_every_row_says_why(table: Path) -> None:
    head, rows = _read(table)
    assert head[-1] in WHY
    assert [row for row in rows if not row[-1] or row[-1] != row[-1].strip(' "')] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_every_row_stands_once(table: Path) -> None:
    head, rows = _read(table)
    at = [head.index(column) for column in KEYS.get(table.stem, head[:1])]
    counts = Counter(tuple(row[i] for i in at) for row in rows)
    assert [key for key, n in counts.items() if n > 1] == []
    assert [key for key in counts if not any(key)] == []


def test_the_readme_tells_of_every_table_and_of_no_other() -> None:
    assert sorted(_sections()) == [table.stem for table in TABLES]


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_the_readme_tells_of_every_column(table: Path) -> None:
    head, _ = _read(table)
    assert list(_columns(table.stem)) == head[:-1]


@pytest.mark.parametrize(("table", "column"), [(table, column) for table in CODES for column in CODES[table]])
def test_the_readme_names_every_code(table: str, column: str) -> None:
    head, rows = _read(SEEDS / f"{table}.csv")
    used = {row[head.index(column)] for row in rows} - {""}
    assert used == set(_CODE.findall(_columns(table)[column]))


def test_the_readme_names_who_reads_a_table() -> None:
    readers: dict[str, set[str]] = {table.stem: set() for table in TABLES}
    for package in ("expectations", "flows", "transforms", "warehouse"):
        for module in (ROOT / package).rglob("*.py"):
            for name in _READS.findall(module.read_text(encoding="utf-8")):
                readers[name].add(module.relative_to(ROOT).as_posix())
    told = {name: set(_CODE.findall(text.strip().partition("\n")[0])) for name, text in _sections().items()}
    assert told == readers
