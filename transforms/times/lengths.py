"""Lengths of time: 三个月, 3年半, 8天又二十个小时, 近20年, 几十年, 3—6个月."""

from __future__ import annotations

import re
from typing import NamedTuple

from seeds import table
from transforms.times.atoms import Atom
from transforms.times.digits import to_number

_HAN = "零〇一二两俩三四五六七八九十百千"
DIGITS = rf"(?:[0-9０-９]{{1,6}}(?:[.．][0-9０-９]{{1,3}})?|[{_HAN}]{{1,7}}(?:点[{_HAN}]{{1,3}})?)"
ROWS = {row["unit"]: row for row in table("time_units")}
SECONDS = {unit: float(row["seconds"]) for unit, row in ROWS.items()}
_UNIT = "|".join(
    unit + (f"(?!{row['unless_after']})" if row["unless_after"] else "")
    for unit, row in sorted(ROWS.items(), key=lambda item: -len(item[0]))
)
_VAGUE = r"[几数多][十百千]?|[一二两三四五六七八九]?[十百千]几|上[百千]"
_PAIR = r"(?:一[两二三]|[两二]三|三两|三[四五]|四五|五六|六七|七八|八九)[十百千]?"  # 三五天, 七八十年
_PIECE = re.compile(
    rf"(?:(?P<whole>大半|半)|(?P<vague>{_VAGUE}|十?(?:{_PAIR})(?![{_HAN}]))|(?P<n>{DIGITS}))\s?(?P<more>[多余来])?\s?整?"
    r"(?P<ge>[个個])?(?P<half>半)?多?\s?"
    rf"(?P<unit>{_UNIT})(?P<tail>半钟?(?!年|天|个)|[多余](?!次|人|名|家|万|亿))?"
)
_TWO = re.compile(rf"{_PAIR}\Z")
_NEIGHBOURS = re.compile(r"(?P<ten>十?)(?P<digits>[一二两三四五六七八九]{2})(?P<scale>[十百千]?)\Z")
_RANGE = re.compile(rf"(?P<low>{DIGITS})\s?(?:[—–\-~～－]{{1,2}}|至|到|或)\s?(?={DIGITS}\s?[个個]?多?(?:{_UNIT}))")
_JOIN = re.compile(rf"(?:又|零|外加|加上|加|余|多)?\s?(?=[0-9０-９{_HAN}半])")
_UNCOUNTED = ("年", "天", "日", "分", "秒", "夜", "晚")  # 三个月, but 三年
_OF_MONTH = tuple("底初末中份")
_IN_CHAIN = ("分", "夜", "晚")  # 1小时2分 and 三天两夜; 2分 alone is a score


def is_pair(digits: str) -> bool:
    """True for two digits that neighbour each other, as in 三四年."""
    return _TWO.match(digits) is not None


class Length(NamedTuple):
    """A length of `amount` `unit`, up to `high` where it is a range, that ends at text[end]; None is not told."""

    end: int
    seconds: float | None
    amount: float | None
    unit: str
    high: float | None = None
    exact: bool = True
    tail: str = ""


def length_atom(length: Length, kind: str, at: int) -> Atom:
    """As an atom: n is (amount, seconds, exact, high), -1 for what is not told; word is the unit of its first piece."""
    told = tuple(-1.0 if x is None else x for x in (length.amount, length.seconds, float(length.exact), length.high))
    return Atom(at, length.end, kind, told, length.unit)


def read_length(text: str, pos: int, led: bool = False) -> Length | None:
    """The length of time that begins at `pos`, as far as it reaches; `led` by 近 also 三月 is one, without 个."""
    low = _RANGE.match(text, pos)
    first = _piece(text, low.end() if low else pos, led)
    if first is None:
        return None
    if low:
        return Length(first.end, None, to_number(low["low"]), first.unit, first.amount, exact=False)
    pieces, seconds, end, unit = 1, first.seconds, first.end, first.unit
    while pieces < 7 and seconds is not None and (joined := _JOIN.match(text, end)):
        more = _piece(text, joined.end())
        if more is None or more.seconds is None or max(more.seconds, SECONDS[more.unit]) >= SECONDS[unit]:
            break  # 一天24小时 tells one length twice
        seconds, end, unit, pieces = seconds + more.seconds, more.end, more.unit, pieces + 1
    if pieces == 1:
        return None if first.unit in _IN_CHAIN and not first.tail else first
    return Length(end, seconds, first.amount, first.unit, None, first.exact)


def _piece(text: str, pos: int, led: bool = False) -> Length | None:
    m = _PIECE.match(text, pos)
    if m is None:
        return None
    unit, tail = m["unit"], m["tail"] or ""
    if m["ge"] and unit in _UNCOUNTED:
        return None
    if unit == "月" and not (m["ge"] or led or m["vague"] or m["whole"] or m["n"] in ("两", "俩", "数")):
        return None
    if m["n"] == "俩" and unit == "月" and text[m.end() : m.end() + 1] in _OF_MONTH:
        return None  # 他俩月底回家
    amount, high = _bounds(m["vague"]) if m["vague"] else (0.5 if m["whole"] else to_number(m["n"]), None)
    if amount is None and not m["vague"]:
        return None
    if amount is not None and (m["half"] or tail.startswith("半")):
        amount += 0.5
    seconds = None if amount is None or high else amount * SECONDS[unit]
    exact = not (m["more"] or m["vague"] or tail[:1] in ("多", "余") or m["whole"] == "大半")
    return Length(m.end(), seconds, amount, unit, high, exact, tail)


def _bounds(vague: str) -> tuple[float | None, float | None]:
    """二十几 lies between 20 and 30, 几十 between 20 and 100, 三五 between 3 and 5; 几, 数, 多 alone have no bounds."""
    if pair := _NEIGHBOURS.match(vague):
        ten, scale = 10 * len(pair["ten"]), {"十": 10, "百": 100, "千": 1000}.get(pair["scale"], 1)
        low, high = sorted(to_number(digit) or 0 for digit in pair["digits"])
        return ten + low * scale, ten + high * scale
    if vague[-1] == "几" and len(vague) > 1:
        low = to_number(vague[:-1]) or 0
        return low, low + {"十": 10, "百": 100, "千": 1000}[vague[-2]]
    if len(vague) == 2 and vague[0] in "几数":
        ten = {"十": 10, "百": 100, "千": 1000}[vague[1]]
        return 2.0 * ten, 10.0 * ten
    return None, None
