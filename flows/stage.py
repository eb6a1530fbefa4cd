"""Shards: what was read from a handful of pages, a Parquet file for each table, in a folder named by what it holds."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from socket import gethostname

import polars as pl

from flows.finding import Refusal
from flows.sorting import NewPage

MANIFEST = "shard.json"
KEPT_SECONDS = 7 * 86400


@dataclass(frozen=True, slots=True)
class ShardJob:
    """The pages of one shard, and the folder that its reading goes to. `gone` are pages not to try again."""

    folder: Path
    pages: tuple[NewPage, ...]
    gone: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Shard:
    """A shard that stands in the stage; `left_out` counts pages that were read and are not what the run is about."""

    folder: Path
    pages: int
    articles: int
    metrics: int
    refusals: tuple[Refusal, ...]
    left_out: int = 0

    def parquet(self, table: str) -> Path:
        """The file that holds its rows of a table."""
        return self.folder / f"{table}.parquet"


def stage_folder(data_dir: Path) -> Path:
    """DIR/stage, with a folder for each shard."""
    return data_dir / "stage"


def cut(pages: Iterable[NewPage], stage: Path, reading: str, max_pages: int, max_bytes: int) -> Iterator[ShardJob]:
    """The pages in shards of a bounded size. `reading` tells how they are read: another reader makes other shards."""
    held: list[NewPage] = []
    size = 0
    for page in pages:
        held.append(page)
        size += len(page.page.raw)
        if len(held) >= max_pages or size >= max_bytes:
            yield _job(held, stage, reading)
            held, size = [], 0
    if held:
        yield _job(held, stage, reading)


def _job(pages: Sequence[NewPage], stage: Path, reading: str) -> ShardJob:
    digest = sha256(reading.encode())
    for page in pages:
        digest.update(f"\0{page.page_id}\0{page.page.uri}".encode("utf-8", "surrogatepass"))
    return ShardJob(stage / digest.hexdigest()[:24], tuple(pages))


def write(job: ShardJob, frames: Mapping[str, pl.DataFrame], refusals: Sequence[Refusal], left_out: int = 0) -> Shard:
    """Write a shard beside its place and move it there whole, its manifest in it."""
    aside = job.folder.with_name(f"{job.folder.name}.{gethostname()}.{os.getpid()}.part")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    digests = {}
    for table, frame in frames.items():
        path = aside / f"{table}.parquet"
        frame.write_parquet(path, compression="zstd", compression_level=1)
        digests[path.name] = _digest(path)
    pages, articles, metrics = (frames[table].height for table in ("page", "article", "metric"))
    shard = Shard(job.folder, pages, articles, metrics, tuple(refusals), left_out)
    manifest = {"files": digests, "articles": shard.articles, "metrics": shard.metrics, "pages": shard.pages}
    manifest |= {"refusals": [asdict(refusal) for refusal in refusals], "left_out": left_out}
    (aside / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=True))
    for path in aside.iterdir():
        _flush(path)
    shutil.rmtree(job.folder, ignore_errors=True)
    aside.rename(job.folder)
    return shard


def finished(folder: Path) -> Shard | None:
    """The shard that an earlier run left in this folder, where every file is whole."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text())
        if any(_digest(folder / name) != digest for name, digest in manifest["files"].items()):
            return None
        refusals = tuple(Refusal(**refusal) for refusal in manifest["refusals"])
        pages, articles, metrics, left_out = (manifest[name] for name in ("pages", "articles", "metrics", "left_out"))
        return Shard(folder, pages, articles, metrics, refusals, left_out)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def tidy(stage: Path, loaded: Iterable[Shard], now: float) -> None:
    """Remove shards that the warehouse holds by now, and what runs that never came back left a week ago."""
    for shard in loaded:
        shutil.rmtree(shard.folder, ignore_errors=True)
    for folder in stage.glob("*"):
        if folder.stat().st_mtime < now - KEPT_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        digest = sha256()
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def _flush(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
