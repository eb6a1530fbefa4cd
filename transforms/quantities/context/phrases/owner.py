"""The owner inside the noun phrase of a measure (东湖高新区|专利授权量)."""

from __future__ import annotations

import re
from functools import cache

import rjieba

from seeds import table
from transforms.quantities.context.clauses.clause import Laid
from transforms.quantities.context.clauses.word_groups import endings, group, is_person

_PROPER = re.compile(
    r"(?:(?:K[NSO]|q[NGWSOAMX]+q[NGSO]?|[NAM]{0,2}S)(?:[NA]{0,2}|G)O+|K(?:[SO]|N+|A{1,3}N+(?!N))|(?:q[NGWSOAMX]+q)?[NAM]{0,3}S)+(?=[NGWVAM]|DW)"
)
_BODY = re.compile(r"(?:NG|[NAS]{0,3})O(?=[NGWVAM])")
WHOLE = ("全", "我")  # 全市, 我县
_QUOTED = re.compile("Sq[^q]+q(?!O)")
_NAMES = (2, 3)  # signs
_POINTING = frozenset("该此这那")
_SHORES = ("岛", "湾", "湖", "河", "江", "山")
_NAME = 3  # signs of 月牙湾
_SERIES = frozenset("次届场轮")
_EVENTS = tuple("会 赛 展 节 活动 调查 地震 演出 招聘 检查 抽查 考试 普查 试验 行动".split())


@cache
def owner_heads() -> tuple[str, ...]:
    """Endings of what owns measures (企业, 小区)."""
    return tuple(row["suffix"] for row in table("owner_heads"))


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["surname"] for row in table("surnames") if row["group"] == "common")


@cache
def _splitting_heads() -> tuple[str, ...]:
    return tuple(row["suffix"] for row in table("owner_heads") if row["splits"])


def owner_inside(laid: Laid, first: int, last: int, opens: bool = False) -> int:
    """Where the measure begins after the owner that heads its noun phrase (东湖高新区|专利授权量); `first` where none.

    A body without a name (学校) owns what a measure names, or what stands in a phrase that opens its clause.
    """
    if (apart := _plainly_apart(laid, first, last)) is not None:
        return apart
    if laid.codes[last - 1] == "W" and (shore := _shore(laid, first, last)):
        return shore
    match = _PROPER.match(laid.codes, first, last)
    if match is None and (opens or laid.codes[last - 1] == "W"):
        match = None if laid.words[last - 1] in group("covering") else _BODY.match(laid.codes, first, last)
        match = match if match and laid.words[match.end()] not in group("counting") else None  # 学校|数量
    if match is None and opens and laid.codes[last - 1] in "WV":
        doer = _doer_inside(laid, first, last)
        return doer or (_thing_inside(laid, first, last) if laid.codes[last - 1] == "W" else first)
    if match is None or match.end() >= last or laid.ends[match.end() - 1] - laid.starts[first] < 2:
        return first
    if not group("apart").isdisjoint(laid.words[first + 1 : match.end()]):
        return next(at for at in range(first + 1, last) if laid.words[at] in group("apart"))  # 该厂|距宜安县城
    if laid.words[match.end()] in group("place_end"):
        return first
    if laid.codes[first : first + 2] == "KN":
        end = _pointed_out(laid, first + 1, match.end())
        if end == last - 1 and laid.codes[end] == "N" and laid.ends[end] - laid.starts[end] == 1:
            return first  # 该型无人|船
        return end + (laid.ends[end - 1] - laid.starts[first] == 2 and end + 1 < last)  # 这|幅|绣品
    end = match.end()
    if end == first + 1 == last - 1 and laid.words[first] == "当地" and is_person(laid.words[end]):
        return first  # 当地员工
    firm = end + 1 < last and laid.codes[end : end + 2] == "NV" and laid.words[end].endswith(endings("firm"))
    stretch = end + 1 < last and laid.codes[end] == "F" and len(laid.words[end]) > 1
    site = end + 1 < last and laid.codes[end] == "N" and laid.words[end].endswith(endings("site_of_place"))
    site = site and laid.codes[last - 1] == "W" and laid.codes[end + 1] in "WAG"  # 临海口岸|货运量
    return end + (firm or stretch or site)  # 中国企业|承建, 长江中下游|降雨


