"""Tags with the name of a column by the headline of an article, boxed, marked or known by their words."""

from __future__ import annotations

import pytest
from made_lines import EM
from made_lines import line_at as _line
from made_lines import paragraph_at as _paragraph
from made_lines import text_at as _text

from transforms.forms.line import Box
from transforms.forms.pdf.drawn import drawing_of
from transforms.forms.printed.drawing import Drawing
from transforms.forms.printed.lines.lines import TextLine
from transforms.forms.printed.page import set_page

OTHER = [_line("晚潮将至", 0, 0, 24, "black"), *_text(0, 34, 5, opens=True, closes=True)]
HEAD = _line("渡口灯亮", 0, 160, 18, "black")
UNDER = [*_paragraph(0, 190, 4), *_paragraph(0, 250, 4)]


def _around(line: TextLine, by: float = 4.0) -> Box:
    return Box(line.x0 - by, line.y0 - by, line.x1 + by, line.y1 + by)


def _roles(*lines: TextLine, boxes: tuple[Box, ...] = (), shapes: tuple[Box, ...] = ()) -> list[list[str]]:
    page = set_page(Drawing(1, 260, 400, (), shapes, boxes), lines)
    return [
        [f"{line.role} {line.text}" for line in article.lines if line.role not in (None, "paragraph")]
        for article in page.articles
    ]


@pytest.mark.parametrize(
    ("text", "x", "y", "size"),
    [
        ("柳下课堂", 0, 140, EM),
        ("柳湾", 0, 138, 12.0),
        ("江口有味", 60, 142, 9.0),
        ("渡口·灯火", 0, 138, 13.5),
        ("柳湾课堂", 82, 162, EM),
        ("夜航船", 0, 132, 14.0),
    ],
)
def test_a_few_words_in_a_box_by_a_headline_are_a_tag(text: str, x: float, y: float, size: float) -> None:
    tag = _line(text, x, y, size, "sans")
    found = _roles(*OTHER, tag, HEAD, *UNDER, boxes=(_around(tag),))
    assert found == [["headline 晚潮将至"], [f"noise {text}", "headline 渡口灯亮"]]
    band = Box(0, tag.y0 - 3, 110, tag.y1 + 3)
    assert x or _roles(*OTHER, tag, HEAD, *UNDER, boxes=(band,)) == found


def test_a_tag_beside_the_text_of_an_article_leaves_its_paragraphs_whole() -> None:
    tag = _line("柳湾有味", 0, 102, EM, "sans")
    head = [_line("一把", 0, 124, 22, "black"), _line("旧橹", 0, 150, 22, "black")]
    text = [*_paragraph(70, 102, 4), *_paragraph(70, 162, 4)]
    page = set_page(Drawing(1, 260, 400, (), (), (_around(tag),)), [*OTHER[:4], tag, *head, *text])
    lines = [line for article in page.articles for line in article.lines if line.box.x0 >= 70]
    assert len({line.paragraph for line in lines}) == 2
    assert ["noise 柳湾有味", "headline 一把旧橹"] in _roles(*OTHER[:4], tag, *head, *text, boxes=(_around(tag),))


def test_a_tag_set_upright_in_a_box_is_one() -> None:
    tag = [_line(letter, 90, 152 + 11 * n, EM, "sans") for n, letter in enumerate("短评")]
    box = Box(86, 148, 104, 178)
    assert _roles(*OTHER, *tag, HEAD, *UNDER, boxes=(box,))[1] == ["noise 短", "noise 评", "headline 渡口灯亮"]


@pytest.mark.parametrize("text", ["短评", "江畔夜话", "【柳下课堂】", "■柳下课堂"])
def test_what_names_a_column_by_its_words_needs_no_box(text: str) -> None:
    tag = _line(text, 0, 142, EM, "sans")
    assert _roles(*OTHER, tag, HEAD, *UNDER)[1] == [f"noise {text}", "headline 渡口灯亮"]


@pytest.mark.parametrize("text", ["柳湾渡口停航三年后再开船", "开船了，上岸了", "渡口开船 船工上岸 灯火通明"])
def test_a_longer_line_over_a_headline_is_no_tag(text: str) -> None:
    line = _line(text, 0, 140, 8.5, "sans")
    told = _roles(*OTHER, line, HEAD, *UNDER, boxes=(_around(line, 2),))
    assert not any(role.startswith("noise") for roles in told for role in roles)


def test_words_far_from_a_headline_or_larger_than_it_are_no_tag() -> None:
    far = _line("柳下课堂", 0, 262, EM, "sans")
    text = [*_paragraph(0, 190, 4), *_paragraph(0, 280, 4)]
    assert "subheading 柳下课堂" in _roles(*OTHER, HEAD, far, *text, boxes=(_around(far),))[1]


def test_what_is_left_alone_over_a_headline_heads_no_part_of_the_text() -> None:
    lone = _line("柳下课堂", 150, 10, EM, "sans")
    head = _line("渡口灯亮", 0, 60, 24, "black")
    assert _roles(lone, head, *_paragraph(0, 100, 8)) == [["noise 柳下课堂", "headline 渡口灯亮"]]


def test_small_drawn_areas_are_bands() -> None:
    drawn = [(Box(40, 60, 90, 74), False), (Box(40, 100, 240, 300), False), (Box(40, 50, 240, 51), False)]
    drawing, image = drawing_of(drawn, (700.0, 900.0), 1)
    assert (len(drawing.bands), len(drawing.shapes), len(drawing.rules), image) == (1, 1, 1, False)
