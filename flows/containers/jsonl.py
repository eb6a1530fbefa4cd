"""JSON Lines: a page a row, streamed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from flows.containers import whole
from flows.containers.blob import HEAD, Blob, Item, Limits
from flows.containers.rows import read_row

_START = re.compile(rb'\s{0,100}\{[ \t]{0,20}"')
_LINES_TRIED = 10


def fits(head: bytes, limits: Limits) -> bool:
    """Of the first lines that end in the head, half or more are objects; or one begins that is longer than the head."""
    lines = head.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    if len(head) >= HEAD:
        cut = lines.pop()
        if not lines:
            return bool(_START.match(cut))
    tried = [line for line in lines if line.strip()][:_LINES_TRIED]
    return sum(_is_object(line) for line in tried) * 2 >= max(1, len(tried))


def items(blob: Blob, limits: Limits) -> Iterator[Item]:
    """A page a line; a line that is too long or no JSON is refused, and those after it are read."""
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
    if not _START.match(line):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
