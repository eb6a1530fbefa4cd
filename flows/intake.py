"""From paths to a stream of pages: files are found, opened and taken apart one after the other."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

from flows.containers.blob import Blob, Limits, RawPage, buffered
from flows.containers.registry import expand
from flows.finding import Found, Refusal, find, unreadable
from flows.index_links import FolderIndexes
from flows.known import Facts, from_names
from flows.sidecar import read_sidecar


class Intake:
    """Iterate for the pages and refusals of all paths; `done` and `total` count bytes of the files meanwhile.

    `roots` are the paths that were given, as URIs.
    """

    def __init__(self, paths: Sequence[Path], options: Facts, limits: Limits) -> None:
        self.roots = [Path(os.path.realpath(path)).as_uri() for path in paths]
        self._found = list(find(paths))
        self._options = options
        self._limits = limits
        self._indexes = FolderIndexes()
        self._before = 0
        self._open: BinaryIO | None = None
        self.total = sum(item.size for item in self._found if isinstance(item, Found))

    @property
    def uris(self) -> list[str]:
        """The files, and what was refused in their place."""
        return [item.uri if isinstance(item, Found) else item.source_uri for item in self._found]

    @property
    def done(self) -> int:
        return self._before + (self._open.tell() if self._open and not self._open.closed else 0)

    def __iter__(self) -> Iterator[RawPage | Refusal]:
        for item in self._found:
            if isinstance(item, Refusal):
                yield item
                continue
            yield from self._pages(item)
            self._before += item.size

    def _pages(self, found: Found) -> Iterator[RawPage | Refusal]:
        try:
            with found.path.open("rb", buffering=0) as file:
                self._open = file
                told = [self._indexes.place(found.path).facts, from_names(found.path.parts)]
                beside = read_sidecar(found.path)
                if isinstance(beside, Refusal):
                    yield beside
                else:
                    told.insert(0, beside)
                below = tuple(facts for facts in told if facts is not None)
                blob = Blob(found.uri, buffered(file), found.size, (self._options,), below, file=cast(BinaryIO, file))
                yield from expand(replace(blob, index=self._indexes.place(found.path)), self._limits)
        except OSError as error:
            yield unreadable(found.uri, error)
        finally:
            self._open = None
