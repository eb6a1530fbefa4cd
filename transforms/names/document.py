"""Titles in 《》: laws, plans, books, films."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import seeds

_MARK = re.compile(r"[《》]")
_SHORT_FOR = re.compile(r"(?:简称|下称)(?:为|“|‘)?\Z")
_BRACKET = re.compile(r"[（(][^（()）]*[）)]\Z")
_KIND_REACH = 20
_LONGEST = 150


@dataclass(frozen=True, slots=True)
class DocumentName:
    """A title without its marks, and what it is where the text tells (法律, 意见, 措施, 书, 片)."""

    title: str
    kind: str | None


def read_documents(paragraphs: Sequence[str]) -> list[DocumentName]:
    """The titles that an article names, each once, in order.

    Not listed are short forms of a title that stands in full: 《…若干措施》（以下简称《措施》）.
    """
    kinds: dict[str, str | None] = {}
    short: set[str] = set()
    for text in paragraphs:
        if "《" not in text:
            continue
        for start, end in _titles(text):
            title = text[start + 1 : end - 1].strip()
            if _SHORT_FOR.search(text[max(0, start - 4) : start]):
                short.add(title)
            kinds[title] = kinds.get(title) or _kind(title, text[max(0, start - 6) : start], text[end : end + 6])
    tails = _tails(kinds)
    return [DocumentName(t, k) for t, k in kinds.items() if t not in short and t not in tails]


def _titles(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the outermost 《…》, marks included; an unclosed 《 opens nothing, nor does an overlong one."""
    stack: list[int] = []
    found: list[tuple[int, int]] = []
    for mark in _MARK.finditer(text):
        if mark.group() == "《":
            stack.append(mark.start())
        elif stack:
            start = stack.pop()
            if 2 < mark.end() - start <= _LONGEST:
                while found and found[-1][0] > start:
                    found.pop()
                found.append((start, mark.end()))
    yield from found


@cache
def _kind_words(where: str) -> dict[str, str]:
    """Word → kind, for the words that tell a kind in one place: before a title, at its end, or after it."""
    return {row["word"]: row["kind"] for row in seeds.table("document_kinds") if row["where"] == where}


@cache
def _kind_pattern(where: str) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _kind_words(where)), key=len, reverse=True))
    return re.compile(f"(?:{words})" if where == "after" else f"(?:{words})\\Z")


def _kind(title: str, before: str, after: str) -> str | None:
    bare = _BRACKET.sub("", title[-_KIND_REACH:])
    for where, text in (("before", before), ("end", bare), ("after", after)):
        pattern = _kind_pattern(where)
        found = pattern.match(text) if where == "after" else pattern.search(text)
        if found:
            return _kind_words(where)[found.group()]
    return None


def _tails(titles: dict[str, str | None]) -> frozenset[str]:
    """The kind words that a longer title ends with: what 《意见》 alone may stand for."""
    pattern = _kind_pattern("end")
    found = ((title, pattern.search(title, max(0, len(title) - _KIND_REACH))) for title in titles)
    return frozenset(m.group() for title, m in found if m and m.group() != title)
