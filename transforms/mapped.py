"""Text that was joined or cleaned, with a map back to the page as received."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

_LATIN_EDGE = re.compile(r"[A-Za-z]+\Z")
_LATIN_START = re.compile(r"[A-Za-z]+")
_WORD = 40  # letters of the longest word
_NEAR = 4000  # characters on either side where a word that a line's end broke may stand whole
_COUNTED = array("q", range(1 << 15))  # a copy of a part of it is several times faster than counting


class Mapped(NamedTuple):
    """`text`, and for each of its code points the place in `page.text` that it came from.

    Offsets rise strictly, so a span of the joined text is a span of the page: `span(i, j)` gives it, half open.
    """

    text: str
    offsets: array[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of `page.text` that holds `text[start:end]` (end > start)."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def cut(self, start: int, end: int) -> Mapped:
        """`text[start:end]`, with the places that it came from."""
        return Mapped(self.text[start:end], self.offsets[start:end])

    def lines(self) -> list[str]:
        """The text as it stands on the page: a new line begins where places were left out."""
        if not self.text or self.offsets[-1] - self.offsets[0] < len(self.text):
            return [self.text]
        breaks = [i for i, (a, b) in enumerate(pairwise(self.offsets), 1) if b > a + 1]
        return [self.text[a:b] for a, b in pairwise([0, *breaks, len(self.text)])]


def joined(upper: Mapped, lower: Mapped) -> Mapped:
    """Two runs that follow each other on the page as one."""
    return Mapped(upper.text + lower.text, upper.offsets + lower.offsets)


def join_lines(page_text: str, spans: Iterable[tuple[int, int]]) -> Mapped:
    """Hard-wrapped lines as one run of text: nothing between two lines, a blank between two Latin words.

    Two that stand as one word nearby are the halves of it, and join.

    `spans` are the lines without their outer blanks, in order; the blank stands on the line break that it replaces.
    """
    parts: list[str] = []
    offsets: array[int] = array("q")
    for start, end in spans:
        line = page_text[start:end]
        if parts and line[0].isascii() and _are_two_words(page_text, parts[-1], line, start):
            parts.append(" ")
            offsets.append(start - 1)
        parts.append(line)
        offsets.extend(_COUNTED[start:end] if end <= len(_COUNTED) else range(start, end))
    return Mapped("".join(parts), offsets)


def _are_two_words(page_text: str, upper: str, lower: str, at: int) -> bool:
    """Whether Latin letters on both sides of a line's end are two words, not one that it broke."""
    left, right = _LATIN_EDGE.search(upper, max(0, len(upper) - _WORD)), _LATIN_START.match(lower)
    if not left or not right:
        return False
    whole = left[0] + right[0]
    near = page_text[max(0, at - _NEAR) : at + _NEAR]
    found = near.find(whole)
    edges = near[max(0, found - 1) : found] + near[found + len(whole) : found + len(whole) + 1]
    return found < 0 or any(edge.isascii() and edge.isalpha() for edge in edges)
