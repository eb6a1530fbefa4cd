"""What sites put around an article: the way to the page, rows of links and buttons, the weather."""

from __future__ import annotations

import pytest

from transforms.read import Source, read_page

HEADLINE = "十七座老泵站换新机"
TEXT = (
    "东陵市今年要把十七座老泵站全部换上变频机组，排水能力由每小时9万立方米提高到14万立方米。",
    "“去年汛期我们守了四十多个通宵。”城东泵站站长郑怀舟说，新机组能耗下降了两成。",
)
CONTENT = "".join(f"<p>{text}</p>" for text in TEXT)

AROUND = {
    "a path of links": '<div>本页位置：<a href="/">首页</a> → <a href="#">新闻中心</a> → <a href="#">地方</a></div>',
    "a path of links alone": '<div><a href="/">首页</a> &gt; <a href="#">新闻</a> &gt; <a href="#">部门</a></div>',
    "a path of words": "<div>东陵网 &gt; 新闻 &gt; 民生</div>",
    "a path with strokes": "<div>首页 / 电子报 / 民生</div>",
    "a bar of links": '<header><a href="/">东陵Logo</a><a href="#">下载软件</a><a href="#">进入频道</a></header>',
    "a bar of links without addresses": "<div><a>东陵网</a><a>新闻</a><a>体育</a></div>",
    "words of buttons": "<div>登录 | 注册</div>",
    "a button with a number": "<div>赞 36</div>",
    "the weather": "<div>东陵 多云 3℃～10℃</div>",
    "a degree": "<div>东陵 12℃</div>",
}


@pytest.mark.parametrize("name", AROUND)
def test_what_stands_around_an_article_is_no_kicker(name: str) -> None:
    html = f"<title>{HEADLINE}_东陵日报</title><div>{AROUND[name]}<h1>{HEADLINE}</h1><div>{CONTENT}</div></div>"
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert article.headline_lines == (HEADLINE,)
    assert article.body == "\n".join(TEXT)


def test_a_temperature_in_a_kicker_is_none_of_the_weather() -> None:
    html = f"""<title>东陵日报</title><table><tr><td align=middle><font size=3>今晨最低气温跌破零下3℃</font></td></tr>
    <tr><td align=middle><font size=5><b>{HEADLINE}</b></font></td></tr>
    <tr><td>{TEXT[0]}<br>{TEXT[1]}</td></tr></table>"""
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert article.headline_lines == ("今晨最低气温跌破零下3℃", HEADLINE)


def test_a_row_of_links_in_the_text_is_none_of_it() -> None:
    tags = '<div><a href="#">#泵站</a><a href="#">#防汛</a></div>'
    html = f"<title>东陵日报</title><h1>{HEADLINE}</h1><div id=ozoom>{CONTENT}{tags}</div>"
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert article.body == "\n".join(TEXT)
