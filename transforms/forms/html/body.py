"""The text of an HTML page that no mark of a publishing system tells: where most of its sentences stand."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.forms.html.heads import TITLE_TAGS
from transforms.forms.html.line import HtmlLine

_PROSE = re.compile("[，。；！？]")
_APART = 1.5  # times the sentences of any one element


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
    return [replace(x, mark="body") if _belongs(x, body, inside) else x for x in lines]


def _tags_inside(lines: list[HtmlLine], body: int) -> set[str]:
    """The heading tags that come between paragraphs of the body, too: they are its subheadings'."""
    texts = [at for at, x in enumerate(lines) if x.holder == body and x.tag not in TITLE_TAGS]
    if not texts:
        return set()
    return {x.tag for x in lines[texts[0] : texts[-1]] if x.tag in TITLE_TAGS and body in x.path}


def _belongs(line: HtmlLine, body: int, inside: set[str]) -> bool:
    if line.mark is not None:
        return False
    return body in line.path and line.tag in inside if line.tag in TITLE_TAGS else line.holder == body


def _paragraphs_apart(lines: list[HtmlLine], most: int) -> list[HtmlLine] | None:
    """The body where each paragraph stands in an element of its own: what one element around them holds."""
    around: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        if "。" in line.text and not line.file and len(line.path) > 1:
            around.setdefault(line.path[1], []).append(at)
    sizes = {key: sum(len(lines[at].text) for at in places) for key, places in around.items()}
    best = max(sizes, key=lambda key: sizes[key], default=None)
    if best is None or sizes[best] < _APART * most:
        return None
    first, last = around[best][0], around[best][-1]
    return [
        replace(x, mark="body") if first <= at <= last and best in x.path and not x.file and x.mark is None else x
        for at, x in enumerate(lines)
    ]
