"""The writer's own file opened; where it is damaged, set aside and built again from what was published."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb

from warehouse.errors import WarehouseBroken, WarehouseBusy, WarehouseTooNew
from warehouse.files import CATALOG, attach_work, published_path, work_files, work_path
from warehouse.kept import kept
from warehouse.whole import fault, is_as_noted, scan

# What DuckDB says where a file is fine, but not for us to open; everything else is damage.
_HELD, _NEWER = "could not set lock", "version number"
_CLOSED = ("Permission denied", "Read-only file system", "No space left")


def open_work(data_dir: Path) -> tuple[duckdb.DuckDBPyConnection, str | None]:
    """A connection whose own database is the work file, and what was rebuilt, in words, if anything was.

    Where there is no work file, what was published is taken over. A damaged one is set aside, never thrown away.

    Raises:
        WarehouseBusy: another program has the work file open.
        WarehouseTooNew: a later DuckDB wrote it.
        WarehouseBroken: it may not be opened.
    """
    if not work_path(data_dir).exists():
        told = _take_over(data_dir) if published_path(data_dir).exists() else None
        return _open(data_dir), told
    try:
        return _open(data_dir), None
    except duckdb.Error as error:
        words = str(error).partition("\n")[0]
    aside = _set_aside(data_dir)
    source = _take_over(data_dir)
    built = source or "from the published file"
    return _open(data_dir), f"the work file was damaged ({words}): it stands in {aside}, a new one was built {built}"


def _open(data_dir: Path) -> duckdb.DuckDBPyConnection:
    """Raises duckdb.Error where the file is damaged."""
    path, log = work_files(data_dir)
    trusted = not path.exists() or (not log.exists() and is_as_noted(path))
    try:
        con = attach_work(data_dir)
    except duckdb.Error as error:
        _not_ours(path, error)
        raise
    try:
        if not trusted:
            scan(con, CATALOG)
    except BaseException:
        con.close()
        raise
    return con


def _not_ours(path: Path, error: duckdb.Error) -> None:
    words = str(error)
    if _HELD in words.lower():
        raise WarehouseBusy(f"another program has {path} open: {words}") from error
    if _NEWER in words:
        raise WarehouseTooNew(f"{path} was written by a later DuckDB: {words}") from error
    if any(closed in words for closed in _CLOSED):
        raise WarehouseBroken(f"{path} may not be opened: {words}") from error


def _set_aside(data_dir: Path) -> Path:
    """Move the work file and its log out of the way, over what was damaged before."""
    path, log = work_files(data_dir)
    aside = path.with_name(f"{CATALOG}.damaged.duckdb")
    path.replace(aside)
    if log.exists():
        log.replace(aside.with_name(f"{aside.name}.wal"))
    return aside


def _take_over(data_dir: Path) -> str | None:
    """Copy the published file, or the latest kept one that is whole; says which where it is not the published one."""
    damage = fault(published_path(data_dir))
    if damage is None:
        _copy(published_path(data_dir), work_path(data_dir))
        return None
    for item in kept(data_dir):
        if fault(item.path) is None:
            _copy(item.path, work_path(data_dir))
            return f"from the kept file of run {item.run_id}, since the published one is damaged too ({damage})"
    return "from nothing, since no published file is whole: give the next run all pages again"


def _copy(source: Path, target: Path) -> None:
    part = target.parent / f".{CATALOG}.{os.getpid()}.part"
    shutil.copyfile(source, part)
    part.replace(target)
