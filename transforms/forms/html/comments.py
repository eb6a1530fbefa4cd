"""Where the comments of readers begin under the text of an HTML page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.forms.html.line import HtmlLine

_BEGIN = re.compile(
    r"(?:(?:热门|最热|最新|精彩|全部|网友|用户|读者|文章)(?:评论|跟[贴帖]|留言)|(?:查看|发表|我要|登录后?)评论)[\s（(]*(?:共?\s*\d*\s*[条个]?)[）)]?"
    r"|(?:共|查看全部)?\s*\d+\s*条(?:评论|跟[贴帖]|留言).{0,16}|(?:评论|跟[贴帖])\s*[（(]?\s*\d+\s*[）)]?"
)
_SENTENCE = 15  # characters of the shortest paragraph
_LEAST = 2  # paragraphs over the comments


def without_comments(lines: list[HtmlLine]) -> tuple[list[HtmlLine], list[HtmlLine]]:
    """The lines down to where comments begin, and the others, none of them text. 网友评论 among the paragraphs of one
    element is a subheading."""
    texts = 0
    holders: set[int] = set()
    for at, line in enumerate(lines):
        if _is_text(line):
            texts += 1
            holders.add(line.holder)
        elif texts >= _LEAST and _BEGIN.fullmatch(line.text) and not _goes_on(lines[at:], holders):
            return lines[:at], [replace(x, mark=None) for x in lines[at:]]
    return lines, []


def _goes_on(lines: Sequence[HtmlLine], holders: set[int]) -> bool:
    return any(_is_text(line) and line.holder in holders for line in lines)


def _is_text(line: HtmlLine) -> bool:
    return "。" in line.text and len(line.text) >= _SENTENCE and not line.linked
