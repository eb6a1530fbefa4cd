"""Whether the text goes on with its subject: rare pairs of characters shared by the paragraphs on both sides."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from transforms.layout.wording.character_pairs import UNIT_BITS, Numbers, placed_pairs

_HEAD = 120  # characters of a paragraph that tell its subject
_SPAN = 3
MOST = 2.0  # log odds
_MEAN, _SLOPE = 0.2, 10.0
_UNIT = (1 << UNIT_BITS) - 1


class Cohesion:
    """Log odds that an article ends after a body unit, by what the three units before and after it share.

    `ends` are units after which an article ends for sure: no unit beyond is looked at.
    """

    def __init__(self, texts: Sequence[str], ends: Sequence[int] = ()) -> None:
        self._texts = texts
        self._starts = [0, *(end + 1 for end in ends), len(texts)]
        self._rare: list[set[int]] = []
        self._known: dict[int, float] = {}

    def of(self, cut: int) -> float:
        """From -2 (one subject) to 2 (two subjects) for the place after unit `cut`."""
        if cut not in self._known:
            self._known[cut] = self._measured(cut)
        return self._known[cut]

    def _measured(self, cut: int) -> float:
        if not self._rare:
            self._read()
        after = bisect_right(self._starts, cut)
        begin, end = max(self._starts[after - 1], cut - _SPAN + 1), cut + 1 + _SPAN
        left = set().union(*self._rare[begin : cut + 1])
        right = set().union(*self._rare[cut + 1 : min(end, max(cut + 2, self._starts[after]))])
        least = min(len(left), len(right))
        if not least:
            return 0.0
        return max(-MOST, min(MOST, (_MEAN - len(left & right) / least) * _SLOPE))

    def _read(self) -> None:
        """The pairs that stand in at least two units, and in few."""
        pairs, units = placed_pairs([text[:_HEAD] for text in self._texts])
        placed = np.sort(pairs << UNIT_BITS | units)
        placed = placed[_differs(placed)]
        numbers = np.cumsum(_differs(placed >> UNIT_BITS)) - 1
        spread = np.bincount(numbers)[numbers]
        rare = (spread > 1) & (spread <= max(3, len(self._texts) / 5))
        units = placed[rare] & _UNIT
        kept = (np.sort(units << UNIT_BITS | numbers[rare]) & _UNIT).tolist()
        ends = np.cumsum(np.bincount(units, minlength=len(self._texts))).tolist()
        self._rare = [set(kept[first:end]) for first, end in pairwise([0, *ends])]


def _differs(values: Numbers) -> NDArray[np.bool_]:
    """True where a value is not that before it."""
    differs = np.ones(len(values), dtype=bool)
    np.not_equal(values[1:], values[:-1], out=differs[1:])
    return differs
