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
<div {{}}>{TEXT}</div><div class="rich_media_tool"><a>阅读原文</a> <span>阅读 1.2万</span></div>
</div></div></body></html>"""


@pytest.mark.parametrize("mark", ['id="js_content" class="rich_media_content"', 'id="js_content"', ""])
def test_all_that_one_container_holds_is_the_article(mark: str) -> None:
    reading = read_page(PAGE.format(mark).encode(), Source("file:///a.html"))
    (article,) = reading.articles
    assert (article.headline, article.subheadings, article.captions) == (HEADLINE, PARTS, (SHOWN,))
    assert article.body == "\n".join((FIRST, SECOND, LAST))
    assert (article.reporters, article.correspondents) == (("沈砚青",), ("陆小川",))
    assert (reading.page.outlet, reading.page.issue_date) == ("青溪晨报", date(2024, 4, 5))
