"""Everything in a data folder looked at, and what to do about what is wrong; nothing is changed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from flows.corrections import corrections
from flows.held import damage, held_folder, waiting
from flows.lock import RunBusyError, run_lock
from flows.own_outlets import outlets
from flows.settings import Settings, SettingsError
from flows.stage import finished, stage_folder
from warehouse.files import work_files
from warehouse.inspect import last_completed, trouble_of
from warehouse.kept import kept
from warehouse.whole import fault

Level = Literal["well", "look", "wrong"]
SPARE = 200_000_000


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is, and what to do."""

    level: Level
    what: str
    said: str
    do: str = ""


def examine(settings: Settings) -> Iterator[Finding]:
    """A finding for each thing that there is, as it is found."""
    data_dir = settings.data_dir
    if not data_dir.is_dir():
        yield Finding("wrong", "data folder", f"{data_dir} is not there", "`banmian run` makes it")
        return
    yield _folder(data_dir)
    if not os.access(data_dir, os.R_OK | os.X_OK):
        return
    yield _disk(data_dir)
    yield _published(settings.published)
    try:
        with run_lock(data_dir, 0):
            yield from _of_the_writer(data_dir, settings.published)
    except RunBusyError as error:
        yield Finding("look", "work file", f"not looked at: {error}")
    except OSError as error:
        yield Finding("wrong", "work file", f"not looked at: {error}", "let this user write to the data folder")
    yield from _kept(data_dir)
    yield from _held(data_dir)
    yield _own_table("corrections", lambda: len(corrections(data_dir)))
    yield _own_table("own outlets", lambda: len(outlets(data_dir).own))


def _folder(data_dir: Path) -> Finding:
    if os.access(data_dir, os.W_OK | os.X_OK):
        return Finding("well", "data folder", f"{data_dir} can be written")
    return Finding("wrong", "data folder", f"{data_dir} cannot be written", "let this user write to it")


def _disk(data_dir: Path) -> Finding:
    free = shutil.disk_usage(data_dir).free
    largest = max((path.stat().st_size for path in (*work_files(data_dir),) if path.exists()), default=0)
    needed = 2 * largest + SPARE
    said = f"{free / 1e9:,.1f} GB free, a run needs about {needed / 1e9:,.1f} GB"
    if free >= needed:
        return Finding("well", "disk", said)
    return Finding("wrong", "disk", said, "make room, or keep fewer published files (BANMIAN_KEEP_PUBLISHED)")


def _published(path: Path) -> Finding:
    if not path.exists():
        return Finding("look", "published file", f"{path} is not there yet", "`banmian run` makes it")
    if not path.is_file():
        return Finding("wrong", "published file", f"{path} is no file", "move it away: no run can publish there")
    if not os.access(path, os.R_OK):
        return Finding("wrong", "published file", f"this user may not read {path}", "let this user read it (chmod +r)")
    if damaged := fault(path):
        said = f"damaged: {_line(damaged)}"
        return Finding("wrong", "published file", said, "`banmian rollback` for an earlier one, or the next run")
    if trouble := trouble_of(path):
        return Finding("look", "published file", "; ".join(trouble), "the next run publishes it anew")
    return Finding("well", "published file", "whole, and it holds what its last run says")


def _of_the_writer(data_dir: Path, published: Path) -> Iterator[Finding]:
    path, log = work_files(data_dir)
    if log.exists():
        yield Finding("look", "work file", "a writer died over it", "nothing: the next run puts it right")
    elif not path.exists():
        yield Finding("look", "work file", "not there", "nothing: the next run takes over the published file")
    elif damaged := fault(path):
        said = f"damaged: {_line(damaged)}"
        yield Finding("wrong", "work file", said, "`banmian run`: it is set aside and built from the published file")
    elif published.exists() and last_completed(path) != last_completed(published):
        yield Finding("look", "work file", "whole, and further than the published file", "the next run publishes it")
    else:
        yield Finding("well", "work file", "whole, as far as the published file")
    yield from _stage(data_dir)
    yield from _leftovers(data_dir)


def _stage(data_dir: Path) -> Iterator[Finding]:
    folders = [folder for folder in stage_folder(data_dir).glob("*") if folder.is_dir()]
    broken = [folder.name for folder in folders if finished(folder) is None]
    if broken:
        said = f"{len(broken):,} of {len(folders):,} shards are not whole"
        yield Finding("look", "stage", said, "nothing: their pages are read again where they are given")
    else:
        yield Finding("well", "stage", f"{len(folders):,} shards, all readable")


def _leftovers(data_dir: Path) -> Iterator[Finding]:
    parts = [*data_dir.glob(".banmian.*.part"), *data_dir.glob("*/.banmian.*.part")]
    if parts:
        yield Finding("look", "leftovers", f"{len(parts):,} half written files", "nothing: the next run removes them")
    for damaged in data_dir.glob("work/*.damaged.duckdb"):
        said = f"{damaged} was damaged and set aside ({damaged.stat().st_size / 1e6:,.1f} MB)"
        yield Finding("look", "leftovers", said, "remove it, once nobody wants to know why; and test the disk")


def _kept(data_dir: Path) -> Iterator[Finding]:
    items = kept(data_dir)
    broken = [item for item in items if not item.current and fault(item.path)]
    for item in broken:
        yield Finding("wrong", "kept file", f"that of run {item.run_id} is damaged", f"remove {item.path}")
    if items and not broken:
        yield Finding("well", "kept files", f"{len(items):,}, all whole")


def _held(data_dir: Path) -> Iterator[Finding]:
    for run in waiting(data_dir):
        if said := damage(held_folder(data_dir) / run):
            yield Finding("look", "held run", f"{run} cannot be released: {said}", "give its pages to a run again")
        else:
            do = f"`banmian release {run}`, or mend its pages and run again"
            yield Finding("look", "held run", f"{run} waits for a person", do)


def _own_table(what: str, count: Callable[[], int]) -> Finding:
    try:
        return Finding("well", what, f"{count():,}")
    except SettingsError as error:
        return Finding("wrong", what, str(error), "mend that line: no run starts with it")


def _line(words: str) -> str:
    return words.partition("\n")[0]
