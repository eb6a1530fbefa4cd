"""Tables on a printed page, and the name of a writer alone over the text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_lines import EM, ENDS
from made_lines import line_at as _line
from made_lines import text_at as _text

from transforms.forms.line import Box
from transforms.forms.pdf.drawn import drawing_of
from transforms.forms.printed.articles.article import set_article
from transforms.forms.printed.articles.tables import join_rows
from transforms.forms.printed.lines.lines import TextLine
from transforms.forms.printed.pieces.pieces import Measures
from transforms.forms.printed.regions.regions import Region

PAGE = Measures(EM, "serif", 110)
CELLS = (("航线", "班次（班）", "票价（元）"), ("东岸到西岸", "24", "2.5"), ("西岸到沙洲", "6", "4"))
ROWS = [" ".join(row) for row in CELLS]


def _table(y: float) -> list[TextLine]:
    return [
        _line(text, x, y + 13 * n, 6, "sans")
        for n, row in enumerate(CELLS)
        for text, x in zip(row, (2, 40, 80), strict=True)
    ]


def _rows(lines: list[TextLine], *rules: Box) -> list[str]:
    return [line.text for line in join_rows(lines, rules, PAGE) if line.row]


def test_cells_at_one_height_are_a_row() -> None:
    assert _rows([*_text(0, 10, 5), *_table(100), *_text(0, 150, 5)]) == ROWS
    assert not _rows([*_text(0, 10, 5), *_text(120, 10, 5), *_text(240, 10, 5)])


def test_three_rules_are_a_table_of_more_rows() -> None:
    rules = [Box(0, y, 110, y + 0.5) for y in (98, 110, 140)]
    assert _rows([*_text(0, 10, 5), *_table(100)], *rules) == ROWS


def test_a_headline_between_two_tables_is_no_row_of_them() -> None:
    rules = [Box(0, y, 110, y + 0.5) for y in (98, 110, 140, 178, 190, 220)]
    title = _line("夏季航线", 20, 155, 14, "black")
    lines = [*_text(0, 10, 5), *_table(100), title, *_table(180)]
    assert _rows(lines, *rules) == [*ROWS, *ROWS]
    assert title in join_rows(lines, rules, PAGE)


def test_cells_of_several_lines_are_told_by_the_rules_around_them() -> None:
    lines = [_line(text, x, y, 6, "sans") for text, x, y in (("东岸到", 2, 100), ("西岸", 2, 108), ("24", 50, 104))]
    lines += [_line(text, x, y, 6, "sans") for text, x, y in (("西岸到", 2, 120), ("沙洲", 2, 128), ("6", 50, 124))]
    level = [Box(x, y, x + 40, y + 0.5) for y in (98, 117, 136) for x in (0, 40)]
    upright = [Box(x, y, x + 0.5, y + 19) for y in (98, 117) for x in (0, 40, 80)]
    assert _rows([*_text(0, 10, 5), *lines], *level, *upright) == ["东岸到西岸 24", "西岸到沙洲 6"]


def test_a_cell_over_two_rows_belongs_to_the_first() -> None:
    lines = [_line(text, x, y, 6, "sans") for text, x, y in (("航线", 2, 106), ("首末班", 50, 100), ("票价", 82, 106))]
    lines += [_line(text, x, 112, 6, "sans") for text, x in (("首班", 42), ("末班", 62))]
    lines += [_line(text, x, 124, 6, "sans") for text, x in (("东岸", 2), ("6时", 42), ("9时", 62), ("4", 82))]
    level = [Box(0, y, 110, y + 0.5) for y in (98, 122, 134)]
    rows = _rows([*_text(0, 10, 5), *lines], *level, Box(40, 110, 80, 110.5))
    assert rows == ["航线 首末班 票价", "首班 末班", "东岸 6时 9时 4"]


def test_rows_that_a_columns_end_breaks_off_are_of_the_table() -> None:
    rest = [line for line in _table(10) if line.y0 < 35]
    moved = [replace(line, x0=line.x0 + 120, x1=line.x1 + 120) for line in rest]
    assert len(_rows([*_text(0, 10, 5), *_table(100), *moved[:6], *_text(120, 50, 5)])) == 5


def test_columns_of_text_between_rules_are_no_table() -> None:
    rules = [Box(0, y, 350, y + 0.5) for y in (5, 90, 170)]
    lines = [*_text(0, 10, 5), *_text(120, 10, 5), *_text(0, 95, 5), *_text(120, 95, 5)]
    assert not _rows(lines, *rules)


def test_a_table_does_not_break_the_paragraph_that_it_stands_in() -> None:
    first, second = _text(0, 40, 5, opens=True), _text(120, 40, 5, closes=True)
    lines = join_rows([_line("渡口开船", 0, 10, 24, "black"), *first, *_table(120), *second], (), PAGE)
    found = set_article(Region(tuple(lines), ()), PAGE)
    assert [line.text for line in found[-3:]] == ROWS
    assert {line.paragraph for line in found[1:-3]} == {1}
    assert [(line.role, line.paragraph) for line in found[-3:]] == [("paragraph", n) for n in (2, 3, 4)]


@pytest.mark.parametrize(("name", "font", "role"), [("渡舟", "serif", "byline"), ("渡 舟", "kai", "byline")])
def test_a_name_alone_over_the_text_is_the_writers(name: str, font: str, role: str) -> None:
    head = [_line("渡口开船", 0, 10, 24, "black"), _line(name, 20, 40, EM, font)]
    found = set_article(Region((*head, *_text(0, 55, 5, opens=True, closes=True)), ()), PAGE)
    assert found[1].role == role


def test_a_label_or_a_subheading_over_the_text_is_no_writer() -> None:
    head = _line("渡口开船", 0, 10, 24, "black")
    label = [_line("引子", 20, 40, EM, "sans"), *_text(0, 55, 5, opens=True, closes=True)]
    assert set_article(Region((head, *label), ()), PAGE)[1].role == "subheading"
    first = [_line("停航", 40, 40, EM, "sans"), *_text(0, 55, 5, opens=True, closes=True)]
    second = [_line("复航", 40, 130, EM, "sans"), *_text(0, 145, 5, opens=True, closes=True)]
    assert set_article(Region((head, *first, *second), ()), PAGE)[1].role == "subheading"


def test_a_table_in_a_sentence_holds_its_title_and_waits_for_the_end() -> None:
    title = _line("渡口的船期", 28, 70, 9, "sans")
    lines = join_rows([*_text(0, 10, 4, opens=True), title, *_table(90), *_text(120, 10, 8, closes=True)], (), PAGE)
    found = set_article(Region(tuple(lines), ()), PAGE)
    assert [line.role for line in found].count("subheading") == 0
    assert [line.text for line in found[-5:]] == [ENDS, "渡口的船期", *ROWS]
    closed = [_line(ENDS, 0, 55) if line.y0 == 55 and line.x0 == 0 else line for line in lines]
    assert [x.text for x in set_article(Region(tuple(closed), ()), PAGE) if x.role == "subheading"] == ["渡口的船期"]


def test_a_rule_goes_on_over_a_narrow_cell() -> None:
    over, cell, apart = Box(20, 50, 60, 50.5), Box(10, 50, 20, 50.5), Box(10, 90, 20, 90.5)
    drawing, _ = drawing_of([(box, False) for box in (cell, over, apart)], (800, 900), 1)
    assert (drawing.rules, drawing.shapes) == ((over, cell), ())
