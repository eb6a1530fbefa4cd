"""What there is to know of a data folder without disturbing it: only the published file is asked, no lock is taken."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from expectations.check import QualityRow
from expectations.merge import hold_reasons
from flows.finding import Found, find
from flows.held import held_folder
from flows.held import waiting as waiting_runs
from flows.lock import unended
from flows.settings import Settings
from flows.sources import file_of
from flows.stage import MANIFEST
from warehouse.errors import BadQuery, QueryError
from warehouse.kept import Kept, kept
from warehouse.query import ask

_RUNS = """
    SELECT run_id, started_at, state, pages_new, pages_unchanged, pages_rejected,
           date_diff('second', started_at, finished_at) AS seconds
    FROM run ORDER BY rowid DESC LIMIT 5  -- not by time: a clock may jump back
"""
RUNS_SHOWN = 5
_TOTALS = """
    SELECT (SELECT count(*) FROM page) AS pages, (SELECT count(*) FROM article) AS articles,
           (SELECT count(*) FROM metric) AS metrics, (SELECT min(issue_date) FROM page) AS first_day,
           (SELECT max(issue_date) FROM page) AS last_day
"""
_PARTS = {
    "published file": "banmian.duckdb",
    "kept": "published",
    "work": "work",
    "stage": "stage",
    "held": "held",
    "reports": "reports",
}
_REJECTS = "SELECT stage, reason, count(*) AS count FROM reject GROUP BY ALL ORDER BY count DESC, stage, reason"


@dataclass(frozen=True, slots=True)
class HeldRun:
    """A run that waits for a person; `row` is what stands in the table `run` for a run that was published."""

    row: dict[str, Any]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """A data folder at a moment. Sizes are bytes; `waiting` is None where the published file cannot be asked."""

    published_at: datetime | None
    trouble: str | None
    runs: list[dict[str, Any]]
    totals: dict[str, Any]
    held: tuple[HeldRun, ...]
    rejects: list[dict[str, Any]]
    kept: tuple[Kept, ...]
    sizes: dict[str, int]
    inbox: tuple[Path, ...]
    waiting: tuple[Path, ...] | None


def look(settings: Settings, inbox: Sequence[Path]) -> Status:
    """The state of the data folder, and which files under `inbox` no run has read."""
    data_dir, published = settings.data_dir, settings.published
    runs: list[dict[str, Any]] = []
    totals: dict[str, Any] = {}
    rejects: list[dict[str, Any]] = []
    waiting: tuple[Path, ...] | None = None
    trouble = None
    try:
        runs = ask(published, _RUNS).to_dicts()
        totals = ask(published, _TOTALS).to_dicts()[0]
        rejects = ask(published, _REJECTS).to_dicts()
        waiting = unread(inbox, published)
    except QueryError as error:
        trouble = str(error)
    published_at = datetime.fromtimestamp(published.stat().st_mtime).astimezone() if published.exists() else None
    held = tuple(held_runs(data_dir))
    known = {run["run_id"] for run in runs}
    waits = [item.row for item in held if item.row["run_id"] not in known]
    runs = [*_unended(data_dir), *waits, *runs][:RUNS_SHOWN]
    items = tuple(kept(data_dir))
    return Status(published_at, trouble, runs, totals, held, rejects, items, _sizes(data_dir), tuple(inbox), waiting)


def held_runs(data_dir: Path) -> Iterator[HeldRun]:
    """What waits in DIR/held: the published file learns of a held run only when another one is published."""
    for run_id in waiting_runs(data_dir):
        try:
            told = json.loads((held_folder(data_dir) / run_id / MANIFEST).read_text(encoding="ascii"))
            started, ended = (datetime.fromisoformat(told["run"][name]) for name in ("started_at", "finished_at"))
            row = told["run"] | {
                "started_at": started.astimezone(UTC).replace(tzinfo=None),
                "seconds": round((ended - started).total_seconds()),
            }
            yield HeldRun(row, hold_reasons(QualityRow(**result) for result in told["results"]))
        except (OSError, ValueError, KeyError, TypeError):
            continue  # damaged: `banmian doctor` tells of it


def _unended(data_dir: Path) -> Iterator[dict[str, Any]]:
    """The run that is at work, or that was killed and that no other has followed yet: of it only its start is known."""
    if run := unended(data_dir):
        started = run.started_at.astimezone(UTC).replace(tzinfo=None)
        yield {"run_id": run.run_id, "started_at": started, "state": "running" if run.alive else "crashed"}


def unread(inbox: Iterable[Path], published: Path) -> tuple[Path, ...]:
    """The files that no run has met, or that have another size or time of change than when one read them."""
    uris = ask(published, "SELECT source_uri FROM source UNION SELECT source_uri FROM reject").to_series()
    met = {file_of(uri) for uri in uris}
    try:
        files = ask(published, "SELECT source_uri, size, modified_ns FROM source_file").rows()
    except BadQuery:  # published by a program that did not note them
        files = []
    noted = {uri: (size, modified_ns) for uri, size, modified_ns in files}

    def is_known(item: Found) -> bool:
        as_it_is = (item.size, item.modified_ns)
        return (item.uri in noted or item.uri in met) and noted.get(item.uri, as_it_is) == as_it_is

    return tuple(item.path for item in find(inbox) if isinstance(item, Found) and not is_known(item))


def scheduled_paths(declaration: Path) -> list[Path]:
    """The paths of the daily deployment in a prefect.yaml; none where there is no such file or deployment."""
    try:
        told = yaml.safe_load(declaration.read_text(encoding="utf-8"))
        daily = next(d for d in told["deployments"] if d["name"] == "daily")
        return [Path(path) for path in daily["parameters"]["paths"] if Path(path).exists()]
    except (OSError, ValueError, KeyError, TypeError, StopIteration, yaml.YAMLError):
        return []


def _sizes(data_dir: Path) -> dict[str, int]:
    """Bytes on disk of each part of the folder; a file with two names counts once, under the first."""
    seen: set[tuple[int, int]] = set()
    sizes: dict[str, int] = {}
    for name, place in _PARTS.items():
        root = data_dir / place
        files = [root] if root.is_file() else [path for path in root.rglob("*") if path.is_file()]
        total = 0
        for path in files:
            stat = path.stat()
            if (stat.st_dev, stat.st_ino) not in seen:
                seen.add((stat.st_dev, stat.st_ino))
                total += stat.st_size
        sizes[name] = total
    return sizes
