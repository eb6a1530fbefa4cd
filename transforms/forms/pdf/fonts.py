"""Fonts without a name, as some printers embed them in pieces: pieces that stand side by side in lines are one font."""

from __future__ import annotations

import ctypes
from collections import Counter
from itertools import repeat

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as raw_pdfium

_object_of = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(raw_pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
_font_of = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)(
    ctypes.cast(raw_pdfium.FPDFTextObj_GetFont, ctypes.c_void_p).value or 0
)
_FEW = 4  # characters: a piece that stands alone so seldom tells nothing
_MANY = 300  # characters: on a page of fewer the pieces need not meet


class FontPieces:
    """Names for the fonts of a page's characters, by the pieces that meet in its lines."""

    def __init__(self, handle: int | None, index: npt.NDArray[np.int64], meets: npt.NDArray[np.bool_]) -> None:
        """`index` are the characters in the order of their lines; `meets` tells of each but the last whether the next
        one goes on in its line.
        """
        asked = index.tolist()
        fonts = [_font_of(found) if found else 0 for found in map(_object_of, repeat(handle), asked)]
        pieces, of = np.unique(np.array([font or 0 for font in fonts], dtype=np.uint64), return_inverse=True)
        order = np.argsort(index)
        self._index, self._of = index[order], of[order]
        roots = list(range(len(pieces)))
        for pair in np.unique(of[:-1][meets] * len(pieces) + of[1:][meets]).tolist():
            one, other = (_root(roots, piece) for piece in divmod(pair, len(pieces)))
            roots[one] = other
        sizes = Counter(dict.fromkeys(roots, 0))
        for piece, size in enumerate(np.bincount(of, minlength=len(pieces)).tolist()):
            sizes[_root(roots, piece)] += size
        ranks = [root for root, size in sizes.most_common() if size >= _FEW] if len(index) >= _MANY else []
        names = {root: f"nameless {rank}" for rank, root in enumerate(ranks) if rank}
        self._names = [names.get(_root(roots, piece), "") for piece in range(len(pieces))]

    def name(self, index: int) -> str:
        """The name given to the font of a character; the page's main font has none."""
        return self._names[int(self._of[np.searchsorted(self._index, index)])]


def _root(roots: list[int], piece: int) -> int:
    while roots[piece] != piece:
        piece = roots[piece]
    return piece
