"""From text to atoms: one search for the characters that can begin a time, and a closer look only there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from transforms.times.atoms import Atom
from transforms.times.digits import ARABIC, is_positional, to_number
from transforms.times.lengths import length_atom, read_length
from transforms.times.lexicon import AFTER_DAY, eras, words_by_first
from transforms.times.numeric import read_numeric

_HAN = "零〇○一二两三四五六七八九十百千廿卅"
_NUMBER = re.compile(rf"[0-9０-９]+|[{_HAN}]+")
_LEAD = re.compile(
    r"(?:(?P<first>前|头)|(?P<nth>第)|(?P<past>近|最近的?|过去的?这?)|(?P<next>未来的?|今后的?|往后|接下来的?|再过)|(?P<each>每隔?))\s?"
    rf"(?=[0-9０-９{_HAN}几数半])"
)
_RANGED = re.compile(
    rf"\s?(?:[—–―\-~～－]{{1,2}}|至|到|、)\s?(?P<right>[0-9０-９]{{1,4}}|[{_HAN}]{{1,6}})\s?(?P<unit>年(?!级|龄)|月(?!饼|球)|[日号](?!元|均)|[时点](?!候|期|代))"
)
_UNIT = re.compile(
    r"\s?(?:(?P<decade>年代)|(?P<anniversary>周年)|(?P<century>世纪)|(?P<quarter>季度)|(?P<year>年度?)"
    r"|(?P<month>月份?(?!龄|供|薪|租|息|均|嫂|球|亮|饼))|(?P<day>[日号號])|(?P<clock>[时時点點]))"
)
_QUARTER_Q = re.compile(r"[Qq]([1-4])(?:季度)?(?![0-9A-Za-z])")
_LUNAR_DAY = re.compile(r"初([一二三四五六七八九十])(?!步|级|中|次|期|审)")
_WEEKDAY = re.compile(r"(?:每个?)?(?:周|星期|礼拜)([一二三四五六日天末])(?!个|次|天|级|期|票|等奖)")
_WEEK_TAIL = re.compile(r"(?:的)?(?:周|星期|礼拜)?([一二三四五六日天末])(?!个|次|级|共|直|定|起|些|样|批|系|场|项|线)")
_CLOCK_TAIL = re.compile(
    rf"\s?(?:(?P<half>半)|(?P<minute>[0-9０-９]{{1,2}}|[{_HAN}]{{1,3}})\s?(?P<unit>分|刻)(?!之)(?:(?P<second>[0-9０-９]{{1,2}}|[{_HAN}]{{1,3}})秒)?|(?P<o>整|许|多?钟(?!头)|多))"
)
_DAYS = {c: i for i, c in enumerate("一二三四五六")} | {"日": 6, "天": 6, "末": 7}
_BUILDING = re.compile(r"[楼线文馆店院门机车厅令台位井球选种矿仓公高国码泊座墩塔船轮桥库房舱坑池染轨街路弄桌窗检]")
_POINTS = re.compile(
    r"要|求|意见|建议|希望|内容|以上|启示|原因|做|体会|措施|优|不|共|思考|经验|看法|理由|问题|考虑|诉求|想法|感受|认识"
)
_LAST = re.compile(r"最后一(?:个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])|(?P<day>[天日]))")
_LUNAR_END = re.compile(r"[，。、；：！？）\s晚早上下夜前后当之以的至到—-]|\Z")
_SINGLE_SEASON = re.compile(r"[春夏秋冬](?!节|运|晚|耕|令|奥|雨|装|种|收|播|招|训|游|宫|小麦|闱|瓜)")


@cache
def _first() -> re.Pattern[str]:
    return re.compile(
        f"[{re.escape(''.join(words_by_first()))}0-9０-９{_HAN}前头第近最过未今往接再每初周星礼Qq半几数多大上世本]"
    )


def scan(text: str) -> Iterator[Atom]:
    """The atoms of the text in their order, none of them overlapping."""
    search, pos = _first().search, 0
    while hit := search(text, pos):
        at = hit.start()
        atom = _at(text, at)
        if atom is None:
            run = _NUMBER.match(text, at)
            pos = run.end() if run else at + 1
        else:
            yield atom
            pos = atom.end


def _at(text: str, at: int) -> Atom | None:
    c = text[at]
    if c in ARABIC:
        return read_numeric(text, at) or _number(text, at)
    if c in _HAN:
        return _word(text, at) or _number(text, at)
    return _led(text, at) or _word(text, at) or _special(text, at)


def _word(text: str, at: int) -> Atom | None:
    known = words_by_first().get(text[at])
    m = known and known[0].match(text, at)
    if not known or not m:
        return None
    kind, n, _ = known[1][m[0]]
    before = text[at - 1 : at]
    if kind.startswith(("year_", "month_", "day_")) and len(m[0]) == 2 and before in ("以", "之", "目") and before:
        return None
    if kind == "set" and word_is_week(m[0]) and (day := _WEEK_TAIL.match(text, m.end())):
        return Atom(at, day.end(), kind, n, text[at : day.end()])
    if kind == "reign":
        return _reign(text, at, m.end(), m[0])
    if kind == "week_rel" and (day := _WEEK_TAIL.match(text, m.end())):
        return Atom(at, day.end(), "weekday", (_DAYS[day[1]], *n), day[0])
    return Atom(at, m.end(), kind, n, m[0])


def word_is_week(word: str) -> bool:
    return word.endswith(("周", "星期"))


def _reign(text: str, at: int, end: int, name: str) -> Atom | None:
    """康熙三年 is 1664."""
    m = re.compile(rf"(元|[0-9０-９]{{1,3}}|[{_HAN}]{{1,3}})年").match(text, end)
    n = m and (1 if m[1] == "元" else to_number(m[1]))
    return Atom(at, m.end(), "year", (int(eras()[name]["start"]) + n - 1,)) if m and n else None


def _special(text: str, at: int) -> Atom | None:
    c = text[at]
    if c in "Qq" and (m := _QUARTER_Q.match(text, at)) and not text[at - 1 : at].isalnum():
        return Atom(at, m.end(), "quarter", (float(m[1]),))
    if c == "初" and (m := _LUNAR_DAY.match(text, at)):
        return Atom(at, m.end(), "lunar_day", (to_number(m[1]) or 0,))
    if c == "最" and (m := _LAST.match(text, at)):
        return Atom(at, m.end(), "last", (_DAYS[m["weekday"]],) if m["weekday"] else ())
    if (
        c in "周星礼每"
        and (m := _WEEKDAY.match(text, at))
        and not (at and text[at - 1] in _HAN + ARABIC + "几数多整个第半")
    ):
        return Atom(at, m.end(), "set" if c == "每" else "weekday", (_DAYS[m[1]],))
    if c in "半几数多大上" and (length := read_length(text, at)):
        return length_atom(length, "length", at)
    return None


def _led(text: str, at: int) -> Atom | None:
    """前三季度, 第一季度, 近三年, 未来五年, 每两年: a count with the word that leads it."""
    m = _LEAD.match(text, at)
    if m is None:
        return None
    lead = m.lastgroup or ""
    number = _NUMBER.match(text, m.end())
    n = to_number(number[0]) if number else None
    if number and n is not None and lead in ("first", "nth"):
        tail = re.compile(
            r"\s?(?:(?P<quarter>个?季度)|(?P<month>个?月(?!饼|球))|(?P<week>(?:个?(?:周|星期|礼拜))(?!年|[一二三四五六日天](?!个))))"
        ).match(text, number.end())
        if tail and tail.lastgroup == "quarter" and 1 <= n <= 4:
            return Atom(at, tail.end(), "quarters" if lead == "first" else "quarter", (n,))
        if tail and tail.lastgroup == "month" and 1 <= n <= 12 and (lead == "first" or "个" in tail[0]):
            return Atom(at, tail.end(), "months" if lead == "first" else "month", (n,))
        if tail and tail.lastgroup == "week" and lead == "nth" and n <= 5:
            return Atom(at, tail.end(), "nth_week", (n,))
        weekday = re.compile(r"个(?:周|星期|礼拜)([一二三四五六日天])").match(text, number.end())
        if weekday and lead == "nth" and n <= 5:
            return Atom(at, weekday.end(), "nth_weekday", (n, _DAYS[weekday[1]]))
    if lead == "nth":
        return None
    length = read_length(text, m.end())
    if length is None:
        return None
    return length_atom(length, f"span_{lead}", at)


def _number(text: str, at: int) -> Atom | None:
    m = _NUMBER.match(text, at)
    if m is None:
        return None
    n, end = to_number(m[0]), m.end()
    if n is None:
        return None
    if at and text[at - 1] == "月" and raw_lunar(m[0], n) and _LUNAR_END.match(text, end):
        return Atom(at, end, "lunar_day", (n,), "plain")
    ranged = _RANGED.match(text, end)
    if ranged and (atom := _left(text, m[0], n, at, end, ranged)):
        return atom
    unit = _UNIT.match(text, end)
    if unit:
        atom = _classify(text, m[0], n, at, unit)
        if atom:
            return atom
    length = read_length(text, at)
    return length_atom(length, "length", at) if length else None


def raw_lunar(raw: str, n: float) -> bool:
    """八月十五: a day in characters without 日."""
    return raw[0] in "十二三廿" and "十" in raw + "十" * (raw[0] == "廿") and 10 < n <= 30


def _left(text: str, raw: str, n: float, at: int, end: int, ranged: re.Match[str]) -> Atom | None:
    """The left side of 1—5月, 2019-2021年, 12-19日, 五到六点, which has its unit on the right."""
    unit, right = ranged["unit"], to_number(ranged["right"])
    if right is None:
        return None
    if unit == "年":
        return Atom(at, end, "year", (n,)) if _is_year(raw, n) else None
    if unit == "月":
        return Atom(at, end, "month", (n,)) if 1 <= n <= 12 and right <= 12 else None
    if unit in "日号":
        return Atom(at, end, "day", (n,)) if 1 <= n <= 31 and right <= 31 and raw[0] != "两" else None
    return Atom(at, end, "clock", (n, 0, 0), "bare") if n <= 24 else None


def _is_year(raw: str, n: float) -> bool:
    if raw[0] in ARABIC:
        return len(raw) == 4 and 1000 <= n <= 2999
    return (len(raw) == 4 and is_positional(raw) and n >= 1000) or (not is_positional(raw) and 1900 <= n <= 2100)


def _two_digit(raw: str, n: float) -> float | None:
    """95年, 零八年: a year told by its last two digits."""
    if len(raw) != 2 or not (is_positional(raw) or raw[0] in ARABIC):
        return None
    return n + (1900 if n >= 30 else 2000)


def _classify(text: str, raw: str, n: float, at: int, unit: re.Match[str]) -> Atom | None:
    kind, end = unit.lastgroup, unit.end()
    after = text[end : end + 3]
    if kind == "decade":
        return Atom(at, end, "decade", (n,)) if n % 10 == 0 and (n < 100 or 1000 <= n <= 2090) else None
    if kind == "century":
        return Atom(at, end, "century", (n,)) if 2 <= n <= 30 else None
    if kind == "anniversary":
        return Atom(at, end, "anniversary", (n,))
    if kind == "quarter":
        return Atom(at, end, "quarter", (n,)) if 1 <= n <= 4 else None
    if kind == "year":
        return _year(raw, n, at, end, after)
    if kind == "month":
        bad = not 1 <= n <= 12 or (
            raw[0] not in ARABIC and after[:1] in ("一", "两") and after[1:2] not in ("日", "号")
        )
        return None if bad else Atom(at, end, "month", (n,))
    if kind == "day":
        return _day(text, raw, n, at, end)
    return _clock(text, raw, n, at, end)


def _year(raw: str, n: float, at: int, end: int, after: str) -> Atom | None:
    if _is_year(raw, n):
        return Atom(at, end, "year", (n,))
    year = _two_digit(raw, n)
    if year is None or after[:1] in ("级", "龄"):
        return None
    month = re.match(r"\s?[0-9０-９一二三四五六七八九十]{1,2}月|第", after)
    if is_positional(raw) or raw[0] in "0０" or month:
        return Atom(at, end, "year", (year,))
    return None


def _day(text: str, raw: str, n: float, at: int, end: int) -> Atom | None:
    before, after = text[at - 1 : at], text[end : end + 2]
    if not 1 <= n <= 31 or n != int(n) or before == "第":
        return None
    dated = before in ("月", "/", "-") and before != ""
    if not dated:
        if (after[:1] in ("元", "均", "游", "内") and after[:1]) or after in ("以内", "之内"):
            return None
        if raw[0] not in ARABIC and n < 11:
            return None
        if text[end - 1] in "号號" and (_BUILDING.match(after) or (before.isascii() and before.isalnum())):
            return None
    return Atom(at, end, "day", (n,))


def _clock(text: str, raw: str, n: float, at: int, end: int) -> Atom | None:
    """9时30分, 9点半, 三点钟; 三点意见 and 九点一 are no time."""
    if n > 24 or len(raw) > 3 or text[at - 1 : at] in (".", "第"):
        return None
    tail = _CLOCK_TAIL.match(text, end)
    minute = second = 0.0
    if tail and tail["half"]:
        minute = 30
    elif tail and tail["minute"]:
        minute = (to_number(tail["minute"]) or 0) * (15 if tail["unit"] == "刻" else 1)
        second = (tail["second"] and to_number(tail["second"])) or 0
    if minute >= 60 or second >= 60:
        return None
    stop = tail.end() if tail else end
    if tail is None:
        after = text[end : end + 1]
        if text[end - 1] in "点點" and ((after and after in _HAN + ARABIC + "多几") or _POINTS.match(after)):
            return None
        if text[end - 1] in "时時" and (
            after in ("候", "期", "代", "间", "段", "节", "事", "下", "有", "空", "常", "速") and after
        ):
            return None
    loose = tail is None and (raw[0] not in ARABIC or text[end - 1] in "点點")
    return Atom(at, stop, "clock", (n, minute, second), "loose" if loose and (n <= 5 or n > 24) else "")


def hours_after_day(text: str, at: int) -> tuple[int, int] | None:
    """The hours that 早, 晨, 晚, 夜 right after a day stand for (8日晚, 7月25日早)."""
    c = text[at : at + 1]
    return AFTER_DAY.get(c) if c and text[at + 1 : at + 2] not in ("报", "会", "餐", "茶", "年", "班") else None
