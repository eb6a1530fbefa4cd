"""Whether a warehouse file is whole: every row of it can be read, as the check sums of its blocks say."""

# ruff: noqa: S608
# Only names of tables and columns, as the file itself declares them, are put into SQL here, quoted.

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import duckdb

from warehouse.files import literal

# What this process itself has found whole, by what the system says of the file: not read again.
_SEEN: dict[Path, tuple[int, int, int]] = {}


def fault(path: Path) -> str | None:
    """What is wrong with a file that nobody writes to; None where all of it can be read."""
    if not path.is_file():
        return "it is not there"
    try:
        with duckdb.connect(":memory:", config={"autoinstall_known_extensions": False}) as con:
            con.execute(f"ATTACH {literal(str(path))} AS scanned (READ_ONLY)")
            scan(con, "scanned")
    except duckdb.Error as error:
        return str(error)
    return None


def scan(con: duckdb.DuckDBPyConnection, database: str) -> None:
    """Read every value of every table of an attached database.

    Raises duckdb.Error where a block is not what its check sum says.
    """
    tables = con.execute(
        """SELECT schema_name, table_name, list(column_name) FROM duckdb_columns()
           JOIN duckdb_tables() USING (database_name, schema_name, table_name)
           WHERE database_name = ? GROUP BY ALL""",
        [database],
    ).fetchall()
    for schema, table, columns in tables:
        listed = ", ".join(_quoted(column) for column in columns)
        con.execute(f"SELECT bit_xor(hash({listed})) FROM {database}.{_quoted(schema)}.{_quoted(table)}").fetchall()


def is_as_noted(path: Path) -> bool:
    """Whether a file is, byte for byte, what its writer left: quicker than reading all that is in it."""
    try:
        if _SEEN.get(path) == _signature(path):
            return True
        noted = json.loads(_note(path).read_text(encoding="ascii"))
        if noted != {"size": path.stat().st_size, "sha256": digest(path)}:
            return False
        _SEEN[path] = _signature(path)
    except (OSError, ValueError):
        return False
    return True


def note(path: Path) -> None:
    """Note what a writer leaves; a disk that is full takes no note, and then the next writer reads all."""
    with suppress(OSError):
        if _SEEN.get(path) == _signature(path):
            return
        signature = _signature(path)
        part = path.with_name(f".banmian.{os.getpid()}.part")
        part.write_text(json.dumps({"size": signature[1], "sha256": digest(path)}), encoding="ascii")
        part.replace(_note(path))
        _SEEN[path] = signature


def digest(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    total = sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            total.update(piece)
    return total.hexdigest()


def _note(path: Path) -> Path:
    return path.with_name(f"{path.name}.sha256.json")


def _signature(path: Path) -> tuple[int, int, int]:
    stat = path.stat()
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
