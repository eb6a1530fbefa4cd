"""Lines behind a dash that tell whose words a text was, beside decks, which stand behind one as well."""

from __future__ import annotations

import pytest

from transforms.forms.text import read_text
from transforms.layout.bylines.said_by import says_whose_words
from transforms.layout.page import take_apart


@pytest.mark.parametrize(
    "line", ["——县委书记李青近日在座谈会上说", "——柳溪镇护林员周大明", "——某某国际贸易学会会长安德烈·彼得罗夫"]
)
def test_who_said_the_text_above(line: str) -> None:
    assert says_whose_words(line)


@pytest.mark.parametrize(
    "line",
    ["——访县委书记李青", "——记柳溪镇护林员周大明", "——柳溪镇春耕一线见闻", "县委书记李青说", "——写给护林员周大明"],
)
def test_a_deck_says_of_whom_a_piece_is(line: str) -> None:
    assert not says_whose_words(line)


def test_such_a_line_is_text_and_heads_nothing() -> None:
    page = """把农时抓牢（声音）

春耕不等人，农资要早备，农机要早修，技术要早送到田头。各镇要把责任落到人头。

——县委书记李青近日在座谈会上说

（本报记者 沈清整理）
"""
    (article,) = take_apart(read_text(page)).articles
    assert [line.text for line in article.headline_lines] == ["把农时抓牢（声音）"]
    assert not article.subheadings
