"""Damaged files of each form: a page is read or refused with a reason, and nothing hangs.

`make fuzz` reads 2,000 of each form; the tests read a few, and those that once failed.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable

import pytest
from damaged import damaged
from made_articles import page_articles
from made_forms import as_html, as_index, as_jsonl

from transforms.errors import PageError
from transforms.read import Source, read_page

STORIES = page_articles("ximenribao")
SECONDS = 20.0  # for one damaged page of a few kilobytes, on a machine that does other things too
FEW, MANY = 40, 2000


def _text() -> bytes:
    return "\n\n".join("\n".join([*s.headline_lines, *(p.text for p in s.body)]) for s in STORIES).encode()


def _pdf() -> bytes:
    """A PDF written by hand, uncompressed, so that damage reaches its operators: shapes and a few words."""
    words = "".join(
        f"BT /F1 {9 + n % 3 * 6} Tf 40 {700 - 14 * n} Td (Line {n} of 12.5% text) Tj ET\n" for n in range(40)
    )
    drawn = "0 0 0 rg 40 710 500 1 re f 300 100 100 80 re S\n" + words
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>"
        " >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, offsets = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{at:010d} 00000 n \n" for at in offsets)
    body += f"xref\n0 6\n0000000000 65535 f \n{table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body.encode("latin-1")


FORMS: dict[str, Callable[[], bytes]] = {
    "text": _text,
    "html": lambda: as_html(STORIES[0], "2025-05-30", "08", "西门日报"),
    "index": lambda: as_index(STORIES, "2025-05-30", "08", "西门日报"),
    "pdf": _pdf,
    "jsonl": lambda: as_jsonl(STORIES[:2], {"outlet": "西门日报"}),
}


def _read(raw: bytes) -> None:
    start = time.perf_counter()
    try:
        reading = read_page(raw, Source("file:///damaged"))
    except PageError as error:
        assert error.reason and error.detail
    else:
        text = reading.page.text
        assert all(0 <= b.char_start < b.char_end <= len(text) for b in reading.blocks)
    assert time.perf_counter() - start < SECONDS


@pytest.mark.parametrize("form", FORMS)
def test_a_damaged_page_is_read_or_refused(form: str) -> None:
    raw = FORMS[form]()
    _read(raw)
    for seed in range(FEW):
        _read(damaged(raw, seed))


@pytest.mark.long
@pytest.mark.parametrize("form", FORMS)
def test_many_damaged_pages_are_read_or_refused(form: str) -> None:
    raw = FORMS[form]()
    failed = []
    for seed in range(int(os.environ.get("BANMIAN_FUZZ", MANY))):
        try:
            _read(damaged(raw, seed))
        except Exception as error:
            failed.append((seed, repr(error)))
    assert failed == []
