"""tar: each member a blob, streamed in the order of the archive."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from flows.containers.blob import Blob, Item, Limits
from flows.containers.members import member

_MAGIC = slice(257, 262)


def fits(head: bytes, limits: Limits) -> bool:
    return head[_MAGIC] == b"ustar"


def items(blob: Blob, limits: Limits) -> Iterator[Item]:
    try:
        with tarfile.open(fileobj=blob.stream, mode="r|") as archive:
            for info in archive:
                if info.isdir():
                    continue
                if not info.isfile():
                    detail = f"member {info.name[:200]!r} is a link or a device; pack the file itself"
                    yield blob.refuse("not_a_file", detail)
                    continue
                opened = archive.extractfile(info)
                if opened is not None:
                    yield member(blob, info.name, cast(BinaryIO, opened), info.size)
    except tarfile.TarError as error:
        raise ValueError(str(error)) from error
