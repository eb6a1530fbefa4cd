"""Times of words that are said at a moment, and words that only look like a time."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from transforms.times.period import read_paragraphs, read_periods

MOMENT = datetime(2021, 6, 16, 10, 20)
MIDNIGHT = datetime(2021, 1, 2)


def read(text: str, reference: date | datetime) -> list[tuple[str, str]]:
    spans = read_periods(text, reference)
    return [(text[s.start : s.end], f"{s.start_time or s.start_date}/{s.end_time or s.end_date}") for s in spans]


@pytest.mark.parametrize(
    ("text", "reference", "days"),
    [
        ("早上7点", MOMENT, "2021-06-16 07:00:00/2021-06-16 07:00:00"),
        ("早上7点", MIDNIGHT, "07:00:00/07:00:00"),
        ("下午两点差一刻", MOMENT, "2021-06-16 13:45:00/2021-06-16 13:45:00"),
        ("下午差一刻两点", MOMENT, "2021-06-16 13:45:00/2021-06-16 13:45:00"),
        ("早8点至晚8点", MIDNIGHT, "08:00:00/20:00:00"),
        ("下午八点二十", MIDNIGHT, "20:20:00/20:20:00"),
        ("下个元旦", MIDNIGHT, "2022-01-01/2022-01-01"),
        ("上个国庆节", MIDNIGHT, "2020-10-01/2020-10-01"),
        ("17:55:23-18:33:02", MIDNIGHT, "17:55:23/18:33:02"),
        ("11:30 PM", MOMENT, "2021-06-16 23:30:00/2021-06-16 23:30:00"),
        ("12月20号", MIDNIGHT, "2021-12-20/2021-12-20"),
        ("12月20号", MIDNIGHT.date(), "2020-12-20/2020-12-20"),
        ("教师节", MIDNIGHT, "2021-09-10/2021-09-10"),
        ("除夕", MOMENT, "2022-01-31/2022-01-31"),
        ("未来三天", MOMENT, "2021-06-17/2021-06-19"),
        ("未来三天", MOMENT.date(), "2021-06-17/2021-06-19"),
        ("夏季", MOMENT, "2021-05-05/2021-08-06"),
        ("2019", MOMENT, "2019-01-01/2019-12-31"),
        ("2021-05-0308:30", MOMENT, "2021-05-03 08:30:00/2021-05-03 08:30:00"),
        ("2020年Q4", MOMENT, "2020-10-01/2020-12-31"),
        ("从2016到2018", MOMENT, "2016-01-01/2018-12-31"),
    ],
)
def test_a_time_as_the_whole_text(text: str, reference: date | datetime, days: str) -> None:
    assert read(text, reference) == [(text, days)]


def test_what_only_looks_like_a_season_or_a_run_of_years() -> None:
    issue = date(2020, 1, 28)
    assert read("去年秋粮增产", issue) == [("去年", "2019-01-01/2019-12-31")]
    assert read("去年冬小麦亩产", issue) == [("去年", "2019-01-01/2019-12-31")]
    assert read("在刚刚过去的2019年", issue) == [("2019年", "2019-01-01/2019-12-31")]
    assert [raw for raw, _ in read("工期提前两周", issue)] == ["两周"]
    assert read("夏季用电多", issue) == []


def test_a_month_still_to_come_after_last_year_was_told() -> None:
    told = read_paragraphs(["2019年，馆里添了新藏品。5月，两件石雕入藏。", "预计6月再添三件。"], date(2020, 1, 28))
    assert [s.start_date for s in told[0]] == [date(2019, 1, 1), date(2019, 5, 1)]
    assert told[1][0].start_date == date(2020, 6, 1)
