"""Names that the tagger does not know, or not whole, but their place tells: after a title, at the start of X说."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from operator import itemgetter

from transforms.names.follow import LONGEST, SPEAKS, ends_well, name_end, surnames, word_after
from transforms.names.spans import NameSpan
from transforms.names.speaker import person_nouns, saying_verbs
from transforms.words.token import Word

_CLAUSE_STARTS = frozenset("”。！？；")
_START = itemgetter(2)


def titled_names(words: Sequence[Word], taken: Sequence[NameSpan]) -> list[NameSpan]:
    """People in one paragraph that follow a title, or begin a clause and then speak, and whom `taken` lacks; sorted."""
    starts = {s.start for s in taken if s.kind == "person"}
    cues = _cues()
    out: dict[int, NameSpan] = {}
    for i in [i for i, word in enumerate(words) if word[0] in cues]:
        first = _clause_start(words, i) if words[i][0] in saying_verbs() else i + 1
        if first is None or first >= len(words):
            continue
        start = words[first][2]
        if start in out or start in starts:
            continue
        end = name_end(words, first, 1 if first > i else SPEAKS)
        if end:
            out[start] = NameSpan(start, end, "person")
    return [out[start] for start in sorted(out)]


def whole_names(text: str, words: Sequence[Word], row: Sequence[NameSpan]) -> list[NameSpan]:
    """The spans of a paragraph with its Chinese names cut where the words around them say, without 王阿姨 and 郝女士."""
    out: list[NameSpan] = []
    for span in row:
        if out and span.start < out[-1].end:
            continue
        size = span.end - span.start
        if span.kind != "person" or size > LONGEST or text[span.start] not in surnames():
            out.append(span)
            continue
        first = bisect_left(words, span.start, key=_START)
        if first == len(words) or words[first][2] != span.start or ends_well(words, first, span.end):
            out.append(span)
            continue
        end = name_end(words, first, 2)
        if end:
            out.append(NameSpan(span.start, end, "person"))
        elif not _cuts_address(words, first, span.end):
            out.append(span)
    return out


def _cuts_address(words: Sequence[Word], first: int, end: int) -> bool:
    """True where the name ends inside a form of address: 张阿|姨."""
    i = word_after(words, first, end)
    last = words[i - 1]
    inside = last[2] + len(last[0]) > end
    return inside and last[0] in person_nouns()


def _clause_start(words: Sequence[Word], verb: int) -> int | None:
    """The word that begins the clause of a verb of saying, None where that is not just before it."""
    for i in range(verb - 1, max(-1, verb - LONGEST - 1), -1):
        if words[i][0] in _CLAUSE_STARTS:
            return i + 1 if i + 1 < verb else None
    return 0 if 0 < verb <= LONGEST else None


@cache
def _cues() -> frozenset[str]:
    return person_nouns() | saying_verbs()
