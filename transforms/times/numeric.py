"""Dates and clock times in figures alone: 2025-06-17, 2025/6/17, 17.6.2025, 06/17, 15:37."""

from __future__ import annotations

import re

from transforms.times.atoms import Atom
from transforms.times.calendar import safe_date

_D = "0-9０-９"
_FIGURES = re.compile(r"\d+")
_DIVIDERS = frozenset(("", *"-/.．－／ ·:：—–~到至"))  # what follows the first figures of all but the packed
_PACKED_SIZE = 8
_YMD = re.compile(rf"([{_D}]{{4}})([-/.．－／])([{_D}]{{1,2}})\2([{_D}]{{1,2}})(?![{_D}])")
_GLUED = re.compile(r"(\d{4})(-)(\d\d)-(\d\d)(?=\d\d:\d\d(?!\d))")  # 2021-09-0910:09, the blank lost
# as the whole text, or set off by a blank before what is no unit
_YEAR_ALONE = re.compile(r"(?:19|20)\d{2}(?=\Z| [一-鿿])(?! [年个元人名家项件条次米吨亩公平万亿多余起例户])")
_DMY = re.compile(rf"([{_D}]{{1,2}})([-/.])([{_D}]{{1,2}})\2([{_D}]{{4}})(?![{_D}])")
_DMY_SHORT = re.compile(r"(\d{1,2})/(\d{1,2})/([4-9]\d)(?![/\d%])")  # 05/06/89: what is no day is the year
_SHORT = re.compile(rf"([{_D}]{{2}})-([{_D}]{{1,2}})-([{_D}]{{1,2}})(?![-{_D}])")
_YM = re.compile(rf"([{_D}]{{4}})[-/](0[1-9]|1[0-2])(?![-/{_D}年月])")
_PACKED = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?![\dA-Za-z年.,，%])")
_SPACED = re.compile(rf"([12][{_D}]{{3}}) ([{_D}]{{1,2}}) ([{_D}]{{1,2}})(?![ {_D}.%])")
_DOTTED_MONTH = re.compile(
    r"((?:19|20)\d{2})\.(0[1-9]|1[0-2])(?=\s?[—–\-~至到]{1,2}\s?(?:19|20)\d{2}\.(?:0[1-9]|1[0-2])(?!\d))"
)
_DOTTED_END = re.compile(r"((?:19|20)\d{2})\.(0[1-9]|1[0-2])(?!\d)")
_MD_CLOCK = re.compile(r"(0[1-9]|1[0-2])-([0-2]\d|3[01])(?=\s\d{1,2}[:：]\d{2}(?!\d))")
_DASHED = re.compile(r"\d{4}\.\d{2}\s?[—–\-~至到]{1,2}\s?\Z")
_MD_DOT = re.compile(r"(\d{1,2})·(\d{1,2})(?![\d·])")
_MD = re.compile(rf"([{_D}]{{1,2}})/([{_D}]{{1,2}})([日号])?(?![/{_D}%])")
_TIME = re.compile(rf"([{_D}]{{1,2}})[:：]([{_D}]{{2}})(?:[:：]([{_D}]{{2}}))?(?![{_D}:：])时?")
_HALF_DAY = re.compile(r"\s?([AaPp])\.?[Mm](?![A-Za-z])")
_CLOCK_BEFORE = re.compile(r"(?<![0-9:：])[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?-\Z")  # 12:30-14:00
_TERM = re.compile(r"((?:19|20)\d{2})[-—–/]{1,2}((?:19|20)?\d{2})(?=赛季|学年|财年|雪季|年度)")
_FROM_YEARS = re.compile(r"((?:19|20)\d{2})(?:到|至|[-—–~]{1,2})((?:19|20)\d{2})(?![\d年.%])")
_NUMBERED = re.compile(r"((?:19|20)\d{2})(?= \d{1,5}号[文令])")  # a document's number that has lost its brackets
_RATIO_BEFORE = ("以", "分", "比", "按", "例", "配")  # 以21:19取胜, 按1:20配比
_WON = re.compile(r"\s?(?:的)?(?:比例|配比|战胜|击败|力克|险胜|大胜|完胜|逆转|取胜|获胜|惜败|落败|不敌|负于)")


