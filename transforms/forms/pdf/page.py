"""PDF pages: the text layer as lines in reading order, each with its article, role and box; scans by OCR."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from contextlib import closing

import pypdfium2 as pdfium

from transforms.errors import PageError
from transforms.forms.line import Form, Known
from transforms.forms.ocr import scanned_page
from transforms.forms.pdf.content import read_glyphs
from transforms.forms.pdf.drawn import read_drawing
from transforms.forms.pdf.plain import PlainDocument
from transforms.forms.pdf.syntax import NotPlainError
from transforms.forms.printed.lines.lines import text_lines
from transforms.forms.printed.page import PrintedPage, set_page, write_pages
from transforms.forms.printed.scale import usual_size

_MAX_PAGES = 200
_MIN_CHARS = 8  # a stamp or a page number is no text layer
_ENOUGH, _SAMPLE = 100, 4000
_MOST = 0.2  # of the characters: no paper is printed in accents, controls and private signs
_NUMBERS = re.compile("[\x01-\x1f\x80-\u024f\ue000-\uf8ff]")
# what a damaged file does to a reader that takes it at its word
_ODD = (NotPlainError, ArithmeticError, LookupError, TypeError, ValueError)
_DOTS = 200 / 72  # pixels a point: enough to read body text

logger = logging.getLogger(__name__)


def read_pdf(raw: bytes, known: Known) -> Form:
    """A PDF as lines with evidence; its pages, one after the other, are one page as received.

    Raises PageError when the file is damaged, encrypted, too long, or holds no text and OCR is not installed.
    """
    plain = _plain_document(raw)
    pages = [_plain_page(plain, index) for index in range(len(plain))] if plain else [None]
    printed = [page for page in pages if page is not None]
    if len(printed) < len(pages):
        printed = _read_pages(raw, pages if plain else [])
    writer, known = write_pages(printed, known)
    if not writer.parts:
        raise PageError("decode", "pdf_without_text", "The PDF shows no text.")
    return Form("application/pdf", None, "\n".join(writer.parts), tuple(writer.lines), known)


def _plain_document(raw: bytes) -> PlainDocument | None:
    try:
        document = PlainDocument(raw)
    except _ODD as error:
        _leave_to_pdfium("the file", error)
        return None
    return document if len(document) <= _MAX_PAGES else None


def _plain_page(document: PlainDocument, index: int) -> PrintedPage | None:
    """A page that needs no PDFium; one with hardly a character is a picture, which it has to draw."""
    try:
        page = document.page(index)
    except _ODD as error:
        _leave_to_pdfium(f"page {index + 1}", error)
        return None
    if len(page.glyphs.text) < _MIN_CHARS:
        return None
    if _says_nothing(page.glyphs.text):
        return None
    return set_page(*usual_size(page.drawing, text_lines(page.glyphs, page.styles.of)))


def _leave_to_pdfium(what: str, error: Exception) -> None:
    """Note for who looks into our reader: a page that is not plain is no news, any other error may be a fault."""
    if not isinstance(error, NotPlainError):
        logger.debug("%s is left to PDFium", what, exc_info=error)


def _says_nothing(text: str) -> bool:
    """Whether a text layer is of numbers of glyphs, from fonts that do not tell which characters they show."""
    if len(text) < _ENOUGH:
        return False
    return len(_NUMBERS.findall(text, 0, _SAMPLE)) > _MOST * min(len(text), _SAMPLE)


def _read_pages(raw: bytes, done: Sequence[PrintedPage | None]) -> list[PrintedPage]:
    """The pages by PDFium, but for those that are done."""
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
        if len(done) != len(document):
            done = [None] * len(document)
        try:
            return [page or _read_page(document, index) for index, page in enumerate(done)]
        except pdfium.PdfiumError as error:
            raise PageError("decode", "damaged_pdf", f"A page of the PDF cannot be read ({error}).") from error


def _read_page(document: pdfium.PdfDocument, index: int) -> PrintedPage:
    page = document[index]
    rotation = page.get_rotation()
    page.set_rotation(0)  # PDFium drops characters of turned pages; their text tells how they are turned
    text_page = page.get_textpage()
    glyphs, styles, view = read_glyphs(page, text_page)
    drawing, image = read_drawing(page, view, index + 1)
    lines = text_lines(glyphs, styles.of)
    drawing, lines, scale = usual_size(drawing, lines)
    if (image and len(glyphs.text) < _MIN_CHARS) or _says_nothing(glyphs.text):
        page.set_rotation(rotation)
        scan = page.render(scale=_DOTS, grayscale=False).to_numpy()[:, :, :3]
        drawing, lines, _ = scanned_page(scan, index + 1, _DOTS)
        scale = 1.0
    printed = set_page(drawing, lines, scale)
    text_page.close()
    page.close()
    return printed
