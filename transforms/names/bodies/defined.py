"""Bodies by the short name that an article gives them in a bracket: 临湖宏远建材有限公司（以下简称“宏远建材”）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transforms.names.bodies.organization import heads
from transforms.names.spans import NameSpan, laid_over

_DEFINED = re.compile(r"（(?:以下|下文|下|统)?(?:统|简)?称(?:为|作)?[：:]?[“‘]?([㐀-鿿A-Za-z]{2,10})[”’]?）")


def with_defined(paragraphs: Sequence[str], rows: Sequence[list[NameSpan]]) -> list[list[NameSpan]]:
    """The names of an article with every mention of a body by such a short name, unless it is part of a longer name."""
    short = set(_short_names(paragraphs, rows))
    if not short:
        return list(rows)
    names = re.compile("|".join(sorted(map(re.escape, short), key=len, reverse=True)))
    return [_with_names(text, row, names) for text, row in zip(paragraphs, rows, strict=True)]


def _short_names(paragraphs: Sequence[str], rows: Sequence[list[NameSpan]]) -> Iterator[str]:
    """The short names whose bracket stands right behind a body."""
    for text, row in zip(paragraphs, rows, strict=True):
        for match in _DEFINED.finditer(text) if "称" in text and "（" in text else ():
            named = any(span.end == match.start() and span.kind == "organization" for span in row)
            if named and match[1] not in heads():
                yield match[1]


def _with_names(text: str, row: list[NameSpan], names: re.Pattern[str]) -> list[NameSpan]:
    new = [NameSpan(match.start(), match.end(), "organization") for match in names.finditer(text)]
    return laid_over(row, new) if new else row
