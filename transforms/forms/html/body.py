"""The text of an HTML page that no mark of a publishing system tells: where most of its sentences stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.forms.html.around import names_writer
from transforms.forms.html.heads import TITLE_TAGS
from transforms.forms.html.line import HtmlLine

_IN_BRACKETS = re.compile(r"[（(][^（）()，。]{2,24}[）)]")
_PROSE = re.compile("[，。；！？]")
_CALLS = re.compile("关注|点击|扫码|长按|阅读|推荐|公众号|客户端")  # what a site asks of its readers
_TITLE = 24  # characters
_APART = 1.5  # times the sentences of any one element
_AROUND = 3  # elements around that of a paragraph
_UNDER = 3  # lines in which the writers follow the text


def guess_body(lines: list[HtmlLine]) -> list[HtmlLine]:
    """The lines with those of the element marked that holds the most sentences."""
    prose: dict[int, int] = {}
    for line in lines:
        if _PROSE.search(line.text):
            prose[line.holder] = prose.get(line.holder, 0) + len(line.text)
    if not prose:
        return lines
    body = max(prose, key=lambda holder: prose[holder])
    if (apart := _paragraphs_apart(lines, prose[body])) is not None:
        return apart
    inside = _tags_inside(lines, body)
    titles = _titles_inside(lines, body)
    first = next(at for at, x in enumerate(lines) if x.holder == body)
    return [
        replace(x, mark="body") if at in titles or _belongs(x, body, inside) or (at > first and _signs(x, body)) else x
        for at, x in enumerate(lines)
    ]


def _signs(line: HtmlLine, body: int) -> bool:
    """A writer's name in an element of its own inside that of the text: <div align="right">□ 王小二</div>."""
    signed = names_writer(line) or _IN_BRACKETS.fullmatch(line.text)
    return line.mark is None and not line.file and body in line.path and bool(signed)


def _tags_inside(lines: list[HtmlLine], body: int) -> set[str]:
    """The heading tags that come between paragraphs of the body, too: they are its subheadings'."""
    texts = [at for at, x in enumerate(lines) if x.holder == body and x.tag not in TITLE_TAGS]
    if not texts:
        return set()
    return {x.tag for x in lines[texts[0] : texts[-1]] if x.tag in TITLE_TAGS and body in x.path}


def _titles_inside(lines: Sequence[HtmlLine], body: int) -> set[int]:
    """The short bold lines in boxes of their own between paragraphs of the body: <section><b>01 渡口</b></section>."""
    texts = [at for at, x in enumerate(lines) if x.holder == body and _PROSE.search(x.text)]
    return {
        at
        for at in range(texts[0], texts[-1])
        if (line := lines[at]).mark is None
        and line.bold
        and body in line.path
        and line.tag not in TITLE_TAGS
        and len(line.text) <= _TITLE
        and not (line.file or line.bar or line.text[-1] in "。；，：" or _CALLS.search(line.text))
    }


def _belongs(line: HtmlLine, body: int, inside: set[str]) -> bool:
    if line.mark is not None:
        return False
    return body in line.path and line.tag in inside if line.tag in TITLE_TAGS else line.holder == body


def _paragraphs_apart(lines: list[HtmlLine], most: int) -> list[HtmlLine] | None:
    """The body where each paragraph stands in an element of its own: what one element around them holds, however many
    lie between. Writers right under it belong to it."""
    best: list[int] = []
    for level in range(1, _AROUND + 1):
        places = _together(lines, level)
        size = sum(len(lines[at].text) for at in places)
        if size >= _APART * most:
            best, most, holder = places, size, lines[places[0]].path[level]
    if not best:
        return None
    first, end = best[0], best[-1] + 1
    under = range(end, min(end + _UNDER, len(lines)))
    last = max((at for at in under if holder in lines[at].path and names_writer(lines[at])), default=best[-1])
    return [
        replace(x, mark="body") if first <= at <= last and holder in x.path and not x.file and x.mark is None else x
        for at, x in enumerate(lines)
    ]


def _together(lines: Sequence[HtmlLine], level: int) -> list[int]:
    """The sentences in that element, so many around their own, that holds most of them."""
    around: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        if "。" in line.text and not line.file and len(line.path) > level:
            around.setdefault(line.path[level], []).append(at)
    return max(around.values(), key=lambda places: sum(len(lines[at].text) for at in places), default=[])
