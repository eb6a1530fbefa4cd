"""Subheadings that fill their column: only what stands over and under them tells."""

from __future__ import annotations

from made_lines import EM, FULL, OPENS
from made_lines import line_at as _line
from made_lines import text_at as _text

from transforms.forms.printed.articles.article import set_article
from transforms.forms.printed.lines.lines import TextLine
from transforms.forms.printed.pieces.pieces import Measures
from transforms.forms.printed.regions.regions import Region

PAGE = Measures(EM, "serif", 110)
HEAD = _line("渡口开船", 0, 10, 24, "black")
BOLD = _line("水涨了船也添了两艘新", 2, 115, 10.6, "bold")


def _roles(*lines: TextLine) -> dict[str, str | None]:
    return {line.text: line.role for line in set_article(Region((HEAD, *lines), ()), PAGE)}


def test_a_line_as_wide_as_its_column_between_paragraphs_is_a_subheading() -> None:
    over, under = _text(0, 40, 5, opens=True, closes=True), _text(0, 130, 5, opens=True, closes=True)
    assert _roles(*over, BOLD, *under)[BOLD.text] == "subheading"
    assert _roles(*over[:-1], _line("昨天通船，船开进雾里。", 0, 100), BOLD, *under)[BOLD.text] == "subheading"


def test_a_line_of_another_font_inside_a_sentence_or_a_paragraph_is_text() -> None:
    over, under = _text(0, 40, 5, opens=True), _text(0, 130, 5, closes=True)
    assert _roles(*over, BOLD, _line(OPENS, 20, 130), *_text(0, 145, 3, closes=True))[BOLD.text] != "subheading"
    closed = [*over[:-1], _line("昨天通船，船开进雾里。", 0, 100)]
    assert _roles(*closed, BOLD, *under)[BOLD.text] != "subheading"
    assert FULL in _roles(*closed, BOLD, *under)
