"""What stands after a quantity: what is counted, or what is done."""

from __future__ import annotations

import re

from transforms.quantities.context.clauses.clause import Laid
from transforms.quantities.context.clauses.word_groups import group, is_noun, is_person, is_proverb, unit_heads
from transforms.quantities.context.phrases.chosen import Chosen
from transforms.quantities.context.phrases.owner import owner_heads
from transforms.quantities.context.phrases.right import right_phrase, season_phrase, share_phrase
from transforms.quantities.metric import Quantity

_WHERE = re.compile(r"D?P[^VQLHJ]{1,5}?D?(?=V)")  # 18人在一线递交
_SHARED = re.compile("(N+)A?W")
_AFTER_OR_BEFORE = frozenset(("后", "前", "之后", "之前", "以后", "以前"))
_WHEN = _AFTER_OR_BEFORE | {"时"}  # 3小时后|乘客都上了岸
_VALUE = re.compile(r"[DHP]*E?Q")
_PERSON_ENDS = ("子", "女", "士", "队")  # 白人男子
_OF_MEASURES = frozenset("项笔种类")  # measure words of measures: 3项收费
_CLOSING_VERB = frozenset(("V", "V,", "V.", "V;"))
_DEED = 14  # signs of what is done with the whole noun it is done to
_ITEM_ENDS = ("、", "以及")
_LISTED = re.compile("[VGNACSO]{0,8}e(?:[NGWSOA]{1,3}U)?([NGWSOA]{1,4})(?=[,;.]|\\Z)")
_ONE_LISTED = re.compile("e([NGWSOA]{1,4})")


def behind_it(laid: Laid, quantity: Quantity, at: int, limit: int) -> Chosen | None:
    """What stands after a quantity: a noun, or what is done by those who are counted or in the time that is told."""
    counted = quantity.kind == "count"
    if (counted or quantity.kind == "duration") and _names_none(laid, quantity.unit, at, counted):
        return None
    if action := _done_first(laid, quantity, at, limit):
        return action
    right = (season_phrase(laid, at, limit) if counted else None) or right_phrase(
        laid, at, limit, quantity.unit, counted
    )
    if right is None:
        return _no_noun(laid, quantity, at, limit)
    if quantity.kind == "duration" and _goes_for(laid, at, right[1]):
        return Chosen(right[0], right[1] + 1, False)
    shared = _of_share(laid, at, right, limit) if quantity.kind == "percent" else _event(laid, quantity.unit, right)
    if shared is None:
        return None
    first, last = shared
    if counted and "C" in laid.codes[first:last] and (named := _LISTED.match(laid.codes, last, limit)):
        return Chosen(*named.span(1), False)  # 3个保洁、养老、防火等公益性岗位
    if counted and laid.codes[last : last + 1] == "e" and (kind := _kind_of(laid, quantity.unit, last, limit)):
        return kind
    if counted and first > at + 1 and last - first == 1 and laid.codes[first] == "W" and goes_on(laid, last):
        return None  # 两人|每月工资9000元
    if quantity.kind == "age":
        last = _of_age(laid, first, _before_name(laid, first, last))
    elif counted:
        last = _counted_end(laid, quantity.unit, first, last)
    return Chosen(first, last, False)


def _event(laid: Laid, unit: str, right: tuple[int, int]) -> tuple[int, int]:
    """What was done so many times, with the verb that ends its name (4次消防|演练)."""
    closes = unit == "次" and laid.codes[right[1] : right[1] + 2] in _CLOSING_VERB and laid.codes[right[0]] == "G"
    return right[0], right[1] + closes


def _of_share(laid: Laid, at: int, right: tuple[int, int], limit: int) -> tuple[int, int] | None:
    """What a share is of, `right` unless what follows it says more; None where nothing does (三成历史上有分布)."""
    if laid.codes[at + 1] == "U":
        return right
    if laid.codes[at + 1 : at + 3] == "WU" and laid.words[at + 1][-1] == "率":
        return at + 1, at + 2  # 3%征收率的收入
    if laid.codes[right[1] : right[1] + 2] in ("FL", "FV"):
        return None
    return share_phrase(laid, right[0], limit) or right


def _of_both(laid: Laid, at: int) -> bool:
    """True for what is told of persons right after their number (两人|感情很好), not for who they are."""
    if laid.codes[at + 1 : at + 2] != "N" or laid.codes[at + 2 : at + 3] not in ("D", "A"):
        return False
    return not is_person(laid.words[at + 1]) and not laid.words[at + 1].endswith(unit_heads()["支"])


def _goes_for(laid: Laid, at: int, last: int) -> bool:
    """True for the verb that ends what goes on for a time (经过半小时的航班|延误，)."""
    closes = laid.codes[last : last + 2] in _CLOSING_VERB
    return closes and laid.codes[at - 1 : at] == "P" and laid.codes[at + 1] == "U"


def _kind_of(laid: Laid, unit: str, at: int, limit: int) -> Chosen | None:
    """What is counted after 等 at `at`, where the measure word asks for it (900家口罩生产等|重点企业)."""
    named = _ONE_LISTED.match(laid.codes, at, limit)
    agrees = named is not None and laid.words[named.end() - 1].endswith(unit_heads().get(unit, ()))
    return Chosen(*named.span(1), False) if named and agrees else None


