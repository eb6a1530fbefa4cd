"""What is read of a plainly made PDF without PDFium is what PDFium reads of it."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from made_broadsheet import Setter
from made_forms import as_pdf, need_printer
from printed_text import bare

from transforms.forms.line import Evidence, Form, Known
from transforms.forms.pdf import page as pdf

NEAR = 1.5  # points between boxes
SAME = 0.98  # of the lines


def _saved_again(raw: bytes) -> bytes:
    """The same pages as another program writes them."""
    kept = io.BytesIO()
    pdfium.PdfDocument(raw).save(kept)
    return kept.getvalue()


def _by_pdfium(raw: bytes, monkeypatch: pytest.MonkeyPatch) -> Form:
    with monkeypatch.context() as patch:
        patch.setattr(pdf, "_plain_document", lambda _: None)
        return pdf.read_pdf(raw, Known())


def _without(raw: bytes, monkeypatch: pytest.MonkeyPatch) -> Form:
    with monkeypatch.context() as patch:
        patch.setattr(pdf, "_read_pages", lambda *_: pytest.fail("PDFium was needed"))
        return pdf.read_pdf(raw, Known())


def _agree(raw: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same characters in order, and all but a few lines in their places: where a gap ends a line may differ."""
    ours, theirs = _without(raw, monkeypatch), _by_pdfium(raw, monkeypatch)
    assert bare(ours.text) == bare(theirs.text)
    told, alike = _once(ours), _once(theirs)
    both = told.keys() & alike.keys()
    assert len(both) >= SAME * len(told)
    for text in both:
        one, other = told[text], alike[text]
        assert (one.role, one.article) == (other.role, other.article), text
        assert one.box
        assert other.box
        assert all(abs(a - b) <= NEAR for a, b in zip(one.box, other.box, strict=True)), text


def _once(form: Form) -> dict[str, Evidence]:
    """The lines that no other says too, with what is known of them."""
    said = Counter(line.text for line in form.lines)
    return {line.text: line.evidence for line in form.lines if said[line.text] == 1 and line.evidence}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[bytes]:
    need_printer()
    yield as_pdf([Setter(seed).set().sheet for seed in range(300, 304)], tmp_path_factory.mktemp("plain"), 300)


def test_a_printed_file_and_the_same_saved_again(printed: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    _agree(printed, monkeypatch)
    _agree(_saved_again(printed), monkeypatch)


def test_the_shared_pages(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in sorted((shared / "pages" / "pdf").glob("*.pdf")):
        _agree(path.read_bytes(), monkeypatch)


def test_a_fault_of_our_reader_is_noted_and_pdfium_reads(
    printed: bytes, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(_raw: bytes) -> None:
        raise IndexError("no such table")

    whole = _by_pdfium(printed, monkeypatch)
    monkeypatch.setattr(pdf, "PlainDocument", fails)
    with caplog.at_level("DEBUG", "transforms.forms.pdf.page"):
        assert pdf.read_pdf(printed, Known()) == whole
    assert "the file is left to PDFium" in caplog.text
    assert "no such table" in caplog.text
