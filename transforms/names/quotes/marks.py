"""Quotation marks of all kinds as “ ”, and the pairs that they make."""

from __future__ import annotations

import re
from itertools import cycle

_MARK = re.compile(r"[“”]")
_ANY = re.compile(r"[“「\"＂]")
_STRAIGHT = re.compile(r"[\"＂]")
_CORNERS = str.maketrans("「」", "“”")
_TERMINAL = frozenset("。！？!?…")


def unified(text: str) -> str | None:
    """A text of the same length with “ ” for 「」 and for straight marks that come in pairs; None where it has none."""
    if not _ANY.search(text):
        return None
    if "「" in text:
        text = text.translate(_CORNERS)
    if "“" in text or len(_STRAIGHT.findall(text)) % 2:
        return text
    sides = cycle("“”")
    return _STRAIGHT.sub(lambda _: next(sides), text)


def pairs(text: str, goes_on: bool = False) -> list[tuple[int, int]]:
    """Spans inside the outermost pairs of marks; a mark that is never closed opens nothing.

    Where the quotation `goes_on` in the next paragraph, a last mark without its pair reaches to the end.
    """
    stack: list[int] = []
    found: list[tuple[int, int]] = []
    for mark in _MARK.finditer(text):
        if mark.group() == "“":
            stack.append(mark.end())
        elif stack:
            start = stack.pop()
            while found and found[-1][0] > start:
                found.pop()
            if mark.start() > start:
                found.append((start, mark.start()))
    if goes_on and is_open(text) and stack:
        start = stack[0]
        return [*(pair for pair in found if pair[1] < start), (start, len(text))]
    return found


def is_open(text: str) -> bool:
    """True where a quotation is not closed at the end of a paragraph, though its sentence is."""
    last = text.rfind("“")
    return last >= 0 and text.find("”", last) < 0 and text[-1] in _TERMINAL
