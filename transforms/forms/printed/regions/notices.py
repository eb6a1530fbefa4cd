"""Notices and short pieces in a frame of their own, under a title hardly larger than their text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.forms.printed.labels import is_label
from transforms.forms.printed.lines.lines import TextLine, style
from transforms.forms.printed.pieces.pieces import Measures, in_columns, is_text

_NOTICES = ("公告", "公示", "通告", "启事", "声明", "讣告", "通知", "通报", "倡议书", "预告")  # how their titles end
_DATELINE = re.compile(
    r"(?:本报|本刊|[一-龥]{2,6}[社报网])(?:[一-龥]{2,8}\d{1,2}月\d{1,2}日)?[讯电]|（[^（）]{0,12}记者"
)
_MARKS = frozenset("。，；：？！、")
_LONGEST, _LINES = 30, 2  # characters and lines of a title
_CENTRED = 2.0  # ems: what its two margins may differ by
_SET_IN, _TO_END = 3.0, 2.5  # ems: where a signature starts, and ends at the most
_LEAST = 3  # lines of text


def notice_title(lines: Sequence[TextLine], page: Measures) -> tuple[TextLine, ...]:
    """The title over all text of a frame, where what is under it is no part of the article around: a notice by its
    title, or a text with a dateline or a signature of its own. Nothing where the frame is of the article."""
    text = [line for line in lines if is_text(line, page)]
    top = min((line.y0 for line in text), default=0.0)
    title = sorted((x for x in lines if x.y1 <= top + 1 and not is_text(x, page)), key=lambda x: (x.y0, x.x0))
    if len(text) < _LEAST or not _is_title(title, lines):
        return ()
    rest = [line for line in lines if line not in title]
    if any(style(line) == style(title[0]) or line.size > title[0].size + 0.3 for line in rest):
        return ()
    told = title[-1].text.endswith(_NOTICES) or _DATELINE.match(min(text, key=lambda x: (x.y0, x.x0)).text) is not None
    return tuple(title) if told or _signed(rest, page) else ()


def _is_title(title: Sequence[TextLine], lines: Sequence[TextLine]) -> bool:
    if not 0 < len(title) <= _LINES or len(set(map(style, title))) > 1 or title[0].vertical:
        return False
    words = "".join(line.text for line in title)
    if len(words) > _LONGEST or words[-1] in _MARKS or any(is_label(line.text) for line in title):
        return False
    left, right = min(x.x0 for x in lines), max(x.x1 for x in lines)
    return all(abs(x.x0 + x.x1 - left - right) < _CENTRED * x.size or x.x0 - left < 0.5 * x.size for x in title)


def _signed(lines: Sequence[TextLine], page: Measures) -> bool:
    """Whether the last line is set to the right: who says so, and when."""
    column = in_columns(sorted(lines, key=lambda x: (-x.width, x.x0)), page)[-1]
    last = max(column, key=lambda x: x.y0)
    left, right = min(x.x0 for x in column), max(x.x1 for x in column)
    set_in = last.x0 - left > _SET_IN * page.size and right - last.x1 < _TO_END * page.size
    return set_in and last.text[-1] not in _MARKS
