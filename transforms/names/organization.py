"""Names of organisations made whole: a place and its office, a body and its department."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from operator import itemgetter

import rjieba

import seeds
from transforms.names.known import known_bodies
from transforms.names.spans import NameSpan
from transforms.words.token import Word

_START = itemgetter(2)
_INSIDE = ("n", "vn", "b", "j", "a", "l", "zg")
_NOT_INSIDE = ("ns", "nr")
_OFFICE = ("部", "厅", "局", "署")
_NO_OFFICE = ("干部", "格局", "全部", "内部", "餐厅", "客厅", "舞厅", "东部", "西部", "南部", "北部", "中部")
_PLAIN_TAGS = frozenset(("t", "v", "a", "d", "m", "vn", "b"))
_NO_NAME = re.compile(r"(?:时代|(?<!文)化|主义|思想|格局|[东西南北中]部|世纪)\Z")  # no organisation or place ends so
_LONGEST = 4
_LEVEL_BEHIND = re.compile("[从经由据向到在对被][省市县区]")
_HEARD = re.compile("获悉|了解到|得知|获得|传来")  # behind 从 and a body
_ENDS_OFFICE = ("厅", "局", "署", "处", "司", "办公室", "中心", "会", "委员会")  # behind the verb that an office is for


def whole_organizations(text: str, words: Sequence[Word], row: Sequence[NameSpan]) -> list[NameSpan]:
    """The spans of a paragraph with 某国|财政部 and 某部|科技司 as one organisation each; the rest as it was."""
    out: list[NameSpan] = []
    for span in (_whole(text, words, joined) for joined in _joined(row)):
        if (out and span.start < out[-1].end) or (
            text[span.start : span.end] not in known_bodies() and _is_none(text, words, span)
        ):
            continue
        end = _chain_end(words, span) if span.kind != "person" else None
        out.append(NameSpan(span.start, end, "organization") if end else span)
    return out


def _is_none(text: str, words: Sequence[Word], span: NameSpan) -> bool:
    if span.kind == "place" and text[span.start : span.end] in _plain_words():
        return True
    return _NO_NAME.search(text, span.start, span.end) is not None or _is_plain_word(words, span)


def _is_plain_word(words: Sequence[Word], span: NameSpan) -> bool:
    """True where an "organisation" is one word of the language that is the last word of none: 新时代."""
    if span.kind != "organization":
        return False
    first = bisect_left(words, span.start, key=_START)
    word, tag, at = words[first] if first < len(words) else ("", "", -1)
    whole = at == span.start and at + len(word) == span.end
    return whole and tag in _PLAIN_TAGS and word not in _heads() and rjieba.has_word(word)


def _joined(row: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """The spans, with organisations that touch each other as one."""
    held: NameSpan | None = None
    for span in row:
        if held and held.kind == span.kind == "organization" and held.end == span.start:
            held = NameSpan(held.start, span.end, span.kind)
            continue
        if held:
            yield held
        held = span
    if held:
        yield held


def _whole(text: str, words: Sequence[Word], span: NameSpan) -> NameSpan:
    """An organisation without a preposition before it (从|江岳海关获悉, 经|市统计局), to the end of its office."""
    if span.kind != "organization":
        return span
    start, end = span.start, span.end
    glued = _LEVEL_BEHIND.match(text, start, end) or (text[start] == "从" and _HEARD.match(text, end))
    start += 1 if glued and end - start > _LONGEST else 0
    i = bisect_left(words, end, key=_START)
    if i and words[i - 1][2] + len(words[i - 1][0]) > end and rjieba.has_word(words[i - 1][0]):
        office = words[i : i + 1]
        if office and office[0][0].endswith(_ENDS_OFFICE):
            end = office[0][2] + len(office[0][0])
    return NameSpan(start, end, span.kind)


def _chain_end(words: Sequence[Word], span: NameSpan) -> int | None:
    """Where the organisation ends that begins with the place or organisation `span`, None where nothing of one follows.

    A single word must be an office or a team by itself (财政部, 女队): 某国公司 names no one company.
    """
    first = bisect_left(words, span.end, key=_START)
    if first == len(words) or words[first][2] != span.end:
        return None
    end = None
    for i in range(first, min(first + _LONGEST, len(words))):
        word, tag, at = words[i]
        if not tag.startswith(_INSIDE) or tag.startswith(_NOT_INSIDE):
            break
        office = word.endswith(_OFFICE) and len(word) > 2 and not word.endswith(_NO_OFFICE)
        if office or _heads().get(word) == "self" or (i > first and word in _heads()):
            end = at + len(word)
    return end


@cache
def _plain_words() -> frozenset[str]:
    """Words of the language that jieba takes for places: 惠及, 遮阳."""
    return frozenset(row["word"] for row in seeds.table("plain_words"))


@cache
def _heads() -> dict[str, str]:
    """Last word of an organisation's name → "self" where a place before it is enough to name one, else its group."""
    return {row["word"]: row["group"] for row in seeds.table("organization_heads")}
