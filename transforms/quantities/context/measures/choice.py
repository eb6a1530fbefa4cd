"""Before or after: which noun says what a quantity measures."""

from __future__ import annotations

import re

from transforms.quantities.context.clauses.clause import Laid
from transforms.quantities.context.clauses.word_groups import endings, group, is_person, unit_heads
from transforms.quantities.context.measures.before import SIZES, before_it, before_run
from transforms.quantities.context.measures.behind import behind_it
from transforms.quantities.context.owners.subject import PASSES
from transforms.quantities.context.phrases.chosen import Chosen
from transforms.quantities.context.phrases.owner import is_name
from transforms.quantities.context.phrases.right import measured_phrase, right_phrase
from transforms.quantities.context.phrases.share import fraction_of
from transforms.quantities.metric import Quantity

_BUYS = re.compile("Vu?[MA]*([NG]+)")
_TO = re.compile("[DHP]*(?:[TMNR]{1,3}U)?")
_EXTENTS = frozenset(("length", "mass", "area", "volume"))
_AMOUNTS = frozenset(("money", "mass", "area", "volume"))
_THINGS = frozenset(("count", "mass"))
_DEGREES = frozenset(("percent", "temperature", "speed"))
_TIMES = frozenset(("multiple", "percent"))
_PERSONS = frozenset(("人", "人次", "次"))
_PEOPLE = frozenset(("人", "人次"))
_DIVISIONS = frozenset("县村镇乡市区")
_BOUNDS = ("以上", "以下")
_GIVEN = ("G,", "G.", "G;", "G")
_CLOSING_VERB = ("V,", "V.", "V;", "V")
_AGES = ("年", "龄", "寿", "岁")


def choose(
    laid: Laid, quantity: Quantity, at: int, clause: tuple[int, int], begin: int, after: int, over: bool = False
) -> Chosen | None:
    """The noun that a quantity measures, None where its clause has none.

    `begin` is the first word that is not taken by the quantity before, `after` the next quantity or the clause's end;
    `over` where the next one touches this one and only describes what it counts (4950名80岁以上的老人).
    """
    if begin > clause[0] and (run := before_run(laid, clause[0], at)):
        return run
    before, light = before_it(laid, quantity, begin, at)
    before = before if before and _may_measure(laid, quantity, before, at) else None
    if quantity.kind == "money" and (bought := _bought(laid, at, clause[1])):
        return bought
    moves = quantity.change is not None or quantity.direction is not None
    if moves and quantity.kind in _AMOUNTS and (given := _added(laid, quantity, at, before, clause[1])):
        return given
    if moves and (quantity.kind != "count" or (before is not None and laid.codes[before.last - 1] == "W")):
        return before
    if before and quantity.unit in _PEOPLE and before.last == at and laid.words[at - 1] in group("holding"):
        return Chosen(at - 1, at, True)  # 可容纳300人就餐
    if quantity.kind in _THINGS and (sized := measured_phrase(laid, at, clause[1])):
        return Chosen(*sized, False)
    behind = behind_it(laid, quantity, at, clause[1] if over else min(after, clause[1]))
    behind = behind if behind and not _says_how(laid, quantity, at, behind) else None
    if behind is None:
        return None if before and light and _owns(laid, quantity, before) else before
    if behind.last - behind.first == 1 and laid.words[behind.first] in group("reckoning"):
        return before  # 按每小时20页计算
    if before is None and after < clause[1] and laid.codes[behind.first] in "VG" and _from_to(laid, at, after):
        return None  # 二套由30%调整为15%
    if before is None:
        return None if _only_place(laid, behind) else behind
    if after < clause[1] and _from_to(laid, at, after):
        return before
    return before if _names_more(laid, quantity, at, before, behind, light) else behind


def _bought(laid: Laid, at: int, limit: int) -> Chosen | None:
    """What is bought with a sum (花3000元|买了一台冰箱), None where none is."""
    spent = laid.words[at - 1 - (laid.codes[at - 1 : at] == "u")] in group("spending")
    match = _BUYS.match(laid.codes, at + 1, limit) if spent else None
    return Chosen(*match.span(1), False) if match and laid.words[at + 1][0] in "买购" else None


def _added(laid: Laid, quantity: Quantity, at: int, before: Chosen | None, limit: int) -> Chosen | None:
    """What more or less there is of right after an amount (为应对疫情增加500亿元资金), where no measure is before."""
    if laid.codes[at + 1 : at + 2] not in ("N", "W") or (before and laid.codes[before.last - 1] == "W"):
        return None
    right = right_phrase(laid, at, limit, quantity.unit, False) if at + 1 < limit else None
    return Chosen(*right, False) if right else None


