"""Where a title begins with what no list knows: a short name of a body, that of a firm behind its place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import rjieba

from transforms.names.lists import title_verbs
from transforms.names.paragraph import Paragraph

LONGEST_ODD = 4
EDGE = re.compile(r"[，。！？；：:,;!?“”‘’（）()《》\s…—·/∶]")
STOP_TAGS = ("p", "c", "u", "d", "r", "t", "y", "e", "x", "o")
_LONGEST_FIRM = 3  # characters of the name of a firm that no list knows
_NO_FIRM = frozenset("来去到回出上下见请让把是有为由说问找用派给")


def with_firm(paragraph: Paragraph, covered: Sequence[tuple[int, int]], start: int, head: int) -> int:
    """`start`, or where the place begins that a short name that no list knows parts from it: 某县|快达|快递总经理."""
    place = next((span for span in reversed(covered) if span[1] <= start), None)
    if place is None or not 1 < start - place[1] <= _LONGEST_FIRM or start == head:
        return start
    words = paragraph.words[bisect_left(paragraph.starts, place[1]) : bisect_left(paragraph.starts, start)]
    if [(len(word), tag) for word, tag, _ in words] == [(2, "d")]:
        return place[0]  # 某县|极速|快递总经理
    odd = not any(
        word in _NO_FIRM or tag.startswith((*STOP_TAGS, "m", "nr")) or _is_verb(word, tag) for word, tag, _ in words
    )
    return place[0] if odd and len(words) > 1 and len(words[0][0]) == 1 else start


def _is_verb(word: str, tag: str) -> bool:
    return word.isdecimal() or (tag == "v" and len(word) > 1 and rjieba.has_word(word) and word not in title_verbs())


def with_odd_start(paragraph: Paragraph, floor: int, start: int) -> int:
    """`start`, or where its clause begins if only a short piece of single characters stands between."""
    edge = max((m.end() for m in EDGE.finditer(paragraph.text, floor, start)), default=floor)
    if not 0 < start - edge <= LONGEST_ODD:
        return start
    first = bisect_left(paragraph.starts, edge)
    between = [t for t in paragraph.words[first : first + LONGEST_ODD] if edge <= t[2] < start]
    if any(tag == "x" for _, tag, _ in between) and paragraph.text[edge:start].isalpha():
        return edge  # 木荄|镇党委书记: a sign that no dictionary has is part of a name
    plain = between and not any(
        word == "是" or tag.startswith((*STOP_TAGS, "m")) or _is_verb(word, tag) for word, tag, _ in between
    )
    return edge if plain and len(between) > 1 and all(len(word) <= 2 for word, _, _ in between) else start
