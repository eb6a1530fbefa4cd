"""PDF pages: the text layer as lines in reading order, each with its article, role and box; scans by OCR."""

from __future__ import annotations

from contextlib import closing

import pypdfium2 as pdfium

from transforms.errors import PageError
from transforms.forms.line import Form, Known
from transforms.forms.ocr import scanned_page
from transforms.forms.pdf_content import read_drawing, read_glyphs
from transforms.forms.pdf_lines import text_lines
from transforms.forms.printed import PrintedPage, Writer, set_page, write_pages

_MAX_PAGES = 200
_MIN_CHARS = 8  # a stamp or a page number is no text layer
_DOTS = 200 / 72  # pixels a point: enough to read body text


def read_pdf(raw: bytes, known: Known) -> Form:
    """A PDF as lines with evidence; its pages, one after the other, are one page as received.

    Raises PageError when the file is damaged, encrypted, too long, or holds no text and OCR is not installed.
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
        try:
            writer, known = _read_pages(document, known)
        except pdfium.PdfiumError as error:
            raise PageError("decode", "damaged_pdf", f"A page of the PDF cannot be read ({error}).") from error
    if not writer.parts:
        raise PageError("decode", "pdf_without_text", "The PDF shows no text.")
    return Form("application/pdf", None, "\n".join(writer.parts), tuple(writer.lines), known)


def _read_pages(document: pdfium.PdfDocument, known: Known) -> tuple[Writer, Known]:
    pages: list[PrintedPage] = []
    for index in range(len(document)):
        page = document[index]
        rotation = page.get_rotation()
        page.set_rotation(0)  # PDFium drops characters of turned pages; their text tells how they are turned
        text_page = page.get_textpage()
        glyphs, styles, view = read_glyphs(page, text_page)
        drawing, image = read_drawing(page, view, index + 1)
        lines = text_lines(glyphs, styles.of)
        if image and len(glyphs.text) < _MIN_CHARS:
            page.set_rotation(rotation)
            scan = page.render(scale=_DOTS, grayscale=False).to_numpy()[:, :, :3]
            drawing, lines, _ = scanned_page(scan, index + 1, _DOTS)
        pages.append(set_page(drawing, lines))
        text_page.close()
        page.close()
    return write_pages(pages, known)
