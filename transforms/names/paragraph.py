"""A paragraph as the steps that find its names see it."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from transforms.words.token import Segmenter, Word, tagged

_PARTS = tuple(map(itemgetter, range(3)))


class Paragraph(NamedTuple):
    """A text with its words in order, without a gap; `forms`, `tags` and `starts` are the parts of the words."""

    text: str
    words: Sequence[Word]
    forms: list[str]
    tags: list[str]
    starts: list[int]

    @classmethod
    def of(cls, text: str, words: Sequence[Word]) -> Paragraph:
        """A text with words that it is cut into already."""
        return cls(text, words, *(list(map(part, words)) for part in _PARTS))

    @classmethod
    def cut(cls, text: str, segmenter: Segmenter) -> Paragraph:
        """A text cut into words; in one loop with their parts, as a page has thousands."""
        words: list[Word] = []
        forms: list[str] = []
        tags: list[str] = []
        starts: list[int] = []
        start = 0
        for form, tag in tagged(text, segmenter):
            words.append((form, tag, start))
            forms.append(form)
            tags.append(tag)
            starts.append(start)
            start += len(form)
        return cls(text, words, forms, tags, starts)
