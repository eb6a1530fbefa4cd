"""A member of an archive as a blob: its name in the URI, and what the name tells of the page."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import BinaryIO
from urllib.parse import quote

from flows.containers.blob import Blob, Item
from flows.known import from_names

_LONGEST = 1000


def member(blob: Blob, name: str, stream: BinaryIO, size: int) -> Item:
    """The member as a blob; a refusal when its name leads out of the archive."""
    path = PurePosixPath(name.replace("\\", "/"))
    uri = f"{blob.uri}!/{quote(str(path), safe='/')}"
    if path.is_absolute() or ".." in path.parts or len(name) > _LONGEST or (path.parts and path.parts[0].endswith(":")):
        detail = f"the member's name {name[:200]!r} leads out of the archive; pack it again with plain names"
        return blob.refuse("path_out_of_archive", detail, f"{blob.uri}!/{quote(name[:200], safe='')}")
    return blob.inner(stream, size, uri, (from_names(path.parts, blob.outlets),))
