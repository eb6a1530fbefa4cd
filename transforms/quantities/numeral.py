"""Every numeral of a text with its value, in whatever way it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from transforms.quantities.cardinal import Cardinal, Token, read_cardinal, tokens_of
from transforms.quantities.numeral_signs import DIGITS, LONGEST, MULTIPLIER, MULTIPLIERS, runs
from transforms.quantities.unit import unit_at

_DECIMAL = re.compile(r"[0-9]*\.[0-9]+\Z")
_MULTIPLIED = frozenset((" ", *MULTIPLIERS))
_MINUS = frozenset("-−负的")
_MINUTES = 60
_OF_THE_DAY = tuple("午晨晚早夜日号天")
_AFTER_DECIMALS = re.compile(r"\Z|[，。；、！？）”\s%℃元度米吨亩倍]|公[里斤顷分]")


class Numeral(NamedTuple):
    """One numeral; low and high are equal for a plain value; `comparator` is > for 多, ≈ for 来, range for 几十."""

    start: int
    end: int
    low: float
    high: float
    comparator: str
    form: str  # arabic, chinese, literal (digit by digit), pair, few, percent, fraction
    bare: bool = False
    mantissa_end: int = -1  # where the closing 万 or 亿 begins

    @property
    def exact(self) -> bool:
        """Whether the text gives the number without more or about: 三十七, and not 三十多."""
        return self.comparator == "="


def scan_numerals(text: str) -> Iterator[Numeral]:
    """The numerals of a half-width text. A run longer than anyone prints is passed over."""
    for start, end in runs(text):
        if end - start > LONGEST:
            continue
        raw = text[start:end]
        if raw == "一":
            at = _sign(text, start)
            value = -1 if at < start else 1
            yield Numeral(at, end, value, value, "=", "chinese", False, end)
        elif raw.isdecimal() or ("." in raw and _DECIMAL.match(raw)):
            yield _simple(text, start, end)
        elif raw[0] in "半对" and (half := _half(text, start, end)):
            yield half
        elif end - start == 1:
            if number := _lone(raw):
                yield _signed(text, start, end, number, end)
        else:
            yield from _read_run(text, start, end)


def _half(text: str, start: int, end: int) -> Numeral | None:
    """半 and 对 as halves: half of something, 半数, 半折 and 对折."""
    if text.startswith("半数", start):
        return Numeral(start, start + 1, 0.5, 0.5, "=", "half", False, start + 1)
    value = 5 if text.startswith("折", end) else 0.5
    return Numeral(start, end, value, value, "=", "half", False, end) if end - start == 1 else None


@cache
def _lone(sign: str) -> Cardinal | None:
    """The number that one sign writes alone."""
    return read_cardinal([Token(sign, None, 0, 1)], 0)


def _signed(text: str, start: int, end: int, n: Cardinal, mantissa_end: int) -> Numeral:
    """The number that stands at text[start:end], with the minus before it."""
    begin = _sign(text, start)
    low, high = (-n.high, -n.low) if begin < start else (n.low, n.high)
    return Numeral(begin, end, low, high, n.comparator, n.form, n.bare, mantissa_end)


def _simple(text: str, start: int, end: int) -> Numeral:
    """Digits alone, with the k or M that may follow them."""
    value, stop = float(text[start:end]), end
    if text[end : end + 1] in _MULTIPLIED and (multiplier := MULTIPLIER.match(text, end)):
        value, stop = value * MULTIPLIERS[multiplier.group(1)], multiplier.end()
    at = _sign(text, start)
    value = -value if at < start else value
    return Numeral(at, stop, value, value, "=", "arabic", False, stop)


def _read_run(text: str, start: int, end: int) -> Iterator[Numeral]:
    tokens = tokens_of(text, start, end)
    at = 0
    while at < len(tokens):
        found = _number(text, tokens, at)
        if found is None:
            at += 1
            continue
        numeral, at = found
        yield numeral


def _number(text: str, tokens: list[Token], at: int) -> tuple[Numeral, int] | None:
    """A fraction, a percentage in words or a cardinal that begins at tokens[at], with the token after it."""
    first = read_cardinal(tokens, at)
    if first is None:
        return None
    over = first.next
    sign_of = tokens[over].sign if over < len(tokens) else ""
    if sign_of == "又" and (mixed := _mixed(text, tokens, at, first)):
        return mixed
    if sign_of == "分之" and (fraction := _fraction(text, tokens, at, first)):
        return fraction
    if sign_of == "点" and (decimal := _no_clock(text, tokens, at, first)):
        return decimal
    if sign_of and (whole := _before_unit(text, tokens, at, over)):
        return whole
    return _signed(text, tokens[at].start, tokens[over - 1].end, first, first.mantissa_end), over


def _no_clock(text: str, tokens: list[Token], at: int, whole: Cardinal) -> tuple[Numeral, int] | None:
    """8点65 and 31点20 are no times of the day, so decimals; 上午8点70名 is a time and a number of persons."""
    part = tokens[whole.next + 1] if whole.next + 1 < len(tokens) else None
    if part is None or part.value is None or tokens[whole.next - 1].value is None or whole.comparator != "=":
        return None
    if text[tokens[at].start - 1 : tokens[at].start] in _OF_THE_DAY:
        return None
    figures = text[part.start : part.end]
    hour = whole.low <= 24 and len(figures) == 2 and part.value < _MINUTES
    if hour or not figures.isdecimal() or not _AFTER_DECIMALS.match(text, part.end):
        return None
    value = float(f"{whole.low:.0f}.{figures}")
    decimal = whole._replace(low=value, high=value)
    return _signed(text, tokens[at].start, part.end, decimal, part.end), whole.next + 2


def _before_unit(text: str, tokens: list[Token], at: int, over: int) -> tuple[Numeral, int] | None:
    """二十五千克: where 千 cannot go on with the number that ends at tokens[over], it is of the unit."""
    end = over + (tokens[over].sign == "点")
    while end < len(tokens) and tokens[end].sign in DIGITS:
        end += 1
    if end == over or end == len(tokens) or tokens[end].sign != "千":
        return None
    close = tokens[end].end - tokens[over - 1].end == end - over + 1  # 二十 五千克 may be two
    unit = unit_at(text, tokens[end].start) if close else None
    whole = read_cardinal(tokens[:end], at) if unit and unit.surface[0] == "千" else None
    if whole is None or whole.next != end:
        return None
    return _signed(text, tokens[at].start, tokens[end - 1].end, whole, tokens[whole.next - 1].end), end + 1


def _fraction(text: str, tokens: list[Token], at: int, below: Cardinal) -> tuple[Numeral, int] | None:
    """三分之二; 百分之九点一 is a percentage: its value is 9.1."""
    above = read_cardinal(tokens, below.next + 1)
    if above is None or not below.low:
        return None
    start, end = tokens[at].start, tokens[above.next - 1].end
    begin = _sign(text, start)
    sign = -1 if begin < start else 1
    percent = below.low == 100 and tokens[below.next - 1].sign in "百佰" and below.bare
    scale = 1 if percent else below.low
    low, high = sorted((sign * above.low / scale, sign * above.high / scale))
    form = "percent" if percent else "fraction"
    if tokens[above.next - 1].value is not None and (multiplier := MULTIPLIER.match(text, end)):
        times, end = MULTIPLIERS[multiplier.group(1)], multiplier.end()
        low, high = low * times, high * times
    return Numeral(begin, end, low, high, above.comparator, form, False, end), above.next


def _mixed(text: str, tokens: list[Token], at: int, whole: Cardinal) -> tuple[Numeral, int] | None:
    """一又二分之一."""
    below = read_cardinal(tokens, whole.next + 1)
    if below is None or below.next >= len(tokens) or tokens[below.next].sign != "分之" or not below.low:
        return None
    above = read_cardinal(tokens, below.next + 1)
    if above is None:
        return None
    start, end = tokens[at].start, tokens[above.next - 1].end
    begin = _sign(text, start)
    value = whole.low + above.low / below.low
    value = -value if begin < start else value
    return Numeral(begin, end, value, value, "=", "fraction", False, end), above.next


def _sign(text: str, start: int) -> int:
    """Where a minus or 负 before the numeral begins, else `start`; a dash after a word is a dash, 减负 a word."""
    if text[start - 1 : start] not in _MINUS:
        return start
    at = start - 2 if text[max(0, start - 2) : start] == "负的" else start - 1
    sign, before = text[at : at + 1], text[at - 1 : at] if at > 0 else ""
    if at < 0 or sign not in ("-", "−", "负"):
        return start
    signed = before in "氏温为至到是于和在达约近之拔幅" or text[at - 2 : at] in ("增速", "增长", "温度")  # 海拔-154米
    if not before or signed or (sign == "-" and before == "—"):
        return at  # -22—-18℃: the second dash is a minus
    return start if before.isalnum() or before in "-−—%℃°）)" else at
