"""Which paper or site a page of the web is of, its day and its number among those that it lists."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.forms.line import Known
from transforms.read import Source, read_page
from transforms.rows import Page

HEADLINE = "十七座老泵站换新机"
TEXT = "东陵市今年要把十七座老泵站全部换上变频机组，排水能力由每小时9万立方米提高到14万立方米。"


def read(title: str, over: str = "", under: str = "") -> Page:
    html = f"<title>{title}</title>{over}<h1>{HEADLINE}</h1>{under}<div><p>{TEXT}</p></div>"
    return read_page(html.encode(), Source("file:///a.htm")).page


@pytest.mark.parametrize(
    ("title", "facts", "outlet"),
    [
        (f"{HEADLINE}-东新网", "来源：东陵新闻网 参与互动", "东陵新闻网"),
        (f"{HEADLINE}_文物_东潮新闻-The East", "来源：东潮新闻", "东潮新闻"),
        (f"{HEADLINE}_新闻频道_东视网(dctv.com)", "来源 : 东视网", "东视网"),
        (f"{HEADLINE}|东潮新闻 · 地方", "来源：东潮新闻", "东潮新闻"),
        (f"{HEADLINE}--时政--东民网", "来源：东陵日报", "东陵日报"),
        (f"{HEADLINE}-东华网", "来源：新华社", "东华网"),
        (f"{HEADLINE}_东陵市人民政府", "信息来源：东陵日报访问量：302字号：[大 中 小]", "东陵日报"),
        (f"{HEADLINE}_国内新闻", "来源：综合", None),
        (HEADLINE, "来源：本网", None),
        (f"{HEADLINE}_东陵日报网", "", "东陵日报"),
        (f"{HEADLINE}-随手看", "2024-03-19 08:00 · 东陵晚报", "东陵晚报"),
    ],
)
def test_the_paper_or_site_of_a_page(title: str, facts: str, outlet: str | None) -> None:
    assert read(title, under=f"<div>2024-03-19 10:31 <span>{facts}</span></div>").outlet == outlet


@pytest.mark.parametrize("day", ["2024/03/19 11:05", "2024-3-19", "2024年3月19日", "2024年3月19日 本报记者 郑越"])
def test_the_day_of_a_page(day: str) -> None:
    assert read(HEADLINE, under=f"<div>{day}</div>").issue_date == date(2024, 3, 19)


@pytest.mark.parametrize(
    "over",
    [
        "<ul><li><a href=1.htm>第01版：要闻</a></li><li><a href=5.htm>第05版：民生</a></li></ul><p>05版：民生</p>",
        "<ul><li>第01版：要闻</li><li>第05版：民生</li></ul><p>第05版：民生</p>",
        "<p>第00005版：民生</p>",
        "<p><span>2024年3月19日</span><span>星期二</span><span>05版</span><span>民生</span></p>",
        "<p>首页 / 电子报 / 05版 民生</p>",
    ],
)
def test_the_number_of_a_page_among_those_that_it_lists(over: str) -> None:
    assert read("东陵日报", over).edition == "05"


def test_the_words_of_a_link_to_download_are_no_outlet() -> None:
    assert read(HEADLINE, "<div><p>手机客户端</p></div><div><p>移动客户端</p></div>").outlet is None


@pytest.mark.parametrize(
    ("named", "source", "edition"),
    [
        ("a5", "file name", "05"),
        ("a05", "file name", "05"),
        ("a5", "sidecar", "a5"),
        ("A05", "file name", "A05"),
        ("a6", "file name", "a6"),
    ],
)
def test_a_page_tells_its_number_that_a_file_name_has_in_letters(named: str, source: str, edition: str) -> None:
    html = f"<title>东陵日报</title><p>第05版：民生</p><h1>{HEADLINE}</h1><div><p>{TEXT}</p></div>"
    known = Known(edition=named, sources=(("edition", source),))
    assert read_page(html.encode(), Source("file:///a.htm", known)).page.edition == edition


@pytest.mark.parametrize(
    "imprint",
    [
        "《 东陵日报海外版 》（ 2024年03月19日 第 08 版）",
        "《东陵日报海外版》（2024年3月19日 08版）",
        "（《东陵日报海外版》2024年3月19日第08版）",
        "来源：《东陵日报海外版》 2024年03月19日 第08版",
        "《东陵日报海外版》（2024年03月19日 第08版：要闻）",
    ],
)
def test_the_imprint_under_a_text_tells_its_paper_day_and_page(imprint: str) -> None:
    text = f"<p>{TEXT}</p>" * 2
    for html in (
        f"<div>{text}<p>{imprint}</p></div>",
        f"<div>{text}<p class=num>　　{imprint}</p><p>(责编：江岸)</p></div>",
    ):
        page = f"<title>{HEADLINE}--东新网</title><h1>{HEADLINE}</h1><div>2024年03月20日08:21</div>{html}"
        found = read_page(page.encode(), Source("file:///a.htm"))
        told = (found.page.outlet, found.page.issue_date, found.page.edition)
        assert told == ("东陵日报海外版", date(2024, 3, 19), "08")
        assert found.articles[0].body == f"{TEXT}\n{TEXT}"
