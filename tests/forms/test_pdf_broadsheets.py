"""Broadsheets set by chance, each in a layout of its own: articles whole, headline lines in their roles.

Twelve pages in every test run, a hundred with the long ones.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from made_articles import MadeArticle
from made_broadsheet import Page, Setter
from made_forms import as_pdf, need_printer
from made_mixed import MixedSetter
from printed_text import bare

from transforms.read import Source, read_page
from transforms.reading import PageReading

LEAST = 0.95


def _printed(pages: list[Page], folder: Path, shuffle: int) -> Iterator[bytes]:
    """Each page as a PDF of its own, its lines drawn in no order."""
    document = pdfium.PdfDocument(as_pdf([page.sheet for page in pages], folder, shuffle))
    for index in range(len(pages)):
        single, kept = pdfium.PdfDocument.new(), io.BytesIO()
        single.import_pages(document, [index])
        single.save(kept)
        yield kept.getvalue()


def _whole_and_headed(reading: PageReading, story: MadeArticle, others: list[MadeArticle]) -> tuple[bool, bool]:
    """Whether first and last words are in one article without another's, and its headline lines have their roles."""
    words: dict[str, str] = {}
    for block in reading.blocks:
        words[block.article_id or ""] = words.get(block.article_id or "", "") + bare(block.text)
    body = bare(*(part.text for part in story.body))
    home = next((key for key, text in words.items() if body[:34] in text), None)
    if home is None:
        return False, False
    alone = not any(bare(*(p.text for p in other.body))[:34] in words[home] for other in others)
    own = [b for b in reading.blocks if b.article_id == home]
    heads = [(b.role, bare(b.text)) for b in own if b.role in ("kicker", "headline", "deck")]
    return alone and body[-12:] in words[home], heads == [(part.role, bare(part.text)) for part in story.head]


def _check(seeds: range, folder: Path, setter: type[Setter] = Setter) -> None:
    pages = [setter(seed).set() for seed in seeds]
    found = []
    for page, raw in zip(pages, _printed(pages, folder, seeds.start), strict=True):
        reading = read_page(raw, Source("file:///made.pdf"))
        stories = [story for story in page.stories if story.body]
        found += [_whole_and_headed(reading, story, [s for s in stories if s is not story]) for story in stories]
    assert sum(whole for whole, _ in found) >= LEAST * len(found)
    assert sum(headed for _, headed in found) >= LEAST * len(found)


def test_pages_in_many_layouts_are_taken_apart(tmp_path: Path) -> None:
    need_printer()
    _check(range(1000, 1012), tmp_path)


def test_pages_of_mixed_blocks_are_taken_apart(tmp_path: Path) -> None:
    need_printer()
    _check(range(3000, 3012), tmp_path, MixedSetter)


@pytest.mark.long
@pytest.mark.parametrize("setter", [Setter, MixedSetter])
@pytest.mark.parametrize("start", range(2000, 2100, 25))
def test_a_hundred_pages_in_many_layouts_are_taken_apart(start: int, setter: type[Setter], tmp_path: Path) -> None:
    need_printer()
    _check(range(start, start + 25), tmp_path, setter)