def _no_noun(laid: Laid, quantity: Quantity, at: int, limit: int) -> Chosen | None:
    """What stands after a count where no noun does: a measure word that is a noun, what is done so many times."""
    if quantity.kind == "money" and laid.codes[at + 1 : at + 3] in _CLOSING_VERB and _goes_for_deed(laid, at):
        return Chosen(at + 1, at + 2, False)  # 以15亿元成交, 掏出300元答谢
    if quantity.kind == "multiple" and at + 1 < limit and laid.words[at + 1] in group("due"):
        return Chosen(at + 1, at + 2, False)
    if quantity.unit == "个" and laid.codes[at + 1 : at + 2] == "M" and at + 2 == limit:
        return Chosen(at + 1, at + 2, False)  # 1万个袋
    if quantity.unit == "次" and laid.codes[at + 1 : at + 2] == "L":
        return Chosen(at + 1, at + 2, False)  # 分两次提供总额
    return _action(laid, at + 1, limit, True) if quantity.unit == "次" else None


def _goes_for_deed(laid: Laid, at: int) -> bool:
    """True behind 以 and behind a verb of taking money out, for a sum before what is done with it."""
    verb = at - 1 - (laid.codes[at - 1 : at] == "u")
    return verb >= 0 and (laid.words[verb] == "以" or laid.words[verb] in group("taking_out"))


def _names_none(laid: Laid, unit: str, at: int, counted: bool) -> bool:
    """True where what follows a count or a time is no noun of its own (循环2000次后, 600人分3班值守, 怀胎36周时)."""
    if not counted:
        return at + 1 < len(laid.words) and laid.words[at + 1] in _WHEN
    if laid.codes[at + 1 : at + 2] == "F":
        return laid.words[at + 1] in _AFTER_OR_BEFORE
    if unit == "人" and _of_both(laid, at):
        return True
    return laid.words[at + 1 : at + 2] == ["分"] and laid.codes[at + 2 : at + 3] in ("Q", "M", "T")


def _done_first(laid: Laid, quantity: Quantity, at: int, limit: int) -> Chosen | None:
    """What is done by persons, in a time or so many times, where it stands before any noun."""
    counted = quantity.kind == "count"
    if quantity.unit == "口" and laid.words[at + 1 : at + 2] == ["人"]:
        return Chosen(at + 1, at + 2, False)
    team = at + 1 < limit and laid.codes[at + 1] == "N" and laid.words[at + 1].endswith(unit_heads()["支"])
    if (quantity.unit in ("人", "人次") and not team) or quantity.kind == "duration":
        if not counted and (reached := _reached(laid, quantity.unit, at, limit)):
            return reached
        if counted and at + 1 < limit and laid.words[at + 1] in group("being"):
            named = right_phrase(laid, at + 1, limit, "", False)
            return Chosen(*named, False) if named else None  # 60多人属于留守老人
        action = _action(laid, at + 1, limit, counted)
        if action is None and not counted and at + 1 < limit:
            word, further = laid.words[at + 1], _action(laid, at + 2, limit, counted)
            if further and word in group("without_end"):
                return further._replace(first=at + 1)  # 24小时不停产
            return further if word in group("able") else None  # 10分钟可充满
        return action
    over = quantity.unit == "次" and laid.codes[at + 1 : at + 2] == "P"
    homes = quantity.unit == "户" and laid.codes[at + 1 : at + 2] == "V" and laid.codes[at + 2 : at + 3] in ("", *",;.")
    return _action(laid, at + 1, limit, True) if over or homes else None  # 3200户停电


def _has_measure(laid: Laid, unit: str, last: int) -> bool:
    """True where what is counted goes before a measure of its own, of which more is told (7个项目|进度滞后)."""
    if laid.codes[last - 1] != "W" or laid.codes[last : last + 1] not in tuple("DVA") or unit in _OF_MEASURES:
        return False
    return laid.codes[last - 2] in "SO" or laid.words[last - 2].endswith(owner_heads())


def _reached(laid: Laid, unit: str, at: int, limit: int) -> Chosen | None:
    """What a light verb right after a time says was reached in it (30秒内|完成插管, 连续17年|实现零事故)."""
    right = right_phrase(laid, at + 1, limit, unit, False) if laid.codes[at + 1 : at + 2] == "L" else None
    if right is None or right[0] != at + 2:
        return None
    return Chosen(at + 1, right[1] + (laid.codes[right[1] : right[1] + 2] in _CLOSING_VERB), False)


