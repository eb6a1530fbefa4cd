"""Printed characters to runs of one style, as they were drawn: cut where columns part them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from transforms.forms.printed.lines.glyphs import Glyphs, Style

_DRAWN_GAP = 1.05  # of an em: more than that between two characters drawn one after the other is a gutter
_SPACED_GAP = 2.2  # and where a blank was drawn between them
_EVEN = 0.03  # of a height: characters of one size
SAME = 0.8  # sizes that go together on one line
STEP = 1.7  # of an em: the most between two characters set from top to bottom
_GUTTER = 0.7  # of an em: a gap as wide that ends where columns start is none inside a line
_SLENDER = 0.65  # no Chinese font has more room over and under its characters
_SPACED_GUTTER = 1.3  # the same where a blank was drawn: a line may end with one
HEAD_GUTTER = 0.2  # the same between headlines, whose characters are larger
LARGE = 1.3  # times the size of most characters: headlines
_FAR = 20_000  # points: the widest page that a PDF may have is 14,400
_STARTS = 6  # runs that start at one place show that a column does
ASCENT, DESCENT = 0.88, 0.12  # of an em: the cell of a Chinese character over and under its base line


@dataclass(slots=True)
class Run:
    """Characters drawn one after the other in one style, as indices into the glyphs; `depth` is how far it goes."""

    at: Sequence[int]
    x0: float
    x1: float
    base: float
    style: Style
    size: float
    depth: float = 0.0


def gutters_of(glyphs: Glyphs) -> npt.NDArray[np.bool_]:
    """For each character whether it stands where columns start."""
    em, usual = glyphs.high, float(np.median(glyphs.high))
    along, down = np.diff(glyphs.x, prepend=-np.inf), np.diff(glyphs.base, prepend=np.inf)
    gap = glyphs.x - np.append(-np.inf, glyphs.right[:-1])
    opens = ((along < 0) | (gap > _GUTTER * _slender(glyphs) * em) | (np.abs(down) > 0.5 * em)) & (em < LARGE * usual)
    counts = np.bincount(np.clip(glyphs.x[opens], 0, _FAR).astype(np.int64), minlength=2)
    near = counts + np.append(counts[1:], 0) + np.append(0, counts[:-1])
    at = np.clip(glyphs.x, 0, len(near) - 1).astype(np.int64)
    full: npt.NDArray[np.bool_] = near[at] >= _STARTS
    return full


def _slender(glyphs: Glyphs) -> float:
    """How wide a Chinese character of the page's fonts is for its height, which some tell with room for lines."""
    return float(np.clip(np.median(glyphs.right - glyphs.x) / np.median(glyphs.high), _SLENDER, 1.0))


def runs_of(
    glyphs: Glyphs, style_of: Callable[[int], Style], gutters: npt.NDArray[np.bool_]
) -> tuple[list[Run], list[Run]]:
    """Runs from left to right, and runs from top to bottom (of two characters at least)."""
    em = np.maximum(glyphs.high[1:], glyphs.high[:-1])
    along, down = np.diff(glyphs.x), np.diff(glyphs.base)
    gap = glyphs.x[1:] - glyphs.right[:-1]
    reach = np.where(glyphs.spaced[1:], _SPACED_GAP, _DRAWN_GAP) * em
    level = (np.abs(down) < 0.2 * em) & (along > 0.1 * em) & (gap > -0.75 * em) & (gap < reach)
    large = em > LARGE * float(np.median(glyphs.high))
    gutter = np.where(glyphs.spaced[1:], _SPACED_GUTTER, _GUTTER) * _slender(glyphs)
    level &= ~(gutters[1:] & (gap > np.where(large & ~glyphs.spaced[1:], HEAD_GUTTER, gutter) * em))
    level |= (np.abs(down) < 0.05 * em) & (np.abs(along) < 0.05 * em)  # one glyph for two characters, as for a dash
    joins = np.concatenate(([False], level, [False]))
    alone = ~joins[:-1] & ~joins[1:]  # neither side goes on along the line
    below = alone[1:] & alone[:-1] & (np.abs(along) < 0.4 * em) & (down > 0.3 * em) & (down < STEP * em)
    breaks = np.flatnonzero(~(level | below)) + 1
    ends = [*breaks.tolist(), len(glyphs.text)]
    stands = [*below.tolist(), False]
    found: tuple[list[Run], list[Run]] = ([], [])
    starts = [0, *ends[:-1]]
    opening, closing = glyphs.high[starts], glyphs.high[np.array(ends) - 1]
    evens = (np.abs(opening - closing) < _EVEN * opening).tolist()
    for first, end, even in zip(starts, ends, evens, strict=True):
        vertical = end - first > 1 and stands[first]
        for a, b, style in _styled(glyphs, first, end, style_of, even and not vertical):
            run = make_run(glyphs, a, b, style)
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
    return SAME * max(a.size, b.size) <= min(a.size, b.size) and a.turned == b.turned


def make_run(glyphs: Glyphs, first: int, end: int, style: Style) -> Run:
    """Characters from `first` up to `end` as a run, in points; a Chinese character at its end has its whole cell."""
    size = style.size if style.size > 1.0 else float(glyphs.high[first:end].max())
    x0, right = float(glyphs.x[first]), float(glyphs.right[end - 1])
    wide = ord(glyphs.text[end - 1]) > 0x2E7F
    x1 = max(right, float(glyphs.x[end - 1]) + (style.em or size)) if wide and not style.turned else right
    base = float(glyphs.base[first])
    return Run(range(first, end), x0, x1, base, style, size, max(0.0, float(glyphs.base[end - 1]) - base))
