"""What waits in an inbox: files that no run has met, that no held run has read, and that nobody still writes."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from flows.finding import Found, find
from flows.held import held_folder
from flows.sources import file_of
from flows.stage import MANIFEST
from flows.status import unread
from warehouse.errors import QueryError


def fresh(places: Sequence[Path], data_dir: Path, published: Path, settled: float) -> list[Path]:
    """The files under `places` to read now: unread, not waiting in a held run, and at rest for `settled` seconds."""
    held = _held_files(data_dir)
    return [path for path in _unread(places, published) if path.as_uri() not in held and _at_rest(path, settled)]


def _unread(places: Sequence[Path], published: Path) -> Sequence[Path]:
    try:
        return unread(places, published)
    except QueryError:
        if published.exists():
            raise
        return [item.path for item in find(places) if isinstance(item, Found)]


def _at_rest(path: Path, settled: float) -> bool:
    """A time of change well ahead of the clock is not of now either: it came with the file, or the clock jumped."""
    try:
        return abs(time.time() - path.stat().st_mtime) >= settled
    except OSError:  # gone meanwhile
        return False


def _held_files(data_dir: Path) -> set[str]:
    """The files that runs which wait for a person have read: reading them again would hold them again."""
    files: set[str] = set()
    for manifest in held_folder(data_dir).glob(f"*/{MANIFEST}"):
        told = json.loads(manifest.read_text(encoding="ascii"))
        uris = [uri for uri, _ in told["sightings"]] + [refusal["source_uri"] for refusal in told["refusals"]]
        for name in told["tables"].get("page", ()):
            uris += pl.read_parquet(manifest.parent / name, columns=["source_uri"])["source_uri"].to_list()
        files |= {file_of(uri) for uri in uris}
    return files
