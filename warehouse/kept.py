"""Published files that are kept, so that a person can go back: DIR/published/, a file for each run that published."""

from __future__ import annotations

import logging
import os
import re
import shutil
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from warehouse.errors import NothingKept, PublishError
from warehouse.files import CATALOG, literal, published_path, work_files, writer_lock

logger = logging.getLogger(__name__)

_NAME = re.compile(r"(\d{6})_([\w.-]{1,100})\.duckdb", re.ASCII)
_NO_NAME = re.compile(r"[^\w.-]", re.ASCII)
# By the order of loading, not by time: a clock may jump back.
_LAST_RUN = "SELECT run_id FROM kept.run WHERE state NOT IN ('failed', 'crashed') ORDER BY rowid DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class KeepRule:
    """How many published files stay, and for how many days; the one that readers see always stays."""

    count: int = 5
    days: float = 30.0


@dataclass(frozen=True, slots=True)
class Kept:
    """A published file that is kept. `number` counts publications: a clock may jump, a count does not."""

    number: int
    run_id: str
    path: Path
    published_at: datetime
    size: int
    current: bool


def kept_folder(data_dir: Path) -> Path:
    """DIR/published, where a file is NUMBER_RUN.duckdb with a number of six digits."""
    return data_dir / "published"


def kept(data_dir: Path) -> list[Kept]:
    """What is kept, the latest first."""
    target, found = published_path(data_dir), []
    for path in kept_folder(data_dir).glob("*.duckdb"):
        if match := _NAME.fullmatch(path.name):
            stat = path.stat()
            current = target.exists() and path.samefile(target)
            when = datetime.fromtimestamp(stat.st_mtime, UTC)
            found.append(Kept(int(match[1]), match[2], path, when, stat.st_size, current))
    return sorted(found, key=lambda item: item.number, reverse=True)


def now_kept(data_dir: Path) -> Kept | None:
    """The kept one that readers see."""
    return next((item for item in kept(data_dir) if item.current), None)


def last_run(path: Path) -> str:
    """The run that a warehouse file ends with; "none" where it holds no run.

    Raises duckdb.Error where the file does not open.
    """
    with duckdb.connect(":memory:") as con:
        con.execute(f"ATTACH {literal(str(path))} AS kept (READ_ONLY)")
        row = con.execute(_LAST_RUN).fetchone()
        return _NO_NAME.sub("-", row[0])[:100] if row else "none"


def keep(data_dir: Path) -> None:
    """Give the published file a second name among those kept; the caller holds the writer's lock.

    Going without it harms nobody, so that a folder which cannot be written is told and no more.
    """
    target = published_path(data_dir)
    if not target.is_file() or now_kept(data_dir):
        return
    try:
        _put(target, data_dir, last_run(target))
    except (OSError, duckdb.Error) as error:
        logger.warning("the published file is not kept for going back: %s", error)


def _put(path: Path, data_dir: Path, run_id: str) -> None:
    others = kept(data_dir)
    folder = kept_folder(data_dir)
    folder.mkdir(exist_ok=True)
    link_or_copy(path, folder / f"{others[0].number + 1 if others else 1:06d}_{run_id}.duckdb")
    for other in others:
        if other.run_id == run_id:
            other.path.unlink()


def link_or_copy(path: Path, place: Path) -> None:
    """A second name for a file, or a whole copy of it where the disk knows no second names."""
    try:
        os.link(path, place)
    except FileExistsError:
        raise
    except OSError:
        part = place.with_name(f".{CATALOG}.{os.getpid()}.part")
        shutil.copyfile(path, part)
        part.replace(place)


def prune(data_dir: Path, rule: KeepRule, now: float | None = None) -> list[Kept]:
    """Remove what the rule does not keep; gives what went."""
    oldest = (time.time() if now is None else now) - rule.days * 86400
    gone = []
    for place, item in enumerate(kept(data_dir)):
        if not item.current and (place >= rule.count or item.published_at.timestamp() < oldest):
            item.path.unlink(missing_ok=True)
            gone.append(item)
    return gone


def find_kept(data_dir: Path, run: str | None) -> Kept:
    """The kept file of a run (its id, or the start of it that no other has); without one, that before the current one.

    Raises NothingKept, with what there is to choose from.
    """
    items = kept(data_dir)
    if run is None:
        current = next((item.number for item in items if item.current), None)
        found = [item for item in items if not item.current and (current is None or item.number < current)][:1]
    else:
        found = [item for item in items if item.run_id == run] or [i for i in items if i.run_id.startswith(run)]
    if len(found) == 1:
        return found[0]
    listed = ", ".join(f"{item.run_id} ({item.published_at:%Y-%m-%d %H:%M})" for item in items if not item.current)
    what = f"no single kept file of run {run}" if run else "nothing before what is published"
    raise NothingKept(f"{what}; kept are: {listed or 'none'}")


def bring_back(data_dir: Path, run: str | None, wait: float = 0.0) -> Kept:
    """Make a kept file the published one by one rename; the next run goes on from it.

    Raises:
        NothingKept: there is no such file.
        PublishError: it does not open, or cannot be put in place; readers keep what they had.
        WarehouseBusy: another process is writing.
    """
    with writer_lock(data_dir, wait):
        item = find_kept(data_dir, run)
        keep(data_dir)
        target = published_path(data_dir)
        part = data_dir / f".{CATALOG}.{os.getpid()}.part"
        try:
            last_run(item.path)
            part.unlink(missing_ok=True)
            link_or_copy(item.path, part)
            # before the rename: a kill between the two leaves a writer that takes over what readers still see
            for path in work_files(data_dir):
                path.unlink(missing_ok=True)
            part.replace(target)
        except (OSError, duckdb.Error) as error:
            raise PublishError(f"{item.path} could not be brought back, readers keep what they had: {error}") from error
        finally:
            part.unlink(missing_ok=True)
        return item
