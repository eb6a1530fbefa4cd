"""Pairs of neighbouring characters as numbers, of all units of a page at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
_BITS = 21  # of a code point
UNIT_BITS = 21  # of the number of a unit: it fits beside a pair


def pair_number(pair: str) -> int:
    """Two characters as one number: the code point of the first above the 21 bits of the second's."""
    return ord(pair[0]) << _BITS | ord(pair[1])


def placed_pairs(texts: Sequence[str]) -> tuple[Numbers, Numbers]:
    """The number of every pair inside a text, in order, and the number of its text."""
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.int64)
    of = np.repeat(np.arange(len(texts)), np.array([len(text) for text in texts], dtype=np.int64))
    inside = of[1:] == of[:-1]
    return (codes[:-1] << _BITS | codes[1:])[inside], of[:-1][inside]
