"""Whether the text goes on with its subject: rare pairs of characters shared by the paragraphs on both sides."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

_HEAD = 400  # characters of a paragraph that tell its subject
_SPAN = 3
_MEAN, _SLOPE, _MOST = 0.2, 10.0, 2.0


class Cohesion:
    """Log odds that an article ends after a body unit, by what the three units before and after it share."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._rare: list[set[str]] = []
        self._weight: dict[str, float] = {}
        self._known: dict[int, float] = {}

    def of(self, cut: int) -> float:
        """From -2 (one subject) to 2 (two subjects) for the place after unit `cut`."""
        if cut not in self._known:
            self._known[cut] = self._measured(cut)
        return self._known[cut]

    def _measured(self, cut: int) -> float:
        if not self._rare:
            self._read()
        left = set().union(*self._rare[max(0, cut - _SPAN + 1) : cut + 1])
        right = set().union(*self._rare[cut + 1 : cut + 1 + _SPAN])
        least = min(self._sum(left), self._sum(right))
        if least <= 0:
            return 0.0
        shared = self._sum(left & right) / least
        return max(-_MOST, min(_MOST, (_MEAN - shared) * _SLOPE))

    def _sum(self, pairs: set[str]) -> float:
        weight = self._weight
        return sum([weight[p] for p in pairs])

    def _read(self) -> None:
        """The pairs that stand in at least two units, and in few."""
        sets = [set(map(str.__add__, t, t[1:])) for t in (text[:_HEAD] for text in self._texts)]
        spread = Counter(pair for own in sets for pair in own)
        n = len(sets)
        most = max(3, n / 5)
        self._weight = {pair: math.log(n / k) for pair, k in spread.items() if 1 < k <= most}
        keys = self._weight.keys()
        self._rare = [own & keys for own in sets]
