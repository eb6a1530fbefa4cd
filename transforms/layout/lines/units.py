"""Hard-wrapped lines to units: a paragraph, or one line that stands for itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from transforms.forms.line import Form, Line
from transforms.layout.lines.column_widths import Columns, read_columns, usual_width
from transforms.layout.lines.next_line import goes_on, told_one
from transforms.mapped import Mapped, join_lines

_BRACKET_LINES = 16
_SIGN_OFF = re.compile(r"[（(](?:作者|执笔|据?新华社|本报|记者|摘编|参与)")
_SIGN_OFF_LINES = 6


@dataclass(slots=True)
class Unit:
    """Lines `first` to `last` of the page as one run; `width` is that of its column, 0 where no line tells.

    `gap` empty lines stand over it, `inner` at most between two of its lines.
    """

    first: int
    last: int
    words: Mapped
    width: int
    gap: int
    inner: int
    indent: int
    chunk: int
    role: str | None = None
    article: int | None = None
    paragraph: int | None = None
    style: int | None = None
    text: str = field(init=False, repr=False)  # asked many times, so kept
    n_lines: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.text = self.words.text
        self.n_lines = self.last - self.first + 1


def units_of(form: Form) -> list[Unit]:
    """The page as units, in reading order."""
    lines = form.lines
    if not lines:
        return []
    page = read_columns(lines)
    starts = [0]
    bracket = _opens_bracket(lines[0].text)
    signed = _sign_off_end(lines, 0)
    for i in range(1, len(lines)):
        if i <= signed:
            bracket = False
            continue
        closed = lines[starts[-1]].text[0] in "（(" and not bracket and lines[i - 1].text[-1] in "）)"
        within = bracket and lines[i].gap == 0 and i - starts[-1] < _BRACKET_LINES
        if within or (not closed and goes_on(i - 1, page, starts[-1])):
            bracket = bracket and "）" not in lines[i].text and ")" not in lines[i].text
        else:
            starts.append(i)
            bracket = _opens_bracket(lines[i].text)
            signed = _sign_off_end(lines, i)
    ends = [*(s - 1 for s in starts[1:]), len(lines) - 1]
    return [_unit(form, a, b, page) for a, b in zip(starts, ends, strict=True)]


def _opens_bracket(text: str) -> bool:
    """A line that opens with a bracket which it does not close: the closing line of an article, broken."""
    return text[0] in "（(" and "）" not in text and ")" not in text


def _sign_off_end(lines: Sequence[Line], first: int) -> int:
    """The line that closes the bracket about the writers which line `first` opens, over empty lines too."""
    text = lines[first].text
    if text[0] not in "（(" or not _SIGN_OFF.match(text) or not _opens_bracket(text):
        return first
    for i in range(first + 1, min(first + _SIGN_OFF_LINES, len(lines))):
        text = lines[i].text
        if "。" in text or text[0] in "（(" or told_one(lines[i - 1], lines[i]) is False:
            break
        if "）" in text or ")" in text:
            return i if text[-1] in "）)" else first
    return first


def _unit(form: Form, first: int, last: int, page: Columns) -> Unit:
    lines = form.lines[first : last + 1]
    head = lines[0]
    evidence = head.evidence
    width = usual_width(page, first, last) if last > first else page.local[first]
    return Unit(
        first,
        last,
        join_lines(form.text, [(line.start, line.end) for line in lines]),
        width,
        head.gap,
        max([line.gap for line in lines[1:]], default=0),
        head.indent,
        page.chunk_of[first],
        evidence.role if evidence else None,
        evidence.article if evidence else None,
        evidence.paragraph if evidence else None,
        evidence.style if evidence else None,
    )
