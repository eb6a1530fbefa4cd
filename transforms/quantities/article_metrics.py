"""Quantities of an article with what they measure, whose they are, when they hold and who says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import chain, islice, repeat
from typing import NamedTuple

from transforms.names.paragraph import Paragraph
from transforms.names.quote_span import QuoteSpan
from transforms.names.spans import NameSpan
from transforms.quantities.change import base_year
from transforms.quantities.context.columns import Cell, read_rows
from transforms.quantities.context.paragraph import opened, read_contexts
from transforms.quantities.context.period_and_status.period import Days
from transforms.quantities.context.state import Context
from transforms.quantities.context.state import Paragraph as State
from transforms.quantities.metric import Quantity, read_all_quantities
from transforms.quantities.shared_money import with_codes
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


def read_page_metrics(
    articles: Sequence[Sequence[Paragraph]],
    periods: Sequence[Sequence[Sequence[TimeSpan]]],
    quotes: Sequence[Sequence[Sequence[QuoteSpan]]],
    issue: date | None,
    names: Sequence[Sequence[Sequence[NameSpan]]] = (),
) -> list[list[list[MetricSpan]]]:
    """The metrics of each paragraph of each article of a page, in order of place.

    `names` are the names found in each paragraph, without which a person is as many words as the dictionary has it.
    Each step is taken for all paragraphs before the next: what it needs is then at hand, which is faster.
    """
    paragraphs, times = list(chain.from_iterable(articles)), list(chain.from_iterable(periods))
    read = iter(read_all_quantities([p.text for p in paragraphs], times))
    found = [
        quantities for own in articles for quantities in with_codes([p.text for p in own], list(islice(read, len(own))))
    ]
    people = list(chain.from_iterable(names)) or repeat(())
    states = iter(
        [
            opened(p, own, spans, issue, named) if own else None
            for p, own, spans, named in zip(paragraphs, found, times, people, strict=False)
        ]
    )
    each = iter(found)
    return [
        _article(
            list(islice(states, len(of_one))),
            of_one,
            read_rows([p.text for p in own], list(islice(each, len(own))), spans),
        )
        for own, spans, of_one in zip(articles, periods, quotes, strict=True)
    ]


def _article(
    states: Sequence[State | None], quotes: Sequence[Sequence[QuoteSpan]], rows: Sequence[Sequence[Cell] | None]
) -> list[list[MetricSpan]]:
    """The metrics of each paragraph; a list of measures keeps its period from one to the next."""
    read: list[list[MetricSpan]] = []
    stream: Days = None
    for state, said, row in zip(states, quotes, rows, strict=True):
        metrics, stream = _read(state, said, stream, row) if state else ([], None)
        read.append(metrics)
    return read


def read_line_metrics(
    lines: Sequence[str],
    periods: Sequence[Sequence[TimeSpan]],
    cut: Callable[[str], Paragraph],
    issue: date | None,
) -> list[list[MetricSpan]]:
    """The metrics of each headline, subheading or caption, in order of place; one that has any is `cut` into words."""
    found = read_all_quantities(lines, periods)
    states = [
        opened(cut(line), own, spans, issue) if own else None
        for line, own, spans in zip(lines, found, periods, strict=True)
    ]
    return [_read(state, (), None)[0] if state else [] for state in states]


def _read(
    state: State, quotes: Sequence[QuoteSpan], stream: Days, row: Sequence[Cell] | None = None
) -> tuple[list[MetricSpan], Days]:
    contexts, stream = read_contexts(state, stream)
    metrics = [
        _span(q, c, _change(state.laid.text, q, c, state.issue), _speaker(q, quotes))
        for q, c in zip(state.quantities, contexts, strict=True)
    ]
    return (list(map(_in_column, metrics, row)) if row else metrics), stream


def _in_column(metric: MetricSpan, cell: Cell) -> MetricSpan:
    """A metric that stands in a column: its head and its row say what it is."""
    return metric._replace(
        indicator=cell.indicator,
        subject=cell.subject,
        period_start=cell.period[0] if cell.period else metric.period_start,
        period_end=cell.period[1] if cell.period else metric.period_end,
        status=cell.status or metric.status,
        change=cell.change if cell.change and metric.change in (None, "other") else metric.change,
        direction=metric.direction or cell.direction,
        per=None if cell.change else metric.per,
    )


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
