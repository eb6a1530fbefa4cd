"""ZIP: each member a blob, in the order of the archive's directory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from flows.containers.blob import Blob, Item, Limits, Measured
from flows.containers.members import member

_MOST_MEMBERS = 200_000
_FULL = 0xFFFF  # a count that does not fit
_LONGEST_END = 22 + 0xFFFF  # bytes of the record that ends an archive, with its comment
_GBK = 0x800  # the flag that a name is UTF-8; without it Chinese tools write GB18030, which zipfile reads as cp437


def fits(head: bytes, limits: Limits) -> bool:
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def items(blob: Blob, limits: Limits) -> Iterator[Item]:
    """A blob a file; what asks for a password is refused, and an archive of too many members as a whole."""
    with blob.seekable() as file, _opened(file) as archive:
        infos = archive.infolist()
        if len(infos) > _MOST_MEMBERS:
            yield blob.refuse("too_many_members", f"{len(infos):,} members, {_MOST_MEMBERS:,} allowed; unpack it first")
            return
        told = _count(file)
        if told is not None and told != len(infos) & _FULL:
            yield blob.refuse("damaged", f"the archive's end tells of {told} members, its directory of {len(infos)}")
        for info in infos:
            if info.is_dir():
                continue
            name = _name(info)
            if info.flag_bits & 1:
                yield blob.refuse("encrypted", f"member {name[:200]!r} asks for a password; unpack it first")
                continue
            with archive.open(info) as opened:
                measured = Measured(cast(BinaryIO, opened), max(1, info.compress_size), limits.max_expansion)
                yield member(blob, name, cast(BinaryIO, measured), info.file_size)


def _count(file: BinaryIO) -> int | None:
    """How many members the end of the archive tells of; None where it leaves that to another record."""
    file.seek(0, io.SEEK_END)
    file.seek(max(0, file.tell() - _LONGEST_END))
    tail = file.read(_LONGEST_END)
    at = tail.rfind(b"PK\x05\x06")
    count = int.from_bytes(tail[at + 10 : at + 12], "little")
    return count if at >= 0 and count != _FULL else None


def _opened(file: BinaryIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise ValueError(str(error)) from error


def _name(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & _GBK:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return info.filename
