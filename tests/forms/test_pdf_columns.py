"""Columns that stand near to each other, and what stands between them: gutters, pictures, captions, bylines."""

from __future__ import annotations

import numpy as np
from made_lines import EM, ENDS, FULL, OPENS
from made_lines import line_at as _line
from made_lines import text_at as _text

from transforms.forms.line import Box
from transforms.forms.printed.articles.article import set_article
from transforms.forms.printed.lines.glyphs import Glyphs, Style
from transforms.forms.printed.lines.lines import TextLine, text_lines
from transforms.forms.printed.pieces.pieces import Measures, grown, is_headline, is_set_apart, pieces
from transforms.forms.printed.regions.cuts import Cutter, flaws
from transforms.forms.printed.regions.regions import Region, measures

PAGE = Measures(EM, "serif", 110)


def _printed(rows: list[tuple[str, float, float]], high: float, trimmed: bool = False) -> list[str]:
    """The lines read from rows drawn one after the other; `trimmed` tells that their last marks take half a cell."""
    text = "".join(words for words, _, _ in rows)
    x = np.array([left + EM * n for words, left, _ in rows for n in range(len(words))])
    base = np.array([level for words, _, level in rows for _ in words])
    right = x + EM
    if trimmed:
        right += 0.5 * EM * np.isin(list(text), ["”"])
    count = len(text)
    glyphs = Glyphs(text, np.arange(count), x, base, right, np.full(count, high), np.zeros(count, dtype=bool))
    return [line.text for line in text_lines(glyphs, lambda _: Style("serif", EM, EM, False))]


def test_a_gutter_of_an_em_parts_columns_drawn_row_by_row() -> None:
    rows = [(FULL, left, 100 + 15.0 * n) for n in range(8) for left in (0.0, 119.0, 238.0)]
    assert _printed(rows, high=1.45 * EM) == [FULL] * 24


def test_a_mark_that_takes_half_a_cell_does_not_reach_over_the_gutter() -> None:
    rows = [(FULL, left, 100 + 15.0 * n) for left in (0.0, 120.0) for n in range(8)]
    rows[3] = ("他说：“又通船了。”", 20.0, rows[3][2])
    assert len(_printed(rows, EM, trimmed=True)) == 16


def test_a_mark_that_hangs_into_a_narrow_gutter_does_not_join_columns() -> None:
    for gutter in (10.5, 12.0, 13.0):
        rows = [(FULL, left, 100 + 15.0 * n) for left in (0.0, 110 + gutter) for n in range(8)]
        rows[3] = (FULL + "，", *rows[3][1:])
        rows[5] = (FULL[:-2] + "。）", *rows[5][1:])
        assert _printed(rows, EM) == [words for at in range(8) for words in (rows[at][0], FULL)]


def test_marks_that_hang_out_of_their_column_leave_its_edge() -> None:
    lines = [_line("渡口开船", 0, 10, 24, "black"), *_text(0, 40, 5, opens=True), _line(FULL + "，", 0, 115)]
    lines += [_line(FULL[:-1] + "，", 0, 130), _line(FULL[:-2] + "，", 0, 145), _line(ENDS, 0, 160)]
    found = set_article(Region(tuple(lines), ()), PAGE)
    assert {line.paragraph for line in found if line.paragraph} == {1}
    assert [x.closed for x in pieces([*lines[:-1]], [], [], PAGE) if x.kind == "text"] == [False]


def test_a_caption_set_like_the_body_stands_apart_from_it() -> None:
    picture = Box(0, 100, 110, 160)
    caption = _line("渡口的灯亮了。", 0, 163)
    lines = (_line("渡口开船", 0, 10, 24, "black"), *_text(0, 50, 3), caption, *_text(0, 190, 6, closes=True))
    roles = {line.text: line.role for line in set_article(Region(lines, (picture,)), PAGE)}
    assert roles[caption.text] == "caption"
    close = (*lines[:4], *_text(0, 163, 7, closes=True))
    assert not any(line.role == "caption" for line in set_article(Region(close, (picture,)), PAGE))


def test_an_article_may_be_read_over_and_then_under_its_picture() -> None:
    picture = Box(0, 120, 230, 200)
    over, under = [*_text(0, 40, 4, opens=True), *_text(120, 40, 4)], [*_text(0, 210, 4), *_text(120, 210, 4)]
    lines = [_line("渡口开船", 0, 10, 24, "black"), *over, *under[:-1], _line(ENDS, 120, 255)]
    lines[9] = _line(OPENS, 20, 210)
    lines[8] = _line(ENDS, 120, 85)
    part = pieces(lines, [picture], [], PAGE)
    assert flaws(part, PAGE) == 0
    assert flaws([piece for piece in part if piece.kind != "picture"], PAGE) > 0


