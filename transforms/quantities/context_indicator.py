"""The noun phrases before and after a quantity, as spans of words."""

from __future__ import annotations

import re
from functools import cache

from seeds import table
from transforms.quantities.context_clause import PLAN, Laid

_MAX = 24
_LIST_MAX = 12
_SHARE_MAX = 20
_NOUNS = "[NGWSOA]"
_QUOTED = "q[^q,;.]{1,8}q"
_RIGHT = re.compile(
    rf"U?T?((?:[AKRM(]F?|D?V(?=V?{_NOUNS})|D(?=[GA]{_NOUNS}))*(?:{_QUOTED}|[NGWSO])"
    rf"(?:{_QUOTED}|[NGWSOAMF()]|D(?=W)|C(?=[NGWSOAR])|(?<=[GS])V(?=[NGW]))*)"
)
_RELATIVE = re.compile(rf"[PDVF][^UQZ]{{0,8}}U((?:[AM(q]|V(?={_NOUNS}))*[NGWSO][NGWSOAqM()]*)")
_DONE = re.compile(r"U?(A?V[VGNAC]{0,3})(?=[,;.U)]|\Z)")
_MODIFIER = re.compile(rf"[AD]?U((?:[AM(q]|V(?={_NOUNS}))*[NGWSO][NGWSOAqM()]*)")
_SHARE = re.compile(r"[NGWSOAVPCU]{1,7}$")
_BASE = re.compile(r"B(?:[^VHBU]|(?<=T)U){0,8}$")
_NOUN_UNITS = frozenset(("人", "人次", "次", "倍", "%", "pp", "x"))
_PERSON_UNITS = frozenset(("名", "位"))
_DEGREES = frozenset("高低快慢多少长宽深厚重大远早晚")
_DIMENSIONS = frozenset("高长宽深厚重")
_TAILS = frozenset(("会", "组织"))  # verbs to the dictionary, nouns at the end of a name
_TO = frozenset("到至成为")
_REACHES = re.compile(r"[增减升降涨跌提扩缩加延压卖].?[到至]")
_EXTREMES = frozenset(("最高", "最低", "最大", "最长", "最快", "最短", "名义", "实际"))
_SHARES = frozenset(("%", "x"))
_FROM = frozenset("由从自")
_EQUALS = frozenset(("是", "为", "相当于", "只有", "仅有", "仅为", "达到"))
_COMPOUND_VERBS = frozenset(("增长", "上涨", "下降", "增加", "提升", "减少", "预期"))
_CAUSES = frozenset(("因", "受", "由于"))
MEANS = frozenset(("人均", "户均", "亩均", "村均"))
_GIFTS = ("资金", "经费", "款", "金", "补助", "补贴", "奖励", "投资", "收入", "损失", "税", "税费", "费")
_QUALIFIERS = frozenset(("新", "实际"))
_NEW = frozenset(("新增", "净增", "新签", "新建", "新种"))
_LINKS = frozenset("HDTuLJPeE")


@cache
def _generic() -> frozenset[str]:
    return frozenset(row["word"] for row in table("generic_heads"))


@cache
def _giving_verbs() -> frozenset[str]:
    return frozenset(row["word"] for row in table("giving_verbs"))


@cache
def _unit_heads() -> dict[str, tuple[str, ...]]:
    return {row["unit"]: tuple(row["heads"].split()) for row in table("unit_heads")}


def is_generic(word: str) -> bool:
    """True for a noun that says nothing of what is measured when it follows a number (目标, 左右, 大关)."""
    return word in _generic()


def is_person(word: str) -> bool:
    """True for a noun that 名 counts (代表, 队员)."""
    return word.endswith(_unit_heads()["名"])


