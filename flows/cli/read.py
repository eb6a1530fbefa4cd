"""`banmian read`: text on standard input to JSON on standard output."""

from __future__ import annotations

import json
import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date, datetime
from itertools import chain, islice
from typing import Any

from flows.cli.options import day_or_fail, settings_or_fail
from flows.cli.screen import HELD_BACK, fail, messages
from flows.known import parse_day
from transforms.errors import PageError
from transforms.forms.line import Known
from transforms.read import Source, read_page
from transforms.reading import PageReading
from transforms.snippet import read_snippet

LINES_OF_A_CHUNK = 100
Numbered = tuple[int, bytes]


def read_text(given_date: str | None) -> None:
    """One page: its row and the rows of its tables, words left out."""
    day = day_or_fail(given_date)
    known = Known(issue_date=day, sources=(("issue_date", "option"),)) if day else Known()
    try:
        reading = read_page(sys.stdin.buffer.read(), Source("stdin:", known))
    except PageError as error:
        fail(error, HELD_BACK)
    out: dict[str, Any] = {"page": reading.page._asdict()}
    out |= {name: [row._asdict() for row in getattr(reading, name)] for name in PageReading.TABLES.values()}
    json.dump(out, sys.stdout, ensure_ascii=False, indent=1, default=str)
    sys.stdout.write("\n")


def read_lines(given_date: str | None) -> None:
    """A line out for each line in, in order; a line that cannot be read is told and left out, and the exit is 1."""
    default = day_or_fail(given_date)
    workers = settings_or_fail().workers
    failed = False
    for line, complaint in _read_all(enumerate(sys.stdin.buffer, 1), default, workers):
        if complaint:
            failed = True
            messages().print(complaint, markup=False, soft_wrap=True)
        else:
            sys.stdout.write(line)
    sys.stdout.flush()
    if failed:
        raise SystemExit(HELD_BACK)


def _read_all(lines: Iterable[Numbered], default: date | None, workers: int) -> Iterator[tuple[str, str]]:
    """Few lines here, many in processes; a bounded number of chunks waits at any time."""
    rest = iter(lines)
    start = list(islice(rest, LINES_OF_A_CHUNK))
    if len(start) < LINES_OF_A_CHUNK or workers == 1:
        for chunk in chain([start], _chunks(rest)):
            yield from read_chunk(chunk, default)
        return
    waiting: deque[Future[list[tuple[str, str]]]] = deque()
    with ProcessPoolExecutor(workers) as pool:
        for chunk in chain([start], _chunks(rest)):
            waiting.append(pool.submit(read_chunk, chunk, default))
            if len(waiting) > 2 * workers:
                yield from waiting.popleft().result()
        for future in waiting:
            yield from future.result()


def _chunks(lines: Iterator[Numbered]) -> Iterator[list[Numbered]]:
    while chunk := list(islice(lines, LINES_OF_A_CHUNK)):
        yield chunk


def read_chunk(lines: list[Numbered], default: date | None) -> list[tuple[str, str]]:
    """(line out, "") or ("", complaint) for each line that is not blank."""
    return [_read_line(number, line, default) for number, line in lines if line.strip()]


def _read_line(number: int, line: bytes, default: date | None) -> tuple[str, str]:
    try:
        row = json.loads(line)
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            return "", f"line {number}: no object with a string as text"
        reading = read_snippet(row["text"], _reference(row.get("reference_date")) or default)
        out = {"id": row.get("id"), **reading}
        return json.dumps(out, ensure_ascii=False, default=str) + os.linesep, ""
    except (ValueError, RecursionError) as error:
        return "", f"line {number}: {error}"


def _reference(given: object) -> date | datetime | None:
    """The day, or the moment, that a text is of.

    Raises ValueError.
    """
    if not given:
        return None
    if isinstance(given, str) and "T" in given:
        return datetime.fromisoformat(given)
    return parse_day(given)
