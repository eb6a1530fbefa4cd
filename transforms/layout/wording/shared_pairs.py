"""How much a headline shares with a run of paragraphs: pairs of characters, the rarer on the page the better."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from transforms.layout.wording.character_pairs import Numbers, pair_number, placed_pairs

_CLEAN = re.compile(r"[\W_]+")
TAG = re.compile(r"[（(【][^（）()]{2,24}[）)】]\Z")
_MOST_TEXT = 4000
_SLOTS = 1 << 14
_LEAD = 1.0
_INSIDE = 0.75  # a headline takes its words from the opening of its article


def pairs(text: str) -> set[str]:
    """The pairs of neighbouring characters of a text, none across a mark or a blank."""
    found: set[str] = set()
    for part in _CLEAN.split(text):
        found.update(map(str.__add__, part, part[1:]))
    return found


def _slots(numbers: Numbers) -> Numbers:
    return (numbers ^ numbers >> 16) & (_SLOTS - 1)


def _places(every: Sequence[str], units: Sequence[str]) -> dict[str, list[int]]:
    """The units that hold each of these pairs, in order."""
    found, unit_of = placed_pairs([unit[:_MOST_TEXT] for unit in units])
    known = np.array([pair_number(pair) for pair in every], dtype=np.int64)
    likely = np.zeros(_SLOTS, dtype=bool)  # a search for every pair of the text would cost more than all the rest
    likely[_slots(known)] = True
    seen = np.flatnonzero(likely[_slots(found)])
    numbers = np.searchsorted(known, found[seen])
    hits = np.append(known, -1)[numbers] == found[seen]
    held = np.unique(numbers[hits] * len(units) + unit_of[seen[hits]])
    places: dict[str, list[int]] = {}
    for number, unit in zip((held // len(units)).tolist(), (held % len(units)).tolist(), strict=True):
        places.setdefault(every[number], []).append(unit)
    return places


class Shares:
    """Shares between headline groups and runs of body units, which `of` gives in [0, 1].

    `runs` is a first guess of the articles, as the number of each unit's article: what many articles say weighs little.
    """

    def __init__(self, heads: Sequence[str], units: Sequence[str], runs: Sequence[int]) -> None:
        own = [sorted(pairs(TAG.sub("", head))) for head in heads]
        every = set().union(*own)
        places = _places(sorted(every), units)
        total = len(set(runs)) or 1
        spread = {pair: len({runs[i] for i in at}) for pair, at in places.items()}
        absent = math.log(1 + total) * 0.5
        weights = {pair: math.log(1 + total / spread[pair]) if pair in spread else absent for pair in every}
        self._found = [[(weights[p], places[p]) for p in pairs_ if p in places] for pairs_ in own]
        self._known: dict[tuple[int, int, int], float] = {}
        self._total = [sum(weights[p] for p in pairs_) or 1.0 for pairs_ in own]

    def of(self, head: int, first: int, last: int) -> float:
        """The share of headline group `head` that the units `first` to `last` hold."""
        key = head, first, last
        if key not in self._known:
            self._known[key] = self._measured(head, first, last)
        return self._known[key]

    def _measured(self, head: int, first: int, last: int) -> float:
        held = 0.0
        for weight, at in self._found[head]:
            n = bisect_left(at, first)
            if n < len(at) and at[n] <= last:
                held += weight * (_LEAD if at[n] <= first + 1 else _INSIDE)
        return held / self._total[head]
