"""Runs that their checks hold back: what they read is kept aside in DIR/held/RUN, until a person releases it."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path
from typing import Any

from expectations.check import QualityRow
from flows.checking import Checked, reject_frame
from flows.settings import Settings
from flows.source_outcomes import SourceOutcomes, outcomes_told
from flows.stage import MANIFEST
from warehouse.errors import NothingKept
from warehouse.kept import link_or_copy
from warehouse.store import KeepRule, Loaded, RunInfo, Store, open_store
from warehouse.whole import digest

Shards = Mapping[str, Sequence[Path]]
_TIMES = ("started_at", "finished_at")


def held_folder(data_dir: Path) -> Path:
    """DIR/held, with a folder for each run that waits."""
    return data_dir / "held"


def set_aside(data_dir: Path, checked: Checked, run: RunInfo, outcomes: SourceOutcomes) -> Path:
    """Keep all that loading this run would take; the shards get a second name, no copy."""
    folder = held_folder(data_dir) / run.run_id
    part = folder.with_name(f".{run.run_id}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    files: dict[str, list[str]] = {}
    for table, paths in checked.files.items():
        for number, path in enumerate(paths):
            place = part / f"{table}.{number}.parquet"
            link_or_copy(path, place)
            files.setdefault(table, []).append(place.name)
    told: dict[str, Any] = {
        "run": {name: str(value) if name in _TIMES else value for name, value in asdict(run).items()},
        "files": {name: digest(part / name) for names in files.values() for name in names},
        "tables": files,
        "results": [asdict(row) for row in checked.results],
    }
    told |= replace(outcomes, refusals=(*outcomes.refusals, *checked.unfit)).as_told()
    (part / MANIFEST).write_text(json.dumps(told, ensure_ascii=True), encoding="ascii")
    shutil.rmtree(folder, ignore_errors=True)
    part.rename(folder)
    return folder


def waiting(data_dir: Path) -> list[str]:
    """The runs that can be released, by their ids."""
    return sorted(folder.parent.name for folder in held_folder(data_dir).glob(f"*/{MANIFEST}"))


def drop_old(data_dir: Path, days: float) -> None:
    """Remove held runs that nobody released for so many days."""
    for folder in held_folder(data_dir).glob("*"):
        if folder.stat().st_mtime < time.time() - days * 86400:
            shutil.rmtree(folder, ignore_errors=True)


def release(settings: Settings, run_id: str, wait: float) -> Loaded:
    """Load and publish a held run (its id, or the start of it that no other has); the caller holds the run lock.

    Raises NothingKept where it is not there, is damaged, or is older than what another run has read of its sources.
    """
    data_dir = settings.data_dir
    folder, told = _find(data_dir, run_id)
    run = _run(told["run"])
    shards = {table: [folder / name for name in names] for table, names in told["tables"].items()}
    results = [QualityRow(**row) for row in told["results"]]
    now = datetime.now(UTC)
    results.append(QualityRow("run", "released", "warning", True, f"{now:%Y-%m-%d %H:%M} UTC by {_user()}", None))
    outcomes = outcomes_told(told)
    with open_store(data_dir, wait) as store:
        if later := store.read_since(shards.get("page", ()), outcomes.sightings, run):
            raise NothingKept(f"a later run has read {later:,} of its sources; give them to a run again instead")
        loaded = load(store, shards, run, outcomes, results)
        store.publish(KeepRule(settings.keep_published, settings.keep_days))
    shutil.rmtree(folder)
    return loaded


def load(store: Store, shards: Shards, run: RunInfo, outcomes: SourceOutcomes, results: Sequence[QualityRow]) -> Loaded:
    """All that a run read and met, in one transaction."""
    rejects = reject_frame(outcomes.refusals)
    return store.load(
        shards, run, outcomes.sightings, rejects, results, outcomes.cleared, outcomes.files, outcomes.gone
    )


def _find(data_dir: Path, run_id: str) -> tuple[Path, dict[str, Any]]:
    names = waiting(data_dir)
    found = [name for name in names if name == run_id] or [name for name in names if name.startswith(run_id)]
    if len(found) != 1:
        raise NothingKept(f"no single held run {run_id}; held are: {', '.join(names) or 'none'}")
    folder = held_folder(data_dir) / found[0]
    if said := damage(folder):
        raise NothingKept(f"what run {found[0]} read is damaged ({said}); give its pages to a run again")
    return folder, json.loads((folder / MANIFEST).read_text(encoding="ascii"))


def damage(folder: Path) -> str | None:
    """What is wrong with what was set aside; None where it is whole."""
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="ascii"))
        broken = [name for name, wanted in told["files"].items() if digest(folder / name) != wanted]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return str(error)
    return f"{', '.join(broken)} is not what was written" if broken else None


def _run(told: dict[str, Any]) -> RunInfo:
    moments = {name: datetime.fromisoformat(told[name]) for name in _TIMES}
    return RunInfo(**told | moments | {"state": "completed"})


def _user() -> str:
    try:
        return getuser()
    except (OSError, KeyError):
        return str(os.getuid())
