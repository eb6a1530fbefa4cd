"""Quantities of an article with what they measure, whose they are, when they hold and who says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from transforms.names.paragraph import Paragraph
from transforms.names.quote import QuoteSpan
from transforms.quantities.change import base_year
from transforms.quantities.context_paragraph import read_contexts
from transforms.quantities.context_period import Days
from transforms.quantities.context_state import Context
from transforms.quantities.metric import Quantity, read_quantities
from transforms.times.period import TimeSpan


class MetricSpan(NamedTuple):
    """One row of the metric table as its paragraph states it; offsets are places in the paragraph, half open."""

    start: int
    end: int
    raw: str
    kind: str
    low: float | None
    high: float | None
    unit: str
    stated_value: str
    stated_unit: str
    comparator: str
    change: str | None
    direction: str | None
    indicator: str | None
    subject: str | None
    period_start: date | None
    period_end: date | None
    status: str
    per: str | None
    speaker: str | None
    rule: str
    confidence: float
    core_start: int
    core_end: int


Quantities = Sequence[Sequence[Quantity]]
Periods = Sequence[Sequence[TimeSpan]]
Quotes = Sequence[Sequence[QuoteSpan]]


def read_page_metrics(
    articles: Sequence[Sequence[Paragraph]], periods: Sequence[Periods], quotes: Sequence[Quotes], issue: date | None
) -> list[list[list[MetricSpan]]]:
    """The metrics of each paragraph of each article of a page, in order of place."""
    found = [
        [read_quantities(p.text, spans) for p, spans in zip(paragraphs, times, strict=True)]
        for paragraphs, times in zip(articles, periods, strict=True)
    ]
    return [_article(*of_one, issue) for of_one in zip(articles, found, periods, quotes, strict=True)]


def _article(
    paragraphs: Sequence[Paragraph], found: Quantities, periods: Periods, quotes: Quotes, issue_date: date | None
) -> list[list[MetricSpan]]:
    """The metrics of each paragraph; a list of measures keeps its period from one to the next."""
    read: list[list[MetricSpan]] = []
    stream: Days = None
    for paragraph, quantities, spans, said in zip(paragraphs, found, periods, quotes, strict=True):
        metrics, stream = _read(paragraph, quantities, spans, said, issue_date, stream) if quantities else ([], None)
        read.append(metrics)
    return read


def read_line_metrics(
    text: str,
    periods: Sequence[TimeSpan],
    quotes: Sequence[QuoteSpan],
    cut: Callable[[str], Paragraph],
    issue_date: date | None,
) -> list[MetricSpan]:
    """The metrics of one headline, subheading or caption, in order of place; it is `cut` into words if it has any."""
    quantities = read_quantities(text, periods)
    return _read(cut(text), quantities, periods, quotes, issue_date, None)[0] if quantities else []


def _read(
    paragraph: Paragraph,
    quantities: Sequence[Quantity],
    periods: Sequence[TimeSpan],
    quotes: Sequence[QuoteSpan],
    issue_date: date | None,
    stream: Days,
) -> tuple[list[MetricSpan], Days]:
    contexts, stream = read_contexts(paragraph, quantities, periods, issue_date, stream)
    metrics = [
        _span(q, c, _change(paragraph.text, q, c, issue_date), _speaker(q, quotes))
        for q, c in zip(quantities, contexts, strict=True)
    ]
    return metrics, stream


def _change(text: str, quantity: Quantity, context: Context, issue: date | None) -> str | None:
    """yoy too where the base is named by the year before that of the value, or, without one, of the page."""
    if quantity.change != "other":
        return quantity.change
    base = base_year(text, quantity.start)
    if base is None:
        return "other"
    told = context.period[1] if context.period else issue
    return "yoy" if told and told.year == base + 1 else "other"


def _speaker(quantity: Quantity, quotes: Sequence[QuoteSpan]) -> str | None:
    for quote in quotes:
        if any(start <= quantity.core_start < end for start, end in quote.parts):
            return quote.speaker
    return None


def _span(q: Quantity, c: Context, change: str | None, speaker: str | None) -> MetricSpan:
    first, last = c.period or (None, None)
    return MetricSpan(
        q.start, q.end, q.raw, q.kind, q.low, q.high, q.unit, q.stated_value, q.stated_unit, q.comparator, change,
        q.direction, c.indicator, c.subject, first, last, c.status, q.per or c.per, speaker, q.rule, q.confidence,
        q.core_start, q.core_end,
    )  # fmt: skip
