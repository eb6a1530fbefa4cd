"""What sites put under and among the text of an article, in elements around its own."""

from __future__ import annotations

import pytest

from transforms.read import Source, read_page

HEADLINE = "十七座老泵站换新机"
TEXT = (
    "东陵市今年要把十七座老泵站全部换上变频机组，排水能力由每小时9万立方米提高到14万立方米。",
    "“去年汛期我们守了四十多个通宵。”城东泵站站长郑怀舟说，新机组能耗下降了两成。",
)
CONTENT = "".join(f"<p>{text}</p>" for text in TEXT)
LISTS = """<div class=tools><div>我要反馈</div><div>阅读数（302）</div></div>
<div><h3>热点推荐</h3><ul><li><a href=1.htm>老街改造后人气更旺</a></li>
<li><a href=2.htm>河堤步道全线贯通</a></li></ul></div>"""


def _read(inside: str) -> tuple[str, tuple[str, ...]]:
    html = f"<title>{HEADLINE}_东陵网</title><h1>{HEADLINE}</h1><div class=article-content>{inside}</div>"
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    return article.body, article.subheadings


def test_lists_under_the_element_of_the_text_are_none_of_it() -> None:
    assert _read(f"<div>{CONTENT}</div>{LISTS}") == ("\n".join(TEXT), ())


def test_text_in_several_elements_is_all_of_it() -> None:
    more = "第三季度将完成其余五座泵站的改造。"
    assert _read(f"<div>{CONTENT}</div><div><p>{more}</p></div>") == ("\n".join((*TEXT, more)), ())


@pytest.mark.parametrize(
    "note", ["（原标题：东陵十七座泵站告别老机组）", "原标题：泵站｜东陵换新机", "本文原标题：《换新机》"]
)
def test_what_an_article_was_called_elsewhere_is_no_text(note: str) -> None:
    assert _read(f"<div><p>{note}</p>{CONTENT}</div>") == ("\n".join(TEXT), ())


def test_links_to_other_articles_among_the_text_are_none_of_it() -> None:
    links = "<p>相关报道：</p><p><a href=1.htm>老街改造后人气更旺</a></p>"
    assert _read(f"<div>{links}{CONTENT}</div>") == ("\n".join(TEXT), ())


COMMENTS = """<div><h3>热门评论 10条</h3><div><p>早就该换了，去年我家门口的水淹到膝盖，一整夜都没有退。</p></div>
<div><p>希望今年夏天不用再搬沙袋，也希望工程质量过关，别又修修补补。</p>
<p>几个老泵站都是八十年代修的，噪声大得很，夜里睡不着。</p></div></div>"""


def test_comments_are_no_text_though_there_are_more_of_them() -> None:
    html = f"<title>{HEADLINE}_东陵网</title><h1>{HEADLINE}</h1><div><div>{CONTENT}</div>{COMMENTS}</div>"
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert (article.body, article.subheadings) == ("\n".join(TEXT), ())


def test_a_subheading_that_names_comments_is_one() -> None:
    more = "许多读者来信说，希望泵站外墙也能一并翻新。"
    assert _read(f"{CONTENT}<p>网友评论</p><p>{more}</p>") == ("\n".join((*TEXT, more)), ("网友评论",))


@pytest.mark.parametrize(
    "line", ["<p class=author-name>东陵百事通在线小编</p>", "<p>泵站君</p>", "<div>来源于：城东泵站</div>"]
)
def test_the_name_of_an_account_or_a_source_is_no_deck(line: str) -> None:
    html = f"<title>{HEADLINE}</title><div><h1>{HEADLINE}</h1>{line}<div><div>{CONTENT}</div></div></div>"
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert (article.headline_lines, article.body) == ((HEADLINE,), "\n".join(TEXT))


def test_whence_a_picture_is_is_no_subheading() -> None:
    assert _read(f"<p>{TEXT[0]}</p><p>图片来源：东陵图库</p><p>{TEXT[1]}</p>") == ("\n".join(TEXT), ())
