"""Where a counted noun ends and what it does, or what is done with it, begins."""

from __future__ import annotations

from transforms.quantities.context.clauses.clause import Laid
from transforms.quantities.context.clauses.word_groups import (
    endings,
    group,
    is_person,
    is_proverb,
    is_saying,
    unit_heads,
)

_VILLAGES = "村县乡镇"


def to_noun(laid: Laid, first: int, last: int) -> int:
    """The end of a phrase without what is no noun after it: an idiom, a number, how it is now (西瓜|熟了)."""
    if last - first > 1 and laid.codes[last - 1] == ")" and "(" not in laid.codes[first:last]:
        last -= 1  # （共8站比赛）
    last = next((i for i in range(first + 1, last) if laid.words[i] == "《"), last)  # 3部电视剧|《…》《…》
    while last - first > 1 and (
        laid.codes[last - 1] in "FMC" or _tells_how(laid.codes[last - 1], laid.words[last - 1])
    ):
        last -= 1
    return last - (last - first > 1 and laid.codes[last - 1 : last + 1] == "Au")


def _tells_how(code: str, word: str) -> bool:
    """True for an idiom and for what befell the thing (9艘渔船|被困)."""
    return (
        is_proverb(word)
        or (code in "VGA" and len(word) == 2 and word[0] == "被")
        or (len(word) > 4 and is_saying(word))
    )


def before_how(laid: Laid, first: int, last: int) -> int:
    """The end of a phrase before what is given to the thing (5个偏远村|给予奖励) and how it does (灯笼|一盏盏挂起)."""
    cut = next((i for i in range(first + 1, last) if laid.words[i] == "给予" or _one_by_one(laid.words[i])), last)
    how = cut - first > 1 and laid.codes[cut - 1] == "A" and laid.codes[cut : cut + 1] in ("V", "L")
    return cut - (how and laid.codes[cut - 2] in "NSOG")  # 300户居民|基本完成


def _one_by_one(word: str) -> bool:
    return len(word) > 1 and word[0] == "一" and word[-1] == word[-2]


def before_deed(laid: Laid, unit: str, first: int, last: int) -> int:
    """The end of the head that a measure word asks for, before what is done with it (5家网站|合作)."""
    if laid.codes[first] == "S" and last - first > 2 and len(laid.words[first]) == 1 and laid.codes[first + 1] in "GV":
        return first + 1  # 35个村|发展庭院经济
    first_of = next(
        (i for i in range(first + 1, last) if laid.words[i].startswith(("首", "第")) and laid.codes[i] in "AM"), 0
    )
    if first_of:
        return first_of  # 两家基金会|首批物资
    heads = unit_heads().get(unit)
    if heads and not laid.words[last - 1].endswith(heads):
        last = next((i for i in range(first + 1, last) if _does(laid, i, heads)), last)
    if heads and unit == "家" and not laid.words[last - 1].endswith(heads):
        at = next((i + 1 for i in range(first, last - 2) if laid.words[i].endswith(heads)), last)
        if at < last and laid.codes[at] in "NGVAM":
            return at  # 31家医院|医务人员补助
    deed = heads and last - first > 1 and laid.codes[last - 1] == "G" and not laid.words[last - 1].endswith(heads)
    return last - 1 if heads and deed and laid.words[last - 2].endswith(heads) else last


def _does(laid: Laid, at: int, heads: tuple[str, ...]) -> bool:
    """True for what a thing that is counted does (40辆车|驶入一个个村庄)."""
    return laid.codes[at] in "GV" and laid.words[at - 1].endswith(heads)


def before_moved(laid: Laid, at: int, first: int, last: int) -> int:
    """The end of those who are moved to do what is told after them (带动300户农户|发展养殖业, 支持9个村|修建水窖)."""
    if at == 0 or (laid.words[at - 1] not in group("pivot") and laid.words[at - 1] not in group("aiding")):
        return last
    doers = (*endings("group_of_persons"), *endings("kind_of_firm"))
    deeds = (i for i in range(first + 1, last - 1) if laid.codes[i] in "GV")
    return next((i for i in deeds if _may_do(laid.codes[i - 1], laid.words[i - 1], doers)), last)


def _may_do(code: str, word: str, doers: tuple[str, ...]) -> bool:
    return word.endswith(doers) or is_person(word) or (code in "SO" and word[-1] in _VILLAGES)
