"""Chinese names of people cut where the words around them say: 韩柱昌|拉着, 干事长小川|淳也."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import rjieba

from transforms.names.evidence.chinese_names import LONGEST, follow, foreign, name_end, title_head, word_after
from transforms.names.evidence.joined_given_names import joined_end, joined_or_given
from transforms.names.lists import person_nouns, surnames
from transforms.names.paragraph import Paragraph
from transforms.names.spans import NameSpan
from transforms.words.token import Word, tokenize

_ABROAD = ("ns", "nrt")  # of a name that jieba leaves whole: 吉狄马加
_AHEAD = 14
_GIVEN_ENDS = frozenset("一二三郎夫雄子男彦介助")
_JAPANESE_ENDS = frozenset("郎夫雄子男彦介助平")
MORE_TAGS = ("n", "a", "b", "g", "j")
_TITLE = 6


def whole_names(paragraph: Paragraph, row: Sequence[NameSpan]) -> list[NameSpan]:
    """The spans of a paragraph, its Chinese names cut where the words around them say; 王阿姨 and 郝女士 are none."""
    out: list[NameSpan] = []
    edge = 0
    for span in row:
        if span.start < edge:
            continue
        whole = _whole_name(paragraph, span) if span.kind == "person" else span
        if whole:
            out.append(whole)
            edge = whole.end
    return out


def _whole_name(paragraph: Paragraph, span: NameSpan) -> NameSpan | None:
    text, words, _, _, starts = paragraph
    name = text[span.start : span.end]
    if "·" in name:
        return span
    if end := joined_end(text, span.start):
        return NameSpan(span.start, max(end, span.end) if foreign(text[end : span.end]) else end, "person")
    if (end := joined_or_given(text, span.start)) > max(span.end, span.start + LONGEST - 1):
        return NameSpan(span.start, end, "person")  # 尼格|买提
    first = bisect_left(starts, span.start)
    if first == len(words) or starts[first] != span.start:
        return span
    titled = name in surnames() and title_head(text, max(0, span.start - _TITLE), span.start, 2) < span.start
    if titled and (end := past_double(words, first)):
        return NameSpan(span.start, end, "person")
    if name in surnames() and _goes_on(text, words, first):
        end = name_end(text, words, first, 1) or 0
        return NameSpan(span.start, max(span.end, end, _past_surname(text, span, end)), "person")
    if not _is_chinese(name):
        return _to_word_end(words[first], span)
    after = word_after(words, first, span.end)
    if _cuts_address(words[after - 1], span.end):
        return None
    return NameSpan(span.start, _better_end(text, words, first, after, span), "person")


def _goes_on(text: str, words: Sequence[Word], first: int) -> bool:
    """True where a title is before a surname of two characters and no word behind it: 干事长小川|淳也."""
    start = words[first][2]
    titled = title_head(text, max(0, start - _TITLE), start, 2) < start
    return titled and first + 1 < len(words) and words[first + 1][1] in ("zg", "nr", "g", "ng", "v")


def _past_surname(text: str, span: NameSpan, end: int) -> int:
    """The end of the name whose last character jieba puts to what follows a surname of two: 濮阳清|算了一笔账."""
    after = tokenize(text[span.end + 1 : span.end + _AHEAD])
    return span.end + 1 if not end and span.end - span.start == 2 and follow(after, 0) else 0


def _to_word_end(first: Word, span: NameSpan) -> NameSpan:
    """A name that is not Chinese, to the end of its first word where that is one that no list knows: 阿依木|果."""
    word, _, at = first
    inside = 0 < len(word) - (span.end - at) <= 2
    return NameSpan(at, at + len(word), "person") if inside and not rjieba.has_word(word) else span


def _is_chinese(name: str) -> bool:
    return (
        len(name) <= LONGEST + 2
        and not surnames().isdisjoint((name[0], name[:2]))
        and not (len(name) >= LONGEST - 1 and foreign(name))
        and "·" not in name
    )


def _better_end(text: str, words: Sequence[Word], first: int, after: int, span: NameSpan) -> int:
    """The end of the name, moved where it stands badly: inside a word, before no word that may follow, or too far.

    Its first word is `first`, `after` the first that begins behind it.
    """
    size = span.end - span.start
    name = text[span.start : span.end]
    overlong = size >= LONGEST and not foreign(name) and not (words[first][0] == name and words[first][1] in _ABROAD)
    whole = after == len(words) or words[after][2] == span.end
    if not overlong and whole and follow(words, after):
        return span.end
    end = name_end(text, words, first, 1 if overlong else 2)
    cut = end is not None and end < span.end and size == LONGEST - 1
    kept = cut and follow(tokenize(text[span.end : span.end + _AHEAD]), 0) > 0  # 韩柱昌|拉着
    if end and not kept and (overlong or end > span.end or not whole):
        return end
    if (
        overlong
        and size > LONGEST
        and name[-1] not in _JAPANESE_ENDS
        and rjieba.has_word(name[-2:])
        and not foreign(name[-2:])
    ):
        return span.end - 2  # 金少康|上门
    last, _, at = words[after - 1]
    if not whole and at > span.start and at + len(last) <= span.start + LONGEST - 1:
        return at + len(last)
    word = words[first][0]
    if not whole and len(word) == LONGEST - 1 and not rjieba.has_word(word) and follow(words, first + 1):
        return span.start + len(word)
    titled = first and title_head(text, max(0, span.start - _TITLE), span.start) < span.start
    if (
        titled
        and whole
        and size == 2
        and after < len(words)
        and len(words[after][0]) == 1
        and words[after][1].startswith(MORE_TAGS)
    ):
        return span.end + 1
    return span.end


def _cuts_address(last: Word, end: int) -> bool:
    """True where the name ends inside a form of address, its last word: 张阿|姨."""
    return last[2] + len(last[0]) > end and last[0] in person_nouns()


def past_double(words: Sequence[Word], first: int) -> int | None:
    """The end of a surname of two characters and the name that jieba has behind it: 众议员近藤|英二|多年来."""
    if first + 1 == len(words) or len(words[first][0]) != 2 or words[first][0] not in surnames():
        return None
    given, tag, at = words[first + 1]
    named = tag.startswith("nr") or (len(given) == 2 and given[-1] in _GIVEN_ENDS and not tag.startswith("v"))
    return at + len(given) if named and len(given) <= 2 else None
