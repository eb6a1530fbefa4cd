"""What designers do: shadows, headlines on a band, first paragraphs set large, pictures over all columns."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from made_articles import page_articles
from made_forms import as_pdf, need_printer
from made_layout import Placed, Row, SetArticle, Shape, Sheet, Stack, set_page
from made_lines import EM
from made_lines import line_at as _line
from made_lines import text_at as _text

from transforms.forms.line import Box
from transforms.forms.pdf.content import _forwards
from transforms.forms.printed.articles.columns import columns_of, reading_order
from transforms.forms.printed.drawing import Drawing
from transforms.forms.printed.lines.doubles import without_doubles
from transforms.forms.printed.lines.glyphs import Glyphs, Style
from transforms.forms.printed.lines.lines import text_lines
from transforms.forms.printed.page import set_page as set_printed
from transforms.forms.printed.pieces.initials import join_initials
from transforms.forms.printed.pieces.pieces import Measures, is_headline, is_set_apart, is_text
from transforms.forms.printed.regions.regions import measures
from transforms.read import Source, read_page
from transforms.reading import PageReading

HEAD = ("东江日报", "2025年3月4日 星期二", "03 要闻")


def _sheet() -> Sheet:
    first, second, third = page_articles("jiangzhu")[:3]
    row = Row(((2, SetArticle(second, size=20)), (2, SetArticle(third, size=20))))
    return set_page(Stack((SetArticle(first, size=30), row)), 4, True, HEAD)


def _read(sheet: Sheet, folder: Path) -> PageReading:
    return read_page(as_pdf([sheet], folder), Source("file:///a.pdf"))


def _blocks(reading: PageReading) -> list[tuple[str, str]]:
    return [(block.role, block.text) for block in reading.blocks]


def _groups(sheet: Sheet) -> list[list[Placed]]:
    """The lines of each headline, which are set one after the other."""
    groups: list[list[Placed]] = [[]]
    for line in sheet.lines:
        if line.size >= 12:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def test_a_shadow_is_no_second_headline(tmp_path: Path) -> None:
    need_printer()
    plain, shadowed = _sheet(), _sheet()
    shadows = [
        replace(line, x=line.x + 0.04 * line.size, y=line.y + 0.04 * line.size)
        for line in plain.lines
        if line.size >= 12
    ]
    shadowed.lines = shadows + plain.lines
    assert _blocks(_read(shadowed, tmp_path)) == _blocks(_read(plain, tmp_path))


def test_a_band_behind_a_headline_is_no_frame(tmp_path: Path) -> None:
    need_printer()
    plain, banded = _sheet(), _sheet()
    for group in _groups(banded):
        top, bottom = group[0].y - 3, group[-1].y + 1.3 * group[-1].size
        banded.shapes.append(Shape("panel", group[0].x - 3, top, group[0].width + 6, bottom - top))
    assert _blocks(_read(banded, tmp_path)) == _blocks(_read(plain, tmp_path))


def _glyphs(text: str, x: list[float], base: list[float], high: float) -> Glyphs:
    places = np.array(x)
    count = len(text)
    return Glyphs(
        text, np.arange(count), places, np.array(base), places + high, np.full(count, high), np.zeros(count, dtype=bool)
    )


def test_characters_drawn_twice_are_read_once() -> None:
    body = _glyphs("江边的老渡口" * 5, [EM * n for n in range(30)], [100.0] * 30, EM)
    head = _glyphs("晚潮——晚潮——", [0, 30, 60, 60, 1, 31, 61, 61], [40.0] * 4 + [41.0] * 4, 30)
    both = Glyphs(
        head.text + body.text,
        np.arange(38),
        *(np.concatenate((getattr(head, name), getattr(body, name))) for name in ("x", "base", "right", "high")),
        np.zeros(38, dtype=bool),
    )
    assert without_doubles(both).text == "晚潮——" + body.text


@pytest.mark.parametrize(
    ("drawn", "meant"), [("2⽉3⽇，⻋⻓⾼⻛", "2月3日，车长高风"), ("﹃口袋公园﹄", "“口袋公园”"), ("豈", "豈")]
)
def test_radicals_and_private_code_points_are_the_characters_they_stand_for(drawn: str, meant: str) -> None:
    glyphs = _glyphs(drawn, [EM * n for n in range(len(drawn))], [100.0] * len(drawn), EM)
    (line,) = text_lines(glyphs, lambda _: Style("serif", EM, EM, False))
    assert line.text == meant


def test_lines_given_backwards_are_turned_round() -> None:
    glyphs = _glyphs("船通又口渡晚潮", [50, 40, 30, 20, 10, 10, 20], [9, 9, 9, 9, 9, 24, 24], EM)
    assert _forwards(glyphs).text == "渡口又通船晚潮"


def test_a_first_paragraph_set_large_is_no_headline() -> None:
    lead = [
        _line("停航三年的老渡口昨天清早重新开船，", 24, 40, 13.5, "sans"),
        _line("第一班船上坐满了赶集的乡亲。", 0, 60, 13.5, "sans"),
    ]
    headline = _line("渡口开船", 0, 10, 24, "black")
    lines = [headline, *lead, *_text(0, 80, 9), *_text(130, 80, 9)]
    page = measures(lines)
    assert [is_headline(x, page) or is_set_apart(x, page) for x in (headline, *lead)] == [True, False, False]
    assert all(is_text(x, page) for x in lead)
    deck = _line("下游两岸的乡亲又能走亲戚", 0, 40, 13.5, "sans")
    assert is_set_apart(deck, measures([headline, deck, *_text(0, 80, 9), *_text(130, 80, 9)]))


def test_columns_are_read_over_and_then_under_a_picture_where_their_sentences_go_on_so() -> None:
    picture = Box(0, 70, 240, 160)
    over = _text(0, 10, 4) + _text(130, 10, 4, closes=True)
    under = _text(0, 180, 4, opens=True) + _text(130, 180, 4, closes=True)
    through = _text(0, 10, 4) + _text(0, 180, 4, closes=True) + _text(130, 10, 4, opens=True) + _text(130, 180, 4)
    page = Measures(EM, "serif", 110)
    levels = [x for column in reading_order(over + under, [picture], page) for x in column]
    assert levels == over + under
    columns = [x for column in reading_order(through, [picture], page) for x in column]
    assert columns == through


def test_a_column_that_reaches_to_the_edge_is_no_furniture() -> None:
    lines = [_line("渡口开船", 20, 40, 24, "black"), *_text(20, 80, 58), *_text(150, 80, 58)]
    folio = _line("第三版", 20, 976, 8, "sans")
    page = set_printed(Drawing(1, 300, 980, (), ()), [*lines, folio])
    assert [line.text for line in page.around] == ["第三版"]
    assert sum(len(article.lines) for article in page.articles) == len(lines)


def test_a_running_head_needs_no_rule() -> None:
    head = [_line("东江日报", 20, 60, 14, "serif"), _line("2025年3月4日", 120, 62, 8, "sans")]
    lines = [_line("渡口开船", 20, 90, 24, "black"), *_text(20, 130, 40), *_text(150, 130, 40)]
    page = set_printed(Drawing(1, 300, 980, (), ()), [*head, *lines])
    assert [line.text for line in page.around] == ["东江日报", "2025年3月4日"]
    page = set_printed(Drawing(1, 300, 980, (), ()), [replace(head[0], text="渡口晚报道"), *lines])
    assert not page.around


def test_lines_drawn_in_turns_do_not_run_from_top_to_bottom() -> None:
    first, second = "昨天清早停航三年的老渡口", "又开船了乡亲们都来江边看"
    text = "".join(a + b for a, b in zip(first, second, strict=True))
    places = [EM * (n // 2) for n in range(24)]
    glyphs = _glyphs(text, places, [100.0 + 14 * (n % 2) for n in range(24)], EM)
    lines = text_lines(glyphs, lambda _: Style("serif", EM, EM, False))
    assert sorted(line.text for line in lines) == sorted((first, second))


def test_a_short_last_line_belongs_to_a_column_of_first_lines() -> None:
    lines = [*_text(0, 10, 3), _line("江岸的灯都亮了。", 150, 10), _line("散了。", 130, 25)]
    assert [len(column) for column in columns_of(lines, Measures(EM, "serif", 110))] == [3, 2]


def test_sentences_in_another_font_are_text_in_short_columns_too() -> None:
    other = [_line("停航三年，渡口昨天又开船了", 300, 10 + 15 * n, EM, "sans") for n in range(3)]
    assert (EM, "sans") in measures([*_text(0, 10, 9), *other]).texts
    label = [_line("停航三年渡口昨天又开船了", 300, 10 + 15 * n, EM, "sans") for n in range(3)]
    assert not measures([*_text(0, 10, 9), *label]).texts


def test_what_a_headline_has_no_room_for_is_no_initial() -> None:
    beside = [_line("天傍晚渡口停了船", 26, 40), _line("摆渡人收起了缆绳", 26, 54)]
    headline = [_line("江边老渡", 0, 8, 20, "black"), _line("口", 0, 36, 20, "black")]
    assert join_initials([*headline, *beside], Measures(EM, "serif", 110)) == [*headline, *beside]
    assert len(join_initials([headline[1], *beside], Measures(EM, "serif", 110))) == 2
