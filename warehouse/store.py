"""The writer: one at a time in a data folder, on a file of its own that nobody reads."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb
import polars as pl

from warehouse.daily import daily
from warehouse.errors import LoadError
from warehouse.files import CATALOG, published_path, work_path, writer_lock
from warehouse.forget import Forgotten, forget_damaged, forget_in_kept, forget_source
from warehouse.kept import KeepRule, Kept, prune
from warehouse.load import put_pages, put_quality, put_run
from warehouse.migrate import ensure_schema
from warehouse.publish import brings_news, is_hollow, publish_file, rewrite, sweep
from warehouse.rebuild import open_work
from warehouse.records import FileState, KnownReject, Loaded, QualityLike, Rejected, RunInfo, utc
from warehouse.stage import stage, unstage
from warehouse.whole import note

logger = logging.getLogger(__name__)

__all__ = [
    "FileState",
    "KeepRule",
    "KnownReject",
    "Loaded",
    "Rejected",
    "RunInfo",
    "Store",
    "open_store",
    "published_path",
    "work_path",
]


class Store:
    """The work file of a data folder, open for writing; use `open_store`.

    `rebuilt` tells in words what was damaged and from what it was built again; None where nothing was.
    """

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self.rebuilt: str | None = None
        self._rewrite = False
        self._con = self._connect()

    def _connect(self) -> duckdb.DuckDBPyConnection:
        con, rebuilt = open_work(self._data_dir)
        if rebuilt:
            logger.warning(rebuilt)
            self.rebuilt = rebuilt
        try:
            ensure_schema(con)
        except BaseException:
            con.close()
            raise
        return con

    def close(self) -> None:
        """Close the work file and note what it is byte for byte, by which the next writer knows it as whole."""
        self._con.close()
        note(work_path(self._data_dir))

    def known_pages(self) -> dict[str, str]:
        """page_id -> the version of the reader that read it, for every current page."""
        return dict(self._con.execute("SELECT page_id, reader_version FROM page").fetchall())

    def known_sources(self) -> dict[str, set[str]]:
        """source_uri -> the pages found there when a run last looked; one, unless two rows share an id."""
        found: dict[str, set[str]] = {}
        for source_uri, page_id in self._con.execute("SELECT source_uri, page_id FROM source").fetchall():
            found.setdefault(source_uri, set()).add(page_id)
        return found

    def known_files(self) -> dict[str, FileState]:
        """source_uri -> the file as a run last read it whole."""
        sql = "SELECT source_uri, size, modified_ns, beside, place, pages FROM source_file"
        return {row[0]: FileState(*row[1:]) for row in self._con.execute(sql).fetchall()}

    def stale_sources(self, reader_version: str) -> list[str]:
        """The sources whose page was read by another version of the reader."""
        rows = self._con.execute(
            "SELECT source.source_uri FROM source JOIN page USING (page_id) WHERE reader_version <> ? ORDER BY 1",
            [reader_version],
        ).fetchall()
        return [uri for (uri,) in rows]

    def known_rejects(self) -> dict[str, KnownReject]:
        """source_uri -> why its bytes gave no page; rows rejected from a page that is there are left out."""
        rows = self._con.execute(
            """SELECT source_uri, raw_sha256, reader_version, stage, reason, detail FROM reject
               WHERE page_id IS NULL OR page_id NOT IN (SELECT page_id FROM page)
               ORDER BY source_uri, raw_sha256 NULLS FIRST, stage, reason, detail"""
        ).fetchall()
        return {row[0]: KnownReject(*row[1:]) for row in rows}

    def rejected(self) -> list[Rejected]:
        """Everything that stands in `reject`, with what is known of its page where a page is there."""
        rows = self._con.execute(
            """SELECT DISTINCT reject.source_uri, reject.page_id, outlet, issue_date, edition
               FROM reject LEFT JOIN page USING (page_id) ORDER BY ALL"""
        ).fetchall()
        return [Rejected(*row) for row in rows]

    def read_since(self, pages: Sequence[Path], sightings: Iterable[tuple[str, str]], run: RunInfo) -> int:
        """How many of these sources hold a page that a run after this one has read."""
        uris = {uri for uri, _ in sightings}
        for path in pages:
            uris |= set(pl.read_parquet(path, columns=["source_uri"])["source_uri"])
        later = self._con.execute(
            """SELECT DISTINCT source.source_uri FROM source JOIN page USING (page_id) JOIN run USING (run_id)
               WHERE coalesce(run.rowid > (SELECT max(rowid) FROM run WHERE run_id = $run),
                              run.started_at > CAST($moment AS TIMESTAMP))""",
            {"run": run.run_id, "moment": utc(run.started_at)},  # the order of loading counts: a clock may jump back
        ).fetchall()
        return len(uris & {row[0] for row in later})

    def load(
        self,
        shards: Mapping[str, Sequence[Path | pl.DataFrame]],
        run: RunInfo,
        sightings: Iterable[tuple[str, str]] = (),
        rejects: pl.DataFrame | None = None,
        quality: Iterable[QualityLike] = (),
        cleared: Iterable[str] = (),
        files: Mapping[str, FileState] | None = None,
        gone: Iterable[str] = (),
    ) -> Loaded:
        """Put a run into the tables in one transaction; the same load again changes nothing.

        Args:
            shards: table -> Parquet files and frames, as `schema.reading_schema` tells; {} loads no page.
            run: its row.
            sightings: (source_uri, page_id) of every source that the run was given and whose page is known or in the
                shards; pages in the shards count by themselves.
            rejects: as `schema.reject_schema` tells; what was rejected of the same sources before goes.
            quality: the checks of the run.
            cleared: sources (a file, a container) that the run read without fault, whose old rejects go.
            files: files that the run read whole, as they were.
            gone: files, rows and members that are not there any more; their pages stay, unless they stand elsewhere.

        Raises:
            LoadError: nothing went in.
        """
        con = self._con
        try:
            con.execute("BEGIN")
            stage(con, shards, sightings, rejects, cleared, files or {}, gone)
            loaded = put_pages(con, run)
            put_run(con, run, loaded.articles, loaded.metrics)
            put_quality(con, run.run_id, quality)
            con.execute("COMMIT")
        except BaseException as error:
            # A commit that failed has rolled back by itself.
            with suppress(duckdb.TransactionException):
                con.execute("ROLLBACK")
            if isinstance(error, (duckdb.Error, pl.exceptions.PolarsError, KeyError)):
                message = f"run {run.run_id} could not be loaded, the warehouse is as it was: {error}"
                raise LoadError(message) from error
            raise
        finally:
            unstage(con)
        return loaded

    def daily(
        self, shards: Mapping[str, Sequence[Path | pl.DataFrame]], units: Sequence[str]
    ) -> tuple[pl.DataFrame, pl.DataFrame]:
        """Figures by outlet and day, of what a run would load and of what is there beside it; see `warehouse.daily`.

        Raises LoadError where a shard cannot be read.
        """
        try:
            stage(self._con, shards, (), None, (), {}, ())
            return daily(self._con, units)
        except (duckdb.Error, pl.exceptions.PolarsError, KeyError) as error:
            raise LoadError(f"what the run read cannot be counted: {error}") from error
        finally:
            unstage(self._con)

    def note_lost(self, run: RunInfo) -> None:
        """Give a run that ended without a word its row, unless it came so far as to leave one."""
        if not self._con.execute("SELECT 1 FROM run WHERE run_id = ?", [run.run_id]).fetchone():
            put_run(self._con, run, 0, 0)

    def forget(self, uri: str) -> Forgotten:
        """Take a source out of every table; the next `publish` writes a file in which no word of it is left.

        Raises LoadError where nothing was taken.
        """
        try:
            forgotten = forget_source(self._con, uri)
        except duckdb.Error as error:
            raise LoadError(f"nothing was forgotten: {error}") from error
        self._rewrite = True
        return forgotten

    def forget_in_kept(self, uri: str) -> dict[str, int]:
        """Take a source out of the kept publications, once the present one is without it; rows taken, by run."""
        forget_damaged(self._data_dir)
        return forget_in_kept(self._data_dir, uri)

    def publish(self, keep: KeepRule = KeepRule()) -> Path:  # noqa: B008 - frozen
        """Make what is loaded visible to readers by one rename; on a PublishError they keep what they had.

        `keep` tells how long published files stay in DIR/published for going back.
        """
        try:
            anew = brings_news(self._con, self._data_dir)
            self._settle()
            self.close()
            return publish_file(self._data_dir, keep, anew)
        finally:
            self._con.close()
            self._con = self._connect()

    def compact(self) -> bool:
        """Checkpoint the work file, and rewrite it where much of it is room that replaced rows left; whether it was."""
        rewritten = self._settle()
        if rewritten:
            self._con = self._connect()
        return rewritten

    def prune(self, keep: KeepRule) -> list[Kept]:
        """Remove the kept publications that `keep` does not keep; gives them."""
        return prune(self._data_dir, keep)

    def _settle(self) -> bool:
        self._con.execute(f"CHECKPOINT {CATALOG}")
        if not (self._rewrite or is_hollow(self._con)):
            return False
        rewrite(self._con, self._data_dir)
        self._rewrite = False
        return True


@contextmanager
def open_store(data_dir: Path, wait: float = 0.0) -> Iterator[Store]:
    """The writer of `data_dir`, which is created, migrated or taken over from the published file as need be.

    Raises:
        WarehouseBusy: another process is writing, for longer than `wait` seconds.
        WarehouseTooNew: a newer program wrote it.
        WarehouseBroken: it is damaged or no warehouse.
    """
    with writer_lock(data_dir, wait):
        sweep(data_dir)
        store = Store(data_dir)
        try:
            yield store
        finally:
            store.close()
