"""One transaction that puts new readings in the place of old ones.

A page goes when no source holds it any more: each of its sources was given to this run and holds something else now.
A page that is read again goes and comes back. Sources that the run was not given stay as they are.
"""

# ruff: noqa: S608
# Only names of tables and columns, from the declaration, are put into SQL here; values are parameters.

from __future__ import annotations

from collections.abc import Iterable

import duckdb

from warehouse.records import Loaded, QualityLike, RunInfo, utc
from warehouse.schema import READING_TABLES, declared, reading_schema, reject_schema

_PLACES = """
    CREATE OR REPLACE TEMP TABLE sighted AS
        SELECT DISTINCT source_uri, page_id
        FROM (SELECT source_uri, page_id FROM given_page UNION ALL SELECT source_uri, page_id FROM given_sighting)
        WHERE page_id IN (SELECT page_id FROM given_page UNION ALL SELECT page_id FROM page);
    CREATE OR REPLACE TEMP TABLE former AS
        SELECT source_uri, page_id FROM source WHERE source_uri IN (SELECT source_uri FROM sighted);
    DELETE FROM source WHERE source_uri IN (SELECT source_uri FROM sighted);
    INSERT INTO source BY NAME SELECT source_uri, page_id FROM sighted;
"""
# What is not there any more keeps its page, unless that stands elsewhere.
_GONE = """
    DELETE FROM source
    WHERE source_uri IN (SELECT source_uri FROM given_gone)
        AND page_id IN (SELECT page_id FROM source WHERE source_uri NOT IN (SELECT source_uri FROM given_gone))
"""
_FILES = """
    DELETE FROM source_file WHERE source_uri IN (
        SELECT source_uri FROM given_file UNION ALL SELECT source_uri FROM given_gone);
    INSERT INTO source_file BY NAME SELECT * FROM given_file
"""
_LEAVING = """
    CREATE OR REPLACE TEMP TABLE leaving AS
        SELECT former.page_id, arg_min(sighted.page_id, (sighted.source_uri, sighted.page_id)) AS superseded_by
        FROM former JOIN sighted USING (source_uri)
        WHERE former.page_id NOT IN (SELECT page_id FROM source)
        GROUP BY former.page_id
"""
_READ_ANEW = """
    INSERT INTO leaving
        SELECT page.page_id, page.page_id FROM page JOIN staged_page AS new USING (page_id) WHERE {differs}
"""
_HISTORY = """
    INSERT INTO page_history BY NAME
        SELECT page.*, leaving.superseded_by, CAST(? AS TIMESTAMP) AS superseded_at
        FROM page JOIN leaving USING (page_id)
"""
_GOING = """
    CREATE OR REPLACE TEMP TABLE first_met AS
        SELECT page_id, min(first_seen) AS first_seen
        FROM (SELECT page_id, first_seen FROM page UNION ALL SELECT page_id, first_seen FROM page_history)
        WHERE page_id IN (SELECT page_id FROM staged_page) GROUP BY page_id;
    CREATE OR REPLACE TEMP TABLE going_page AS
        SELECT page_id FROM page
        WHERE page_id IN (SELECT page_id FROM leaving UNION ALL SELECT page_id FROM staged_page);
    CREATE OR REPLACE TEMP TABLE going_article AS
        SELECT article_id FROM article WHERE page_id IN (SELECT page_id FROM going_page);
    CREATE OR REPLACE TEMP TABLE going_sentence AS
        SELECT sentence_id FROM sentence WHERE article_id IN (SELECT article_id FROM going_article);
"""
_FIRST_SOURCE = """
    UPDATE page SET source_uri = first.source_uri
    FROM (SELECT page_id, min(source_uri) AS source_uri FROM source GROUP BY page_id) AS first
    WHERE page.page_id = first.page_id AND page.source_uri <> first.source_uri
"""
_OLD_REJECTS = """
    DELETE FROM reject WHERE rowid IN (
        SELECT old.rowid FROM reject AS old
        WHERE NOT EXISTS (FROM new_reject AS new WHERE {same}) AND (
            old.source_uri IN (SELECT source_uri FROM new_reject UNION ALL SELECT source_uri FROM given_page
                               UNION ALL SELECT source_uri FROM given_cleared)
            OR old.page_id IN (SELECT page_id FROM staged_page UNION ALL SELECT page_id FROM going_page)
            OR (old.source_uri IN (SELECT source_uri FROM sighted)
                AND NOT EXISTS (FROM sighted AS s WHERE s.source_uri = old.source_uri AND s.page_id = old.page_id))))
"""
_MOVE_REJECTS = """
    UPDATE reject SET source_uri = page.source_uri FROM page
    WHERE reject.page_id = page.page_id AND reject.source_uri <> page.source_uri
"""


