"""Many words as one pattern that looks at each character of a text once, however many words there are."""

from __future__ import annotations

import re
from collections.abc import Iterable


def ways_of(words: Iterable[str]) -> list[str]:
    """A pattern for the words of each first sign, the longest word first.

    Joined by | they begin with signs that are told, so that a search skips from one such sign to the next.
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[:1], []).append(word[1:])
    return [re.escape(sign) + any_of(rest) for sign, rest in rests.items() if sign]


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first; of none where the words are none or an empty one."""
    words = list(words)
    ways = ways_of(words)
    if not ways:
        return ""
    body = f"(?:{'|'.join(ways)})"
    return f"{body}?" if "" in words else body
