"""What a reading process does: the pages of one shard to Parquet. Knows nothing of Prefect, so that it starts fast."""

from __future__ import annotations

import gc
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

import polars as pl

from flows.containers.whole import first
from flows.finding import Refusal
from flows.selection import Selection
from flows.sorting import NewPage
from flows.stage import Shard, ShardJob, finished, write
from transforms.errors import PageError
from transforms.frames import frames
from transforms.read import Source, read_page
from transforms.reading import PageReading
from transforms.words.token import Segmenter
from warehouse.schema import READING_TABLES, reading_schema

_NEW_OBJECTS = 50_000  # containers made since the collector last looked; Python looks at every 700


class TooSlowError(Exception):
    """A page took longer than it may."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How pages are read: what cuts words, the seconds that one page may take, and which of them are wanted."""

    segmenter: Segmenter
    page_timeout: float
    selection: Selection = Selection()  # noqa: RUF009 - frozen


def make_ready() -> None:
    """Let the collector of cycles look less often: the rows of a shard are many, hold no cycles and live on."""
    gc.set_threshold(_NEW_OBJECTS, 20, 100)


def read_shard(job: ShardJob, manner: Manner) -> Shard:
    """Read the pages of a shard and leave it in the stage; one that stands there already is taken as it is."""
    done = finished(job.folder)
    if done is not None:
        return done
    readings: list[PageReading] = []
    refusals: list[Refusal] = list(job.gone)
    left_out = 0
    for page in job.pages:
        result = read_one(page, manner)
        if isinstance(result, Refusal):
            refusals.append(result)
        elif manner.selection.wants(result.page.outlet, result.page.issue_date):
            readings.append(result)
        else:
            left_out += 1
    return write(job, _frames(readings), refusals, left_out)


def read_one(new: NewPage, manner: Manner) -> PageReading | Refusal:
    """A page's reading, or why there is none. A fault of the reader itself is told as such and harms no other page."""
    page = new.page
    try:
        with _at_most(manner.page_timeout):
            return read_page(page.raw, Source(page.uri, page.known), manner.segmenter)
    except PageError as error:
        stage, reason, detail = error.stage, error.reason, error.detail
    except TooSlowError:
        stage, reason = "read", "too_slow"
        detail = f"reading took more than {manner.page_timeout:g} s (BANMIAN_PAGE_TIMEOUT)"
    except Exception as error:
        stage, reason = "read", "reader_failed"
        detail = f"a fault of the reader, please report it: {type(error).__name__}: {str(error)[:300]}"
    return _refuse(new, stage, reason, detail)


def try_page(new: NewPage | None, manner: Manner) -> None:
    """Read a page, or none, for nothing but to see whether this process lives on."""
    if new is not None:
        read_one(new, manner)


def died(new: NewPage) -> Refusal:
    """The refusal of a page that ended the process reading it."""
    return _refuse(new, "read", "reader_died", "the process that read it died (out of memory, or a fault in a library)")


def _refuse(new: NewPage, stage: str, reason: str, detail: str) -> Refusal:
    page = new.page
    return Refusal(page.uri, stage, reason, detail, new.page_id, first(page.raw), new.raw_sha256)


def _frames(readings: list[PageReading]) -> dict[str, pl.DataFrame]:
    return frames(readings, {table: reading_schema(table) for table in READING_TABLES})


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
