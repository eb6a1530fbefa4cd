"""How wide each line of a page is.

Widths are counted in half characters: a Chinese character is two, a Latin letter or digit one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from transforms.forms.line import Line

NARROW = 12  # a column has at least six characters
WIDE = 23  # of a headline line that a column may have broken: the column has twelve characters or more
_MARKS = "，。、；：！？“”‘’（）《》「」"
_EVENER = 0.8
_UNEVEN = 1.0  # half characters from line to line: a page with few figures tells little of how they were counted
SAMPLE_LINES = 400  # enough to tell a page by
_SAMPLE_CHANGE = 8


def display_width(text: str) -> int:
    """Half characters that a line takes."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


@cache
def _character_widths() -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Code point → half characters that it takes, and that it takes where marks are set squeezed."""
    wide = np.full(0x10000, 2)
    wide[:0x80] = 1
    tight = wide.copy()
    tight[[ord(mark) for mark in _MARKS]] = 1
    return wide, tight


def line_widths(lines: Sequence[Line]) -> list[int]:
    """The width of each line, counted as the page's columns are even.

    Marks take half where they were set squeezed, figures a whole character where a dump counted its lines so.
    """
    texts = [line.text for line in lines]
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype="<u4")
    sizes = np.array([len(text) for text in texts])
    starts = np.cumsum(sizes) - sizes
    wide: list[int]
    tight: list[int]
    wide, tight = (np.add.reduceat(of.take(codes, mode="clip"), starts).tolist() for of in _character_widths())
    inside = [
        i
        for i in range(1, min(len(lines), SAMPLE_LINES) - 1)
        if not (lines[i].gap or lines[i + 1].gap) and texts[i][-1] not in "。！？”"
    ]
    uneven, squeezed = _unevenness(inside, wide), _unevenness(inside, tight)
    if uneven > _UNEVEN:
        whole: list[int] = (2 * sizes).tolist()
        if _unevenness(inside, whole) < min(squeezed, _EVENER * uneven):
            return whole
    return tight if squeezed < _EVENER * uneven else wide


def _unevenness(inside: Sequence[int], widths: Sequence[int]) -> float:
    """How much the width changes from a line to the next where both are `inside` paragraphs."""
    total = count = 0
    for i in inside:
        change = abs(widths[i] - widths[i - 1])
        if change <= _SAMPLE_CHANGE and widths[i] >= NARROW:
            total += change
            count += 1
    return total / count if count else 0.0
