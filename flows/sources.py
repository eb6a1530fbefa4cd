"""Source URIs: a file: URI, with `#` and a row or `!/` and a member behind it where the page is a part of a file."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit


def file_of(uri: str) -> str:
    """The file that a row or a member stands in, itself for a whole file."""
    return uri.partition("#")[0].partition("!/")[0]


def path_of(uri: str) -> Path | None:
    """Where that file is on this machine; None for what is no file: URI."""
    parts = urlsplit(file_of(uri))
    return Path(unquote(parts.path)) if parts.scheme == "file" else None


def as_uri(given: str) -> str:
    """A URI as given, or the one of a path."""
    return given if given.startswith("file:") else Path(given).absolute().as_uri()
