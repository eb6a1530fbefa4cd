"""How far a run is, for whoever watches it in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flows.report import RunReport


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a run and the share of it that is done, in [0, 1]."""

    name: str
    share: float


Watcher = Callable[[Step | RunReport], None]
_watchers: list[Watcher] = []


@contextmanager
def watched_by(watcher: Watcher) -> Iterator[None]:
    """Tell `watcher` of every step, and of the report at the end."""
    _watchers.append(watcher)
    try:
        yield
    finally:
        _watchers.remove(watcher)


def tell(event: Step | RunReport) -> None:
    """Tell all who watch in this process."""
    for watcher in _watchers:
        watcher(event)
