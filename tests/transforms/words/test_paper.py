"""Names that end in 报, papers' and others."""

from __future__ import annotations

import pytest

from transforms.read import Source, read_page
from transforms.words.paper import may_name_paper

_TEXT = ("全市渔业去年有了起色，放养的水面比前年多了一成。", "渔民说，今年的鱼苗下得早，长势也比往年要好些。")


@pytest.mark.parametrize(
    ("name", "is_paper"),
    [
        ("经济运行统计公报", False),
        ("招生简报", False),
        ("灾情快报", False),
        ("江城快报", True),
        ("江城日报社", True),
        ("文汇报", True),
        ("江城少年报", True),
    ],
)
def test_names_that_end_as_papers_do(name: str, is_paper: bool) -> None:
    assert may_name_paper(name) is is_paper


@pytest.mark.parametrize("title", ["<title>桑园市渔业统计公报</title>", ""])
def test_an_articles_title_does_not_name_the_paper(title: str) -> None:
    hidden = "<!--enpproperty <date>2025-03-04</date><title>桑园市渔业统计公报</title>/enpproperty-->"
    html = f"""{title}<div><h1>桑园市渔业统计公报</h1><div id="ozoom"><p>　　{_TEXT[0]}</p><p>　　{_TEXT[1]}</p></div>
{hidden}</div><div>Copyright © 桑园日报 [桑ICP备1号]</div>"""
    reading = read_page(
        f'<html><head><meta charset="utf-8"></head><body>{html}</body></html>'.encode(), Source("a.htm")
    )
    assert reading.page.outlet == "桑园日报"
