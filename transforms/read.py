"""One page: bytes to the rows of every table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from transforms import rows
from transforms.article_reading import ArticleRows, ArticleText, read_articles
from transforms.block_places import BlockPlaces
from transforms.forms.decode import decode
from transforms.forms.html.page import read_html
from transforms.forms.line import Form, Known
from transforms.forms.ocr import read_image
from transforms.forms.pdf.page import read_pdf
from transforms.forms.sniff import media_type
from transforms.forms.text import read_text
from transforms.identity import article_id, page_id, part_id
from transforms.layout.apart import Apart
from transforms.layout.page import take_apart
from transforms.reading import PageReading, TokenColumns
from transforms.times.event_date import issue_date_of
from transforms.times.parse import read_told
from transforms.version import READER_VERSION
from transforms.words.token import Segmenter

_BESIDE_TEXT = frozenset(("kicker", "headline", "deck", "subheading", "caption"))


@dataclass(frozen=True, slots=True)
class Source:
    """Where a page came from, and what was known of it before it was opened."""

    uri: str
    known: Known = field(default_factory=Known)


def read_page(raw: bytes, source: Source, segmenter: Segmenter = "rjieba") -> PageReading:
    """Read one page.

    `segmenter` chooses who cuts the words: "rjieba", or the slower "jieba", which gives the same.

    Raises PageError when the bytes hold no page that can be read.
    """
    form = open_form(raw, source.known)
    apart = take_apart(form)
    texts = [ArticleText.of(parts) for parts in apart.articles]
    known = form.known
    issue_date, issue_source = known.issue_date, dict(known.sources).get("issue_date")
    if issue_date is None and apart.issue_date:
        issue_date, issue_source = apart.issue_date, "page"
    if issue_date is None:
        datelines = [a.dateline_month_day for a in apart.articles if a.dateline_month_day]
        lines = read_told(p.words.text for p in apart.pieces if p.role in _BESIDE_TEXT)
        issue_date = issue_date_of([*(text.told for text in texts), lines], datelines)
        issue_source = "inferred" if issue_date else None
    digest = sha256(raw).hexdigest()
    page = rows.Page(
        page_id=page_id(digest, source.known),
        source_uri=source.uri,
        media_type=form.media_type,
        encoding=form.encoding,
        raw_sha256=digest,
        outlet=(known.outlet_is_coded and apart.masthead) or known.outlet or apart.outlet,
        issue_date=issue_date,
        issue_date_source=issue_source,
        edition=known.edition or apart.edition,
        n_chars=len(form.text),
        text=form.text,
        reader_version=READER_VERSION,
    )
    articles, tokens = read_articles(page, texts, segmenter)
    if known.order is not None and len(articles) == 1:
        articles = [replace(articles[0], article=articles[0].article._replace(seq=known.order))]
    return _reading(page, form, apart, articles, tokens)


def open_form(raw: bytes, known: Known) -> Form:
    """The bytes as lines with evidence, by what they hold."""
    kind = media_type(raw)
    if kind == "application/pdf":
        return read_pdf(raw, known)
    if kind.startswith("image/"):
        return read_image(raw, kind, known)
    text, encoding = decode(raw)
    if kind == "text/html":
        return read_html(text, encoding, known)
    return read_text(text, encoding=encoding, known=known)


def _reading(
    page: rows.Page, form: Form, apart: Apart, articles: Sequence[ArticleRows], tokens: TokenColumns
) -> PageReading:
    return PageReading(
        page=page,
        blocks=tuple(_blocks(page.page_id, form, apart)),
        articles=tuple(a.article for a in articles),
        sentences=tuple(x for a in articles for x in a.sentences),
        tokens=tokens,
        metrics=tuple(x for a in articles for x in a.metrics),
        people=tuple(x for a in articles for x in a.people),
        organizations=tuple(x for a in articles for x in a.organizations),
        places=tuple(x for a in articles for x in a.places),
        quotes=tuple(x for a in articles for x in a.quotes),
        documents=tuple(x for a in articles for x in a.documents),
        periods=tuple(x for a in articles for x in a.periods),
    )


def _blocks(page: str, form: Form, apart: Apart) -> list[rows.Block]:
    places = BlockPlaces(form.lines, form.known.box)
    ids = [article_id(page, seq) for seq in range(1, len(apart.articles) + 1)]
    return [
        rows.Block(
            block_id=part_id(page, "b", seq),
            page_id=page,
            article_id=None if piece.article is None else ids[piece.article],
            seq=seq,
            role=piece.role,
            paragraph=piece.paragraph,
            text=piece.words.text,
            char_start=piece.start,
            char_end=piece.end,
            reason=piece.reason,
            page_number=places.page_number(piece),
            box=places.box(piece),
        )
        for seq, piece in enumerate(sorted(apart.pieces, key=lambda p: p.start), 1)
    ]
