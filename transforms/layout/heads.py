"""A headline group's lines as a reader would say them, ordered kicker, headline, deck."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.layout.kinds import Kind
from transforms.mapped import Mapped

_TAG = re.compile(r"[（(【][^（）()]{2,24}[）)】]\Z")
_DECK = re.compile(r"——|—|--|（\d{4}年")
_KICKER = re.compile(r"(?:——|--|：|:|强调|指出|要求|表示|时|致电|为)\Z")
_OPENERS, _CLOSERS = "（(《“‘【", "）)》”’】"
_HANGING_END = re.compile(r"[、，,和与及的在向为对把将被让以从以暨]\Z|赋能\Z|[“（《]\Z")
_VERB_START = re.compile(
    r"(?:举办|召开|举行|开展|启动|发布|出台|成立|推出|获|将|实现|打造|助力|全力|正式|顺利|圆满|成功|在)"
)
_DIGIT = re.compile(r"\d|[一二三四五六七八九十百千万亿两]+(?:个|家|人|项|次|条|万|亿|余|多)")


@dataclass(frozen=True, slots=True)
class Headline:
    """Lines in the order kicker, headline, deck; `main` is the place of the headline among them."""

    lines: tuple[Mapped, ...]
    main: int
    parts: tuple[tuple[Kind, ...], ...]


def read_headline(groups: Sequence[Sequence[Kind]]) -> Headline:
    """The lines of an article's headline groups; lines that a narrow column broke are one again."""
    lines: list[list[Kind]] = []
    for group in groups:
        lines.extend(_whole_lines(group, alone=len(groups) == 1))
    main = _main_line([_said(line) for line in lines], lines)
    return Headline(tuple(_joined(line) for line in lines), main, tuple(tuple(line) for line in lines))


def _said(line: Sequence[Kind]) -> str:
    return "".join(k.text for k in line)


def _whole_lines(group: Sequence[Kind], alone: bool) -> list[list[Kind]]:
    """Lines of one group, those joined that belong together: broken within a bracket or a phrase, or two halves of a couplet."""
    lines: list[list[Kind]] = []
    for i, kind in enumerate(group):
        if (
            kind.unit.role in ("kicker", "headline", "deck") and lines and lines[-1][0].unit.role == kind.unit.role
        ) or (
            lines and not kind.unit.role and _belongs(_said(lines[-1]), kind.text, group[i + 1 :], alone, len(group))
        ):
            lines[-1].append(kind)
        else:
            lines.append([kind])
    return lines


def _belongs(upper: str, lower: str, rest: Sequence[Kind], alone: bool, size: int) -> bool:
    if _unbalanced(upper):
        return True
    if _DECK.match(lower) or upper.endswith(("——", "：", ":")):
        return False
    if _HANGING_END.search(upper):
        return True
    plain = _TAG.sub("", lower)
    if _couplet(upper, plain):
        return True
    if not alone:  # parts set apart by empty lines: within one part the lines are one
        return True
    return size > 2 and bool(rest) and len(upper) <= 12 and upper[-1] in "”》"


def _unbalanced(text: str) -> bool:
    return any(text.count(o) > text.count(c) for o, c in zip(_OPENERS, _CLOSERS, strict=True))


def _couplet(upper: str, lower: str) -> bool:
    """Two short lines of one length with no mark in them: halves of one headline."""
    return (
        len(upper) == len(lower) <= 8 and not re.search(r"[\W_]|\d", upper + lower) and not _DIGIT.search(upper + lower)
    )


def _joined(line: Sequence[Kind]) -> Mapped:
    """One line from several; a blank stands between the halves of a couplet."""
    if len(line) == 1:
        return line[0].unit.words
    text = line[0].unit.words.text
    offsets = line[0].unit.words.offsets[:]
    for kind in line[1:]:
        words = kind.unit.words
        if _couplet(text, _TAG.sub("", words.text)) and words.offsets[0] - 1 > offsets[-1]:
            text += " "
            offsets.append(words.offsets[0] - 1)
        text += words.text
        offsets.extend(words.offsets)
    return Mapped(text, offsets)


def _main_line(said: Sequence[str], lines: Sequence[Sequence[Kind]]) -> int:
    """Which line is the main headline."""
    for i, line in enumerate(lines):
        if line[0].unit.role == "headline":
            return i
    last = len(said) - 1
    while last > 0 and _DECK.match(said[last]):
        last -= 1
    if last == 0:
        return 0
    for i in range(last + 1):
        if _TAG.search(said[i]):
            return i
    first, second = said[0], said[last]
    if last == 1 and not _KICKER.search(first):
        slogan = len(first.split()) >= 2 and not re.search(r"[，：]", first) and len(second.split()) == 1
        if slogan and len(second) > len(first):
            return 0
        if _DIGIT.search(second) and not _DIGIT.search(first) and len(second) < len(first):
            return 0
    return last
