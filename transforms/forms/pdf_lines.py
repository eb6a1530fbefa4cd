"""Printed characters to lines of text, whatever order the lines were drawn in."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from statistics import median

import numpy as np
import numpy.typing as npt

import seeds
from transforms.forms.pdf_content import Glyphs, Style
from transforms.forms.pdf_doubles import without_doubles

_GAP = 0.75  # of an em: more than that between two characters drawn apart is a gutter
_DRAWN_GAP = 1.05  # the same between two that were drawn one after the other
_SPACED_GAP = 2.2  # and where a blank was drawn between them
_BLANK = 0.45  # of an em: more than that is a blank inside the line
_NARROW_BLANK = 0.15  # of an em: enough where the page has a blank character too
_ASCENT, _DESCENT = 0.88, 0.12  # of an em: the cell of a Chinese character over and under its base line
_JUSTIFIED = 5  # gaps in a line: fewer tell nothing of how it is set
_EVEN = 0.03  # of a height: characters of one size
_LEVEL = 1.0  # points: base lines that are one
_SAME = 0.8  # sizes that go together on one line
_PIECE = 3  # characters side by side inside a line that stands: a number of two or three digits
_STEP = 1.7  # of an em: the most between two characters set from top to bottom
_GUTTER = 0.7  # of an em: a gap as wide that ends where columns start is none inside a line
_SLENDER = 0.65  # no Chinese font has more room over and under its characters
_SPACED_GUTTER = 1.3  # the same where a blank was drawn: a line may end with one
_HEAD_GUTTER = 0.2  # the same between headlines, whose characters are larger
_TRIMMED_GUTTER = 0.35  # the same behind a line that ends with half of a mark's cell
_LARGE = 1.3  # times the size of most characters: headlines
_FAR = 20_000  # points: the widest page that a PDF may have is 14,400
_STARTS = 6  # runs that start at one place show that a column does
_STEP_GAP = 0.75  # of an em: the most white space in a line from top to bottom
_TIGHT_GAP = 0.4  # the same at a number, which might be a folio over the line
_BESIDE = 0.15  # of an em: characters of one line stand nearer
_LOOSE_MARKS = frozenset("“”‘’—…·")  # full-width or narrow, as the font has them


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


@dataclass(slots=True)
class _Run:
    """Characters drawn one after the other in one style, as indices into the glyphs; `depth` is how far it goes."""

    at: Sequence[int]
    x0: float
    x1: float
    base: float
    style: Style
    size: float
    depth: float = 0.0


def text_lines(glyphs: Glyphs, style_of: Callable[[int], Style]) -> list[TextLine]:
    """The lines of a page, in no order that a reader could rely on.

    `style_of` asks for the style of a character, by its index in the PDF page.
    """
    if not glyphs.text:
        return []
    glyphs = without_doubles(replace(glyphs, text=_plain(glyphs.text)))
    gutters = _gutters(glyphs)
    level, upright = _runs(glyphs, style_of, gutters)
    upright, level = _without_crossing(glyphs, upright, level)
    single = _single_columns(level)
    held = {id(run) for run in single}
    columns = _joined_columns(upright + single, [run for run in level if id(run) not in held])
    standing = {id(run) for column in columns for run in column}
    apart = _apart(glyphs, level)
    rows = _rows([run for run in level if id(run) not in standing], gutters & ~glyphs.spaced)
    lines = [_line(glyphs, row, apart) for row in rows]
    return lines + [_upright_line(glyphs, column) for column in columns]


def _gutters(glyphs: Glyphs) -> npt.NDArray[np.bool_]:
    """For each character whether it stands where columns start."""
    em, usual = glyphs.high, float(np.median(glyphs.high))
    along, down = np.diff(glyphs.x, prepend=-np.inf), np.diff(glyphs.base, prepend=np.inf)
    gap = glyphs.x - np.append(-np.inf, glyphs.right[:-1])
    opens = ((along < 0) | (gap > _GUTTER * _slender(glyphs) * em) | (np.abs(down) > 0.5 * em)) & (em < _LARGE * usual)
    counts = np.bincount(np.clip(glyphs.x[opens], 0, _FAR).astype(np.int64), minlength=2)
    near = counts + np.append(counts[1:], 0) + np.append(0, counts[:-1])
    at = np.clip(glyphs.x, 0, len(near) - 1).astype(np.int64)
    full: npt.NDArray[np.bool_] = near[at] >= _STARTS
    return full


def _slender(glyphs: Glyphs) -> float:
    """How wide a Chinese character of the page's fonts is for its height, which some tell with room for lines."""
    return float(np.clip(np.median(glyphs.right - glyphs.x) / np.median(glyphs.high), _SLENDER, 1.0))


