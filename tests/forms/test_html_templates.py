"""E-paper templates of several publishing systems, each with an invented article."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.errors import PageError
from transforms.forms.line import CODE, Known
from transforms.read import Source, read_page

FIRST = "东江市今年新建口袋公园36个，面积超过12万平方米，居民出门五百米就能见到绿地。"
SECOND = "“以前这里堆满杂物，如今孩子们放学就来。”住在河西街道的周小满说，明年还将再建20个。"
HEADLINE, KICKER, DECK = "口袋公园进社区", "家门口添新绿", "——东江市城市更新观察"

PEOPLE_NEW = f"""<title>东江日报-数字报</title><ul><li><a href="nw_1.htm">{HEADLINE}</a></li><li>检索</li></ul>
<p class="left">2025年03月04日 星期二 第05版：民生</p><div class="article"><h3>{KICKER}</h3><h1>{HEADLINE}</h1>
<h2>{DECK}</h2><p class="sec">本报记者 林一 王 二<span class="date">《东江日报》（2025年03月04日 第05版）</span></p>
<div class="attachment"><table><tr><td><img src="a.jpg"></td></tr><tr><td>图为市民散步。</td></tr></table></div>
<div id="ozoom"><p>　　{FIRST}</p><p>　　{SECOND}</p><p>　　</p></div></div><div>东江日报社版权所有</div>"""
PEOPLE_OLD = f"""<title>东江日报</title><div class=ban>第 05 版：民生</div><div class=text_c><h3>{KICKER}</h3>
<h1>{HEADLINE}</h1><h2>{DECK}</h2><h4>本报记者 林 一 王 二</h4>
<div class=lai>《东江日报》（ 2025年03月04日 05 版）</div>
<div id="articleContent"><table class="pci_c"><tr><td>图为市民散步。</td></tr></table>
<p>　　{FIRST}</p><P>　　{SECOND}</div></div>"""
TABLES = f"""<title>东江日报数字报</title><table><tr><td>东江日报 2025年3月4日 星期二 第05版</td></tr></table>
<table><tbody>
<tr><td>{KICKER}</td></tr><tr><td align=center style="font-size:23px"><strong>{HEADLINE}</strong></td></tr>
<tr><td>{DECK}</td></tr><tr><td>本报记者 林一 王二</td></tr>
<tr><td id=zoom><P>　　{FIRST}</P><P>　　{SECOND}</P></td></tr>
</tbody></table><table><tr><td>上一篇 下一篇</td></tr></table>"""


@pytest.mark.parametrize("template", [PEOPLE_NEW, PEOPLE_OLD, TABLES], ids=["new", "old", "tables"])
@pytest.mark.parametrize(("charset", "codec"), [("utf-8", "utf-8"), ("utf-8", "gb18030"), ("iso-8859-1", "gb18030")])
def test_what_a_template_says_is_used(template: str, charset: str, codec: str) -> None:
    html = f'<html><head><meta charset="{charset}"></head><body>{template}</body></html>'
    reading = read_page(html.encode(codec), Source("file:///a.htm"))
    (article,) = reading.articles
    assert (article.kicker, article.headline, article.deck) == (KICKER, HEADLINE, DECK)
    assert article.reporters == ("林一", "王二")
    assert article.body == f"{FIRST}\n{SECOND}"
    assert article.captions == (("图为市民散步。",) if template is not TABLES else ())
    assert (reading.page.outlet, reading.page.issue_date, reading.page.edition) == ("东江日报", date(2025, 3, 4), "05")


CONTENT = f"<p>　　{FIRST}</p><p>　　{SECOND}</p>"
HEADS = f"<title>{HEADLINE}</title><introtitle>{KICKER}</introtitle><subtitle>{DECK}</subtitle>"
LIST = f'<ul><li><a href="content_1.html">{HEADLINE}</a></li><li><a href="content_2.html">县道旁的图书屋</a></li></ul>'
OTHERS = {
    "Founder's own elements": f"""<title>东江日报数字报-{HEADLINE}</title><div class="header"><a href="i.html">首页</a>
<a href="node_5.html">第05版：民生</a> <span>2025年03月04日 星期二</span></div><div class="left">{LIST}</div><div>
<founder-introtitle>{KICKER}</founder-introtitle><founder-title>{HEADLINE}</founder-title>
<founder-subtitle>{DECK}</founder-subtitle><founder-author>本报记者 林一 王二</founder-author>
<founder-content><!--enpcontent-->{CONTENT}<!--/enpcontent--></founder-content><!--enpproperty <articleid>1</articleid>
<date>2025-03-04 00:00:00.0</date><author>林一 王二</author>{HEADS}<nodename>05</nodename>/enpproperty--></div>
<div class="footer">版权所有 东江日报社 ICP备12345678号</div>""",
    "Founder in tables": f"""<title>东江日报</title><table><tr><td><strong>第05版：民生</strong></td>