def test_articles_side_by_side_are_parted_by_a_narrow_gutter() -> None:
    lines = [_line("渡口开船", 0, 10, 24, "black"), _line("晚潮将至", 117, 10, 24, "black")]
    lines += [*_text(0, 40, 5, opens=True, closes=True), *_text(117, 40, 5, opens=True, closes=True)]
    parts = Cutter(pieces(lines, [], [], PAGE), [], PAGE).parts()
    assert sorted(len(part) for part in parts) == [2, 2]


def test_a_byline_opens_an_article() -> None:
    lines = [_line("本报记者 林小渡", 0, 40), *_text(0, 55, 5, closes=True)]
    assert [piece.indented for piece in pieces(lines, [], [], PAGE)] == [True]


def test_a_headline_from_top_to_bottom_goes_on_after_a_blank() -> None:
    first = TextLine("渡口", 50, 10, 74, 58, 24, "black", vertical=True)
    second = TextLine("开船", 50, 82, 74, 130, 24, "black", vertical=True)
    other = TextLine("晚潮", 50, 220, 74, 268, 24, "black", vertical=True)
    assert grown([first], [first, second, other], PAGE, ()) == [first, second]


def test_text_somewhat_larger_than_most_is_no_deck() -> None:
    page = Measures(9.2, "serif", 110, texts=frozenset({(10.0, "serif")}))
    assert not is_set_apart(_line(FULL, 0, 40), page)


def test_a_headline_may_stand_in_the_middle_of_text_that_goes_on_round_it() -> None:
    lines = [_line("渡口开船", 60, 110, 24, "black")]
    for x in (0, 120, 240):
        lines += _text(x, 20, 5, opens=x == 0) + _text(x, 150, 5, closes=x == 240)
    broken = [*lines[:-1], _line(FULL, 240, 210)]
    assert flaws(pieces(lines, [], [], PAGE), PAGE) == 1.5
    assert flaws(pieces(broken, [], [], PAGE), PAGE) > 3


def test_a_rule_parts_only_the_columns_that_it_runs_over() -> None:
    lines = [*_text(0, 40, 8), *_text(120, 40, 8)]
    found = pieces(lines, [], [Box(0, 97, 110, 97.5)], PAGE)
    assert sorted(len(piece.lines) for piece in found) == [4, 4, 8]


def test_a_short_last_line_and_the_paragraph_under_it_are_one_run() -> None:
    lines = [_line(ENDS, 0, 40), _line("天亮", 20, 55), *_text(120, 40, 4)]
    assert sorted(len(piece.lines) for piece in pieces(lines, [], [], PAGE)) == [2, 4]


def test_sentences_a_third_larger_than_most_are_text() -> None:
    large = [_line("停航三年，渡口昨天又开船了", 300, 10 + 19 * n, 13.3) for n in range(5)]
    label = [_line("停航三年渡口昨天又开船了", 300, 10 + 19 * n, 13.3) for n in range(5)]
    page, other = measures([*_text(0, 10, 14), *large]), measures([*_text(0, 10, 14), *label])
    assert [is_headline(large[0], page), is_headline(label[0], other)] == [False, True]


def test_a_byline_under_a_picture_is_no_caption() -> None:
    picture = Box(0, 100, 110, 160)
    byline, caption = _line("本报记者 林小渡", 20, 163, 9.0, "sans"), _line("渡口的灯亮了。", 0, 163, 8, "sans")
    for line, role in ((byline, "byline"), (caption, "caption")):
        lines = (_line("渡口开船", 0, 10, 24, "black"), line, *_text(0, 180, 6, closes=True))
        assert {x.text: x.role for x in set_article(Region(lines, (picture,)), PAGE)}[line.text] == role


def test_parts_of_a_large_line_and_its_shadow_are_one_line() -> None:
    text, high = "渡口开船", 40.0
    x = np.array([0.0, 40.0, 81.6, 121.6])
    glyphs = Glyphs(
        text, np.arange(4), x, np.array([50, 50, 51.6, 51.6]), x + high, np.full(4, high), np.zeros(4, dtype=bool)
    )
    apart = glyphs.take(np.array([2, 3, 0, 1]))
    assert [line.text for line in text_lines(apart, lambda _: Style("black", high, high, False))] == [text]
