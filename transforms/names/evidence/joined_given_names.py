"""Names without a surname, of the given names that some peoples join: 扎西平措, 苏和巴特尔, 吉克阿牛."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import seeds
from transforms.names.evidence.chinese_names import follow, foreign_signs
from transforms.words.choices import any_of
from transforms.words.token import tokenize

_AHEAD = 8
_MOST_PIECES = 8
_ENDS = "江|汗|别克"


@cache
def given_names() -> tuple[str, ...]:
    """The names of the list, the longest first."""
    return tuple(sorted((row["part"] for row in seeds.table("name_parts")), key=len, reverse=True))


@cache
def _first_signs() -> frozenset[str]:
    return frozenset(name[0] for name in given_names())


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(given_names())}){{1,3}}(?:{_ENDS})?")


@cache
def _dotted() -> re.Pattern[str]:
    piece = f"(?:{any_of(given_names())}|[{''.join(sorted(foreign_signs()))}]){{1,{_MOST_PIECES}}}"
    return re.compile(f"{piece}(?=·)(?:·{piece})+")


@cache
def _reach() -> int:
    """Characters that a name may have before a dot and behind it."""
    return _MOST_PIECES * len(given_names()[0])


def dotted(text: str) -> Iterator[tuple[int, int, int]]:
    """(start, first dot, end) of runs with a dot in them that may be names: 阿布都外力·吾守尔."""
    first, last = text.find("·"), text.rfind("·")
    for match in _dotted().finditer(text, max(0, first - _reach()), last + 1 + _reach()):
        yield match.start(), text.index("·", match.start()), match.end()


def joined_end(text: str, at: int) -> int | None:
    """The end of a name of two and more given names at `at`, None where none is."""
    match = _pattern().match(text, at) if text[at] in _first_signs() else None
    if match is None:
        return None
    first = _pattern().match(text, at, at + 2) or _pattern().match(text, at, at + 3)
    return match.end() if first and match.end() > first.end() else None


def joined_or_given(text: str, at: int) -> int:
    """The end of the one given name or more at `at`, which is `at` where none is."""
    match = _pattern().match(text, at) if text[at : at + 1] in _first_signs() else None
    return match.end() if match else at


def given_end(text: str, at: int) -> int | None:
    """The end of one given name or more, right behind a title and before what a person does; None where none is."""
    match = _pattern().match(text, at) if text[at] in _first_signs() else None
    if match is None or text[match.end() : match.end() + 1] == "·":
        return None
    end = match.end()
    return end if text.startswith("的", end) or follow(tokenize(text[end : end + _AHEAD]), 0) else None
