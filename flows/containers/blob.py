"""What containers take and give: streams of bytes with a name, and the pages in them."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import BinaryIO, Protocol, cast

from flows.finding import Refusal
from flows.index_links import NOWHERE, IndexPlace
from flows.known import Facts, disagreements, merge
from flows.outlets import Outlets, known_outlets
from transforms.forms.line import Known

HEAD = 1 << 16


class Limits(Protocol):
    """What one page and one container may grow to; the settings are this."""

    @property
    def max_page_bytes(self) -> int: ...
    @property
    def max_page_characters(self) -> int: ...
    @property
    def max_nesting(self) -> int:
        """How many containers deep a page may lie."""

    @property
    def max_expansion(self) -> int:
        """How many times its own size what a container holds may be."""

    @property
    def columns(self) -> Mapping[str, str]:
        """Columns of CONTRACT.md that a file calls otherwise: our name to its."""


@dataclass(frozen=True, slots=True)
class RawPage:
    """One page as received, not yet read. `doubts` tells in words where two sources disagree on what is known of it."""

    uri: str
    raw: bytes
    known: Known
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes somewhere: a file, or what a container holds. `stream` is buffered by HEAD bytes, so a head can be peeked.

    `above` and `below` are the facts that win over what a row tells, and those that a row wins over. `file` is the open
    file where the blob is one: some containers can only be read by jumping about in it. `index` is what the index of
    its folder tells, `outlets` are the papers that names in it may stand for.
    """

    uri: str
    stream: io.BufferedReader
    size: int
    above: tuple[Facts, ...] = ()
    below: tuple[Facts, ...] = ()
    depth: int = 0
    file: BinaryIO | None = None
    index: IndexPlace = NOWHERE
    outlets: Outlets = field(default_factory=known_outlets)

    @contextmanager
    def seekable(self) -> Iterator[BinaryIO]:
        """The blob's bytes with free access: its file, else a copy on disk while the context lasts."""
        if self.file is not None:
            self.file.seek(0)
            yield self.file
            return
        with tempfile.TemporaryFile() as copy:
            shutil.copyfileobj(self.stream, copy, 1 << 20)
            copy.seek(0)
            yield cast(BinaryIO, copy)

    def page(self, raw: bytes, uri: str | None = None, row: tuple[Facts, ...] = ()) -> RawPage:
        """A page of these bytes with what is known of it; `row` are the facts that its row tells."""
        known = merge((*self.above, *row, *self.below))
        place = self.index
        known = replace(known, order=place.order, box=place.box, elsewhere=place.elsewhere)
        return RawPage(uri or self.uri, raw, known, disagreements((*row, *self.below)))

    def inner(self, stream: BinaryIO, size: int, uri: str | None = None, below: tuple[Facts, ...] = ()) -> Blob:
        """What stands in this blob, one level deeper."""
        told = (*below, *self.below)
        outlets = self.outlets
        return Blob(uri or self.uri, buffered(stream), size, self.above, told, self.depth + 1, outlets=outlets)

    def refuse(self, reason: str, detail: str, uri: str | None = None, raw: str | None = None) -> Refusal:
        """A refusal of the blob, or of `uri` in it; `reason` is a code such as bad_row, `detail` words for a person."""
        return Refusal(uri or self.uri, "decode", reason, detail, raw=raw)


Item = RawPage | Blob | Refusal


class Container(Protocol):
    """A module that opens one kind of container."""

    def fits(self, head: bytes, limits: Limits) -> bool:
        """Is this the kind, by its first bytes (at most HEAD)?"""

    def items(self, blob: Blob, limits: Limits) -> Iterator[Item]:
        """Its pages, blobs and refusals in order. May raise OSError, EOFError or ValueError where it is damaged."""


class _Full(io.RawIOBase):
    """A raw stream whose reads fill the buffer, so that a peek sees a whole head."""

    def __init__(self, inner: BinaryIO) -> None:
        self._inner = inner

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # a writable buffer
        done = 0
        while done < len(buffer):
            piece = self._inner.read(len(buffer) - done)
            if not piece:
                break
            buffer[done : done + len(piece)] = piece
            done += len(piece)
        return done

    def close(self) -> None:
        self._inner.close()
        super().close()


def buffered(stream: BinaryIO) -> io.BufferedReader:
    """The stream as one of which a whole head (HEAD bytes) can be peeked."""
    return io.BufferedReader(_Full(stream), HEAD)


class SwollenError(ValueError):
    """A container that holds far more than its size."""


class Measured(io.RawIOBase):
    """Counts what comes out of a compressed stream and stops where it is out of all proportion."""

    FREE = 256 * 2**20

    def __init__(self, inner: BinaryIO, size: int, ratio: int) -> None:
        self._inner = inner
        self._left = max(self.FREE, size * ratio)
        self._ratio = ratio

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes. Raises SwollenError where more came than `ratio` times the size, and than FREE."""
        piece = self._inner.read(size)
        self._left -= len(piece)
        if self._left < 0:
            raise SwollenError(f"holds more than {self._ratio} times its size (BANMIAN_MAX_EXPANSION)")
        return piece

    def close(self) -> None:
        self._inner.close()
        super().close()
