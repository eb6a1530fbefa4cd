"""Articles and headlines of a page found together: where the articles end, and which headline is whose.

A cut between two articles has odds of its own; a headline left over asks for one more, an article without a headline
for one less. Cuts are added and taken back one at a time, the best first, and the headlines are assigned anew over
the whole page.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from transforms.layout.assign import assign
from transforms.layout.cohesion import MOST, Cohesion
from transforms.layout.kinds import BODY, CREDIT, OPEN, Kind
from transforms.layout.segments import Cut
from transforms.layout.shares import Shares

OVER, UNDER = 0.30, 0.22
LEFT_OVER = 3.0  # what a headline without an article costs, in log odds
LEAN = 0.1  # a headline that leans to neither side says nothing of the place between them
WEAK = 0.2
OWN = 0.7
PART = 0.5
SUBHEADING, SERIES = 0.3, 1.5
INNER = 0.0  # it stands between two articles and may be a subheading of the lower one
NO_HEADLINE = 3.0
CONTRAST, NO_CONTRAST = 5.0, 0.6
FAINTEST = -5.5  # cuts less likely than this are never tried
DOUBT = 2.5  # cuts less clear than this are weighed by the text around them
SUREST = 2.2  # cuts surer than this are never taken back
PICTURE = 0.6
LEAD_ODDS, EVEN_ODDS = 3.1, 1.8
_MOST_MOVES = 24
MOST_WEIGHED = 80  # headline groups, or articles: of more than these nothing is searched


@dataclass(slots=True)
class Group:
    """Open lines with no empty line between them; `slot` is the number of body units before them."""

    indices: list[int]
    items: list[Kind]
    slot: int
    late: bool = False

    @property
    def text(self) -> str:
        return "".join(k.text for k in self.items)

    @property
    def is_picture(self) -> bool:
        return any(k.label == "picture" for k in self.items)


@dataclass(slots=True)
class Plan:
    """Which cuts are on, the segments as (first, last) body unit, for each group its segment (-1: none) and score.

    `beside` is the segment of the group next to one that has none; `inner` are groups that are subheadings.
    """

    on: list[bool]
    segments: list[tuple[int, int]] = field(default_factory=list)
    home: list[int] = field(default_factory=list)
    score: list[float] = field(default_factory=list)
    beside: list[int] = field(default_factory=list)
    inner: frozenset[int] = frozenset()


def groups_of(kinds: Sequence[Kind]) -> list[Group]:
    """The groups of open lines that may be headlines."""
    groups: list[Group] = []
    slot = 0
    for i, kind in enumerate(kinds):
        if kind.kind == BODY:
            slot += 1
        elif kind.kind == OPEN and kind.label not in ("opening", "box"):
            last = groups[-1] if groups else None
            if last and last.indices[-1] == i - 1 and last.items[-1].unit.chunk == kind.unit.chunk:
                last.indices.append(i)
                last.items.append(kind)
            else:
                groups.append(Group([i], [kind], slot))
    for n, group in enumerate(groups):
        group.late = group.slot == slot and n > 0 and groups[n - 1].slot == slot
    return groups


class Planner:
    """The search for the best plan of one page."""

    def __init__(self, kinds: Sequence[Kind], cuts: Sequence[Cut], groups: Sequence[Group]) -> None:
        self.kinds = kinds
        self.bodies = [i for i, k in enumerate(kinds) if k.kind == BODY]
        texts = [kinds[i].text for i in self.bodies]
        self.base = [_log_odds(c.probability) for c in cuts]
        self.cohesion = Cohesion(texts)
        self.groups = groups
        self.cuts = cuts
        self.varied = cuts[0].varied if cuts else 0.0
        self.sizes = [0, *accumulate(map(len, texts))]  # characters before each body unit, and in all
        self.pictures = self._picture_slots()
        on = [odds > 0 if abs(odds) > DOUBT else self.odds(cut) > 0 for cut, odds in enumerate(self.base)]
        runs, n = [], 0
        for i in range(len(self.bodies)):
            n += bool(i and on[i - 1])
            runs.append(n)
        self.shares = Shares([g.text for g in groups], texts, runs)
        self.plan = self._assigned(on)

    def search(self) -> Plan:
        """The plan after the moves that better it."""
        if len(self.groups) > MOST_WEIGHED or len(self.plan.segments) > MOST_WEIGHED:
            return self._settled()
        for _ in range(_MOST_MOVES):
            gain, cut = max(self._splits() + self._merges(), default=(0.0, -1))
            if gain <= 0:
                break
            on = list(self.plan.on)
            on[cut] = not on[cut]
            self.plan = self._assigned(on)
        return self._settled()

    def without(self, plan: Plan, gone: Sequence[int]) -> Plan:
        """The plan with these cuts taken back."""
        on = list(plan.on)
        for cut in gone:
            on[cut] = False
        self.plan = self._assigned(on)
        return self._settled()

    def _settled(self) -> Plan:
        """The plan, with what stands next to each group that got no segment."""
        self.plan.beside = [self.beside(g) if home < 0 else -1 for g, home in enumerate(self.plan.home)]
        return self.plan

    def odds(self, cut: int) -> float:
        """The log odds of a cut, with what the text on its sides tells."""
        return self.base[cut] + self.cohesion.of(cut)

    def beside(self, g: int) -> int:
        """The segment of the group next to leftover group g, the one that shares more of its words; -1 for none."""
        best, home = 0.0, -1
        for step in (-1, 1):
            other = g + step
            while 0 <= other < len(self.groups) and self.groups[other].slot == self.groups[g].slot:
                segment = self.plan.home[other]
                if segment >= 0:
                    share = self.shares.of(g, *self.plan.segments[segment]) + 0.01
                    if share > best:
                        best, home = share, segment
                    break
                other += step
        return home

    def _picture_slots(self) -> list[bool]:
        """For each body unit whether a photographer's credit follows before the next one."""
        following = [*self.bodies[1:], len(self.kinds)]
        return [
            any(k.kind == CREDIT for k in self.kinds[a + 1 : b]) for a, b in zip(self.bodies, following, strict=True)
        ]

    def _assigned(self, on: list[bool]) -> Plan:
        """The assignment of headline groups to the segments that these cuts make."""
        ends = [i for i, cut in enumerate(on) if cut] + [len(self.bodies) - 1]
        starts = [0, *(e + 1 for e in ends[:-1])]
        segments = list(zip(starts, ends, strict=True))
        live = [g for g, group in enumerate(self.groups) if self._is_live(group, on)]
        home, score = [-1] * len(self.groups), [0.0] * len(self.groups)
        if live and len(live) <= MOST_WEIGHED and len(segments) <= MOST_WEIGHED:
            worth = [[self._gain(g, first, last) for first, last in segments] for g in live]
            for row, column in enumerate(assign([_relative(w) for w in worth] if len(live) > len(segments) else worth)):
                if column >= 0:
                    home[live[row]] = column
                    score[live[row]] = _score(worth, row, column)
        elif live:
            for g in live:
                home[g] = min(sum(s < self.groups[g].slot for s in starts), len(segments) - 1)
                score[g] = 0.3
        return Plan(on, segments, home, score)

    def _is_live(self, group: Group, on: Sequence[bool]) -> bool:
        return group.slot in (0, len(self.bodies)) or on[group.slot - 1]

    def _gain(self, g: int, first: int, last: int) -> float:
        """What it is worth to give group g to the article of units first to last."""
        group = self.groups[g]
        value = self.shares.of(g, first, last)
        if group.slot == first:
            value += OVER
        elif group.slot == last + 1 and not group.late:
            value += UNDER
        if group.is_picture:
            value += PICTURE if last - first < 8 and any(self.pictures[first : last + 1]) else -PICTURE / 2
        return value

    def _holder(self, segment: int) -> int:
        """The group that a segment has, -1 for none."""
        return self.plan.home.index(segment) if segment in self.plan.home else -1

    def _splits(self) -> list[tuple[float, int]]:
        """Cuts that are off, each with what turning it on would gain."""
        spare = [g for g, home in enumerate(self.plan.home) if self._is_spare(g, home)]
        by_slot: dict[int, list[int]] = {}
        for g, group in enumerate(self.groups):
            if 0 < group.slot < len(self.bodies) and not self.plan.on[group.slot - 1]:
                by_slot.setdefault(group.slot, []).append(g)
        wants = {g: self._want(g) for g in spare[:_MOST_MOVES]}
        found = []
        for number, (first, last) in enumerate(self.plan.segments):
            holder = -2
            for cut in range(first, last):
                beside = by_slot.get(cut + 1, [])
                if (not spare and not beside) or self.base[cut] + MOST < FAINTEST or self.odds(cut) < FAINTEST:
                    continue
                if holder == -2:
                    holder = self._holder(number)
                options = [self._contrast(g, holder, first, cut, last) + wants[g] for g in wants]
                options += [self._contrast(g, holder, first, cut, last) - self._subheading(cut) for g in beside]
                options += [self._contrast(b, a, first, cut, last) for a, b in pairwise(beside)]
                best = max(options)
                found.append((self.odds(cut) + best, cut))
        return found

    def _is_spare(self, g: int, home: int) -> bool:
        """A headline without an article, or with one that shares hardly a word with it."""
        if home < 0:
            return self._is_live(self.groups[g], self.plan.on)
        return not self.groups[g].is_picture and self.shares.of(g, *self.plan.segments[home]) < WEAK

    def _subheading(self, cut: int) -> float:
        """What speaks for open lines at a cut being a subheading: others like them in the column."""
        features = self.cuts[cut].features
        return SUBHEADING + SERIES * features.get("varied_same", 0.0) * min(1.0, features.get("siblings", 0.0))

    def _contrast(self, g: int, holder: int, first: int, cut: int, last: int) -> float:
        """How clearly group g is one side's and the segment's own group the other's."""
        if holder < 0:
            return -LEFT_OVER
        shares = self.shares.of
        lean = shares(g, cut + 1, last) - shares(g, first, cut)
        if abs(lean) < LEAN:
            return -LEFT_OVER
        against = shares(holder, first, cut) - shares(holder, cut + 1, last)
        if lean * (lean + against) <= 0:
            return -LEFT_OVER
        return CONTRAST * (abs(lean + against) - NO_CONTRAST)

    def _want(self, g: int) -> float:
        """What leaving group g without an article costs: little where it may be part of the headline next to it."""
        if 0 < self.groups[g].slot < len(self.bodies):
            return INNER
        for other in (g - 1, g + 1):
            if 0 <= other < len(self.groups) and self.groups[other].slot == self.groups[g].slot:
                home = self.plan.home[other]
                if home >= 0 and self._is_best(g, home):
                    return PART
        return LEFT_OVER

    def _is_best(self, g: int, segment: int) -> bool:
        """No other segment shares more of the words of group g."""
        held = [self.shares.of(g, first, last) for first, last in self.plan.segments]
        return held[segment] >= 0.3 and held[segment] >= max(held)

    def _merges(self) -> list[tuple[float, int]]:
        """Cuts that are on between articles one of which has no headline, each with what taking it back would gain."""
        plan = self.plan
        held = {home for home in plan.home if home >= 0}
        if len(plan.segments) < 2 or not held:
            return []
        wish = NO_HEADLINE * len(held) / len(plan.segments)
        found = []
        for n in range(len(plan.segments) - 1):
            cut = plan.segments[n][1]
            if self.base[cut] > SUREST or (n in held and n + 1 in held):
                continue
            found.append((wish - self.odds(cut), cut))
        return found


def _relative(row: Sequence[float]) -> list[float]:
    """A group's gains against its best: of more groups than articles, those that would go far from home stay out."""
    best = max(row)
    return [value - OWN * best for value in row]


def _log_odds(probability: float) -> float:
    p = min(max(probability, 1e-9), 1 - 1e-9)
    return math.log(p / (1 - p))


def _score(worth: Sequence[Sequence[float]], group: int, segment: int) -> float:
    """How sure a link is, as measured on pages whose headlines are known.

    What tells is how far the group is ahead of every other group for the article, and whether there is one group for
    each article.
    """
    other = max([worth[g][segment] for g in range(len(worth)) if g != group] + [0.0])
    lead = max(-0.5, min(0.8, worth[group][segment] - other))
    even = len(worth) == len(worth[0])
    return round(1 / (1 + math.exp(-(LEAD_ODDS * lead + EVEN_ODDS * even))), 4)
