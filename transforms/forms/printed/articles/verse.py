"""Verse: short lines that all begin at one place and end where their poet wants."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.forms.printed.lines.lines import TextLine
from transforms.forms.printed.pieces.pieces import Measures, is_text

_LEAST = 4  # lines
_LONGEST = 16  # characters of one
_INDENT = 0.5  # ems: no line of a poem opens a paragraph
_SHORT = 0.9  # ems: what the lines of prose do not fall short by
_RAGGED = 0.3  # of the lines
_MARKS = frozenset("，。！？；：、…—”")


def is_verse(column: Sequence[TextLine], page: Measures) -> bool:
    """Whether the text of a column is a poem's: ragged lines, or each a clause."""
    text = [line for line in column if is_text(line, page) and not line.vertical]
    if len(text) < _LEAST or any(len(line.text) > _LONGEST for line in text):
        return False
    left, right = min(line.x0 for line in text), max(line.x1 for line in text)
    if any(line.x0 - left > _INDENT * page.size for line in text):
        return False
    ragged = sum(right - line.x1 > _SHORT * page.size for line in text[:-1])
    return ragged > _RAGGED * (len(text) - 1) or all(line.text[-1] in _MARKS for line in text)
