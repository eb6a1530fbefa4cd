"""Texts that open as a paper's own news and end with an author's name: two articles, as no article does both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from transforms.layout.kinds.kind import SIGNED, Kind

_AUTHOR = re.compile(r"[（(](?:本文)?作者(?:为|系|是|单位|简介|[：:])")


def of_two_writers(kinds: Sequence[Kind], bodies: Sequence[int], ends: Sequence[bool]) -> Iterator[range]:
    """Runs of places between body units, one of which ends an article: from under a dateline to over an author's name.

    `ends` tells for each place whether an article is known to end there.
    """
    dated = -1
    for n, (unit, below) in enumerate(pairwise([*bodies, len(kinds)])):
        head = kinds[unit].head
        if head is not None and head.dateline:
            dated = n
        if 0 <= dated < n and _is_by_author(kinds, unit, below):
            yield range(dated, n)
            dated = -1
        if n < len(ends) and ends[n]:
            dated = -1


def _is_by_author(kinds: Sequence[Kind], unit: int, below: int) -> bool:
    """An author is named at the end of a body unit, or between it and the one below."""
    foot = kinds[unit].foot
    named = foot is not None and _AUTHOR.match(kinds[unit].text, foot.start)
    return bool(named) or any(k.kind == SIGNED and _AUTHOR.match(k.text) for k in kinds[unit + 1 : below])
