"""A second look at where articles end, once each has its headline: unlikely ends are taken back.

The weights are a logistic regression over the ends that the first plan finds on pages whose articles are known
(`tests/training/fit_second_look.py`).
"""

from __future__ import annotations

import math

from transforms.layout.plans.plan import MOST_WEIGHED, Plan, Planner

_SHORT = 60  # characters: a line or two
_LIKELY = -1.2  # log odds: an end lost costs two articles, one too many costs one
KEPT = 3.0  # of an end on a page of one column width, which the weights do not know
WEIGHTS = {
    "base": -0.97,
    "odds": 0.41,
    "faint": 0.66,
    "left_own": 0.42,
    "topic": 0.33,
    "right_own": 0.48,
    "right_lead": 0.60,
    "right_in_left": -1.83,
    "left_in_right": -1.79,
    "right_late": 0.97,
    "left_late": 0.72,
    "both_over": -0.36,
    "over_late": -1.01,
    "right_bare": -0.71,
    "left_bare": 0.17,
    "left_size": 0.59,
    "right_size": 0.38,
    "right_short": -0.87,
    "score": 1.87,
    "far": 0.84,
    "signed": -1.01,
    "dated": -0.81,
    "gap": 0.05,
}


class SecondLook:
    """What a plan tells of each of its ends."""

    def __init__(self, planner: Planner, plan: Plan) -> None:
        self.planner = planner
        self.plan = plan
        self._end = len(planner.bodies)
        self._sizes = planner.sizes
        self._head = self._heads()
        self._late = [self._is_late(n) for n in range(len(plan.segments))]

    def _heads(self) -> list[int]:
        """For each segment the group among its headlines that shares most with it, -1 for none."""
        held: list[list[int]] = [[] for _ in self.plan.segments]
        for g, home in enumerate(self.plan.home):
            if home >= 0:
                held[home].append(g)
        return [
            max(groups, key=lambda g: self.planner.shares.of(g, *segment)) if groups else -1
            for groups, segment in zip(held, self.plan.segments, strict=True)
        ]

    def _is_late(self, n: int) -> bool:
        """The headline of this segment was set after the last text of the page."""
        head = self._head[n]
        return head >= 0 and self.planner.groups[head].slot == self._end

    def _is_over(self, n: int) -> bool:
        """The headline of this segment stands over its first text."""
        head = self._head[n]
        return head >= 0 and self.planner.groups[head].slot == self.plan.segments[n][0]

    def _share(self, head: int, first: int, last: int) -> float:
        return self.planner.shares.of(head, first, last) if head >= 0 else 0.0

    def odds(self, n: int) -> float:
        """Log odds that an article ends with segment n, which is not the last."""
        told = sum(WEIGHTS[name] * value for name, value in self.features(n).items())
        return self.planner.varied * told + (1 - self.planner.varied) * KEPT

    def features(self, n: int) -> dict[str, float]:
        """What speaks for the end of segment n and against it, by name."""
        (first, last), (start, end) = self.plan.segments[n], self.plan.segments[n + 1]
        left, right = self._head[n], self._head[n + 1]
        cut = self.planner.cuts[last].features
        others = len(self.plan.segments) - 2
        late = (sum(self._late) - self._late[n] - self._late[n + 1]) / others if others else 0.0
        size = self._sizes[end + 1] - self._sizes[start]
        over = self._is_over(n + 1)
        return {
            "base": 1.0,
            "odds": self.planner.base[last],
            "faint": min(0.0, self.planner.base[last] + 2),
            "left_own": self._share(left, first, last),
            "topic": self.planner.cohesion.of(last),
            "right_own": self._share(right, start, end),
            "right_lead": self._share(right, start, min(end, start + 1)),
            "right_in_left": self._share(right, first, last),
            "left_in_right": self._share(left, start, end),
            "right_late": float(self._late[n + 1]),
            "left_late": float(self._late[n]),
            "both_over": float(over and self._is_over(n)),
            "over_late": over * late,
            "right_bare": float(right < 0),
            "left_bare": float(left < 0 <= right),
            "left_size": math.log(self._sizes[last + 1] - self._sizes[first] + 1) - 6,
            "right_size": math.log(size + 1) - 6,
            "right_short": float(size < _SHORT),
            "score": self.plan.score[right] if right >= 0 else 0.0,
            "far": float("width_far" in cut),
            "signed": float("signed" in cut),
            "dated": float("dateline" in cut),
            "gap": cut.get("gap", 0.0),
        }


def looked_over(planner: Planner, plan: Plan) -> Plan:
    """The plan without the ends that are unlikely in its light, and its headlines given out anew."""
    if not planner.varied or len(plan.segments) > MOST_WEIGHED:
        return plan
    look = SecondLook(planner, plan)
    gone = [last for n, (_, last) in enumerate(plan.segments[:-1]) if look.odds(n) < _LIKELY]
    return planner.without(plan, gone) if gone else plan
