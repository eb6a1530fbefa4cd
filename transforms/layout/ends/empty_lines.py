"""What empty lines tell on a page whose paragraphs follow each other without any: there they part articles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from transforms.layout.kinds.kind import BODY, BYLINE, INSIDE, NOISE, OPEN, SIGNED, Kind
from transforms.layout.wording.end_marks import is_closed

_TOUCHING = 3  # paragraphs that follow each other, at the least
_WIDE, _FEW = 2, 3  # empty lines of a wide space; of such spaces on a page, at the least
_CLOSE, _CLOSER = 0.6, 0.8  # of them under no empty line, at the least


def part_articles(kinds: Sequence[Kind], bodies: Sequence[int], columns: bool) -> bool:
    """Whether most paragraphs of the page that follow each other have no empty line between them.

    Nearly all, where `columns` end with empty lines too.
    """
    touching = [not kinds[b].unit.gap for a, b in pairwise(bodies) if b == a + 1]
    return len(touching) >= _TOUCHING and sum(touching) >= (_CLOSER if columns else _CLOSE) * len(touching)


def end_columns(kinds: Sequence[Kind]) -> bool:
    """Whether empty lines stand inside paragraphs too, as where a column ends."""
    return any(above.unit.inner for above, _ in pairwise(kinds))  # the last may be a poem under the articles


def wide_spaces(kinds: Sequence[Kind]) -> frozenset[int]:
    """The units with more empty lines over them than most that have any: where there are several, articles part there.

    None are where paragraphs have as many inside.
    """
    gaps = [kind.unit.gap for kind in kinds if kind.unit.gap]
    wide = frozenset(i for i, kind in enumerate(kinds) if kind.unit.gap >= _WIDE)
    told = _FEW <= len(wide) < len(gaps) / 2 and all(kind.unit.inner < _WIDE for kind in kinds)
    return wide if told else frozenset()


def ends_at_gap(kinds: Sequence[Kind], left: int, right: int, columns: bool) -> bool:
    """Whether an empty line between two paragraphs of a page where they part articles is the end of one.

    It stands over the first line that may be a headline. A line alone between two empty lines may be a subheading set
    apart, but under who wrote the text. Where `columns` end with empty lines too, only headlines of more lines
    between two of them tell.
    """
    between = [k for k in kinds[left + 1 : right] if k.kind != NOISE]
    opens = [n for n, k in enumerate(between) if k.kind == OPEN and k.label not in INSIDE]
    under = kinds[right].unit.gap > 0
    if not opens:
        return not between and not columns and under and is_closed(kinds[left].text)
    over = any(k.unit.gap for k in between[: opens[0] + 1])
    signed = any(k.kind in (BYLINE, SIGNED) for k in between[: opens[0]])
    return over and (under and len(opens) > 1 if columns else len(opens) > 1 or not under or signed)


def lines_under_texts(kinds: Sequence[Kind]) -> list[Kind]:
    """Lines right under a text, with an empty line under them where these part articles: they head nothing."""
    bodies = [i for i, kind in enumerate(kinds) if kind.kind == BODY]
    if end_columns(kinds) or not part_articles(kinds, bodies, columns=False):
        return []
    return [
        kind
        for over, kind, under in zip(kinds, kinds[1:], [*kinds[2:], None], strict=False)
        if over.kind == BODY
        and kind.kind == OPEN
        and not (kind.unit.gap or kind.unit.role or kind.label)
        and (under is None or under.unit.gap)
    ]
