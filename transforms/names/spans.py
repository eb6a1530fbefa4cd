"""A name where it stands in a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple


class NameSpan(NamedTuple):
    """Half-open span of a name in its paragraph; `kind` is person, place or organization."""

    start: int
    end: int
    kind: str


def counted(texts: Sequence[str], rows: Sequence[Sequence[NameSpan]], *kinds: str) -> Counter[str]:
    """How often each name of these kinds is found in the texts, the one found first at the head."""
    return Counter(
        [text[start:end] for text, row in zip(texts, rows, strict=True) for start, end, kind in row if kind in kinds]
    )


def has_people(row: Sequence[NameSpan]) -> bool:
    """Whether a paragraph names people, whom most steps are about."""
    return "person" in [kind for _, _, kind in row]


def laid_over(row: list[NameSpan], new: Sequence[NameSpan]) -> list[NameSpan]:
    """`row` with the spans of `new`, each in place of those that it covers; one that cuts another is left out."""
    out: list[NameSpan] = []
    rest = iter(row)
    span = next(rest, None)
    for fresh in new:
        while span and span.end <= fresh.start:
            out.append(span)
            span = next(rest, None)
        covered = []
        while span and span.start < fresh.end:
            covered.append(span)
            span = next(rest, None)
        free = not out or out[-1].end <= fresh.start  # else it cuts one that an earlier one has cut
        whole = free and all(fresh.start <= s.start and s.end <= fresh.end for s in covered)
        out += [fresh] if whole else covered
    return out + ([span] if span else []) + list(rest)
