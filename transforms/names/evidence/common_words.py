"""Words of the language that jieba's list has as names of people and places: 白开水, 汤圆, 河谷."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache

import seeds
from transforms.names.evidence.chinese_names import SPEAKS, follow, foreign, posts, speaks, title_head
from transforms.names.lists import person_nouns
from transforms.names.spans import NameSpan
from transforms.words.token import tokenize

_FULL = 3
_DOES = (2, SPEAKS)  # how well a verb follows a name
_AHEAD = 8
_TITLE = 7
_PEOPLE = frozenset("员师长")  # last characters of words for people, most of them in no list
_MANY = frozenset("患者 病人 百姓 群众 民众 市民 人民 居民 干部 党员 员工 职工".split())
_CLAUSE = frozenset("。！？；，：“”…—\n")
_CALLED = re.compile(r"(?:岁的|名叫|[大本原真]名|[名人位我他她]叫|取名|化名)\Z")
_ADDRESSED = re.compile(r"同志|先生|女士|教授|院士|老师|老人|[（(](?:化名|女|男)")
_LONGEST_CUE = 3


@cache
def common_words(taken_for: str) -> frozenset[str]:
    """The words that jieba's list has as names of this kind, person or place."""
    return frozenset(row["word"] for row in seeds.table("common_words") if row["taken_for"] == taken_for)


def is_common_word(text: str, span: NameSpan, people: Container[int]) -> bool:
    """True for a word of the list, unless it may be a person's name all the same: 医生冬梅, 冬梅说, 冬梅、李明.

    One of three characters and more needs a title before it, but for those in signs that write foreign names. The
    spans of `people` begin there.
    """
    name = text[span.start : span.end]
    if name not in common_words("person"):
        return False
    head = title_head(text, max(0, span.start - _TITLE), span.start)
    if text[max(head, span.start - 2) : span.start] in _MANY:
        return not speaks(text, span.end)  # 患者|康复
    if head < span.start and (text[span.start - 1] in _PEOPLE or text[head : span.start] in person_nouns()):
        whole = len(name) >= _FULL and not foreign(name) and text[head : span.start] not in posts()
        return whole and follow(tokenize(text[span.end : span.end + _AHEAD]), 0) not in _DOES  # 乘客|安全带
    if len(name) >= _FULL and not foreign(name):
        return True
    return not (_is_called(text, span) or _is_listed(text, span, people))


def _is_called(text: str, span: NameSpan) -> bool:
    if _CALLED.search(text, max(0, span.start - _LONGEST_CUE), span.start) or _ADDRESSED.match(text, span.end):
        return True
    opens = span.start == 0 or text[span.start - 1] in _CLAUSE
    return opens and speaks(text, span.end)


def _is_listed(text: str, span: NameSpan, people: Container[int]) -> bool:
    """True where 、 and another person follow who is no word of the list."""
    if text[span.end : span.end + 1] != "、" or span.end + 1 not in people:
        return False
    return not any(text[span.end + 1 : span.end + 1 + size] in common_words("person") for size in (2, 3))