def _owns(laid: Laid, quantity: Quantity, before: Chosen) -> bool:
    """True for a place or body before a light verb: it has what is counted (not 接诊的医院有47家)."""
    body = laid.codes[before.last - 1] in "SO"
    if quantity.unit == "个" and laid.codes[before.last - 1] == "O" and laid.words[before.last - 1][-1] in _DIVISIONS:
        return False  # 贫困县还有52个
    return body and not laid.words[before.last - 1].endswith(unit_heads().get(quantity.unit, ()))


def _may_measure(laid: Laid, quantity: Quantity, before: Chosen, at: int) -> bool:
    """False for the verb before an age that tells none (看不出已64岁), and for what does something within a time."""
    last = before.last - 1
    if quantity.kind == "duration" and quantity.raw[-1] == "内":
        timed = laid.words[last].endswith(("期", "期限", "时间"))
        reaches = "H" in laid.codes[last + 1 : at]  # 晨练控制在40分钟以内
        return laid.codes[last] not in "NSO" or timed or reaches  # 大坝在两周内蓄水, 在同一厂房6小时内
    return quantity.kind != "age" or laid.codes[last] != "V" or laid.words[last].endswith(_AGES)


def _says_how(laid: Laid, quantity: Quantity, at: int, behind: Chosen) -> bool:
    """True for when an age was reached (19岁时, 33岁生日) and for how something was (被砍三刀的情况下)."""
    word = laid.words[behind.first]
    if quantity.kind == "age":
        return word in group("birthday") or (behind.last - behind.first == 1 and _names_nothing(laid, behind.first))
    how = laid.codes[at + 1 : at + 2] == "U" and laid.codes[behind.last : behind.last + 1] == "F"
    return how and word in group("circumstance")


def _only_place(laid: Laid, behind: Chosen) -> bool:
    """True for a localizer alone (3天后)."""
    word = laid.words[behind.first]
    return behind.last - behind.first == 1 and len(word) == 1 and word in group("generic")


def _names_nothing(laid: Laid, at: int) -> bool:
    return laid.words[at] in group("generic")


def _names_more(laid: Laid, quantity: Quantity, at: int, before: Chosen, behind: Chosen, light: bool) -> bool:
    """True where the noun before a quantity says more of it than the noun after."""
    last = before.last
    head, touches = laid.codes[last - 1], last == at
    joined = laid.codes[at + 1 : at + 2] == "U" or laid.codes[at + 1 : at + 3] == "AU"
    empty = group("generic")
    if quantity.kind == "count":
        empty = empty - group("countable")  # 5个标准
    if quantity.kind == "money" and joined and head in "NSO" and laid.words[behind.first] == "价格":
        return False  # 王某以每张500元的价格出售
    generic = laid.words[behind.last - 1] in empty or (joined and laid.words[behind.first] in empty)
    if quantity.kind == "count":
        person = laid.codes[behind.first] == "V" and quantity.unit == "人" and is_person(laid.words[last - 1])
        person = person or (joined and touches and head == "W" and not is_person(laid.words[behind.last - 1]))
        thing = touches and head in "NW" and not laid.codes[behind.first : behind.last].strip("V")
        bound = joined and touches and head in "NG" and quantity.raw.endswith(_BOUNDS)  # 购房2套以上的居民
        return bound or person or (generic and not light and head != "V") or (thing and quantity.unit not in _PERSONS)
    if quantity.kind == "duration":
        return _lasts_more(laid, quantity, at, before, behind, light, joined, generic)
    if _is_of_those(laid, quantity, at, before, behind):
        return False
    if generic or (quantity.kind == "age" and not joined and head not in "SO" and laid.codes[at - 1] != "U"):
        return True
    grown = laid.words[behind.last - 1].endswith(endings("grower")) or laid.words[before.first] in group("yielded")
    if grown and quantity.kind in _EXTENTS and joined and touches and head in "NGW":
        return True  # 种植油菜50亩以上的大户
    if quantity.kind in SIZES and _sized(laid, before, touches):
        return True
    spent = quantity.kind == "money" and touches and laid.words[last - 1] in group("spending") and _made(laid, at)
    amount = quantity.kind in _AMOUNTS and head == "N" and touches
    if spent or (amount and laid.codes[behind.first] == "V" and not joined):
        return True  # 投入16万元新建的图书室, 带着全部积蓄80万元回到老家, 总成绩216公斤夺得金牌
    if head == "W" and (touches or _linked(laid, last, at)):
        return True
    passes = touches and quantity.kind == "percent" and quantity.raw.startswith(PASSES)
    passes = passes or (quantity.kind in _DEGREES and laid.words[last:at] == ["在"])
    if head == "N" and joined and passes:
        return True  # 水分在14%左右的玉米, 研发人员超过3%的企业
    serial = (
        head in "VG"
        and laid.codes[behind.first] in "VG"
        and (
            laid.codes[behind.last - 1] in "VG"
            or (quantity.kind not in _EXTENTS and laid.codes[behind.last - 1] != "W")
        )
    )
    given = quantity.kind == "money" and _given(laid, last, behind)
    return touches and serial and not joined and not given


