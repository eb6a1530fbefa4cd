"""A text without a page: its quantities, numerals, times, names and quotations, for `banmian read --jsonl`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from transforms.names.article_names import read_article_names
from transforms.names.paragraph import Paragraph
from transforms.names.quote import read_quotes
from transforms.quantities.article_metrics import MetricSpan, read_page_metrics
from transforms.quantities.lone_rate import lone_rate
from transforms.quantities.number import read_numbers
from transforms.times.period import TimeSpan, read_periods
from transforms.times.said import read_said
from transforms.words.token import Segmenter, tokenize

# a share is of 1 for one extractor and of 100 for the next, a degree C or Cel: between them the kind says it all
_UNIT_BY_KIND = frozenset({"percent", "percent_point", "temperature"})


def read_snippet(text: str, reference: date | datetime | None, segmenter: Segmenter = "rjieba") -> dict[str, Any]:
    """`text` taken as one paragraph, as it is; offsets are code points of the text, half open.

    Returns lists under metrics, numerals, periods, names and quotes, all of them fit for JSON. `reference` is the day
    that 今年 and 昨日 are told from, or the moment; what is nothing but a time, said then, is read as `said` tells,
    what is nothing but a rate of travel (每小时3公里) as `lone_rate` does.
    """
    said = read_said(text, reference) if isinstance(reference, datetime) else None
    spans = [said] if said else read_periods(text, reference)
    words = tokenize(text, segmenter)
    names = read_article_names([text], [words]).spans[0]
    quotes = read_quotes([text], [names])[0]
    day = reference.date() if isinstance(reference, datetime) else reference
    metrics = read_page_metrics([[Paragraph.of(text, words)]], [[spans]], [[quotes]], day, [[names]])[0][0]
    return {
        "metrics": [_metric(m) for m in lone_rate(text, metrics)],
        "numerals": [{"start": n.start, "end": n.end, "value": n.plain()} for n in read_numbers(text)],
        "periods": [_period(span) for span in spans],
        "names": [name._asdict() for name in names],
        "quotes": [
            {"start": q.start, "end": q.end, "text": text[q.start : q.end], "speaker": q.speaker, "verb": q.verb}
            for q in quotes
        ],
    }


def _metric(metric: MetricSpan) -> dict[str, Any]:
    """The fields of the metric table; `unit` is null where the kind alone tells it, as other extractors have it."""
    fields = metric._asdict()
    if metric.kind in _UNIT_BY_KIND:
        fields["unit"] = None
    fields["char_start"], fields["char_end"] = fields.pop("start"), fields.pop("end")
    for key in ("period_start", "period_end"):
        fields[key] = fields[key].isoformat() if fields[key] else None
    return fields


def _period(span: TimeSpan) -> dict[str, Any]:
    start = span.start_time or span.start_date
    end = span.end_time or span.end_date
    return {
        "start": span.start,
        "end": span.end,
        "start_date": str(start) if start else None,
        "end_date": str(end) if end else None,
        "granularity": span.granularity,
        "seconds": span.seconds,
    }
