"""Numerals as `read --jsonl` gives them: every number of a text, also what counts nothing, with its bounds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.quantities.comparator import exact
from transforms.quantities.numeral import Numeral, scan_numerals
from transforms.quantities.numeral_signs import half_width
from transforms.quantities.ranges import shared_scale

Bound = tuple[float | None, float | None]

_MORE = ("多", "余")
_PARTS_OF = re.compile(r"[ 　]{0,4}分[ 　]{0,4}之[ 　]{0,4}")
_DIVIDE = re.compile(r"[ ]?/[ ]?")
_POWER = re.compile(r"\^|[eE]")
_PERCENT_HEAD = re.compile(r"百[ 　]*分[ 　]*之?[ 　]*")
_DOZEN = re.compile(r"打(?![造击工开破算])")
_WORD = re.compile(r"[A-Za-z0-9一-鿿]")
_ALSO_WORDS = frozenset("陆伍拾肆佰仟參陸零")
_COUNTED = frozenset("二三四五六七八九十百千万半")
_TO_NUMBER = re.compile(r"(?:到|至|以上)")
_BUT = re.compile(r"[却而但也还不又或和与，。；、！？]")  # 不是一却是五, not 是一看就懂的
_MEASURE = frozenset("只名位家件条张本台辆次场项种类户人口元块角斤里米亩天年月周岁层间座棵头双对打倍成万千百亿支份章")
_FROM = {
    ">": (
        "大于等于|大于或者?等于|不小于|不低于|不少于|至少(?:有|为|是)?|最少(?:有|为|是)?|起码(?:有|为|是)?|>[ ]?=|≥",
        "(?<![超通经不])过|(?<!不)(?:大于|超过|多于|高于|超出)了?|>",
    ),
    "<": (
        "小于等于|小于或者?等于|不大于|不超过|不多于|不高于|至多(?:有|为|是)?|最多(?:有|为|是)?|<[ ]?=|≤",
        "(?<!不)(?:小于|少于|低于)|不足|不到|<",
    ),
}
_LOWER = re.compile(rf"(?:{_FROM['>'][0]}|{_FROM['>'][1]})[ ]?\Z")
_UPPER = re.compile(rf"(?:{_FROM['<'][0]}|{_FROM['<'][1]})[ ]?\Z")
_EQUAL = re.compile(r"(?:(?<!不)等于|=)[ ]?\Z")
_ABOVE = re.compile(r"[ ]?(?:[个次人名家年岁分票])?(?:(?:及|或)?以上|之上|或者?更多)")
_BELOW = re.compile(r"[ ]?(?:[个次人名家年岁分票])?(?:(?:及|或)?以下|之下|或者?更少)|[ ]?[个次人名家]?[以之]内")
_THAN = re.compile(
    r"[ ]?[个次人名家年岁元米斤]?[更还]?(?:(?P<more>[大高多长重贵快老深厚])|[小低少短轻慢浅薄])(?!家|约)"
)
_MORE_THAN = re.compile(r"[的，。；、！？]|一[些点]|\Z")
_TO = re.compile(r"[ ]?(?:到|至|~|～|〜|—{1,2}|-{1,2})[ ]?\Z")
_AND = re.compile(r"[ ]?(?:与|和|跟|到|至)[ ]?\Z")
_WITHIN = re.compile(r"(?:位于|介于|处于|在)[ ]?\Z")
_BETWEEN = re.compile(r"[ ]?(?:之间|间(?!隔|接))")
_JOIN = re.compile(r"[ ]?[个次人名家]?(?:[，,]?[ ]?(?:并且|而且|且|并|同时|的同时|又|但是?)?)[ ]?\Z")


@dataclass(frozen=True, slots=True)
class Number:
    """One number; `value` is (low, high), equal for a plain one, None where open."""

    start: int
    end: int
    value: Bound
    equal: bool = False  # told with 等于, so as bounds

    def plain(self) -> float | list[float | None] | None:
        """The value as JSON tells it: a number, or [low, high]."""
        low, high = (exact(bound) if isinstance(bound, float) else bound for bound in self.value)
        return low if low == high and not self.equal else [low, high]


def read_numbers(text: str) -> list[Number]:
    """All numbers of the text from left to right, ranges and bounds told as one."""
    work = half_width(text)
    plain = _arithmetic(work, [n for n in scan_numerals(work) if _stands(work, n)])
    return _joined(work, [_bounded(work, n) for n in plain])


def _stands(text: str, n: Numeral) -> bool:
    """Whether the sign is a number: not a lone scale (百姓), a lone 一 in a word, a formal sign in a word (大陆)."""
    sign = text[n.start : n.end]
    scales_only = n.bare and set(sign) <= set("百千万亿萬億仟佰")
    if (
        n.form == "half"
        or sign in ("万一", "几")
        or (scales_only and (len(sign) == 1 or text[n.end : n.end + 1] not in _MEASURE))
    ):
        return False
    if len(sign) > 1 or (sign.isdigit() and sign.isascii()):
        return True
    before, after = text[n.start - 1 : n.start], text[n.end : n.end + 1]
    alone = not _WORD.match(before or " ") and not _WORD.match(after or " ")
    if sign == "两" and before in _COUNTED:
        return after in _MEASURE  # 五两 is a weight
    if sign in _ALSO_WORDS:
        return alone or (after in _MEASURE and not _WORD.match(before or " "))
    if sign != "一" or alone or after in _MEASURE or _TO_NUMBER.match(text, n.end):
        return True
    return before == "是" and bool(_BUT.match(after or "，"))


def _arithmetic(text: str, numerals: list[Numeral]) -> list[Number]:
    """Numbers with their fraction bars, powers and dozens worked out."""
    out: list[Number] = []
    i = 0
    while i < len(numerals):
        n = numerals[i]
        start, end, value = n.start, n.end, (n.low, n.low if n.comparator == ">" else n.high)
        if n.form == "percent" and (head := _PERCENT_HEAD.search(text, n.start, n.end)) and head.end() < n.end:
            start = head.end()
        following = numerals[i + 1] if i + 1 < len(numerals) else None
        if following and (found := _operation(text, n, following)):
            end, value = following.end, (found[0], found[0])
            i += 1
        elif following and (mixed := _mixed(text, n, following, numerals[i + 2 : i + 3])):
            end, value = numerals[i + 2].end, (mixed, mixed)
            i += 2
        elif _DOZEN.match(text, end):
            end, value = end + 1, (value[0] * 12, value[1] * 12)
        elif text.startswith("个亿", end):
            end, value = end + 2, (value[0] * 1e8, value[1] * 1e8)
        out.append(Number(start, end, value))
        i += 1
    return out


def _operation(text: str, a: Numeral, b: Numeral) -> tuple[float] | None:
    """3/5, 2^5, 三分之负二 and 12.32e+14; None where the two are apart, or a date or list of three."""
    gap = text[a.end : b.start]
    if b.low < 0 and a.low and _PARTS_OF.fullmatch(gap):
        return (b.low / a.low,)  # 三分之负二
    if len(gap) > 3 or not gap:
        return None
    if _DIVIDE.fullmatch(gap) and b.low and text[b.end : b.end + 1] != "/" and text[a.start - 1 : a.start] != "/":
        return (a.low / b.low,)
    sign = gap[-1] if gap[-1] in "+-" else ""
    if not _POWER.fullmatch(gap.removesuffix(sign)) or abs(b.low) > 300 or abs(a.low) > 1e9:
        return None
    exponent = -b.low if sign == "-" else b.low
    if gap[0] == "^":
        return (float(a.low**exponent),) if a.low > 0 and abs(exponent) <= 20 else None
    return (a.low * 10.0**exponent,)


def _mixed(text: str, whole: Numeral, above: Numeral, below: list[Numeral]) -> float | None:
    """1 3/5, 1又3/5: a whole number, a blank and a fraction."""
    if text[whole.end : above.start] not in (" ", "又") or not below or not below[0].low:
        return None
    if not _DIVIDE.fullmatch(text[above.end : below[0].start]) or text[below[0].end : below[0].end + 1] == "/":
        return None
    return whole.low + above.low / below[0].low


def _bounded(text: str, n: Number) -> Number:
    """The number with the comparator before or after it."""
    low, high = n.value
    window = max(0, n.start - 8)
    if text[n.start - 1 : n.start] == "比" and text[n.end - 1] == "多" and _MORE_THAN.match(text, n.end):
        return Number(n.start - 1, n.end, (low, None))  # 比五十多的, not 比五十多人
    if text[n.start - 1 : n.start] == "比" and (match := _THAN.match(text, n.end)):
        return Number(n.start - 1, match.end(), (low, None) if match["more"] else (None, high))
    if match := _UPPER.search(text, window, n.start):
        return Number(match.start(), n.end, (None, high))
    if match := _LOWER.search(text, window, n.start):
        return Number(match.start(), n.end, (low, None))
    if match := _EQUAL.search(text, window, n.start):
        return Number(match.start(), n.end, n.value, True)
    if text[n.end - 1] in _MORE:
        return Number(n.start, n.end, (low, None))  # 五百多; 500多万 tells a number with its scale
    if match := _ABOVE.match(text, n.end):
        return Number(n.start, match.end(), (low, None))
    if match := _BELOW.match(text, n.end):
        return Number(n.start, match.end(), (None, high))
    return n


def _joined(text: str, numbers: list[Number]) -> list[Number]:
    """Two numbers that bound one another: 十到二十, 大于10小于20, 10000与20000间."""
    out: list[Number] = []
    i = 0
    while i < len(numbers):
        pair = _pair(text, numbers[i], numbers[i + 1]) if i + 1 < len(numbers) else None
        out.append(pair or numbers[i])
        i += 2 if pair else 1
    return out


def _stated(text: str, n: Number) -> Bound:
    """The bounds of one side of a range: 一千多到两千 begins with 一千."""
    low, high = n.value
    return (low, low) if high is None and text[n.end - 1] in _MORE else (low, high)


def _pair(text: str, a: Number, b: Number) -> Number | None:
    if b.start - a.end > 6:
        return None
    (low, high), (low2, high2) = (_stated(text, n) for n in (a, b))
    if _JOIN.match(text, a.end, b.start):
        if low is not None and high is None and low2 is None and high2 is not None and low < high2:
            return Number(a.start, b.end, (low, high2))
        if low is None and high is not None and low2 is not None and high2 is None and low2 < high:
            return Number(a.start, b.end, (low2, high))
        return None
    if low is None or high is None or low2 is None or high2 is None or low >= high2:
        return None
    low *= shared_scale(text[a.start : a.end], text[b.start : b.end], low, high2)
    if _AND.match(text, a.end, b.start) and (between := _BETWEEN.match(text, b.end)):
        head = _WITHIN.search(text, max(0, a.start - 4), a.start)
        return Number(head.start() if head else a.start, between.end(), (low, high2))
    if _TO.match(text, a.end, b.start):
        return Number(a.start, b.end, (low, high2))
    return None
