"""Names of organisations made whole: a place and its office, a body and its department."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

import rjieba

import seeds
from transforms.names.bodies.division import is_division
from transforms.names.bodies.known import countries, known_bodies
from transforms.names.evidence.chinese_names import posts
from transforms.names.evidence.common_words import common_words
from transforms.names.paragraph import Paragraph
from transforms.names.spans import NameSpan

_INSIDE = ("n", "vn", "b", "j", "a", "l", "zg")
_NOT_INSIDE = ("ns", "nr")
_OFFICE = ("部", "厅", "局", "署")
_NO_OFFICE = ("干部", "格局", "全部", "内部", "餐厅", "客厅", "舞厅", "东部", "西部", "南部", "北部", "中部")
_PLAIN_TAGS = frozenset(("t", "v", "a", "d", "m", "vn", "b"))
_NO_PLACE_TAGS = _PLAIN_TAGS | {"n", "f", "ad"}
_FREQUENT = 300  # times that jieba's list counts a word which is no place where it is not tagged as one
_NO_NAME_ENDS = ("时代", "化", "主义", "思想", "格局", "东部", "西部", "南部", "北部", "中部", "世纪")  # but 文化
_LONGEST = 4
_LEVEL_BEHIND = re.compile("[从经由据向到在对被][省市县区]")
_HEARD = re.compile("获悉|了解到|得知|获得|传来")  # behind 从 and a body
_BRANCH = re.compile(
    "(?:分社|分行|支行|分公司|支公司|分局|分会|分校|分院|分部|分中心|办事处|代表处|记者站|营业部)(?!长)"
)
_ENDS_OFFICE = ("厅", "局", "署", "处", "司", "办公室", "中心", "会", "委员会")  # behind the verb that an office is for


def whole_organizations(paragraph: Paragraph, row: Sequence[NameSpan]) -> list[NameSpan]:
    """The spans of a paragraph with 某国|财政部 and 某部|科技司 as one organisation each; the rest as it was."""
    out: list[NameSpan] = []
    text, bodies, edge = paragraph.text, known_bodies(), 0
    for span in _joined(list(_with_branches(text, row)) if len(row) > 1 else row):
        start, end, kind = span = _whole(paragraph, span) if span.kind == "organization" else span
        name = text[start:end]
        if start < edge or (name not in bodies and _is_none(paragraph, name, span)):
            continue
        if kind != "person" and (further := _chain_end(paragraph, end)) and not _holds_post(text, end, further, row):
            span = NameSpan(start, further, "organization")
        out.append(span)
        edge = span.end
    return out


def _holds_post(text: str, start: int, end: int, row: Sequence[NameSpan]) -> bool:
    """True where a post in the body, and the name of who has it, would be taken for more of it: 市委|副书记|党志强."""
    return any(s.kind == "person" and start < s.start < end and text[start : s.start] in posts() for s in row)


def _is_none(paragraph: Paragraph, name: str, span: NameSpan) -> bool:
    if span.kind == "place" and (_is_common(name) or _is_usual(paragraph, span)):
        return True
    if name.endswith(_NO_NAME_ENDS) and not paragraph.text.endswith("文化", 0, span.end):
        return True
    return span.kind == "organization" and _is_plain_word(paragraph, span)


def _is_common(name: str) -> bool:
    """True for a word of the language that jieba has as the name of a place or of a person."""
    listed = name in common_words("place") or (name in common_words("person") and not is_division(name))
    return listed or name in _plain_words()


def _is_plain_word(paragraph: Paragraph, span: NameSpan) -> bool:
    """True where an "organisation" is one word of the language that is the last word of none: 新时代."""
    words = paragraph.words
    first = bisect_left(paragraph.starts, span.start)
    word, tag, at = words[first] if first < len(words) else ("", "", -1)
    whole = at == span.start and at + len(word) == span.end
    return whole and tag in _PLAIN_TAGS and word not in heads() and rjieba.has_word(word)


def _is_usual(paragraph: Paragraph, span: NameSpan) -> bool:
    """True where a "place" is one frequent word of another kind that names no division: 周边, 平台."""
    words = paragraph.words
    first = bisect_left(paragraph.starts, span.start)
    word, tag, at = words[first] if first < len(words) else ("", "", -1)
    if at != span.start or at + len(word) != span.end or tag not in _NO_PLACE_TAGS or not rjieba.has_word(word):
        return False
    return rjieba.suggest_freq(word) >= _FREQUENT and not (is_division(word) or word in countries())


def _with_branches(text: str, row: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """The spans, a body with the place and the word of its branch as one: 新华社|临湖|分社."""
    rest = iter(range(len(row)))
    for i in rest:
        span, place = row[i], row[i + 1] if i + 1 < len(row) else row[i]
        beside = span.kind == "organization" and place.kind == "place" and place.start == span.end
        branch = _BRANCH.match(text, place.end) if beside else None
        if branch:
            next(rest)
            yield NameSpan(span.start, branch.end(), span.kind)
        else:
            yield span


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


def _whole(paragraph: Paragraph, span: NameSpan) -> NameSpan:
    """An organisation without a preposition before it (从|江岳海关获悉, 经|市统计局), to the end of its office."""
    text, words = paragraph.text, paragraph.words
    start, end = span.start, span.end
    if end - start > _LONGEST:
        glued = _LEVEL_BEHIND.match(text, start, end) or (text[start] == "从" and _HEARD.match(text, end))
        start += 1 if glued else 0
    i = bisect_left(paragraph.starts, end)
    if i and words[i - 1][2] + len(words[i - 1][0]) > end and rjieba.has_word(words[i - 1][0]):
        office = words[i : i + 1]
        if office and office[0][0].endswith(_ENDS_OFFICE):
            end = office[0][2] + len(office[0][0])
    return NameSpan(start, end, span.kind)


def _chain_end(paragraph: Paragraph, start: int) -> int | None:
    """Where the organisation ends that goes on behind the place or organisation before `start`, None where none does.

    A single word must be an office or a team by itself (财政部, 女队): 某国公司 names no one company.
    """
    words, starts, ends = paragraph.words, paragraph.starts, heads()
    first = bisect_left(starts, start)
    if first == len(words) or starts[first] != start or not _is_inside(paragraph.tags[first]):
        return None
    end = None
    for i, (word, tag, at) in enumerate(words[first : first + _LONGEST]):
        if not _is_inside(tag):
            break
        office = word.endswith(_OFFICE) and len(word) > 2 and not word.endswith(_NO_OFFICE)
        if office or ends.get(word) == "self" or (i and word in ends):
            end = at + len(word)
    return end


@cache
def _is_inside(tag: str) -> bool:
    """True for a part of speech that a body's name may have behind its place."""
    return tag.startswith(_INSIDE) and not tag.startswith(_NOT_INSIDE)


@cache
def _plain_words() -> frozenset[str]:
    """Words of the language that jieba takes for places: 惠及, 遮阳."""
    return frozenset(row["word"] for row in seeds.table("plain_words"))


@cache
def heads() -> dict[str, str]:
    """Last word of an organisation's name → "self" where a place before it is enough to name one, else its group."""
    return {row["word"]: row["group"] for row in seeds.table("organization_heads")}
