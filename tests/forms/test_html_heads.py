"""Where the headline of a page of the web stands: under lists of pages, twice, or inside what is called the text."""

from __future__ import annotations

import pytest

from transforms.read import Source, read_page

HEADLINE, KICKER, DECK = "十七座老泵站换新机", "汛期来临前抢进度", "东陵市投入2.6亿元，排水能力提高五成以上"
TEXT = (
    "东陵市今年要把十七座老泵站全部换上变频机组，排水能力由每小时9万立方米提高到14万立方米。",
    "“去年汛期我们守了四十多个通宵。”城东泵站站长郑怀舟说，新机组能耗下降了两成。",
)
CONTENT = "".join(f"<p>{text}</p>" for text in TEXT)

PAGES = {
    "under the page's number in a heading": f"""<h2>05版：民生</h2><ul><li><a href=1.htm>{HEADLINE}</a></li></ul>
    <div><div class=a-pretitle>{KICKER}</div><div class=a-title>{HEADLINE}</div></div>
    <div id=contenttext>{CONTENT}</div>""",
    "for screens of two sizes": f"""<div><h1>{HEADLINE}</h1></div><div><p>{KICKER}</p><h1>{HEADLINE}</h1>
    <div>2024-03-19 09:20:11</div></div><div><span>{CONTENT}</span></div>""",
    "inside the text": f"""<div class=article-content><p>{KICKER}</p>
    <h1>{HEADLINE}</h1><div><span>2024-03-19 08:00</span><span> · </span><a href="#">东陵晚报</a></div>
    <article>{CONTENT}</article></div>""",
}


@pytest.mark.parametrize("name", PAGES)
def test_where_a_headline_stands(name: str) -> None:
    html = f"<title>{HEADLINE}-东陵日报</title>{PAGES[name]}"
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert article.headline_lines == (KICKER, HEADLINE)
    assert article.body == "\n".join(TEXT)


def test_a_deck_may_stand_under_writers_and_facts() -> None:
    html = f"""<title>{HEADLINE}</title><div><h1>{HEADLINE}</h1><div>文｜郑越</div><div>2024年03月19日 08:30</div>
    <div>访问量：302</div><div>{DECK}</div><div id=ozoom>{CONTENT}</div></div>"""
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert (article.headline_lines, article.body) == ((HEADLINE, DECK), "\n".join(TEXT))


@pytest.mark.parametrize(
    "note",
    [
        "特别声明：以上内容为用户上传并发布，本平台仅提供信息存储服务。",
        "本文仅代表作者本人观点。",
        "未经授权，不得转载。",
    ],
)
def test_what_a_site_says_under_the_text_is_none_of_it(note: str) -> None:
    html = f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1><div id=ozoom>{CONTENT}<p>{note}</p></div>"
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert article.body == "\n".join(TEXT)


def test_a_site_that_opens_its_news_by_its_name_signs_it() -> None:
    html = f"""<title>{HEADLINE}</title><h1>{HEADLINE}</h1><div id=ozoom><p><b>央视网消息：</b>{TEXT[0]}</p>
    <p>{TEXT[1]}</p></div>"""
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert article.body == "\n".join(TEXT)


def test_a_line_that_the_pages_title_repeats_is_the_headline_in_whatever_element() -> None:
    over = f"<div><div class=h-title>{HEADLINE}</div><div>2024-03-19 08:30</div></div><div>图集</div><div>评论</div>"
    html = f"<title>{HEADLINE}-东陵网</title>{over}<div><div>{CONTENT}</div></div>"
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert (article.headline_lines, article.body) == ((HEADLINE,), "\n".join(TEXT))


def test_a_heading_that_the_title_does_not_repeat_is_none_where_another_line_is() -> None:
    html = f"""<title>{HEADLINE}_东陵网</title><div><h1>东陵新闻_今日要闻_最新消息</h1></div>
    <div><div class=words>{HEADLINE}</div></div><div><div>{CONTENT}</div></div>"""
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert (article.headline_lines, article.body) == ((HEADLINE,), "\n".join(TEXT))


def test_lines_over_the_text_that_are_together_the_pages_title_are_one_headline() -> None:
    parts = "<p>东陵市人民政府</p><p>关于更换老泵站机组的通告</p>"
    html = f"<title>东陵市人民政府关于更换老泵站机组的通告_东陵网</title><div><div>{parts}{CONTENT}</div></div>"
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert (article.headline_lines, article.body) == (("东陵市人民政府关于更换老泵站机组的通告",), "\n".join(TEXT))


def test_headings_of_a_sites_lists_are_no_kickers() -> None:
    lists = "".join(
        f"<div><h3>{name}</h3><ul><li><a href=a.htm>{name}一</a></li></ul></div>" for name in ("新闻", "体育", "汽车")
    )
    html = f"<title>{HEADLINE}_东陵网</title><nav>{lists}</nav><div><h1>{HEADLINE}</h1><div>{CONTENT}</div></div>"
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert article.headline_lines == (HEADLINE,)
