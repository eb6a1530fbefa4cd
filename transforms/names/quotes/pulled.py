"""Quotations set apart between paragraphs whose words stand again in the text, where it is told who says them."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.names.quote_span import QuoteSpan

_SHORTEST = 6  # characters that are not the same by chance
_CLOSING = "。！？!?…，,"


def with_pulled(paragraphs: Sequence[str], rows: list[list[QuoteSpan]]) -> list[list[QuoteSpan]]:
    """The quotations of an article; one that is a whole paragraph has the speaker of a longer text that has it too."""
    pulled = [n for n, row in enumerate(rows) if len(row) == 1 and _is_alone(paragraphs[n], row[0])]
    for n in pulled:
        words = rows[n][0].text.rstrip(_CLOSING)
        if len(words) < _SHORTEST:
            continue
        others = (row for k, row in enumerate(rows) if k not in pulled and words in paragraphs[k])
        source = next((quote for row in others for quote in row if words in quote.text), None)
        if source:
            rows[n] = [rows[n][0]._replace(speaker=source.speaker)]
    return rows


def _is_alone(text: str, quote: QuoteSpan) -> bool:
    return quote.start == 1 and quote.end >= len(text) - 1
