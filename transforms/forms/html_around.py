"""Kicker, deck and byline that stand around a known headline in elements without a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.forms.html_line import HtmlLine

WRITER = re.compile(r"(?:记者|通讯员|作者|撰稿|特约)[\s:：/]|\A[□■◎●]|\A[^，。]{0,8}记者")
DAY = re.compile(r"\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]")
FOLIO = re.compile(r"(?:第\s*[A-Z]?\d{1,3}|[A-Z]?\d{2})\s*版|[A-Z]?\d{1,3}\s*[|｜:：/]\s*\S{1,8}\Z")
_TOOLS = re.compile(
    r"字[号体]|放大|缩小|默认|来源|[责编]编辑?\s*[:：]|分享|打印|评论|阅读|浏览|收藏|朗读|播放|上一|下一|返回|首页|目录|导航|检索|"
    r"PDF|版权|扫码|电子[报版]|数字报|关闭|\A\S{2,12}[报刊]社?\Z"
)
SHORTEST, LONGEST = 4, 60


def with_neighbours(lines: list[HtmlLine]) -> list[HtmlLine]:
    """The lines with the unmarked ones that stand in one element with the headline marked: kicker over it, deck and
    byline between it and the body."""
    head = next((at for at, line in enumerate(lines) if line.mark == "headline"), None)
    body = next((at for at, line in enumerate(lines) if line.mark == "body"), None)
    if head is None or body is None or head > body:
        return lines
    found = list(lines)
    told = {line.mark for line in lines}
    last = max(at for at in range(head, body) if lines[at].mark in ("headline", "deck"))
    for at in range(head + 1, body):
        line = lines[at]
        if line.mark is not None or line.file:
            continue
        if WRITER.search(line.text) and len(line.text) <= LONGEST and "byline" not in told:
            found[at] = replace(line, mark="byline")
        elif at == last + 1 and "deck" not in told and _is_title(line, lines[head]):
            found[at] = replace(line, mark="deck")
    if head and "kicker" not in told and lines[head - 1].mark is None and _is_title(lines[head - 1], lines[head]):
        found[head - 1] = replace(lines[head - 1], mark="kicker")
    return found


def is_furniture(line: HtmlLine) -> bool:
    """Whether a line is no title: a link, a day, a page number, a button."""
    return bool(line.file or DAY.search(line.text) or FOLIO.match(line.text) or _TOOLS.search(line.text))


def _is_title(line: HtmlLine, head: HtmlLine) -> bool:
    near = not set(line.path[1:3]).isdisjoint(head.path)
    whole = SHORTEST <= len(line.text) <= LONGEST and "。" not in line.text and not WRITER.search(line.text)
    return near and whole and not is_furniture(line)


def repeated_in(lines: Sequence[HtmlLine], text: str) -> bool:
    """Whether a link to an article has these words."""
    return any(line.file and line.text == text for line in lines)
