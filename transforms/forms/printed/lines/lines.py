"""Printed characters to lines of text, whatever order the lines were drawn in."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from statistics import median

import numpy as np
import numpy.typing as npt

import seeds
from transforms.forms.printed.lines.doubles import without_doubles
from transforms.forms.printed.lines.glyphs import Glyphs, Style
from transforms.forms.printed.lines.hanging import hangs
from transforms.forms.printed.lines.runs import ASCENT, DESCENT, HEAD_GUTTER, LARGE, SAME, Run, gutters_of, runs_of
from transforms.forms.printed.lines.upright import joined_columns, single_columns, top, without_crossing

_GAP = 0.75  # of an em: more than that between two characters drawn apart is a gutter
_BLANK = 0.45  # of an em: more than that is a blank inside the line
_NARROW_BLANK = 0.15  # of an em: enough where the page has a blank character too
_JUSTIFIED = 5  # gaps in a line: fewer tell nothing of how it is set
_CLOSE = 0.34  # of the gaps in a line: those without a blank of the page, which then tell how wide it is set
_LEVEL = 1.0  # points: base lines that are one
_UNEVEN = 0.05  # of an em: the same of headlines, where a part is read from the shadow
_TRIMMED_GUTTER = 0.35  # the same behind a line that ends with half of a mark's cell
_LOOSE_MARKS = frozenset("“”‘’—…·")  # full-width or narrow, as the font has them


@dataclass(frozen=True, slots=True)
class TextLine:
    """A row of characters in one size, left to right (or, `vertical`, top to bottom); points, origin top left.

    `row` tells that these are the cells of a table's row.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    font: str
    vertical: bool = False
    row: bool = False

    @property
    def width(self) -> float:
        """Points from its left edge to its right, of a line from top to bottom too."""
        return self.x1 - self.x0

    @property
    def middle(self) -> float:
        """Points from the top of the page to the middle of the line's height."""
        return (self.y0 + self.y1) / 2


def style(line: TextLine) -> tuple[float, str]:
    """What lines that are set alike share: size and font."""
    return round(line.size, 1), line.font


def text_lines(glyphs: Glyphs, style_of: Callable[[int], Style]) -> list[TextLine]:
    """The lines of a page, in no order that a reader could rely on.

    `style_of` asks for the style of a character, by its index in the PDF page.
    """
    if not glyphs.text:
        return []
    glyphs = without_doubles(replace(glyphs, text=_plain(glyphs.text)))
    gutters = gutters_of(glyphs)
    level, upright = runs_of(glyphs, style_of, gutters)
    upright, level = without_crossing(glyphs, upright, level)
    single = single_columns(level)
    held = {id(run) for run in single}
    columns = joined_columns(upright + single, [run for run in level if id(run) not in held])
    standing = {id(run) for column in columns for run in column}
    apart = _apart(glyphs, level)
    rows = _rows([run for run in level if id(run) not in standing], gutters & ~glyphs.spaced, glyphs.text)
    lines = [_line(glyphs, row, apart) for row in rows]
    return lines + [_upright_line(glyphs, column) for column in columns]


def _rows(runs: Sequence[Run], gutters: npt.NDArray[np.bool_], text: str) -> list[list[Run]]:
    """Runs on one base line put together where one goes on after the other in the same size."""
    usual = LARGE * float(median(run.size for run in runs)) if runs else 0.0
    rows: list[list[Run]] = []
    level: list[Run] = []
    ordered = sorted(runs, key=lambda r: r.base)
    for run in [*ordered, None]:
        if run is None or (level and run.base - level[0].base > max(_LEVEL, _UNEVEN * min(run.size, level[0].size))):
            rows += _joined(level, gutters, usual, lambda last, run: hangs(last, run, text, ordered))
            level = []
        if run is not None:
            level.append(run)
    return rows


def _joined(
    runs: Sequence[Run], gutters: npt.NDArray[np.bool_], usual: float, parted: Callable[[Run, Run], bool]
) -> list[list[Run]]:
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: r.x0):
        last = rows[-1][-1] if rows else None
        if last is not None:
            em = max(last.size, run.size)
            reach = (HEAD_GUTTER if em > usual else _TRIMMED_GUTTER) if gutters[run.at[0]] else _GAP
            close = -0.3 * em < run.x0 - last.x1 < reach * em and not (gutters[run.at[0]] and parted(last, run))
            if close and min(last.size, run.size) > SAME * em:
                rows[-1].append(run)
                continue
        rows.append([run])
    return rows


