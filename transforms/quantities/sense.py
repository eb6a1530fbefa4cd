"""Whether a core states a quantity where it stands: lone 一, bare scales, calendar years, points in time."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.quantities import comparator
from transforms.quantities.core import Core, may_be_year
from transforms.quantities.numeral import Numeral
from transforms.quantities.phrase import is_point_in_time
from transforms.quantities.piece_sense import piece
from transforms.quantities.unit_sense import CHECKS, degree, knots, points

_ONE_CUE = re.compile(
    r"(?:[超近约达仅需满逾了]|不到|不足|超过|历时|为期|长达|至少|最多|用了|花了|提前|缩短|延长|延迟|每次|耗时|用时)[为了]?\Z"
)
_ONE_NOT = re.compile(r"(?:最后|唯一|任何|日复|年复|同样|另外|[每另这那同第某任哪上下前后头首有又的统万进逐])\Z")
_DOUBLED = re.compile(r"翻了?(?:[近超约逾]|将近|超过|接近)?\Z")
_AGE_AFTER = re.compile(r"大(?=[的时了，。、；！？”）]|\Z)")
_NAUGHT = ("零", "〇", "○")
_FORMAL = tuple("壹贰叁肆伍陆柒捌玖拾佰仟")
_SCALE_ALONE = re.compile(r"万?亿(?![元吨斤美欧级])")
_YEAR_BEFORE = re.compile(r"['’]\Z|[0-9年][至—-]\Z")  # 2018—20年, not 5年甚至10年
_AHEAD_OF = re.compile(r"[一-鿿](?<![目以之此提先午向往年月日天周])前\Z|(?:未来|今后|接下来)的?\Z")
_FORMERLY = re.compile(r"[由从](?:过去|以前|此前|当年)的\Z")
_WEEKS = re.compile(r"(?:连续|为期|历时|过去|长达|至少|每隔|[近约满足了超至到第共用前后])\Z")
_WITHIN = re.compile("(?:以|之)?内(?![蒙部地外容场涵务销存阁])")
_GROWTH_OF = re.compile("(?:年[均化])?(?:平均|复合)(?:增|下降|降幅|涨)")  # 两年平均增长: what it is the mean of
_HALFWAY = re.compile("[讲说爬走写读听唱演跑吃喝干做打学飞开游划挖修骑聊谈睡画念拍行]到了?\\Z")  # 爬到一半: when
_TWO_OF = re.compile(r"[人位]|层小?楼")
_PRICES = ("钱", "元", "块", "毛")
_EXCHANGED = re.compile("兑|约?(?:合|等于|折合)(?=约?[0-9])")
_BRIEF = frozenset(("s", "min", "h", "d"))
_MEASURED = frozenset(("length", "mass", "area", "volume"))
_WAYS = ("里路", "里地")
_OLDEST = 10_000  # trees and towns have years too
_LAST_DAY, _MOST_DAYS = 31, 1000  # of a month; of a term that is told in days (1.7亿|日活跃用户)
_CLOCK = re.compile(r"[0-9][时点][0-9]{1,2}分\Z")
_TIMES = frozenset(("s", "min", "h", "d", "wk", "mo", "a"))


def settle(text: str, n: Numeral, core: Core) -> Core | None:
    """The core with its unit made plain; None where the numeral counts nothing."""
    unit = core.unit
    if unit.surface == "番":
        return _doubling(text, n, core)
    if not _counts(text, n, core):
        return None
    if unit.kind == "degree":
        return degree(text, n, core)
    if unit.kind == "duration" and unit.unit in _TIMES:
        return _duration(text, n, core)
    if core.rule == "compound":
        return core
    if unit.surface == "块":
        return piece(text, n, core)
    if unit.surface == "个点":
        return points(text, n, core)
    if unit.surface == "节":
        return knots(text, n, core)
    if unit.surface in _WAYS and comparator.after(text, core.end, unit.kind) is None:
        return core._replace(end=core.end - 1, stated_unit=core.stated_unit[:-1])  # 路 is what is measured
    check = CHECKS.get(unit.surface)
    if core.start == 0 and core.end == len(text) and unit.kind in ("mass", "length"):
        return core  # 五两 as the whole text
    return core if check is None or check(text, n, core) else None


def _counts(text: str, n: Numeral, core: Core) -> bool:
    """Whether the numeral is one to count with, whatever its unit means."""
    kind, signs = core.unit.kind, text[n.start : n.end]
    if n.form == "few" and n.high < 10 and (kind not in _MEASURED or len(core.unit.surface) < 2):
        return False  # 几个, 几天 say "some", 几公里 is 2…9 km
    if (signs in _NAUGHT and kind not in ("temperature", "degree")) or (signs in _FORMAL and kind != "money"):
        return False  # 零件, 零增长, 陆羽
    if signs == "二" and kind == "count" and not _TWO_OF.match(text, core.end - len(core.unit.surface)):
        return False  # 二场, 二处, 二次: by its number; two of them are 两
    if kind == "money" and signs in ("1", "一") and _EXCHANGED.match(text, core.end):
        return False  # 1美元兑7.2元, 1美元约合161日元: the base of a rate
    if kind == "age" and n.high > _OLDEST:
        return False  # 330万18岁: two numbers run together
    if kind == "count" and (signs[-1] in "GMTB" or n.low < 0):
        return False  # 5G对, 负二层
    if core.unit.surface == "个" and _SCALE_ALONE.match(text, core.end):
        return False  # 10个亿 of what is not told
    if text[n.start - 1 : n.start] == "每":
        return False  # 每100克: the base of a rate
    if core.numerals == 1 and not _bounds_something(text, n, core):
        return False
    by_digit = n.form == "literal" and signs[0] not in "0123456789"  # 二〇二〇年, 一二三产
    return not by_digit or core.rule == "compound" or core.unit.surface == "折"


def _doubling(text: str, n: Numeral, core: Core) -> Core | None:
    """翻一番 is twice as much, 翻两番 four times."""
    doubled = _DOUBLED.search(text, max(0, n.start - 5), n.start)
    if doubled is None or not 1 <= n.low <= n.high <= 20:
        return None
    unit = replace(core.unit, unit="x", kind="multiple")
    return core._replace(low=2**n.low, high=2**n.high, unit=unit, rule="doubling")


def _bounds_something(text: str, n: Numeral, core: Core) -> bool:
    """False for a scale alone (百姓, 千亩方, 万吨轮) and for a lone 一 that only points (一家, 一天)."""
    if n.bare and n.comparator == "=":
        near = comparator.before(text, core.start, True) or comparator.after(text, core.end, core.unit.kind)
        return near is not None
    if core.rule == "half" and _HALFWAY.search(text, max(0, n.start - 3), n.start):
        return text[core.end : core.end + 1] in ("以", "的")  # 听到一半以上的人
    return text[n.start : n.end] != "一" or _one_counts(text, n, core)


def _one_by_one(text: str, n: Numeral, core: Core) -> bool:
    """True for either half of 一亩一亩地, 一块钱一块钱地: how something is done."""
    for size in range(core.end - n.start, 1, -1):
        half = text[n.start : n.start + size]
        if text.endswith(half, 0, n.start) or text.startswith(half, n.start + size):
            return True
    return False


def _one_counts(text: str, n: Numeral, core: Core) -> bool:
    """一成 and 一亿元 count; 一个 and 一家 do not; 一年 and 一米 where they are measured."""
    if _one_by_one(text, n, core):
        return False
    kind = core.unit.kind
    if core.low != core.unit.factor or kind in ("percent", "percent_point", "multiple") or core.rule == "compound":
        return True
    if kind == "count":
        return False
    before = text[max(0, n.start - 4) : n.start]
    if kind == "mass" and before.endswith(_PRICES):
        return False  # 几毛钱一斤
    cued = _ONE_CUE.search(before)  # 提前一小时, not 前一小时
    if not cued and _ONE_NOT.search(before):
        return False
    if cued or comparator.after(text, core.end, kind) or core.sign != "=":
        return True
    if kind == "duration":
        return core.unit.unit in _BRIEF and text[core.end : core.end + 1] == "就"  # 如今一分钟就到
    if core.end == len(text) or text[core.end] in "，。、；）":
        return True
    return kind not in ("temperature", "degree") and len(core.unit.surface) > 1


def _of_a_clock(text: str, n: Numeral, core: Core) -> bool:
    """2分26秒18 is a result of a race, 23时59分59秒 a time of the day."""
    return text[core.end : core.end + 1].isdigit() or bool(_CLOCK.search(text, max(0, n.start - 5), n.start))


def _is_no_length(text: str, n: Numeral, core: Core) -> bool:
    """True for a day, all around (四周), a year before Christ, a time of the clock, and what a mean growth is of."""
    surface, inside = core.unit.surface, _WITHIN.match(text, core.end)
    dated = not inside and (not _LAST_DAY < n.high <= _MOST_DAYS or n.form != "arabic")
    if surface == "日" and (text[n.start - 1 : n.start] in ("月", "第") or dated):
        return True  # 10日 is a date, 10日内 and 120日 are not
    around = text[n.start : core.end] == "四周" and not inside
    if around and not _WEEKS.search(text, max(0, n.start - 5), n.start):
        return True
    if text[max(0, n.start - 2) : n.start] in ("公元", "元前"):
        return True
    if core.unit.unit in ("s", "min"):
        return _of_a_clock(text, n, core)
    return surface == "年" and _GROWTH_OF.match(text, core.end) is not None


def _duration(text: str, n: Numeral, core: Core) -> Core | None:
    """A length of time; calendar years and lengths that only point at a day are periods."""
    unit = core.unit
    if unit.surface == "年" and core.rule != "compound":
        if may_be_year(n) or text[n.start] == "0":
            return None
        if n.high < 3000 and _YEAR_BEFORE.search(text, max(0, n.start - 2), n.start):
            return None
    if _is_no_length(text, n, core):
        return None
    if _AGE_AFTER.match(text, core.end):
        return core._replace(end=core.end + 1, unit=replace(unit, kind="age"))
    behind = comparator.after(text, core.end, "duration")
    if behind and behind[0] == "≈":
        return core  # 由过去的20天左右: measured
    if behind and behind[0] == "<=" and _AHEAD_OF.search(text, max(0, core.start - 4), core.start):
        return core  # 登机前2小时内, 未来10年内
    if _FORMERLY.search(text, max(0, core.start - 5), core.start):
        return core  # 由过去的12天缩短为5天
    end, far = behind[1] if behind else core.end, unit.unit in ("a", "mo", "wk")
    few = (far or unit.surface == "天") and (core.high <= 10 * unit.factor or n.form == "few")
    return None if is_point_in_time(text, core.start, end, far, few) else core
