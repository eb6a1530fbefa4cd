"""The signs that Chinese numerals are written with, and the scan that finds where one may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
DIGITS |= {c: i for i, c in enumerate("〇壹贰叁肆伍陆柒捌玖")}
DIGITS |= {"○": 0, "两": 2, "貳": 2, "參": 3, "陸": 6, "弌": 1}
SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
BIG = {"万": 10_000, "亿": 100_000_000, "萬": 10_000, "億": 100_000_000}
TENS = {"廿": 20, "卅": 30}
MULTIPLIERS = {"k": 1e3, "K": 1e3, "M": 1e6, "G": 1e9, "T": 1e12, "B": 1e9, "w": 1e4, "W": 1e4}
MULTIPLIER = re.compile(
    r"[ ]?([kKMGTB](?![A-Za-z0-9])|w(?=[元块人名个户左上多到至~+-]|以[上下内]|\Z)|W(?=元(?!器)))"
)  # 20w元, not 20w的灯
LONGEST = 64  # the longest numeral anyone prints has some 35 signs; beyond this it is a table or noise

_WIDE_FROM = "\u00a0\u2009\u202f０１２３４５６７８９．％＋－／～＾：＞＜＝"
_WIDE_TO = "   0123456789.%+-/~^:><="
_WIDE_FROM += "".join(chr(0xFF21 + i) + chr(0xFF41 + i) for i in range(26))
_WIDE_TO += "".join(chr(0x41 + i) + chr(0x61 + i) for i in range(26))
# traditional signs of numerals and units
_WIDE_FROM += "兩個幾數餘來倆塊圓鎊歲噸畝頃鐘時點條張間輛雙對層類億萬頭錢"
_WIDE_TO += "两个几数余来俩块圆镑岁吨亩顷钟时点条张间辆双对层类亿万头钱"
_NARROW = dict(zip(_WIDE_FROM, _WIDE_TO, strict=True))
_WIDE = re.compile(f"[{re.escape(_WIDE_FROM)}]")

ARABIC = (
    r"[0-9]{1,3}(?: [0-9]{3})+(?![0-9,，.])"
    r"|[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    r"|(?<=[0-9]\.)[0-9]+|[0-9]+(?:[.·][0-9]+(?![0-9]|\.[0-9]))?"
)
_GROUPS = re.compile("[,， ]")  # what parts thousands: 1,100 or 1 100
_HAN = "".join(DIGITS) + "".join(SMALL) + "".join(BIG) + "".join(TENS)
_DIVIDED = r"分[ 　]{0,2}之|分(?=百)"
_POINT = "点(?![一二两三]刻)"  # 三点一刻 is an hour
TOKEN = re.compile(rf"[ 　]{{0,4}}(?:({ARABIC})|({_DIVIDED})|([{_HAN}几数多余来又]|{_POINT}))")
# Where a numeral may begin: found first by this, since a set of signs is searched for many times faster than RUN.
_START = re.compile(rf"[0-9{_HAN}半几数对.](?:(?<![数对.])|(?<=数)(?=[十百千万亿])|(?<=对)(?=折)|(?<=\.)(?=[0-9]))")
_HALF_OF = "小时|钟头|分钟|世纪|月(?![板牙])"
_RUN = re.compile(
    rf"(?:{ARABIC}|(?<![0-9A-Za-z.一-鿿])\.[0-9]+(?![0-9.])|[{_HAN}数对]"
    rf"|(?<![上下前大多小另夜])(?<!(?<![延推])后)半(?=折|岁(?![月数])|成(?=[，。；！？以左]|\Z)|个?多?(?:{_HALF_OF})|年(?![报刊检])|天就|公里|[斤亩吨米升]|数(?![据字值量额年月日天小时]))|几(?![乎何时许度内分]))"
    rf"(?:{ARABIC}|(?:[ 　]{{0,2}}(?:[{_HAN}又余多]|{_POINT})|[几数来]"
    rf"|[ 　]{{0,2}}(?:{_DIVIDED})(?:[ 　]{{0,4}}(?=[0-9]))?)){{0,64}}"
)


def runs(text: str) -> Iterator[tuple[int, int]]:
    """The spans of a half-width text in which numerals may stand, one or several to a span."""
    search, match, at = _START.search, _RUN.match, 0
    while start := search(text, at):
        if run := match(text, start.start()):
            yield run.span()
            at = run.end()
        else:
            at = start.end()


def has_numeral(text: str) -> bool:
    """Whether a numeral may stand in the text."""
    return next(runs(half_width(text)), None) is not None


def half_width(text: str) -> str:
    """Full-width signs as ASCII and traditional ones of numbers as simplified, one for one, so offsets hold."""
    return _WIDE.sub(lambda sign: _NARROW[sign[0]], text)


def to_float(arabic: str) -> float:
    """1,100 or 12.5 or 3·5 as a number."""
    return float(_GROUPS.sub("", arabic).replace("·", "."))
