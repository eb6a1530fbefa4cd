"""Head and foot of a printed page, and the pictures between its articles."""

from __future__ import annotations

from datetime import date

import pytest
from made_lines import EM
from made_lines import line_at as _line
from made_lines import paragraph_at as _text

from transforms.forms.line import CODE, Box, Known
from transforms.forms.printed.drawing import Drawing
from transforms.forms.printed.lines.lines import TextLine
from transforms.forms.printed.page import PrintedPage, set_page, write_pages


def _page(head: list[TextLine], *lines: TextLine) -> PrintedPage:
    story = [_line("渡口开船", 20, 90, 24, "black"), *_text(20, 130, 40)]
    return set_page(Drawing(1, 400, 980, (Box(20, 60, 380, 61),), ()), [*head, *story, *lines])


@pytest.mark.parametrize(
    "folio",
    [
        "东江晚报 第6版",
        "6 东江晚报",
        "东江晚报|2025年3月4日",
        "06 渡口 2025年3月4日 星期二 东江晚报 编辑 周小舟 版式 林 渡 校对 江岸",
        "编辑：周小舟 美编：林渡 校对：江 岸 06 民生 2025年3月4日 星期二 农历二月初五 东江晚报 热线：0599-8888123",
        "06 渡口 2025年3月4日 星期二 东 江 晚 报",
    ],
)
def test_the_paper_is_named_beside_the_number_of_the_page_or_the_day(folio: str) -> None:
    assert write_pages([_page([_line(folio, 20, 40)])], Known())[1].outlet == "东江晚报"


@pytest.mark.parametrize("folio", ["天气预报 第6版", "东江晚报 好看"])
def test_another_word_in_a_folio_line_names_no_paper(folio: str) -> None:
    assert write_pages([_page([_line(folio, 20, 40)])], Known())[1].outlet is None


@pytest.mark.parametrize(
    ("folio", "outlet"),
    [
        ("东江晚报 第6版", "东江晚报"),
        ("西江日报 第6版", "西江日报"),
        ("江畔周刊 第6版", "西江日报"),
        ("第6版", "西江日报"),
    ],
)
def test_the_paper_that_a_page_names_wins_over_one_that_letters_stand_for(folio: str, outlet: str) -> None:
    known = Known(outlet="西江日报", sources=(("outlet", CODE),))
    assert write_pages([_page([_line(folio, 20, 40)])], known)[1].outlet == outlet
    told = Known(outlet="西江日报", sources=(("outlet", "row"),))
    assert write_pages([_page([_line(folio, 20, 40)])], told)[1].outlet == "西江日报"


@pytest.mark.parametrize(
    ("folio", "edition"),
    [
        ("04 | 2025年3月4日 星期二 | 东江日报", "04"),
        ("A06 东江日报 2025年3月4日 星期二", "A06"),
        ("今日8版 第6321期", None),
        ("共12版", None),
    ],
)
def test_the_number_of_a_page_is_not_how_many_there_are(folio: str, edition: str | None) -> None:
    assert write_pages([_page([_line(folio, 20, 40, 6)])], Known())[1].edition == edition


@pytest.mark.parametrize("day", ["2025.3.4", "2025-03-04", "2025年3月4日"])
def test_the_day_of_a_folio_may_be_in_figures(day: str) -> None:
    assert write_pages([_page([_line(day, 20, 40)])], Known())[1].issue_date == date(2025, 3, 4)


def test_a_small_row_of_address_and_telephone_at_the_foot_is_furniture() -> None:
    imprint = "■地址：东江大道1号 ■电话：0123-4567890"
    around = _page([], _line(imprint, 20, 900, 7, "sans")).around
    assert [line.text for line in around] == [imprint]
    assert not _page([], _line("■渡口夜话", 20, 900, 7, "sans")).around


def test_a_picture_between_two_articles_belongs_to_the_one_that_its_caption_speaks_of() -> None:
    first = [_line("渡口开船", 20, 90, 24, "black"), *_text(20, 130, 12)]
    second = [_line("堤上柳树发芽", 260, 90, 16, "black"), *_text(260, 130, 12)]
    picture = Box(145, 90, 245, 160)

    def captions(words: str) -> list[list[str]]:
        drawing = Drawing(1, 400, 980, (Box(20, 60, 380, 61),), (picture,))
        lines = [*first, *second, _line(words, 145, 164, 8, "sans"), *_text(20, 500, 12), *_text(260, 500, 12)]
        return [[x.text for x in a.lines if x.role == "caption"] for a in set_page(drawing, lines).articles]

    assert [words[-1:] for words in captions("堤上的柳树。江岸摄")] == [[], ["堤上的柳树。江岸摄"]]
    assert [words[-1:] for words in captions("老渡口的船。江岸摄")] == [["老渡口的船。江岸摄"], []]


@pytest.mark.parametrize("x", [202.0, 20.0])
def test_small_lines_beside_a_picture_are_its_caption(x: float) -> None:
    picture = Box(60, 120, 200, 200)
    words = [_line("渡口边的", x, 170, 8, "sans"), _line("老柳树。", x, 182, 8, "sans")]
    story = [_line("渡口开船", 20, 90, 24, "black"), _line("堤上", 80, 210, EM, "sans"), *_text(20, 225, 12)]
    story += [*_text(160, 210, 4), _line("江边", 200, 275, EM, "sans"), *_text(160, 290, 8)]
    page = set_page(Drawing(1, 400, 980, (), (picture,)), [*story, *words])
    roles = [(line.role, line.text) for line in page.articles[0].lines]
    assert [text for role, text in roles if role == "caption"] == ["渡口边的老柳树。"]
    assert [text for role, text in roles if role == "subheading"] == ["堤上", "江边"]


def test_all_text_beside_a_picture_is_the_story_under_its_headline() -> None:
    picture = Box(0, 700, 140, 820)
    head = _line("老柳树发芽", 145, 700, 14, "black")
    words = [_line("堤上的老柳树，", 161, 720, 8, "sans"), _line("昨天又发了芽，", 145, 732, 8, "sans")]
    words += [_line("路人停下来，看了很久。", 145, 744, 8, "sans"), _line("记者 江岸 摄影报道", 145, 756, 8, "sans")]
    story = [_line("渡口开船", 20, 90, 24, "black"), *_text(20, 130, 12), *_text(160, 130, 12)]
    page = set_page(Drawing(2, 400, 980, (Box(0, 690, 400, 691),), (picture,)), [*story, head, *words])
    found = next(article.lines for article in page.articles if article.lines[0].text == head.text)
    assert [(line.role, line.text) for line in found[1:]] == [(None, line.text) for line in words]
