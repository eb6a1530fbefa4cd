"""What a place between two paragraphs has in common with others: the parts of an article open and close alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from transforms.layout.kinds.kind import BYLINE, CREDIT, EDITOR, INSIDE, OPEN, SIGNED, Kind
from transforms.layout.wording.end_marks import is_closed

_DASHED = re.compile("——")
_LEADS_IN = re.compile("——\\Z")
_SAYS = re.compile("[，：！？]")
_NUMBERED = re.compile(
    r"[一二三四五六七八九十]+[、.．]|[①-⑳]|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十]+[章节条]|\d+[.．、]"
)
_MARKS = (
    ("B", ("byline", "byline_bare")),
    ("S", ("signed",)),
    ("D", ("dateline",)),
    ("O", ("open",)),
    ("L", ("leads_in",)),
    ("P", ("apart",)),
)
_MARKING = frozenset(name for _, names in _MARKS for name in names)
_TELLS = frozenset("signed credit dateline open byline byline_bare section caption".split())
_MOST = 3
_WRAPPED = 0.2  # share of paragraphs of several lines on pages whose lines were wrapped, at the least
_NEAR = 3
_UNTOLD = 0.5  # openings taken to be otherwise, so that one alone decides little

Features = dict[str, float]


def part_features(
    kinds: Sequence[Kind], bodies: Sequence[int], columns: Sequence[int], found: Sequence[Features]
) -> None:
    """Add to the features of each place between body units what its neighbours in the same column tell of it."""
    _openings(kinds, bodies, found)
    _edges(kinds, bodies, found)
    _pictured(kinds, bodies, found)
    _parallels(columns, found)
    _rivals(columns, found)


def _openings(kinds: Sequence[Kind], bodies: Sequence[int], found: Sequence[Features]) -> None:
    """Empty lines, which tell little where every paragraph has one; what the lines between are like."""
    places = list(pairwise(bodies))
    touching = [not kinds[b].unit.gap for a, b in places if b == a + 1]
    close = sum(touching) / len(touching) if touching else 0.0
    for (a, b), features in zip(places, found, strict=True):
        if kinds[a + 1].unit.gap:
            features["gap"] = close
        elif b == a + 1:
            features["touching"] = 1.0
        opens = [k for k in kinds[a + 1 : b] if k.kind == OPEN and k.label not in INSIDE]
        if opens:
            features["text_touching"] = float(not kinds[b].unit.gap)
            features["deck"] = float(any(_DASHED.match(k.text) for k in opens))
            features["says"] = float(any(_SAYS.search(k.text) for k in opens))
            features["leads_in"] = float(any(_LEADS_IN.search(k.text) for k in opens))
            features["apart"] = float("byline" in features and len({k.unit.chunk for k in opens}) > 1)
            features["numbered"] = float(any(_NUMBERED.match(k.text) for k in opens))


def is_wrapped(kinds: Sequence[Kind], bodies: Sequence[int]) -> bool:
    """Whether the lines of this page were wrapped: else each paragraph is one line."""
    return sum(kinds[i].unit.n_lines > 1 for i in bodies) > len(bodies) * _WRAPPED


def heads_over(kinds: Sequence[Kind], bodies: Sequence[int]) -> float:
    """How far headlines stand right over their texts: the share of lines over a text that no empty line parts from it.

    Lines over a text with a dateline or a byline are asked where there are any, else all under an empty line.
    """
    dated, others = [], []
    for a, b in pairwise([-1, *bodies]):
        top = next((i for i in range(a + 1, b) if kinds[i].kind == OPEN and kinds[i].label not in INSIDE), None)
        if top is None:
            continue
        touching = not any(k.unit.gap for k in kinds[top + 1 : b + 1])
        if kinds[b].head or any(k.kind == BYLINE for k in kinds[top:b]):
            dated.append(touching)
        elif kinds[top].unit.gap:
            others.append(touching)
    told = dated or others
    return sum(told) / (len(told) + _UNTOLD)


def _edges(kinds: Sequence[Kind], bodies: Sequence[int], found: Sequence[Features]) -> None:
    """How the paragraphs at a place end and open.

    One without a full stop is what an article puts under its headline; a line alone is seldom its first or last words,
    but where every paragraph is one line, in a text that was never wrapped, that says nothing.
    """
    wrapped = is_wrapped(kinds, bodies)
    for (a, b), features in zip(pairwise(bodies), found, strict=True):
        left, right, between = kinds[a], kinds[b], kinds[a + 1 : b]
        open_end = right.unit.n_lines > 1 and not is_closed(_said(right))
        features["lead_below"] = float(open_end and not between)
        features["lead_apart"] = float(open_end and bool(between))
        features["lead_above"] = float(left.unit.n_lines > 1 and not is_closed(_said(left)))
        features["line_below"] = float(wrapped and right.unit.n_lines == 1)
        features["line_above"] = float(wrapped and left.unit.n_lines == 1 and not between)
        features["trails"] = float(bool(between) and left.text.rstrip("”").endswith("……"))
        features["editor"] = float(any(k.kind == SIGNED and EDITOR.match(k.text) for k in between))


def _said(kind: Kind) -> str:
    """The text of a paragraph without the byline that closes it."""
    return kind.text[: kind.foot.start].rstrip() if kind.foot and kind.foot.start else kind.text


def _pictured(kinds: Sequence[Kind], bodies: Sequence[int], found: Sequence[Features]) -> None:
    """A picture with a text of its own: one paragraph, and a photographer's credit under it."""
    ends = [*bodies[1:], len(kinds)]
    for a, b, features in zip(bodies[1:], ends[1:], found, strict=True):
        features["pictured"] = float(any(k.kind == CREDIT for k in kinds[a + 1 : b]))


def _parallels(columns: Sequence[int], found: Sequence[Features]) -> None:
    """Within a run of one width: how many other places have the same marks, as the parts of one article do."""
    runs = _runs(columns)
    keyed = [(run, _keys(f), f) for (run, after), f in zip(pairwise(runs), found, strict=True) if run == after]
    counts = Counter([(run, key) for run, keys, _ in keyed for key in keys])
    for run, keys, features in keyed:
        for key in keys:
            features[f"within_{key}"] = 1.0
            features[f"again_{key}"] = float(min(_MOST, counts[run, key] - 1))


def _keys(features: Features) -> list[str]:
    """The marks of a place, each alone and with a headline-like line."""
    if _MARKING.isdisjoint(features):
        return []
    marks = [mark for mark, names in _MARKS if any(map(features.get, names))]
    return [*marks, *(mark + "O" for mark in marks if mark != "O" and "O" in marks)]


def _runs(columns: Sequence[int]) -> list[int]:
    """For each body unit the number of its run of one width."""
    runs, run, last = [], 0, 0
    for width in columns:
        if width:
            run += bool(last and abs(width - last) > _NEAR)
            last = width
        runs.append(run)
    return runs


def _rivals(columns: Sequence[int], found: Sequence[Features]) -> None:
    """Of the places where a change of width may lie, those with nothing between yield to one that has something."""
    groups: dict[int, list[Features]] = {}
    told = -1
    for n, features in enumerate(found):
        told = n if columns[n] else told
        if "loose_far" in features or "loose_near" in features:
            groups.setdefault(told, []).append(features)
    for group in groups.values():
        if any(_TELLS & f.keys() for f in group):
            for features in group:
                if not _TELLS & features.keys():
                    features["rival"] = 1.0