def read_numeric(text: str, at: int) -> Atom | None:
    """The date or clock time in figures that begins at `at`; None also where figures stand before it."""
    run = _FIGURES.match(text, at)
    if run and run.end() - at != _PACKED_SIZE and text[run.end() : run.end() + 1] not in _DIVIDERS:
        return None
    before = text[at - 1 : at]
    if at == 10 and before.isdecimal() and _GLUED.match(text):
        return _clock(text, at)
    if before and (before.isdecimal() or before in "-/.:："):
        # the second day of 2-28-3-1 is none, the one of 2019-01-01-2019-02-01 is
        dashed = before == "-" and text[at - 2 : at - 1].isdecimal()
        if dashed and _CLOCK_BEFORE.search(text, max(0, at - 11), at) and (clock := _clock(text, at)):
            return clock
        if not dashed or not (_YMD.match(text, at) or _DASHED.search(text, max(0, at - 10), at)):
            return None
    return _date(text, at) or _clock(text, at)


def _years(text: str, at: int) -> Atom | None:
    """2019 as the whole text, 从2016到2018, 2019-20赛季, 2016 36号文."""
    if at == 0 and (m := _YEAR_ALONE.match(text)):
        return Atom(0, 4, "year", (int(m[0]),))
    if (m := _FROM_YEARS.match(text, at)) and text[at - 1 : at] in ("从", "自") and m[1] < m[2]:
        return Atom(at, m.end(), "years", (int(m[1]), int(m[2])))
    if m := _NUMBERED.match(text, at):
        return Atom(at, m.end(), "year", (int(m[1]),))
    if m := _TERM.match(text, at):
        first, last = int(m[1]), int(m[1][:2] + m[2][-2:])
        return Atom(at, m.end(), "years", (first, last)) if first < last <= first + 1 else None
    return None


def _date(text: str, at: int) -> Atom | None:
    if years := _years(text, at):
        return years
    if m := _YMD.match(text, at) or _GLUED.match(text, at):
        return _valid(m, int(m[1]), int(m[3]), int(m[4]))
    if m := _DMY.match(text, at):
        day, month = int(m[1]), int(m[3])
        if month > 12:
            day, month = month, day
        return _valid(m, int(m[4]), month, day)
    if m := _DMY_SHORT.match(text, at):
        return _valid(m, 1900 + int(m[3]), int(m[2]), int(m[1]))
    if m := _SHORT.match(text, at):
        return _valid(m, 2000 + int(m[1]), int(m[2]), int(m[3]))
    if m := _PACKED.match(text, at) or _SPACED.match(text, at):
        return _valid(m, int(m[1]), int(m[2]), int(m[3]))
    if m := _MD_CLOCK.match(text, at):
        return Atom(at, m.end(), "month_day", (int(m[1]), int(m[2]))) if safe_date(2000, int(m[1]), int(m[2])) else None
    if m := _YM.match(text, at) or _DOTTED_MONTH.match(text, at) or _dotted_end(text, at):
        year = int(m[1])
        return Atom(at, m.end(), "year_month", (year, int(m[2]))) if 1900 <= year <= 2100 else None
    if m := _MD_DOT.match(text, at):
        return Atom(at, m.end(), "month_day", (int(m[1]), int(m[2]))) if safe_date(2000, int(m[1]), int(m[2])) else None
    if m := _MD.match(text, at):
        month, day = int(m[1]), int(m[2])
        # 1/4 and 2/3 are fractions; a date is improper, has a leading 0, says 日, or a day that no one divides by
        told = m[3] or m[1][0] in "0０" or m[2][0] in "0０" or month >= day or (month > 1 and day > 12)
        return Atom(at, m.end(), "month_day", (month, day)) if told and safe_date(2000, month, day) else None
    return None


def _dotted_end(text: str, at: int) -> re.Match[str] | None:
    """The right side of 1999.08-2002.02; 2002.02 alone is a number."""
    return _DOTTED_END.match(text, at) if _DASHED.search(text, max(0, at - 11), at) else None


def _valid(m: re.Match[str], year: int, month: int, day: int) -> Atom | None:
    return Atom(m.start(), m.end(), "date", (year, month, day)) if safe_date(year, month, day) else None


def _clock(text: str, at: int) -> Atom | None:
    m = _TIME.match(text, at)
    if m is None:
        return None
    hour, minute, second = int(m[1]), int(m[2]), int(m[3] or 0)
    end = m.end()
    if half := _HALF_DAY.match(text, end):  # 3:00 PM
        hour, end = hour % 12 + 12 * (half[1] in "Pp"), half.end()
    if hour > 24 or minute > 59 or second > 59 or text[at - 1 : at] in _RATIO_BEFORE or _WON.match(text, m.end()):
        return None
    return Atom(at, end, "clock", (hour, minute, second), "")
