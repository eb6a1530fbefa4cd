"""The search for the best plan of a page: ends of articles are added and taken back one at a time, the best first.

A headline left over asks for one article more, an article without a headline for one less. The weights are a logistic
regression over the ends that could be added on the way, on pages whose articles are known
(`tests/training/fit_splits.py`).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from transforms.layout.plans.headlines_left import INNER, LEFT_OVER, PART, WEAK, Wants
from transforms.layout.plans.plan import DOUBT, MOST_WEIGHED, Plan, Planner
from transforms.layout.weights.sums import weighed
from transforms.layout.wording.cohesion import MOST

LEAN = 0.1  # a headline that leans to neither side says nothing of the place between them
HOLDS = 0.15  # a headline holds the text right under it
SUBHEADING, SERIES = 0.3, 1.5
LONE = -0.5  # an article has two subheadings or none
QUOTED, SAID, QUOTATION = re.compile("“[^“”]+”"), 0.7, 3.0
SHORT, LINES = 1.0, 60  # an article is seldom of fewer characters
NO_HEADLINE = 3.0
CONTRAST, NO_CONTRAST = 5.0, 0.6
FAINTEST = -6.5  # cuts less likely than this are never tried
SUREST = 2.2  # cuts surer than this are never taken back
_LIKELY = -1.7  # log odds where a second look follows: it takes back what is unlikely in the light of the whole page
_MOST_MOVES = 24
_TURNS = 2
_MANY = 5  # headlines under one that stands under the last text
WEIGHTS = {
    "base": -0.56,
    "odds": 0.73,
    "faint": -0.24,
    "contrast": 2.42,
    "sure": -0.10,
    "left_own": -0.99,
    "left_in_right": -0.84,
    "bare": -0.12,
    "beside": 0.91,
    "late": 0.60,
    "part": 1.22,
    "inner": 1.15,
    "spare": -0.37,
    "left_size": 0.25,
    "right_size": 0.13,
    "likelier": -0.81,
    "lead": 0.29,
    "between": 0.71,
    "open": -1.87,
}


class Claim(NamedTuple):
    """A headline group that asks for an end: how clearly (`contrast`), the group that keeps the text above, and how.

    `want` is what leaving the group without an article would cost, 0 for one that stands at the place itself.
    """

    contrast: float
    group: int
    holder: int
    beside: bool
    want: float


class Split(NamedTuple):
    """An end that could be added after body unit `cut`, with what speaks for it."""

    cut: int
    told: float
    features: dict[str, float]


class Search:
    """The moves that better a plan."""

    def __init__(self, planner: Planner) -> None:
        self.planner = planner
        self.groups = planner.groups
        self._end = len(planner.bodies)
        self._loose = self._is_loose()
        self._wants = Wants(planner)
        self._decks = {group.slot: g for g, group in enumerate(self.groups) if group.deck}

    def _is_loose(self) -> bool:
        """Whether empty lines part even lines of one headline where many are set together, as a deck alone tells."""
        late = [group for group in self.groups if group.late]
        return len(late) >= _MANY and any(group.deck for group in late) and all(len(g.items) == 1 for g in late)

    def plan(self) -> Plan:
        """The plan after the moves that better it."""
        planner = self.planner
        if len(self.groups) > MOST_WEIGHED or len(planner.plan.segments) > MOST_WEIGHED:
            return planner.settled()
        turned: Counter[int] = Counter()  # a move may be taken back once; more, and they would turn in circles
        for _ in range(_MOST_MOVES):
            moves = [(self.gain(split), split.cut) for split in self.splits()]
            gain, cut = max((m for m in moves + self._merges() if turned[m[1]] < _TURNS), default=(0.0, -1))
            if gain <= 0:
                break
            turned[cut] += 1
            planner.with_cut(cut)
        return planner.settled()

    def gain(self, split: Split) -> float:
        """What adding the end is worth: learnt, but by rule as far as the page has one column width."""
        learnt = weighed(split.features, WEIGHTS)
        varied = self.planner.varied
        return varied * (learnt - _LIKELY) + (1 - varied) * split.told

    def splits(self) -> Iterator[Split]:
        """The ends that a headline asks for."""
        plan = self.planner.plan
        spare = [g for g, home in enumerate(plan.home) if self._is_spare(g, home)]
        wants = self._wants.of(spare[:_MOST_MOVES])
        at = self._inner_groups()
        for number, (first, last) in enumerate(plan.segments):
            asked = range(first, last) if spare else [cut for cut in range(first, last) if cut + 1 in at]
            odds = self._not_faint(asked)
            holder = self._holder(number) if odds else -1
            for cut in odds:
                asking = {} if self._loose and odds[cut] < -DOUBT else wants
                claim = max(self._claims(asking, at.get(cut + 1, []), holder, first, cut, last), default=None)
                if claim is None:
                    continue
                features = self._features(claim, first, cut, last)
                likelier = [other for c, other in odds.items() if other >= odds[cut] and c != cut]
                rest = max((other for c, other in odds.items() if c != cut), default=FAINTEST)
                features["likelier"] = math.log1p(len(likelier))
                features["lead"] = odds[cut] - rest
                features["spare"] = float(min(3, len(spare)))
                told = odds[cut] + claim.contrast - SHORT * self._leaves_a_line(first, cut, last)
                yield Split(cut, told, features)

    def _leaves_a_line(self, first: int, cut: int, last: int) -> bool:
        """Whether one of the two articles would be a line or two."""
        sizes = self.planner.sizes
        return min(sizes[cut + 1] - sizes[first], sizes[last + 1] - sizes[cut + 1]) < LINES

    def _not_faint(self, cuts: Iterable[int]) -> dict[int, float]:
        """The odds of these cuts that are not too low; the text around most of the others need not be asked."""
        base = self.planner.base
        odds = {cut: self.planner.odds(cut) for cut in cuts if base[cut] + MOST >= FAINTEST}
        return {cut: told for cut, told in odds.items() if told >= FAINTEST}

    def _inner_groups(self) -> dict[int, list[int]]:
        """The groups that stand inside an article, by the body unit under them."""
        found: dict[int, list[int]] = {}
        for g, group in enumerate(self.groups):
            if 0 < group.slot < self._end and not self.planner.plan.on[group.slot - 1]:
                found.setdefault(group.slot, []).append(g)
        return found

    def _claims(
        self, wants: dict[int, float], beside: Sequence[int], holder: int, first: int, cut: int, last: int
    ) -> Iterator[Claim]:
        """Every group that may open an article after the cut."""
        for g, want in wants.items():
            yield Claim(self._contrast(g, holder, first, cut, last) + want, g, holder, False, want)
        for g in beside:
            contrast = self._contrast(g, holder, first, cut, last) - self._subheading(g, first, cut, last)
            yield Claim(contrast, g, holder, True, 0.0)
        deck = self._decks.get(first, -1)
        if deck >= 0 and holder >= 0:
            want = self._want_over(wants, first, cut, last)
            yield Claim(self._contrast(holder, deck, first, cut, last) + want, holder, deck, False, want)
        for upper, lower in pairwise(beside):
            yield Claim(self._contrast(lower, upper, first, cut, last), lower, upper, True, 0.0)

    def _want_over(self, wants: dict[int, float], first: int, cut: int, last: int) -> float:
        """What leaving the headline of a deck without an article costs: one that shares more with the upper text."""
        shares = self.planner.shares.of
        return max((w for g, w in wants.items() if shares(g, first, cut) > shares(g, cut + 1, last)), default=0.0)

    def _features(self, claim: Claim, first: int, cut: int, last: int) -> dict[str, float]:
        planner, holder = self.planner, claim.holder
        odds, sizes = planner.odds(cut), planner.sizes
        contrast = claim.contrast / CONTRAST
        return {
            "base": 1.0,
            "odds": odds,
            "faint": min(0.0, odds + 3),
            "contrast": contrast,
            "sure": contrast * odds,
            "left_own": planner.shares.of(holder, first, cut) if holder >= 0 else 0.0,
            "left_in_right": planner.shares.of(holder, cut + 1, last) if holder >= 0 else 0.0,
            "bare": float(holder < 0),
            "beside": float(claim.beside),
            "late": float(self.groups[claim.group].slot == self._end),
            "part": float(claim.want == PART),
            "inner": float(claim.want == INNER and not claim.beside),
            "left_size": math.log(sizes[cut + 1] - sizes[first] + 1) - 6,
            "right_size": math.log(sizes[last + 1] - sizes[cut + 1] + 1) - 6,
            "between": float(bool(planner.cuts[cut].zone)),
            "open": planner.cuts[cut].features.get("open", 0.0),
        }

    def _holder(self, segment: int) -> int:
        """The group that a segment has, -1 for none."""
        home = self.planner.plan.home
        return home.index(segment) if segment in home else -1

    def _is_spare(self, g: int, home: int) -> bool:
        """A headline without an article, or with one that shares hardly a word with it."""
        planner = self.planner
        if home < 0:
            return planner.is_live(self.groups[g], planner.plan.on)
        return not self.groups[g].is_picture and planner.shares.of(g, *planner.plan.segments[home]) < WEAK

    def _subheading(self, g: int, first: int, cut: int, last: int) -> float:
        """What speaks for open lines at a cut being a subheading: others like them in the article or the column.

        Words in quotation marks that the text has, too, are what someone in it says.
        """
        if QUOTED.fullmatch(self.groups[g].text) and self._says(g, cut, last):
            return QUOTATION
        if sum(first < group.slot <= last for group in self.groups) == 1:
            return LONE
        features = self.planner.cuts[cut].features
        return SUBHEADING + SERIES * features.get("varied_same", 0.0) * min(1.0, features.get("siblings", 0.0))

    def _says(self, g: int, cut: int, last: int) -> bool:
        """Whether the text under a cut has nearly all the words of group g."""
        return self.planner.shares.of(g, cut + 1, last) >= SAID

    def _contrast(self, g: int, holder: int, first: int, cut: int, last: int) -> float:
        """How clearly group g is one side's and the segment's own group the other's."""
        if holder < 0:
            return -LEFT_OVER
        shares = self.planner.shares.of
        lean = shares(g, cut + 1, last) - shares(g, first, cut)
        if abs(lean) < LEAN:
            return -LEFT_OVER
        over = self.groups[holder].slot == first and not self.groups[holder].late
        if lean < 0 and over:
            return -LEFT_OVER  # the text right under a headline is its own
        against = shares(holder, first, cut) - shares(holder, cut + 1, last) + HOLDS * over
        if lean * (lean + against) <= 0:
            return -LEFT_OVER
        return CONTRAST * (abs(lean + against) - NO_CONTRAST)

    def _merges(self) -> list[tuple[float, int]]:
        """Cuts that are on between articles one of which has no headline, each with what taking it back would gain."""
        plan = self.planner.plan
        held = {home for home in plan.home if home >= 0}
        if len(plan.segments) < 2 or not held:
            return []
        wish = NO_HEADLINE * len(held) / len(plan.segments)
        found = []
        for n in range(len(plan.segments) - 1):
            cut = plan.segments[n][1]
            if self.planner.base[cut] > SUREST or (n in held and n + 1 in held):
                continue
            found.append((wish - self.planner.odds(cut), cut))
        return found
