"""Printed characters as columns of numbers, and how they are set: what every reader of a form of print gives."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The printed characters that are not blank, in the order of drawing; points, origin top left, text upright.

    `x`, `base` is where a character stands on its base line, `right` where it ends, `high` the longer side of its box.
    `index` finds it again in its PDF page; `spaced` tells that the page itself, not its reader, has a blank before it.
    """

    text: str
    index: npt.NDArray[np.int64]
    x: Floats
    base: Floats
    right: Floats
    high: Floats
    spaced: npt.NDArray[np.bool_]

    def take(self, which: npt.NDArray[np.int64]) -> Glyphs:
        """Some of the characters, in the order asked for."""
        text = "".join(map(self.text.__getitem__, which.tolist()))
        x, base, right, high = (column[which] for column in (self.x, self.base, self.right, self.high))
        return Glyphs(text, self.index[which], x, base, right, high, self.spaced[which])


@dataclass(frozen=True, slots=True)
class Style:
    """How a character is set: its font, its size and the width of its em in points, whether it lies on its side."""

    font: str
    size: float
    em: float
    turned: bool