<td><a href="node_4.htm">上一版</a> <a href="node_6.htm">下一版</a></td></tr></table><table><tr>
<td class="default">2025年3月4日 星期二</td><td><a href="#">放大</a> <a href="#">缩小</a></td></tr></table>
<table><tbody>
<tr valign=top><td class="font02" align=center>{KICKER}</td></tr>
<tr valign=top><td class="font01" align=center><strong>{HEADLINE}</strong></td></tr>
<tr valign=top><td class="font02" align=center>{DECK}</td></tr>
<tr valign=top><td class="font02" align=center>本报记者 林一 王二</td></tr></tbody></table>
<div id="ozoom" style="ZOOM: 100%"><founder-content>{CONTENT}</founder-content></div>
<!--enpproperty <date>2025-03-04 00:00:00.0</date><author></author>{HEADS}/enpproperty-->
<table><tr><td><a href="content_1.htm">上一篇</a></td><td><a href="content_3.htm">下一篇</a></td></tr></table>""",
    "divs without names": f"""<title>{HEADLINE}-东江日报-电子报</title><div>首页 | 版面导航 | 往期回顾</div>
<div class="date">2025-03-04</div><div>第05版:民生</div><div class="detail"><div class="t1">{KICKER}</div>
<div class="t2">{HEADLINE}</div><div class="t3">{DECK}</div><div>本报记者 林一 王二</div><div id="ozoom">{CONTENT}</div>
</div><div class="bottom">东江日报社 版权所有</div>""",
    "mobile": f"""<title>{HEADLINE}</title><header><a href="../">返回目录</a>
<span>东江日报 2025年03月04日 第05版 民生</span></header><article><p class="introtitle">{KICKER}</p>
<h2 class="main-title">{HEADLINE}</h2><p class="subtitle">{DECK}</p><p class="author">本报记者 林一 王二</p>
<div class="article-content"><p>{FIRST}</p><p>{SECOND}</p></div></article><footer>Copyright © 东江日报社</footer>""",
    "line breaks": f"""<title>东江日报 - 第05版：民生 - {HEADLINE}</title>
<center><font size=2>2025年3月4日 &nbsp; 星期二</font></center>
<table><tr><td align=center><font color=#666666>{KICKER}</font><br><font size=5><b>{HEADLINE}</b></font><br>
<font size=3>{DECK}</font><br>本报记者 林一 王二</td></tr>
<tr><td><span id="zoom">　　{FIRST}<br><br>　　{SECOND}<br></span></td></tr></table><hr>东江日报社版权所有""",
    "author and imprint in one line": f"""<title>东江日报</title><div>东江日报 第05版 民生 2025年03月04日</div>
<div class="text_c"><h3>{KICKER}</h3><h1><span>{HEADLINE}</span></h1><h2>{DECK}</h2><div class="author">
<span>作者：本报记者 林一 王二</span> <span>《东江日报》（ 2025年03月04日 05版）</span></div><div id="articleContent">
<!--enpcontent--><div class="imgbox"><img src=1.jpg></div>{CONTENT}<p></p><!--/enpcontent--></div></div>
<div class="nextart"><a>上一篇</a><a>下一篇</a></div>""",
    "kicker and byline without names": f"""<div class="gg">东江日报</div><ul class="c_c"><div class="c_t">{KICKER}</div>
<div><h1>{HEADLINE}</h1></div><h2>{DECK}</h2><div class="lai"><span>作者：本报记者 林一 王二</span>
<span>《东江日报》（ 2025年03月04日 05版）</span></div><div id="articleContent">{CONTENT}</div></ul>""",
    "paragraphs in divs": f"""<title>东江日报数字报-{HEADLINE}</title>
<div class="nav"><a href=node_5.html>第05版：民生</a>
2025年03月04日</div><div class="main"><div>{KICKER}</div><div>{HEADLINE}</div><div>{DECK}</div>
<div>本报记者 林一 王二</div><div class="txt"><div>　　{FIRST}</div><div>　　{SECOND}</div></div></div>""",
    "a list that repeats the headline": f"""<title>东江日报</title><div>{LIST}</div><div>2025年03月04日 第05版</div>