def _runs(
    glyphs: Glyphs, style_of: Callable[[int], Style], gutters: npt.NDArray[np.bool_]
) -> tuple[list[_Run], list[_Run]]:
    """Runs from left to right, and runs from top to bottom (of two characters at least)."""
    em = np.maximum(glyphs.high[1:], glyphs.high[:-1])
    along, down = np.diff(glyphs.x), np.diff(glyphs.base)
    gap = glyphs.x[1:] - glyphs.right[:-1]
    reach = np.where(glyphs.spaced[1:], _SPACED_GAP, _DRAWN_GAP) * em
    level = (np.abs(down) < 0.2 * em) & (along > 0.1 * em) & (gap > -0.75 * em) & (gap < reach)
    large = em > _LARGE * float(np.median(glyphs.high))
    gutter = np.where(glyphs.spaced[1:], _SPACED_GUTTER, _GUTTER) * _slender(glyphs)
    level &= ~(gutters[1:] & (gap > np.where(large & ~glyphs.spaced[1:], _HEAD_GUTTER, gutter) * em))
    level |= (np.abs(down) < 0.05 * em) & (np.abs(along) < 0.05 * em)  # one glyph for two characters, as for a dash
    joins = np.concatenate(([False], level, [False]))
    alone = ~joins[:-1] & ~joins[1:]  # neither side goes on along the line
    below = alone[1:] & alone[:-1] & (np.abs(along) < 0.4 * em) & (down > 0.3 * em) & (down < _STEP * em)
    breaks = np.flatnonzero(~(level | below)) + 1
    ends = [*breaks.tolist(), len(glyphs.text)]
    stands = [*below.tolist(), False]
    found: tuple[list[_Run], list[_Run]] = ([], [])
    starts = [0, *ends[:-1]]
    opening, closing = glyphs.high[starts], glyphs.high[np.array(ends) - 1]
    evens = (np.abs(opening - closing) < _EVEN * opening).tolist()
    for first, end, even in zip(starts, ends, evens, strict=True):
        vertical = end - first > 1 and stands[first]
        for a, b, style in _styled(glyphs, first, end, style_of, even and not vertical):
            run = _run(glyphs, a, b, style)
            found[b - a > 1 and (vertical or style.turned)].append(run)
    return found


