"""Kickers and decks no larger than body text: the few words of a place or an occasion that stand alone over a headline,
and the line behind a dash under it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.forms.line import Box
from transforms.forms.printed.labels import is_label
from transforms.forms.printed.lines.lines import TextLine

_SIZES = 0.75, 1.12  # of the body's size: larger ones are told by their size
_HEADLINE = 1.12  # of the body's size: what stands at a headline's top has it, or is a kicker already
_NEAR = 1.2  # of the body's size: from it to the headline
_ALONE = 0.9  # the same of white space over it
_CAPTION = 3.5  # the same under a picture, where captions stand
_ALIGNED = 0.6  # the same between its middle or its start and the headline's
_STEP = 1.4  # of its size: from one line of a deck to the next, which is less than that of text
_STOPS = frozenset("。，；：")
_WORDS = re.compile(r"[“‘《]?[一-龥\dA-Za-z][一-龥\dA-Za-z、，·—“”‘’《》\s]{1,22}[一-龥\dA-Za-z”’》]")
_OTHER = re.compile(r"记者|通讯员|作者|供稿|摄影|[摄绘文图]\Z|[转接]第?[A-Z]?\S{1,3}版|[图文][/／]")


def small_kicker(
    group: Sequence[TextLine], lines: Sequence[TextLine], pictures: Sequence[Box], rules: Sequence[Box], em: float
) -> list[TextLine]:
    """The line that stands alone right over a headline, at its start or its middle; none where it has a kicker."""
    top = min(group, key=lambda line: line.y0)
    if top.vertical or top.size < _HEADLINE * em:
        return []
    held = set(map(id, group))
    others = [line for line in lines if id(line) not in held]
    found = [line for line in others if _leads_to(line, top, group, em) and _is_phrase(line.text)]
    return [x for x in found if _is_alone(x, others, pictures, rules, em)] if len(found) == 1 else []


def small_deck(group: Sequence[TextLine], lines: Sequence[TextLine], em: float) -> list[TextLine]:
    """The line that opens with a dash right under a headline, in line with it and no wider, and a second one."""
    foot = max(group, key=lambda line: line.y1)
    if foot.vertical or foot.size < _HEADLINE * em:
        return []
    fit = [x for x in lines if x.text[-1] not in _STOPS and _in_line(x, group, em)]
    first = [x for x in fit if x.text.startswith("——") and -0.5 * em < x.y0 - foot.y1 < _NEAR * em][:1]
    rest = [x for x in fit if first and 0 < x.y0 - first[0].y0 < _STEP * x.size and _set_alike(x, first[0])]
    return first + rest[:1]


def _set_alike(line: TextLine, other: TextLine) -> bool:
    return line.font == other.font and abs(line.size - other.size) < 0.1


def _is_phrase(text: str) -> bool:
    return _WORDS.fullmatch(text) is not None and not _OTHER.search(text) and not is_label(text)


def _leads_to(line: TextLine, top: TextLine, group: Sequence[TextLine], em: float) -> bool:
    """Whether a small line stands right over the headline, no wider than it, and in line with it."""
    return -0.5 * em < top.y0 - line.y1 < _NEAR * em and _in_line(line, group, em)


def _in_line(line: TextLine, group: Sequence[TextLine], em: float) -> bool:
    left, right = min(x.x0 for x in group), max(x.x1 for x in group)
    if line.vertical or line.row or not _SIZES[0] * em <= line.size < _SIZES[1] * em or line.width > right - left + em:
        return False
    return abs(line.x0 - left) < _ALIGNED * em or abs(line.x0 + line.x1 - left - right) < 2 * _ALIGNED * em


def _is_alone(
    line: TextLine, others: Sequence[TextLine], pictures: Sequence[Box], rules: Sequence[Box], em: float
) -> bool:
    """Whether no text runs down to the line or beside it, and no picture stands over it that it may speak of."""
    over = [x for x in others if x is not line and x.x0 < line.x1 + em and x.x1 > line.x0 - em and x.y0 < line.y1]
    ruled = [rule.y0 for rule in rules if rule.x0 < line.x1 and rule.x1 > line.x0 and rule.y0 < line.y0 + 1]
    floor = max(ruled, default=0.0)
    text = any(line.y0 - x.y1 < _ALONE * em for x in over if x.middle > floor)
    shown = any(p.x0 < line.x1 and p.x1 > line.x0 and -em < line.y0 - p.y1 < _CAPTION * em for p in pictures)
    return not text and not shown
