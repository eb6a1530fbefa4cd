"""Where one article ends and the next begins."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from transforms.layout.flow import Unit
from transforms.layout.kinds import BODY, BYLINE, CAPTION, CREDIT, NOISE, OPEN, SIGNED, Kind

_TAG = re.compile(r"[（(【][^（）()]{2,16}[）)】]\Z")
_DASHED = re.compile(r"^——|——\Z")
_OPENING = re.compile(r"(?:近日|日前|昨日|今日|昨天|今天|连日来|\d{1,2}月\d{1,2}日|\d{1,2}日|记者从|据|截至)")
_LOOK_BACK = 12


@dataclass(slots=True)
class Segment:
    """A run of units that are one article's; `heads` are open lines at its edges that may be headlines."""

    items: list[Kind] = field(default_factory=list)

    @property
    def bodies(self) -> list[Kind]:
        return [k for k in self.items if k.kind == BODY]


@dataclass(slots=True)
class Cut:
    """A place between two body units where the article may change, with what speaks for it."""

    left: int
    right: int
    zone: list[int]
    features: dict[str, float]
    probability: float = 0.0


WEIGHTS = {
    "base": -3.6,
    "width_far": 5.2,
    "width_near": 0.0,
    "width_same": -1.6,
    "loose_far": 2.5,
    "loose_near": 0.0,
    "signed": 3.0,
    "credit": 2.2,
    "dateline": 4.5,
    "writers": 2.5,
    "byline": 3.5,
    "byline_marked": 4.0,
    "opening_label": 2.5,
    "open": 0.7,
    "open_more": -0.5,
    "group": 0.8,
    "tag": 2.3,
    "dashed": 0.8,
    "opening": 1.0,
}


def cuts_of(kinds: Sequence[Kind]) -> list[Cut]:
    """Every place between two body units, with the probability that an article ends there."""
    bodies = [i for i, k in enumerate(kinds) if k.kind == BODY]
    trust = _width_trust([kinds[i].unit for i in bodies])
    cuts = []
    for left, right in zip(bodies, bodies[1:], strict=False):
        zone = list(range(left + 1, right))
        cut = Cut(left, right, zone, _features(kinds, left, right, zone, trust))
        cut.probability = _logistic(sum(WEIGHTS[k] * v for k, v in cut.features.items()))
        cuts.append(cut)
    return cuts


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, x))))


def _width_trust(units: Sequence[Unit]) -> float:
    """How far a change of column width tells on this page: 1 where neighbours mostly share theirs, 0 where they never do."""
    told = [u.width for u in units if u.n_lines >= 3 and u.width]
    if len(told) < 4:
        return 0.5
    same = sum(abs(a - b) <= 1 for a, b in zip(told, told[1:], strict=False)) / (len(told) - 1)
    return max(0.0, min(1.0, (same - 0.3) / 0.3))


def _features(kinds: Sequence[Kind], left: int, right: int, zone: Sequence[int], trust: float) -> dict[str, float]:
    a, b = kinds[left], kinds[right]
    between = [kinds[i] for i in zone]
    found = {"base": 1.0}
    found.update(_width_features(kinds, left, right, trust))
    if (a.foot and a.foot.start) or any(k.kind == SIGNED for k in between):
        found["signed"] = 1.0
    if any(k.kind == CREDIT for k in between):
        found["credit"] = 1.0
    if b.head:
        found["dateline"] = 1.0
        found["writers"] = float(b.head.writers.roles > 0)
    if any(k.kind == BYLINE for k in between):
        found["byline"] = 1.0
        found["byline_marked"] = float(any(k.kind == BYLINE and k.text[0] in "□■◎●" for k in between))
    if any(k.label == "opening" for k in between):
        found["opening_label"] = 1.0
    opens = [k for k in between if k.kind == OPEN and k.label not in ("opening", "box")]
    if opens:
        found["open"] = 1.0
        found["open_more"] = float(min(2, len({k.unit.chunk for k in opens}) - 1))
        found["group"] = float(min(2, len(opens) - len({k.unit.chunk for k in opens})))
        found["tag"] = float(any(_TAG.search(text) for text in _chunk_texts(opens)))
        found["dashed"] = float(any(_DASHED.search(k.text) for k in opens))
    if _OPENING.match(b.text):
        found["opening"] = 1.0
    return found


