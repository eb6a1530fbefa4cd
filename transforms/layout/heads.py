"""A headline group's lines as a reader would say them, ordered kicker, headline, deck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.layout.kinds import Kind
from transforms.layout.line_words import DECK
from transforms.layout.main_line import main_line
from transforms.layout.one_line import ATTEND, HANGING_END, SHORT, are_one, halves, is_open
from transforms.layout.shares import TAG
from transforms.mapped import Mapped


@dataclass(frozen=True, slots=True)
class Headline:
    """Lines in the order kicker, headline, deck; `main` is the place of the headline among them."""

    lines: tuple[Mapped, ...]
    main: int
    parts: tuple[tuple[Kind, ...], ...]


def read_headline(groups: Sequence[Sequence[Kind]], wrapped: bool) -> Headline:
    """The lines of an article's headline groups; lines that a narrow column broke are one again.

    On a page that is not `wrapped`, with each paragraph on one line, only an open bracket or comma goes on.
    """
    lines: list[list[Kind]] = []
    for group in groups:
        lines.extend(_whole_lines(group, len(groups) == 1, wrapped))
    main = main_line([_said(line) for line in lines], lines)
    return Headline(tuple(_joined(line) for line in lines), main, tuple(tuple(line) for line in lines))


def _said(line: Sequence[Kind]) -> str:
    return "".join(k.text for k in line)


def _whole_lines(group: Sequence[Kind], alone: bool, wrapped: bool) -> list[list[Kind]]:
    """Lines of one group, those joined that a reader says as one."""
    lines: list[list[Kind]] = [[kind] for kind in group]
    in_three = len(lines) == 3 and wrapped and not any(kind.unit.role for kind in group)
    if in_three and _is_kicker(group[0].text):
        lines = _two_under_kicker(lines)
        if len(lines) == 2:
            return lines
    lines = []
    for kind in group:
        if lines and _goes_on(lines[-1], kind, alone, wrapped):
            lines[-1].append(kind)
        else:
            lines.append([kind])
    if len(lines) == 3 and wrapped and not any(line[0].unit.role for line in lines):
        lines = _two_under_kicker(lines)
    return lines


def _goes_on(line: Sequence[Kind], below: Kind, alone: bool, wrapped: bool) -> bool:
    """Whether a line goes on in the one below; the form may tell it by their roles."""
    role = below.unit.role
    if role:
        told = line[-1].unit
        return role in ("kicker", "headline", "deck") and (told.role, told.paragraph) == (role, below.unit.paragraph)
    said = _said(line)
    if not wrapped:
        return is_open(said) or said[-1] in "、，"
    return not _is_couplet(line, below) and are_one(said, below.text, alone)


def _is_couplet(line: Sequence[Kind], below: Kind) -> bool:
    """Two halves of one length are whole, unless the line below is as long."""
    texts = [kind.text for kind in line]
    return len(texts) == 2 and len(below.text) != len(texts[1]) and halves(*texts)


def _is_kicker(text: str) -> bool:
    """A line too long for large type, that asks for no other."""
    return len(text) > SHORT and not is_open(text) and not HANGING_END.search(text)


def _two_under_kicker(lines: list[list[Kind]]) -> list[list[Kind]]:
    """Under a long kicker two short lines are the halves of one headline."""
    first, second, third = (_said(line) for line in lines)
    if DECK.match(third) or ATTEND.fullmatch(third) or TAG.search(second) or second.endswith(("：", "——", "？", "！")):
        return lines
    if len(first) > max(len(second), len(third)) and max(len(second), len(third)) <= SHORT and len(first) > 8:
        return [lines[0], lines[1] + lines[2]]
    return lines


def _joined(line: Sequence[Kind]) -> Mapped:
    """One line from several; a blank stands where two halves of one length meet."""
    if len(line) == 1:
        return line[0].unit.words
    text = line[0].unit.words.text
    offsets = line[0].unit.words.offsets[:]
    for kind in line[1:]:
        words = kind.unit.words
        halves = len(text) == len(TAG.sub("", words.text)) <= SHORT
        if halves and words.offsets[0] - 1 > offsets[-1]:
            text += " "
            offsets.append(words.offsets[0] - 1)
        text += words.text
        offsets.extend(words.offsets)
    return Mapped(text, offsets)
