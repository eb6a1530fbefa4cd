"""E-paper templates of several publishing systems, each with an invented article."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.errors import PageError
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
