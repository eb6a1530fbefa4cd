"""The head of a page: whose it is, its day, its number and its section, in whatever order one line has them."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.forms.line import CODE, Known
from transforms.forms.text import read_text
from transforms.layout.furniture.page_head import edition_in, is_head_line, is_whole_head, issue_day_in, outlet_in
from transforms.layout.page import take_apart
from transforms.read import Source, read_page

TEXT = "\n\n柳溪镇渡口通航\n\n　　本报讯（记者 李青）六月三日，柳溪镇的新渡口正式通航，首日运送乘客两千多人。\n"


@pytest.mark.parametrize(
    "line",
    [
        "2021年6月4日　星期五　编辑：赵 原　校对：孙 雨",
        "国际 08　　2021年6月4日 星期五　　柳溪时报　　本版编辑 赵 原 电话（010）60001111",
        "2021年6月4日　星期五　第6版　E-mail:liuxi@example.com",
        "03 深度　　2021年6月4日　星期五　　《柳溪水利周刊》　E-mail：liuxi@example.com",
        "中共柳溪县委主办　柳溪县融媒体中心出版　投稿邮箱：liuxi@example.com",
        "Ａ０７　民生",
        "第05版：民生　2021年6月4日 星期五　主编/赵 原　版式/李 青　电话：0577-60001111",
        "要闻 2 柳溪日报 2021年6月4日 星期五",
        "柳溪日报 文体·B06",
        "健康周刊 11 本版编辑 赵原 2021年6月4日 星期五",
        "【民生】 2021年6月4日 星期五 A05版",
        "主办：柳溪县融媒体中心 2021年6月4日 第123期（总第1234期）",
        "柳溪日报　2021年6月4日　星期五　责编：赵 原　版式：李 青　　02 民生",
        "W04 产经 2021/6/4",
    ],
)
def test_a_line_of_the_head(line: str) -> None:
    assert is_head_line(line)


@pytest.mark.parametrize("line", ["柳溪镇新增 12 个渡口", "读者电话 60001111 打进来以后", "编辑：赵 原"])
def test_no_line_of_the_head(line: str) -> None:
    assert not is_head_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "2021年6月4日 星期五 责任编辑：赵原 版式：李青",
        "A06 民生 柳溪晚报 2021年6月4日 星期五 编辑 赵原",
        "2021年6月4日 柳溪日报 第07版：民生",
    ],
)
def test_a_line_that_is_of_the_head_wherever_it_stands(line: str) -> None:
    assert is_whole_head(line)


def test_a_line_that_is_of_the_head_at_the_foot_of_a_page_alone() -> None:
    assert is_whole_head("第8版 理论 2021年6月4日", foot=True)
    assert not is_whole_head("第8版 理论 2021年6月4日")


@pytest.mark.parametrize("line", ["2021年6月4日 柳溪县水利局", "2021年6月4日 星期五 渡口开放", "柳溪县水利局 6月4日"])
def test_who_gives_a_notice_and_what_is_on_when_are_no_head(line: str) -> None:
    assert not is_whole_head(line, foot=True)


@pytest.mark.parametrize(
    ("line", "edition"),
    [
        ("Ａ０７　民生·快讯", "A07"),
        ("国际 08　2021年6月4日", "08"),
        ("文体新闻　11", "11"),
        ("第05版：民生　2021年6月4日", "05"),
        ("要闻 2 柳溪日报 2021年6月4日", "2"),
        ("柳溪日报 文体·B06", "B06"),
        ("LX03 江岸观察", "LX03"),
        ("柳溪日报 2021年6月4日 经济·5", "5"),
        ("2021年6月4日 星期五", None),
    ],
)
def test_number_of_the_page(line: str, edition: str | None) -> None:
    assert edition_in(line) == edition


def test_wide_figures_give_the_day() -> None:
    assert issue_day_in("２０２１年６月４日　星期五　柳溪晚报") == date(2021, 6, 4)


def test_a_head_in_the_middle_of_the_dump_is_no_text() -> None:
    page = f"{TEXT}\n柳溪商报 2021.6.4 星期五 07版\n\n石桥小学开门\n\n　　本报讯（记者 赵原）石桥小学昨日开门。\n"
    first, second = take_apart(read_text(page)).articles
    assert [line.text for line in second.headline_lines] == ["石桥小学开门"]
    assert first.headline_lines[0].text == "柳溪镇渡口通航"


def test_a_section_between_lines_of_the_head_is_no_headline() -> None:
    apart = take_apart(read_text("柳溪日报\n理论周评\n2021年6月4日　星期五　第6版\n责编 赵 原" + TEXT))
    assert [line.text for line in apart.articles[0].headline_lines] == ["柳溪镇渡口通航"]
    assert [piece.role for piece in apart.pieces[:4]] == ["noise"] * 4
    assert (apart.outlet, apart.edition) == ("柳溪日报", "6")


def test_a_section_under_the_number_of_the_page_and_over_the_paper_s_name_is_no_headline() -> None:
    apart = take_apart(read_text("B04\n渡口内外\n\n柳溪晚报\n" + TEXT))
    assert [line.text for line in apart.articles[0].headline_lines] == ["柳溪镇渡口通航"]
    assert [piece.role for piece in apart.pieces[:3]] == ["noise"] * 3


def test_a_weekly_in_the_head_names_the_paper_where_nothing_else_does() -> None:
    apart = take_apart(read_text("03 深度　2021年6月4日　《柳溪水利周刊》" + TEXT))
    assert (apart.outlet, apart.masthead) == ("柳溪水利周刊", None)


def test_the_paper_and_a_section_of_it_over_the_day_at_the_foot_of_a_page_name_the_paper() -> None:
    apart = take_apart(read_text(f"{TEXT}\n责任编辑：赵 原 美编：孙 雨\n江岸晚报 渡口\n2021年6月4日 第6版\n"))
    assert (apart.outlet, apart.edition) == ("江岸晚报", "6")


@pytest.mark.parametrize(("line", "outlet"), [("今日余杭 03 民生", "今日余杭"), ("今日关注 03 民生", None)])
def test_a_county_s_paper_is_named_after_it(line: str, outlet: str | None) -> None:
    assert outlet_in(line) == outlet
    assert outlet_in("今日余杭") is None


@pytest.mark.parametrize(("source", "outlet"), [(CODE, "柳溪日报"), ("file name", "江岸日报"), ("option", "江岸日报")])
def test_the_name_that_the_head_prints_is_stronger_than_letters(source: str, outlet: str) -> None:
    raw = ("柳溪日报　2021年6月4日　星期五　责编 赵 原" + TEXT).encode()
    known = Known(outlet="江岸日报", sources=(("outlet", source),))
    assert read_page(raw, Source("file:///a.txt", known)).page.outlet == outlet