<div><div class="a1">{KICKER}</div><div class="a2">{HEADLINE}</div><div class="a3">{DECK}</div>
<div class="a4">本报记者 林一 王二</div><div class="nr">{CONTENT}</div></div>""",
    "sizes of type, the edition in Founder's comment": f"""<title>东江日报</title><table><tr><td align=center>
<font size=3>{KICKER}</font><br><font size=6 color=#900>{HEADLINE}</font><br><font size=3>{DECK}</font></td></tr>
<tr><td>本报记者 林一 王二</td></tr><tr><td><div id=zoom>{CONTENT}</div></td></tr></table>
<!--enpproperty <date>2025-03-04 00:00:00.0</date><author></author><nodename>05</nodename>/enpproperty-->""",
    "Chinese terms as names": f"""<title>{HEADLINE}_东江日报</title>
<div class="crumbs"><a>东江日报</a> &gt; <a>05版：民生</a></div>
<div class="article"><h4 class="yinti">{KICKER}</h4><h1 class="biaoti">{HEADLINE}</h1><h4 class="futi">{DECK}</h4>
<div class="meta">2025-03-04</div><div class="author">记者 林一 王二</div>
<div class="content"><p style="text-indent:2em">{FIRST}</p><p style="text-indent:2em">{SECOND}</p></div>
<div class="share">分享到：微信 微博</div></div>""",
    "facts and buttons over the text": f"""<title>东江日报数字报 &gt; 第05版</title>
