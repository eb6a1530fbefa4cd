"""Texts that are nothing but a time or a rate, and the words that such texts share with sentences."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from transforms.snippet import read_snippet
from transforms.times.period import read_periods
from transforms.times.said import read_said

NOW = datetime(2023, 10, 18, 16, 40)  # a Wednesday
MIDNIGHT = datetime(2023, 10, 18)


def told(text: str, now: datetime = NOW) -> str | None:
    span = read_said(text, now)
    if span is None:
        return None
    return f"{span.start_time or span.start_date or ''}/{span.end_time or span.end_date or ''}"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # what is over is the next one
        ("周二", "2023-10-24/2023-10-24"),
        ("周五", "2023-10-20/2023-10-20"),
        ("上周二", "2023-10-10/2023-10-10"),
        ("上午十点", "2023-10-19 10:00:00/2023-10-19 10:00:00"),
        ("晚上八点", "2023-10-18 20:00:00/2023-10-18 20:00:00"),
        ("昨天上午十点", "2023-10-17 10:00:00/2023-10-17 10:00:00"),
        ("2月6号", "2024-02-06/2024-02-06"),
        ("9月6号", "2023-09-06/2023-09-06"),
        ("2月6号以后", "2023-02-06/"),
        ("植树节", "2024-03-12/2024-03-12"),
        # signs that count something in a sentence
        ("十一", "2023-10-01/2023-10-01"),
        ("元宵", "2024-02-24/2024-02-24"),
        ("双十二", "2023-12-12/2023-12-12"),
        ("26年", "2026-01-01/2026-12-31"),
        ("98年", "1998-01-01/1998-12-31"),
        ("第三年", "2025-01-01/2025-12-31"),
        ("第四天", "2023-10-21/2023-10-21"),
        ("42:08", "2023-10-18 16:42:08/2023-10-18 16:42:08"),
        ("还剩20分钟", "2023-10-18 16:40:00/2023-10-18 17:00:00"),
        ("4点", "2023-10-19 04:00:00/2023-10-19 04:00:00"),
        ("后10分钟", "2023-10-18 16:40:00/2023-10-18 16:50:00"),
        ("之前两小时", "2023-10-18 14:40:00/2023-10-18 16:40:00"),
        ("前一个月", "2023-09-18/2023-10-18"),
        ("后两周", "2023-10-18/2023-11-01"),
        ("后三个月", "2023-10-01/2023-12-31"),
        ("后半年", "2023-07-01/2023-12-31"),
        ("翌日", "2023-10-19/2023-10-19"),
        # some time ago
        ("前几天", "2023-10-11/2023-10-16"),
        ("前两年", "2018-01-01/2021-12-31"),
        # spans
        ("从2021年开始", "2021-01-01/2023-10-18"),
        ("截止到3月5日", "/2023-03-05"),
        ("12月6日前", "2023-10-18/2023-12-06"),
        ("10月3日起", "2023-10-03/2023-10-18"),
        ("12月3日起", "2023-12-03/"),
        ("3月4日、5日、6日", "2023-03-04/2023-03-06"),
        ("2021年、2022年", "2021-01-01/2022-12-31"),
        ("半年之后", "2024-04-01/"),
        ("三个半月后", "2024-02-02/2024-03-01"),
        (" 下午两点到三点 ", "2023-10-19 14:00:00/2023-10-19 15:00:00"),
    ],
)
def test_a_time_as_the_whole_text_leans_to_what_is_to_come(text: str, days: str) -> None:
    assert told(text) == days


@pytest.mark.parametrize(
    "text", ["20年", "60年", "周二开会", "3月4日、9日", "还剩三张票", "第三名", "", "五十一", "还剩20分"]
)
def test_what_is_more_or_less_than_a_time_is_left_to_the_common_reading(text: str) -> None:
    assert told(text) in (None, "/")


def test_a_span_stands_where_the_time_does() -> None:
    span = read_said("  周二 ", NOW)
    assert span and (span.start, span.end) == (2, 4)


def test_a_day_without_an_hour_has_no_minute_left() -> None:
    assert told("还剩20分钟", MIDNIGHT) is None


def test_what_is_said_on_a_day_counts_from_the_next_one() -> None:
    assert told("未来两周", MIDNIGHT) == "2023-10-19/2023-11-01"
    assert told("2026年以前", MIDNIGHT) == "/2025-12-31"
    assert told("2026年以前") == "2023-10-18/2025-12-31"
    assert told("未来三天") == "2023-10-18/2023-10-21"


@pytest.mark.parametrize("now", [NOW, MIDNIGHT])
@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("未来五天多云", "2023-10-19/2023-10-23"),
        ("接下来三周都有集市", "2023-10-19/2023-11-08"),
        ("他想在2026年之前搬家", "None/2025-12-31"),
    ],
)
def test_in_a_sentence_the_hour_at_which_it_is_said_moves_no_day(text: str, days: str, now: datetime) -> None:
    (span,) = read_snippet(text, now)["periods"]
    assert f"{span['start_date']}/{span['end_date']}" == days


def test_only_what_is_said_at_a_moment_leans() -> None:
    def days(reference: date | datetime, text: str) -> list[str]:
        return [p["start_date"] for p in read_snippet(text, reference)["periods"]]

    assert days(NOW, "周二") == ["2023-10-24"]
    assert days(NOW, "周二开会") == ["2023-10-17"]
    assert days(NOW.date(), "周二") == ["2023-10-17"]


@pytest.mark.parametrize("text", ["每小时72公里", "时速72公里", "72公里每小时", "每分钟1.2公里"])
def test_a_rate_of_travel_as_the_whole_text_is_a_speed(text: str) -> None:
    (metric,) = read_snippet(text, None)["metrics"]
    assert (metric["kind"], metric["unit"], round(metric["low"], 6), metric["raw"]) == ("speed", "m/s", 20, text)


def test_in_a_sentence_the_base_of_a_rate_stays_apart() -> None:
    (metric,) = read_snippet("列车每小时行驶72公里", None)["metrics"]
    assert (metric["kind"], metric["raw"]) == ("length", "72公里")


@pytest.mark.parametrize(
    ("text", "raw", "days"),
    [
        ("村里三四年没有断过水", "三四年", "None/None"),
        ("三四天前下过雨", "三四天前", "2023-10-14/2023-10-15"),
        ("未来两三年建成", "未来两三年", "2023-10-18/2025-10-18"),
        ("十来天", "十来天", "None/None"),
        ("七八年5月的旧报", "七八年5月", "1978-05-01/1978-05-31"),
        ("上个世纪末的厂房", "上个世纪末", "1980-01-01/1999-12-31"),
        ("上个周末客流大增", "上个周末", "2023-10-14/2023-10-15"),
        ("上个周四开市", "上个周四", "2023-10-12/2023-10-12"),
        ("今年最后一个季度的订单", "今年最后一个季度", "2023-10-01/2023-12-31"),
        ("上个半年亏损", "上个半年", "2023-01-01/2023-06-30"),
        ("今年后三个月的任务", "今年后三个月", "2023-10-01/2023-12-31"),
        ("十日至十二日放假", "十日至十二日", "2023-10-10/2023-10-12"),
        ("十月一日至四日放假", "十月一日至四日", "2023-10-01/2023-10-04"),
        ("今年一至三季度的订单", "今年一至三季度", "2023-01-01/2023-09-30"),
        ("一、二季度亏损", "一、二季度", "2023-01-01/2023-06-30"),
        ("今年最后两个月的产量", "今年最后两个月", "2023-11-01/2023-12-31"),
        ("2021年前半年", "2021年前半年", "2021-01-01/2021-06-30"),
        ("去年中旬开工", "去年中旬", "2022-06-01/2022-07-31"),
        ("二三季度回暖", "二三季度", "2023-04-01/2023-09-30"),
        ("连续三季度亏损", "三季度", "None/None"),
        ("依据税函2019 25号文办理", "2019", "2019-01-01/2019-12-31"),
        ("10月5、6、7日停电", "10月5、6、7日", "2023-10-05/2023-10-07"),
        ("“七一”前夕，老党员回村", "“七一”前夕", "2023-07-01/2023-07-01"),
        ("双十一期间快递多", "双十一期间", "2023-11-11/2023-11-11"),
        ("从上周到昨天雨没停", "从上周到昨天", "2023-10-09/2023-10-17"),
        ("下周到货的种子", "下周", "2023-10-23/2023-10-29"),
        ("歇了俩月才开张", "俩月", "None/None"),
        ("他俩月底搬家", "月底", "2023-10-25/2023-10-31"),
    ],
)
def test_general_forms_on_a_page(text: str, raw: str, days: str) -> None:
    (span,) = read_periods(text, NOW.date())
    assert (text[span.start : span.end], f"{span.start_date}/{span.end_date}") == (raw, days)


@pytest.mark.parametrize(
    "text",
    [
        "创业的第七年",
        "入职第三个月转正",
        "住在4、5、6号楼",
        "1-3号楼封闭",
        "第5分钟进球",
        "后天性因素",
        "前天津队员",
        "这周到的服务",
    ],
)
def test_ordinals_and_house_numbers_are_no_times(text: str) -> None:
    assert read_periods(text, NOW.date()) == []


@pytest.mark.parametrize(
    ("text", "raw", "clock"),
    [
        ("开放时间为8:30-17:30", "8:30-17:30", "08:30:00/17:30:00"),
        ("10月5日7时20分许到站", "10月5日7时20分许", "2023-10-05 07:20:00/2023-10-05 07:20:00"),
        ("约10时许到站", "约10时许", "10:00:00/10:00:00"),
        ("早上七点过五分出发", "早上七点过五分", "07:05:00/07:05:00"),
        ("10月5日11点到1点停水", "10月5日11点到1点", "2023-10-05 11:00:00/2023-10-05 13:00:00"),
        ("10月5日晚上9点到2点施工", "10月5日晚上9点到2点", "2023-10-05 21:00:00/2023-10-06 02:00:00"),
        ("10月5日9点到凌晨2点", "10月5日9点到凌晨2点", "2023-10-05 09:00:00/2023-10-06 02:00:00"),
        ("10月5日晚上12点", "10月5日晚上12点", "2023-10-06 00:00:00/2023-10-06 00:00:00"),
    ],
)
def test_clock_times(text: str, raw: str, clock: str) -> None:
    (span,) = read_periods(text, NOW.date())
    assert (text[span.start : span.end], f"{span.start_time}/{span.end_time}") == (raw, clock)
