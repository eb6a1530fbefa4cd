"""PDF files that cannot be read, and those that only look so."""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from made_articles import page_articles
from made_forms import as_pdf, need_printer
from made_layout import SetArticle, set_page

from transforms.errors import PageError
from transforms.forms import ocr
from transforms.forms.line import Known
from transforms.forms.pdf import read_pdf
from transforms.forms.pdf_lines import _plain
from transforms.read import Source, read_page


def _saved(document: pdfium.PdfDocument) -> bytes:
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def _picture_of_text() -> bytes:
    document = pdfium.PdfDocument.new()
    page = document.new_page(300, 400)
    bitmap = pdfium.PdfBitmap.new_native(300, 400, pdfium.raw.FPDFBitmap_BGR)
    bitmap.fill_rect((250, 250, 250, 255), 0, 0, 300, 400)
    image = pdfium.PdfImage.new(document)
    image.set_bitmap(bitmap)
    image.set_matrix(pdfium.PdfMatrix().scale(300, 400))
    page.insert_obj(image)
    page.gen_content()
    return _saved(document)


def _refused(raw: bytes) -> PageError:
    with pytest.raises(PageError) as refused:
        read_pdf(raw, Known())
    return refused.value


def test_a_damaged_pdf_is_refused() -> None:
    assert _refused(b"%PDF-1.7\n garbage").reason == "damaged_pdf"


def test_a_picture_of_text_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    ocr._engine.cache_clear()
    try:
        assert "pip install banmian[ocr]" in _refused(_picture_of_text()).detail
    finally:
        ocr._engine.cache_clear()


def test_a_pdf_that_shows_nothing_is_refused() -> None:
    document = pdfium.PdfDocument.new()
    document.new_page(300, 400)
    assert _refused(_saved(document)).reason == "pdf_without_text"


def test_too_many_pages_are_refused() -> None:
    document = pdfium.PdfDocument.new()
    for _ in range(201):
        document.new_page(100, 100)
    assert _refused(_saved(document)).reason == "too_many_pages"


def test_radicals_and_private_code_points_are_the_characters_they_stand_for() -> None:
    assert _plain("2⽉3⽇，⻋⻓⾼⻛") == "2月3日，车长高风"
    assert _plain("﹃口袋公园﹄") == "“口袋公园”"
    assert _plain("豈") == "豈"


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_turned_page_reads_the_same(rotation: int, tmp_path: Path) -> None:
    need_printer()
    story = page_articles("dongping")[1]
    raw = as_pdf([set_page(SetArticle(story), 3)], tmp_path)
    document = pdfium.PdfDocument(raw)
    document[0].set_rotation(rotation)
    straight, turned = (read_page(r, Source("file:///a.pdf")) for r in (raw, _saved(document)))
    assert turned.page.text == straight.page.text
    assert [b.role for b in turned.blocks] == [b.role for b in straight.blocks]


def test_a_page_of_many_characters_takes_seconds_at_most(tmp_path: Path) -> None:
    need_printer()
    story = page_articles("dongping")[0]
    long = SetArticle(type(story)(story.key, story.head, story.body * 60))
    raw = as_pdf([set_page(long, 6)], tmp_path)
    start = time.process_time()
    form = read_pdf(raw, Known())
    assert len(form.text) > 45_000
    assert time.process_time() - start < 20
