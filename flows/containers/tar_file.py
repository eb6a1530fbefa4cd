"""tar: each member a blob, streamed in the order of the archive."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import BinaryIO, Self, cast

from flows.containers.blob import Blob, Item, Limits
from flows.containers.members import member

_MAGIC = slice(257, 262)


def fits(head: bytes, limits: Limits) -> bool:
    return head[_MAGIC] == b"ustar"


class _Member(tarfile.TarInfo):
    """A member whose damaged head is an error: the library's own reader takes it for the end of the archive."""

    @classmethod
    def fromtarfile(cls, archive: tarfile.TarFile) -> Self:
        """The next member. Raises ValueError where the archive is damaged or has no end."""
        try:
            return super().fromtarfile(archive)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]  # the mark of the end, as written
            raise
        except tarfile.HeaderError as error:
            raise ValueError(f"the head of a member or the archive's end is missing ({error})") from error


def items(blob: Blob, limits: Limits) -> Iterator[Item]:
    """A blob a file; links and devices are refused. Raises ValueError where the archive is damaged."""
    try:
        with tarfile.open(fileobj=blob.stream, mode="r|", tarinfo=_Member) as archive:
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
