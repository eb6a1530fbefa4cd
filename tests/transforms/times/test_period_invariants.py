"""What holds of the times of any text."""

from __future__ import annotations

import time
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.times.period import read_periods

PIECES = [
    *"0123456789一二三十百千两几半多数年月日号时点分秒周天",
    *"初末底前后内来上下中旬今昨明去本每第近至到—-、：:/.（），。《》“”春晚 ",
    *"2025年 6月 16日 1—5月 星期 小时 季度 世纪 年代 春节 假期 以来 之前 起 以后 农历 正月".split(),
    *"当天 次日 同期 最后一 十四五 期间 康熙 个月 公元 同期 前三季度 开始 或之前".split(),
]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2100, 1, 1))),
)
def test_times_are_in_order_apart_and_inside_the_text(text: str, reference: date | None) -> None:
    end = 0
    for span in read_periods(text, reference):
        assert end <= span.start < span.end <= len(text)
        end = span.end
        if span.start_date and span.end_date:
            assert span.start_date <= span.end_date
        if isinstance(span.start_time, datetime) and isinstance(span.end_time, datetime):
            assert span.start_time <= span.end_time
        assert span.granularity
        assert span.granularity == "duration" or span.seconds is None


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    read_periods(text, date(2025, 6, 18))


@given(st.dates(date(1901, 1, 1), date(2099, 12, 31)), st.dates(date(1901, 1, 1), date(2099, 12, 31)))
def test_a_full_date_is_that_day_whatever_the_issue(day: date, issue: date) -> None:
    for text in (f"{day.year}年{day.month}月{day.day}日", day.isoformat(), f"{day.year}.{day.month}.{day.day}"):
        (span,) = read_periods(text, issue)
        assert (span.start, span.end, span.start_date, span.end_date) == (0, len(text), day, day)


@given(st.dates(date(1901, 1, 1), date(2099, 12, 31)))
def test_yesterday_is_the_day_before_the_issue(issue: date) -> None:
    (span,) = read_periods("昨天", issue)
    assert span.start_date and (issue - span.start_date).days == 1


UNITS = "1 年 百 1、 1- 1年至 1天又 《今日 前 1月1日的 2020年1月1日至 几十".split()


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_length_only(unit: str) -> None:
    def seconds(n: int) -> float:
        text, begin = unit * n, time.process_time()
        read_periods(text, date(2025, 6, 18))
        return time.process_time() - begin

    seconds(10)
    assert seconds(40_000) < 0.05 + 30 * max(seconds(4_000), 0.002)
