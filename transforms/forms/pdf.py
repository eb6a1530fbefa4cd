"""PDF pages with a text layer: printed characters to lines in reading order, each with its article, role and box."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date

import pypdfium2 as pdfium

from transforms.errors import PageError
from transforms.forms.line import Box, Evidence, Form, Known, Line
from transforms.forms.pdf_article import SetLine, set_article
from transforms.forms.pdf_content import PageContent, read_content
from transforms.forms.pdf_lines import TextLine, text_lines
from transforms.forms.pdf_regions import Measures, cut, is_headline, measures

_MAX_PAGES = 200
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_EDITION = re.compile(r"(?<![\dA-Za-z])([A-Z]?\d{1,3})(?![\d年月日期])")
_OUTLET = re.compile(r"([\u4e00-\u9fff]{2,9}[报刊])(?![\u4e00-\u9fff])")
_HEAD, _FOOT = 0.15, 0.92  # of the height: where the rules of header and footer stand
_EDGE = 0.03  # of the height: what stands nearer to the edge is furniture without a rule too


def read_pdf(raw: bytes, known: Known) -> Form:
    """A PDF as lines with evidence; its pages, one after the other, are one page as received.

    Raises PageError when the file is damaged, encrypted, too long, or holds no text.
    """
    try:
        document = pdfium.PdfDocument(raw)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise PageError("decode", "encrypted_pdf", "The PDF asks for a password: save it without one.") from error
        raise PageError("decode", "damaged_pdf", "The PDF is damaged and cannot be opened: fetch it again.") from error
    with closing(document):
        if len(document) > _MAX_PAGES:
            raise PageError(
                "decode", "too_many_pages", f"{len(document)} pages in one PDF: split it, {_MAX_PAGES} is the limit."
            )
        writer = _Writer()
        for number in range(len(document)):
            known = _read_one(document, number, writer, known)
    if not writer.parts:
        raise PageError(
            "decode", "pdf_without_text", "The PDF holds pictures of text: install banmian[ocr] to read them."
        )
    return Form("application/pdf", None, "\n".join(writer.parts), tuple(writer.lines), known)


class _Writer:
    """Collects the lines of the form, and counts its articles."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.lines: list[Line] = []
        self.articles = 0
        self._at = 0

    def write(self, text: str, evidence: Evidence) -> None:
        self.lines.append(Line(self._at, self._at + len(text), text, evidence=evidence))
        self.parts.append(text)
        self._at += len(text) + 1


def _read_one(document: pdfium.PdfDocument, index: int, writer: _Writer, known: Known) -> Known:
    page = document[index]
    text_page = page.get_textpage()
    content, styles = read_content(page, text_page, index + 1)
    lines = text_lines(content.glyphs, styles.of)
    if not lines:
        return known
    around = _furniture(content, lines)
    held = set(map(id, around))
    body = [line for line in lines if id(line) not in held]
    for line in sorted(around, key=lambda x: (round(x.y0 / 8), x.x0)):
        box = Box(line.x0, line.y0, line.x1, line.y1)
        writer.write(line.text, Evidence(role="noise", page_number=index + 1, box=box, font_size=line.size))
    if body:
        page_measures = measures(body)
        for region in cut(content, body, page_measures):
            _write_article(writer, set_article(region, page_measures), index + 1)
    return _told(around, known)


def _write_article(writer: _Writer, lines: Sequence[SetLine], number: int) -> None:
    for line in lines:
        evidence = Evidence(line.role, writer.articles, line.paragraph, number, line.box, line.size)
        writer.write(line.text, evidence)
    writer.articles += bool(lines)


def _furniture(content: PageContent, lines: Sequence[TextLine]) -> list[TextLine]:
    """What stands over the rule of the page's head and under that of its foot, or at the very edge without one."""
    across = [rule for rule in content.rules if rule.x1 - rule.x0 >= 0.8 * content.width]
    page = measures(lines)
    heads = sorted((r.y1 for r in across if r.y1 <= _HEAD * content.height), reverse=True)
    feet = sorted(r.y0 for r in across if r.y0 >= _FOOT * content.height)
    over = ([x for x in lines if x.y1 <= at + 2] for at in [*heads, _EDGE * content.height])
    under = ([x for x in lines if x.y0 >= at - 2] for at in [*feet, (1 - _EDGE) * content.height])
    # a rule may stand under a headline or an article across the page: head and foot hold no article
    return [
        line
        for parts in (over, under)
        for line in next((part for part in parts if part and not _is_article(part, page)), [])
    ]


def _is_article(lines: Sequence[TextLine], page: Measures) -> bool:
    body = sum(abs(line.size - page.size) < 0.3 and line.font == page.font for line in lines)
    return body > 4 and any(is_headline(line, page) for line in lines)


def _told(around: Sequence[TextLine], known: Known) -> Known:
    """What head and foot of the page tell of outlet, day and edition; what was known beforehand wins."""
    sources = dict(known.sources)
    text = "\n".join(line.text for line in around)
    day = _DAY.search(text.replace(" ", ""))
    if known.issue_date is None and day:
        known, sources["issue_date"] = replace(known, issue_date=_date(day)), "page"
    for line in around:
        outlet, edition = _OUTLET.fullmatch(line.text.replace(" ", "")), _EDITION.search(line.text)
        if known.outlet is None and outlet:
            known, sources["outlet"] = replace(known, outlet=outlet[1]), "page"
        if known.edition is None and edition and len(line.text) <= 12 and not _DAY.search(line.text):
            known, sources["edition"] = replace(known, edition=edition[1]), "page"
    return replace(known, sources=tuple(sources.items()))


def _date(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
