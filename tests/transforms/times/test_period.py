"""Times as newspapers write them, each against an issue of 18 June 2025 (a Wednesday)."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from transforms.times.period import read_paragraphs, read_periods

ISSUE = date(2025, 6, 18)


def read(text: str, reference: date | None = ISSUE, anchor: date | None = None) -> list[tuple[str, str, str]]:
    """Each time as its text, its days (… for an open side) and its granularity."""
    spans = read_periods(text, reference, anchor)
    return [(text[s.start : s.end], f"{s.start_date or '…'}/{s.end_date or '…'}", s.granularity) for s in spans]


@pytest.mark.parametrize(
    ("text", "raw", "days", "granularity"),
    [
        # days
        ("6月16日，镇里办了集市", "6月16日", "2025-06-16/2025-06-16", "day"),
        ("展览从6月15日至8月31日开放", "从6月15日至8月31日", "2025-06-15/2025-08-31", "day"),
        ("展期6月15日至8月31日", "6月15日至8月31日", "2025-06-15/2025-08-31", "day"),
        ("会议于1月7日至9日举行", "1月7日至9日", "2025-01-07/2025-01-09", "day"),
        ("10、11日有雨", "10、11日", "2025-06-10/2025-06-11", "day"),
        ("二〇二〇年三月五日", "二〇二〇年三月五日", "2020-03-05/2020-03-05", "day"),
        ("２０２５年６月１日起施行", "２０２５年６月１日起", "2025-06-01/…", "day"),
        ("自2025年6月1日起至9月30日止", "自2025年6月1日起至9月30日止", "2025-06-01/2025-09-30", "day"),
        ("2025-06-17发布", "2025-06-17", "2025-06-17/2025-06-17", "day"),
        ("06/17发布", "06/17", "2025-06-17/2025-06-17", "day"),
        ("本周三开工", "本周三", "2025-06-18/2025-06-18", "day"),
        ("上周五下午开工", "上周五下午", "2025-06-13/2025-06-13", "hour"),
        ("上周全市菜价平稳", "上周", "2025-06-09/2025-06-15", "week"),
        ("昨日，桥通车了", "昨日", "2025-06-17/2025-06-17", "day"),
        ("8日下午，船到港", "8日下午", "2025-06-08/2025-06-08", "hour"),
        ("6月16日（周一）开课", "6月16日（周一）", "2025-06-16/2025-06-16", "day"),
        # months and parts of months
        ("今年1—5月，产值增长", "今年1—5月", "2025-01-01/2025-05-31", "month"),
        ("2024年12月的雨", "2024年12月", "2024-12-01/2024-12-31", "month"),
        ("１２月的雪", "１２月", "2025-12-01/2025-12-31", "month"),
        ("前5个月，用电量上升", "前5个月", "2025-01-01/2025-05-31", "month"),
        ("3月初下种", "3月初", "2025-03-01/2025-03-05", "day"),
        ("截至5月底", "5月底", "2025-05-25/2025-05-31", "day"),
        ("4月中旬开花", "4月中旬", "2025-04-11/2025-04-20", "day"),
        ("上月的水价", "上月", "2025-05-01/2025-05-31", "month"),
        # quarters, halves, seasons, years
        ("一季度，订单不少", "一季度", "2025-01-01/2025-03-31", "quarter"),
        ("前三季度，订单不少", "前三季度", "2025-01-01/2025-09-30", "quarter"),
        ("2024年第四季度", "2024年第四季度", "2024-10-01/2024-12-31", "quarter"),
        ("上半年完工", "上半年", "2025-01-01/2025-06-30", "half"),
        ("今年夏天", "今年夏天", "2025-05-05/2025-08-06", "season"),
        ("去年的雨", "去年", "2024-01-01/2024-12-31", "year"),
        ("2024年突破百万", "2024年", "2024-01-01/2024-12-31", "year"),
        ("2019年至2021年没停", "2019年至2021年", "2019-01-01/2021-12-31", "year"),
        ("2018—2020年度", "2018—2020年度", "2018-01-01/2020-12-31", "year"),
        ("2024-25赛季收官", "2024-25", "2024-01-01/2025-12-31", "year"),
        ("上世纪90年代末的厂房", "上世纪90年代末", "1997-01-01/1999-12-31", "year"),
        ("20世纪80年代", "20世纪80年代", "1980-01-01/1989-12-31", "decade"),
        ("到“十四五”末，路修到村", "“十四五”末", "2025-01-01/2025-12-31", "year"),
        ("“十四五”期间，路修到村", "“十四五”期间", "2021-01-01/2025-12-31", "year"),
        ("六七十年代的老屋", "六七十年代", "1960-01-01/1979-12-31", "decade"),
        ("公元前221年，秦", "公元前221年", "…/…", "year"),
        ("七八月份最热", "七八月份", "2025-07-01/2025-08-31", "month"),
        ("即日起至6月30日报名", "即日起至6月30日", "2025-06-18/2025-06-30", "day"),
        ("每年6月至8月采收", "每年6月至8月", "…/…", "set"),
        ("每周一至周五开放", "每周一至周五", "…/…", "set"),
        # festivals
        ("“五一”期间，景区满员", "“五一”期间", "2025-05-01/2025-05-05", "day"),
        ("春节假期，景区满员", "春节假期", "2025-01-28/2025-02-04", "day"),
        ("去年中秋节，桥上挂灯", "去年中秋节", "2024-09-17/2024-09-17", "day"),
        ("今年清明节", "今年清明节", "2025-04-04/2025-04-04", "day"),
        ("去年冬至今年春湖区来了不少水鸟", "去年冬至今年春", "2024-11-07/2025-05-04", "season"),
        ("去年冬至那天下了雪", "去年冬至", "2024-12-21/2024-12-21", "day"),
        ("正月十五闹花灯", "正月十五", "2025-02-12/2025-02-12", "day"),
        ("今年除夕当天值班", "今年除夕当天", "2025-01-28/2025-01-28", "day"),
        ("大年初二回门", "大年初二", "2025-01-30/2025-01-30", "day"),
        ("2020年闰四月", "2020年闰四月", "2020-05-23/2020-06-20", "month"),
        ("每年年初下单", "每年年初", "…/…", "set"),
        ("每周三到五次", "每周", "…/…", "set"),
        ("每周一下午八点开会", "每周一下午八点", "…/…", "set"),
        ("19年底搬家", "19年底", "2019-11-01/2019-12-31", "month"),
        ("5月中下旬收麦", "5月中下旬", "2025-05-11/2025-05-31", "day"),
        ("前年冬天大雪封山", "前年冬天", "2023-11-08/2024-02-03", "season"),
        ("2025年一季报显示", "2025年一季报", "2025-01-01/2025-03-31", "quarter"),
        ("2024年半年报显示", "2024年半年报", "2024-01-01/2024-06-30", "half"),
        # open sides and times that count from the issue
        ("今年以来，雨水偏多", "今年以来", "2025-01-01/2025-06-18", "year"),
        ("7月5日前完成", "7月5日", "2025-07-05/2025-07-05", "day"),
        ("7月5日之前完成", "7月5日之前", "2025-06-18/2025-07-05", "day"),
        ("年底前完成", "年底前", "2025-06-18/2025-12-31", "month"),
        ("2018年以前，这里没有路", "2018年以前", "…/2017-12-31", "year"),
        ("三年前，他回了乡", "三年前", "2022-01-01/2022-12-31", "year"),
        ("20天后见分晓", "20天后", "2025-07-08/2025-07-08", "day"),
        ("近三年来，林子密了", "近三年来", "2022-01-01/2025-06-18", "year"),
        ("未来三天有雨", "未来三天", "2025-06-19/2025-06-21", "day"),
        ("自2月10日复工以来，天天满产", "自2月10日复工以来", "2025-02-10/2025-06-18", "day"),
        ("下个月第一天开馆", "下个月第一天", "2025-07-01/2025-07-01", "day"),
        ("今年的第100天", "今年的第100天", "2025-04-10/2025-04-10", "day"),
        ("农历2025年正月初一", "农历2025年正月初一", "2025-01-29/2025-01-29", "day"),
        ("甲辰年的秋天", "甲辰年的秋天", "2024-08-07/2024-11-06", "season"),
        ("“三八”国际妇女节", "“三八”国际妇女节", "2025-03-08/2025-03-08", "day"),
        ("世界环境日活动", "世界环境日", "2025-06-05/2025-06-05", "day"),
        ("7月中上旬多雨", "7月中上旬", "2025-07-01/2025-07-20", "day"),
        ("下個月三號見", "下個月三號", "2025-07-03/2025-07-03", "day"),
        ("每周一、三、五开放", "每周一、三、五", "…/…", "set"),
        ("每逢周末开放", "每逢周末", "…/…", "set"),
        ("去年今日", "去年今日", "2024-06-18/2024-06-18", "day"),
        ("6月3日晚8点开演", "6月3日晚8点", "2025-06-03/2025-06-03", "hour"),
        ("今明两天有雨", "今明两天", "2025-06-18/2025-06-19", "day"),
        ("明后两天转晴", "明后两天", "2025-06-19/2025-06-20", "day"),
        ("国庆假期首日，车流翻番", "国庆假期首日", "2025-10-01/2025-10-01", "day"),
        ("春节假期最后一天", "春节假期最后一天", "2025-02-04/2025-02-04", "day"),
        ("五一假期第三天", "五一假期第三天", "2025-05-03/2025-05-03", "day"),
        ("自去年10月至今年3月，查处12起", "自去年10月至今年3月", "2024-10-01/2025-03-31", "month"),
        ("昨晚10时至今晨6时", "昨晚10时至今晨6时", "2025-06-17/2025-06-18", "hour"),
        ("截至11月底，全县存栏18万头", "11月底", "2024-11-25/2024-11-30", "day"),
        ("毕业三年后回到县里", "三年后", "…/…", "unknown"),
        ("时隔6年后再次登台", "6年后", "…/…", "unknown"),
        ("明正统二年建寺", "正统二年", "1437-01-01/1437-12-31", "year"),
        ("近日，村里来了客", "近日", "…/…", "unknown"),
        ("多年来，水一直清", "多年来", "…/…", "unknown"),
        ("建厂60周年", "60周年", "…/…", "anniversary"),
    ],
)
def test_a_time_is_read_and_resolved(text: str, raw: str, days: str, granularity: str) -> None:
    assert read(text) == [(raw, days, granularity)]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("历时两个月", 60 * 86400),
        ("用了3年半", 3.5 * 365 * 86400),
        ("8天又二十个小时", 8 * 86400 + 20 * 3600),
        ("1小时2分8秒", 3728),
        ("一点五小时", 5400),
        ("历时近三年", 3 * 365 * 86400),
        ("3至5年", None),
        ("几十年", None),
        ("忙了一整天", 86400),
        ("待机24h", 86400),
        ("当过两年兵", 2 * 365 * 86400),
    ],
)
def test_a_length_of_time_is_a_duration(text: str, seconds: float | None) -> None:
    (span,) = read_periods(text, ISSUE)
    assert (span.granularity, span.seconds, span.start_date) == ("duration", seconds, None)


@pytest.mark.parametrize(
    "text",
    [
        "提出三点意见",
        "两点之间线段最短",
        "出现在人们面前",
        "自己未年满十八",
        "晚一点回家",
        "上涨了九点一个点",
        "这十分不易",
        "第一时间赶到",
        "一时没人说话",
        "中央一号文件",
        "住在3号楼",
        "小学四年级",
        "三分之一的人，1/4的地",
        "支付4900日元",
        "主队以21:19拿下首局",
        "《今日说法》栏目",
        "按1:20的比例兑水",
        "2:10配比",
        "电话0750-3333333",
        "初心不改，农历的历",
        "6月龄的羊",
        "开展“一月一比”活动",
        "离家一月有余",
        "光明日报刊文",
        "在此次日内瓦会议上",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert read(text) == []


def test_a_length_told_twice_is_two() -> None:
    assert [raw for raw, _, _ in read("一周七天")] == ["一周", "七天"]


def test_the_day_before_is_before_the_day_named() -> None:
    assert read("大会6月3日召开，前一天他到京")[1] == ("前一天", "2025-06-02/2025-06-02", "day")


def test_a_bare_day_goes_with_the_month_that_the_sentence_names() -> None:
    assert [days for _, days, _ in read("4月25日开工，28日封顶。3日验收。")] == [
        "2025-04-25/2025-04-25",
        "2025-04-28/2025-04-28",
        "2025-06-03/2025-06-03",
    ]


def test_a_day_late_in_the_month_of_an_early_issue_is_of_the_month_before() -> None:
    assert read("28日开工", date(2025, 7, 2))[0][1] == "2025-06-28/2025-06-28"


def test_months_far_ahead_are_of_the_year_before() -> None:
    assert read("12月30日通车", date(2025, 1, 5))[0][1] == "2024-12-30/2024-12-30"
    assert read("8月31日闭馆", date(2025, 1, 5))[0][1] == "2025-08-31/2025-08-31"
    assert read("10月，雨多", date(2025, 1, 14))[0][1] == "2024-10-01/2024-10-31"
    assert read("前十一个月", date(2025, 1, 14))[0][1] == "2024-01-01/2024-11-30"
    assert read("四季度", date(2025, 1, 14))[0][1] == "2024-10-01/2024-12-31"
    assert read("国庆节", date(2025, 1, 1))[0][1] == "2024-10-01/2024-10-01"


def test_today_counts_from_the_dateline() -> None:
    text = "新华社某地1月6日电 今天上午桥通车了"
    assert read(text, date(2025, 1, 7))[1] == ("今天上午", "2025-01-06/2025-01-06", "hour")
    assert read("今天桥通车了", date(2025, 1, 7), date(2025, 1, 6))[0][1] == "2025-01-06/2025-01-06"


def test_the_same_span_of_last_year() -> None:
    spans = read("1—5月产值120万元，去年同期为100万元")
    assert spans[1] == ("去年同期", "2024-01-01/2024-05-31", "month")


def test_times_without_a_day_take_it_from_the_paragraph_before() -> None:
    first, second = read_paragraphs(["6月15日，队伍出发。", "当天8时30分，车到了。次日，返程。"], ISSUE)
    assert [s.start_date and s.start_date.day for s in first + second] == [15, 15, 16]
    assert second[0].start_time == datetime(2025, 6, 15, 8, 30)
    (alone,) = read_periods("下午3时，车到了", ISSUE)
    assert (alone.start_date, alone.start_time) == (None, time(15))


def test_without_an_issue_date_only_times_with_a_year_have_days() -> None:
    assert read("2024年6月，雨。6月16日，晴。去年，旱。", None) == [
        ("2024年6月", "2024-06-01/2024-06-30", "month"),
        ("6月16日", "…/…", "day"),
        ("去年", "…/…", "year"),
    ]


def test_days_that_the_calendar_has_not_stay_open() -> None:
    assert read("2025年2月30日") == [("2025年2月30日", "…/…", "day")]


def test_yesterday_is_that_of_the_readers_and_today_that_of_the_dateline() -> None:
    issue, told = date(2025, 1, 7), date(2025, 1, 6)
    assert read("昨日，桥通车了", issue, told)[0][1] == "2025-01-06/2025-01-06"
    assert read("今天，桥通车了", issue, told)[0][1] == "2025-01-06/2025-01-06"
    assert read("昨日，桥通车了", issue, date(2025, 1, 3))[0][1] == "2025-01-02/2025-01-02"


def test_the_same_day_is_the_last_day_named_whatever_month_was_named_after_it() -> None:
    assert read("6月9日油价下跌，各国7月或增产，金价同日回落")[-1] == ("同日", "2025-06-09/2025-06-09", "day")


def test_a_report_tells_of_what_it_names() -> None:
    text = "3月21日，公司公布2024年年报。报告期内营收增长。"
    assert read(text)[-1] == ("报告期内", "2024-01-01/2024-12-31", "year")
    assert read("报告期内营收增长")[0][1] == "…/…"


def test_the_third_in_a_row_is_no_month() -> None:
    assert read("储备连续第三个月下降，连续第二个季度回升") == []


def test_a_report_of_the_year_before_keeps_its_year() -> None:
    year = ISSUE.year - 1
    first, second = read_paragraphs(
        [f"{year}年，全州平稳。", "全年产量5万吨，比上年增长2%。年末人口30万人。全年降水800毫米。"], ISSUE
    )
    assert first[0].start_date == date(year, 1, 1)
    assert [span.end_date for span in second] == [
        date(year, 12, 31),
        date(year - 1, 12, 31),
        date(year, 12, 31),
        date(year, 12, 31),
    ]


def test_what_is_expected_of_the_whole_year_is_no_year_that_is_over() -> None:
    founded = f"渡轮公司成立于{ISSUE.year - 4}年。"
    spans = read_paragraphs([founded, "预计全年客流量40万人次。", "全年客流量30万人次。"], ISSUE)
    assert [paragraph[0].start_date for paragraph in spans[:2]] == [date(ISSUE.year - 4, 1, 1), date(ISSUE.year, 1, 1)]


def test_the_first_months_of_an_event_are_no_months_of_the_year() -> None:
    assert [span.start_date for span in read_periods("开张头两个月，客人不多。", ISSUE)] == [None]
    assert [span.start_date for span in read_periods("开头两个月，客人不多。", ISSUE)] == [None]
    assert read_periods("今年头两个月，客人不多。", ISSUE)[0].start_date == date(ISSUE.year, 1, 1)


def test_the_hour_of_each_day_is_no_end_of_the_days() -> None:
    assert read("7月18日至20日19:30开演")[0] == ("7月18日至20日", "2025-07-18/2025-07-20", "day")
    assert read("7月18日9:30至20日19:30开放")[0][0] == "7月18日9:30至20日19:30"


def test_what_began_in_a_year_lasts_since() -> None:
    assert read("2016年成立以来，社里分红三次")[0] == ("2016年成立以来", "2016-01-01/2025-06-18", "year")
    assert read("2020年是改革开放以来最好的一年")[0][0] == "2020年"


def test_a_day_in_marks_is_of_the_year_before_it() -> None:
    assert [days for _, days, _ in read("2008年“5·12”大地震时")] == ["2008-01-01/2008-12-31", "2008-05-12/2008-05-12"]


def test_in_those_days_is_not_the_year_of_the_issue() -> None:
    assert [days for _, days, _ in read("今年6月，老同学说起当年")] == ["2025-06-01/2025-06-30", "…/…"]
    assert [days for _, days, _ in read("2019年3月动工，当年完工")][1] == "2019-01-01/2019-12-31"


def test_this_year_and_the_one_before_go_with_the_year_named() -> None:
    assert [days for _, days, _ in read("2019年建馆。这一年，来客最多")][1] == "2019-01-01/2019-12-31"
    assert [days for _, days, _ in read("2022年比前一年多")][1] == "2021-01-01/2021-12-31"


def test_years_ago_beyond_any_year_to_come_are_a_length():
    spans = read_periods("铜鼓起源于2700年前。新城2035年前建成。", date(2020, 1, 27))
    assert [(s.start_date, s.end_date) for s in spans] == [(None, None), (date(2020, 1, 27), date(2034, 12, 31))]


def test_a_lifetime_after_what_the_story_tells_is_no_day_to_come():
    (span,) = read_periods("石像流散近百年后回到故里。", date(2020, 1, 27))
    assert (span.start_date, span.end_date, span.granularity) == (None, None, "unknown")
