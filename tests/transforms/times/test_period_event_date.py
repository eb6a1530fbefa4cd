"""The day of an article's event and the issue date of a page that prints none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from transforms.read import Known, Source, read_page
from transforms.times.event_date import event_date, issue_date_of
from transforms.times.parse import read_told
from transforms.times.period import read_periods

ISSUE = date(2025, 6, 18)


def event(
    paragraphs: Sequence[str], issue: date | None = ISSUE, dateline: tuple[int, int] | None = None
) -> date | None:
    return event_date(paragraphs, [read_periods(text, issue) for text in paragraphs], issue, dateline)


def issued(articles: Sequence[Sequence[str]], datelines: Sequence[tuple[int, int]] = ()) -> date | None:
    return issue_date_of([read_told(paragraphs) for paragraphs in articles], datelines)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("6月16日，镇里办了集市。6月17日散场。", date(2025, 6, 16)),
        ("6月15日至17日，队伍走访三村。", date(2025, 6, 15)),
        ("近日，镇里办了集市。", None),
        ("2019年3月5日，厂子建成。6月16日，新线投产。", date(2025, 6, 16)),
        ("截至6月10日，已修路三公里。", None),
        ("办法自6月1日起施行。", None),
        ("据镇里介绍，自6月11日起，夜市改在堤上。", date(2025, 6, 11)),
        ("据镇里介绍，自4月11日起，夜市改在堤上。", None),
        ("7月5日前完成清淤。", None),
        ("自7月1日起，展馆延时开放。", date(2025, 7, 1)),
        ("6月21日起，公交加密班次。", date(2025, 6, 21)),
        ("今年以来，雨水偏多。", None),
        ("接到电话，师傅次日便上门。", None),
        ("昨日，桥通车了。", date(2025, 6, 17)),
        ("研讨班16日下午结业。", date(2025, 6, 16)),
    ],
)
def test_the_event_is_the_first_day_of_the_news(text: str, day: date | None) -> None:
    assert event([text]) == day


def test_a_bare_day_takes_its_month_from_the_dateline() -> None:
    assert event(["30日，桥通车了。"], date(2025, 7, 20), (7, 1)) == date(2025, 6, 30)


def test_the_first_paragraph_with_a_day_counts() -> None:
    assert event(["近日，镇里办了集市。", "6月12日，来客最多。"]) == date(2025, 6, 12)


def test_a_page_without_a_date_has_the_latest_day_of_its_events() -> None:
    articles = [
        ["6月15日，2025年科普展开幕，展期6月15日至8月31日。"],
        ["6月16日，镇里开会，总结2025年上半年工作，力争到2027年翻番。"],
        ["2024年，村里收入翻番。"],
    ]
    assert issued(articles) == date(2025, 6, 16)


def test_a_page_without_any_year_has_no_issue_date() -> None:
    assert issued([["6月16日，镇里开会。"]]) is None
    assert issued([["2025年，镇里开会。"]]) is None


def test_in_january_december_is_of_the_year_before() -> None:
    assert issued([["12月30日，镇里开会。"], ["2025年1月2日，桥通车了。"]]) == date(2025, 1, 2)


def test_datelines_are_evidence_too() -> None:
    assert issued([["2025年的雨多。"]], [(6, 17)]) == date(2025, 6, 17)


def test_the_day_from_which_something_holds_is_a_day() -> None:
    page = "新规落地\n本报讯 自7月1日起，展馆延时开放，票价不变，欢迎市民前往参观。\n"
    read = read_page(page.encode(), Source("file:///a.txt", Known(issue_date=ISSUE))).periods
    assert [(p.raw, p.start_date, p.end_date) for p in read] == [("7月1日", date(2025, 7, 1), date(2025, 7, 1))]


def test_a_year_beside_the_text_dates_a_page_whose_text_names_only_an_older_one() -> None:
    page = (
        "市人大常委会任免名单\n（2025年9月4日柳溪市第六届人民代表大会常务委员会第三次会议通过）\n\n"
        "任命章禾为柳溪市副市长，免去卫兰的柳溪市教育局局长职务。\n\n渡口换新船\n\n"
        "本报讯（记者 章 禾）9月5日，柳溪渡口换上两艘新渡船，乘客由2012年的每天五十人增加到三百人。\n"
    )
    assert read_page(page.encode(), Source("file:///page")).page.issue_date == date(2025, 9, 5)


def test_a_page_that_tells_of_last_december_is_of_the_year_after() -> None:
    assert issued([["8月19日，镇里开会。"], ["2024年12月，渡口停航。"]]) == date(2025, 8, 19)


def test_a_year_that_something_will_be_done_in_dates_no_page() -> None:
    assert issued([["10月14日，镇里签约。"], ["2025年的汛期已过，学校将在2026年启动招生。"]]) == date(2025, 10, 14)


def test_a_year_to_come_alone_dates_a_page_by_the_year_before() -> None:
    assert issued([["10月14日，镇里签约。"], ["学校将在2026年启动招生。"]]) == date(2025, 10, 14)
    assert issued([["10月14日，镇里签约，力争到2030年翻番。"]]) is None
