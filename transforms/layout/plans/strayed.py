"""Headlines that a dump set inside the text of another article: each comes home to the news that has none."""

from __future__ import annotations

from transforms.layout.plans.plan import Plan, Planner

_OWN, _OTHER = 0.6, 0.2  # of a headline's pairs of characters: in its article at least, in the one around it at most


def brought_home(planner: Planner, plan: Plan) -> Plan:
    """The plan with each line inside an article that is of another's text alone given to that, where the other opens
    with a dateline and has no headline."""
    inside = [g for g, home in enumerate(plan.home) if home < 0 and not planner.is_live(planner.groups[g], plan.on)]
    for n in range(len(plan.segments)) if inside else ():
        if n in plan.home or not _opens_news(planner, plan.segments[n][0]):
            continue
        strays = [g for g in inside if plan.home[g] < 0 and _is_of(planner, plan, g, n)]
        if len(strays) == 1:
            plan.home[strays[0]], plan.score[strays[0]] = n, planner.shares.of(strays[0], *plan.segments[n])
    return plan


def _opens_news(planner: Planner, body: int) -> bool:
    head = planner.kinds[planner.bodies[body]].head
    return head is not None and head.start == 0 and head.dateline


def _is_of(planner: Planner, plan: Plan, g: int, segment: int) -> bool:
    """Whether a group stands between two paragraphs of another article and nearly all its words are of this one."""
    group, shares = planner.groups[g], planner.shares.of
    around = next(n for n, (first, last) in enumerate(plan.segments) if first <= group.slot <= last)
    if group.leads or group.deck or around == segment:
        return False
    return shares(g, *plan.segments[segment]) >= _OWN and shares(g, *plan.segments[around]) <= _OTHER
