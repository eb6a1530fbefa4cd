"""A headline over several items: what a digest, a round-up or a set of statements keeps under one title.

Its items have titles of their own in the column, so that each looks like an article; what tells is a headline that
matches none of them alone. The weights are a choice among the runs that a headline may own, learnt from pages whose
articles are known.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transforms.layout.ends.cuts import Cut
from transforms.layout.headlines.groups import Group
from transforms.layout.plans.plan import MOST_WEIGHED, Plan, Planner
from transforms.layout.weights.sums import weighed
from transforms.layout.weights.umbrellas import UNWRAPPED, WRAPPED

_LABEL = 6  # characters
_MATCHED = 0.25
_ALL, _MUCH, _NONE = 0.8, 0.5, 0.2
_MOST_SEGMENTS = 16
_ENOUGH = 0.4  # an umbrella missed leaves many false articles, one too many joins few
_MARKS = ("signed", "byline", "byline_bare", "dateline", "open")


@dataclass(frozen=True, slots=True)
class Run:
    """Segments `first` to `last` of a plan under headline group `head`; `titles` are the groups over the first item."""

    first: int
    last: int
    head: int
    titles: tuple[int, ...]


class Umbrellas:
    """The runs of a plan that a headline may own, and what speaks for each."""

    def __init__(self, planner: Planner, plan: Plan) -> None:
        self.planner = planner
        self.plan = plan
        self.groups: Sequence[Group] = planner.groups
        self.cuts: Sequence[Cut] = planner.cuts
        self.bodies = planner.bodies
        self._weights = WRAPPED if self.cuts and self.cuts[0].wrapped else UNWRAPPED
        self._shares: dict[int, list[float]] = {}
        self.at: dict[int, list[int]] = {}
        for g, group in enumerate(self.groups):
            if group.slot < len(self.bodies) and not group.is_picture:
                self.at.setdefault(group.slot, []).append(g)
        end = len(self.bodies)
        self._spare = sum(h < 0 for h, group in zip(plan.home, self.groups, strict=True) if group.slot == end)

    def runs(self) -> Iterator[Run]:
        """Every run of segments that hold items with titles, with each headline that may own it."""
        segments = self.plan.segments
        for first, (start, _) in enumerate(segments):
            for last in range(first, min(len(segments), first + _MOST_SEGMENTS)):
                opens, end = segments[last]
                if last > first and ((opens not in self.at and self._is_marked(opens)) or self._far(opens)):
                    break
                yield from self._owned(first, last, any(slot in self.at for slot in range(start + 1, end + 1)))

    def _owned(self, first: int, last: int, items: bool) -> Iterator[Run]:
        start, end = self.plan.segments[first][0], self.plan.segments[last][1]
        over = [t for t in self.at.get(start, []) if self._may_title(t, first, last)]
        if not items and not self.planner.varied:
            return
        for g, group in enumerate(self.groups):
            if group.is_picture or group.deck or self._is_own(g, first, last):
                continue
            if group.slot not in (start, end + 1, len(self.bodies)):
                continue
            titles = tuple(t for t in over if t != g and (group.slot != start or t > g))
            if (titles and (items or self._says_more(g, titles, start, end))) or (items and last > first):
                yield Run(first, last, g, titles)

    def _is_own(self, g: int, first: int, last: int) -> bool:
        """The headline of one article: one outside, a later item, or the first, with whose text alone it shares."""
        home = self.plan.home[g]
        if home >= 0 and home != first:
            return True
        if last == first:
            return False
        (start, _), (_, end) = self.plan.segments[first], self.plan.segments[last]
        shares = self._shares_of(g)
        over = self.groups[g].slot == start
        if over and shares[first] >= _ALL and max(shares[first + 1 : last + 1]) <= _NONE:
            return True
        return home == first and shares[first] >= _MUCH and self.planner.shares.of(g, start, end) <= shares[first]

    def _says_more(self, g: int, titles: Sequence[int], start: int, end: int) -> bool:
        """Group g shares more with these units than the groups over them, which many widths make needless to know."""
        shares = self.planner.shares.of
        return self.planner.varied == 1 or all(shares(g, start, end) >= shares(t, start, end) for t in titles)

    def _may_title(self, g: int, first: int, last: int) -> bool:
        """Group g belongs to no article outside the run, not even as a part of the headline next to it."""
        home = self.plan.home[g] if self.plan.home[g] >= 0 else self.plan.beside[g]
        return home < 0 or first <= home <= last

    def _far(self, slot: int) -> bool:
        """Another column begins at this body unit."""
        return "width_far" in self.cuts[slot - 1].features

    def _is_marked(self, slot: int) -> bool:
        """Something stands over this body unit."""
        return bool(self.cuts[slot - 1].zone)

    def odds(self, run: Run) -> float:
        """Log odds that the run is one article under its headline."""
        return weighed(self.features(run), self._weights)

    def features(self, run: Run) -> dict[str, float]:
        """What speaks for a run and against it, by name."""
        plan, group = self.plan, self.groups[run.head]
        start, end = plan.segments[run.first][0], plan.segments[run.last][1]
        shares = self._shares_of(run.head)
        held = self.planner.shares.of(run.head, start, end)
        outside = max([*shares[: run.first], *shares[run.last + 1 :]], default=0.0)
        inner = [slot for slot in range(start + 1, end + 1) if slot in self.at]
        items = len(inner) + bool(run.titles)
        text = group.text
        after = end + 1
        return {
            "base": 1.0,
            "label": float(len(text) <= _LABEL and held < _MATCHED),
            "short": float(len(text) <= _LABEL),
            "run": held,
            "gain": held - max(shares[run.first : run.last + 1]),
            "beyond": held - outside,
            "over": float(group.slot == start),
            "under": float(group.slot == after < len(self.bodies)),
            "items": float(min(items, 6)),
            "titled": float(bool(run.titles)),
            "length": min(2.0, (self.planner.sizes[after] - self.planner.sizes[start]) / items / 1000),
            "whole": float(run.last - run.first + 1 == len(plan.segments)),
            "varied": self.planner.varied,
            "signed": sum("signed" in self.cuts[s - 1].features for s in inner) / max(1, len(inner)),
            "next": float(after in self.at and not self._far(after)),
            "before": float(start > 0 and not self._far(start)),
            "left_far": float(start == 0 or self._far(start)),
            "tag": float(text.endswith(("）", ")"))),
            "words": min(len(text), 40) / 10,
            "surest": max(
                (self.planner.odds(s - 1) for s in range(start + 1, end + 1) if plan.on[s - 1]), default=-6.0
            ),
            "dated": sum("dateline" in self.cuts[s - 1].features for s in inner) / max(1, len(inner)),
            **self._alike(run),
            **self._page_style(run),
            "late": float(group.slot == len(self.bodies)),
            "unclaimed": float(plan.home[run.head] < 0),
            "leads": float(plan.home[run.head] == run.first),
            "rivals": float(min(2, self._rivals(run, start, end))),
            "spare": float(min(3, self._spare)),
        }

    def _alike(self, run: Run) -> dict[str, float]:
        """Whether the items of a run open and close in one way."""
        opens = [first for first, _ in self.plan.segments[run.first + 1 : run.last + 1]]
        marks = [tuple(name in self.cuts[s - 1].features for name in _MARKS) for s in opens]
        many = max(1, len(marks))
        return {
            "alike": sum(n - 1 for n in Counter(marks).values()) / many,
            "bylined": sum(bool(mark[1]) for mark in marks) / many,
            "bare": sum(s not in self.at for s in opens) / many,
        }

    def _page_style(self, run: Run) -> dict[str, float]:
        """Where the headlines of the other articles stand."""
        outside = [n for n in range(len(self.plan.segments)) if not run.first <= n <= run.last]
        late = over = 0
        for g, home in enumerate(self.plan.home):
            if home >= 0 and not run.first <= home <= run.last:
                late += self.groups[g].slot == len(self.bodies)
                over += self.groups[g].slot == self.plan.segments[home][0]
        many = max(1, len(outside))
        return {"others_late": late / many, "others_over": over / many}

    def _shares_of(self, head: int) -> list[float]:
        """What a headline group shares with each segment."""
        if head not in self._shares:
            self._shares[head] = [self.planner.shares.of(head, *segment) for segment in self.plan.segments]
        return self._shares[head]

    def _rivals(self, run: Run, start: int, end: int) -> int:
        """Other headlines from elsewhere on the page that have a segment of the run."""
        return sum(
            g != run.head and run.first <= home <= run.last and not start <= self.groups[g].slot <= end
            for g, home in enumerate(self.plan.home)
        )

    def best(self) -> list[Run]:
        """Runs that do not overlap: of each headline the likeliest, where it is likely to have any."""
        by_head: dict[int, list[tuple[float, Run]]] = {}
        for run in self.runs():
            by_head.setdefault(run.head, []).append((math.exp(min(30.0, self.odds(run))), run))
        chosen: list[tuple[float, Run]] = []
        for options in by_head.values():
            total = sum(weight for weight, _ in options)
            if total / (1 + total) >= _ENOUGH:
                chosen.append((total, max(options, key=lambda option: option[0])[1]))
        kept: list[Run] = []
        for _, run in sorted(chosen, key=lambda option: -option[0]):
            if all(run.last < other.first or other.last < run.first for other in kept):
                kept.append(run)
        return sorted(kept, key=lambda run: run.first)


def under_umbrellas(planner: Planner, plan: Plan) -> Plan:
    """The plan with the items of each umbrella joined; their titles become subheadings (`Plan.inner`)."""
    inline = any(0 < group.slot < len(planner.bodies) for group in planner.groups)
    if not inline or len(planner.groups) > MOST_WEIGHED or len(plan.segments) > MOST_WEIGHED:
        return plan
    for run in reversed(Umbrellas(planner, plan).best()):
        plan = _joined(planner.groups, plan, run)
    return plan


def _joined(groups: Sequence[Group], plan: Plan, run: Run) -> Plan:
    start, end = plan.segments[run.first][0], plan.segments[run.last][1]
    gone = run.last - run.first
    segments = [*plan.segments[: run.first], (start, end), *plan.segments[run.last + 1 :]]

    def moved(home: int) -> int:
        return home if home < run.first else max(run.first, home - gone)

    inside = {g for g, group in enumerate(groups) if start < group.slot <= end} | set(run.titles)
    home = [
        -1 if g in inside or (run.first <= h <= run.last) else moved(h) if h >= 0 else -1
        for g, h in enumerate(plan.home)
    ]
    home[run.head] = run.first
    return Plan(
        [on and not start <= cut < end for cut, on in enumerate(plan.on)],
        segments,
        home,
        plan.score,
        [-1 if h < 0 or run.first <= h <= run.last else moved(h) for h in plan.beside],
        plan.inner | inside,
    )
