"""Where the files of a warehouse stand, who may write, and how the writer's own file is opened."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse.errors import WarehouseBusy

# Clients of DuckDB 1.5 and 2.x open files of this version; the default of 2.0 shuts 1.x out.
STORAGE_VERSION = "v1.5.0"
CATALOG = "banmian"
# Enough to load 18 million words at once; what does not fit spills into the work folder.
MEMORY = "1GB"


def published_path(data_dir: Path) -> Path:
    """The file that readers open."""
    return data_dir / f"{CATALOG}.duckdb"


def work_path(data_dir: Path) -> Path:
    """The file that the writer works on; readers leave it alone."""
    return data_dir / "work" / f"{CATALOG}.work.duckdb"


def work_files(data_dir: Path) -> tuple[Path, Path]:
    """The work file, and the log of what a writer that died had not yet put into it."""
    path = work_path(data_dir)
    return path, path.with_name(f"{path.name}.wal")


def literal(text: str) -> str:
    """`text` as an SQL string, for statements that take no parameters (ATTACH, a view's read_parquet)."""
    return "'" + text.replace("'", "''") + "'"


@contextmanager
def writer_lock(data_dir: Path, wait: float = 0.0) -> Iterator[None]:
    """Hold the right to write in `data_dir`; the system gives it back when the process dies.

    A lock of its own, since DuckDB's goes once the file is closed, and publishing copies the closed file.
    Waits up to `wait` seconds; then raises WarehouseBusy.
    """
    path = data_dir / "work" / "writer.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    deadline = time.monotonic() + wait
    with path.open("a") as handle:
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if time.monotonic() >= deadline:
                    raise WarehouseBusy(f"another run is writing in {data_dir}; try again when it is done") from error
                time.sleep(0.1)
        yield


def attach_work(data_dir: Path) -> duckdb.DuckDBPyConnection:
    """A connection whose own database is the work file, which is made where it is not there.

    Raises duckdb.Error where it cannot be opened.
    """
    path = work_path(data_dir)
    con = duckdb.connect(":memory:", config={"autoinstall_known_extensions": False})
    try:
        con.execute("SET enable_progress_bar = false")
        con.execute(f"SET temp_directory = {literal(str(path.parent / 'spill'))}")
        # Row order means nothing in a table; without it a load needs no more memory than its threads.
        con.execute("SET preserve_insertion_order = false")
        con.execute(f"SET memory_limit = {literal(MEMORY)}")
        con.execute(f"ATTACH {literal(str(path))} AS {CATALOG} (STORAGE_VERSION {literal(STORAGE_VERSION)})")
        con.execute(f"USE {CATALOG}")
    except duckdb.Error:
        con.close()
        raise
    return con


def copy_whole(con: duckdb.DuckDBPyConnection, part: Path) -> None:
    """Write what the connection's own database holds to a new file: only what is there, not what once was."""
    con.execute(f"ATTACH {literal(str(part))} AS compact (STORAGE_VERSION {literal(STORAGE_VERSION)})")
    con.execute(f"COPY FROM DATABASE {CATALOG} TO compact")
    con.execute("DETACH compact")
