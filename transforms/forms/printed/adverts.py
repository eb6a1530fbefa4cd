"""Advertisements: all that a frame holds which opens with the word, or with the title of a small one (遗失声明)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.forms.line import Box
from transforms.forms.printed.drawing import holds
from transforms.forms.printed.labels import is_label
from transforms.forms.printed.lines import TextLine

_WORD = re.compile(r"[（(【\[·•]?\s?广\s?告\s?[）)】\]·•]?(?![一-龥])")


def adverts_of(shapes: Sequence[Box], lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines in the smallest frame around each 广告 that is its first, and stands alone or before a blank.

    So are those in the frame of a small advertisement: 遗失声明.
    """
    words = [line for line in lines if _WORD.match(line.text) or is_label(line.text, "classified")]
    if not words:
        return []
    found: dict[int, TextLine] = {}
    for box in sorted(set(shapes), key=lambda b: (b.x1 - b.x0) * (b.y1 - b.y0)):
        around = [word for word in words if id(word) not in found and holds(box, word)]
        inside = [line for line in lines if holds(box, line)] if around else []
        # a band may stand behind the word alone
        if inside and min(inside, key=_place) in around and (len(inside) > 1 or not _WORD.fullmatch(inside[0].text)):
            found.update((id(line), line) for line in inside)
    return list(found.values())


def _place(line: TextLine) -> tuple[float, float]:
    return round(line.y0 / 8), line.x0
