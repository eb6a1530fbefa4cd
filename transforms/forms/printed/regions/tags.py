"""Tags over an article: the name of its column (农技课堂) in a small box or on a band of its own, by the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.forms.line import Box
from transforms.forms.printed.articles.bylines import is_name, says_writers
from transforms.forms.printed.drawing import holds
from transforms.forms.printed.labels import is_label, names_column
from transforms.forms.printed.lines.lines import TextLine
from transforms.forms.printed.pieces.pieces import Measures, is_headline, is_text

_WORDS = re.compile(r"[一-龥A-Za-z\d·・]{2,8}")
_MARKED = re.compile(r"【[^【】]{2,8}】|[■●◆□◎▲★]\s?[一-龥·]{2,8}|[一-龥·]{2,8}\s?[■●◆]")
_LINES = 4  # of a tag, of one character each where it stands upright
_SMALLER = 0.85  # of the headline's size
_BAND = 2.6  # times its size: how high a band is that holds nothing but a line
_NEAR = 2.5  # ems: from a tag to its headline
_TOUCH = 0.5  # ems: how far a tag may reach into the headline's cells


def tags_over(lines: Sequence[TextLine], shapes: Sequence[Box], page: Measures) -> list[tuple[TextLine, TextLine]]:
    """Each line of a tag with the headline that it stands at: over it, or beside it where a box is around the tag."""
    heads = [line for line in lines if is_headline(line, page)]
    found: dict[int, tuple[TextLine, TextLine]] = {}
    for inside in _boxed(lines, shapes) if heads else []:
        words = "".join(line.text for line in inside)
        head = _head_at(inside, heads, page.size, beside=True)
        if head and _WORDS.fullmatch("".join(words.split())):
            found.update((id(line), (line, head)) for line in inside)
    for line in lines if heads else []:
        plain = id(line) not in found and not line.vertical and not is_text(line, page)
        head = _head_at([line], heads, page.size, beside=False) if plain and _names_column(line.text) else None
        if head:
            found[id(line)] = (line, head)
    return list(found.values())


def left_over(heading: Sequence[TextLine], lines: Sequence[TextLine], page: Measures) -> list[TextLine]:
    """The few words over all text of an article and over its headline that are no part of it."""
    top = min((line.y0 for line in heading if not line.vertical), default=0.0)
    over = [x for x in lines if x.y1 <= top + _TOUCH * page.size]
    if any(is_text(line, page) for line in over):
        return []
    return [x for x in over if _WORDS.fullmatch(x.text) and not is_name(x.text) and not says_writers(x.text)]


def _names_column(text: str) -> bool:
    return is_label(text, "box") or names_column(text) or _MARKED.fullmatch(text) is not None


def _boxed(lines: Sequence[TextLine], shapes: Sequence[Box]) -> list[list[TextLine]]:
    """What stands alone in small boxes, one line or a few short ones set alike."""
    found = []
    for box in set(shapes):
        inside = [line for line in lines if holds(box, line)]
        if not 0 < len(inside) <= _LINES or len({(line.font, round(line.size)) for line in inside}) > 1:
            continue
        upright = all(line.vertical or len(line.text) == 1 for line in inside)
        thick = box.x1 - box.x0 if upright else (box.y1 - box.y0) / len(inside)
        if thick <= _BAND * inside[0].size:
            found.append(sorted(inside, key=lambda line: (line.y0, line.x0)))
    return found


def _head_at(tag: Sequence[TextLine], heads: Sequence[TextLine], em: float, beside: bool) -> TextLine | None:
    """The nearest headline right under a tag, or level with it where it may stand `beside` one."""
    left, right = min(x.x0 for x in tag), max(x.x1 for x in tag)
    top, bottom = min(x.y0 for x in tag), max(x.y1 for x in tag)
    held = set(map(id, tag))
    near: list[tuple[float, TextLine]] = []
    for head in heads:
        if id(head) in held or tag[0].size > _SMALLER * head.size:
            continue
        under, aside = head.y0 - bottom, max(head.x0 - right, left - head.x1)
        level = beside and top < head.y1 and bottom > head.y0
        if -_TOUCH * em <= under < _NEAR * em and aside < _NEAR * em:
            near.append((max(under, 0.0) + max(aside, 0.0), head))
        elif level and -_TOUCH * em <= aside < _NEAR * em:
            near.append((aside, head))
    return min(near, key=lambda item: item[0])[1] if near else None
