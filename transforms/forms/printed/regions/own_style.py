"""What text of an article or a box is set in, where that is not the page's style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from transforms.forms.printed.lines.lines import TextLine, style
from transforms.forms.printed.pieces.pieces import Measures, is_headline, is_text

_SMALLER, _LARGER = 0.7, 1.3  # times the size of body text: in which all of an article may be set
_MOST = 0.7  # of an article's characters: in its style
_SENTENCES = 3  # lines with a sentence's marks


def own_style(lines: Sequence[TextLine], page: Measures) -> Measures:
    """The page's measures where all text of these lines is set in a style of its own, as notices and boxes are."""
    counts: Counter[tuple[float, str]] = Counter()
    for line in lines:
        if not is_headline(line, page):
            counts[style(line)] += len(line.text)
    (size, font), most = max(counts.items(), key=lambda item: item[1], default=((0.0, ""), 0))
    own = [line for line in lines if style(line) == (size, font)]
    if not own or is_text(own[0], page) or not _SMALLER * page.size < size < _LARGER * page.size:
        return page
    if most < _MOST * counts.total() or sum(any(mark in x.text for mark in "，。；") for x in own) < _SENTENCES:
        return page
    widest = max(line.width for line in own)
    return replace(page, size=size, font=font, column=widest, texts=page.texts | {(size, font)})
