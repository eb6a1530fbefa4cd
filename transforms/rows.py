"""One named tuple for each table that reading a page fills.

warehouse/tables/*.sql is the declaration, and a test holds the two equal.

first_seen and run_id of a page belong to the run, not to the reading, so the load adds them.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Page(NamedTuple):
    """One row per page as received: a file, a row of a table file or a member of an archive."""

    page_id: str
    source_uri: str
    media_type: str
    encoding: str | None
    raw_sha256: str
    outlet: str | None
    issue_date: date | None
    issue_date_source: str | None
    edition: str | None
    n_chars: int
    text: str
    reader_version: str


class Block(NamedTuple):
    """One row per run of characters with one role; every character of a page that is not blank is in exactly one."""

    block_id: str
    page_id: str
    article_id: str | None
    seq: int
    role: str
    paragraph: int | None
    text: str
    char_start: int
    char_end: int
    reason: str | None
    page_number: int | None
    box: tuple[float, ...] | None


class Article(NamedTuple):
    """One row per article on a page."""

    article_id: str
    page_id: str
    seq: int
    outlet: str | None
    issue_date: date | None
    headline: str | None
    kicker: str | None
    deck: str | None
    headline_lines: tuple[str, ...]
    headline_score: float | None
    reporters: tuple[str, ...]
    correspondents: tuple[str, ...]
    dateline_place: str | None
    event_date: date | None
    subheadings: tuple[str, ...]
    captions: tuple[str, ...]
    body: str
    n_paragraphs: int
    story_id: str | None


class Sentence(NamedTuple):
    """One row per sentence of a body."""

    sentence_id: str
    article_id: str
    paragraph: int
    seq: int
    text: str
    char_start: int
    char_end: int


class Token(NamedTuple):
    """One row per word of a sentence, in jieba's words and tags."""

    sentence_id: str
    seq: int
    word: str
    pos: str
    char_start: int


class Metric(NamedTuple):
    """One row per quantity that a text states: a numeral with a unit, and whose, when and how sure it is."""

    metric_id: str
    article_id: str
    sentence_id: str | None
    in_body: bool
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
    char_start: int
    char_end: int


class Person(NamedTuple):
    """One row per person named in an article."""

    article_id: str
    name: str
    title: str | None
    organization: str | None
    n_mentions: int


class Organization(NamedTuple):
    """One row per organisation named in an article."""

    article_id: str
    name: str
    n_mentions: int


class Place(NamedTuple):
    """One row per place named in an article."""

    article_id: str
    name: str
    division_code: str | None
    n_mentions: int


class Quote(NamedTuple):
    """One row per quotation; one broken by 他说 is one."""

    quote_id: str
    article_id: str
    text: str
    speaker: str | None
    verb: str | None
    char_start: int
    char_end: int


class Document(NamedTuple):
    """One row per title in 《》 in an article."""

    article_id: str
    title: str
    kind: str | None


class Period(NamedTuple):
    """One row per time expression in an article."""

    article_id: str
    raw: str
    start_date: date | None
    end_date: date | None
    granularity: str
    char_start: int
    char_end: int
