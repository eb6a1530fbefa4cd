"""What the flows hand to the writer and get back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class RunInfo:
    """A run as the `run` table tells it; `articles` and `metrics` are counted by the load. Times are UTC."""

    run_id: str
    started_at: datetime
    finished_at: datetime | None
    state: str
    reader_version: str
    pages_seen: int
    pages_new: int
    pages_unchanged: int
    pages_rejected: int
    pages_changed: int = 0
    pages_reread: int = 0
    sources_gone: int = 0


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as a run read it whole: bytes, time of last change, digests of what told of it, and the pages in it."""

    size: int
    modified_ns: int
    beside: str
    place: str
    pages: int


@dataclass(frozen=True, slots=True)
class KnownReject:
    """Why a source gave no page, and of which bytes (`raw_sha256`, None where none could be had) by which reader."""

    raw_sha256: str | None
    reader_version: str
    stage: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """A source of which something was rejected; of a page that is there, what the tables hold of it."""

    source_uri: str
    page_id: str | None
    outlet: str | None
    issue_date: date | None
    edition: str | None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did: rows inserted by table; `pages_replaced` counts readings that a new one took the place of."""

    rows: dict[str, int]
    pages_loaded: int
    pages_replaced: int
    articles: int
    metrics: int


class QualityLike(Protocol):
    """A check in a run, without the run's id; expectations.check.QualityRow is one."""

    @property
    def table_name(self) -> str: ...
    @property
    def expectation(self) -> str: ...
    @property
    def severity(self) -> str: ...
    @property
    def success(self) -> bool: ...
    @property
    def observed(self) -> str | None: ...
    @property
    def unexpected_count(self) -> int | None: ...


def utc(moment: datetime | None) -> datetime | None:
    """As the tables hold it: UTC without a zone; a moment without a zone is taken as UTC."""
    if moment is None or moment.tzinfo is None:
        return moment
    return moment.astimezone(UTC).replace(tzinfo=None)
