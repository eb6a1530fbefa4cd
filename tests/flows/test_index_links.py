"""A folder with an index: its edition, order and boxes go to the articles it names; it keeps the others."""

from __future__ import annotations

from pathlib import Path

from flows.containers.blob import RawPage
from flows.intake import Intake
from flows.known import Facts
from flows.settings import Settings
from transforms.read import Source, read_page
from transforms.reading import PageReading

INDEX = """<html><head><title>临湖日报数字报</title></head><body>
<map name=pagepicmap>
<Area coords="10,20,200,20,200,300,10,300" shape=polygon href="content_1.htm?div=-1">
<area coords="210,20,400,20,400,90,210,90" shape="polygon" href="content_2.htm">
<area coords="210,100,400,100,400,300,210,300" shape="polygon" href="content_2.htm"></map>
<div>第A03版：乡村</div><div>2025年06月17日</div>
<ul><li><a href=content_2.htm><div id=mp2>水库除险加固完工</div></a></li>
<li><a href=content_1.htm?div=-1><div id=mp1>南坡村收入超300万元</div></a></li></ul></body></html>"""
ARTICLE = """<html><body><h1>南坡村收入超300万元</h1><div id="ozoom"><p>　　临湖日报讯（记者 张璁）
6月16日，记者从南坡村获悉，合作社今年收入超300万元，同比增长9.1%。</p></div></body></html>"""


def _read(folder: Path) -> dict[str, PageReading]:
    pages = [page for page in Intake([folder], Facts("option"), Settings()) if isinstance(page, RawPage)]
    return {page.uri.rpartition("/")[2]: read_page(page.raw, Source(page.uri, page.known)) for page in pages}


def test_an_index_alone_gives_headlines_order_and_boxes(tmp_path: Path) -> None:
    (tmp_path / "node_3.htm").write_text(INDEX, encoding="utf-8")
    index = _read(tmp_path)["node_3.htm"]
    assert [article.headline for article in index.articles] == ["水库除险加固完工", "南坡村收入超300万元"]
    assert [b.box for b in index.blocks if b.role == "headline"] == [(210, 20, 400, 300), (10, 20, 200, 300)]
    assert (index.page.outlet, index.page.edition, str(index.page.issue_date)) == ("临湖日报", "A03", "2025-06-17")


def test_an_index_tells_its_articles_where_they_stand(tmp_path: Path) -> None:
    (tmp_path / "node_3.htm").write_text(INDEX, encoding="utf-8")
    (tmp_path / "content_1.htm").write_text(ARTICLE, encoding="utf-8")
    pages = _read(tmp_path)
    assert [article.headline for article in pages["node_3.htm"].articles] == ["水库除险加固完工"]
    article = pages["content_1.htm"]
    assert (article.page.edition, str(article.page.issue_date), article.articles[0].seq) == ("A03", "2025-06-17", 2)
    assert {block.box for block in article.blocks if block.article_id} == {(10, 20, 200, 300)}
