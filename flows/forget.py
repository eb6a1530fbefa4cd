"""A source taken out of all that a data folder holds: tables, history, kept publications, shards, held runs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import polars as pl

from expectations.check import QualityRow
from flows.settings import Settings
from flows.stage import MANIFEST, stage_folder
from transforms.version import READER_VERSION
from warehouse.store import KeepRule, RunInfo, open_store

_DIVIDERS = ("#", "!/", "/")


@dataclass(frozen=True, slots=True)
class Taken:
    """What went: rows by table and by kept publication (-1: the file itself), shards, held runs; and twin places."""

    rows: dict[str, int]
    kept: dict[str, int]
    shards: int
    held: tuple[str, ...]
    elsewhere: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.rows or self.kept or self.shards or self.held)


def forget(settings: Settings, uri: str, wait: float) -> Taken:
    """Forget a source, given as its URI; the caller holds the run lock. Again after a kill, it goes on where it was."""
    data_dir = settings.data_dir
    with open_store(data_dir, wait) as store:
        gone = store.forget(uri)
        # shards before the publish: what is forgotten must not come back from them, whatever happens next
        shards = _drop(stage_folder(data_dir).glob("*"), uri, gone.page_ids)
        held = _drop(data_dir.joinpath("held").glob("*"), uri, gone.page_ids)
        if gone.rows:
            store.load({}, _run(), quality=[_record(table, count) for table, count in gone.rows.items()])
        store.publish(KeepRule(settings.keep_published, settings.keep_days))
        kept = store.forget_in_kept(uri)
    return Taken(gone.rows, kept, len(shards), tuple(folder.name for folder in held), gone.elsewhere)


def _run() -> RunInfo:
    now = datetime.now(UTC)
    return RunInfo(f"forget-{uuid4().hex[:12]}", now, now, "completed", READER_VERSION, 0, 0, 0, 0)


def _record(table: str, count: int) -> QualityRow:
    return QualityRow(table, "forgotten", "warning", True, None, count)


def _drop(folders: Iterator[Path], uri: str, page_ids: frozenset[str]) -> list[Path]:
    """Remove the folders that hold the source, or that cannot tell."""
    gone = [folder for folder in folders if folder.is_dir() and _holds(folder, uri, page_ids)]
    for folder in gone:
        shutil.rmtree(folder)
    return gone


def _holds(folder: Path, uri: str, page_ids: frozenset[str]) -> bool:
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if any(is_of(refusal["source_uri"], uri) for refusal in manifest["refusals"]):
            return True
        for path in folder.glob("page*.parquet"):
            for page_id, source in pl.read_parquet(path, columns=["page_id", "source_uri"]).iter_rows():
                if page_id in page_ids or is_of(source, uri):
                    return True
    except (OSError, ValueError, KeyError, TypeError, pl.exceptions.PolarsError):
        return True
    return False


def is_of(source_uri: str, uri: str) -> bool:
    """Whether a source is the one given, a row or a member of it, or in the folder that it is."""
    return source_uri == uri or source_uri.startswith(tuple(uri + divider for divider in _DIVIDERS))
