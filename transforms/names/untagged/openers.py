"""Chinese names that open a clause where nothing else shows them: without a title, before any verb (韩雪晴得到…)."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

import rjieba

from transforms.names.evidence.chinese_names import SPEAKS, common_surnames, cuts_word, follow, foreign, title_head
from transforms.names.evidence.other_words import is_usual
from transforms.names.evidence.things import in_verse
from transforms.names.spans import NameSpan
from transforms.words.token import tokenize

_FULL = 3
_AHEAD = 8
_CLEAR = 2  # of what follows a name: a verb that is a word
_TOWNS = ("街道", "镇", "乡", "社区", "小区", "车站")
_NO_END = frozenset("也又再还就都却便很更最不没将会能想已仍只并可镇乡村县市")
_NEVER_IN = frozenset("我你您他她的了着过们也是么这那哪些个很不没之")
_PARTS_OF_SPEECH = ("p", "c", "d", "r", "m", "u", "f", "t")  # of a first character that may be no surname


def opening_names(
    paragraphs: Sequence[str], rows: Sequence[Sequence[NameSpan]], openings: Sequence[Sequence[int]]
) -> list[list[NameSpan]]:
    """The people of each paragraph that begin a clause at one of its `openings` and are not in `rows`.

    One whose surname is common and whose characters make no word is sure before a verb; one that could be other words
    (向守义) is a name where it begins two clauses, in one of which it speaks.
    """
    found: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for n, (text, row, opens) in enumerate(zip(paragraphs, rows, openings, strict=True)):
        for at, fit in _candidates(text, row, opens):
            found[text[at : at + _FULL]].append((n, at, fit))
    new: list[list[NameSpan]] = [[] for _ in rows]
    for name, places in found.items():
        fits = [fit for _, _, fit in places]
        if max(fits) < _CLEAR or _names_town(paragraphs, name):
            continue
        if _is_sure(name) or (len(places) > 1 and SPEAKS in fits):
            spans = [(n, NameSpan(at, at + _FULL, "person")) for n, at, _ in places]
            for n, span in spans:
                if not in_verse(paragraphs[n], span):
                    new[n].append(span)
    return [sorted(spans) for spans in new]


def _candidates(text: str, row: Sequence[NameSpan], opens: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where three characters that may be a name open a clause, and how what follows fits them."""
    for at in opens:
        end = at + _FULL
        name = text[at:end]
        i = bisect_left(row, (end,))
        if (i and row[i - 1].end > at) or not _may_be(name) or cuts_word(text, end):
            continue
        if title_head(text, at, end, 2) < end or title_head(text, at, end + 1, 2) <= end - 1:
            continue
        fit = SPEAKS if text[end : end + 1] == "：" else follow(tokenize(text[end : end + _AHEAD]), 0)
        if fit in (1, _CLEAR, SPEAKS):
            yield at, fit


def _names_town(paragraphs: Sequence[str], name: str) -> bool:
    """True where the article has a word for a town or its like behind the name: 周家渡街道."""
    return any(f"{name}{town}" in text for text in paragraphs if name in text for town in _TOWNS)


def _may_be(name: str) -> bool:
    """True where no two of the characters are a word that the language uses."""
    if name[-1] in _NO_END or not _NEVER_IN.isdisjoint(name) or foreign(name) or rjieba.has_word(name):
        return False
    return not (is_usual(name[:2]) or is_usual(name[1:]))


def _is_sure(name: str) -> bool:
    """True for a common surname that is no other word of the language, with two characters that jieba leaves whole."""
    if name[0] not in common_surnames():
        return False
    words = tokenize(name)
    return len(words) < _FULL and not words[0][1].startswith(_PARTS_OF_SPEECH) and not rjieba.has_word(name[1:])