def right_phrase(laid: Laid, at: int, end: int, unit: str, counted: bool) -> tuple[int, int] | None:
    """The words of the noun after the quantity at `at`, over an attribute that is a quantity (4950名80岁以上的老人)."""
    begin = at + 1
    while begin < end and laid.codes[begin] == "Q" and laid.starts[begin] == laid.ends[begin - 1]:
        begin += 1
    if begin >= end or (unit in _NOUN_UNITS and laid.codes[begin] == "V"):
        return None
    match = _RIGHT.match(laid.codes, begin, end) or _RELATIVE.match(laid.codes, begin, end)
    if match is None:
        events = (counted and unit not in _unit_heads() and unit not in _NOUN_UNITS) or laid.codes[begin] == "U"
        done = _DONE.match(laid.codes, begin, end + 1) if events else None
        return done.span(1) if done else None
    first, last = match.span(1)
    modifier = _MODIFIER.match(laid.codes, last, end)
    if modifier and _describes(laid, first, last) and not _agrees(laid, unit, first, last):
        first, last = modifier.span(1)
    last = _agreeing(laid, unit, first, last, end)
    if last < end and laid.word(last) in _TAILS and (last + 1 == end or laid.codes[last + 1] not in "VDLNGWSOAMQ"):
        last += 1
    if unit in _PERSON_UNITS:
        last = next((i + 1 for i in range(last - 1, first, -1) if is_person(laid.word(i))), last)
    while last - first > 1 and laid.codes[last - 1] in "FMC":
        last -= 1
    while last > first and laid.ends[last - 1] - laid.starts[first] > _MAX:
        last -= 1
    return (first, last) if last > first else None


def _describes(laid: Laid, first: int, last: int) -> bool:
    """True where the words before 的 say how the thing is rather than name it (相辅相成的, 6月龄的, 间距相同的)."""
    proverb = last - first == 1 and laid.ends[first] - laid.starts[first] == 4
    return laid.codes[first] in "VM" or laid.codes[last] != "U" or proverb


def _agrees(laid: Laid, unit: str, first: int, last: int) -> bool:
    """True where one of the words is a head that the measure word asks for."""
    heads = _unit_heads().get(unit)
    return heads is not None and any(laid.word(i).endswith(heads) for i in range(first, last))


def _agreeing(laid: Laid, unit: str, first: int, last: int, end: int) -> int:
    """Reaches on over a verb to a head that the measure word asks for (2162家 … 重点控排企业)."""
    heads = _unit_heads().get(unit)
    if heads is None or _agrees(laid, unit, first, last):
        return last
    for at in range(last, min(last + 4, end)):
        if laid.codes[at] not in "VNGWSOA":
            break
        if laid.codes[at] != "V" and laid.word(at).endswith(heads):
            return at + 1
    return last


def share_phrase(laid: Laid, first: int, end: int) -> tuple[int, int] | None:
    """All the words after a share that say what part it is (超九成|收入来自物业租赁), None where they are too many."""
    if first < end and laid.ends[end - 1] - laid.starts[first] <= 14 and _SHARE.fullmatch(laid.codes, first, end):
        return first, end
    return None


def left_phrase(laid: Laid, begin: int, at: int, unit: str = "") -> tuple[int, int, bool]:
    """The words of the noun before the quantity at `at`, from `begin` on; True where a light verb stands between.

    The span is empty where there is none.
    """
    codes = laid.codes
    stop = _before_links(laid, begin, _before_share(laid, begin, at, unit))
    base = _BASE.search(codes, begin, stop)
    if base:
        stop = _before_links(laid, begin, base.start())
    light = "L" in codes[stop:at]
    while stop + 1 < at and laid.word(stop) in _COMPOUND_VERBS and laid.word(stop + 1) not in _TO and stop > begin:
        stop += 1
    first = _run_back(laid, begin, stop)
    if first > begin + 1 and laid.word(first - 1) in _CAUSES:
        stop = first - 1
        first = _run_back(laid, begin, stop)
    while first < stop and (codes[first] in "CF)e" or (codes[first] == "q" and codes.count("q", first, stop) % 2)):
        first += 1
    return first, stop, light


def _before_share(laid: Laid, begin: int, at: int, unit: str) -> int:
    """Where 由最初的 or, before a share or multiple, 是老馆的 begins, which names no measure; else `at`."""
    if at <= begin or laid.codes[at - 1] != "U":
        return at
    for index in range(at - 2, max(begin, at - 9) - 1, -1):
        if laid.word(index) in _FROM or (unit in _SHARES and laid.word(index) in _EQUALS):
            return index
    return at


def _before_links(laid: Laid, begin: int, stop: int) -> int:
    """Steps back over what joins a measure and its number (达, 已, 由2018年的, 快, 最高, 涨到)."""
    codes = laid.codes
    if stop > begin and laid.word(stop - 1) in _DEGREES:
        stop -= 1
    while stop > begin and (_is_link(laid, stop) or _moves_to(laid, begin, stop)):
        stop -= 1
    if stop > begin and codes[stop - 1] == "U":
        stop -= 1
    return stop


