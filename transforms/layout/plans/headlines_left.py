"""What a headline that has no article is worth: how much it asks for an end that would give it one."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.layout.headlines.groups import Group
from transforms.layout.plans.plan import Planner
from transforms.layout.wording.shared_pairs import TAG

LEFT_OVER = 3.0  # what a headline without an article costs, in log odds
SURE_OF_ONE = 1.0  # and more where nothing but the headlines tells of ends, and lines of others in its pile touch
PART = 0.5  # where it may be part of the one next to it
INNER = 0.0  # it stands between two articles and may be a subheading of the lower one
WEAK, AWAY = 0.2, 0.3
_PAIRS = 2
_SOME = 2
_WHOLE, _HALF = 0.3, 0.2  # of a line's words in the article of the headline next to it


class Wants:
    """What the headlines of a page ask for, as its plan is now."""

    def __init__(self, planner: Planner) -> None:
        self._planner = planner
        self._groups = planner.groups
        self._end = len(planner.bodies)
        self._untold = all(odds < 0 for odds in planner.base)

    def of(self, spare: Sequence[int]) -> dict[int, float]:
        """The headlines that may ask for an end, each with what leaving it without an article would cost: on a page
        that parts the lines of its headlines, none that may be a line of the one next to it."""
        halves = set(filter(self._is_half, spare))
        return {g: self._want(g) for g in spare if len(halves) < _PAIRS or g not in halves}

    def _is_half(self, g: int) -> bool:
        """Whether a line set with many others at the page's end may be one of the headline that the next one is of."""
        groups, home = self._groups, self._planner.plan.home
        if not groups[g].late or not _is_line(groups[g]):
            return False
        beside = [other for other in (g - 1, g + 1) if 0 <= other < len(home) and groups[other].slot == groups[g].slot]
        return any(home[at] >= 0 and _is_line(groups[at]) and self._is_best(g, home[at], _HALF) for at in beside)

    def _want(self, g: int) -> float:
        """What leaving group g without an article costs: little where it may be part of the headline next to it."""
        groups, home = self._groups, self._planner.plan.home
        if 0 < groups[g].slot < self._end:
            return LEFT_OVER if self._looks_away(g) or self._looks_up(g) else INNER
        for other in (g - 1, g + 1):
            beside = 0 <= other < len(groups) and groups[other].slot == groups[g].slot
            if beside and home[other] >= 0 and self._is_best(g, home[other], _WHOLE) and not self._set_whole(g, other):
                return PART
        return LEFT_OVER + SURE_OF_ONE * (self._untold and self._set_whole(g, g))

    def _looks_away(self, g: int) -> bool:
        """Whether most words of a group between two texts are in an article that touches it on neither side."""
        slot, shares = self._groups[g].slot, self._planner.shares.of
        held = [(shares(g, first, last), first <= slot <= last + 1) for first, last in self._planner.plan.segments]
        near = max((share for share, touches in held if touches), default=0.0)
        return near < WEAK and max(share for share, _ in held) >= AWAY

    def _looks_up(self, g: int) -> bool:
        """Whether a group of some lines between two texts, as no subheading has them, is of the upper one alone.

        Where that has its headline at the same place, the group may be a line of it.
        """
        slot, shares, plan = self._groups[g].slot, self._planner.shares.of, self._planner.plan
        if len(self._groups[g].items) < _SOME:
            return False
        over = next((n for n, (first, last) in enumerate(plan.segments) if first < slot <= last + 1), -1)
        under = next((last for first, last in plan.segments if first <= slot <= last), -1)
        beside = (o for o, group in enumerate(self._groups) if group.slot == slot and o != g)
        if over < 0 or under < 0 or any(plan.home[o] == over for o in beside):
            return False
        above, below = shares(g, plan.segments[over][0], slot - 1), shares(g, slot, under)
        return below < WEAK and above - below >= WEAK

    def _set_whole(self, g: int, other: int) -> bool:
        """Whether other headlines of the pile in which these two stand have lines that touch."""
        slot = self._groups[g].slot
        return any(len(o.items) > 1 for i, o in enumerate(self._groups) if o.slot == slot and i not in (g, other))

    def _is_best(self, g: int, segment: int, least: float) -> bool:
        """No other segment shares more of the words of group g, and it shares `least` of them."""
        held = [self._planner.shares.of(g, first, last) for first, last in self._planner.plan.segments]
        return held[segment] >= least and held[segment] >= max(held)


def _is_line(group: Group) -> bool:
    """A group of one line that no column's tag makes a headline by itself."""
    return len(group.items) == 1 and not TAG.search(group.text)
