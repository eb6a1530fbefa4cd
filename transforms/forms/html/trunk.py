"""What stands in the element that holds the text of an HTML page, and what only follows it in one around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.forms.html.around import is_signature
from transforms.forms.html.furniture import is_furniture
from transforms.forms.html.line import HtmlLine

_MOST = 0.8  # of the text's sentences
_LONGEST_POINTER = 60  # characters of a link to another article
_LABEL = re.compile(r"[^，。]{0,12}(?:相关|延伸|此前|推荐|更多)[^，。]{0,8}[：:]")
# what the article was called where it was printed first
_FORMER = re.compile(r"[（(【\[]?\s*(?:本文|文章)?原(?:文?标)?题为?\s*[：:].*")


def of_trunk(lines: list[HtmlLine]) -> list[HtmlLine]:
    """The lines with those of the text unmarked that are none of it: links and buttons that follow the element with
    its paragraphs, links to other articles over and among them, the former title."""
    outside = _furniture_under(lines) | _pointers(lines)
    return [
        replace(x, mark=None) if at in outside or (x.mark == "body" and _FORMER.fullmatch(x.text)) else x
        for at, x in enumerate(lines)
    ]


def _furniture_under(lines: Sequence[HtmlLine]) -> set[int]:
    """The lines called text under the innermost element that holds nearly all sentences, where they have links or
    buttons among them and are no sentences for the most part. Writers right under the text belong to it."""
    places = [at for at, line in enumerate(lines) if line.mark == "body"]
    trunk = _trunk([lines[at] for at in places])
    last = max((at for at in places if trunk in lines[at].path), default=len(lines))
    under = [at for at in places if at > last]
    while under and is_signature(lines[under[0]]):
        under.pop(0)
    sentences = sum("。" in lines[at].text for at in under)
    told = any(lines[at].file or is_furniture(lines[at]) for at in under)
    return set(under) if told and sentences * 2 < len(under) else set()


def _trunk(texts: Sequence[HtmlLine]) -> int | None:
    held: dict[int, int] = {}
    total = 0
    for line in texts:
        if "。" in line.text:
            total += len(line.text)
            for holder in line.path:
                held[holder] = held.get(holder, 0) + len(line.text)
    # elements are numbered as they open: the innermost of those around one another last
    return max((holder for holder, size in held.items() if size >= _MOST * total), default=None)


def _pointers(lines: Sequence[HtmlLine]) -> set[int]:
    """The lines of the text that are a link each and no sentence, and a label over them: 相关报道："""
    found: set[int] = set()
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        link = line.linked and line.file and len(line.text) <= _LONGEST_POINTER and "。" not in line.text
        if line.mark == "body" and (link or (at + 1 in found and _LABEL.fullmatch(line.text))):
            found.add(at)
    return found
