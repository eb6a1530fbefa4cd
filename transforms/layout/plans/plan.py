"""Articles and headlines of a page found together: where the articles end, and which headline is whose.

A cut between two articles has odds of its own; the headlines are assigned to the articles that the cuts make, over the
whole page (`search` looks for better cuts).
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from transforms.layout.ends.cuts import Cut
from transforms.layout.ends.told_by_words import ENDS, is_correction
from transforms.layout.ends.two_writers import of_two_writers
from transforms.layout.headlines.groups import Group
from transforms.layout.headlines.under_texts import ends_over_headlines
from transforms.layout.kinds.kind import BODY, CREDIT, OPEN, Kind
from transforms.layout.plans.assignment import assign
from transforms.layout.wording.cohesion import Cohesion
from transforms.layout.wording.shared_pairs import Shares, pairs

OVER, UNDER = 0.30, 0.22
OWN = 0.7
PICTURE = 0.6
DOUBT = 2.5  # cuts less clear than this are weighed by the text around them
_UNSURE = 0.3
_MANY, _MOSTLY = 5, 3  # headlines set together, and so many times those that stand over a text
LEAD_ODDS, EVEN_ODDS = 3.1, 1.8
MOST_WEIGHED = 80  # headline groups, or articles: of more than these nothing is searched


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


class Planner:
    """The plans of one page."""

    def __init__(self, kinds: Sequence[Kind], cuts: Sequence[Cut], groups: Sequence[Group]) -> None:
        self.kinds = kinds
        self.bodies = [i for i, k in enumerate(kinds) if k.kind == BODY]
        texts = [kinds[i].text for i in self.bodies]
        self.base = [_log_odds(c.probability) for c in cuts]
        ends = [n for n, odds in enumerate(self.base) if odds > DOUBT]
        self.cohesion = Cohesion([self._said(i) for i in self.bodies], ends)
        for run in of_two_writers(kinds, self.bodies, [odds > 0 for odds in self.base]):
            self.base[max(run, key=self.odds)] = _log_odds(ENDS)
        self.groups = groups
        self.cuts = cuts
        self._corrections = list(map(is_correction, texts))
        self.varied = cuts[0].varied if cuts else 0.0
        self.far = self._stand_far()
        self.sizes = [0, *accumulate(map(len, texts))]  # characters before each body unit, and in all
        self.pictures = self._picture_slots()
        on = [odds > 0 if abs(odds) > DOUBT else self.odds(cut) > 0 for cut, odds in enumerate(self.base)]
        runs, n = [], 0
        for i in range(len(self.bodies)):
            n += bool(i and on[i - 1])
            runs.append(n)
        self.shares = Shares([g.text for g in groups], texts, runs)
        for cut in ends_over_headlines(groups, self.shares, on):
            self.base[cut], on[cut] = max(self.base[cut], _log_odds(ENDS)), True
        self.plan = self._assigned(on)

    def with_cut(self, cut: int) -> Plan:
        """The plan with this cut turned over, which is the plan from now on."""
        on = list(self.plan.on)
        on[cut] = not on[cut]
        self.plan = self._assigned(on)
        return self.plan

    def without(self, plan: Plan, gone: Sequence[int]) -> Plan:
        """The plan with these cuts taken back."""
        on = list(plan.on)
        for cut in gone:
            on[cut] = False
        self.plan = self._assigned(on)
        return self.settled()

    def settled(self) -> Plan:
        """The plan, with what stands next to each group that got no segment."""
        self.plan.beside = [self.beside(g) if home < 0 else -1 for g, home in enumerate(self.plan.home)]
        return self.plan

    def odds(self, cut: int) -> float:
        """The log odds of a cut, with what the text on its sides tells."""
        return self.base[cut] + self.cohesion.of(cut)

    def beside(self, g: int) -> int:
        """The segment of the group next to leftover group g, the one that shares more of its words; -1 for none.

        A group that leads to a headline or is the deck of one shares its words with that, too, wherever it stands.
        """
        best, home = 0.0, -1
        if self.groups[g].leads or self.groups[g].deck:
            return self._told_by(g)
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

    def _told_by(self, g: int) -> int:
        """The segment with a headline that shares most of the words of group g, in headlines and subheadings too.

        A deck stands under its headline, or right over its text, but where a dump tore them apart.
        """
        own = pairs(self.groups[g].text)
        opens = [i for i, kind in enumerate(self.kinds) if kind.kind == OPEN]
        worth = []
        for segment in {home for home in self.plan.home if home >= 0}:
            first, last = self.plan.segments[segment]
            inside = [self.kinds[i].text for i in opens if self.bodies[first] < i < self.bodies[last]]
            inside += [self.groups[o].text for o, home in enumerate(self.plan.home) if home == segment]
            shared = len(own & pairs("\n".join(inside))) / max(1, len(own))
            worth.append((self.shares.of(g, first, last) + shared + OVER * self._holds_deck(g, segment), segment))
        return max(worth, default=(0.0, -1))[1]

    def _holds_deck(self, g: int, segment: int) -> bool:
        """Group g is a deck, and right over it stands the headline of this segment, or right under it the text."""
        slot = self.groups[g].slot
        over = g > 0 and self.groups[g - 1].slot == slot and self.plan.home[g - 1] == segment
        return self.groups[g].deck and (over or self.plan.segments[segment][0] == slot > 0)

    def _stand_far(self) -> bool:
        """Whether the headlines are set together away from their texts, so that a line over one is its subheading."""
        far = sum(group.late for group in self.groups)
        over = sum(not g.late and 0 < g.slot <= len(self.cuts) and self.base[g.slot - 1] > 0 for g in self.groups)
        return far >= _MANY and far >= _MOSTLY * over

    def _said(self, i: int) -> str:
        """The text of a body unit without the byline that opens it."""
        head = self.kinds[i].head
        return self.kinds[i].text[head.end :] if head and head.start == 0 else self.kinds[i].text

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
        live = [g for g, group in enumerate(self.groups) if self.is_live(group, on)]
        home, score = [-1] * len(self.groups), [0.0] * len(self.groups)
        if live and len(live) <= MOST_WEIGHED and len(segments) <= MOST_WEIGHED:
            takers = self._takers(segments, live)
            worth = [[self._gain(g, *segments[n]) for n in takers] for g in live]
            for row, column in enumerate(assign([_relative(w) for w in worth] if len(live) > len(takers) else worth)):
                if column >= 0:
                    home[live[row]] = takers[column]
                    score[live[row]] = _score(worth, row, column)
        elif live:
            for g in live:
                home[g] = min(bisect_left(starts, self.groups[g].slot), len(segments) - 1)
                score[g] = _UNSURE
        for g, group in enumerate(self.groups):
            bare = group.deck and group.slot in starts and starts.index(group.slot) not in home
            if bare:
                home[g], score[g] = starts.index(group.slot), _UNSURE
        return Plan(on, segments, home, score)

    def _takers(self, segments: Sequence[tuple[int, int]], live: Sequence[int]) -> list[int]:
        """The segments that may have a headline: a correction that says so itself has none but one of its own."""
        titled = any(self.groups[g].corrects for g in live)
        every = [n for n, (first, _) in enumerate(segments) if titled or not self._corrections[first]]
        return every or list(range(len(segments)))

    def is_live(self, group: Group, on: Sequence[bool]) -> bool:
        """Whether a group may head an article where these cuts are on: no lead or deck, at a page's end or a cut."""
        return not (group.leads or group.deck) and (group.slot in (0, len(self.bodies)) or on[group.slot - 1])

    def _gain(self, g: int, first: int, last: int) -> float:
        """What it is worth to give group g to the article of units first to last."""
        group = self.groups[g]
        value = self.shares.of(g, first, last)
        if group.slot == first and not group.late:
            value += 0 if self.far else OVER
        elif group.slot == last + 1 and not group.late:
            value += UNDER
        if group.corrects:
            value += OWN * is_correction(self.kinds[self.bodies[first]].text)
        if group.is_picture:
            value += PICTURE if last - first < 8 and any(self.pictures[first : last + 1]) else -PICTURE / 2
        return value


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
