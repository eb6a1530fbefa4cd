"""First lines that a dump left set in, which tell where paragraphs begin."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.forms.line import Line

_SET_IN = 2
_MOST = 4
_LEAST_LINES = 3
_HANGS = 2


def keeps_indents(lines: Sequence[Line]) -> bool:
    """Some lines of the page are set in, and more are not: those are the first ones of paragraphs."""
    n = sum(line.indent >= _SET_IN for line in lines)
    return _LEAST_LINES <= n <= len(lines) // 2


def opens_set_in(lines: Sequence[Line], i: int, start: int) -> bool:
    """Line i + 1 is set in as first lines are; a paragraph that is set in as a whole is another thing."""
    here, there = lines[i], lines[i + 1]
    if there.indent < _SET_IN or there.indent < here.indent:
        return False
    if there.indent > here.indent:
        return True
    after = lines[i + 2] if i + 2 < len(lines) and not lines[i + 2].gap else None
    return start == i and (after is None or after.indent < there.indent)


def is_full(line: Line, under: Line, width: int, column: int) -> bool:
    """A line that with its blanks is as wide as its column, over one that is not set in: the first of a paragraph."""
    return line.indent >= _SET_IN > under.indent and abs(column - width - min(line.indent, _MOST)) <= _HANGS


def rooms(lines: Sequence[Line]) -> list[int]:
    """How much of its column the blanks before each line take that is set in over one that is not."""
    under = [*lines[1:], None]
    return [
        min(line.indent, _MOST) if after is not None and not after.gap and after.indent < _SET_IN <= line.indent else 0
        for line, after in zip(lines, under, strict=True)
    ]
