"""Initials (首字下沉): the large first character of a paragraph, set into the first lines of its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transforms.forms.printed.lines.lines import TextLine
from transforms.forms.printed.pieces.pieces import Measures

_LARGE = 1.3  # times the size of body text
_BESIDE = 1.2  # of the body's size: how far from its initial the text stands
_OVER = 0.75  # of the body's size: how far over its initial the first line may start
_INDENT = 2.0  # ems: where a paragraph opens


def join_initials(lines: Sequence[TextLine], page: Measures) -> list[TextLine]:
    """The lines with each initial before the text that stands beside it, which opens a paragraph."""
    found = list(lines)
    for initial in lines:
        if len(initial.text) == 1 and initial.size >= _LARGE * page.size and not _is_rest(initial, lines):
            beside = [at for at, line in enumerate(found) if _stands_beside(line, initial, page)]
            first = min(beside, key=lambda at: found[at].y0, default=None)
            if len(beside) > 1 and first is not None and not _is_indented(found[first], initial, page):
                for at in beside:
                    line = found[at]
                    opens = at == first or _is_indented(line, initial, page)
                    text = initial.text + line.text if at == first else line.text
                    left = initial.x0 + (_INDENT * page.size if opens else 0.0)
                    found[at] = replace(line, text=text, x0=min(line.x0, left))
                found.remove(initial)
    return found


def _is_rest(initial: TextLine, lines: Sequence[TextLine]) -> bool:
    """Whether a character is what a headline's line had no room for."""
    return any(
        x.font == initial.font
        and abs(x.size - initial.size) < 0.03 * initial.size
        and 0.5 * x.size < initial.y0 - x.y0 < 1.45 * x.size
        and x.x0 - x.size < initial.x0 < x.x1
        for x in lines
        if x.size > 0.9 * initial.size
    )


def _stands_beside(line: TextLine, initial: TextLine, page: Measures) -> bool:
    body = line.size < _LARGE * page.size and len(line.text) > 2
    level = initial.y0 - _OVER * page.size < line.y0 and line.y1 < initial.y1 + page.size
    near = -0.5 * page.size < line.x0 - initial.x1 < (_BESIDE + _INDENT) * page.size
    return body and level and near


def _is_indented(line: TextLine, initial: TextLine, page: Measures) -> bool:
    """Whether a line beside an initial opens a paragraph of its own."""
    return line.x0 - initial.x1 >= _BESIDE * page.size
