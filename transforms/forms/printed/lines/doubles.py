"""Headlines drawn twice, a little apart: for a shadow, or to be bolder. PDFium drops some of the second ones only."""

from __future__ import annotations

import numpy as np

from transforms.forms.printed.lines.glyphs import Glyphs

_LARGE = 1.08  # times the size of most characters: only headlines and kickers have shadows
_ALONG, _DOWN = 0.4, 0.3  # of width and height: no two characters stand so near
_UNEVEN = 0.3  # of the height: how far that of two boxes of one character may differ
_BACK = 24  # same characters that are looked at: more are no shadows
_LONG = frozenset("—…")  # two of them may be one glyph


def without_doubles(glyphs: Glyphs) -> Glyphs:
    """The characters without those that stand on one of their kind; the one drawn first is kept."""
    high = glyphs.high
    large = np.flatnonzero(high > _LARGE * float(np.median(high)))
    columns = (large, glyphs.x[large], glyphs.base[large], high[large], glyphs.right[large] - glyphs.x[large])
    places = zip(*(column.tolist() for column in columns), strict=True)
    known: dict[str, list[tuple[int, float, float, float]]] = {}
    doubles = []
    for at, x, base, size, wide in places:
        drawn = known.setdefault(glyphs.text[at], [])
        same = (
            first
            for first, a, b, c in drawn[-_BACK:]
            if abs(x - a) < _ALONG * wide and abs(base - b) < _DOWN * size and abs(size - c) < _UNEVEN * size
        )
        if any(first != at - 1 or glyphs.text[at] not in _LONG for first in same):
            doubles.append(at)
        else:
            drawn.append((at, x, base, size))
    return glyphs.take(np.delete(np.arange(len(glyphs.text)), doubles)) if doubles else glyphs
