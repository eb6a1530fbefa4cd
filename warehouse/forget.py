"""A source taken out of a warehouse file: every table, the history, the rejects, and the room that its rows filled."""

# ruff: noqa: S608
# Only names of tables, from the declaration, are put into SQL here; values are parameters.

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.errors import PublishError
from warehouse.files import CATALOG, STORAGE_VERSION, copy_whole, literal, work_path
from warehouse.kept import kept
from warehouse.schema import READING_TABLES, declared, read_columns

# The source itself, its rows (#…), its members (!/…) and, where it is a folder, what stands in it.
_IS_IT = """(source_uri = $uri OR starts_with(source_uri, $uri || '#') OR starts_with(source_uri, $uri || '!/')
              OR starts_with(source_uri, $uri || '/'))"""
_PAGES = f"""
    CREATE OR REPLACE TEMP TABLE forgotten_page AS
        SELECT page_id FROM source WHERE {_IS_IT}
        UNION SELECT page_id FROM page WHERE {_IS_IT}
        UNION SELECT page_id FROM page_history WHERE {_IS_IT}
"""
_BELOW = """
    CREATE OR REPLACE TEMP TABLE forgotten_article AS
        SELECT article_id FROM article WHERE page_id IN (SELECT page_id FROM forgotten_page);
    CREATE OR REPLACE TEMP TABLE forgotten_sentence AS
        SELECT sentence_id FROM sentence WHERE article_id IN (SELECT article_id FROM forgotten_article)
"""
_ELSEWHERE = f"""
    SELECT DISTINCT source_uri FROM source
    WHERE page_id IN (SELECT page_id FROM forgotten_page) AND NOT {_IS_IT} ORDER BY ALL
"""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What a source took with it: rows by table, its pages, and the other places where the same bytes stood."""

    rows: dict[str, int]
    page_ids: frozenset[str]
    elsewhere: tuple[str, ...]


def _parent(table: str) -> str:
    columns = {column.name for column in declared()[table]}
    return next(parent for parent in ("page", "article", "sentence") if f"{parent}_id" in columns)


def _deleted(con: duckdb.DuckDBPyConnection, sql: str, uri: str | None = None) -> int:
    row = con.execute(sql, {"uri": uri} if uri is not None else None).fetchone()
    return int(row[0]) if row else 0


def forget_source(con: duckdb.DuckDBPyConnection, uri: str) -> Forgotten:
    """Take a source out of the connection's own database in one transaction; an unknown one takes nothing.

    The page goes with every place where the same bytes stood: what is to be forgotten is what it says.
    """
    con.execute("BEGIN")
    try:
        con.execute(_PAGES, {"uri": uri})
        con.execute(_BELOW)
        elsewhere = tuple(row[0] for row in con.execute(_ELSEWHERE, {"uri": uri}).fetchall())
        pages = frozenset(row[0] for row in con.execute("SELECT page_id FROM forgotten_page").fetchall())
        rows = {}
        for table in reversed(READING_TABLES):
            parent = _parent(table)
            of_it = f"{parent}_id IN (SELECT {parent}_id FROM forgotten_{parent})"
            rows[table] = _deleted(con, f"DELETE FROM {table} WHERE {of_it}")
        for table in ("page_history", "reject", "source"):
            of_it = f"page_id IN (SELECT page_id FROM forgotten_page) OR {_IS_IT}"
            rows[table] = _deleted(con, f"DELETE FROM {table} WHERE {of_it}", uri)
        if "source_file" in read_columns(con):  # a kept file may be older than that table
            rows["source_file"] = _deleted(con, f"DELETE FROM source_file WHERE {_IS_IT}", uri)
        con.execute("COMMIT")
    except BaseException:
        con.execute("ROLLBACK")
        raise
    return Forgotten({table: count for table, count in sorted(rows.items()) if count}, pages, elsewhere)


def forget_in_kept(data_dir: Path, uri: str) -> dict[str, int]:
    """Take a source out of every kept publication but the current one; gives, by run, how many rows went.

    Each file that holds it is written anew, so that not even the room of deleted rows holds a word of it. The caller
    holds the writer's lock. A kept file that cannot be written anew is removed.
    """
    gone = {}
    for item in kept(data_dir):
        if item.current:
            continue
        part = item.path.with_name(f".{CATALOG}.{os.getpid()}.part")
        try:
            rows = _copy_without(item.path, part, uri)
            if rows:
                part.replace(item.path)
                gone[item.run_id] = rows
        except duckdb.Error:
            item.path.unlink()
            gone[item.run_id] = -1
        except OSError as error:
            raise PublishError(f"{item.path} could not be written anew: {error}") from error
        finally:
            _away(part)
    return gone


def _copy_without(path: Path, part: Path, uri: str) -> int:
    """Write to `part` what `path` holds without the source; gives how many rows it takes out, none without a copy."""
    _away(part)
    middle = part.with_name(f".{CATALOG}.{os.getpid()}.middle.part")
    with duckdb.connect(":memory:") as con:
        con.execute(f"ATTACH {literal(str(path))} AS old (READ_ONLY)")
        if not _knows(con, uri):
            return 0
        try:
            con.execute(f"ATTACH {literal(str(middle))} AS {CATALOG} (STORAGE_VERSION {literal(STORAGE_VERSION)})")
            con.execute(f"COPY FROM DATABASE old TO {CATALOG}")
            con.execute(f"USE {CATALOG}")
            rows = sum(forget_source(con, uri).rows.values())
            copy_whole(con, part)
        finally:
            con.execute("USE memory")
            con.execute(f"DETACH DATABASE IF EXISTS {CATALOG}")
            _away(middle)
    return rows


def _knows(con: duckdb.DuckDBPyConnection, uri: str) -> bool:
    places = " UNION ALL ".join(f"SELECT source_uri FROM old.{t}" for t in ("source", "page", "page_history", "reject"))
    sql = f"SELECT count(*) FROM ({places}) WHERE {_IS_IT}"
    return con.execute(sql, {"uri": uri}).fetchone() != (0,)


def forget_damaged(data_dir: Path) -> None:
    """Remove a damaged work file that was set aside: nobody can tell what is in it."""
    _away(work_path(data_dir).with_name(f"{CATALOG}.damaged.duckdb"))


def _away(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.with_name(f"{path.name}.wal").unlink(missing_ok=True)
