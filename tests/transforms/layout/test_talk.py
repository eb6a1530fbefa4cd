"""Talks set down word by word, and parts of an article that another page begins."""

from __future__ import annotations

import pytest

from transforms.forms.text import read_text
from transforms.layout.page import take_apart
from transforms.layout.wording.end_marks import is_terminal
from transforms.words.talk import opens_turn, turns

TALK = """渡口的船怎么管

柳溪镇的新渡口通航以后，每天有两千多人过
江。近日，记者采访了管理所的负责人赵原。
记者：渡口的船和往年比有什么不同的地方？
赵原：旧船载客只有二十人，新船可以载八十
人，船工都考过证，船上也备了救生衣。往来
两岸，一天要走三十趟，赶集的日子还会加船。
记者：遇到大风怎么办，会不会停航几个小时？
赵原：六级以上的风一律停航，没有商量余地。
"""


def test_each_turn_of_a_talk_is_a_paragraph() -> None:
    (article,) = take_apart(read_text(TALK)).articles
    assert [p[0].text[:3] for p in article.paragraphs] == ["柳溪镇", "记者：", "赵原：", "记者：", "赵原："]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_short_question_between_answers_is_text(gap: str) -> None:
    asked = ("记者：渡口的船够用吗？", "赵原：够用，六条船轮着开。", "记者：大风天停航吗？", "赵原：停。")
    intro = "柳溪镇的新渡口通航以后，每天有两千多人过江。近日，记者采访了管理所的负责人赵原。"
    (article,) = take_apart(read_text(f"渡口的船怎么管\n\n{gap.join((intro, *asked))}\n")).articles
    assert [p[0].text for p in article.paragraphs] == [intro, *asked]


@pytest.mark.parametrize(
    ("line", "is_turn"), [("记者：渡口停航吗？", True), ("答：停。", True), ("记者：李青 赵原", False)]
)
def test_whoever_asks_and_answers(line: str, is_turn: bool) -> None:
    assert opens_turn(line) is is_turn


def test_two_speak_and_each_more_than_once() -> None:
    lines = ["他走了。", "问：去哪？", "答：江边。", "问：几时？", "答：今晚。"]
    assert turns(lines, is_terminal) == {1, 2, 3, 4}
    assert turns(lines[:3], is_terminal) == frozenset()
    assert turns(["他说：好。", "她说：不好。"] * 2, is_terminal) == frozenset()
    assert turns([*lines[:2], "答：江边，", *lines[3:]], is_terminal) == frozenset()


def test_a_line_under_a_turn_line_is_a_subheading() -> None:
    text = "江边办起技能夜校，教人修船、做饭、带研学，退捕的渔民都来学，有的还考下了驾驶证。"
    page = f"2版 综合\n\n一条江的新生\n\n（上接第一版）\n\n让护江的人过得好\n\n　　{text}\n"
    (article,) = take_apart(read_text(page)).articles
    assert [line.text for line in article.headline_lines] == ["一条江的新生"]
    assert [s.text for s in article.subheadings] == ["让护江的人过得好"]
