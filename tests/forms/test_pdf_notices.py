"""What stands in a frame of its own under a title hardly larger than its text: a notice, or a part of the article."""

from __future__ import annotations

import pytest
from made_lines import EM, FULL, OPENS
from made_lines import line_at as _line
from made_lines import text_at as _text

from transforms.forms.line import Box
from transforms.forms.printed.drawing import Drawing
from transforms.forms.printed.page import set_page

STORY = [_line("渡口开船", 0, 60, 24, "black"), *_text(0, 100, 16, opens=True), *_text(120, 100, 16, closes=True)]


def _read(title: str, *rows: tuple[str, float], size: float = 12.0) -> list[list[tuple[str | None, str]]]:
    """The story, and beside it the title over these rows in a frame eleven ems wide."""
    lines = [*STORY, _line(title, 305 - size * len(title) / 2, 108, size, "bold")]
    lines += [_line(text, 250 + x, 130 + 15 * n) for n, (text, x) in enumerate(rows)]
    page = set_page(Drawing(1, 400, 420, (), (Box(240, 98, 370, 140 + 15 * len(rows)),)), lines)
    return [[(line.role, line.text) for line in article.lines] for article in page.articles]


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("渡口停航公告", [(OPENS, 20.0), (FULL, 0.0), ("雾散了。", 0.0)]),
        ("渡口添新船", [("本报讯（记者江", 20.0), (FULL, 0.0), ("雾散了。", 0.0)]),
        ("渡口停航", [(OPENS, 20.0), (FULL, 0.0), (FULL, 0.0), ("江口渡口管理所", 40.0)]),
        ("渡口的灯", [(OPENS, 20.0), (FULL, 0.0), ("雾散了。", 0.0), ("（江小岸）", 60.0)]),
    ],
)
def test_a_frame_with_a_title_and_a_sign_of_its_own_is_an_article(title: str, rows: list[tuple[str, float]]) -> None:
    first, second = sorted(_read(title, *rows), key=len, reverse=True)
    assert [text for role, text in first if role == "headline"] == ["渡口开船"]
    assert second[0] == ("headline", title)
    assert [text for _, text in second[1:]] == [text for text, _ in rows]


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("老渡口的来历", [(OPENS, 20.0), (FULL, 0.0), ("雾散了。", 0.0)]),
        ("相关链接", [(OPENS, 20.0), (FULL, 0.0), ("雾散了。", 0.0), ("（江小岸）", 60.0)]),
        ("渡口百年。", [(OPENS, 20.0), (FULL, 0.0), ("雾散了。", 0.0), ("（江小岸）", 60.0)]),
    ],
)
def test_another_frame_is_of_the_article_around(title: str, rows: list[tuple[str, float]]) -> None:
    assert len(_read(title, *rows)) == 1


def test_a_frame_whose_title_is_set_like_others_in_it_is_of_the_article_around() -> None:
    lines = [*STORY, _line("渡口", 250, 108, EM, "bold"), *_text(250, 124, 3, opens=True, closes=True)]
    lines += [_line("新船", 250, 172, EM, "bold"), *_text(250, 188, 2, opens=True), _line("（江小岸）", 310, 218)]
    page = set_page(Drawing(1, 400, 420, (), (Box(240, 98, 370, 240),)), lines)
    assert len(page.articles) == 1
