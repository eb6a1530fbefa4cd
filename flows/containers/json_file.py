"""JSON: an array of rows, or an object that holds one, streamed row by row; or one row alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import ijson

from flows.containers.blob import Blob, Item, Limits
from flows.containers.rows import read_row

_START = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,1000}(?:\[\s{0,1000}\{|\{\s{0,1000}\")")
_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,1000}\{")


def fits(head: bytes, limits: Limits) -> bool:
    return bool(_START.match(head))


def items(blob: Blob, limits: Limits) -> Iterator[Item]:
    prefix = "" if _OBJECT.match(blob.stream.peek(4096)) else "item"
    if blob.stream.peek(3).startswith(b"\xef\xbb\xbf"):
        blob.stream.read(3)
    try:
        for number, row in enumerate(ijson.items(blob.stream, prefix, use_float=True), 1):
            yield read_row(row, number, blob, limits)
    except ijson.JSONError as error:
        raise ValueError(f"not JSON: {error}") from error
