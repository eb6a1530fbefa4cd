"""Lines that only say who wrote an article, where they are set apart from its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from transforms.forms.line import Box
from transforms.forms.printed.articles.set_lines import SetLine, set_line
from transforms.forms.printed.labels import is_label
from transforms.forms.printed.lines.lines import TextLine, style
from transforms.forms.printed.pieces.pieces import Measures, is_text

_NAMES = r"[一-龥·][一-龥·\s、，/／|｜]{1,60}"
_DID = r"(?:[文图片摄]|图文|文图|摄影|撰文)\s*[/／|｜:：]\s*"
_OF = r"(?:本报|本刊|(?!本[版期文]|[图照]片|除)[一-龥]{2,6}[报刊社台网])?(?:全媒体?|融媒体?)?"
_WRITERS = re.compile(
    rf"[□■◎○]?\s*(?:{_DID})?{_OF}(?:驻[一-龥]{{2,6}})?[一-龥]{{0,4}}?(?:记者|通讯员|撰稿人)[\s:：/／]+{_NAMES}"
    rf"|[□■◎○]?\s*{_DID}{_NAMES}"
)
_NAME = re.compile(r"[□■◎○]?\s?(?:文[/／])?(?:[一-龥]{2,3}|[一-龥]\s+[一-龥])(?:[/／]文)?")
# a name or more, what each did behind a stroke: 林 渡/文 江岸/摄, or over the name: 文/江岸
_MORE = re.compile(
    r"(?:通讯员|记者|实习生|摄影)?(?:[文图片摄]\s?[/／])?[一-龥·\s、]{1,24}(?:[/／]\s?(?:[文图片摄]|图文|文图|摄影|供图|整理)[一-龥·\s、]{0,12}){0,3}"
    r"|[/／]\s?[文图片摄]"
)
# 本报通讯员 江岸 记者 over the name: no end of it
_SIGNATURE = re.compile(
    r"[（(]?[□■◎○]?\s?(?:[文图][/／]|本报|本刊|特约|实习|见习)*(?:记者|通讯员|作者)[^。，！？：“”）)]*\Z"
)
_SET_IN = 2.6  # ems: further in than any paragraph starts
_UNDER = 2.0  # times its size: from one line of a byline to the next


def says_writers(text: str) -> bool:
    """Whether a line names 记者 or 通讯员, or who wrote behind what he did, and says nothing else."""
    return _WRITERS.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Whether a line is one name."""
    return _NAME.fullmatch(text) is not None and not is_label(text)


def has_more(last: TextLine, line: TextLine) -> bool:
    """Whether a line right under one of a byline, set like it, has more of its names."""
    under = 0 < line.y0 - last.y0 < _UNDER * last.size and line.x0 < last.x1 and line.x1 > last.x0
    return under and style(line) == style(last) and _MORE.fullmatch(line.text) is not None


def signs_on(last: TextLine, line: TextLine, left: float, right: float) -> bool:
    """Whether a byline at the foot of a column, set to its right edge, goes on in a line under it that is so set."""
    em = line.size
    under = 0 < line.y0 - last.y0 < _UNDER * em and style(line) == style(last)
    to_right = right - line.x1 < em and right - last.x1 < em and line.x0 - left > _SET_IN * em
    return under and to_right and _SIGNATURE.match(last.text) is not None


def over_text(heading: Sequence[TextLine], lines: Sequence[TextLine], page: Measures) -> list[TextLine]:
    """The lines between an article's headline and all of its text that name who wrote it, in order."""
    main = max(heading, key=lambda line: line.size, default=None)
    top = min((line.y0 for line in lines if is_text(line, page)), default=None)
    if main is None or top is None or main.vertical:
        return []
    under = [x for x in lines if x is not main and main.middle < x.y0 and x.y1 <= top + 2 and not is_text(x, page)]
    alike = Counter(style(line) for line in lines)
    held = set(map(id, heading))
    found = [
        line
        for line in under
        if says_writers(line.text) or (is_name(line.text) and alike[style(line)] == 1 and id(line) not in held)
    ]
    more = [line for line in under if line not in found and any(has_more(last, line) for last in found)]
    return sorted(found + more, key=lambda line: (line.y0, line.x0))


def set_bylines(lines: Sequence[TextLine]) -> list[SetLine]:
    """Each byline, which may have several lines."""
    found: list[SetLine] = []
    for at, line in enumerate(lines):
        if at and has_more(lines[at - 1], line):
            found[-1] = longer(found[-1], line)
        else:
            found.append(set_line([line], "byline", None))
    return found


def longer(byline: SetLine, line: TextLine) -> SetLine:
    """A byline with one more line."""
    box = byline.box
    around = Box(min(box.x0, line.x0), min(box.y0, line.y0), max(box.x1, line.x1), max(box.y1, line.y1))
    return replace(byline, text=f"{byline.text} {line.text}", box=around)
