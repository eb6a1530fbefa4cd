"""Names of people, places and organisations in the paragraphs of an article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain

from transforms.names.organization import whole_organizations
from transforms.names.refine import laid_over, refine
from transforms.names.spans import NameSpan
from transforms.names.tagger import tag
from transforms.names.titled import titled_names, whole_names
from transforms.words.token import Word

_BREAK: Word = ("\n", "x", 0)


def read_names(paragraphs: Sequence[str], words: Sequence[Sequence[Word]]) -> list[list[NameSpan]]:
    """The names in each paragraph of an article, in order; `words` are the words of each, without a gap."""
    return correct_names(paragraphs, words, tag_names(paragraphs, words))


def tag_names(paragraphs: Sequence[str], words: Sequence[Sequence[Word]]) -> list[list[NameSpan]]:
    """What the tagger finds in each paragraph alone. One call for all of a page is several times faster than many."""
    starts = list(accumulate((len(text) + 1 for text in paragraphs), initial=0))
    joined = list(chain.from_iterable((*tokens, _BREAK) for tokens in words))
    out: list[list[NameSpan]] = [[] for _ in paragraphs]
    for start, end, kind in tag("\n".join((*paragraphs, "")), joined):
        i = bisect_right(starts, start) - 1
        out[i].append(NameSpan(start - starts[i], min(end - starts[i], len(paragraphs[i])), kind))
    return out


def correct_names(
    paragraphs: Sequence[str], words: Sequence[Sequence[Word]], tagged: Sequence[Sequence[NameSpan]]
) -> list[list[NameSpan]]:
    """The names of an article from what the tagger found in each of its paragraphs."""
    known = []
    for text, tokens, row in zip(paragraphs, words, tagged, strict=True):
        whole = whole_names(text, tokens, whole_organizations(text, tokens, row))
        known.append(laid_over(whole, titled_names(text, tokens, whole)))
    return refine(paragraphs, known)
