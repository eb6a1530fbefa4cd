"""Publishing: readers get a whole new file by one rename, and keep the one that they have open."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb

from warehouse.errors import WarehouseBroken
from warehouse.files import CATALOG, LEFTOVERS, literal, published_path, work_path


def sweep(data_dir: Path) -> None:
    """Take away what a run that died while publishing left; the caller holds the writer's lock."""
    for part in data_dir.glob(LEFTOVERS):
        part.unlink(missing_ok=True)


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
        raise WarehouseBroken(f"the copy to publish does not open, so nothing was published: {error}") from error


def publish_file(data_dir: Path) -> Path:
    """Copy the closed, checkpointed work file beside the published one and rename it onto that.

    The caller holds the writer's lock. On any error the published file is the one it was.
    """
    target = published_path(data_dir)
    sweep(data_dir)
    part = data_dir / f".{CATALOG}.{os.getpid()}.part"
    try:
        shutil.copyfile(work_path(data_dir), part)
        _sync(part)
        _check(part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    _sync(data_dir)
    return target