def _apart(glyphs: Glyphs, runs: Sequence[Run]) -> npt.NDArray[np.int64]:
    """For each character how many before it stand so far from the next that a blank may be between.

    All characters at once: most lines have none, and need no closer look.
    """
    em = np.ones(len(glyphs.text))
    for run in runs:
        em[run.at[0] : run.at[-1] + 1] = run.style.em or run.size
    codes = np.array(list(map(ord, glyphs.text)))
    ends, cells, following = glyphs.right[:-1], (glyphs.x + em)[:-1], glyphs.x[1:]
    ends = np.where(codes[:-1] > 0x2E7F, cells, ends)
    loose = np.isin(codes[:-1], [ord(mark) for mark in _LOOSE_MARKS])
    ends = np.where(loose, np.minimum(np.maximum(glyphs.right[:-1], following), cells), ends)
    wide = following - ends > _NARROW_BLANK * em[:-1]
    return np.concatenate(([0], np.cumsum(wide)))


def _line(glyphs: Glyphs, row: Sequence[Run], apart: npt.NDArray[np.int64]) -> TextLine:
    main = max(row, key=lambda run: len(run.at)) if len(row) > 1 else row[0]
    at = row[0].at if len(row) == 1 else [i for run in row for i in run.at]
    base, size = main.base, main.size
    em = main.style.em or size
    tight = len(row) == 1 and apart[at[-1]] == apart[at[0]]
    return TextLine(
        glyphs.text[at[0] : at[-1] + 1] if tight else _words(glyphs, at, em),
        min(run.x0 for run in row),
        base - ASCENT * size,
        max(run.x1 for run in row),
        base + DESCENT * size,
        size,
        main.style.font,
    )


def _words(glyphs: Glyphs, at: Sequence[int], em: float) -> str:
    """The characters of a line, with a blank where they stand apart or the page has one."""
    text, x, right, index = glyphs.text, glyphs.x, glyphs.right, glyphs.index
    if at[-1] - at[0] == len(at) - 1:
        part = slice(at[0], at[-1] + 1)
        xs, rights, letters = x[part].tolist(), right[part].tolist(), list(text[part])
    else:
        xs, rights = ([float(column[i]) for i in at] for column in (x, right))
        letters = [text[i] for i in at]
    gaps = []
    for letter, start, end, following in zip(letters, xs, rights, xs[1:], strict=False):
        cell = start + em
        if letter in _LOOSE_MARKS:
            end = min(max(end, following), cell)
        elif ord(letter) > 0x2E7F:
            end = cell
        gaps.append(following - end)
    widest = max(gaps, default=0.0)
    if widest <= _NARROW_BLANK * em:
        return "".join(letters)
    # a justified line is set wide all along, also where the page has no blank; some have one behind each character
    close = [gap for gap, place in zip(gaps, at[1:], strict=True) if index[place] == index[place - 1] + 1]
    plain = close if len(close) > _CLOSE * len(gaps) else gaps
    spread = max(0.0, float(median(plain))) if len(gaps) >= _JUSTIFIED else 0.0
    parts = [letters[0]]
    for letter, gap, place in zip(letters[1:], gaps, at[1:], strict=True):
        wide = gap - spread
        if wide > _BLANK * em or (wide > _NARROW_BLANK * em and index[place] > index[place - 1] + 1):
            parts.append(" ")
        parts.append(letter)
    return "".join(parts)


def _upright_line(glyphs: Glyphs, column: Sequence[Run]) -> TextLine:
    size = max(run.size for run in column)
    last = column[-1]
    end = float(glyphs.base[last.at[-1]])
    bottom = end + (0.6 if last.style.turned else DESCENT) * size
    left = min((run.x0 for run in column if not run.style.turned), default=column[0].x0)
    text = "".join(glyphs.text[i] for run in column for i in run.at)
    main = max(column, key=lambda run: len(run.at))
    return TextLine(text, left, top(column[0]), left + size, bottom, size, main.style.font, vertical=True)


def _plain(text: str) -> str:
    """Radicals, compatibility and private code points of some fonts as the characters that they stand for."""
    table = _code_points()
    return text if table.keys().isdisjoint(text) else "".join(table.get(c, c) for c in text)


@cache
def _code_points() -> dict[str, str]:
    """For each such code point the one character that it stands for."""
    folded = map(chr, (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFAFF)))
    table = {c: unicodedata.normalize("NFKC", c) for c in folded}
    return table | {chr(int(row["code"], 16)): row["character"] for row in seeds.table("code_points")}
