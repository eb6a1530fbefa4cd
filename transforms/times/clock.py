"""Clock times with 时 or 点: 9时30分, 9点半, 3时1刻, 16点30."""

from __future__ import annotations

import re

from transforms.times.atoms import Atom
from transforms.times.digits import ARABIC, to_number

_HAN = "零〇一二两三四五六七八九十"
_FIGURE = rf"(?:[0-9０-９]{{1,2}}|[{_HAN}]{{1,3}})"
_TAIL = re.compile(
    rf"\s?(?:(?P<half>半)|(?P<minute>{_FIGURE})\s?(?P<unit>分|刻)(?!之)(?:(?P<second>{_FIGURE})秒)?(?:许(?![可多久愿诺昌]))?"
    rf"|差(?P<less>{_FIGURE})(?P<of>分|刻)|过(?P<past>{_FIGURE})(?P<past_of>分|刻)"
    r"|(?P<figures>[0-9０-９]{2})(?![0-9０-９.．%％个人名家度万亿元多])"
    r"|(?P<spoken>[二三四五]?十[一二三四五六七八九]?)(?=[，。；、！？\s的出到起开才就去在和至—~]|\Z)|整|许|多?钟(?!头)|多)"
)
_LACKING = re.compile(rf"差({_FIGURE})(分|刻)钟?(?:不?到)?({_FIGURE})[点時时點](?:钟|整)?")
_POINTS = re.compile(
    r"要|求|意见|建议|希望|内容|以上|启示|原因|做|体会|措施|优|不|共|思考|经验|看法|理由|问题|考虑|诉求|想法|感受|认识|倡议|声明|[一二三四五六七八九十0-9多几]"
)
_NOT_HOUR = re.compile(r"候|期|代|间|段|节|事|下|有|空|常|速|限|没|令|尚|光|辰")


def read_clock(text: str, raw: str, n: float, at: int, end: int) -> Atom | None:
    """The clock time whose hour is text[at:end]; 三点意见, 九点一 and 一时 are none.

    Its word is "loose" where the hour alone may as well count points (三点), so that something must stand by it.
    """
    if n > 24 or len(raw) > 3 or text[at - 1 : at] in (".", "第") or text.endswith("分之", 0, at):
        return None
    tail = _TAIL.match(text, end)
    if tail is None:
        dotted = text[end - 1] in "点點"
        if (_POINTS if dotted else _NOT_HOUR).match(text, end):
            return None
        loose = 1 <= n <= 5 and (dotted or raw[0] not in ARABIC)
        return Atom(at, end, "clock", (n, 0, 0), "loose" if loose else "")
    minute = 30.0 if tail["half"] else 0.0
    if figures := tail["minute"] or tail["figures"] or tail["spoken"]:
        minute = (to_number(figures) or 0) * (15 if tail["unit"] == "刻" else 1)
    if less := tail["less"]:  # 十点差五分
        n, minute = (n - 1) % 24, 60 - (to_number(less) or 0) * (15 if tail["of"] == "刻" else 1)
    if past := tail["past"]:  # 十点过五分
        minute = (to_number(past) or 0) * (15 if tail["past_of"] == "刻" else 1)
    second = (tail["second"] and to_number(tail["second"])) or 0
    return Atom(at, tail.end(), "clock", (n, minute, second)) if 0 <= minute < 60 and second < 60 else None


def read_lacking(text: str, at: int) -> Atom | None:
    """差五分八点 is 7:55."""
    m = _LACKING.match(text, at)
    less, hour = (to_number(m[1]), to_number(m[3])) if m else (None, None)
    if m is None or less is None or hour is None:
        return None
    less *= 15 if m[2] == "刻" else 1
    return Atom(at, m.end(), "clock", ((hour - 1) % 24, 60 - less, 0)) if 0 < less < 60 and hour <= 24 else None
