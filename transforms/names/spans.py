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


def counted(texts: Sequence[str], rows: Sequence[Sequence[NameSpan]], kind: str) -> Counter[str]:
    """How often each name of a kind is found in the texts, the one found first at the head."""
    return Counter(
        [text[start:end] for text, row in zip(texts, rows, strict=True) for start, end, what in row if what == kind]
    )
