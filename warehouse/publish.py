"""Publishing: readers get a whole new file by one rename, and keep the one that they have open."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb

from warehouse.errors import PublishError
from warehouse.files import CATALOG, copy_whole, literal, published_path, work_path
from warehouse.kept import KeepRule, keep, now_kept, prune

# Rewriting copies every row, so it waits until a good part of a file that is no trifle holds nothing.
MOST_FREE, TRIFLE_BLOCKS = 0.4, 200
_NEWS = """
    WITH since AS (SELECT run_id, sources_gone FROM run WHERE run_id NOT IN (SELECT run_id FROM seen.run))
    SELECT EXISTS (SELECT 1 FROM since WHERE sources_gone > 0)
        OR EXISTS (SELECT 1 FROM page SEMI JOIN since USING (run_id))
        OR EXISTS (SELECT 1 FROM reject SEMI JOIN since USING (run_id))
        OR EXISTS (SELECT 1 FROM seen.page ANTI JOIN page USING (page_id))
"""


def sweep(data_dir: Path) -> None:
    """Take away what a run that died while publishing left; the caller holds the writer's lock."""
    for folder in (data_dir, data_dir / "work", data_dir / "published"):
        for part in folder.glob(f".{CATALOG}.*.part"):
            part.unlink(missing_ok=True)


def is_hollow(con: duckdb.DuckDBPyConnection) -> bool:
    """Whether much of the checkpointed work file is room that replaced rows left."""
    row = con.execute(
        "SELECT free_blocks, total_blocks FROM pragma_database_size() WHERE database_name = ?", [CATALOG]
    ).fetchone()
    return row is not None and row[1] >= TRIFLE_BLOCKS and row[0] >= MOST_FREE * row[1]


def rewrite(con: duckdb.DuckDBPyConnection, data_dir: Path) -> None:
    """Put a copy without that room in the work file's place, and close the connection to the old one."""
    part = data_dir / "work" / f".{CATALOG}.{os.getpid()}.part"
    copy_whole(con, part)
    con.close()
    _sync(part)
    part.replace(work_path(data_dir))


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _check(part: Path) -> None:
    """The copy opens and knows its version; else the disk gave back something else than was written."""
    try:
        with duckdb.connect(":memory:") as con:
            con.execute(f"ATTACH {literal(str(part))} AS copy (READ_ONLY)")
            con.execute("SELECT value FROM copy.meta WHERE key = 'schema_version'").fetchall()
    except duckdb.Error as error:
        raise PublishError(f"the copy to publish does not open, so nothing was published: {error}") from error


def brings_news(con: duckdb.DuckDBPyConnection, data_dir: Path) -> bool:
    """Whether readers do not see yet that a page was read or taken out, could not be read, or that a source is gone."""
    target = published_path(data_dir)
    if not target.is_file():
        return True
    try:
        con.execute(f"ATTACH {literal(str(target))} AS seen (READ_ONLY)")
        try:
            row = con.execute(_NEWS).fetchone()
        finally:
            con.execute("DETACH seen")
    except duckdb.Error:  # what is there does not open: whatever takes its place is news
        return True
    return row is None or bool(row[0])


def publish_file(data_dir: Path, rule: KeepRule, anew: bool = True) -> Path:
    """Copy the closed, checkpointed work file beside the published one and rename it onto that.

    What is published keeps a second name in DIR/published as long as `rule` says. One that is not `anew` holds the
    pages of the file before, and takes its place there too: days without news leave what one can go back to.

    The caller holds the writer's lock. On a PublishError (a full disk, a copy that does not open) the published file is
    the one it was.
    """
    target = published_path(data_dir)
    sweep(data_dir)
    part = data_dir / f".{CATALOG}.{os.getpid()}.part"
    keep(data_dir)
    before = now_kept(data_dir)
    try:
        shutil.copyfile(work_path(data_dir), part)
        _sync(part)
        _check(part)
        part.replace(target)
        _sync(data_dir)
        keep(data_dir)
        if before and not anew and now_kept(data_dir):
            before.path.unlink(missing_ok=True)
        prune(data_dir, rule)
    except OSError as error:
        raise PublishError(f"readers keep what they had; {target} could not be written: {error}") from error
    finally:
        part.unlink(missing_ok=True)
    return target
