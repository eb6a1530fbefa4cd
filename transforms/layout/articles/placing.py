"""Every unit of a page to its article, once the articles and their headlines are planned."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.layout.articles.build import Draft
from transforms.layout.ends.told_by_words import is_letter, is_reported
from transforms.layout.headlines.groups import Group
from transforms.layout.kinds.kind import BODY, BYLINE, CAPTION, CREDIT, NOISE, OPEN, SIGNED, Kind
from transforms.layout.plans.plan import Plan
from transforms.layout.wording.shared_pairs import pairs

_STRAYS = 20
_TOOK_PART = re.compile("参与|协助|采写|采访|综合|整理|作者|电")


def draft_articles(kinds: Sequence[Kind], groups: Sequence[Group], plan: Plan) -> list[Draft]:
    """The articles of a plan, each with its units in the order of the page."""
    drafts = [Draft([]) for _ in plan.segments]
    segment_of = [n for n, (first, last) in enumerate(plan.segments) for _ in range(first, last + 1)]
    homes = _homes(groups, plan, len(segment_of), segment_of)
    group_of = {i: g for g, group in enumerate(groups) for i in group.indices}
    slot = 0
    zone: list[int] = []
    for i, kind in enumerate(kinds):
        if kind.kind != BODY:
            zone.append(i)
            continue
        _share_zone(kinds, zone, slot, segment_of, drafts, homes, group_of)
        zone = []
        drafts[segment_of[slot]].items.append(kind)
        slot += 1
    _share_zone(kinds, zone, slot, segment_of, drafts, homes, group_of)
    for g, group in sorted(enumerate(groups), key=lambda numbered: numbered[1].deck):
        home, headline = homes[g]
        if headline:
            drafts[home].groups.insert(0 if group.leads else len(drafts[home].groups), group.items)
            score = plan.score[g] if plan.home[g] >= 0 else None
            if score is not None:
                old = drafts[home].score
                drafts[home].score = score if old is None else min(old, score)
    _captions_home(kinds, drafts)
    return drafts


def _homes(groups: Sequence[Group], plan: Plan, n: int, segment_of: Sequence[int]) -> list[tuple[int, bool]]:
    """For each group its article, and whether it is part of the headline or a subheading in it."""
    found: list[tuple[int, bool]] = []
    for g, group in enumerate(groups):
        if plan.home[g] >= 0:
            found.append((plan.home[g], True))
        elif g in plan.inner or (0 < group.slot < n and not plan.on[group.slot - 1]):
            found.append((segment_of[group.slot], False))
        else:
            found.append(_beside(g, groups, plan, n, segment_of))
    return found


def _beside(g: int, groups: Sequence[Group], plan: Plan, n: int, segment_of: Sequence[int]) -> tuple[int, bool]:
    """The article of a group that got none: that of the group next to it, or the one that it stands over."""
    slot = groups[g].slot
    above = segment_of[slot - 1] if slot else -1
    below = segment_of[slot] if slot < n else -1
    neighbour = plan.beside[g]
    if neighbour >= 0:
        if groups[g].deck:
            return neighbour, True
        between = slot not in (0, n)
        if not between or neighbour != below or _stands_under(g, groups, plan, below):
            return neighbour, True
    if below >= 0:
        return below, below not in plan.home
    return above, above not in plan.home


def _stands_under(g: int, groups: Sequence[Group], plan: Plan, below: int) -> bool:
    """No group of the lower article stands over group g, between the same two articles."""
    return not any(o.slot == groups[g].slot and plan.home[i] == below for i, o in enumerate(groups[:g]))


def _share_zone(
    kinds: Sequence[Kind],
    zone: Sequence[int],
    slot: int,
    segment_of: Sequence[int],
    drafts: Sequence[Draft],
    homes: Sequence[tuple[int, bool]],
    group_of: dict[int, int],
) -> None:
    """What stands between two body units: what closes goes up, what opens goes down."""
    above = drafts[segment_of[slot - 1]] if slot else None
    below = drafts[segment_of[slot]] if slot < len(segment_of) else None
    opened = False
    following = kinds[zone[-1] + 1] if zone and below is not None else None
    for i in zone:
        kind = kinds[i]
        if kind.kind == NOISE:
            continue
        if i in group_of:
            home, headline = homes[group_of[i]]
            opened = opened or drafts[home] is below
            if not headline:
                drafts[home].items.append(kind)
            continue
        closes = kind.kind in (SIGNED, CREDIT, CAPTION) and not (opened and kind.kind == CAPTION)
        closes = closes or (not opened and kind.kind == BYLINE and _signs_above(kinds, i, following, above))
        target = (above or below) if closes else (below or above)
        if target is not None:
            target.items.append(kind)
            opened = opened or (target is below and kind.kind in (OPEN, BYLINE))


def _signs_above(kinds: Sequence[Kind], i: int, following: Kind | None, above: Draft | None) -> bool:
    """A byline that closes what is over it: what follows has its own writers or agency, or a headline of its own.

    An article that names its writers already needs no other byline over one that is signed at its end.
    """
    if following is None:
        return True
    below = kinds[i + 1]
    if not kinds[i].unit.gap and below.unit.gap:
        return True
    if is_reported(kinds[i]) and is_letter(kinds, i + 1):
        return True
    bare = above is not None and not any(kind.kind == BYLINE or kind.head for kind in above.items)
    if bare and kinds[i].unit.gap and below.unit.gap and _is_signed_at_end(kinds, i + 1):
        return True
    head = following.head
    return head is not None and (head.writers.roles > 0 or (head.dateline and not str(head.outlet).startswith("本")))


def _is_signed_at_end(kinds: Sequence[Kind], at: int) -> bool:
    """The paragraphs from unit `at` on have whoever wrote them under them, and not only who took part in it."""
    under = next((i for i in range(at, len(kinds)) if kinds[i].kind != BODY), at)
    if under in (at, len(kinds)) or kinds[under].kind != SIGNED:
        return False
    return bool(kinds[under].foot) and not _TOOK_PART.search(kinds[under].text)


def _captions_home(kinds: Sequence[Kind], drafts: Sequence[Draft]) -> None:
    """A caption goes to the article that shares most of its words where it stands among headlines.

    Elsewhere one leaves its article for another that shares far more.
    """
    captions = [i for i, k in enumerate(kinds) if k.kind == CAPTION]
    if len(drafts) < 2 or not 0 < len(captions) <= _STRAYS:
        return
    texts = [_text(d) for d in drafts]
    for i in captions:
        words = pairs(kinds[i].text)
        home = next((n for n, draft in enumerate(drafts) if kinds[i] in draft.items), -1)
        if _among_headlines(kinds, i):
            counts = [sum(text.count(w) for w in words) / (len(text) + 400) for text in texts]
            best = max(range(len(drafts)), key=counts.__getitem__)
            adrift = counts[best] > 0
        else:
            shared = [sum(w in text for w in words) for text in texts]
            best = max(range(len(drafts)), key=shared.__getitem__)
            adrift = shared[best] * 2 >= len(words) and (home < 0 or shared[home] * 2 < shared[best])
        if adrift and best != home:
            if home >= 0:
                drafts[home].items[:] = [k for k in drafts[home].items if k is not kinds[i]]
            drafts[best].items.append(kinds[i])


def _among_headlines(kinds: Sequence[Kind], i: int) -> bool:
    near = [kinds[j] for j in (i - 1, i + 1) if 0 <= j < len(kinds)]
    return all(k.kind in (OPEN, NOISE) for k in near)


def _text(draft: Draft) -> str:
    return "".join(k.text for k in draft.items if k.kind == BODY)[:8000]
