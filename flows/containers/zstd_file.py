"""Zstandard: one blob without a name of its own."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO, cast

import zstandard

from flows.containers.blob import Blob, Item, Limits, Measured

_PIECE = 1 << 17


def fits(head: bytes, limits: Limits) -> bool:
    return head.startswith(b"\x28\xb5\x2f\xfd")


def items(blob: Blob, limits: Limits) -> Iterator[Item]:
    try:
        unpacked = cast(BinaryIO, _Frames(cast(BinaryIO, blob.stream)))
        yield blob.inner(cast(BinaryIO, Measured(unpacked, blob.size, limits.max_expansion)), blob.size)
    except zstandard.ZstdError as error:
        raise ValueError(str(error)) from error


class _Frames(io.RawIOBase):
    """The frames of a stream, one after the other. The library's own reader takes a cut stream for a whole one."""

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._frame = zstandard.ZstdDecompressor().decompressobj()
        self._started = False
        self._ready = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes, none at the end. Raises EOFError where the stream is cut short."""
        while not self._ready:
            piece = self._packed.read(_PIECE)
            if not piece:
                if self._started and not self._frame.eof:
                    raise EOFError("the stream ends inside a frame")
                return b""
            self._ready = self._unpack(piece)
        taken = self._ready if size < 0 else self._ready[:size]
        self._ready = self._ready[len(taken) :]
        return taken

    def _unpack(self, piece: bytes) -> bytes:
        parts = []
        while piece:
            if self._frame.eof:
                self._frame = zstandard.ZstdDecompressor().decompressobj()
            self._started = True
            parts.append(self._frame.decompress(piece))
            piece = self._frame.unused_data if self._frame.eof else b""
        return b"".join(parts)