<div>当前位置：<a href="/">东江日报</a>
&gt; 第05版：民生 &gt; 正文</div><div id=box><ul><li class="yt">{KICKER}</li><li class="zt">{HEADLINE}</li>
<li class="ft">{DECK}</li></ul><div><span>2025-03-04</span><span>来源：东江日报</span><span>作者：记者 林一 王二</span>
<span>字数：72</span></div><div>【<a href="#">大</a>】【<a href="#">小</a>】</div><div id="text">{CONTENT}</div>
<section><h3>本版其他文章</h3><ul><li><a href="2.htm">县道旁的图书屋</a></li></ul></section></div>""",
}


@pytest.mark.parametrize("name", OTHERS)
def test_templates_of_other_systems_are_read(name: str) -> None:
    html = f'<html><head><meta charset="utf-8"></head><body>{OTHERS[name]}</body></html>'
    reading = read_page(html.encode(), Source("file:///a.htm"))
    (article,) = reading.articles
    assert (article.kicker, article.headline, article.deck) == (KICKER, HEADLINE, DECK)
    assert article.reporters == ("林一", "王二")
    assert article.body == f"{FIRST}\n{SECOND}"
    assert (reading.page.outlet, reading.page.issue_date, reading.page.edition) == ("东江日报", date(2025, 3, 4), "05")


def test_an_author_tag_with_a_day_and_an_editor_names_no_writer() -> None:
    html = f"""<div><font id=main-title>{HEADLINE}</font> <font id=author>2025年03月04日 责任编辑：孙七</font></div>
    <div id=content><founder-content><p>{FIRST}</p><p>&nbsp;</p><p>{SECOND}</p></founder-content></div>"""
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert (article.headline, article.reporters, article.n_paragraphs) == (HEADLINE, (), 2)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<html><body>" + "<div>" * 100_000 + FIRST, "nested_too_deep"),
        (
            "<html><body><div " + " ".join(f"a{n}={n}" for n in range(100_000)) + f">{FIRST}</div>",
            "too_many_attributes",
        ),
    ],
)
def test_html_that_would_take_hours_is_refused(html: str, reason: str) -> None:
    with pytest.raises(PageError) as refused:
        read_page(html.encode(), Source("file:///a.htm"))
    assert refused.value.reason == reason


def test_a_short_article_beside_the_map_of_its_page_is_no_index() -> None:
    areas = "".join(f'<area coords="0,{n}00,90,{n}90" href="content_{n}.htm">' for n in (1, 2))
    html = f"""<title>东江日报</title><map name=m>{areas}</map><div>{LIST}</div>
    <founder-title>{HEADLINE}</founder-title>
    <founder-content><p>{FIRST}</p><p>{SECOND}</p><p>{FIRST}</p><p>{SECOND}</p></founder-content>"""
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert (article.headline, article.n_paragraphs) == (HEADLINE, 4)


def test_the_words_of_a_picture_over_the_text_are_no_byline() -> None:
    html = f"""<title>东江日报</title><div>东江日报·A12版 民生</div><section><div class=t1>{HEADLINE}</div>
    <div class=t2>{DECK}</div><div>2025-03-04 本报记者 林一 阅读 5.3万</div><div><img src=a.jpg>
    <div>市民在口袋公园散步。 记者 王二 摄</div></div><div class=txt><div class=p>{FIRST}</div>
    <div class="p hd">明年还建吗？</div><div class=p>{SECOND}</div></div></section>"""
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert (article.kicker, article.headline, article.deck) == (None, HEADLINE, DECK)
    assert article.reporters == ("林一",)
    assert article.captions == ("市民在口袋公园散步。 记者 王二 摄",)
    assert article.subheadings == ("明年还建吗？",)
    assert article.body == f"{FIRST}\n{SECOND}"


NEWS = (
    ("渡口换上新渡船", "本报讯（记者 林一）3月2日，柳溪渡口换上两艘新渡船，每艘可坐四十八人。"),
    ("县道旁的图书屋", "本报讯（通讯员 王二）3月3日，六间图书屋在县道旁开门，藏书九千余册。"),
    ("早市搬进了大棚", "“下雨也不怕了。”菜农周小满说。（记者 林一）"),
)
CARDS = "".join(
    f"<article><header><p class=pre>东江新事</p><h2>{title}</h2></header><div><p>{text}</p></div><footer>点赞</footer>"
    for title, text in NEWS
)
ROWS = "".join(
    f"<tr><td><div class=yt>东江新事</div><div class=bt>{title}</div><p>{text}</p><div>返回顶部</div></td></tr>"
    for title, text in NEWS
)
FLAT = "".join(f"<div class=yt>东江新事</div><div class=bt>{title}</div><p>{text}</p>" for title, text in NEWS)


@pytest.mark.parametrize(
    "page", [f"<main>{CARDS}</main>", f"<table>{ROWS}</table>", FLAT], ids=["cards", "rows", "flat"]
)
def test_a_page_with_several_articles_is_taken_apart(page: str) -> None:
    html = f"<title>东江日报</title><h1>东江日报</h1><div>2025年3月4日 第05版</div>{page}<div>东江日报社版权所有</div>"
    articles = read_page(html.encode(), Source("file:///a.htm")).articles
    assert [(a.kicker, a.headline) for a in articles] == [("东江新事", title) for title, _ in NEWS]
    assert [a.reporters for a in articles] == [("林一",), (), ("林一",)]
    assert all(a.n_paragraphs == 1 and a.body in text for a, (_, text) in zip(articles, NEWS, strict=True))


def test_a_section_over_several_articles_is_no_headline() -> None:
    parts = "".join(f"<div><h3>{title}</h3><p>{text}</p></div>" for title, text in NEWS)
    html = f"<title>东江日报 民生新闻</title><h1>民生新闻</h1><div>2025年3月4日 第05版</div>{parts}"
    articles = read_page(html.encode(), Source("file:///a.htm")).articles
    assert [a.headline_lines for a in articles] == [(title,) for title, _ in NEWS]


def test_parts_under_their_subheadings_are_one_article() -> None:
    parts = "".join(f"<h3>{title}</h3><p>{FIRST}</p><p>{SECOND}</p>" for title, _ in NEWS)
    html = f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1><div>本报记者 林一</div><div>{parts}</div>"
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert (article.headline, article.subheadings) == (HEADLINE, tuple(title for title, _ in NEWS))
    assert article.n_paragraphs == 6


def test_bold_lines_over_signed_news_are_headlines() -> None:
    texts = "".join(f"<p><strong>{title}</strong></p><p>{text}</p>" for title, text in NEWS)
    html = f"<title>东江日报</title><h1>东江日报电子版 | 2025年3月4日 第05版</h1><div id=js_content>{texts}</div>"
    articles = read_page(html.encode(), Source("file:///a.htm")).articles
    assert [a.headline for a in articles] == [title for title, _ in NEWS]


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("三个镇的便民见闻_东江日报", "<h2 class=news-title>三个镇的便民见闻</h2>"),
        ("东江日报", "<h2>镇里的三件新鲜事</h2>"),
        ("东江日报", "<div class=article-title>镇里的三件新鲜事</div>"),
    ],
    ids=["in the page's title", "heading", "named"],
)
def test_signed_parts_under_a_headline_are_one_article(title: str, head: str) -> None:
    parts = "".join(f"<p align=center><strong>{name}</strong></p><p>{text}</p>" for name, text in NEWS)
    html = f"""<title>{title}</title><h1 class=logo>东江日报</h1><div>2025年3月4日 第05版</div><main>{head}
    <div>来源：东江日报 字号：大 中 小</div><div class=news-body>{parts}</div></main>"""
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert (article.headline, article.subheadings) == (head.split(">")[1].split("<")[0], tuple(n for n, _ in NEWS))
    assert article.reporters == ("林一",)
    assert article.n_paragraphs == 3


def test_a_kicker_that_its_name_tells_is_no_headline_though_the_page_is_called_so() -> None:
    html = f"""<title>{KICKER}-东江日报</title><div><div class=yinti>{KICKER}</div><div class=a>{HEADLINE}</div></div>
    <div id=ozoom>{CONTENT}</div>"""
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert (article.kicker, article.headline) == (KICKER, HEADLINE)


def test_a_break_inside_a_headline_leaves_it_one() -> None:
    half = len(HEADLINE) // 2
    html = f"""<title>东江日报</title><table><tr><td><span>{KICKER}</span></td></tr><tr><td>
    <b>{HEADLINE[:half]}<br>{HEADLINE[half:]}</b></td></tr><tr><td>{DECK}</td></tr>
    <tr><td><div id=ozoom>{CONTENT}</div></td></tr></table>"""
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert (article.kicker, article.headline, article.deck) == (KICKER, HEADLINE, DECK)


@pytest.mark.parametrize("cell", ["<h1>{}</h1>", "<font id=main-title>{}</font>", "<p class=bt>{}</p>"])
@pytest.mark.parametrize(
    ("lines", "kicker", "headline"),
    [
        (("东江市把闲置地块交给社区打理", "口袋公园 家家门前"), "东江市把闲置地块交给社区打理", "口袋公园 家家门前"),
        (("河西街道的", "“口袋公园”"), None, "河西街道的“口袋公园”"),
        (("口袋公园进社区",), None, "口袋公园进社区"),
    ],
    ids=["kicker", "halves", "one"],
)
def test_breaks_over_a_deck_part_kicker_and_headline(
    cell: str, lines: tuple[str, ...], kicker: str | None, headline: str
) -> None:
    html = f"<title>东江日报</title>{cell.format('<br>'.join((*lines, DECK)))}<div id=ozoom>{CONTENT}</div>"
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert (article.kicker, article.headline, article.deck) == (kicker, headline, DECK)


def test_a_short_kicker_that_the_publishing_system_tells_is_one() -> None:
    html = f"""<title>{HEADLINE}-东江日报多媒体数字报</title><div><p class=a>特写</p><h2 class=b>{HEADLINE}</h2></div>
    <div class=txt>{CONTENT}<!--enpproperty <date>2025-03-04 00:00:00.0</date><title>{HEADLINE}</title>
    <introtitle>特写</introtitle>/enpproperty--></div>"""
    reading = read_page(html.encode(), Source("file:///a.htm"))
    (article,) = reading.articles
    assert (article.kicker, article.headline) == ("特写", HEADLINE)
    assert reading.page.outlet == "东江日报"


@pytest.mark.parametrize(("named", "outlet"), [("东江晚报", "东江晚报"), ("大江晚报", "大江晚报")])
def test_the_page_itself_names_its_paper_before_the_letters_of_its_file(named: str, outlet: str) -> None:
    known = Known(outlet="大江晚报", sources=(("outlet", CODE),))
    html = f"<title>{HEADLINE}_{named}数字报</title><h1>{HEADLINE}</h1><div>{CONTENT}</div>"
    assert read_page(html.encode(), Source("file:///djwb.htm", known)).page.outlet == outlet


def test_an_advertisement_beside_an_article_takes_none_of_it() -> None:
    html = f"""<title>东江日报</title><table><tr><td><div>广告</div><div>好山好水酿好酒。</div></td><td>
    <h1>{HEADLINE}</h1><div id=ozoom>{CONTENT}</div></td></tr></table>"""
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert (article.headline, article.n_paragraphs) == (HEADLINE, 2)


def test_a_hot_list_of_signed_summaries_is_no_second_article() -> None:
    hot = "".join(f"<h3>{title}</h3><p>{text}</p>" for title, text in NEWS[1:])
    html = f"<title>{NEWS[0][0]}_东江网</title><h1>{NEWS[0][0]}</h1><div><p>{NEWS[0][1]}</p></div><div>{hot}</div>"
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert article.headline == NEWS[0][0]


def test_lines_of_their_own_in_a_headline_stay_apart() -> None:
    html = f"""<title>东江日报</title><div><p class=pretitle>{KICKER}</p><h1>{HEADLINE}</h1>
    <p class=subtitle>李青主持</p><p class=subtitle>赵原出席</p><div class=zuozhe>◎林一</div>
    <div id=ozoom>{CONTENT}</div></div>"""
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert article.headline_lines == (KICKER, HEADLINE, "李青主持", "赵原出席")
