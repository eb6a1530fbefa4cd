"""What a web page puts around the articles of a paper, and whose page it is."""

from __future__ import annotations

import pytest
from printed_text import apart_of

from transforms.forms.line import CODE, Known
from transforms.layout.furniture.web_lines import paper_of_site, source_named, web_reason
from transforms.read import Source, read_page

STORY = "柳溪镇渡口通航\n\n　　{dateline}六月三日，柳溪镇的新渡口正式通航，首日运送乘客两千多人。\n"


@pytest.mark.parametrize(
    "line",
    [
        "柳溪日报数字报 首页 版面导航 标题导航 PDF下载",
        "首页 | 版面导航 | 往期回顾",
        "上一篇　下一篇　放大　缩小　默认",
        "柳溪日报社版权所有 未经授权不得转载",
        "Copyright © 2001-2021 柳溪日报 All Rights Reserved",
        "柳溪日报电子版",
        "您的位置：首页-数字报-正文",
        "上一版3 4下一版",
        "放大⊕ 缩小⊖ 默认○",
        "【字体：大 中 小】",
        "日期：2021年06月04日 来源：柳溪日报 作者：李青",
    ],
)
def test_a_line_of_the_web_page(line: str) -> None:
    assert web_reason(line)


@pytest.mark.parametrize(
    "line",
    [
        "渡口数字报站系统上线",
        "首页 渡口改建一年回访",
        "版权所有者可申请补偿",
        "放大 渡口的声音",
        "时间：2021年6月4日 9:30",
        "作者：李青",
    ],
)
def test_no_line_of_the_web_page(line: str) -> None:
    assert web_reason(line) is None


def test_the_papers_that_such_lines_name() -> None:
    assert paper_of_site("柳溪日报数字报 首页 版面导航") == "柳溪日报"
    assert paper_of_site("首页 版面导航") is None
    assert source_named("来源：柳溪晚报 2021-06-04 07:32 浏览：318次") == "柳溪晚报"
    assert source_named("来源：县水利局 2021-06-04 07:32") is None


def test_the_head_of_a_page_may_stand_at_its_foot() -> None:
    apart = apart_of(
        STORY.format(dateline="本报讯 "), "柳溪日报 2021年6月4日 星期五 要闻 03版\n责任编辑：赵原 版式编辑：李青"
    )
    assert (apart.outlet, str(apart.issue_date), apart.edition) == ("柳溪日报", "2021-06-04", "03")
    assert [article.headline_lines[0].text for article in apart.articles] == ["柳溪镇渡口通航"]


@pytest.mark.parametrize(
    "line",
    [
        "柳溪日报 2021年6月4日 星期五 责任编辑 赵原 版式编辑 李青",
        "柳溪晚报 2021年6月4日 编辑：赵原 美编：李青 组版：孙雨",
    ],
)
def test_who_made_the_page_may_stand_behind_its_day(line: str) -> None:
    apart = apart_of(STORY.format(dateline="本报讯 "), line)
    assert [p.role for p in apart.pieces][-1] == "noise"
    assert apart.masthead == line.split()[0]


@pytest.mark.parametrize(
    ("foot", "outlet"),
    [
        ("广告热线 0577-60001111 柳溪经济周刊社出版 零售每份2元", "柳溪经济周刊"),
        ("柳溪时报社版权所有 浙ICP备10000001号", "柳溪时报"),
        ("版权所有 柳溪时报 浙ICP备10000001号", "柳溪时报"),
        ("版权所有 侵权必究", None),
    ],
)
def test_whose_page_an_imprint_says_it_is(foot: str, outlet: str | None) -> None:
    assert apart_of(STORY.format(dateline="本报讯 "), foot).outlet == outlet


@pytest.mark.parametrize(("articles", "outlet"), [(2, "柳溪日报"), (1, "江岸日报")])
def test_bylines_that_agree_are_stronger_than_letters(articles: int, outlet: str) -> None:
    raw = "\n\n".join([STORY.format(dateline="柳溪日报讯（记者 李青）")] * articles).encode()
    known = Known(outlet="江岸日报", sources=(("outlet", CODE),))
    assert read_page(raw, Source("file:///a.txt", known)).page.outlet == outlet