def _sized(laid: Laid, before: Chosen, touches: bool) -> bool:
    """True for a dimension right before a size and for how far it is from somewhere (距车站5公里的村子)."""
    dimension = touches and laid.words[before.last - 1] in group("dimension")
    return dimension or not group("apart").isdisjoint(laid.words[before.first : before.last])


def _given(laid: Laid, last: int, behind: Chosen) -> bool:
    """True for what a sum is given or taken out for, told by one word (追加10亿欧元援助，; 掏出300元答谢，)."""
    for_what = laid.codes[behind.first : behind.last + 1]
    out = laid.words[last - 1] in group("taking_out")
    return behind.last - behind.first == 1 and (for_what in _GIVEN or (out and for_what in _CLOSING_VERB))


def _is_of_those(laid: Laid, quantity: Quantity, at: int, before: Chosen, behind: Chosen) -> bool:
    """True for how far one is off (接近旅客1米的|距离), for whom it is done (为65岁以上|老人体检), what is due."""
    if quantity.kind in _TIMES and laid.words[behind.last - 1].endswith(endings("due")):
        return True  # 处货值金额三倍的罚款
    if quantity.kind == "multiple":
        return laid.codes[behind.first] == "V"  # 支付三倍赔偿
    if quantity.kind == "length":
        return laid.words[behind.last - 1] == "距离" and laid.codes[before.last - 1] != "W"
    return quantity.kind == "age" and laid.words[at - 1] in group("recipient")


def _lasts_more(
    laid: Laid, quantity: Quantity, at: int, before: Chosen, behind: Chosen, light: bool, joined: bool, generic: bool
) -> bool:
    """True where what stands before a length of time says more of it than what stands after it."""
    last = before.last
    head, touches = laid.codes[last - 1], last == at
    told = head in "VGW" and not light
    persons = joined and any(map(is_person, laid.words[behind.first : behind.last]))
    if persons and touches and head in "SON" and laid.codes[before.first] == "V":
        return True  # 住进旅店4天的客人
    if persons and head == "V" and not laid.codes[last:at].strip("D"):
        return True  # 停职仅一个月的工人
    if joined and touches and laid.words[last - 1] in group("of_event"):
        return False  # 结束3天的集训
    if head in "VG" and quantity.raw.endswith("内"):
        return False  # 商家应在7日内退款: what is done in it
    if head == "V" and not touches and laid.words[at - 1] == "连续" and laid.codes[behind.first] == "D":
        return False  # 核实连续三天不供水的
    if head == "V" and joined and laid.words[at - 1] in ("了", "过"):
        who = laid.words[behind.first : behind.last]
        return any(map(is_person, who)) or is_name("".join(who))  # 生活了25年的姑娘
    if head == "V" and not (joined or generic) and (_served(laid, behind, at, last) or _due(laid, behind, at)):
        return False
    return told and (generic or not joined or touches)


def _linked(laid: Laid, last: int, at: int) -> bool:
    """True where the measure that ends at `last` is joined to its value (产量达|5吨, 含氧量只有平原|六成)."""
    near = at - 1 - (laid.codes[at - 1] == "E")
    return laid.codes[near] == "H" or laid.words[near] == "在" or fraction_of(laid, last - 1, at) is not None


def _made(laid: Laid, at: int) -> bool:
    """True where what was made with an amount is told after it (投入16万元|新建的)."""
    return laid.codes[at + 1 : at + 3] == "VU"


def _served(laid: Laid, behind: Chosen, at: int, last: int) -> bool:
    """True for the thing right after a length of time that is its own (公布24小时服务热线, not 历经30年风雨)."""
    if behind.first != at + 1 or laid.words[last - 1] in group("lasting"):
        return False
    first, end = laid.codes[at + 1], laid.codes[behind.last - 1]
    return first in "NA" or (end == "N" and first in "GV")


def _due(laid: Laid, behind: Chosen, at: int) -> bool:
    """True for what is paid for a time, or is not (拖欠三个月|工资，), not for what is earned in it."""
    first, last = behind.first, behind.last
    closes = laid.codes[last : last + 1] in ("", *",.;C")
    return first == at + 1 == last - 1 and closes and laid.words[first].endswith(endings("due_for_time"))


def _from_to(laid: Laid, at: int, limit: int) -> bool:
    """True for the first value of 由38天缩短到29天."""
    to = next((i for i in range(at + 1, min(at + 4, limit)) if laid.words[i] in ("到", "至", "为")), None)
    far = to is not None and (to > at + 2 or laid.words[to] == "为")  # 31个城市为76%
    if far and laid.codes[at + 1] == "N" and laid.starts[at + 1] == laid.ends[at]:
        return False  # 把3公里村道拓宽到5米
    if to is None or "W" in laid.codes[at + 1 : to]:
        return False  # 分两次提供总额为4亿元的贷款
    return _TO.fullmatch(laid.codes, to + 1, limit) is not None  # 派40名医生到省城进修6个月
