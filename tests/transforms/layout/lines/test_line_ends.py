"""What the end of a line parts and what it only breaks: full lines, names, headlines."""

from __future__ import annotations

import pytest

from transforms.forms.text import read_text
from transforms.layout.bylines.writers import split_names
from transforms.layout.page import take_apart

_NEWS = "桑园晚报讯（记者/郝青）守夜人老秦在水库边住了\n二十六年，夜里巡坝四趟，白天种两畦青菜，很少\n有人听他抱怨。"


def test_a_full_line_before_a_column_ends_is_text_where_the_column_ends_in_marks() -> None:
    upper = "\n".join(
        (
            "“从前靠天吃饭，如今照着手机种田，今年的雨水少，",
            "可地里的墒情一直不差，村里的老把式都来打听，",
            "问怎么弄。”",
        )
    )
    line, rest = "眼下，全村有三百二十亩地用上了滴灌，到年底还要", "再添一百亩，让各家的地都不愁水。"
    apart = take_apart(read_text("\n\n".join((_NEWS, upper, line, rest, "莲塘村里用上了滴灌")) + "\n"))
    assert not apart.articles[0].subheadings
    assert "".join(part.text for part in apart.articles[0].paragraphs[-1]) == line + rest


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("郝大庆\n秦 川", ["郝大庆", "秦川"]),
        ("郝大\n庆 秦 川", ["郝大庆", "秦川"]),
        ("郝大\n庆", ["郝大庆"]),
        ("秦 川\n郝大庆", ["秦川", "郝大庆"]),
        ("郝 小 庆", ["郝小庆"]),
        ("郝 青 秦 川", ["郝青", "秦川"]),
        ("郝 青 摄", ["郝青"]),
        ("郝 青 秦\n川", ["郝青", "秦川"]),
        ("郝大庆\n秦 川 何小满", ["郝大庆", "秦川", "何小满"]),
    ],
)
def test_a_padded_name_after_a_lines_end_is_another_person(text: str, names: list[str]) -> None:
    assert split_names(text) == (names, "")


def test_the_end_of_a_word_that_a_headline_line_broke_is_no_number() -> None:
    group = ["守住一方水土要靠千家万户想到一处心往一处使步调统", "一"]
    (article,) = take_apart(read_text("\n".join(group) + "\n\n" + _NEWS + "\n")).articles
    assert [line.text for line in article.headline_lines] == ["".join(group)]


@pytest.mark.parametrize(
    ("group", "lines"),
    [
        (["桑园区莲塘社区推进", "背街小巷加装路灯"], 1),
        (["我市启动", "秋粮收购资金专项检查"], 1),
        (["莲塘新村建成", "两百户渔民搬上了岸"], 2),
        (["西江城际旅游专列开行", "沿线客栈不断增多"], 2),
        (["全县上半年茶叶出口3.2亿元", "新兴市场占比过半"], 2),
    ],
)
def test_headline_lines_that_ask_for_more_and_whole_ones(group: list[str], lines: int) -> None:
    (article,) = take_apart(read_text("\n".join(group) + "\n\n" + _NEWS + "\n")).articles
    assert [line.text for line in article.headline_lines] == (group if lines == 2 else ["".join(group)])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (" 郝大庆 秦文", ["郝大庆", "秦文"]),
        (" 郝大庆 秦川文", ["郝大庆", "秦川文"]),
        (" 郝大庆 秦小川文", ["郝大庆", "秦小川"]),
        (" 郝大庆 秦川 文", ["郝大庆", "秦川"]),
        (" 郝大庆 秦川 摄影报道", ["郝大庆", "秦川"]),
    ],
)
def test_a_last_name_may_end_like_what_a_writer_did(text: str, names: list[str]) -> None:
    assert split_names(text) == (names, "")