def _plainly_apart(laid: Laid, first: int, last: int) -> int | None:
    """Where the measure begins where a word tells (该剑|长, 他|到任, 两市|成交额), None where none does."""
    word = laid.words[first]
    if word in group("mean") or word in group("apart") or word == "占" or word[0] == "最":
        return first  # 人均绿地面积, 距离县城, 占平台总量, 最小列车间隔
    if (
        laid.codes[first] == "M"
        and laid.words[first] in group("both")
        and laid.codes[last - 1] == "W"
        and last - first > 1
    ):
        return first + 1  # 两市|成交额
    taken = laid.codes.find("V", first + 1, last)
    if taken > 0 and len(laid.words[taken]) > 1 and laid.words[taken] in group("taking_out"):
        return taken  # 村集体|拿出收益
    far = next((at for at in range(first + 1, last) if laid.words[at] in group("apart")), None)
    if far is not None and laid.codes[far - 1] in "RS":
        return far  # 这里|距车站, 青石村|距离县城
    if last - first > 1 and laid.words[last - 1] in group("dimension") and laid.words[first][0] in _POINTING:
        return last - 1  # 该剑|长, 这件铜鼎|高
    if (
        laid.codes[first : first + 2] in ("RV", "RG", "RW")
        and first + 1 < last
        and laid.words[first] in group("pronoun")
    ):
        return first + 1  # 他|到任
    if laid.codes[first : first + 1] == "R" and (end := _event_end(laid, first, last)):
        return end
    if laid.words[last - 1] == "产销" and last - first > 1:
        return last - 1  # 家电|产销
    if laid.words[first][0] in WHOLE and _QUOTED.match(laid.codes, first, last):
        return first + 1  # 全市|“百千万工程”典型镇
    return None


def _event_end(laid: Laid, first: int, last: int) -> int | None:
    """The end of an event that is pointed at, before its measure or what it has (本次招聘会|平均月薪)."""
    if laid.words[first][0] not in "本此这" or laid.words[first][-1] not in _SERIES or laid.codes[last - 1] not in "WV":
        return None
    ends = range(last - 1, first + 1, -1)
    return next((at for at in ends if laid.codes[at - 1] in "NG" and laid.words[at - 1].endswith(_EVENTS)), None)


def _shore(laid: Laid, first: int, last: int) -> int | None:
    """The end of the name of an island, a bay or a lake that opens a phrase (月牙湾|海草床面积)."""
    for at in range(first, min(first + 2, last - 2)):
        if laid.codes[at] != "N" or laid.codes[at + 1] != "N":
            return None
        long = laid.ends[at] - laid.starts[first] >= _NAME
        if long and laid.words[at].endswith(_SHORES):
            return at + 1
    return None


def _pointed_out(laid: Laid, first: int, last: int) -> int:
    """The end of the owner that 这家 or 该 points at (这家企业|员工平均年龄)."""
    return next((at + 1 for at in range(first, last) if laid.words[at].endswith(owner_heads())), last)


def _doer_inside(laid: Laid, first: int, last: int) -> int | None:
    """Where what is done begins after the persons who do it (被告人赵某|骗取贷款), None where nobody does it."""
    verb = laid.codes.find("V", first, last)
    if verb <= first or laid.codes[first:verb].strip("NSOKR") or laid.words[verb] == "占":
        return None
    team = len(laid.words[first]) == 2 and laid.words[first][0] == "全"  # 全队|拦网得分
    return (
        verb
        if team
        or is_name(laid.text[laid.starts[first] : laid.ends[verb - 1]])
        or any(map(is_person, laid.words[first:verb]))
        else None
    )


def is_name(word: str) -> bool:
    """True for a name that the dictionary does not know: a common surname and one or two signs (杨万良|花了)."""
    return len(word) in _NAMES and word[0] in _surnames() and not rjieba.has_word(word)


def _thing_inside(laid: Laid, first: int, last: int) -> int:
    """Where the measure begins after a thing that opens the clause (新线路|全程); `first` where none does."""
    heads = owner_heads() if laid.words[first] in group("renewed") else _splitting_heads()
    for at in range(last - 1, first, -1):
        glued = laid.codes[at] == "N" and laid.ends[at] - laid.starts[at] == 1  # 公交线|网密度 is one
        if (at - 1 == first and laid.words[first] in group("bare_thing")) or laid.words[at] in group("counting"):
            continue  # 航线|总数
        if not glued and laid.words[at - 1].endswith(heads):
            return at
    return first
