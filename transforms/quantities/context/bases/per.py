"""The base of a rate that stands away from its number: 每年, 人均, 每件产品, 一天能卖."""

from __future__ import annotations

import re
from functools import cache

from seeds import table
from transforms.quantities.context.clauses.clause import Laid
from transforms.quantities.context.clauses.word_groups import group
from transforms.quantities.unit import per_at

_COUNTS = "0-9〇零一二三四五六七八九十百千万两几数半多"  # 2025年产值, 12日接待: a date
_POINTS = "今明昨前后上下本当同每近往整连逐隔首单次翌即某年月日个"  # 当年, 次日, 前5个月
_DONE = "产成用营工运车效"  # 投产后年产值
_YEARS = "去全周学财跨闰丰大灾元新青少壮老中暮成常累历来正腊"  # 全年, 周年, 新年
_DAYS = "终旧元末夏冬春秋烈落抗节假生期念放作平交易赛验改"  # 节日, 生日, 交易日


@cache
def _bases() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], dict[str, str]]:
    rows = {row["word"]: row["per"] for row in table("rate_bases")}
    fixed = sorted((word for word in rows if not word.startswith("*")), key=len, reverse=True)
    units = sorted((word[1:] for word in rows if word.startswith("*")), key=len, reverse=True)
    unit = "|".join(map(re.escape, units))
    mean = "|".join(map(re.escape, fixed))
    near = re.compile(
        f"({mean})|每(?:一|1)?({unit})|每([十百千万]+(?:平方公里|公里|[\u4e00-\u9fff])|(?![一二两三四五六七八九十几半])[\u4e00-\u9fff])"
    )
    unit = "|".join(map(re.escape, (name for name in units if name[0] != "季")))  # 一季度 is a date
    once = re.compile(
        "(?:^[“现在]*|平均|[收花采挖修复建种养卖售产用]|的(?=[一1](?:天|日|晚|小时|个?月)[^，。、；]{0,4}[能可]))"
        f"(?:一|1)({unit})(?![来性内多以后前间共半时度起号级流])[^，。、；]{{0,9}}?"
        "(?:收|花|卖|付|赚|补|奖|需|要|得|挣|交|缴|捡|产|能|可|(?<![装载写印带刻配绘含])有)[^，。、；]{0,4}$"
    )
    touching = re.compile(
        f"(?:^|[“，、一-鿿])(?<![第每任头这那同唯逐有另前上])(?:一|1)({unit})(?:能?[挣赚卖收产]个?)?$"
    )
    return near, once, touching, {word.lstrip("*"): per for word, per in rows.items()}


@cache
def _paced() -> re.Pattern[str]:
    """年产, 日处理, 亩栽: a time or field right before what is done in it, where no date or other word ends with it."""
    done = "|".join(sorted(group("paced"), key=len, reverse=True))
    return re.compile(
        rf"(?:(?:(?<![{_COUNTS}{_POINTS}])|(?<=[{_DONE}]后)|(?<=目前))(?:(?<![{_YEARS}])(?P<long>[年月周])|(?<![{_DAYS}])(?P<day>日))|(?<![{_COUNTS}每])(?P<field>亩))"
        rf"(?:{done})(?<!产(?=[业品权地假妇区]))[^，。、；：]{{0,10}}$"
    )


_IN_TIME = re.compile("(?:一|1)(天|日|晚|小时|年|个月|月|周)(?=[能可就要需])")
_CAN = re.compile(
    "(?<![每第任头这那同唯逐有另前上下某整几十百0-9近])(?:一|1)(天|日|晚|小时|年|个月|月|周)(?:最多|至少|大约|约)?(?:能|可以?|就?[要得]|需要?|[磨穿用走跑][破坏])(?!达)[^，。；]{0,5}$"
)  # 无人机一天能干300亩
_AFTER_ALL = re.compile(
    "(?<![每第任头这那同唯逐有另前上下某整几十百0-9近])(?:一|1)(天|日|晚|年|个月|月|周)"
    "(?:下来|[可就能]?(?:节[约省]|省下))[^，。；]{0,8}$"
)  # 一天下来进账300元
_ALONE = re.compile(
    "(?:一|1)(天|日|晚|年|个月|月|周)(?:光是|单是|仅仅|光|单|仅|只)[^，。；]{1,10}(?:就|便)[^，。；]{0,3}$"
)  # 一年光房租就要
_ON_AVERAGE = re.compile("平均下?来?(?:一|1)(天|日|晚|小时|年|个月|月|周)(?![来内多以后前间半时度])[^，。；]{0,6}$")
_ONE_FIELD = re.compile(
    "(?:^|[种浇灌犁耕耙收管包流转])(?:一|1)亩(?:[地田塘林园]|水田|旱地)[^，。；]{1,9}$"
)  # 浇一亩地的水费
_PACE_REACH = 7  # words
PACES = {"年": "a", "月": "mo", "周": "wk", "日": "d", "亩": "亩"}
_PACE_SIGNS = re.compile(f"[{''.join(PACES)}]")


def rate_base(left: str, paced: bool = False, priced: bool = False) -> str | None:
    """The base that the words before a number name, as UCUM or the measure word; None where they name none.

    `paced`: 年产, 日处理 and 亩栽 name one; `priced`: the number is money, so 一天180块 tells what it is for.
    """
    near, once, touching, per = _bases()
    if "每" in left or "均" in left or "百公里" in left or "单" in left:
        last = None
        for match in near.finditer(left):
            last = match
        if last is not None:
            if last.group(1):
                return per[last.group(1)]
            return per[last.group(2)] if last.group(2) else _unit(left, last)
    if paced and _PACE_SIGNS.search(left) and (pace := _paced().search(left)):
        return PACES[pace.group(pace.lastgroup or 0)]
    if "一" not in left and "1" not in left:
        return None
    single = once.search(left) or (touching.search(left) if priced else None)
    if single is None and paced:
        if _ONE_FIELD.search(left):
            return PACES["亩"]
        found = (pattern.search(left) for pattern in (_CAN, _AFTER_ALL, _ALONE, _ON_AVERAGE))
        single = next(filter(None, found), None)
    if single and (timed := _IN_TIME.search(left, single.end(1))):
        single = timed  # 一台机器一天能耕30亩
    return per[single.group(1)] if single else None


def lone_pace(laid: Laid, first: int, last: int) -> str | None:
    """The base where 年, 月, 日, 周 or 亩 is a word of its own before what is done in it (年|育秧|能力)."""
    first = max(first, last - _PACE_REACH)
    if first >= last - 1 or _PACE_SIGNS.search(laid.text, laid.starts[first], laid.ends[last - 1]) is None:
        return None
    for at in range(first, last - 1):
        word = laid.words[at]
        if word in PACES and laid.codes[at + 1] in "VGNWA" and laid.codes[at] != "T":
            before = laid.text[max(0, laid.starts[at] - 2) : laid.starts[at]]
            stands = before[-1:] not in frozenset(_POINTS + _YEARS + _DAYS + "第每")
            if stands or (before[-1] == "后" and before[0] in _DONE):
                return PACES[word]
    return None


def _unit(left: str, match: re.Match[str]) -> str | None:
    """A unit of more than one sign after 每 (每盎司), else the sign where it counts things; None after 每改造."""
    found = per_at(left, match.start(3))
    if found and found[1] - match.start(3) > 1:
        return found[0]
    sign = match.group(3)
    return sign if found or len(sign) > 1 or sign in group("rate_noun") else None
