"""The headline of an HTML page that its <title> repeats, whatever element it stands in."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.forms.html.line import HtmlLine

_TITLE = re.compile(r"<title[^<>]{0,200}>([^<>]{2,300})</title>", re.IGNORECASE)
_SHORTEST = 6  # characters; a shorter part of a title may be a section's name
_MOST_LINES = 4
_PARTS = "-_—–|｜"


def page_title(html: str) -> str:
    """The page's own title, without blanks."""
    title = _TITLE.search(html)
    return bare(title[1]) if title else ""


def bare(text: str) -> str:
    """Text without blanks and entities."""
    return "".join(entities.unescape(text).split())


def is_in_title(lines: Sequence[HtmlLine], title: str) -> bool:
    """Whether the page's title repeats a line that is marked as the headline."""
    return any(line.mark == "headline" and bare(line.text) in title for line in lines)


def headed_by_title(lines: list[HtmlLine], title: str) -> list[HtmlLine] | None:
    """The lines with that one marked, or those that breaks part, over the first sentence of the text, that are the
    title without the site's name; none where none is."""
    first = next((at for at, line in enumerate(lines) if line.mark == "body" and "。" in line.text), None)
    for start in range((first or 0) - 1, -1, -1):
        for end in range(start + 1, min(start + _MOST_LINES, first or 0) + 1):
            run = lines[start:end]
            if any(line.file or line.bar or line.mark not in (None, "body") for line in run) or (
                end - start > 1 and len({x.holder for x in run}) > 1
            ):
                break
            if _is_part(bare("".join(line.text for line in run)), title):
                found = [replace(line, mark="headline", element=run[0].element) for line in run]
                return [*(_free(line) for line in lines[:start]), *found, *lines[end:]]
    return None


def _is_part(text: str, title: str) -> bool:
    """Whether a text is what stands between two strokes of a title or the ends of it."""
    at = title.find(text) if len(text) >= _SHORTEST else -1
    end = at + len(text)
    return at >= 0 and (not at or title[at - 1] in _PARTS) and (end == len(title) or title[end] in _PARTS)


def _free(line: HtmlLine) -> HtmlLine:
    """A line over the headline is none of the text."""
    return replace(line, mark=None) if line.mark == "body" else line