def _count(con: duckdb.DuckDBPyConnection, sql: str) -> int:
    row = con.execute(sql).fetchone()
    return int(row[0]) if row else 0


def _replace_pages(con: duckdb.DuckDBPyConnection, run: RunInfo) -> int:
    """Move what a new reading replaces to page_history and take it out of every table; gives how many pages went."""
    con.execute(_PLACES)
    con.execute(_GONE)
    compared = [name for name in reading_schema("page") if name not in ("page_id", "source_uri")]
    differs = " OR ".join(f"page.{name} IS DISTINCT FROM new.{name}" for name in compared)
    con.execute(_LEAVING)
    con.execute(_READ_ANEW.format(differs=differs))
    con.execute(_HISTORY, [utc(run.finished_at or run.started_at)])
    con.execute(_GOING)
    gone = _count(con, "SELECT count(*) FROM going_page")
    for table in reversed(READING_TABLES) if gone else ():
        columns = {column.name for column in declared()[table]}
        parent = next(p for p in ("page", "article", "sentence") if f"{p}_id" in columns)
        con.execute(f"DELETE FROM {table} WHERE {parent}_id IN (SELECT {parent}_id FROM going_{parent})")
    return gone


def _insert(con: duckdb.DuckDBPyConnection, run: RunInfo) -> dict[str, int]:
    rows = {}
    for table in READING_TABLES:
        if table == "page":
            sql = """SELECT new.*, coalesce(first_met.first_seen, CAST($at AS TIMESTAMP)) AS first_seen, $run AS run_id
                     FROM staged_page AS new LEFT JOIN first_met USING (page_id)"""
            con.execute(f"INSERT INTO page BY NAME {sql}", {"at": utc(run.started_at), "run": run.run_id})
        else:
            con.execute(f"INSERT INTO {table} BY NAME SELECT * FROM staged_{table}")
        rows[table] = _count(con, f"SELECT count(*) FROM staged_{table}")
    con.execute(_FIRST_SOURCE)
    return rows


def _put_rejects(con: duckdb.DuckDBPyConnection, run: RunInfo) -> None:
    con.execute(
        "CREATE OR REPLACE TEMP TABLE new_reject AS SELECT *, CAST(? AS VARCHAR) AS reader_version FROM given_reject",
        [run.reader_version],
    )
    names = [*reject_schema(), "reader_version"]
    listed = ", ".join(names)
    same = " AND ".join(f"old.{name} IS NOT DISTINCT FROM new.{name}" for name in names)
    con.execute(_OLD_REJECTS.format(same=same))
    con.execute(
        f"""INSERT INTO reject BY NAME SELECT *, ? AS run_id, CAST(? AS TIMESTAMP) AS rejected_at
            FROM (SELECT {listed} FROM new_reject EXCEPT SELECT {listed} FROM reject)""",
        [run.run_id, utc(run.finished_at or run.started_at)],
    )
    con.execute(_MOVE_REJECTS)


def put_run(con: duckdb.DuckDBPyConnection, run: RunInfo, articles: int, metrics: int) -> None:
    """The run's own row, in the place of what stood there under its id."""
    con.execute("DELETE FROM run WHERE run_id = ?", [run.run_id])
    con.execute(
        "INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            run.run_id,
            utc(run.started_at),
            utc(run.finished_at),
            run.state,
            run.reader_version,
            run.pages_seen,
            run.pages_new,
            run.pages_unchanged,
            run.pages_rejected,
            articles,
            metrics,
            run.pages_changed,
            run.pages_reread,
            run.sources_gone,
        ],
    )


def put_quality(con: duckdb.DuckDBPyConnection, run_id: str, quality: Iterable[QualityLike]) -> None:
    """Put the checks of a run in the place of those that the table `quality` has of it."""
    con.execute("DELETE FROM quality WHERE run_id = ?", [run_id])
    rows = [
        [run_id, q.table_name, q.expectation, q.severity, q.success, q.observed, q.unexpected_count] for q in quality
    ]
    if rows:
        con.executemany("INSERT INTO quality VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def put_pages(con: duckdb.DuckDBPyConnection, run: RunInfo) -> Loaded:
    """Put what is staged into the tables; the caller holds the transaction."""
    replaced = _replace_pages(con, run)
    rows = _insert(con, run)
    _put_rejects(con, run)
    con.execute(_FILES)
    return Loaded(rows, rows["page"], replaced, rows["article"], rows["metric"])
