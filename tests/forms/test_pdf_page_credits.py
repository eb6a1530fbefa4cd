"""Who made a page, at its foot or in a corner with no rule, and advertisements that are pictures."""

from __future__ import annotations

import pytest
from made_lines import EM, FULL
from made_lines import line_at as _line
from made_lines import paragraph_at as _paragraph
from made_lines import text_at as _text

from transforms.forms.line import Box, Known
from transforms.forms.printed.drawing import Drawing
from transforms.forms.printed.lines.lines import TextLine
from transforms.forms.printed.page import PrintedPage, set_page, write_pages

STORY = [
    _line("渡口开船", 20, 40, 24, "black"),
    *_text(20, 80, 30, opens=True),
    *_text(150, 80, 28),
    *_paragraph(150, 500, 2),
]
FOOT = 545.0


def _page(*lines: TextLine, shapes: tuple[Box, ...] = ()) -> PrintedPage:
    return set_page(Drawing(1, 300, 700, (), shapes), [*STORY, *lines])


def _texts(page: PrintedPage) -> list[str | None]:
    return [line.role for article in page.articles for line in article.lines if line.role not in (None, "paragraph")]


@pytest.mark.parametrize(
    "foot",
    [
        ["编辑 周小舟 美编 林渡 校对 江 岸 热线电话 0599-8888123"],
        ["编辑 周小舟", "美编 林 渡", "校对 江岸", "热线电话 0599-8888123"],
        ["责任编辑：周小舟 版式设计：林渡 校对：江岸"],
        ["责编/周小舟"],
        ["本版编辑 周小舟 林渡"],
        ["■值班编委 周小舟｜编辑 林渡｜审校 江岸"],
        ["本版责编：周小舟 电话：0599-8888123 邮箱：du@jiang.cn"],
        ["E-mail：du@jiang.cn 编辑：周小舟"],
    ],
)
@pytest.mark.parametrize("at", [20.0, 160.0])
def test_who_made_a_page_is_no_part_of_its_articles(foot: list[str], at: float) -> None:
    lines, x = [], at
    for text in foot:
        lines.append(_line(text, x, FOOT, 7.0, "sans"))
        x = lines[-1].x1 + 14
    page = _page(*lines)
    assert [line.text for line in page.adverts or page.around] == foot
    assert _texts(page) == ["headline"]
    told = write_pages([page], Known())[1]
    assert (told.edition, told.outlet) == (None, None)


@pytest.mark.parametrize("text", ["编辑 的一天", "版面 有了新的变化", "值班 守住渡口的灯", "编辑一群年轻人"])
def test_a_subheading_with_such_a_word_is_no_credit(text: str) -> None:
    under = [_line(text, 40, 530, EM, "sans"), *_paragraph(20, 548, 3)]
    assert not _page(*under).adverts


def test_a_credit_in_the_style_of_the_text_is_left_to_its_words() -> None:
    assert not _page(_line("编辑 周小舟", 20, 530)).adverts


@pytest.mark.parametrize("word", ["广告", "【广告】", "（广告）"])
def test_a_picture_with_the_word_alone_is_an_advertisement(word: str) -> None:
    shown = Box(20, 535, 290, 600)
    page = _page(_line(word, 260, 590, 7.0, "sans"), shapes=(shown,))
    assert [line.text for line in page.adverts] == [word]
    assert _texts(page) == ["headline"]


def test_the_word_in_the_lower_corner_of_a_frame_makes_it_one() -> None:
    words = [_line("江畔新居", 60, 545, 20, "sans"), _line("看江看柳看渡口", 60, 575, 9.0, "sans")]
    page = _page(*words, _line("广告", 260, 590, 7.0, "sans"), shapes=(Box(20, 535, 290, 600),))
    assert [line.text for line in page.adverts] == ["江畔新居", "看江看柳看渡口", "广告"]


def test_a_frame_with_news_over_an_advertisement_is_none() -> None:
    news = [_line("夜渡亮灯", 20, 540, 20, "black"), _line("本报讯 雾散了", 40, 565), _line(FULL, 20, 580)]
    frame, shown = Box(10, 530, 295, 640), Box(20, 600, 290, 630)
    page = _page(*news, _line("广告", 260, 620, 7.0, "sans"), shapes=(frame, shown))
    assert [line.text for line in page.adverts] == ["广告"]
    page = _page(*news, _line("广告", 260, 620, 7.0, "sans"), shapes=(frame,))
    assert "夜渡亮灯" not in [line.text for line in page.adverts]