def _chunk_texts(opens: Sequence[Kind]) -> list[str]:
    texts: dict[int, str] = {}
    for kind in opens:
        texts[kind.unit.chunk] = texts.get(kind.unit.chunk, "") + kind.text
    return list(texts.values())


def _width_features(kinds: Sequence[Kind], left: int, right: int, trust: float) -> dict[str, float]:
    """How the column changes; where lines between two columns tell none, the change may be at any of them."""
    before, steps_before = _width_near(kinds, left, -1)
    after, steps_after = _width_near(kinds, right, 1)
    if not before or not after:
        return {}
    steps = steps_before + steps_after
    change = abs(before - after)
    kind = "far" if change > 3 else "near" if change > 1 else "same"
    if kind == "same" or not steps:
        return {f"width_{kind}": trust}
    return {f"loose_{kind}": trust / (1 + steps)}


def _width_near(kinds: Sequence[Kind], at: int, step: int) -> tuple[int, int]:
    """The column width of the nearest body unit that tells it, and how many units away that is."""
    steps = 0
    for n in range(_LOOK_BACK):
        i = at + n * step
        if not 0 <= i < len(kinds):
            break
        unit = kinds[i].unit
        if kinds[i].kind == BODY:
            if unit.width and unit.n_lines >= 2:
                return unit.width, steps
            steps += 1
    return 0, steps


def split(kinds: Sequence[Kind], cuts: Sequence[Cut], threshold: float = 0.5) -> tuple[list[Segment], list[list[int]]]:
    """Segments, and the indices of open lines that stand at their edges, by group, in the order of the page."""
    bodies = [i for i, k in enumerate(kinds) if k.kind == BODY]
    segments: list[Segment] = []
    edges: list[int] = []
    if not bodies:
        segment = Segment([k for k in kinds if k.kind not in (OPEN, NOISE)])
        return ([segment] if segment.items else []), _groups(kinds, [i for i, k in enumerate(kinds) if k.kind == OPEN])
    current = Segment()
    _open_zone(kinds, range(bodies[0]), current, edges)
    current.items.append(kinds[bodies[0]])
    for cut in cuts:
        if cut.probability < threshold:
            current.items.extend(kinds[i] for i in cut.zone if kinds[i].kind != NOISE)
        else:
            following = Segment()
            _share_zone(kinds, cut.zone, current, following, edges)
            segments.append(current)
            current = following
        current.items.append(kinds[cut.right])
    _share_zone(kinds, range(bodies[-1] + 1, len(kinds)), current, None, edges)
    segments.append(current)
    return segments, _groups(kinds, edges)


def _open_zone(kinds: Sequence[Kind], zone: Sequence[int], segment: Segment, edges: list[int]) -> None:
    for i in zone:
        kind = kinds[i]
        if kind.kind == OPEN and kind.label not in ("opening", "box"):
            edges.append(i)
        elif kind.kind != NOISE:
            segment.items.append(kind)


def _share_zone(
    kinds: Sequence[Kind], zone: Sequence[int], before: Segment, after: Segment | None, edges: list[int]
) -> None:
    """What stands between two articles: what closes goes up, what opens goes down, open lines wait for the joining."""
    seen_open = False
    for i in zone:
        kind = kinds[i]
        if kind.kind == NOISE:
            continue
        if kind.kind == OPEN and (kind.label not in ("opening", "box") or after is None):
            edges.append(i)
            seen_open = True
        elif after is None or (kind.kind in (SIGNED, CREDIT, CAPTION) and not (seen_open and kind.kind == CAPTION)):
            before.items.append(kind)
        else:
            after.items.append(kind)


def _groups(kinds: Sequence[Kind], edges: Sequence[int]) -> list[list[int]]:
    """Open lines that follow each other with no empty line between them."""
    groups: list[list[int]] = []
    for i in edges:
        if (
            groups
            and groups[-1][-1] == i - 1
            and kinds[i].unit.gap == 0
            and kinds[i].unit.chunk == kinds[i - 1].unit.chunk
        ):
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups
