"""Boxes on a page: news in brief, boxes that text runs round, notices in a style of their own."""

from __future__ import annotations

import pytest
from made_lines import EM, ENDS, FULL, OPENS
from made_lines import line_at as _line
from made_lines import text_at as _text

from transforms.forms.line import Box
from transforms.forms.printed.articles.columns import reading_order
from transforms.forms.printed.drawing import Drawing
from transforms.forms.printed.lines.lines import TextLine
from transforms.forms.printed.page import set_page
from transforms.forms.printed.pieces.pieces import Measures


def _roles(lines: list[TextLine], *shapes: Box) -> list[list[tuple[str | None, str]]]:
    page = set_page(Drawing(1, 600, 900, (), shapes), lines)
    return [[(line.role, line.text) for line in article.lines] for article in page.articles]


def _box() -> list[TextLine]:
    """A box on the right of an article with two columns: 一周快读 over two pieces of news, wider than its columns."""
    lines = [_line("一周快读", 330, 104, EM, "sans")]
    for n, title in enumerate(("堤上的柳树发了芽", "集市搬到了河对岸")):
        top = 130 + 80 * n
        lines += [_line(title, 300, top, 11.5, "sans"), _line("柳树在堤上站了三十年，今年", 320, top + 16)]
        lines += [_line("又是头一个发芽，孩子们都来看。", 300, top + 31), _line("（江岸）", 300, top + 46)]
    return lines


def test_news_in_brief_in_a_box_are_articles_under_its_title() -> None:
    story = [_line("渡口开船", 0, 60, 24, "black"), *_text(0, 100, 16, opens=True)]
    story += _text(120, 100, 16, closes=True)
    first, *brief = _roles([*story, *_box()], Box(290, 98, 460, 280))
    assert [text for role, text in first if role == "headline"] == ["渡口开船"]
    assert sum(text in (FULL, OPENS, ENDS) for _, text in first) == 32
    assert [x for article in brief for x in article if x[0]] == [
        ("noise", "一周快读"),
        ("headline", "堤上的柳树发了芽"),
        ("byline", "（江岸）"),
        ("headline", "集市搬到了河对岸"),
        ("byline", "（江岸）"),
    ]


def test_a_box_under_a_label_of_boxes_belongs_to_the_article() -> None:
    story = [_line("渡口开船", 0, 60, 24, "black"), *_text(0, 100, 16, opens=True)]
    story += _text(120, 100, 16, closes=True)
    label, *rest = _box()
    lines = [*story, _line("相关链接", label.x0, label.y0, EM, "sans"), *rest]
    assert len(_roles(lines, Box(290, 98, 460, 280))) == 1


def test_a_framed_article_with_subheadings_is_one_article() -> None:
    story = [_line("渡口开船", 0, 60, 24, "black"), *_text(0, 100, 16, opens=True)]
    story += _text(120, 100, 16, closes=True)
    headline = _line("春到江边", 300, 104, 18, "black")
    framed = _roles([*story, headline, *_box()[1:]], Box(290, 98, 460, 290))
    heads = [[text for role, text in article if role == "headline"] for article in framed]
    assert heads == [["渡口开船"], ["春到江边"]]


def test_a_box_that_breaks_into_a_sentence_is_read_by_itself() -> None:
    page = Measures(EM, "serif", 110)
    box = Box(115, 60, 235, 130)
    inside = [_line("江边记事", 140, 70, EM, "sans"), *_text(120, 85, 3, opens=True, closes=True)]
    first = _text(0, 10, 12, opens=True)
    second = [*_text(120, 10, 3), *_text(120, 140, 3, closes=True)]
    order = [x for column in reading_order([*first, *second, *inside], (), page, (box,)) for x in column]
    assert order == [*first, *second, *inside]


def test_a_box_of_links_is_read_after_its_article() -> None:
    page = Measures(EM, "serif", 110)
    link = [_line("相关链接", 130, 10, EM, "sans"), _line("柳树在堤上站了三十年，今年", 150, 25)]
    link += [_line("又是头一个发芽。", 130, 40)]
    text = [*_text(0, 70, 4, opens=True), *_text(120, 70, 4, closes=True)]
    order = [x for column in reading_order([*text, *link], (), page, (Box(125, 5, 290, 60),)) for x in column]
    assert order == [*text, *link]


def test_a_headline_in_the_middle_of_its_columns_tells_where_they_start() -> None:
    notice = [_line("停航公告", 60, 110, 14, "black"), _line(FULL + "停航", 17, 140, 8.4, "sans")]
    notice += [_line(FULL + "，停航", 0, 153 + 13 * n, 8.4, "sans") for n in range(6)]
    notice += [_line("停航二十天。", 0, 231, 8.4, "sans")]
    story = [_line("渡口开船", 303, 110, 24, "black"), *_text(180, 140, 12, opens=True, closes=True)]
    story += [*_text(300, 140, 12, opens=True), *_text(420, 140, 12, closes=True)]
    assert [len(article) for article in _roles([*notice, *story])] == [9, 37]


def test_text_as_wide_as_two_columns_beside_columns_does_not_part_them() -> None:
    page = Measures(EM, "serif", 110)
    columns = [*_text(0, 10, 8), *_text(120, 10, 8, closes=True)]
    wide = [_line(FULL + "，" + OPENS, 250, 40 + 15 * n) for n in range(3)]
    assert [x for column in reading_order([*columns, *wide], (), page) for x in column] == [*columns, *wide]


def test_the_text_of_a_notice_has_a_style_of_its_own() -> None:
    story = [_line("渡口开船", 0, 60, 24, "black"), *_text(0, 100, 16, opens=True, closes=True)]
    rows = ["经渡口管理所研究，决定修缮渡口。", "一、渡口自五月起停航，", "共停航二十天。", "二、停航期间绕行大桥，"]
    notice = [_line("停航公告", 160, 104, 14, "black")]
    notice += [_line(text, 160 + 17 * (n != 2), 130 + 13 * n, 8.6, "sans") for n, text in enumerate(rows)]
    _, found = _roles([*story, *notice], Box(150, 98, 320, 200))
    assert [role for role, _ in found].count("subheading") == 0
    assert [text for _, text in found[1:]] == rows


def test_news_in_brief_in_a_box_may_be_set_smaller_than_the_page() -> None:
    story = [_line("渡口开船", 0, 60, 24, "black"), *_text(0, 100, 16, opens=True)]
    story += _text(120, 100, 16, closes=True)
    box = [_line("江边快讯", 330, 104, 12, "sans")]
    for n, title in enumerate(("堤上的柳树发芽", "集市搬到对岸", "灯塔换了新灯")):
        box += [_line(title, 330, 130 + 60 * n, 10.5, "sans"), _line("柳树在堤上站了三十年，", 317, 144 + 60 * n, 8.6)]
        box += [_line("今年又发芽。（江", 300, 157 + 60 * n, 8.6), _line("岸）", 300, 170 + 60 * n, 8.6)]
    first, *brief = _roles([*story, *box], Box(290, 98, 430, 310), Box(300, 100, 420, 118))
    assert len(first) == 33
    assert [x for article in brief for x in article if x[0] in ("noise", "headline", "byline")] == [
        ("noise", "江边快讯"),
        ("headline", "堤上的柳树发芽"),
        ("byline", "（江岸）"),
        ("headline", "集市搬到对岸"),
        ("byline", "（江岸）"),
        ("headline", "灯塔换了新灯"),
        ("byline", "（江岸）"),
    ]


def test_titles_hardly_larger_than_the_text_are_subheadings_under_the_headline_of_a_box() -> None:
    story = [_line("渡口开船", 0, 60, 24, "black"), *_text(0, 100, 16, opens=True)]
    story += _text(120, 100, 16, closes=True)
    box = [_line("江边快讯", 320, 104, 16, "sans")]
    for n, title in enumerate(("柳镇：堤上发芽", "沙洲：集市搬家", "灯塔换灯")):
        box += [_line(title, 317, 130 + 60 * n, 10.5, "sans"), *_text(300, 144 + 60 * n, 3, True, True)]
    _, brief = _roles([*story, *box], Box(290, 98, 430, 330), Box(300, 100, 420, 124))
    assert [x for x in brief if x[0]] == [
        ("headline", "江边快讯"),
        ("subheading", "柳镇：堤上发芽"),
        ("subheading", "沙洲：集市搬家"),
        ("subheading", "灯塔换灯"),
    ]


def test_news_in_brief_in_a_box_are_read_one_after_the_other() -> None:
    story = [_line("渡口开船", 0, 60, 24, "black"), *_text(0, 100, 8, opens=True)]
    story += [*_text(120, 100, 8, closes=True), _line("集市散场", 0, 240, 24, "black")]
    story += [*_text(0, 280, 8, opens=True), *_text(120, 280, 8, closes=True)]
    box = [_line("一周快读", 330, 104, EM, "sans")]
    for n, title in enumerate(("堤上的柳树发芽", "集市搬到对岸", "灯塔换了新灯")):
        box += [_line(title, 300, 130 + 80 * n, 11.5, "sans"), *_text(300, 146 + 80 * n, 4, True, True)]
    found = _roles([*story, *box], Box(290, 98, 420, 380))
    heads = [text for article in found for role, text in article if role == "headline"]
    assert heads == ["渡口开船", "堤上的柳树发芽", "集市搬到对岸", "灯塔换了新灯", "集市散场"]


def test_a_small_advertisement_in_a_frame_needs_no_label() -> None:
    story = [_line("渡口开船", 0, 60, 24, "black"), *_text(0, 100, 16, opens=True)]
    story += _text(120, 100, 16, closes=True)
    lost = [_line("遗 失 声 明", 280, 110, 12, "sans"), _line("江边茶馆遗失公章，声明作废。", 260, 130, 8)]
    page = set_page(Drawing(1, 600, 900, (), (Box(250, 100, 400, 145),)), [*story, *lost])
    assert [line.text for line in page.adverts] == [line.text for line in lost]
    assert [len(article.lines) for article in page.articles] == [33]


