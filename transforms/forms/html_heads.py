"""Which lines of an HTML page are its headline lines, where no element says so outright."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.forms.html_line import HtmlLine

TITLE_TAGS = {"h1": "headline", "h3": "kicker", "h2": "deck", "h4": "deck"}
_WRITER = re.compile(r"(?:记者|通讯员|作者|撰稿|特约)[\s:：/]|\A[□■◎●]|\A[^，。]{0,8}记者")
_PROPERTY = re.compile(r"<(title|introtitle|subtitle)>([^<>]{1,200})</\1>")
_FOUNDER = re.compile(r"<!--\s*enpproperty\s(.{0,8000}?)/enpproperty\s*-->", re.DOTALL)
_PROPERTY_ROLES = {"title": "headline", "introtitle": "kicker", "subtitle": "deck"}
_TITLE = re.compile(r"<title[^<>]{0,200}>([^<>]{2,300})</title>", re.IGNORECASE)
_DATE = re.compile(r"\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]")
_FOLIO = re.compile(r"(?:第\s*[A-Z]?\d{1,3}|[A-Z]?\d{2})\s*版")
_LONGEST, _SHORTEST = 60, 4
_MOST_LINES = 5


def told_heads(lines: list[HtmlLine], html: str) -> list[HtmlLine]:
    """The lines with their headline marked: by heading tags, by what the publishing system or the page's title repeats,
    else the bold line among the short ones right over the body."""
    if any(line.mark == "headline" for line in lines):
        return lines
    tagged = _by_tags(lines)
    if any(line.mark == "headline" for line in tagged):
        return tagged
    body = next((at for at, line in enumerate(lines) if line.mark == "body"), None)
    if not body:
        return lines
    marks = _by_properties(lines[:body], html) or _by_place(lines[:body], html)
    return [replace(line, mark=marks[at]) if at in marks else line for at, line in enumerate(lines)]


def _by_tags(lines: list[HtmlLine]) -> list[HtmlLine]:
    """Heading tags around the body: h1 is the headline, or the largest there is; one with a writer is a byline."""
    if not any(line.tag in ("h1", "h2") and line.mark in (None, "body") for line in lines):
        return lines
    main = "h1" if any(line.tag == "h1" for line in lines) else "h2"
    roles = {**TITLE_TAGS, main: "headline"}
    return [
        replace(x, mark="byline" if x.tag != main and _WRITER.search(x.text) else roles[x.tag])
        if x.tag in roles and x.mark is None
        else x
        for x in lines
    ]


def _by_properties(over: Sequence[HtmlLine], html: str) -> dict[int, str]:
    """The lines that Founder's property comment repeats."""
    founder = _FOUNDER.search(html)
    if founder is None:
        return {}
    told = {_bare(m[2]): _PROPERTY_ROLES[m[1]] for m in _PROPERTY.finditer(founder[1])}
    marks = {at: told[_bare(line.text)] for at, line in enumerate(over) if _bare(line.text) in told}
    return {**_bylines(over, marks), **marks} if "headline" in marks.values() else {}


def _by_place(over: Sequence[HtmlLine], html: str) -> dict[int, str]:
    """The short lines right over the body; the headline is the one that the page's title repeats, else the bold one."""
    near: list[int] = []
    for at in range(len(over) - 1, -1, -1):
        line = over[at]
        if line.mark == "byline" or line.mark == "caption" or _DATE.search(line.text):
            continue
        if line.file or len(line.text) > _LONGEST or "。" in line.text or len(near) == _MOST_LINES:
            break
        if _FOLIO.match(line.text):
            break
        near.append(at)
    heads = [at for at in reversed(near) if not _WRITER.search(over[at].text) and len(over[at].text) >= _SHORTEST]
    title = _TITLE.search(html)
    name = _bare(title[1]) if title else ""
    repeated = [at for at in heads if _bare(over[at].text) in name]
    bold = [at for at in heads if over[at].bold]
    main = max(repeated, key=lambda at: len(over[at].text)) if repeated else bold[0] if bold else None
    if main is None:
        return {}
    marks = {at: "headline" if at == main else "kicker" if at < main else "deck" for at in heads}
    return {**_bylines(over, dict.fromkeys(near, "")), **marks}


def _bylines(over: Sequence[HtmlLine], near: dict[int, str]) -> dict[int, str]:
    """Lines among or under the headline's that name a writer."""
    first = min(near, default=len(over))
    return {
        at: "byline"
        for at in range(first, len(over))
        if over[at].mark is None and _WRITER.search(over[at].text) and len(over[at].text) <= _LONGEST
    }


def _bare(text: str) -> str:
    return "".join(entities.unescape(text).split())
