"""Headline groups to articles: one assignment over the whole page."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.layout.assign import assign
from transforms.layout.kinds import CREDIT, Kind
from transforms.layout.segments import Segment

_CLEAN = re.compile(r"[\W_]+")
_TAG = re.compile(r"[（(【][^（）()]{2,24}[）)】]\Z")
_MOST_TEXT = 8000
_LEAD = 240
_MOST = 90
OVER, UNDER = 0.30, 0.22


@dataclass(slots=True)
class Group:
    """A headline group: its units, and the segments it stands right over and right under, -1 where none."""

    items: list[Kind]
    over: int = -1
    under: int = -1

    @property
    def text(self) -> str:
        return "".join(_TAG.sub("", k.text) for k in self.items)


def profile(groups: Sequence[Group], texts: Sequence[str]) -> list[list[float]]:
    """For each group and each text how much of the group's words, weighted by their rarity, the text shares, in [0, 1]."""
    texts = [t[:_MOST_TEXT] for t in texts]
    grams = [_grams(g.text) for g in groups]
    every = {x for g in grams for x in g}
    places = [{x: at for x in every if (at := t.find(x)) >= 0} for t in texts]
    spread = Counter(x for p in places for x in p)
    n = len(texts)
    weight = {x: math.log(1 + n / spread[x]) if spread[x] else math.log(1 + n) * 0.6 for x in every}
    found = []
    for own in grams:
        total = sum(weight[x] for x in own) or 1.0
        found.append([sum(weight[x] * (1.0 if p[x] < _LEAD else 0.7) for x in own if x in p) / total for p in places])
    return found


def _grams(text: str) -> set[str]:
    grams: set[str] = set()
    for part in _CLEAN.split(text):
        grams.update(part[i : i + 2] for i in range(len(part) - 1))
    return grams


def gains(groups: Sequence[Group], segments: Sequence[Segment], shares: Sequence[Sequence[float]]) -> list[list[float]]:
    """What joining each group to each segment is worth: shared words, place, and a picture's title to a picture story."""
    found = []
    for group, row in zip(groups, shares, strict=True):
        values = list(row)
        if group.over >= 0:
            values[group.over] += OVER
        if group.under >= 0:
            values[group.under] += UNDER
        if any(k.label == "picture" for k in group.items):
            for i, segment in enumerate(segments):
                values[i] += 0.6 if is_picture_story(segment) else -0.3
        found.append(values)
    return found


def is_picture_story(segment: Segment) -> bool:
    """A short text with a photographer's credit."""
    return len(segment.bodies) <= 8 and any(k.kind == CREDIT for k in segment.items)


def join(groups: Sequence[Group], segments: Sequence[Segment], texts: Sequence[str]) -> list[tuple[int, float]]:
    """For each group its segment and the score of the link in [0, 1]; -1 where the page has no article left for it."""
    if not groups or not segments:
        return [(-1, 0.0)] * len(groups)
    if len(groups) > _MOST or len(segments) > _MOST:
        return [(g.over if g.over >= 0 else g.under, 0.3) for g in groups]
    worth = gains(groups, segments, profile(groups, texts))
    chosen = assign(worth)
    return [(s, _score(worth, i, s)) for i, s in enumerate(chosen)]


def _score(worth: Sequence[Sequence[float]], group: int, segment: int) -> float:
    """How sure a link is: what it is worth, and how far ahead it is of the next best for the group and for the segment."""
    if segment < 0:
        return 0.0
    row = worth[group]
    here = row[segment]
    rival = max([row[s] for s in range(len(row)) if s != segment] + [0.0])
    other = max([worth[g][segment] for g in range(len(worth)) if g != group] + [0.0])
    lead = here - max(rival, other)
    return round(1 / (1 + math.exp(-(5 * here + 4 * lead - 1.2))), 4)
