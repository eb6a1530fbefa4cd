"""A paragraph cut into sentences."""

from __future__ import annotations

import re
from collections import defaultdict

_PAIRS = {"”": "“", "’": "‘", "」": "「", "』": "『", "）": "（", "》": "《"}
_OPENING = frozenset(_PAIRS.values())
_ENDS = "。！？!?…⋯"
# One set of signs at its head, so that the search skips from sign to sign.
_MARK = re.compile(rf"[“”‘’「」『』（）《》{_ENDS}](?:(?<=[{_ENDS}])[{_ENDS}]+)?")
_GOES_ON = frozenset("，、；：,;:）》的地得")
_SPEAKING = frozenset("”’」』")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of `text` without outer blanks; each character but a blank is in exactly one.

    A sentence ends at 。！？ and ……, with the closing quotes after it; inside a quotation, a bracket or a title
    only where that ends too. A mark without its partner opens nothing.
    """
    marks = [(m.start(), m.end(), m.group()) for m in _MARK.finditer(text)]
    partner = _partners(marks)
    out: list[tuple[int, int]] = []
    start = depth = 0
    ended = -1  # where the end of a sentence inside a pair is, with the marks that close at once
    for i, (begin, end, mark) in enumerate(marks):
        if mark in _OPENING:
            depth += i in partner
            continue
        if mark in _PAIRS:
            depth -= i in partner
            cut = ended == begin and depth == 0 and mark in _SPEAKING
            ended = end if ended == begin else -1
        else:
            cut = depth == 0
            ended = end
        if cut and not _goes_on(text, end, mark):
            _add(out, text, start, end)
            start = end
    _add(out, text, start, len(text))
    return out


def _partners(marks: list[tuple[int, int, str]]) -> set[int]:
    """Numbers of the marks that open or close a pair; the nearest open mark of its kind is a closing mark's partner."""
    paired: set[int] = set()
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for i, (_, _, mark) in enumerate(marks):
        if mark in _OPENING:
            waiting[mark].append(i)
        elif mark in _PAIRS and (stack := waiting[_PAIRS[mark]]):
            paired.add(stack.pop())
            paired.add(i)
    return paired


def _goes_on(text: str, end: int, mark: str) -> bool:
    """True where the sentence runs on after a quotation: “……”的歌声, “好！”、“妙！”."""
    after = text[end : end + 1]
    return after in _SPEAKING or (after in _GOES_ON and mark in _SPEAKING)


def _add(out: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        if len(bare) < len(piece):
            start += piece.index(bare[0])
        out.append((start, start + len(bare)))
