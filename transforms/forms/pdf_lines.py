"""Printed characters to lines of text, whatever order they were drawn in."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from transforms.forms.pdf_content import Char

_GAP = 0.95  # of an em: more than that between two characters of one row is a gutter
_BLANK = 0.45  # of an em: more than that is a blank inside the line
_NARROW_BLANK = 0.15  # of an em: enough where the page has a blank character too
_KANGXI = range(0x2E80, 0x2FE0)


@dataclass(frozen=True, slots=True)
class TextLine:
    """A row of characters in one size, left to right (or, `vertical`, top to bottom); points, origin top left."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    font: str
    vertical: bool = False

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def middle(self) -> float:
        return (self.y0 + self.y1) / 2


def text_lines(chars: Sequence[Char], font_of: Callable[[int], tuple[str, float]]) -> list[TextLine]:
    """The lines of a page, in no order that a reader could rely on.

    `font_of` asks for the font's name and size in points, by the index of a character.
    """
    rows = [run for row in _rows(chars) for run in _split(row)]
    upright = _upright(rows)
    standing = {id(c) for column in upright for c in column}
    lines = [_line(run, font_of, vertical=False) for run in rows if not standing.intersection(map(id, run))]
    return lines + [_line(column, font_of, vertical=True) for column in upright]


def _rows(chars: Sequence[Char]) -> list[list[Char]]:
    """Characters whose middles stand on one height, in sizes that go together."""
    runs: list[list[Char]] = []
    for char in chars:
        last = runs[-1][-1] if runs else None
        if last is not None and _follows(last, char):
            runs[-1].append(char)
        else:
            runs.append([char])
    shelves: dict[int, list[list[Char]]] = defaultdict(list)
    for run in runs:
        shelves[round(_middle(run))].append(run)
    rows = []
    for height in sorted(shelves):
        pool = shelves.pop(height) + shelves.get(height + 1, [])
        if height + 1 in shelves:
            shelves[height + 1] = []
        rows.extend(_joined(pool))
    return rows


def _follows(last: Char, char: Char) -> bool:
    em = last.y1 - last.y0
    here = char.y1 - char.y0
    level = abs((last.y0 + last.y1) - (char.y0 + char.y1)) < 0.5 * max(em, here)
    # drawn right after one another, two characters may stand further apart (a dash is narrow in its cell)
    reach = 1.3 if char.index == last.index + 1 else _GAP
    return level and -0.3 * em < char.x0 - last.x1 < reach * 0.8 * max(em, here)


def _middle(run: Sequence[Char]) -> float:
    return float(median((c.y0 + c.y1) / 2 for c in run))


def _height(run: Sequence[Char]) -> float:
    return float(median(c.y1 - c.y0 for c in run))


def _joined(runs: list[list[Char]]) -> list[list[Char]]:
    """Runs at one height, drawn apart, put together where one goes on after the other in the same size."""
    rows: list[list[Char]] = []
    for run in sorted(runs, key=lambda r: r[0].x0):
        last = rows[-1] if rows else None
        if last is not None:
            em = max(_height(last), _height(run))
            same = min(_height(last), _height(run)) > 0.8 * em and abs(_middle(last) - _middle(run)) < 0.3 * em
            if same and -0.3 * em < run[0].x0 - last[-1].x1 < _GAP * em * 0.75:
                last.extend(run)
                continue
        rows.append(run)
    return rows


def _split(row: list[Char]) -> list[list[Char]]:
    em = _em(row)
    runs = [[row[0]]]
    for char in row[1:]:
        if char.x0 - runs[-1][-1].x1 > 1.3 * em:
            runs.append([char])
        else:
            runs[-1].append(char)
    return runs


def _em(run: Sequence[Char]) -> float:
    """The em of a run: the width of most of its full-width characters, else three quarters of its height."""
    wide = [c.x1 - c.x0 for c in run if ord(c.text[0]) > 0x2E7F]
    return float(median(wide)) if wide else 0.75 * _height(run)


def _upright(runs: Sequence[list[Char]]) -> list[list[Char]]:
    """Single characters one under the other with nothing beside them: headlines set from top to bottom."""
    single = sorted((run[0] for run in runs if len(run) == 1), key=lambda c: (round(c.x0 / 4), c.y0))
    columns: list[list[Char]] = []
    for char in single:
        last = columns[-1][-1] if columns else None
        if last is not None and abs((last.x0 + last.x1) - (char.x0 + char.x1)) < 0.5 * (char.x1 - char.x0):
            step = (char.y0 + char.y1 - last.y0 - last.y1) / 2
            if 0 < step < 2.2 * (char.x1 - char.x0):
                columns[-1].append(char)
                continue
        columns.append([char])
    return [column for column in columns if len(column) >= 4]


def _line(run: Sequence[Char], font_of: Callable[[int], tuple[str, float]], vertical: bool) -> TextLine:
    em = _em(run)
    parts = [run[0].text]
    gaps = [b.y0 - a.y1 if vertical else b.x0 - a.x1 for a, b in pairwise(run)]
    spread = max(0.0, float(median(gaps))) if gaps else 0.0  # a justified line is set wide all along
    for char, wide in zip(run[1:], gaps, strict=True):
        gap = wide - spread
        if gap > _BLANK * em or (char.spaced and gap > _NARROW_BLANK * em):
            parts.append(" ")
        parts.append(char.text)
    fonts = Counter(font_of(c.index) for c in (run[0], run[len(run) // 2], run[-1]))
    (font, size), _ = fonts.most_common(1)[0]
    return TextLine(
        _plain("".join(parts)),
        min(c.x0 for c in run),
        min(c.y0 for c in run),
        max(c.x1 for c in run),
        max(c.y1 for c in run),
        size if size > 1.0 else em,
        font,
        vertical,
    )


def _plain(text: str) -> str:
    """Radicals that some fonts map to (⽉ for 月) as the characters that they stand for."""
    if not any(ord(c) in _KANGXI for c in text):
        return text
    return "".join(unicodedata.normalize("NFKC", c) if ord(c) in _KANGXI else c for c in text)
