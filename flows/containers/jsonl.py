"""JSON Lines: a page a row, streamed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from flows.containers import whole
from flows.containers.blob import HEAD, Blob, Item, Limits
from flows.containers.rows import read_row

_START = re.compile(rb'(?:\xef\xbb\xbf)?\s{0,100}\{[ \t]{0,20}"')


def fits(head: bytes) -> bool:
    """An object begins, and it ends on its line, or runs on past the head."""
    if not _START.match(head):
        return False
    line, newline, _ = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if not newline:
        return len(head) >= HEAD or _is_object(line)
    return _is_object(line) or b'"text"' in line


def items(blob: Blob, limits: Limits) -> Iterator[Item]:
    longest = limits.max_page_bytes
    number = 0
    while line := blob.stream.readline(longest + 1):
        number += 1
        if len(line) > longest:
            _skip_line(blob, line)
            detail = f"row {number} has more than {longest:,} bytes (BANMIAN_MAX_PAGE_BYTES)"
            yield blob.refuse("page_too_large", detail, f"{blob.uri}#{number}", whole.first(line))
            continue
        line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            detail = f"row {number} is not JSON in UTF-8: {error}"
            yield blob.refuse("not_json", detail, f"{blob.uri}#{number}", whole.first(line))
            continue
        yield read_row(row, number, blob, limits)


def _skip_line(blob: Blob, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = blob.stream.readline(1 << 20)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
