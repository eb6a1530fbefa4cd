"""A quotation in a paragraph."""

from __future__ import annotations

from typing import NamedTuple


class QuoteSpan(NamedTuple):
    """A quotation in one paragraph: `start` and `end` bound its words, the outer marks not included.

    `parts` are its runs where 他说 breaks it; `text` is the parts joined. `speaker` is a name or one noun phrase as the
    text has it, None where the text does not say.
    """

    start: int
    end: int
    text: str
    speaker: str | None
    verb: str | None
    parts: tuple[tuple[int, int], ...]
