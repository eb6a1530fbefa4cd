"""Names of people, places and organisations in the paragraphs of an article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from transforms.names.spans import NameSpan
from transforms.names.tagger import tag
from transforms.words.token import Word


def read_names(paragraphs: Sequence[str], words: Sequence[Sequence[Word]]) -> list[list[NameSpan]]:
    """The names in each paragraph, in order; `words` are the words of each, without a gap."""
    starts: list[int] = []
    joined: list[Word] = []
    at = 0
    for text, tokens in zip(paragraphs, words, strict=True):
        starts.append(at)
        joined += [(word, pos, at + start) for word, pos, start in tokens]
        at += len(text)
        joined.append(("\n", "x", at))
        at += 1
    out: list[list[NameSpan]] = [[] for _ in paragraphs]
    for start, end, kind in tag("\n".join((*paragraphs, "")), joined):
        i = bisect_right(starts, start) - 1
        out[i].append(NameSpan(start - starts[i], end - starts[i], kind))
    return out
