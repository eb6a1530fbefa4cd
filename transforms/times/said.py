"""A text that is nothing but a time, said at a moment: 周一, 下午三点, 24年, 9月10号、11号、12号.

A newspaper tells of what has been; who says a bare time means what is to come, and means a time and nothing else. So
here, and here only:

- a weekday or an hour that is over is the next one, a day half a year gone is next year's;
- 起 from a day that has come lasts until now; 前 after a day is until then; 之前 and 之后 after years and months leave
  their side open;
- days, months or years that follow one another are one span;
- signs that count something in a sentence name a time: 十一 the feast, 24年 the year near now, 第七年 the seventh with
  this one, 35:37 minutes and seconds of this hour, 5点 the hour, 还剩5分钟 and 之后5分钟 the five minutes from now;
- 前两天 and 前几天 are some days ago, 前两年 and 前几年 some years: two to seven, and two to five.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from itertools import pairwise

from transforms.times import calendar as cal
from transforms.times.atoms import Atom
from transforms.times.chain import Expression
from transforms.times.counted import read_number
from transforms.times.digits import to_number
from transforms.times.lengths import length_atom, read_length
from transforms.times.lexicon import feasts
from transforms.times.parse import expressions
from transforms.times.period import TimeSpan, resolve_told
from transforms.times.relative import MONTHS
from transforms.times.suffixes import read_last_months

LONGEST = 60
LONG_GONE = 175  # days: a day and month gone for about half a year is the next one
YEARS_BACK, YEARS_AHEAD = 30, 10  # how far 24年 may lie from now to be a year
_SHORT_YEAR = re.compile(r"([0-9]{2})年")
_NTH = re.compile(r"第([0-9]{1,2}|[一二三四五六七八九十]{1,3})(年|天|日)")
_NEXT = re.compile("[次翌](日|年)")
_MINUTES = re.compile(r"(2[5-9]|[3-5][0-9])[:：]([0-5][0-9])")
_UNTIL = re.compile("截[止至]到")
_LED = re.compile(r"(?:(?P<past>之前|此前|前)|之后|此后|后)\s?(?P<one>[1一]个?月)?")
_SOME_AGO = re.compile(r"前(?:两|几|些)(天|日|年)")
_LEFT = re.compile(r"(?:还剩下?|还有|剩下|剩余)\s?")
_LISTED = re.compile(r"\s?[，,、]\s?")
_DATED = frozenset(("month", "month_day", "feast"))


def read_said(text: str, now: datetime) -> TimeSpan | None:
    """The time that the whole of `text` names, blanks around it aside; None where it names more, less or none."""
    body = text.strip()
    if not body or len(body) > LONGEST:
        return None
    if span := _left(body, now) or _some_ago(body, now):
        return _moved(span, text)
    atom = _whole(body, now)
    found = (Expression(0, len(body), (atom,)),) if atom else _as_whole(body, tuple(expressions(body)))
    if not found or found[0].start or found[-1].end != len(body):
        return None
    spans = resolve_told([(body, found)], now, whole=True)[0]
    if len(found) == len(spans) == 1:
        return _moved(_to_come(body, found[0], spans[0], now), text)
    run = _run(body, spans)
    return _moved(run, text) if run else None


def _as_whole(body: str, found: tuple[Expression, ...]) -> tuple[Expression, ...]:
    """从 before 开始, 截止到 before a time and 前 after a day belong to a time that is the whole text."""
    if len(found) != 1:
        return found
    e = found[0]
    if e.start == 1 and body[0] in "从自" and e.suffix == "from":
        e = e._replace(start=0)
    if (m := _UNTIL.match(body)) and m.end() == e.start and not e.suffix and e.until is None:
        e = e._replace(start=0, suffix="upto")
    if e.end == len(body) - 1 and body[-1] == "前" and not e.suffix and e.until is None:
        e = e._replace(end=len(body), suffix="before")
    return (e,)


def _moved(span: TimeSpan, text: str) -> TimeSpan:
    at = len(text) - len(text.lstrip())
    return span._replace(start=span.start + at, end=span.end + at)


def _whole(body: str, now: datetime) -> Atom | None:
    """What names a time only where it is the whole text."""
    end = len(body)
    if body in feasts() or f"“{body}”" in feasts():
        return Atom(0, end, "feast", (1,), body)
    if m := _SHORT_YEAR.fullmatch(body):
        return _short_year(int(m[1]), now, end)
    if (m := _NTH.fullmatch(body)) and (n := to_number(m[1])):
        return Atom(0, end, "year_rel" if m[2] == "年" else "day_rel", (n - 1,), body)
    if m := _NEXT.fullmatch(body):
        return Atom(0, end, "year_rel" if m[1] == "年" else "day_rel", (1,), body)
    if m := _MINUTES.fullmatch(body):
        return Atom(0, end, "clock", (now.hour, int(m[1]), int(m[2])))
    if (hour := read_number(body, 0)) and hour.kind == "clock" and hour.end == end:
        return hour._replace(word="")
    return _led(body)


def _led(body: str) -> Atom | None:
    """之前3小时, 前1个月, 后1周: so long until now, or from now on."""
    m = _LED.match(body)
    length = read_length(body, m.start("one") if m["one"] else m.end()) if m else None
    if m is None or length is None or length.end != len(body) or length.seconds is None:
        return None
    if length.unit == "年" and length.amount == 0.5:
        return None  # 后半年 is a half of the year
    if m[0].strip() == "前" and length.unit in ("天", "日", "周", "星期", "礼拜", "年"):
        return None  # read as everywhere
    if m[0].strip() in ("前", "后") and length.unit in ("月", "季度") and not m["one"]:
        return read_last_months(body, 0) if m[0].strip() == "后" else None  # 前三个月 is a quarter, 后三个月 another
    return length_atom(length, "span_past" if m["past"] else "span_next", 0)


def _some_ago(body: str, now: datetime) -> TimeSpan | None:
    m = _SOME_AGO.fullmatch(body)
    if m is None:
        return None
    if m[1] == "年":
        first, last = date(now.year - 5, 1, 1), date(now.year - 2, 12, 31)
        return TimeSpan(0, len(body), first, last, "year", vague=True)
    first, last = (now.date() - timedelta(days=n) for n in (7, 2))
    return TimeSpan(0, len(body), first, last, "day", vague=True)


def _short_year(n: int, now: datetime, end: int) -> Atom | None:
    """24年 is a year; 30年, a round number, counts years."""
    years = (now.year // 100 * 100 + n + century for century in (-100, 0, 100))
    near = [y for y in years if now.year - YEARS_BACK <= y <= now.year + YEARS_AHEAD]
    return Atom(0, end, "year", (near[0],)) if near and n % 10 else None


def _left(body: str, now: datetime) -> TimeSpan | None:
    """还剩5分钟: from now on."""
    m = _LEFT.match(body)
    length = read_length(body, m.end()) if m else None
    if length is None or length.end != len(body) or not length.seconds or not (now.hour or now.minute):
        return None
    until = now + timedelta(seconds=length.seconds)
    return TimeSpan(0, length.end, now.date(), until.date(), "second", None, now, until)


def _to_come(body: str, e: Expression, span: TimeSpan, now: datetime) -> TimeSpan:
    first, last = e.atoms[0], e.atoms[-1]
    if e.suffix == "from" and span.start_date and span.start_date <= now.date():
        return span._replace(end_date=now.date(), end_time=now if span.start_time else None)
    if first.kind == "length" and first.word in MONTHS and first.n[3] < 0 and body.endswith(("之前", "之后")):
        return span._replace(start_date=None) if body.endswith("前") else span._replace(end_date=None)
    if e.suffix not in ("", "during") or span.end_date is None:
        return span
    if first.kind == "weekday" and len(first.n) == 1 and span.end_date < now.date():
        return _later(span, 7)
    if first.kind in ("clock", "daypart") and last.kind == "clock" and _is_over(span, now):
        return _later(span, 1)
    led = first.kind == "feast" and len(first.n) > 1  # 上个国庆节
    gone = first.kind in _DATED and not led and (now.date() - span.end_date).days > LONG_GONE
    if gone and (next_year := cal.add_months(now.date(), 12)):
        return resolve_told([(body, (e,))], datetime.combine(next_year, now.time()), whole=True)[0][0]
    return span


def _is_over(span: TimeSpan, now: datetime) -> bool:
    end = span.end_time
    return isinstance(end, datetime) and end <= now


def _later(span: TimeSpan, days: int) -> TimeSpan:
    by = timedelta(days=days)
    begin, finish = (t + by if isinstance(t, datetime) else t for t in (span.start_time, span.end_time))
    first, last = (d + by if d else d for d in (span.start_date, span.end_date))
    return span._replace(start_date=first, end_date=last, start_time=begin, end_time=finish)


def _run(body: str, spans: list[TimeSpan]) -> TimeSpan | None:
    """Days, months or years that follow one another, one after the other."""
    first, last = spans[0], spans[-1]
    for a, b in pairwise(spans):
        follows = a.end_date and b.start_date and b.start_date - a.end_date == timedelta(days=1)
        if not follows or a.granularity != b.granularity or not _LISTED.fullmatch(body, a.end, b.start):
            return None
    return first._replace(end=last.end, end_date=last.end_date)
