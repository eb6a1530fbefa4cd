"""gzip: one blob without a name of its own."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from typing import BinaryIO, cast

from flows.containers.blob import Blob, Item, Limits, Measured


def fits(head: bytes, limits: Limits) -> bool:
    return head.startswith(b"\x1f\x8b")


def items(blob: Blob, limits: Limits) -> Iterator[Item]:
    with gzip.GzipFile(fileobj=blob.stream, mode="rb") as unpacked:
        measured = Measured(cast(BinaryIO, unpacked), blob.size, limits.max_expansion)
        yield blob.inner(cast(BinaryIO, measured), blob.size)
