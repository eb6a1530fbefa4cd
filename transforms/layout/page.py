"""A page's lines taken apart: blocks with roles, and the articles that they make."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.forms.line import Form
from transforms.layout.apart import Apart
from transforms.layout.build import Draft, build
from transforms.layout.flow import units_of
from transforms.layout.given import given_drafts
from transforms.layout.joining import Group, join, profile
from transforms.layout.kinds import BODY, CAPTION, NOISE, Kind, kinds_of
from transforms.layout.segments import Segment, cuts_of, split

_CAPTION_MOST = 24


def take_apart(form: Form) -> Apart:
    """The blocks and articles of a page; every character that is not blank is in exactly one block."""
    kinds = kinds_of(units_of(form))
    told = given_drafts(kinds)
    drafts, lost = told if told is not None else _guessed(kinds)
    noise = [(k, k.reason or "furniture") for k in kinds if k.kind == NOISE]
    return build(drafts, [*noise, *lost])


def _guessed(kinds: Sequence[Kind]) -> tuple[list[Draft], list[tuple[Kind, str]]]:
    segments, edges = split(kinds, cuts_of(kinds))
    segments = _captions_home(segments)
    groups = _place([[kinds[i] for i in group] for group in edges], segments)
    if not segments:
        return [], [(k, "headline with no article") for g in groups for k in g.items]
    texts = ["".join(k.text for k in s.items) for s in segments]
    links = join(groups, segments, texts)
    drafts = [Draft(list(s.items)) for s in segments]
    shares = profile(groups, texts)
    _spread(groups, links, shares, drafts)
    lost = [(k, "headline with no article") for g, (s, _) in zip(groups, links, strict=True) if s < 0 for k in g.items]
    return drafts, lost


def _captions_home(segments: list[Segment]) -> list[Segment]:
    """A lone short sentence between headlines is a caption: it goes to the article that shares its words."""
    small = [s for s in segments if _is_caption(s)]
    large = [s for s in segments if not _is_caption(s)]
    if not small or not large:
        return segments
    shares = profile([Group(s.items) for s in small], ["".join(k.text for k in s.items) for s in large])
    for segment, row in zip(small, shares, strict=True):
        before = max((i for i, s in enumerate(large) if s.items[0].unit.first < segment.items[0].unit.first), default=0)
        home = max(range(len(large)), key=lambda i: (row[i] + (0.05 if i == before else 0.0), i == before))
        for kind in segment.items:
            kind.kind = CAPTION
        large[home].items.extend(segment.items)
    return large


def _is_caption(segment: Segment) -> bool:
    only = segment.items[0]
    return (
        len(segment.items) == 1
        and only.kind == BODY
        and only.unit.n_lines == 1
        and len(only.text) <= _CAPTION_MOST
        and not only.head
        and not only.foot
    )


def _place(lines: Sequence[Sequence[Kind]], segments: Sequence[Segment]) -> list[Group]:
    """Headline groups, each with the article that it stands right over or under."""
    firsts = [s.items[0].unit.first for s in segments]
    lasts = [max(k.unit.last for k in s.items if k.kind != CAPTION or len(s.items) == 1) for s in segments]
    groups = []
    for items in lines:
        start, end = items[0].unit.first, items[-1].unit.last
        over = min((f, i) for i, f in enumerate(firsts) if f > end)[1] if any(f > end for f in firsts) else -1
        under = max((x, i) for i, x in enumerate(lasts) if x < start)[1] if any(x < start for x in lasts) else -1
        groups.append(Group(list(items), over, under))
    return groups


def _spread(
    groups: Sequence[Group],
    links: list[tuple[int, float]],
    shares: Sequence[Sequence[float]],
    drafts: Sequence[Draft],
) -> None:
    """Groups to their articles; one that got none goes with a neighbour's, where the two stand side by side."""
    for i, (home, _) in enumerate(links):
        if home >= 0:
            continue
        beside = [
            j for j in (i - 1, i + 1) if 0 <= j < len(groups) and links[j][0] >= 0 and _same_zone(groups[i], groups[j])
        ]
        if beside:
            best = max(beside, key=lambda j: shares[i][links[j][0]])
            links[i] = (links[best][0], links[best][1])
    for group, (home, score) in zip(groups, links, strict=True):
        if home >= 0:
            draft = drafts[home]
            draft.groups.append(group.items)
            draft.score = score if draft.score is None else min(draft.score, score)


def _same_zone(a: Group, b: Group) -> bool:
    return a.over == b.over and a.under == b.under
