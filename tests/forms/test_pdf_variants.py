"""The same printed page as other programs write it: in a form, at another size, with initials, without characters."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from made_articles import page_articles
from made_forms import as_pdf, need_printer
from made_layout import Row, SetArticle, Stack, set_page

from transforms.forms.line import Box
from transforms.forms.pdf.page import _says_nothing
from transforms.forms.printed.drawing import Drawing
from transforms.forms.printed.lines.lines import TextLine
from transforms.forms.printed.pieces.initials import join_initials
from transforms.forms.printed.pieces.pieces import Measures
from transforms.forms.printed.scale import usual_size
from transforms.read import Source, read_page

HEAD = ("东江日报", "2025年3月4日 星期二", "03 要闻")


def _in_a_form(raw: bytes) -> bytes:
    """The page held by one form, as programs write it that put pages together."""
    source, target, kept = pdfium.PdfDocument(raw), pdfium.PdfDocument.new(), io.BytesIO()
    page = target.new_page(*source[0].get_size())
    page.insert_obj(source.page_as_xobject(0, target).as_pageobject())
    page.gen_content()
    target.save(kept)
    return kept.getvalue()


def test_a_page_in_a_form_reads_the_same(tmp_path: Path) -> None:
    need_printer()
    first, second, third = page_articles("jiangzhu")[:3]
    row = Row(((2, SetArticle(second, frame="box")), (2, SetArticle(third))))
    raw = as_pdf([set_page(Stack((SetArticle(first, size=30), row)), 4, True, HEAD)], tmp_path)
    one, other = (read_page(r, Source("file:///a.pdf")) for r in (raw, _in_a_form(raw)))
    assert [(b.role, b.text) for b in other.blocks] == [(b.role, b.text) for b in one.blocks]
    assert len(other.articles) == 3


def test_a_small_page_is_measured_in_its_own_size() -> None:
    lines = [_line("江边的老渡口昨天又通了船", 8, 20 + 6 * n, 3.8) for n in range(4)]
    drawing = Drawing(1, 200, 300, (), (Box(4, 10, 100, 60),))
    whole, larger, times = usual_size(drawing, lines)
    assert times == pytest.approx(0.4)
    assert (whole.width, whole.shapes[0].x1, larger[0].size) == pytest.approx((500, 250, 9.5))
    assert usual_size(whole, larger) == (whole, larger, 1.0)


def _line(text: str, x: float, y: float, size: float) -> TextLine:
    return TextLine(text, x, y, x + size * len(text), y + size, size, "serif")


def test_an_initial_is_the_first_character_of_its_text() -> None:
    beside = [_line("天傍晚渡口停了最后一班船", 40, 100, 10), _line("摆渡人收起缆绳", 40, 115, 10)]
    rest = _line("回头望了一眼对岸的灯火。", 10, 130, 10)
    lines = join_initials([_line("昨", 10, 98, 28), *beside, rest], Measures(10, "serif", 150))
    assert [line.text for line in lines] == ["昨天傍晚渡口停了最后一班船", "摆渡人收起缆绳", rest.text]
    assert [line.x0 for line in lines] == [30, 10, 10]


def test_a_text_layer_of_glyph_numbers_says_nothing() -> None:
    assert _says_nothing("±®b1Çú7\x80ú7水P角w?Å<\x82*Ûááæ¶·YV" * 10)
    assert not _says_nothing("昨天傍晚，渡口停了最后一班船。" * 10)
    assert not _says_nothing("The café at the quay closed à la fin de l'été. " * 10)
