"""What an ambiguous unit means where it stands (度, 年, 点, 分, 方 …), and whether it is a unit there at all."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.quantities import comparator
from transforms.quantities.core import Core
from transforms.quantities.numeral import Numeral
from transforms.quantities.phrase import is_point_in_time

_POWER = re.compile(r"电")
_ANGLE = re.compile(r"(?:角|倾|旋转|转|纬|经|坡|弯|环绕|全景|方位)[^，。；]{0,4}\Z|(?:北纬|南纬|东经|西经)")
_HOT = re.compile(r"(?:温|零下|零上|摄氏|华氏|热|烧|冷|降温|升温)")
_SCORE = re.compile(r"(?:分|考|赛|扣|加|得|打|记|积|差|超|获|评)[^，。；]{0,4}\Z")
_POINTS = re.compile(r"(?:指数|涨|跌|升|降|报|收于|点位|达)[^。；]{0,8}\Z")
_ONE_CUE = re.compile(
    r"(?:不到|不足|超过|超|近|约|历时|为期|长达|达|仅|至少|最多|用了|花了|提前|缩短|延长|延迟|需|只需|满|逾|每次|耗时|用时)(?:为|了)?\Z"
)
_ONE_NOT = re.compile(
    r"(?:最后|唯一|每|另|另外|这|那|同|第|某|任何|任|哪|上|下|前|后|头|首|有|又|日复|年复|的|统|同样|万|进|逐)\Z"
)
_PRICE = re.compile(r"[花卖价收赚给付挣费钱补工元租薪买毛资捐才]|块钱|RMB")
_TENTHS_CUE = re.compile(r"(?:其中|有|近|约|超|逾|达|占|过|足)\Z")
_AGE_AFTER = re.compile(r"大(?![学家会小量型约力数])")
_LONG_KINDS = frozenset(("s", "min", "h", "d", "wk", "mo", "a"))


def settle(text: str, n: Numeral, core: Core) -> Core | None:
    """The core with its unit made plain; None where the numeral counts nothing."""
    unit = core.unit
    if n.form == "few" and n.high < 10:
        return None  # 几个, 几天 say "some"
    if (
        n.bare
        and core.numerals == 1
        and not (
            comparator.before(text, core.start, True)
            or n.comparator != "="
            or comparator.after(text, core.end, unit.kind)
        )
    ):
        return None  # 百姓, 千亩方, 万吨轮: a scale alone bounds nothing
    if n.start and text[n.start - 1] == "每":
        return None  # 每100克: the base of a rate
    if _is_one(text, n) and core.numerals == 1 and not _one_counts(text, n, core):
        return None
    if n.form == "literal" and text[n.start] not in "0123456789" and core.rule != "compound" and unit.surface != "折":
        return None  # 二〇二〇年, 一二三产
    if unit.kind == "degree":
        return _degree(text, n, core)
    if unit.unit in _LONG_KINDS and unit.kind == "duration":
        return _duration(text, n, core)
    if unit.surface == "块" and core.rule != "compound":
        return _piece(text, core)
    if core.rule != "compound" and unit.surface in _CHECKS and not _CHECKS[unit.surface](text, n, core):
        return None
    return core


def _is_one(text: str, n: Numeral) -> bool:
    return text[n.start : n.end] == "一"


def _one_counts(text: str, n: Numeral, core: Core) -> bool:
    """一成 and 一亿元 count; 一个 and 一家 do not; 一年 and 一米 where they are measured."""
    kind = core.unit.kind
    if core.low != core.unit.factor or kind in ("percent", "percent_point", "multiple") or core.rule == "compound":
        return True
    if kind == "count":
        return False
    before = text[max(0, n.start - 4) : n.start]
    if _ONE_NOT.search(before):
        return False
    if _ONE_CUE.search(before) or comparator.after(text, core.end, kind) or n.comparator != "=" or core.sign != "=":
        return True
    if core.end == len(text) or text[core.end] in "，。、；）":
        return True
    return kind not in ("duration", "temperature", "degree") and len(core.unit.surface) > 1


def _degree(text: str, n: Numeral, core: Core) -> Core | None:
    """度: electricity by its scale or the word 电, an angle by its words, else a temperature."""
    unit = core.unit
    if text[core.end : core.end + 1].isdigit():
        return None  # 36度2
    near = text[max(0, core.start - 14) : core.start]
    cut = max(near.rfind(c) for c in "，。；")
    near = near[cut + 1 :]
    if n.low >= 10_000 or _POWER.search(near) or text.startswith(("电", "绿电"), core.end):
        end = core.end + (
            1 if text.startswith("电", core.end) and not text.startswith(("电力", "电量", "电能"), core.end) else 0
        )
        stated = core.stated_unit + text[core.end : end]
        return replace(
            core, end=end, stated_unit=stated, unit=replace(unit, unit="kW.h", kind="energy"), rule="numeral_energy"
        )
    if _ANGLE.search(near) or n.low in (360, 180):
        return replace(core, unit=replace(unit, unit="deg", kind="angle"))
    single = n.form != "arabic" and n.end - n.start == 1
    if _HOT.search(near) or (not single and -60 <= core.low <= 60 and n.comparator == "="):
        return replace(core, unit=replace(unit, unit="Cel", kind="temperature"))
    return None


def _duration(text: str, n: Numeral, core: Core) -> Core | None:
    """A length of time; calendar years and lengths that only point at a day are periods."""
    unit = core.unit
    if unit.unit == "a" and unit.surface == "年" and core.rule != "compound":
        if (1000 <= n.high <= 2999 and n.comparator == "=") or (n.low < 10 and text[n.start] == "0"):
            return None
        if text[max(0, n.start - 1) : n.start] in ("'", "’", "至", "—", "-"):
            return None
    if text[core.end : core.end + 1].isdigit():
        return None  # 2分26秒18 is a result of a race
    if text[core.end - 1 : core.end] == "天" and text[n.start - 1 : n.start] == "第":
        return None
    if _AGE_AFTER.match(text, core.end):
        return replace(core, end=core.end + 1, unit=replace(unit, kind="age"))
    behind = comparator.after(text, core.end, "duration")
    if is_point_in_time(text, core.start, behind[1] if behind else core.end, unit.unit in ("a", "mo", "wk")):
        return None
    return core


def _score(text: str, n: Numeral, core: Core) -> bool:
    if n.form != "arabic" or text[n.start - 1 : n.start] in ("时", "点", "∶", ":"):
        return False
    return bool(_SCORE.search(text, max(0, core.start - 8), core.start)) or n.low != int(n.low)


def _points(text: str, n: Numeral, core: Core) -> bool:
    return (
        n.form == "arabic"
        and (n.low != int(n.low) or n.low > 24)
        and bool(_POINTS.search(text, max(0, core.start - 12), core.start))
    )


def _arabic(text: str, n: Numeral, core: Core) -> bool:
    return n.form == "arabic" or core.low >= 20


def _tenths(text: str, n: Numeral, core: Core) -> bool:
    """三成为… is 三成 only where something leads to it; 成为 is a word."""
    if core.low > 100 or text[core.end : core.end + 1] != "为":
        return core.low <= 100
    return bool(_TENTHS_CUE.search(text, max(0, n.start - 3), n.start))


def _discount(text: str, n: Numeral, core: Core) -> bool:
    return core.low < 100


def _piece(text: str, core: Core) -> Core:
    """块 is yuan with a word of money before it in its clause or alone, else a measure word (三块田)."""
    near = text[max(0, core.start - 8) : core.start]
    near = near[max(near.rfind(c) for c in "，。；、") + 1 :]
    if core.start == 0 or _PRICE.search(near):
        return core
    return replace(core, unit=replace(core.unit, unit="块", kind="count"), rule="numeral_count")


def _tael(text: str, n: Numeral, core: Core) -> bool:
    return (
        n.form == "arabic"
        or n.low >= 10_000
        or n.end == len(text) - 1
        or text[core.end : core.end + 1] in "，。、黄白银"
    )


def _volume(text: str, n: Numeral, core: Core) -> bool:
    return n.form == "arabic" or core.low >= 1000


def _not_year(text: str, n: Numeral, core: Core) -> bool:
    return n.form == "arabic" and not 1900 <= n.low <= 2100


_CHECKS = {
    "分": _score,
    "成": _tenths,
    "角": _arabic,
    "毛": _arabic,
    "段": _arabic,
    "类": _arabic,
    "班": _arabic,
    "折": _discount,
    "点": _points,
    "两": _tael,
    "方": _volume,
    "里": _arabic,
    "期": _arabic,
    "届": _arabic,
    "起": _not_year,
    "则": _not_year,
    "尺": _arabic,
    "行": _arabic,
    "步": _arabic,
    "道": _arabic,
    "面": _arabic,
    "口": _arabic,
}