def _is_link(laid: Laid, stop: int) -> bool:
    codes = laid.codes
    word = laid.word(stop - 1)
    linked = codes[stop - 1] in _LINKS or codes[stop - 2 : stop] == "TU" or word in _EXTREMES
    return linked or _REACHES.fullmatch(word) is not None


def _moves_to(laid: Laid, begin: int, stop: int) -> bool:
    """True for the verb of 涨到, and for any one word between two values that 到 joins (1260项精简到417项)."""
    if laid.word(stop) not in _TO:
        return False
    between = stop - 1 == begin and begin > 0 and laid.codes[begin - 1] == "Q"
    return laid.codes[stop - 1] == "V" or between


def dimension(laid: Laid, begin: int, at: int) -> tuple[int, int] | None:
    """The noun with the dimension right before its number (塔高, 桥长), None where no dimension stands there."""
    if at <= begin or laid.word(at - 1) not in _DIMENSIONS:
        return None
    return _run_back(laid, begin, at - 1), at


def share_of(laid: Laid, begin: int, at: int) -> int | None:
    """Where the share of one measure in another begins (研发投入|占|营业收入), None where there is no 占 near."""
    index = next((i for i in range(at - 1, max(begin, at - 10) - 1, -1) if laid.word(i) == "占"), None)
    if index is None:
        return None
    stop = index
    while stop > begin and laid.codes[stop - 1] == "D":
        stop -= 1
    first = _run_back(laid, begin, stop)
    short = first < stop and laid.ends[at - 1] - laid.starts[first] <= _SHARE_MAX
    return first if short and "C" not in laid.codes[first:stop] else index


def _run_back(laid: Laid, begin: int, stop: int) -> int:
    """Where the noun phrase that ends at `stop` begins: one verb may stand in it, more than that is a clause."""
    codes = laid.codes
    first, verbs = stop, 0
    verb = -1
    if stop == begin or (codes[stop - 1] not in "NGWSOVq)" and laid.word(stop - 1) not in _COMPOUND_VERBS):
        return stop
    if stop - begin and laid.word(stop - 1) in MEANS and (stop - 1 == begin or codes[stop - 2] not in "NGWSOA"):
        return stop
    head = codes[stop - 1]
    while first > begin and laid.ends[stop - 1] - laid.starts[first - 1] <= _MAX:
        code = codes[first - 1]
        if code == "q":
            first = codes.rfind("q", max(begin, first - 9), first - 1) + 1 or first
            if codes[first - 1] != "q":
                break
        elif code == "V" and laid.word(first - 1) not in _NEW:
            if first < stop and laid.word(stop - 1).endswith(_GIFTS) and laid.word(first - 1) in _giving_verbs():
                break
            if verbs and (head not in "WV" or verb > first or verbs > 1):
                return verb if head not in "WV" else first
            verb = first - 1
            verbs += 1
            if laid.word(verb) == "占":
                return verb
        elif not _nominal(laid, first - 1, stop):
            break
        first -= 1
    return _trimmed(laid, begin, first, verb, head)


def _trimmed(laid: Laid, begin: int, first: int, verb: int, head: str) -> int:
    """Where the phrase begins that may hold a predicate: it goes with its object unless both are one name."""
    outside = laid.codes[first - 1] if first > begin else ","
    if verb >= 0 and (outside == "P" or (outside == "H" and head == "W") or (head not in "WV" and outside != "L")):
        return verb - (verb > begin and laid.word(verb - 1) in _QUALIFIERS)
    if head in "GW" and outside == "P" and laid.word(first - 1) == "对":
        return first - 1
    return first


def _nominal(laid: Laid, at: int, stop: int) -> bool:
    """True for a word that a noun phrase which ends at `stop` may hold."""
    code, word = laid.codes[at], laid.word(at)
    if code == "C":
        return at + 1 < stop and laid.ends[stop - 1] - laid.starts[at] <= _LIST_MAX
    if code == "V":
        return word in _NEW
    if at + 1 < stop or word in _COMPOUND_VERBS:
        if word == PLAN or (code == "M" and word[0] == "第"):
            return False
        if word in _COMPOUND_VERBS or word in ("以上", "以下"):
            return at > 0 and (laid.codes[at - 1] in "NGWASO" or laid.word(at - 1) in _COMPOUND_VERBS)
    return code in "NGWSOAMKR()"
