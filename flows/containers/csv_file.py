"""CSV and TSV with a heading row: a page a row, streamed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from flows.containers.blob import Blob, Item, Limits
from flows.containers.rows import names_of, read_row

_DELIMITERS = (",", "\t", ";")


def fits(head: bytes, limits: Limits) -> bool:
    """The first line names columns of CONTRACT.md, text among them, and another column or more."""
    return _dialect(head, limits) is not None


def items(blob: Blob, limits: Limits) -> Iterator[Item]:
    """A page a row; a row that cannot be read is refused, and those after it are read."""
    delimiter, encoding = _dialect(blob.stream.peek(4096), limits) or (",", "utf-8-sig")
    csv.field_size_limit(limits.max_page_bytes)
    text = io.TextIOWrapper(blob.stream, encoding=encoding, errors="strict", newline="")
    rows = csv.DictReader(text, delimiter=delimiter)
    number = 0
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield blob.refuse("bad_row", f"row {number}: {error}", f"{blob.uri}#{number}")
            continue
        yield read_row(row, number, blob, limits)


def _dialect(head: bytes, limits: Limits) -> tuple[str, str] | None:
    line = head.partition(b"\n")[0].strip()
    columns = {ours: theirs.lower() for ours, theirs in names_of(limits).items()}
    text, known = columns["text"], set(columns.values())
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            heading = line.decode(encoding)
        except UnicodeDecodeError:
            continue
        for delimiter in _DELIMITERS:
            names = [name.strip().strip('"').lower() for name in heading.split(delimiter)]
            if len(names) > 1 and text in names and known.intersection(names) - {text}:
                return delimiter, _body_encoding(head, encoding)
    return None


def _body_encoding(head: bytes, encoding: str) -> str:
    """The heading is often ASCII: the rows under it tell UTF-8 from GB18030."""
    try:
        head[: head.rfind(b"\n") + 1].decode("utf-8")
    except UnicodeDecodeError:
        return "gb18030"
    return encoding
