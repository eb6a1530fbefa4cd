"""What a frame holds that is no article: an advertisement by the word or by its title (遗失声明), what stands on other
pages (今日导读), the weather."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.forms.line import Box
from transforms.forms.printed.drawing import holds
from transforms.forms.printed.labels import is_label
from transforms.forms.printed.lines.lines import TextLine

_WORD = re.compile(r"[（(【\[·•]?\s?广\s?告\s?[）)】\]·•]?(?![一-龥])")
_PAGE = re.compile(r"[A-Z]?\d{1,2}\s*版?\s*[）)]?\Z")
_ACROSS, _BAND = 0.9, 3.0  # of the width of a page's text, times a line's size
_NEAR, _REACH = 1.6, 8.0  # ems under a band: where its headline would stand, and where another may
_LARGE = 1.12  # times the size of body text
_NEWS = re.compile(r"本报|记者|通讯员|讯[（(\s]|[社网]讯")
_KINDS = ("classified", "guide", "weather")
_DEGREES = re.compile(r"\d\s*[℃度]")


def adverts_of(shapes: Sequence[Box], lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines in the smallest frame around each 广告 that is its first or last, and stands alone or before a blank.

    So are those in the frame of a small advertisement (遗失声明), of a list of other pages' headlines, of the weather.
    Of a picture that is one the word alone is told.
    """
    words = [line for line in lines if _WORD.match(line.text) or is_label(line.text, *_KINDS)]
    if not words:
        return []
    found = {id(line): line for box in shapes if (line := _in_picture(box, lines)) is not None}
    for box in sorted(set(shapes), key=lambda b: (b.x1 - b.x0) * (b.y1 - b.y0)):
        around = [word for word in words if id(word) not in found and holds(box, word)]
        inside = sorted((line for line in lines if holds(box, line)), key=_place) if around else []
        # a band may stand behind the word alone
        if not inside or (len(inside) == 1 and _WORD.fullmatch(inside[0].text)):
            continue
        opens = inside[0] in around and _fits(inside[0], inside)
        if opens or (inside[-1] in around and _closes(inside, lines)):
            found.update((id(line), line) for line in inside)
    return list(found.values())


def without_adverts(shapes: Sequence[Box], lines: Sequence[TextLine]) -> tuple[Box, ...]:
    """The drawn areas but for pictures that are advertisements: they are none of an article's."""
    return tuple(box for box in shapes if _in_picture(box, lines) is None)


def _in_picture(box: Box, lines: Sequence[TextLine]) -> TextLine | None:
    """The word 广告 that is all the text in a picture."""
    inside = [line for line in lines if holds(box, line)]
    word = inside[0] if len(inside) == 1 and _WORD.fullmatch(inside[0].text) else None
    return word if word and box.y1 - box.y0 > _BAND * word.size else None


def _closes(inside: Sequence[TextLine], lines: Sequence[TextLine]) -> bool:
    """Whether the word stands in the lower corner of a frame that holds no news and not most of the page."""
    alone = _WORD.fullmatch(inside[-1].text) is not None and 2 * len(inside) < len(lines)
    return alone and not any(_NEWS.search(line.text) for line in inside)


def slogans_of(shapes: Sequence[Box], lines: Sequence[TextLine], size: float) -> list[TextLine]:
    """What stands alone on a band across all of the page, not near to the larger headline that is the next under it."""
    left, right = min((x.x0 for x in lines), default=0.0), max((x.x1 for x in lines), default=0.0)
    found: list[TextLine] = []
    for box in shapes:
        inside = [line for line in lines if holds(box, line)]
        across = box.x1 - box.x0 >= _ACROSS * (right - left)
        if not across or len(inside) != 1 or box.y1 - box.y0 > _BAND * inside[0].size:
            continue
        under = sorted((line for line in lines if line.y0 >= box.y1 - 1), key=lambda line: line.y0)
        near = [line for line in under if line.y0 < box.y1 + _REACH * size]
        first = near[0] if near else None
        apart = first is not None and first.y0 - box.y1 > _NEAR * size and first.size > _LARGE * size
        if apart and max(line.size for line in near) > inside[0].size:
            found += inside
    return found


def _fits(title: TextLine | None, inside: Sequence[TextLine]) -> bool:
    """Whether what stands under a title is what it says: headlines with their pages, degrees."""
    rest = [line.text for line in inside if line is not title]
    if title is not None and is_label(title.text, "guide"):
        return sum(_PAGE.search(text) is not None for text in rest) * 2 >= len(rest) > 0
    if title is not None and is_label(title.text, "weather"):
        return any(map(_DEGREES.search, rest))
    return True


def _place(line: TextLine) -> tuple[float, float]:
    return round(line.y0 / 8), line.x0
