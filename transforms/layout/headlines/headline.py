"""A headline group's lines as a reader would say them, ordered kicker, headline, deck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.layout.headlines.broken_lines import PageBreaks, Place, lines_of
from transforms.layout.headlines.main_line import main_line
from transforms.layout.kinds.kind import Kind
from transforms.layout.wording.line_words import DECK, SHORT, Words, states
from transforms.layout.wording.one_or_two_lines import ATTEND, HANGING_END, are_one, halves, is_open
from transforms.layout.wording.shared_pairs import TAG
from transforms.mapped import Mapped

_HALF = 5  # characters
_MOST_UNITS = 16  # of a group whose widths are asked: a longer one is a list or a poem


@dataclass(frozen=True, slots=True)
class Headline:
    """Lines in the order kicker, headline, deck; `main` is the place of the headline among them."""

    lines: tuple[Mapped, ...]
    main: int
    parts: tuple[tuple[Kind, ...], ...]


def read_headline(groups: Sequence[Sequence[Kind]], breaks: PageBreaks | None) -> Headline:
    """The lines of an article's headline groups; lines that a narrow column broke are one again.

    On a page without `breaks`, with each paragraph on one line, only an open bracket or comma goes on.
    """
    lines: list[list[Kind]] = []
    for group in groups:
        lines.extend(_whole_lines(group, len(groups) == 1, breaks))
    main = main_line([_said(line) for line in lines], lines)
    return Headline(tuple(_joined(line) for line in lines), main, tuple(tuple(line) for line in lines))


def _said(line: Sequence[Kind]) -> str:
    return "".join(k.text for k in line)


def _whole_lines(group: Sequence[Kind], alone: bool, breaks: PageBreaks | None) -> list[list[Kind]]:
    """Lines of one group, those joined that a reader says as one."""
    by_sense = breaks is not None and not breaks.broken and not any(kind.unit.role for kind in group)
    if by_sense and len(group) == 3 and _is_kicker(group[0].text):
        lines = _two_under_kicker([[kind] for kind in group])
        if len(lines) == 2:
            return lines
    lines = []
    over_deck = bool(DECK.match(group[-1].text))
    standing = lines_of(group) if breaks and len(group) <= _MOST_UNITS else []
    at = -1
    for n, kind in enumerate(group):
        over_halves = by_sense and _stands_over_halves(group, n)
        if (
            lines
            and not over_halves
            and (
                _is_told_one(lines[-1], kind, alone, over_deck)
                if kind.unit.role
                else _goes_on(lines[-1], kind, alone, breaks, standing, at)
            )
        ):
            lines[-1].append(kind)
        else:
            lines.append([kind])
        at += len(kind.unit.words.lines())
    parts = by_sense and len(lines) == 3 and len(lines[1]) == len(lines[2]) == 1
    return _two_under_kicker(lines) if parts else lines


def _is_told_one(line: Sequence[Kind], below: Kind, alone: bool, over_deck: bool) -> bool:
    """Whether a line goes on in one whose role the form tells: in the same element, or by their words where both are
    the headline's over a deck, for then the one may be its kicker."""
    told, unit = line[-1].unit, below.unit
    if unit.role not in ("kicker", "headline", "deck") or told.role != unit.role:
        return False
    broken = over_deck and unit.role == "headline" and are_one(_said(line), below.text, alone)
    return told.paragraph == unit.paragraph or broken


def _goes_on(
    line: Sequence[Kind], below: Kind, alone: bool, breaks: PageBreaks | None, standing: Sequence[str], at: int
) -> bool:
    """Whether a line goes on in the one below, by their words and widths."""
    said = _said(line)
    if breaks is None:
        return is_open(said) or said[-1] in "、，"
    one = breaks.told(Place(said, standing, at)) if standing else None
    return not _is_couplet(line, below) and are_one(said, below.text, alone) if one is None else one


def _stands_over_halves(group: Sequence[Kind], n: int) -> bool:
    """Line n and the one under it are short halves of one line, and the one over them is long."""
    if not 0 < n < len(group) - 1:
        return False
    over, first, second = (kind.text for kind in group[n - 1 : n + 2])
    return len(first) == len(second) <= _HALF and len(over) >= 2 * _HALF and halves(first, second)


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
    if states(third) and Words.of(second).predicate and Words.of(third).opens not in ("v", "d"):
        return lines  # a deck with its figure
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