def _styled(
    glyphs: Glyphs, first: int, end: int, style_of: Callable[[int], Style], even: bool
) -> Iterator[tuple[int, int, Style]]:
    """The run cut where its size changes, with the style of each part; `even` tells that its size stays the same."""
    index = glyphs.index
    if even or end - first == 1:
        yield first, end, style_of(int(index[(first + end) // 2]))
        return
    start, style, closing = first, style_of(int(index[first])), style_of(int(index[end - 1]))
    if _alike(style, closing):
        yield first, end, style if style.font == closing.font else style_of(int(index[(first + end) // 2]))
        return
    for at in range(first + 1, end):
        here = style_of(int(index[at]))
        if not _alike(here, style):
            yield start, at, style
            start, style = at, here
    yield start, end, style


def _alike(a: Style, b: Style) -> bool:
    return _SAME * max(a.size, b.size) <= min(a.size, b.size) and a.turned == b.turned


def _run(glyphs: Glyphs, first: int, end: int, style: Style) -> _Run:
    size = style.size if style.size > 1.0 else float(glyphs.high[first:end].max())
    x0, right = float(glyphs.x[first]), float(glyphs.right[end - 1])
    wide = ord(glyphs.text[end - 1]) > 0x2E7F
    x1 = max(right, float(glyphs.x[end - 1]) + (style.em or size)) if wide and not style.turned else right
    base = float(glyphs.base[first])
    return _Run(range(first, end), x0, x1, base, style, size, max(0.0, float(glyphs.base[end - 1]) - base))


def _rows(runs: Sequence[_Run], gutters: npt.NDArray[np.bool_]) -> list[list[_Run]]:
    """Runs on one base line put together where one goes on after the other in the same size."""
    usual = _LARGE * float(median(run.size for run in runs)) if runs else 0.0
    rows: list[list[_Run]] = []
    level: list[_Run] = []
    for run in sorted(runs, key=lambda r: r.base):
        if level and run.base - level[0].base > _LEVEL:
            rows += _joined(level, gutters, usual)
            level = []
        level.append(run)
    return rows + _joined(level, gutters, usual)


def _joined(runs: Sequence[_Run], gutters: npt.NDArray[np.bool_], usual: float) -> list[list[_Run]]:
    rows: list[list[_Run]] = []
    for run in sorted(runs, key=lambda r: r.x0):
        last = rows[-1][-1] if rows else None
        if last is not None:
            em = max(last.size, run.size)
            reach = (_HEAD_GUTTER if em > usual else _TRIMMED_GUTTER) if gutters[run.at[0]] else _GAP
            close = -0.3 * em < run.x0 - last.x1 < reach * em
            if close and min(last.size, run.size) > _SAME * em:
                rows[-1].append(run)
                continue
        rows.append([run])
    return rows


def _apart(glyphs: Glyphs, runs: Sequence[_Run]) -> npt.NDArray[np.int64]:
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


def _line(glyphs: Glyphs, row: Sequence[_Run], apart: npt.NDArray[np.int64]) -> TextLine:
    main = max(row, key=lambda run: len(run.at)) if len(row) > 1 else row[0]
    at = row[0].at if len(row) == 1 else [i for run in row for i in run.at]
    base, size = main.base, main.size
    em = main.style.em or size
    tight = len(row) == 1 and apart[at[-1]] == apart[at[0]]
    return TextLine(
        glyphs.text[at[0] : at[-1] + 1] if tight else _words(glyphs, at, em),
        min(run.x0 for run in row),
        base - _ASCENT * size,
        max(run.x1 for run in row),
        base + _DESCENT * size,
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
    # a justified line is set wide all along
    spread = max(0.0, float(median(gaps))) if len(gaps) >= _JUSTIFIED else 0.0
    parts = [letters[0]]
    for letter, gap, place in zip(letters[1:], gaps, at[1:], strict=True):
        wide = gap - spread
        if wide > _BLANK * em or (wide > _NARROW_BLANK * em and index[place] > index[place - 1] + 1):
            parts.append(" ")
        parts.append(letter)
    return "".join(parts)


def _single_columns(runs: Sequence[_Run]) -> list[_Run]:
    """Single characters one under the other with nothing beside them, each drawn by itself."""
    single = sorted((run for run in runs if len(run.at) == 1), key=lambda r: (round(r.x0 / 4), r.base))
    columns: list[list[_Run]] = []
    for run in single:
        last = columns[-1][-1] if columns else None
        step = run.base - last.base if last is not None else 0.0
        if last is not None and abs(last.x0 - run.x0) < 0.3 * run.size and 0.8 * run.size < step < _STEP * run.size:
            columns[-1].append(run)
        else:
            columns.append([run])
    columns = [column for column in columns if len(column) >= 3]
    rows = _by_base(runs) if columns else {}
    return [run for column in columns if 2 * sum(_runs_on(x, rows) for x in column) < len(column) for run in column]


def _without_crossing(glyphs: Glyphs, upright: Sequence[_Run], level: list[_Run]) -> tuple[list[_Run], list[_Run]]:
    """Both kinds of runs, where PDFium gave characters of two or three lines in turns: the lines run on beside them."""
    short = [run for run in upright if len(run.at) <= _PIECE and not run.style.turned]
    if not short:
        return list(upright), level
    apart = {id(run): [_run(glyphs, at, at + 1, run.style) for at in run.at] for run in short}
    rows = _by_base([*level, *(part for parts in apart.values() for part in parts)])
    crossed = {key for key, parts in apart.items() if all(_runs_on(part, rows) for part in parts)}
    level += [part for key in crossed for part in apart[key]]
    return [run for run in upright if id(run) not in crossed], level


def _by_base(runs: Sequence[_Run]) -> dict[int, list[_Run]]:
    rows: dict[int, list[_Run]] = {}
    for run in runs:
        rows.setdefault(round(run.base), []).append(run)
    return rows


def _runs_on(part: _Run, rows: dict[int, list[_Run]]) -> bool:
    """Whether a character has another right beside it."""
    near = _BESIDE * part.size
    at = round(part.base)
    return any(
        abs(other.x0 - part.x1) < near or abs(part.x0 - other.x1) < near
        for base in (at - 1, at, at + 1)
        for other in rows.get(base, ())
    )


def _joined_columns(upright: Sequence[_Run], level: Sequence[_Run]) -> list[list[_Run]]:
    """Pieces of one line from top to bottom: upright characters, letters on their side, marks by themselves."""
    if not upright:
        return []
    loose = [run for run in level if len(run.at) <= _PIECE]
    sure = {id(run) for run in upright}
    columns: list[list[_Run]] = []
    ends: list[float] = []
    for run in sorted([*upright, *loose], key=lambda r: (_top(r), r.x0)):
        home = next((i for i in range(len(columns) - 1, -1, -1) if _goes_on(columns[i][-1], ends[i], run, sure)), None)
        if home is None:
            home = len(columns)
            columns.append([])
            ends.append(0.0)
        columns[home].append(run)
        ends[home] = _bottom(run)
    return [column for column in columns if any(id(run) in sure for run in column)]


def _goes_on(last: _Run, end: float, run: _Run, sure: set[int]) -> bool:
    if abs((last.x0 - run.x0) if len(run.at) == 1 or run.style.turned else 0.0) > 0.4 * run.size:
        return False
    middle = (run.x0 + run.x1) / 2
    under = last.x0 - 0.2 * run.size < middle < last.x0 + 1.2 * run.size
    alike = _SAME < last.size / run.size < 1 / _SAME
    reach = _STEP_GAP if id(last) in sure and id(run) in sure else _TIGHT_GAP
    return under and alike and -0.5 * run.size < _top(run) - end < reach * run.size


def _bottom(run: _Run) -> float:
    """The lower end of a piece of an upright line."""
    if run.style.turned:
        return run.base + 0.6 * run.size * len(run.at)
    return run.base + _DESCENT * run.size + run.depth


def _top(run: _Run) -> float:
    return run.base if run.style.turned else run.base - _ASCENT * run.size


def _upright_line(glyphs: Glyphs, column: Sequence[_Run]) -> TextLine:
    size = max(run.size for run in column)
    last = column[-1]
    end = float(glyphs.base[last.at[-1]])
    bottom = end + (0.6 if last.style.turned else _DESCENT) * size
    left = min((run.x0 for run in column if not run.style.turned), default=column[0].x0)
    text = "".join(glyphs.text[i] for run in column for i in run.at)
    main = max(column, key=lambda run: len(run.at))
    return TextLine(text, left, _top(column[0]), left + size, bottom, size, main.style.font, vertical=True)


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
