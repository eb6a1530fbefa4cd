"""Lists of figures, each line of which is text of its own; brackets that tell who gave a document, and when."""

from __future__ import annotations

import pytest

from transforms.forms.text import read_text
from transforms.layout.lines.lists import is_field, listed
from transforms.layout.page import take_apart

LIST = """柳溪渡口客运数据一览

统计时间：6月3日至7月2日
运送乘客总数：6万余人次，比上年增长24.8%
停航天数：2天
船工平均工龄：11.5年
（数据来源：柳溪渡口管理所）
"""
REPORT = """柳溪镇上年工作公报（摘要）

　　上年，柳溪镇各项工作稳中有进，渡口通航，学校添了图书馆，茶园扩大到三百亩。
　　一、交通
　　渡口由旧码头改建，占地十二亩，可停靠六条客船，往来两岸不必再绕二十公里山路。
　　（柳溪镇人民政府　2021年2月26日）

石桥小学图书馆开门

　　本报讯（记者 赵 原）石桥小学的图书馆昨日开门，藏书三千册，村里的孩子放学以后都来看书。
"""


@pytest.mark.parametrize(
    "line",
    [
        "统计时间：7月1日至8月25日",
        "线路里程：1.86万公里",
        "95598热线日均受理：2900余件",
        "茶园面积（6月末）　300亩　同比增长5.4%",
    ],
)
def test_a_field_of_a_list(line: str) -> None:
    assert is_field(line)


@pytest.mark.parametrize(
    "line",
    [
        "记者：渡口有几条船？",
        "赵原：有6条，都换了新的。",
        "巴西：前往中国的200名企业家启程",
        "他说：“有6条",
        "渡口　新添三条船",
    ],
)
def test_what_is_no_field(line: str) -> None:
    assert not is_field(line)


def test_a_list_has_three_lines_and_no_gap() -> None:
    texts = ["甲地：1人", "乙地：2人", "丙地：3人", "说完了", "丁地：4人"]
    assert listed(texts, [0]) == {0, 1, 2}
    assert listed(texts, [0, 1]) == frozenset()


def test_the_lines_of_a_list_are_its_text() -> None:
    (article,) = take_apart(read_text(LIST)).articles
    assert [line.text for line in article.headline_lines] == ["柳溪渡口客运数据一览"]
    assert len(article.paragraphs) == 4
    assert article.subheadings == ()


def test_a_list_under_a_title_is_a_box_of_its_own() -> None:
    table = "数说渡口半年\n运送乘客　3万余人次　同比增长8.1%\n停航天数　2天\n船票收入　16万元\n"
    first, second, third = take_apart(read_text(f"{REPORT}\n{table}")).articles
    assert [line.text for line in third.headline_lines] == ["数说渡口半年"]
    assert (len(second.paragraphs), len(third.paragraphs)) == (1, 3)
    assert first.headline is not None


def test_who_gave_a_document_and_when_closes_it() -> None:
    first, second = take_apart(read_text(REPORT)).articles
    assert [s.text for s in first.subheadings] == ["一、交通"]
    assert len(first.paragraphs) == 2
    assert second.reporters == ("赵原",)


def test_the_day_of_a_document_under_its_title_is_a_deck() -> None:
    text = "　　各位代表，现在我作工作报告，请予审议。上年渡口通航，学校添了图书馆。\n"
    page = "柳溪镇工作报告\n（镇长赵原 2021年2月26日）\n\n" + text
    (article,) = take_apart(read_text(page)).articles
    assert article.headline is not None
    assert article.headline.text == "柳溪镇工作报告"
    assert [line.text for line in article.deck] == ["（镇长赵原 2021年2月26日）"]
