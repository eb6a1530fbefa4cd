"""Organisations and regions that lists know, and departments of a government by how they are called: 市住建局."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import rjieba

import seeds
from transforms.names.paragraph import Paragraph
from transforms.names.spans import NameSpan, laid_over
from transforms.words.choices import any_of

_LEVEL = "自治区|省|市|县|区|州|旗|镇|乡|街道|国家"
_PLACES = ("region", "country")
_PREPOSITIONS = frozenset("向和对与同给跟")
_DEPUTY = "部副"  # which the list has for a word: 交通运输|部副|部长
_NONE = "(?!)"  # a pattern that matches nothing
_NOT_BEHIND = {  # characters that make another word with the last one: 教育部|门, 农业局|面
    "部": "门分署队落委位件下",
    "局": "面限长势部",
    "委": "员托派任婉",
    "厅": "长",
    "署": "长名",
    "办": "理公法学事好起成",
    "党": "人员",
    "社": "会区员长",
}


def with_known(paragraph: Paragraph, row: list[NameSpan], begins: Sequence[int]) -> list[NameSpan]:
    """The spans of a paragraph with those that the lists know; a department has the place before it in its name.

    Names of the lists may stand only where one `begins`.
    """
    found = list(_matches(paragraph.text, begins))
    if not found:
        return row
    places = {s.end: s for s in row if s.kind != "person"}
    new: list[NameSpan] = []
    for match in found:
        start, end = match.span()
        if match.lastgroup in _PLACES:
            kind = "place"
        else:
            kind = "organization"
            place = places.get(max(start, match.end("level"))) or places.get(start)
            if match.lastgroup == "department" and place:
                start = place.start
        if not cuts_listed_word(paragraph, match.start()) and not cuts_listed_word(paragraph, end):
            if new and new[-1].start == start:
                new.pop()
            new.append(NameSpan(start, end, kind))
    return laid_over([span for span in row if not _is_cut_by(span, new)], new) if new else row


def _is_cut_by(span: NameSpan, names: Sequence[NameSpan]) -> bool:
    """True for a person that reaches into a body of the lists: 向世卫|组织."""
    if span.kind != "person":
        return False
    return any(s.kind == "organization" and span.start < s.start < span.end < s.end for s in names)


def _matches(text: str, begins: Sequence[int]) -> Iterator[re.Match[str]]:
    """What the lists have in the text, in order and apart."""
    end = 0
    for at in begins:
        if at >= end and (found := _pattern(text[at]).match(text, at)):
            yield found
            end = found.end()


def beginnings() -> frozenset[str]:
    """The first three characters of the names of the lists, or two where a name or department has no more."""
    names = [*known_bodies(), *regions(), *countries()]
    departments = [row["department"] for row in seeds.table("organization_departments")]
    levels = [level + name for level in _LEVEL.split("|") for name in departments]
    return frozenset(name[:3] for name in (*names, *departments, *levels))


def cuts_listed_word(paragraph: Paragraph, at: int) -> bool:
    """True where a word of jieba's list reaches over `at` (三星|堆), but one that begins with a preposition: 向世卫."""
    starts = paragraph.starts
    i = bisect_left(starts, at)
    if i < len(starts) and starts[i] == at:
        return False
    word, tag, begin = paragraph.words[i - 1]
    if begin + len(word) <= at or word == _DEPUTY or (tag == "nr" and word[0] in _PREPOSITIONS):
        return False
    return rjieba.has_word(word)


@cache
def known_bodies() -> frozenset[str]:
    """Bodies of parties, of states and of the world, as seeds/organization_names.csv has them: 国侨办."""
    return frozenset(row["name"] for row in seeds.table("organization_names"))


@cache
def regions() -> frozenset[str]:
    """Regions by how they are called: 京津冀."""
    return frozenset(row["name"] for row in seeds.table("region_names"))


@cache
def countries() -> frozenset[str]:
    """States but China, which stands in more names of bodies than by itself."""
    return frozenset(row["name"] for row in seeds.table("countries"))


@cache
def _pattern(sign: str) -> re.Pattern[str]:
    """What the lists have that begins with this sign: to try all of them at every place would take long."""
    begun = (_begun(sign, words) for words in (regions(), known_bodies(), countries()))
    region, name, country = (any_of(words) or _NONE for words in begun)
    levels = _begun(sign, _LEVEL.split("|"))
    level = "|".join(levels) or _NONE
    by_tails: dict[str, list[str]] = {}
    for row in seeds.table("organization_departments"):
        if levels or row["department"][0] == sign:
            by_tails.setdefault(row["tails"], []).append(row["department"])
    departments = "|".join(f"{any_of(words)}{_tails(tails.split())}" for tails, words in by_tails.items()) or _NONE
    return re.compile(
        f"(?P<region>{region})|(?P<department>(?P<level>{level})?(?:{departments}))"
        f"|(?P<name>{name})(?!(?<=党)[{_NOT_BEHIND['党']}]|(?<=部)门)|(?P<country>{country})"
    )


def _begun(sign: str, words: Iterable[str]) -> list[str]:
    return [word for word in words if word[0] == sign]


def _tails(tails: Iterable[str]) -> str:
    """The last words of a department's name, the longest first, where they are no part of another word."""
    ends = (
        re.escape(tail) + (f"(?![{_NOT_BEHIND[tail[-1]]}])" if tail[-1] in _NOT_BEHIND else "")
        for tail in sorted(tails, key=len, reverse=True)
    )
    return f"(?:{'|'.join(ends)})"