def _counted_end(laid: Laid, unit: str, first: int, last: int) -> int:
    """The end of what is counted, without the measure of the next value (860户农户|户均增收)."""
    means = group("mean") | group("mean_of_time")
    mean = next((i for i in range(first + 1, last) if laid.words[i] in means), last)
    whose = (
        unit == "个"
        and first < mean - 1 < last - 1
        and laid.codes[mean - 2] in "SO"
        and is_person(laid.words[mean - 1])
    )
    last = mean - whose  # 17个山区县|农户人均收入
    if first > 1 and laid.words[first - 2] == "从" and (where := laid.codes.find("F", first + 1, last)) > 0:
        return where  # 从300件来稿中选出
    last -= last - first > 1 and laid.words[last - 1] == "平均"  # 22户农户|平均增收
    if _has_measure(laid, unit, last) and last - first > 1:
        last -= 1
    cut = laid.codes.rfind("C", first, last)
    if cut > first > 2 and laid.words[first - 2] == "、" and laid.codes[first - 3 : first - 2] in tuple("NGWSO"):
        ends = [i for i in range(first + 1, last) if laid.words[i] in _ITEM_ENDS]
        return ends[0] if ends and "(" not in laid.codes[first : ends[0]] else last  # 鸟纹、四瓣花纹|、席纹
    if cut > first and laid.codes[last : last + 1] == "Q":
        return cut  # 8个级别和女子|5个级别
    if laid.codes[last - 1] != "W" or not goes_on(laid, last):
        return last
    if (mean := next((i for i in range(first + 1, last) if laid.words[i] == "平均"), 0)) > 0:
        return mean  # 96座城市|平均空气质量优良天数比例为82%
    if cut > first and laid.words[cut] != "、" and (shared := _SHARED.fullmatch(laid.codes, cut + 1, last)):
        return shared.end(1)  # 36家酒店和民宿|平均入住率达80%
    if cut > first + 1:
        return cut  # 14亿人口的市场、国内生产总值近百万亿元
    if last - first == 1 or laid.codes[last - 2] not in "NSO":
        return last
    if laid.codes[first] == "S" and len(laid.words[first]) == 1:
        return first + 1  # 三个村集体经济|收入
    return last - 1  # 2万户企业开工率超80%


def _before_name(laid: Laid, first: int, last: int) -> int:
    """The end of the title that a name follows of which the dictionary knows but the surname (63岁的村支书龙|在田)."""
    alone = last - first > 1 and laid.ends[last - 1] - laid.starts[last - 1] == 1
    return last - 1 if alone and laid.codes[last - 1] == "N" and not is_person(laid.words[last - 1]) else last


def _of_age(laid: Laid, first: int, last: int) -> int:
    """The end of who is so old, before what is told of them (70多岁的老人|病情加重, 3—5岁儿童|入园率为80%)."""
    if last - first > 1 and laid.codes[last - 1] == "W" and goes_on(laid, last):
        last -= 1 + (last - first > 2 and laid.codes[last - 2] == "C")
    at = next((i + 1 for i in range(first, last - 1) if is_person(laid.words[i])), last)
    if at == last or any(map(is_person, laid.words[at:last])):
        return last
    told = is_noun(laid.words[at]) and not laid.words[at].endswith(_PERSON_ENDS)
    return at if told or laid.codes[at] in "VGWA" else last


def goes_on(laid: Laid, at: int) -> bool:
    """True where nothing but joining words stands between word `at` and the next quantity."""
    return _VALUE.match(laid.codes, at) is not None


def _whole_object(laid: Laid, first: int, last: int, limit: int) -> int:
    """The end of what is done with the whole noun it is done to, where it ends the clause (制定城市绿地|管理办法)."""
    end = last
    while end < limit and laid.codes[end] in "VGNOWA":
        end += 1
    closes = (
        last - first > 1 and end > last and laid.codes[end : end + 1] in ("", *",.;") and laid.codes[end - 1] in "NOWG"
    )
    return end if closes and laid.ends[end - 1] - laid.starts[first] <= _DEED else last


def _action(laid: Laid, first: int, limit: int, over: bool) -> Chosen | None:
    """The verb after a number of persons or a time for what is done, with what it takes; `over` a place."""
    first += over and first + 1 < limit and laid.words[first] == "被" and laid.codes[first + 1] in "VG"  # 8人被|推荐
    if over and (where := _WHERE.match(laid.codes, first, limit)):
        first = where.end()
    while over and first < limit and (laid.codes[first] in "DL" or laid.codes[first : first + 2] == "AV"):
        first += 1
    if over and first < limit and laid.words[first].startswith("是"):
        return None  # 137人都是从各院来的
    last = first
    made = not over and first < limit and laid.words[first] in group("making")  # 9天建成800张病床
    while last < limit and (laid.codes[last] in "VGN" or (made and last == first)) and last - first < 3:
        last += 1
    last = _whole_object(laid, first, last, limit)
    if not over and laid.codes[first:last].strip("V") and laid.codes[last - 1 : last + 1] == "Vu":
        last -= last - first > 1 and laid.codes[first] in "NG"  # 300多年风雨|侵蚀了
    while last - first > 1 and is_proverb(laid.words[last - 1]):
        last -= 1  # 经营模式|难以为继
    last += last > first and laid.codes[last : last + 2] in ("W", "W,", "W.", "W;", "WC") and laid.codes[first] in "NG"
    return Chosen(first, last, False) if last > first and (made or laid.codes[first] in "VGN") else None
