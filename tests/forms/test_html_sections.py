"""Pages whose paragraphs each stand in elements of their own: WeChat accounts, and the like without a mark."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.read import Source, read_page

HEADLINE = "山里的蜂箱，一年酿出多少甜？"
FIRST = "4月3日一早，青溪县茶坪村的养蜂人已经走了5公里山路，去看坡上的120只蜂箱。"
SECOND = "“花开得早，蜜就来得早。”青溪县农业农村局副局长贺春明说，全县今年预计产蜜36吨。"
LAST = "村里的合作社花18万元建了一间灌装房，蜂蜜当天就能发往20多个城市。"
PARTS = ("坡上：人跟着花走", "屋里：蜜跟着车走")
SHOWN = "▲养蜂人查看蜂脾。陆小川 摄"
DEEP = '<section style="margin:8px"><section><p><span leaf="">{}</span></p></section></section>'
TITLE = '<section style="text-align:center"><section><section><strong>{}</strong></section></section></section>'
PICTURE = '<section><img data-src="a.jpg"></section><section style="font-size:12px"><span>{}</span></section>'
TEXT = (
    "<section><span>点击上方蓝字关注“青溪晨报”</span></section>"
    + DEEP.format(FIRST)
    + TITLE.format(PARTS[0])
    + DEEP.format(SECOND)
    + PICTURE.format(SHOWN)
    + TITLE.format(PARTS[1])
    + DEEP.format(LAST)
    + "<section><span>— END —</span></section>"
    + "<section><p>记者丨沈砚青</p><p>通讯员丨陆小川</p><p>编辑丨方圆　审核丨严真</p></section>"
)
PAGE = f"""<html><head><title></title></head><body><div class="rich_media"><div id="img-content">
<h1 class="rich_media_title" id="activity-name">{HEADLINE}</h1><div id="meta_content"><span>原创</span>
<span><a href="javascript:void(0);" id="js_name"> 青溪晨报 </a></span> <em>2024年04月05日 07:30</em></div>
<div {{}}>{TEXT}</div><div class="rich_media_tool"><a>阅读原文</a> <span>阅读 1.2万</span></div></div></div>
</body></html>"""


@pytest.mark.parametrize("mark", ['id="js_content" class="rich_media_content"', ""])
def test_all_that_one_container_holds_is_the_article(mark: str) -> None:
    reading = read_page(PAGE.format(mark).encode(), Source("file:///a.html"))
    (article,) = reading.articles
    assert (article.headline, article.subheadings, article.captions) == (HEADLINE, PARTS, (SHOWN,))
    assert article.body == "\n".join((FIRST, SECOND, LAST))
    assert (article.reporters, article.correspondents) == (("沈砚青",), ("陆小川",))
    assert (reading.page.outlet, reading.page.issue_date) == ("青溪晨报", date(2024, 4, 5))


def test_an_account_of_another_name_is_not_the_paper_that_the_page_names() -> None:
    for title, outlet in (("青溪报电子版 | 2024年4月5日", "青溪报"), ("", "掌上青溪")):
        page = PAGE.format("").replace("<title>", f"<title>{title}").replace(" 青溪晨报 ", "掌上青溪")
        assert read_page(page.encode(), Source("file:///a.html")).page.outlet == outlet


TITLES = ("茶坪村通了班车", "油菜花田留给蜂群", "灌装房周末开门迎客")
ITEM = (
    '<section class="item"><h3>{}</h3><div class="txt"><p>{}</p><p>{}</p></div><a class="more">收起全文</a></section>'
)
LIST = "".join(ITEM.format(title, first, LAST) for title, first in zip(TITLES, (FIRST, SECOND, FIRST), strict=True))
OVER = "<div><a>返回</a><span>青溪晨报</span></div><div>2024年4月5日　星期五　第03版：乡村</div>"


def headlines(inside: str, title: str = "青溪晨报 2024年04月05日 第03版 乡村") -> list[str | None]:
    html = f"<title>{title}</title>{OVER}<div>{inside}</div><div>青溪晨报社主办</div>"
    articles = read_page(html.encode(), Source("file:///a.html")).articles
    assert sum(a.n_paragraphs for a in articles) == 2 * len(TITLES)
    return [a.headline for a in articles]


def test_like_elements_with_a_heading_each_are_articles_where_nothing_heads_them_all() -> None:
    assert headlines(LIST) == list(TITLES)
    assert headlines(f'<p class="pre">村里的新鲜事</p>{LIST}') != list(TITLES)


def test_like_elements_under_a_headline_are_parts() -> None:
    assert headlines(f"<h2>{HEADLINE}</h2><div>{LIST}</div>") == [HEADLINE]
    assert headlines(f"<div class=t>{HEADLINE}</div><div>{LIST}</div>", f"{HEADLINE}-青溪晨报") == [HEADLINE]


def test_names_in_brackets_sign_an_article_as_a_writer_does() -> None:
    texts = "".join(f"<h3>{title}</h3><p>{FIRST}</p><p>{LAST}（林一 王小二）</p>" for title in TITLES)
    assert headlines(f"<div>茶坪的路和花</div>{texts}") == list(TITLES)
