"""Words of growth and decline that touch a number, and what it is compared with: 同比增长9.1%, 比上年下降了3%."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from seeds import table

_TURNED = re.compile(r"[^，。；、]{0,8}?[番倍成]")
_LONE_NOT_AFTER = frozenset("新净追加投倍扩续累裁节核免满再应")
_PRICED = frozenset("涨跌降")
# Before these the lone sign is a word of its own: 同比增3%, 月降2元; elsewhere it ends another word (新增, 净增, 下降).
_LONE_AFTER = re.compile(
    r"(?:同比|环比|比上年|比上月|同期|分别|大幅|平均|[年月日周均再又各已共可约]|每[一-鿿]{1,3}|[，。；、：（(]|\A|\s)\Z"
)
_BASE = re.compile(r"(同比|环比)(?=[^，。；：！？]{0,6}\Z)")
_TWO_BASES = re.compile(r"(?:同比|环比)[、和与及](同比|环比)[^，。；：！？]{0,6}\Z")
_TOUCH = re.compile(r"(?:同比|环比)\s?\Z")
_SIGNED = re.compile(r"(同比|环比)\s?([+\-−])\Z")
_YEAR_BASE = re.compile(
    r"(?:[比较]|相比|相较|对比)(?:于|起)?(?:上年|去年|上一年|前一年|上年度|去年同期|上年同期|一年前)(?:度|同期|末|底|全年|平均水平|[0-9—\-－至]{1,6}月|同月|同日)?[^，。；：！？]{0,8}\Z"
)
_DATE_BASE = re.compile(r"(?:[比较])(?P<year>(?:19|20)[0-9]{2})年(?:度|同期|末|底|全年)?[^，。；：！？]{0,8}\Z")
_YEAR_NAMED = re.compile(_DATE_BASE.pattern.replace("年", "年(?![0-9])", 1))  # not 较2020年3月
_SINCE_YEAR = re.compile(
    r"(?:[与和同跟]|相?较|相比)于?(?:上年|去年|上一年|前一年|上年度)(?:度|同期|同月|末|底)?(?:相比|相较|相?比较|对比)，"
)
_SINCE_ENDS = ("相比，", "相较，", "比较，", "对比，")
_YEARS = re.compile(r"(?:19|20)[0-9]{2}(?=年)")
_SENTENCE = 80  # signs
_STOP = re.compile(r"[。；！？\n]")
_AWAY = re.compile(
    r"(?:增长|上升|上涨|提高|增加|提升|攀升|(?P<down>下降|减少|降低|下跌|回落|下滑|缩减|萎缩))(?:达到了|达到|达|约为|约|高达|超|近|为|了)+\s?\Z"
)
# how far a share is above or below that of the year before; these words stay outside what is stated
_APART = re.compile(
    r"(?:[比较](?:上年|去年|上一年|前一年|上年度)(?:同期|同月|末|底)?|同比)[^，。；：！？0-9]{0,4}?(?:[快高]|(?P<down>[慢低]))(?:出|了)?\s?\Z"
)
_FARTHER = ("快", "高", "慢", "低")
_REACHED = ("到", "达", "为", "约", "超", "近", "了")


class Change(NamedTuple):
    """How the number moved: `start` is where the words that touch it begin (or the number itself)."""

    change: str
    direction: str
    start: int


@cache
def directions() -> dict[str, str]:
    """The words of growth and decline: up or down."""
    return {row["word"]: row["direction"] for row in table("change_words")}


@cache
def _not_of_counts() -> frozenset[str]:
    """What moves no count: 提升11个村."""
    return frozenset(row["word"] for row in table("change_words") if row["not_of_counts"])


@cache
def _reach() -> tuple[frozenset[str], int]:
    """The last signs of the words, and how long the longest is."""
    return frozenset(word[-1] for word in directions()), max(map(len, directions()))


def touching(text: str, start: int, counted: bool = False, rate: bool = False) -> tuple[str, int] | None:
    """The direction of a change word (and 了) that ends at `start`, and where the word begins."""
    end = start - 1 if start and text[start - 1] == " " else start
    if end and text[end - 1] == "了":
        end -= 1
    ends, longest = _reach()
    if text[end - 1 : end] not in ends:
        return None
    for size in range(min(longest, end), 0, -1):
        word = text[end - size : end]
        direction = directions().get(word)
        if direction is None:
            continue
        if counted and word in _not_of_counts():
            return None
        if size == 1 and not _stands_alone(text, end, word, rate):
            return None
        return direction, end - size
    return None


def _stands_alone(text: str, end: int, word: str, rate: bool) -> bool:
    """Whether the lone sign that ends at `end` is a change word: 跌1.2%, 同比增3家, but not 新增3家 or 满百减30元."""
    if word == "翻":
        return bool(_TURNED.match(text, end))  # 翻两番, but not 深翻1200万亩
    if word in _PRICED and text[end : end + 1] == "了":
        return True  # 跌了两毛
    if rate and text[max(0, end - 2) : end - 1] not in _LONE_NOT_AFTER:
        return True
    return bool(_LONE_AFTER.search(text[max(0, end - 5) : end - 1]))


def read_change(text: str, start: int, counted: bool = False, rate: bool = False) -> Change | None:
    """The change that the words before text[start] state; None where the number did not move."""
    if rate and (signed := _SIGNED.search(text, max(0, start - 4), start)):  # 同比+5.2%
        up, base = signed[2] == "+", "yoy" if signed[1] == "同比" else "mom"
        return Change(base, "up" if up else "down", signed.start())
    found = touching(text, start, counted, rate)
    if found is None and rate and text[max(0, start - 2) : start].strip("出了 ")[-1:] in _FARTHER:
        apart = _APART.search(text, max(0, start - 18), start)
        return Change("yoy", "down" if apart.group("down") else "up", start) if apart else None
    if found is None:
        near = text[max(0, start - 10) : start]
        match = _AWAY.search(text, max(0, start - 10), start) if near.rstrip().endswith(_REACHED) else None
        if match is None:
            return None
        direction, begin = ("down" if match.group("down") else "up"), match.start()
        return Change(base_before(text, begin) or "other", direction, start)
    direction, begin = found
    base = base_before(text, begin) or "other"
    if touch := _TOUCH.search(text, max(0, begin - 3), begin):
        begin = touch.start()
    return Change(base, direction, begin)


def second_base(text: str, start: int) -> str | None:
    """同比、环比分别上涨1.2%和0.3%: the base of the second number, where two are named before the first at `start`."""
    match = _TWO_BASES.search(text, max(0, start - 12), start)
    return None if match is None else "yoy" if match.group(1) == "同比" else "mom"


def base_before(text: str, end: int) -> str | None:
    """yoy, mom or other where the text before `end` names what it is compared with; None where it names nothing."""
    if end == 0:
        return None
    window = text[max(0, end - 26) : end]
    if "比" not in window and "较" not in window:
        return _opened_by(text, end)
    if match := _TWO_BASES.search(window):
        return "mom" if match.group(1) == "同比" else "yoy"
    if match := _BASE.search(window):
        return "yoy" if match.group(1) == "同比" else "mom"
    if _YEAR_BASE.search(window):
        return "yoy"
    if match := _DATE_BASE.search(window):
        return _against(text, end, int(match.group("year")))
    return _opened_by(text, end)


def _opened_by(text: str, end: int) -> str | None:
    """yoy where the sentence opens with the year that it compares with (与上年相比，伤亡减少9%)."""
    begin = max(0, end - _SENTENCE)
    opened = max(text.rfind(closer, begin, end) for closer in _SINCE_ENDS)
    if opened < 0:
        return None
    stops = [match.end() for match in _STOP.finditer(text, begin, end)]
    return "yoy" if _SINCE_YEAR.search(text, stops[-1] if stops else begin, opened + 3) else None


def base_year(text: str, end: int) -> int | None:
    """The year that the words right before `end` name as the base of a comparison (比2021年增长)."""
    match = _YEAR_NAMED.search(text, max(0, end - 26), end)
    return int(match.group("year")) if match else None


def _against(text: str, end: int, base: int) -> str:
    """yoy where the sentence speaks of the year after the base year, else other."""
    begin = max(0, end - 120)
    sentence = text[begin:end]
    cut = [m.end() for m in _STOP.finditer(sentence)]
    years = [int(y) for y in _YEARS.findall(sentence[cut[-1] if cut else 0 :])]
    return "yoy" if base + 1 in years else "other"