@pytest.mark.parametrize(
    ("title", "rows", "is_furniture"),
    [
        ("今日导读", ["柳树发了芽　02版", "集市搬到了对岸　A3"], True),
        ("导读", ["柳树在堤上站了三十年，今年", "又是头一个发芽。"], False),
        ("天气预报", ["多云转小雨，18℃～26℃", "东南风三级"], True),
        ("征稿启事", ["本版欢迎来稿，请写明姓名。", "来稿不退。"], True),
    ],
)
def test_what_a_frame_holds_beside_articles(title: str, rows: list[str], is_furniture: bool) -> None:
    story = [_line("渡口开船", 0, 60, 24, "black"), *_text(0, 100, 16, opens=True)]
    story += _text(120, 100, 16, closes=True)
    inside = [_line(title, 280, 110, 12, "sans"), *(_line(text, 260, 130 + 15 * n, 8) for n, text in enumerate(rows))]
    page = set_page(Drawing(1, 600, 900, (), (Box(250, 100, 420, 165),)), [*story, *inside])
    assert [line.text for line in page.adverts] == ([line.text for line in inside] if is_furniture else [])


def test_a_small_title_of_a_section_heads_the_box_under_it() -> None:
    story = [_line("渡口开船", 0, 60, 24, "black"), *_text(0, 100, 16, opens=True)]
    story += _text(120, 100, 16, closes=True)
    box = [_line("江边短波", 300, 104, 11.5, "sans")]
    for n, title in enumerate(("柳镇：堤上发芽", "沙洲：集市搬家")):
        box += [_line(title, 317, 130 + 60 * n, EM, "sans"), *_text(300, 144 + 60 * n, 3, True, True)]
    first, brief = _roles([*story, *box], Box(290, 98, 430, 260))
    assert len(first) == 33
    assert [x for x in brief if x[0]] == [
        ("headline", "江边短波"),
        ("subheading", "柳镇：堤上发芽"),
        ("subheading", "沙洲：集市搬家"),
    ]


def test_the_text_of_a_box_in_an_article_has_a_style_of_its_own() -> None:
    story = [_line("渡口开船", 0, 60, 24, "black"), *_text(0, 100, 16, opens=True)]
    story += _text(120, 100, 16, closes=True)
    box = [_line("相关链接", 300, 104, 12, "sans")]
    rows = ["停航三年，渡口昨天又开船", "了，头一班船坐满了人。", "雾散以后，两岸的人都来看", "船，孩子们跑在前头。"]
    box += [_line(text, 317 - 17 * (n % 2), 124 + 13 * n, 8.8, "sans") for n, text in enumerate(rows)]
    (found,) = _roles([*story, *box], Box(290, 98, 430, 185))
    assert [x for x in found if x[1] in rows] == [(None, text) for text in rows]
    assert ("subheading", "相关链接") in found


def test_a_frame_that_opens_with_the_word_is_an_advertisement() -> None:
    story = [_line("渡口开船", 0, 60, 24, "black"), *_text(0, 100, 16, opens=True)]
    story += _text(120, 100, 16, closes=True)
    shop = [
        _line("广告 江边茶馆开张 满十元减三元 五月一日", 150, 360, EM, "sans"),
        _line("至七日", 200, 375, EM, "sans"),
    ]
    lines = [*story, *shop]
    assert len(_roles(lines, Box(140, 350, 380, 395))[0]) == 33
    named = [*story, _line("广告业的新规矩", 150, 360, EM, "sans"), shop[1]]
    assert len(_roles(named, Box(140, 350, 380, 395))[0]) == 35


def test_a_subheading_at_the_head_of_a_column_is_no_part_of_the_deck_over_all() -> None:
    heading = [
        _line("江边老渡口今天开船", 66, 60, 24, "black"),
        _line("两岸村民不再绕行二十里山路", 96, 90, 12, "black"),
    ]
    subheading = [_line("秋天再添船", 265, 112, 10.5, "sans"), *_text(240, 127, 7, opens=True, closes=True)]
    columns = [*_text(0, 110, 8, opens=True), *_text(120, 110, 8, closes=True)]
    found = _roles([*heading, *columns, *subheading])[0]
    assert found[:2] == [("headline", heading[0].text), ("deck", heading[1].text)]
    assert ("subheading", "秋天再添船") in found


@pytest.mark.parametrize(("top", "is_slogan"), [(30, True), (52, False)])
def test_a_slogan_on_a_band_across_the_page_is_no_headline(top: float, is_slogan: bool) -> None:
    story = [_line("渡口开船", 0, 80, 24, "black"), *_text(0, 120, 16, opens=True)]
    story += _text(120, 120, 16, closes=True)
    slogan = _line("同心协力向前走", 60, top + 3, 13, "sans")
    page = set_page(Drawing(1, 300, 900, (), (Box(0, top, 235, top + 19),)), [*story, slogan])
    assert [line.text for line in page.adverts] == (["同心协力向前走"] if is_slogan else [])
    assert len(page.articles) == 1
