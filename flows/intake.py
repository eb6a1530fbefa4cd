"""From paths to a stream of pages: files are found, opened and taken apart one after the other."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from flows.containers.blob import Blob, Limits, RawPage, buffered
from flows.containers.registry import expand
from flows.finding import Found, Passed, Refusal, find, unreadable
from flows.index_links import FolderIndexes
from flows.known import Facts, from_names
from flows.ledger import Ledger
from flows.outlets import Outlets, known_outlets
from flows.sidecar import read_sidecar
from transforms.version import READER_VERSION


class Intake:
    """Iterate for the pages and refusals of all paths; `done` and `total` count bytes of the files meanwhile.

    `roots` are the paths that were given, as URIs. A file that the ledger passes is not opened. `outlets` are the
    papers that names may stand for, those of the seeds if not given.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        options: Facts,
        limits: Limits,
        ledger: Ledger | None = None,
        outlets: Outlets | None = None,
    ) -> None:
        self.roots = [Path(os.path.realpath(path)).as_uri() for path in paths]
        self._found = list(find(paths))
        self._options = options
        self._limits = limits
        self._ledger = ledger or Ledger()
        self._indexes = FolderIndexes(self._ledger)
        self._outlets = outlets or known_outlets()
        self._manner = _manner(options, limits, self._outlets)
        self._before = 0
        self._open: BinaryIO | None = None
        self.total = sum(item.size for item in self._found if isinstance(item, Found))

    @property
    def uris(self) -> list[str]:
        """The files, and what was refused in their place."""
        return [item.uri if isinstance(item, Found) else item.source_uri for item in self._found]

    @property
    def done(self) -> int:
        """The bytes, of `total`, that have been read."""
        return self._before + (self._open.tell() if self._open and not self._open.closed else 0)

    def __iter__(self) -> Iterator[RawPage | Refusal | Passed]:
        for item in self._found:
            if isinstance(item, Refusal):
                yield item
                continue
            yield from self._pages(item)
            self._before += item.size

    def _pages(self, found: Found) -> Iterator[RawPage | Refusal | Passed]:
        pages = 0
        try:
            # both before the bytes are read: what changes meanwhile is met by the next run
            beside = _digest(f"{self._manner}{found.sidecar}") if found.sidecar else self._manner
            place = self._indexes.mark(found.path, found.uri)
            if self._ledger.passes(found, beside, place):
                yield Passed(found.uri, self._ledger.known[found.uri].pages)
                return
            with found.path.open("rb", buffering=0) as file:
                self._open = file
                sidecar = read_sidecar(found.path)
                if isinstance(sidecar, Refusal):
                    yield sidecar
                for item in expand(self._blob(found, file, sidecar), self._limits):
                    pages += isinstance(item, RawPage)
                    yield item
        except OSError as error:
            yield unreadable(found.uri, error)
        else:
            if not isinstance(sidecar, Refusal):
                self._ledger.note(found, beside, place, pages)
        finally:
            self._open = None

    def _blob(self, found: Found, file: BinaryIO, sidecar: Facts | Refusal | None) -> Blob:
        place = self._indexes.place(found.path)
        told = [place.facts, from_names(found.path.parts, self._outlets)]
        if isinstance(sidecar, Facts):
            told.insert(0, sidecar)
        below = tuple(facts for facts in told if facts is not None)
        blob = Blob(found.uri, buffered(file), found.size, (self._options,), below, file=file)
        return replace(blob, index=place, outlets=self._outlets)


def _manner(options: Facts, limits: Limits, outlets: Outlets) -> str:
    """A digest of what holds for every file of a run."""
    grown = (limits.max_page_bytes, limits.max_page_characters, limits.max_nesting, limits.max_expansion)
    return _digest(repr((READER_VERSION, options, grown, sorted(limits.columns.items()), outlets.own)))


def _digest(told: str) -> str:
    return sha256(told.encode(errors="surrogateescape")).hexdigest()[:16]
