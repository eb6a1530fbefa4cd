"""Names that end in 和, which is 'and' behind most names: 郑祥和主持会议, but 郑祥和王磊."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from transforms.names.evidence.chinese_names import SPEAKS, follow
from transforms.names.lists import person_nouns, saying_verbs, surnames
from transforms.names.spans import NameSpan
from transforms.words.token import tokenize

_AND = "和"
_SHORT = 2
_AHEAD = 16
_OFTEN = 3
_PAUSE = re.compile("[，。！？；：“”]")
_TOGETHER = re.compile(r"的|一起|一同|一道|一家|共同|分别|都|两人|二人|等|们|夫妇|之间")
_VERBS = re.compile("(?:主持|出席|参加|走进|来到|深入|会见|听取|率队|带队|赴|到)")
_MANNER = frozenset(("则", "还", "也", "却", "在"))


def with_conjoined(paragraphs: Sequence[str], rows: Sequence[Sequence[NameSpan]]) -> list[list[NameSpan]]:
    """The names of an article, those of two characters with the 和 behind them where it is theirs.

    It is where it stands behind each mention of the name, at least one of them speaks or acts right behind it, and
    none goes on with a second person.
    """
    parted = [_parted(paragraphs, text, row) for text, row in zip(paragraphs, rows, strict=True)]
    mentions: defaultdict[str, list[tuple[int, NameSpan]]] = defaultdict(list)
    for n, (text, row) in enumerate(zip(paragraphs, parted, strict=True)):
        if _AND not in text:
            continue
        for span in row:
            short = span.kind == "person" and span.end - span.start == _SHORT
            if short and text[span.end : span.end + 1] == _AND and text[span.start] in surnames():
                mentions[text[span.start : span.end]].append((n, span))
    longer: set[tuple[int, NameSpan]] = set()
    for name, found in mentions.items():
        if any(_is_alone(text, name) for text in paragraphs):
            continue
        if any(paragraphs[n].startswith("、", span.start - 1) for n, span in found):
            continue  # 甲、吕捷|和小组成员
        signs = [_acts(paragraphs[n], parted[n], span.end + 1) for n, span in found]
        if (True in signs and False not in signs) or (len(found) >= _OFTEN and _says(paragraphs, found)):
            longer.update(found)
    if not longer:
        return parted
    return [
        [NameSpan(s.start, s.end + 1, s.kind) if (n, s) in longer else s for s in row] for n, row in enumerate(parted)
    ]


def _parted(paragraphs: Sequence[str], text: str, row: Sequence[NameSpan]) -> list[NameSpan]:
    """The spans, names with 和 before another person without it, unless the article has the name with it again."""
    out = list(row)
    if _AND not in text:
        return out
    for i, (span, after) in enumerate(pairwise(row)):
        beside = span.end == after.start and span.kind == after.kind == "person"
        if not beside or span.end - span.start != _SHORT + 1 or text[span.end - 1] != _AND:
            continue
        name = text[span.start : span.end]
        if sum(t.count(name) for t in paragraphs) == 1:
            out[i] = NameSpan(span.start, span.end - 1, span.kind)
    return out


def _says(paragraphs: Sequence[str], found: Sequence[tuple[int, NameSpan]]) -> bool:
    """True where one speaks right behind the 和: 陆奕和说."""
    behind = (paragraphs[n][span.end + 1 : span.end + 1 + _AHEAD] for n, span in found)
    return any(follow(tokenize(text), 0) == SPEAKS for text in behind)


def _is_alone(text: str, name: str) -> bool:
    return name in text and re.search(f"{re.escape(name)}(?!{_AND})", text) is not None


def _acts(text: str, row: Sequence[NameSpan], at: int) -> bool | None:
    """True where one person acts from `at` on, False where a second one is named, None where nothing tells."""
    i = bisect_left(row, (at,))
    if i < len(row) and row[i].start == at:
        return False
    pause = _PAUSE.search(text, at, at + _AHEAD)
    clause = text[at : pause.start() if pause else at + _AHEAD]
    words = tokenize(clause)
    if not words or _TOGETHER.search(clause):
        return False
    if words[0][1].startswith(("n", "r", "m")) and not _VERBS.match(clause):
        return False
    if words[0][0] in _MANNER:
        return True if any(word in saying_verbs() for word, _, _ in words) else None
    if any(word in person_nouns() for word, _, _ in words[:3]):
        return None
    return True if _VERBS.match(clause) or follow(words, 0) in (2, SPEAKS) else None
