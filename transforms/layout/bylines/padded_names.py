"""Blanks that a page sets inside and right before the names of people: 主任 于小晴说, 副局长 廖 晖介绍, 院长黎 斌."""

from __future__ import annotations

import re
from array import array

from transforms.layout.bylines.posts_and_bodies import TITLES
from transforms.layout.bylines.writers import SURNAMES
from transforms.mapped import Mapped

_BLANK = re.compile(r"(?<=[一-龥])[ \u3000]{1,2}(?=[一-龥])")
_NAME = re.compile(r"(?P<first>[一-龥])(?P<blank>[ \u3000]{1,2})(?=[一-龥]{2})|[一-龥]{3}")
_GIVEN = re.compile(r"[一-龥](?![ \u3000])")
_HAS_BLANK = re.compile("[ \u3000]")


def without_padding(words: Mapped) -> Mapped:
    """The text without such blanks: behind a title, before a name that no other follows after a blank."""
    text = words.text
    if not _HAS_BLANK.search(text):
        return words
    gone: list[tuple[int, int]] = []
    for blank in _BLANK.finditer(text):
        at = blank.end()
        surname = blank.start() - 1
        if text[surname] in SURNAMES and text.endswith(TITLES, 0, surname) and _GIVEN.match(text, at):
            gone.append(blank.span())  # 院长黎 斌
            continue
        name = _NAME.match(text, at)
        if not name or text[at] not in SURNAMES or not text.endswith(TITLES, 0, blank.start()):
            continue
        gone.append(blank.span())
        if name["first"]:
            gone.append(name.span("blank"))
    if not gone:
        return words
    kept: list[str] = []
    offsets: array[int] = array("q")
    for (_, start), (end, _) in zip([(0, 0), *gone], [*gone, (len(text), 0)], strict=True):
        kept.append(text[start:end])
        offsets.extend(words.offsets[start:end])
    return Mapped("".join(kept), offsets)
