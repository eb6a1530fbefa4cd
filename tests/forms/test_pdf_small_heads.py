"""Short news under a headline that is hardly larger than the text, beside a headline over some of the columns."""

from __future__ import annotations

import pytest
from made_lines import FULL, OPENS
from made_lines import line_at as _line
from made_lines import text_at as _text

from transforms.forms.line import Box
from transforms.forms.printed.drawing import Drawing
from transforms.forms.printed.lines.lines import TextLine
from transforms.forms.printed.page import set_page

GUTTER = 12.0
AT = [n * (110 + GUTTER) for n in range(4)]
# a headline over two columns of three, whose third starts at the height of the headline
STORY = [
    _line("渡口停航三年后又开船了", 0, 60, 20, "sans"),
    *_text(AT[0], 96, 8, opens=True),
    *_text(AT[1], 96, 8),
    *_text(AT[2], 60, 6, closes=True),
]
UPRIGHT = Box(360, 50, 360.5, 190)


def _heads(*lines: TextLine, rules: tuple[Box, ...] = ()) -> list[list[str]]:
    page = set_page(Drawing(1, 500, 400, rules, ()), [*STORY, *lines])
    return [[line.text for line in article.lines if line.role == "headline"] for article in page.articles]


def _brief(first: str, last: str, x: float) -> list[TextLine]:
    title = [_line("柳湾渡口", AT[3], 58, 12.5, "sans"), _line("添两艘新船", AT[3], 73, 12.5, "sans")]
    text = [_line(first, AT[3] + 20, 94), *_text(AT[3], 109, 3), _line("雾散了。", AT[3], 154)]
    return [*title, *text, _line(last, AT[3] + x, 169)]


@pytest.mark.parametrize(
    ("first", "last", "x"),
    [
        ("天亮时第一班船靠", "（江小岸）", 60.0),
        ("本报讯（记者江岸", "天晴了。", 0.0),
        (OPENS, "天晴了。（江小岸）", 0.0),
    ],
)
@pytest.mark.parametrize("rules", [(UPRIGHT,), ()])
def test_a_brief_beside_a_story_has_its_headline(first: str, last: str, x: float, rules: tuple[Box, ...]) -> None:
    found = _heads(*_brief(first, last, x), rules=rules)
    assert sorted(found) == [["柳湾渡口添两艘新船"], ["渡口停航三年后又开船了"]]


def test_lines_set_so_within_a_column_are_subheadings() -> None:
    top = [_line("添新船", AT[3], 60, 12.5, "sans"), *_text(AT[3], 80, 3, opens=True)]
    under = [_line("又开船", AT[3], 130, 12.5, "sans"), *_text(AT[3], 150, 3, opens=True)]
    assert len(_heads(*top, *under, _line("（江小岸）", AT[3] + 60, 195))) == 1


def test_a_line_over_text_without_a_sign_of_its_own_is_a_subheading() -> None:
    top = [_line("添新船", AT[3], 60, 12.5, "sans"), *_text(AT[3], 80, 5, opens=True, closes=True)]
    assert len(_heads(*top)) == 1


def test_a_line_under_a_headline_over_its_column_is_a_subheading() -> None:
    wide = _line("渡口停航三年后又开船了两岸村民不用再绕行", 0, 60, 22, "sans")
    columns = [*_text(AT[0], 96, 8, opens=True), *_text(AT[1], 96, 8), *_text(AT[2], 96, 8, closes=True)]
    last = [_line("添新船", AT[3], 96, 12.5, "sans"), *_text(AT[3], 116, 4, opens=True)]
    lines = [wide, *columns, *last, _line("（江小岸）", AT[3] + 60, 176)]
    page = set_page(Drawing(1, 500, 400, (), ()), lines)
    assert len(page.articles) == 1
    assert FULL in [line.text for line in page.articles[0].lines]


def test_a_line_in_a_box_of_the_article_is_a_subheading() -> None:
    lines = _brief("天亮时第一班船靠", "（江小岸）", 60.0)
    box = Box(AT[3] - 6, 30, AT[3] + 116, 186)
    page = set_page(Drawing(1, 500, 400, (), (box,)), [*STORY, _line("相关链接", AT[3], 36, 10, "sans"), *lines])
    assert len(page.articles) == 1
