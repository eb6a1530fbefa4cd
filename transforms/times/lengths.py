"""Lengths of time: 三个月, 3年半, 8天又二十个小时, 近20年, 几十年, 3—6个月."""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.times.atoms import Atom
from transforms.times.digits import to_number

DIGITS = r"(?:[0-9０-９]{1,6}(?:[.．][0-9０-９]{1,3})?|[零〇一二两三四五六七八九十百千]{1,7})"
SECONDS = {
    "世纪": 100 * 365 * 86400.0, "年": 365 * 86400.0, "季度": 90 * 86400.0, "月": 30 * 86400.0, "周": 7 * 86400.0, "星期": 7 * 86400.0,
    "礼拜": 7 * 86400.0, "天": 86400.0, "日": 86400.0, "昼夜": 86400.0, "夜": 0.0, "晚": 0.0, "小时": 3600.0, "钟头": 3600.0,
    "刻钟": 900.0, "分钟": 60.0, "分": 60.0, "秒钟": 1.0, "秒": 1.0,
}  # fmt: skip
_UNITS = "世纪|季度|年|月|周|星期|礼拜|天|日|昼夜|小时|钟头|刻钟|分钟|分|秒钟|秒|夜|晚"
_BAD_AFTER = {
    "周": "(?!年|边|围|岁|刊|报|[一二三四五六日末](?!个|次|天))", "年": "(?!级|代|龄|限|轻|产|均|薪|货|度|画)", "日": "(?!元|均|报|产|语|本)",
    "天": "(?!津|然|空|气|猫|河|安)", "分": "(?!之|别|店|公司|局|会|校|行|队|管|散|布|为|成|析|社|期|子|类|级|米|贝|离|流|数|享)",
    "月": "(?!饼|球|台|票|嫂|亮|均|薪|租)", "秒": "(?!杀|懂|到|批|速)", "晚": "(?!会|报|餐|年)", "夜": "(?!市|景|晚|校|间)",
}  # fmt: skip
_UNIT = "|".join(u + _BAD_AFTER.get(u, "") for u in _UNITS.split("|"))
_COUNT = rf"(?:(?P<whole>大半|半)|(?P<vague>(?:[几数多][十百千]?|[一二两三四五六七八九]?[十百千]几|上[百千]))|(?P<n>{DIGITS}))"
_PIECE = re.compile(
    rf"{_COUNT}\s?(?P<more>[多余来])?\s?(?P<ge>个)?(?P<half>半)?多?\s?(?P<unit>{_UNIT})(?P<tail>半钟?(?!年|天|个)|[多余](?!次|人|名|家|万|亿))?"
)
_RANGE = re.compile(rf"(?P<low>{DIGITS})\s?(?:[—–\-~～－]{{1,2}}|至|到|、|或)\s?(?={DIGITS}\s?个?多?(?:{_UNIT}))")
_JOIN = re.compile(r"(?:又|零|外加|加上|加|余|多)?\s?(?=[0-9０-９零〇一二两三四五六七八九十半])")


class Length(NamedTuple):
    """text[start:end] is a length of time; `amount` of `unit` where it is one piece, None where it is only roughly told."""

    start: int
    end: int
    seconds: float | None
    amount: float | None
    unit: str
    high: float | None = None
    pieces: int = 1
    exact: bool = True
    counted: bool = False  # with 个: 三个月 can be no month of the year


def length_atom(length: Length, kind: str, at: int) -> Atom:
    """As an atom: n is (count, seconds, exact), -1 for what is not told; word is the unit of its first piece."""
    count = -1.0 if length.amount is None else length.amount
    seconds = -1.0 if length.seconds is None else length.seconds
    return Atom(at, length.end, kind, (count, seconds, float(length.exact)), length.unit)


def read_length(text: str, pos: int) -> Length | None:
    """The length of time that begins at `pos`, as long as it reaches."""
    low = _RANGE.match(text, pos)
    first = _piece(text, low.end() if low else pos)
    if first is None:
        return None
    if low:
        n = to_number(low["low"])
        return Length(pos, first.end, None, n, first.unit, first.amount, 1, False, first.counted)
    pieces, seconds, end, unit = 1, first.seconds, first.end, first.unit
    while pieces < 7 and (joined := _JOIN.match(text, end)):
        more = _piece(text, joined.end())
        if more is None or SECONDS[more.unit] >= SECONDS[unit] or more.seconds is None or seconds is None:
            break
        seconds, end, unit, pieces = seconds + more.seconds, more.end, more.unit, pieces + 1
    if pieces == 1:
        return first
    return Length(pos, end, seconds, first.amount, first.unit, None, pieces, first.exact, first.counted)


def _piece(text: str, pos: int) -> Length | None:
    m = _PIECE.match(text, pos)
    if m is None:
        return None
    unit, counted = m["unit"], m["ge"] is not None
    if unit == "月" and not (counted or m["vague"] or m["whole"] or m["n"] in ("两", "数")):
        return None
    if counted and unit in ("年", "天", "日", "分", "秒", "夜", "晚"):
        return None
    count = 0.5 if m["whole"] else to_number(m["n"]) if m["n"] else None
    if m["n"] and count is None:
        return None
    half = m["half"] is not None or (m["tail"] or "").startswith("半")
    if count is not None and half:
        count += 0.5
    seconds = None if count is None else count * SECONDS[unit]
    exact = not (m["more"] or m["vague"] or (m["tail"] or "")[:1] in ("多", "余")) and m["whole"] != "大半"
    return Length(pos, m.end(), seconds, count, unit, None, 1, exact, counted)
