"""Bylines that are set apart: over the text, in two lines, at the right; and verse under one."""

from __future__ import annotations

import numpy as np
import pytest
from made_lines import EM
from made_lines import line_at as _line
from made_lines import text_at as _text

from transforms.forms.printed.articles.article import set_article
from transforms.forms.printed.lines.glyphs import Glyphs, Style
from transforms.forms.printed.lines.lines import TextLine, text_lines
from transforms.forms.printed.pieces.pieces import Measures
from transforms.forms.printed.regions.regions import Region

PAGE = Measures(EM, "serif", 110, True)
HEAD = _line("渡口开船", 0, 10, 24, "black")
TEXT = [*_text(0, 80, 8, opens=True), *_text(120, 80, 8, closes=True)]


def _roles(*lines: TextLine) -> list[tuple[str | None, str]]:
    return [(line.role, line.text) for line in set_article(Region((HEAD, *lines), ()), PAGE)]


@pytest.mark.parametrize(
    ("text", "x", "size"),
    [
        ("本报记者 林 渡 通讯员 江小岸", 0, 11.5),
        ("□ 本报记者 林 渡", 60, 12.0),
        ("文/林 渡 图/江小岸", 0, 10.5),
        ("江小岸", 200, 10.5),
    ],
)
def test_writers_over_all_of_the_text_are_read_before_it(text: str, x: float, size: float) -> None:
    deck = _line("停航三年的渡口", 0, 38, 13, "sans")
    found = _roles(deck, _line(text, x, 56, size, "sans"), *TEXT)
    assert [role for role, _ in found[:3]] == ["headline", "deck", "byline"]
    assert found[2][1] == text


def test_a_byline_in_two_lines_is_one() -> None:
    names = [_line("□本报记者 林 渡", 20, 50, EM, "sans"), _line("通讯员 江小岸", 20, 65, EM, "sans")]
    found = _roles(*names, *TEXT[:8])
    assert found[1] == ("byline", "□本报记者 林 渡 通讯员 江小岸")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("东江晚报全媒体记者 林小渡/文", "江 岸/摄"),
        ("本报记者 林小渡 文／图", "通讯员 江岸／供图"),
        ("记者 林小渡/文", "记者 江岸/图"),
        ("东江日报融媒记者 林 渡", "文/图"),
        ("文/林小渡", "图/江岸 周小舟"),
        ("本报记者 林小渡/文 江 岸", "/摄"),
    ],
)
def test_who_wrote_and_who_took_the_pictures_may_stand_in_two_lines(first: str, second: str) -> None:
    lines = [_line(first, 0, 50, EM, "sans"), _line(second, 0, 63, EM, "sans")]
    for y in (80, 300):  # over all of the text, and under another text over the picture's
        found = _roles(*lines, *_text(0, y, 8, opens=True, closes=True), *_text(170, 51, 8, opens=True, closes=True))
        assert {role for role, _ in found} <= {"headline", "byline", "paragraph", None}
        assert ("byline", f"{first} {second}") in found


@pytest.mark.parametrize("text", ["本版图片由本报记者 林小渡 摄", "图片除署名外由本报记者 林小渡 摄"])
def test_whose_the_pictures_of_a_page_are_is_no_byline(text: str) -> None:
    assert ("byline", text) not in _roles(*TEXT[:8], _line(text, 0, 240, 8.0, "sans"))


def test_a_column_of_one_label_over_the_text_is_no_name() -> None:
    found = _roles(_line("编者按", 20, 60, 10.2, "sans"), *TEXT)
    assert ("byline", "编者按") not in found


def test_each_line_of_verse_is_a_paragraph() -> None:
    rows = ["雾落在渡口", "船就慢了", "撑伞的人站成柳树", "等它", "变暖"]
    poem = [_line(text, 0, 60 + 15 * n) for n, text in enumerate(rows)]
    assert _roles(*poem)[1:] == [("paragraph", text) for text in rows]
    song = [_line(text, 0, 60 + 15 * n) for n, text in enumerate(["雾落江心渡，", "船行柳下风。"] * 2)]
    assert [role for role, _ in _roles(*song)[1:]] == ["paragraph"] * 4
    assert len({line.paragraph for line in set_article(Region((HEAD, *song), ()), PAGE)}) == 5


def test_a_line_with_as_many_narrow_blanks_as_other_gaps_keeps_them() -> None:
    text, step = "本报记者林渡通讯员江岸", 10.0
    blanks = {4: 2.2, 5: 2.2, 6: 2.2, 9: 2.2, 10: 2.2}  # before these signs
    x, at, index = [], 0.0, []
    for n in range(len(text)):
        at += blanks.get(n, 0.0)
        x.append(at)
        index.append(n + sum(place <= n for place in blanks))
        at += step
    places = np.array(x)
    glyphs = Glyphs(
        text,
        np.array(index),
        places,
        np.full(len(x), step),
        places + step,
        np.full(len(x), step),
        np.zeros(len(x), dtype=bool),
    )
    (line,) = text_lines(glyphs, lambda _: Style("sans", step, step, False))
    assert line.text == "本报记者 林 渡 通讯员 江 岸"


@pytest.mark.parametrize(
    ("first", "second"), [("本报通讯员江岸 记者", "林小渡摄影报道"), ("（本报记者林小渡 通", "讯员 江岸）")]
)
def test_a_byline_at_the_foot_may_go_on_in_a_line_set_to_the_right(first: str, second: str) -> None:
    text = _text(0, 40, 6, opens=True, closes=True)
    signature = [_line(first, 110 - EM * len(first), 130), _line(second, 110 - EM * len(second), 145)]
    lines = set_article(Region((HEAD, *text, *signature), ()), PAGE)
    assert lines[-1].paragraph == lines[-2].paragraph != lines[-3].paragraph
    told = [_line("雾散了，记者又去了渡口", 0, 130), signature[1]]
    lines = set_article(Region((HEAD, *text, *told), ()), PAGE)
    assert lines[-1].paragraph != lines[-2].paragraph
