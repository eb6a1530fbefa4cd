"""One article: its text to the rows of every table that hangs on an article."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from transforms import rows
from transforms.identity import article_id, part_id
from transforms.layout.apart import ArticleParts
from transforms.mapped import Mapped
from transforms.names.article_names import ArticleNames, read_page_names
from transforms.names.document import read_documents
from transforms.names.paragraph import Paragraph
from transforms.names.quote import read_quotes
from transforms.names.quote_span import QuoteSpan
from transforms.quantities.article_metrics import MetricSpan, read_line_metrics, read_page_metrics
from transforms.quantities.numeral_signs import has_numeral
from transforms.reading import TokenColumns
from transforms.times.event_date import dateline_day, event_date
from transforms.times.parse import Told, read_told
from transforms.times.period import TimeSpan, read_periods, resolve_told
from transforms.words.sentence import split_sentences
from transforms.words.token import Segmenter

_FROM_DAY = re.compile(r"(?:自|从|由)?(.+?)(?:开始|起)")


@dataclass(frozen=True, slots=True)
class ArticleText:
    """The body of an article as the text readers see it: its runs in order, each with the number of its paragraph.

    `told` are the runs with their time expressions, from which the issue date of a page without one is inferred too.
    """

    parts: ArticleParts
    runs: tuple[Mapped, ...]
    paragraph_numbers: tuple[int, ...]
    told: tuple[Told, ...]

    @classmethod
    def of(cls, parts: ArticleParts) -> ArticleText:
        """The runs of `parts` that have words, with their times read; paragraphs count from 1."""
        numbered = [(number, run) for number, runs in enumerate(parts.paragraphs, 1) for run in runs if run.text]
        runs = tuple(run for _, run in numbered)
        told = tuple(read_told(run.text for run in runs))
        return cls(parts, runs, tuple(number for number, _ in numbered), told)


@dataclass(frozen=True, slots=True)
class ArticleRows:
    """The rows of one article, but for its words."""

    article: rows.Article
    sentences: tuple[rows.Sentence, ...]
    metrics: tuple[rows.Metric, ...]
    people: tuple[rows.Person, ...]
    organizations: tuple[rows.Organization, ...]
    places: tuple[rows.Place, ...]
    quotes: tuple[rows.Quote, ...]
    documents: tuple[rows.Document, ...]
    periods: tuple[rows.Period, ...]


class Found(NamedTuple):
    """What is found in the paragraphs and lines of an article, before it is made into rows."""

    names: ArticleNames
    periods: Sequence[Sequence[TimeSpan]]
    quotes: Sequence[Sequence[QuoteSpan]]
    metrics: Sequence[Sequence[MetricSpan]]
    lines: Sequence[tuple[Mapped, Sequence[MetricSpan]]]  # headlines, subheadings and captions with numerals


def read_articles(
    page: rows.Page, texts: Sequence[ArticleText], segmenter: Segmenter = "rjieba"
) -> tuple[list[ArticleRows], TokenColumns]:
    """Everything that the articles of a page tell, in the order of the page, and the words of them all.

    Each step is taken for all articles before the next: what it needs is then at hand, which is faster.
    """
    tokens, day = TokenColumns(), page.issue_date
    cut = [[Paragraph.cut(run.text, segmenter) for run in text.runs] for text in texts]
    names = read_page_names(cut)
    spans = [resolve_told(text.told, day, dateline_day(day, text.parts.dateline_month_day)) for text in texts]
    quotes = [read_quotes([p.text for p in one], here.spans) for one, here in zip(cut, names, strict=True)]
    metrics = read_page_metrics(cut, spans, quotes, day, [here.spans for here in names])
    found = map(Found, names, spans, quotes, metrics, _line_metrics(texts, day, segmenter))
    articles = [
        _article_rows(page, seq, text, paragraphs, of_one, tokens)
        for seq, (text, paragraphs, of_one) in enumerate(zip(texts, cut, found, strict=True), 1)
    ]
    return articles, tokens


def _line_metrics(
    texts: Sequence[ArticleText], day: date | None, segmenter: Segmenter
) -> list[list[tuple[Mapped, Sequence[MetricSpan]]]]:
    """The headlines, subheadings and captions of each article that have numerals, with their metrics."""
    lines = [
        [line for line in (*p.headline_lines, *p.subheadings, *p.captions) if has_numeral(line.text)]
        for p in (text.parts for text in texts)
    ]
    said = [line.text for of_one in lines for line in of_one]
    spans = [read_periods(line, day) for line in said]
    found = iter(read_line_metrics(said, spans, partial(Paragraph.cut, segmenter=segmenter), day))
    return [[(line, next(found)) for line in of_one] for of_one in lines]


def _article_rows(
    page: rows.Page,
    seq: int,
    text: ArticleText,
    paragraphs: Sequence[Paragraph],
    found: Found,
    tokens: TokenColumns,
) -> ArticleRows:
    """The rows of an article; its words are added to `tokens`."""
    key = article_id(page.page_id, seq)
    texts = [run.text for run in text.runs]
    sentences, sentence_starts = _sentences(key, text)
    _add_tokens(tokens, text.runs, paragraphs, sentence_starts)
    day = event_date(texts, found.periods, page.issue_date, text.parts.dateline_month_day)
    return ArticleRows(
        article=_article(page, key, seq, text, day),
        sentences=sentences,
        metrics=tuple(_metrics(key, text, found, sentence_starts)),
        people=tuple(rows.Person(key, p.name, p.title, p.organization, p.n_mentions) for p in found.names.people),
        organizations=tuple(rows.Organization(key, o.name, o.n_mentions) for o in found.names.organizations),
        places=tuple(rows.Place(key, p.name, p.division_code, p.n_mentions) for p in found.names.places),
        quotes=tuple(_quotes(key, text.runs, found.quotes)),
        documents=tuple(rows.Document(key, d.title, d.kind) for d in read_documents(texts)),
        periods=tuple(_periods(key, text.runs, found.periods)),
    )


def _article(page: rows.Page, key: str, seq: int, text: ArticleText, day: date | None) -> rows.Article:
    parts = text.parts
    return rows.Article(
        article_id=key,
        page_id=page.page_id,
        seq=seq,
        outlet=parts.outlet or page.outlet,
        issue_date=page.issue_date,
        headline=parts.headline.text if parts.headline else None,
        kicker=_lines(parts.kicker),
        deck=_lines(parts.deck),
        headline_lines=tuple(line.text for line in parts.headline_lines),
        headline_score=parts.headline_score,
        reporters=parts.reporters,
        correspondents=parts.correspondents,
        dateline_place=parts.dateline_place,
        event_date=day,
        subheadings=tuple(line.text for line in parts.subheadings),
        captions=tuple(line.text for line in parts.captions),
        body="\n".join("".join(run.text for run in runs) for runs in parts.paragraphs),
        n_paragraphs=len(parts.paragraphs),
        story_id=None,
    )


def _lines(lines: Sequence[Mapped]) -> str | None:
    return "\n".join(line.text for line in lines) or None


def _sentences(key: str, text: ArticleText) -> tuple[tuple[rows.Sentence, ...], list[list[tuple[int, str]]]]:
    """The sentence rows, and for each run where its sentences start with their ids."""
    found: list[rows.Sentence] = []
    starts: list[list[tuple[int, str]]] = []
    for run, paragraph in zip(text.runs, text.paragraph_numbers, strict=True):
        here = []
        for start, end in split_sentences(run.text):
            sentence_id = part_id(key, "s", len(found) + 1)
            here.append((start, sentence_id))
            found.append(
                rows.Sentence(sentence_id, key, paragraph, len(found) + 1, run.text[start:end], *run.span(start, end))
            )
        starts.append(here)
    return tuple(found), starts


def _add_tokens(
    tokens: TokenColumns,
    runs: Sequence[Mapped],
    paragraphs: Sequence[Paragraph],
    starts: Sequence[Sequence[tuple[int, str]]],
) -> None:
    """The words of every run but the blanks, each under the sentence that it starts in."""
    for run, paragraph, sentences in zip(runs, paragraphs, starts, strict=True):
        seen = paragraph
        if run.text.split() != [run.text]:  # several times faster than a search for a blank
            seen = Paragraph.of(run.text, [word for word in paragraph.words if not word[0].isspace()])
        edges = [0, *(bisect_left(seen.starts, start) for start, _ in sentences[1:]), len(seen.starts)]
        sizes = [(name, end - first) for (_, name), (first, end) in zip(sentences, pairwise(edges), strict=False)]
        places = itemgetter(0, 0, *seen.starts)(run.offsets)[2:]  # of two and more it gives a tuple, in half the time
        tokens.extend(sizes, seen.forms, seen.tags, places)


def _metrics(
    key: str,
    text: ArticleText,
    found: Found,
    starts: Sequence[Sequence[tuple[int, str]]],
) -> Iterable[rows.Metric]:
    seq = 0
    for run, metrics, sentences in zip(text.runs, found.metrics, starts, strict=True):
        for span in metrics:
            seq += 1
            _, inside = sentences[bisect_right(sentences, span.start, key=itemgetter(0)) - 1]
            yield _metric(part_id(key, "m", seq), key, inside, run, span)
    for line, metrics in found.lines:
        for span in metrics:
            seq += 1
            yield _metric(part_id(key, "m", seq), key, None, line, span)


def _metric(metric_id: str, key: str, sentence_id: str | None, run: Mapped, span: MetricSpan) -> rows.Metric:
    char_start, char_end = run.span(span.start, span.end)
    return rows.Metric(
        metric_id=metric_id,
        article_id=key,
        sentence_id=sentence_id,
        in_body=sentence_id is not None,
        raw=span.raw,
        kind=span.kind,
        low=span.low,
        high=span.high,
        unit=span.unit,
        stated_value=span.stated_value,
        stated_unit=span.stated_unit,
        comparator=span.comparator,
        change=span.change,
        direction=span.direction,
        indicator=span.indicator,
        subject=span.subject,
        period_start=span.period_start,
        period_end=span.period_end,
        status=span.status,
        per=span.per,
        speaker=span.speaker,
        rule=span.rule,
        confidence=span.confidence,
        char_start=char_start,
        char_end=char_end,
    )


def _quotes(key: str, runs: Sequence[Mapped], found: Sequence[Sequence[QuoteSpan]]) -> Iterable[rows.Quote]:
    seq = 0
    for run, quotes in zip(runs, found, strict=True):
        for quote in quotes:
            seq += 1
            words, span = run.text[quote.start : quote.end], run.span(quote.start, quote.end)
            yield rows.Quote(part_id(key, "q", seq), key, words, quote.speaker, quote.verb, *span)


def _periods(key: str, runs: Sequence[Mapped], found: Sequence[Sequence[TimeSpan]]) -> Iterable[rows.Period]:
    """Every time expression but mere lengths of time, which are metrics."""
    for run, spans in zip(runs, found, strict=True):
        for span in spans:
            if span.granularity != "duration":
                span = _first_day(run.text, span)
                raw = run.text[span.start : span.end]
                yield rows.Period(
                    key, raw, span.start_date, span.end_date, span.granularity, *run.span(span.start, span.end)
                )


def _first_day(text: str, span: TimeSpan) -> TimeSpan:
    """The day that is named where something holds from it on (自10月1日起): its end is not told."""
    if span.granularity != "day" or span.start_date is None or span.end_date is not None:
        return span
    day = _FROM_DAY.fullmatch(text, span.start, span.end)
    return span._replace(start=day.start(1), end=day.end(1), end_date=span.start_date) if day else span
