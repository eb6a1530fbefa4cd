"""Kickers that are no larger than the text: a place or an occasion in a few words, alone over a headline."""

from __future__ import annotations

import pytest
from made_lines import EM, ENDS
from made_lines import line_at as _line
from made_lines import text_at as _text

from transforms.forms.line import Box
from transforms.forms.printed.drawing import Drawing
from transforms.forms.printed.lines.lines import TextLine
from transforms.forms.printed.page import set_page

HEAD = _line("渡口灯亮", 0, 120, 17, "black")
UNDER = [*_text(0, 150, 6, opens=True), *_text(120, 120, 8, closes=True)]
OTHER = [_line("晚潮将至", 0, 0, 24, "black"), *_text(0, 34, 4, opens=True, closes=True)]


def _heads(*lines: TextLine, shapes: tuple[Box, ...] = (), rules: tuple[Box, ...] = ()) -> list[tuple[str, str]]:
    page = set_page(Drawing(1, 260, 400, rules, shapes), lines)
    heads = ("kicker", "headline", "deck")
    return [(line.role, line.text) for article in page.articles for line in article.lines if line.role in heads]


@pytest.mark.parametrize(
    ("text", "x", "size"), [("柳湾渡口", 0.0, 9.0), ("江口镇柳湾村", 0.0, EM), ("江口镇", 34 - 13.5, 9.0)]
)
def test_a_few_words_alone_over_a_headline_are_its_kicker(text: str, x: float, size: float) -> None:
    kicker = _line(text, x, 117 - size, size)
    told = [("headline", "晚潮将至"), ("kicker", text), ("headline", "渡口灯亮")]
    assert _heads(*OTHER, kicker, HEAD, *UNDER) == told
    rule = Box(0, 101, 230, 101.5)
    assert _heads(*OTHER, kicker, HEAD, *UNDER, rules=(rule,)) == told


@pytest.mark.parametrize("text", ["雾散了。", "本报记者 江岸", "（江小岸）", "相关链接", "新渡口 林渡摄"])
def test_other_lines_over_a_headline_are_no_kicker(text: str) -> None:
    assert _heads(*OTHER, _line(text, 0, 107, 9.0), HEAD, *UNDER)[1:] == [("headline", "渡口灯亮")]


def test_a_line_under_text_or_a_picture_is_no_kicker() -> None:
    text = [_line("晚潮将至", 0, 0, 24, "black"), *_text(0, 44, 4, opens=True), _line(ENDS[:-1], 0, 104)]
    assert _heads(*text, HEAD, *UNDER)[1:] == [("headline", "渡口灯亮")]
    picture = Box(0, 40, 110, 100)
    words = _line("柳湾渡口", 0, 104, 8.0, "sans")
    assert _heads(words, HEAD, *UNDER, shapes=(picture,)) == [("headline", "渡口灯亮")]


@pytest.mark.parametrize(
    ("text", "x", "is_deck"), [("——柳湾记", 0.0, True), ("——柳湾记", 11.5, True), ("——柳湾记。", 0.0, False)]
)
def test_a_line_behind_a_dash_under_a_headline_is_its_deck(text: str, x: float, is_deck: bool) -> None:
    told = _heads(*OTHER, HEAD, _line(text, x, 139, 9.0), *_text(0, 160, 6, opens=True, closes=True))
    assert told[1:] == [("headline", HEAD.text), *([("deck", text)] if is_deck else [])]


def test_a_deck_behind_a_dash_may_have_a_second_line() -> None:
    deck = [_line("——柳湾渡", 0, 139, 9.0), _line("口记事", 0, 150, 9.0)]
    told = _heads(*OTHER, HEAD, *deck, *_text(0, 170, 6, opens=True, closes=True))
    assert told[1:] == [("headline", HEAD.text), ("deck", "——柳湾渡口记事")]
