"""A paragraph as the steps that find its names see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from transforms.words.token import Word


class Paragraph(NamedTuple):
    """A text with its words in order, without a gap; `forms`, `tags` and `starts` are the parts of the words."""

    text: str
    words: Sequence[Word]
    forms: Sequence[str]
    tags: Sequence[str]
    starts: Sequence[int]

    @classmethod
    def of(cls, text: str, words: Sequence[Word]) -> Paragraph:
        return cls(text, words, *zip(*words, strict=True)) if words else cls(text, (), (), (), ())
