"""PDF files that cannot be read, and those that only look so."""

from __future__ import annotations

import hashlib
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
from transforms.forms.pdf.page import read_pdf
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


_PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def _rc4(key: bytes, data: bytes) -> bytes:
    state, at = list(range(256)), 0
    for i in range(256):
        at = (at + state[i] + key[i % len(key)]) % 256
        state[i], state[at] = state[at], state[i]
    found, i, at = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        at = (at + state[i]) % 256
        state[i], state[at] = state[at], state[i]
        found.append(byte ^ state[(state[i] + state[at]) % 256])
    return bytes(found)


def _md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def _encrypted(password: bytes) -> bytes:
    """A PDF of one page under the standard's first scheme (revision 2, RC4 of 40 bits), its content encrypted."""
    user = (password + _PAD)[:32]
    owner = _rc4(_md5((b"owner" + _PAD)[:32])[:5], user)
    key = _md5(user + owner + (0xFFFFFFFC).to_bytes(4, "little") + b"made")[:5]
    words = "".join(f"BT /F1 12 Tf 40 {700 - 16 * n} Td (Line {n} of a kept page) Tj ET\n" for n in range(20)).encode()
    content = _rc4(_md5(key + (4).to_bytes(3, "little") + b"\0\0")[:10], words)
    rights = f"<< /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{_rc4(key, _PAD).hex()}> /P -4 >>"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        rights.encode(),
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % at for at in offsets)
    trailer = b"trailer << /Size 7 /Root 1 0 R /Encrypt 6 0 R /ID [<6d616465> <6d616465>] >>"
    return body + b"xref\n0 7\n0000000000 65535 f \n%s%s\nstartxref\n%d\n%%%%EOF\n" % (table, trailer, len(body))


def test_a_pdf_that_asks_for_a_password_is_refused() -> None:
    refused = _refused(_encrypted(b"secret"))
    assert refused.reason == "encrypted_pdf"
    assert "password" in refused.detail


def test_a_pdf_that_only_its_owner_may_change_is_read() -> None:
    assert "Line 7 of a kept page" in read_pdf(_encrypted(b""), Known()).text


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
