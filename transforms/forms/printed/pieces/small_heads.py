"""Headlines of short news that are hardly larger than the text: told by where they stand and what is under them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.forms.line import Box
from transforms.forms.printed.labels import is_label
from transforms.forms.printed.lines.lines import TextLine, style

_SIZES = 1.12, 1.3  # of the body's size: smaller ones are subheadings, larger ones headlines by their size
_LINES, _LONGEST = 3, 32  # lines and characters
_STEP = 1.6  # of its size: from one of its lines to the next
_OVER = 1.2  # ems of white space over it
_UNDER = 2.5  # ems from it to its text
_HEADED = 4.0  # ems under a headline: what stands there is a part of its article
_FOLLOWS = 2.2  # ems: from one line of text to the next
_INDENT, _SET_IN, _TO_END = 0.9, 3.0, 1.5  # ems: of a paragraph, and where a signature starts and ends
_CAPTION = 3.5  # ems under a picture
_MARKS = frozenset("。，；：、")
_CREDIT = re.compile(r"[。！？”]（[^（）。]{2,20}）\Z")
_DATELINE = re.compile(r"(?:本报|本刊|[一-龥]{2,6}[社报网])(?:[一-龥]{2,8}\d{1,2}月\d{1,2}日)?[讯电]")


def small_heads(
    free: Sequence[TextLine],
    text: Sequence[TextLine],
    heads: Sequence[Sequence[TextLine]],
    pictures: Sequence[Box],
    rules: Sequence[Box],
    em: float,
) -> list[list[TextLine]]:
    """The groups of lines that head an article of their own: at the top of a column, over a text with a dateline or a
    signature. `free` are the lines set apart that no headline holds, `text` those of body text."""
    groups = _groups([x for x in free if _SIZES[0] * em <= x.size < _SIZES[1] * em and not x.vertical])
    tops = [bool(_is_top(group, (*free, *text), heads, rules, em)) for group in groups]
    inside = {style(group[0]) for group, top in zip(groups, tops, strict=True) if not top}  # subheadings are set so
    return [
        group
        for group in groups
        if style(group[0]) not in inside and _is_title(group, pictures, em) and _has_article(group, text, em)
    ]


def _groups(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    groups: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda x: (x.y0, x.x0)):
        home = next((group for group in groups if _goes_on(group[-1], line)), None)
        if home is None:
            groups.append([line])
        else:
            home.append(line)
    return groups


def _goes_on(last: TextLine, line: TextLine) -> bool:
    under = 0 < line.y0 - last.y0 < _STEP * last.size and line.x0 < last.x1 and line.x1 > last.x0
    return under and style(line) == style(last)


def _is_top(
    group: Sequence[TextLine],
    lines: Sequence[TextLine],
    heads: Sequence[Sequence[TextLine]],
    rules: Sequence[Box],
    em: float,
) -> bool:
    """Whether no text runs down to the group, and no headline over columns stands over it, without a rule between."""
    left, right = min(x.x0 for x in group), max(x.x1 for x in group)
    top = group[0].y0
    floor = max((r.y0 for r in rules if r.x0 < right and r.x1 > left and r.y0 < top + 1), default=0.0)
    over = [x for x in lines if x not in group and floor < x.middle < top and x.x0 < right and x.x1 > left]
    headed = any(
        floor < max(x.y1 for x in head) <= top + em
        and top - max(x.y1 for x in head) < _HEADED * em
        and min(x.x0 for x in head) < right
        and max(x.x1 for x in head) > left
        for head in heads
    )
    return not headed and not any(top - x.y1 < _OVER * em for x in over)


def _is_title(group: Sequence[TextLine], pictures: Sequence[Box], em: float) -> bool:
    words = "".join(line.text for line in group)
    if len(group) > _LINES or len(words) > _LONGEST or words[-1] in _MARKS or is_label(words):
        return False
    left, right, top = min(x.x0 for x in group), max(x.x1 for x in group), group[0].y0
    return not any(p.x0 < right and p.x1 > left and -em < top - p.y1 < _CAPTION * em for p in pictures)


def _has_article(group: Sequence[TextLine], text: Sequence[TextLine], em: float) -> bool:
    """Whether right under it a paragraph opens, of a text with a dateline, or with a signature at its end."""
    left, right, bottom = min(x.x0 for x in group), max(x.x1 for x in group), max(x.y1 for x in group)
    column: list[TextLine] = []
    for line in sorted((x for x in text if x.y0 > bottom - 1), key=lambda x: x.y0):
        if line.x0 >= right or line.x1 <= left:
            continue
        if line.y0 - (column[-1].y0 if column else bottom) > (_FOLLOWS if column else _UNDER) * em:
            break
        column.append(line)
        left, right = min(left, line.x0), max(right, line.x1)
    edge = min((x.x0 for x in column), default=0.0)
    if len(column) < _LINES or column[0].x0 - edge < _INDENT * em:
        return False
    last, end = column[-1], max(x.x1 for x in column)
    signed = last.x0 - edge > _SET_IN * em and end - last.x1 < _TO_END * em and last.text[-1] not in _MARKS
    signed = signed or _CREDIT.search("".join(line.text for line in column[-2:])) is not None
    return signed or _DATELINE.match(column[0].text) is not None
