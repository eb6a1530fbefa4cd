"""News in brief under one title, and letters with a headline of their own."""

from __future__ import annotations

import textwrap

import pytest
from printed_text import heads_of

from transforms.forms.text import read_text
from transforms.layout.page import take_apart

_BEFORE = """柳溪渡口换了新船

本报讯（记者 章 禾）昨天，柳溪渡口换上了
两艘新渡船，每艘可坐四十八人，船票价格不
变。

"""
_ITEMS = (
    ("河滩公园试开放", "本报讯 河滩公园昨日起试开放，每天早上六点\n开门，免收门票。"),
    ("东街夜市延时", "本报讯 即日起，东街夜市延长到晚上十一点，\n新增停车位八十个。"),
)

_LETTER = """桥头的路灯何时亮
编辑同志：

我家住在柳溪桥头，门前的六盏路灯坏了半年，
晚上走路全靠手机照明。

盼有关部门早点来修。

读者 顾 水 生
"""


@pytest.mark.parametrize(("over", "under"), [("\n", "\n"), ("\n\n", "\n"), ("\n\n", "\n\n")])
def test_items_with_titles_are_articles_of_a_section(over: str, under: str) -> None:
    items = "\n\n".join(title + under + text for title, text in _ITEMS)
    apart = take_apart(read_text(f"{_BEFORE}■简讯{over}{items}\n"))
    assert heads_of(apart) == [["柳溪渡口换了新船"], *([title] for title, _ in _ITEMS)]


def test_items_without_a_dateline_are_articles_of_a_section_of_news_in_brief() -> None:
    items = (
        ("河滩公园试开放", "河滩公园昨日起试开放，每天早上六点开门，晚上九点关门，免收门票。"),
        ("东街夜市延时", "即日起，东街夜市延长到晚上十一点，新增停车位八十个，头一小时不收费。"),
        ("老粮库里开了展", "粮库改成的展厅即日起开门，头一个展是三十年前的粮票和秤，周一不开。"),
        ("明天江上起风渡船停半天", "气象台预计，明天江面有五级风，渡船停开半天，过江的人请走上游的大桥。"),
    )
    text = "\n\n".join("\n".join([title, "", *textwrap.wrap(said, 20)]) for title, said in items)
    apart = take_apart(read_text(f"{_BEFORE}■城事速递\n\n{text}\n"))
    assert heads_of(apart) == [["柳溪渡口换了新船"], *([title] for title, _ in items)]


def test_items_under_a_title_without_a_mark_and_empty_lines_around_it_are_articles() -> None:
    items = "\n\n".join("\n\n".join([title, text.removeprefix("本报讯 ")]) for title, text in _ITEMS)
    apart = take_apart(read_text(f"{_BEFORE}镇内短波\n\n{items}\n"))
    assert heads_of(apart) == [["柳溪渡口换了新船"], *([title] for title, _ in _ITEMS)]


def test_a_letter_under_its_own_headline_is_an_article_and_its_writer_is_no_headline() -> None:
    apart = take_apart(read_text(_BEFORE + _LETTER))
    assert heads_of(apart) == [["柳溪渡口换了新船"], ["桥头的路灯何时亮"]]
    assert [piece.role for piece in apart.pieces][-1] == "byline"


def test_an_office_and_a_name_sign_a_letter_between_headlines() -> None:
    letter = (
        "编辑：您好！我家孩子今年上小学，学校门口没\n有红绿灯，早上七点半到八点车特别多。能不能\n"
        "请交警来站一站岗，或者画上斑马线？"
    )
    lost = (
        "前天夜里十一点，七十八岁的王大爷在火车站迷\n了路，巡逻民警发现以后问出了住址，开车把他\n"
        "送回石桥村，家里人正到处找他。"
    )
    heads = ("学校门口能否设个红绿灯", "老人迷路 民警送回家")
    apart = take_apart(read_text("\n\n".join([_BEFORE.strip(), letter, "柳溪县实验小学家长 周小兰", *heads, lost])))
    assert heads_of(apart) == [["柳溪渡口换了新船"], [heads[0]], [heads[1]]]
