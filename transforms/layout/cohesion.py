"""Whether the text goes on with its subject: rare pairs of characters shared by the paragraphs on both sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

_HEAD = 120  # characters of a paragraph that tell its subject
_SPAN = 3
MOST = 2.0  # log odds
_MEAN, _SLOPE = 0.2, 10.0


class Cohesion:
    """Log odds that an article ends after a body unit, by what the three units before and after it share."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._rare: list[set[str]] = []
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
        least = min(len(left), len(right))
        if not least:
            return 0.0
        return max(-MOST, min(MOST, (_MEAN - len(left & right) / least) * _SLOPE))

    def _read(self) -> None:
        """The pairs that stand in at least two units, and in few."""
        spread: Counter[str] = Counter()
        sets = []
        for text in self._texts:
            head = text[:_HEAD]
            own = set(map(str.__add__, head, head[1:]))
            spread.update(own)
            sets.append(own)
        most = max(3, len(sets) / 5)
        rare = {pair for pair, count in spread.items() if 1 < count <= most}
        self._rare = [own & rare for own in sets]
