"""Who or what an earlier clause speaks of, and whether a clause goes on with it."""

from __future__ import annotations

import re

from transforms.quantities.context.clauses.clause import Laid
from transforms.quantities.context.clauses.word_groups import endings, group, is_deed, is_person
from transforms.quantities.context.owners.subject import OPENING, clause_subject, opening_nouns, saying, telling
from transforms.quantities.context.phrases.owner import WHOLE, owner_heads, owner_inside

Span = tuple[int, int]
_OFFICE = 5  # words
_SIZE = re.compile("A?[NG]?[WN]W?[DHPB]*Q")
_DEED = re.compile("[DCT]*[VL](?!U)")
_ONLY_LIES = re.compile("[^U]*(?:U[^VL]*)?")
_OF_BODIES = frozenset("个家所座")
_SPENT = ("投", "总投", "资", "总", "需", "造价")  # 概算投入


def spoken_of(laid: Laid, span: Span | None, end: int) -> Span | None:
    """The subject of an earlier clause, where it is something that can own a measure in a clause after it."""
    if span is None or laid.words[end - 1] in group("saying_end"):
        return None
    if span[1] >= end or laid.codes[span[0]] == "M" or laid.words[span[1] - 1].endswith("类"):
        return None
    published = laid.words[span[1]] in group("publishing") and laid.codes[span[1] + 1 : span[1] + 2] != "q"
    if published and not laid.words[span[1] - 1].endswith(endings("firm")):
        return None
    if laid.codes[span[1] - 1] not in "SO" and laid.words[end - 1] in saying():
        return None  # 县教育局局长王某回应
    cut = owner_inside(laid, *span, True)
    if cut > span[0] and laid.codes[span[0]] == "K" and laid.ends[cut - 1] - laid.starts[span[0]] == len("这幅"):
        cut = span[0]  # 这幅|长卷
    head = laid.words[span[1] - 1]
    whole = laid.codes[span[1] - 1] in "SO" or head.endswith((*owner_heads(), *endings("firm")))
    whole = whole or (laid.codes[span[1] - 1] != "W" and is_person(head))
    if cut > span[0] and not whole:
        span = span[0], cut
    counted = laid.words[span[0]].startswith(WHOLE) or (is_person(head) and laid.words[span[1]].endswith("达"))
    if laid.codes[span[0]] == "S" and counted and laid.codes[span[1]] in "HQ":
        span = span[0], span[0] + 1  # 全国机场达39个，: the country goes on, not its airports
    if laid.codes[span[0] : span[1]] == "SO" and _counts_bodies(laid, span[1], end):
        return span[0], span[0] + 1  # 四川贫困县减少到7个
    last = span[1] - 1
    if laid.codes[last + 1 : last + 2] == "Q" and laid.codes[last] != "S":
        return None
    lies = laid.words[span[1]] in group("lying") and _ONLY_LIES.fullmatch(laid.codes, span[1], end) is not None
    owns = (lies and "R" not in laid.codes[span[0] : span[1]]) or _is_named(laid, *span)
    owns = owns and laid.codes[end + 1 : end + 2] != "q"
    owns = owns or laid.codes[last] in "SOq" or laid.codes[span[0]] in "SK" or laid.words[last].endswith(owner_heads())
    return span if owns else None


def _counts_bodies(laid: Laid, begin: int, end: int) -> bool:
    """True where the first quantity of the words counts the places or bodies told before them."""
    at = laid.codes.find("Q", begin, end)
    return at >= 0 and laid.words[at][-1] in _OF_BODIES and not laid.codes[begin:at].strip("DHPTU")


_GREATEST = frozenset(("最大", "最早", "最长", "最高", "最小"))


def bare_name(laid: Laid, begin: int, end: int) -> Span | None:
    """The name that is all of the clause which opens a sentence (青云湖，面积54平方公里)."""
    if end - begin > 4 or laid.codes[end : end + 1] != "," or laid.codes[begin - 1 : begin] not in ("", "."):
        return None
    if laid.codes[begin:end].strip("NSOAK") or laid.words[end - 1] in telling():
        return None
    if laid.words[end - 1] in group("reporter"):
        return None  # 记者：…
    named = laid.codes[end - 1] in "SO" or laid.codes[begin] == "K" or is_person(laid.words[end - 1])
    return (begin, end) if named and laid.ends[end - 1] - laid.starts[begin] > 1 else None


def best_of_all(laid: Laid, begin: int, end: int) -> Span | None:
    """The thing that a clause says is the greatest of its kind (其中最大的是东湖水厂，总投资9亿元)."""
    at = next((i for i in range(begin, min(begin + 3, end)) if laid.words[i] in _GREATEST), end)
    if at == end or laid.codes[at + 1 : at + 2] != "U":
        return None
    first = next((i + 1 for i in range(at + 2, min(at + 4, end)) if laid.words[i] in ("是", "为")), end)
    return (first, end) if first < end and not laid.codes[first:end].strip("NSOAGWKVRq") else None


def place_of_figures(laid: Laid, begin: int, end: int) -> Span | None:
    """The place whose office is the source of figures (据日本财务省公布的数据): what they tell is its own."""
    if group("publishing").isdisjoint(laid.words[begin:end]):
        return None
    begin += laid.codes[begin] == "P"
    span = opening_nouns(laid, begin, end)
    if span is None or laid.codes[span[0]] != "S" or not 1 < span[1] - span[0] < _OFFICE:
        return None
    if len(laid.words[span[0]]) == 1 or not laid.words[span[1] - 1].endswith(endings("office")):
        return None
    told = not group("publishing").isdisjoint(laid.words[span[1] : end])
    return (span[0], span[0] + 1) if told else None


def opens_with_deed(laid: Laid, begin: int, end: int) -> bool:
    """True where a clause opens with a verb, so that who does it was named before."""
    begin += laid.words[begin] == "被"
    return _DEED.match(laid.codes, begin, end) is not None and laid.words[begin] not in group("besides")


def doer(laid: Laid, begin: int, end: int) -> Span | None:
    """Who does what a clause tells, None where it tells what was said, or what became of a measure."""
    span = clause_subject(laid, begin, end)
    if span is None or span[1] >= end or laid.codes[span[1] - 1] in "WG":
        return None
    if laid.codes[span[1]] not in "VLDPT" and not is_deed(laid.words[span[1]]):
        return None
    if laid.codes[end - 1] in "FU" or laid.words[span[1] - 1] in group("act"):
        return None  # 大火扑灭后，救出5人; 会议…，决定投入
    return span if telling().isdisjoint(laid.words[span[1] : end]) else None


def _is_named(laid: Laid, first: int, last: int) -> bool:
    """True for a person with a name (茶农陈某采了茶，收入6万元), not for the police or women."""
    if not group("reporter").isdisjoint(laid.words[first:last]):
        return False
    persons = [at for at in range(first, last) if is_person(laid.words[at])]
    return bool(persons) and persons[-1] < last - 1 and laid.ends[last - 1] - laid.ends[persons[-1]] in (2, 3)


def acts(laid: Laid, span: Span | None) -> bool:
    """True where the subject of a clause stands right before what it does."""
    return (
        span is not None and span[1] < len(laid.codes) and (laid.codes[span[1]] in "VL" or is_deed(laid.words[span[1]]))
    )


def is_done(laid: Laid, begin: int, end: int) -> bool:
    """True where a clause says that what it tells is so by now."""
    return not group("done").isdisjoint(laid.words[begin : min(end, begin + 12)])


def has_own_subject(laid: Laid, begin: int, end: int) -> bool:
    """True where a clause opens with a quantity or a noun beyond the name of a measure, or says that it is done."""
    if is_done(laid, begin, end):
        return True
    if laid.words[begin] in group("going_on"):
        return False  # 并按每年10%的比例选派
    at = OPENING.match(laid.codes, begin, end)
    first = at.end() if at else begin
    if (
        first >= end
        or laid.codes[first] == "G"
        or laid.words[first] in group("mean")
        or laid.codes[first : first + 2] in ("AV", "AG")
        or (laid.words[first] in group("reckoned") and laid.text.startswith(_SPENT, laid.ends[first]))
    ):
        return False  # 新开工项目40个
    if any(word[-1] == "均" for word in laid.words[begin:first]):
        return False  # 日均3万人次
    if laid.codes[first] == "Q":
        return True
    return laid.codes[first] in "NWSOAKRMq"


def tells_size(laid: Laid, begin: int, end: int) -> bool:
    """True where a clause tells how large what was told before is (总面积不低于2万平方米), or another measure of it."""
    while begin < end and laid.codes[begin] == "D":
        begin += 1
    size = _SIZE.match(laid.codes, begin, end)
    if size is None:
        return False
    return laid.codes[begin] == "W" or laid.text.startswith(endings("size"), laid.starts[begin])


def topic(laid: Laid, begin: int, end: int) -> Span | None:
    """The thing that opens a clause before a verb of yield (全省小麦已收获…), None where it is a body or a person."""
    span = opening_nouns(laid, begin, end)
    if span is None:
        return None
    first = owner_inside(laid, *span)
    last = laid.words[span[1] - 1]
    if laid.codes[span[1] - 1] not in "NGW" or is_person(last) or last.endswith(owner_heads()):
        return None
    return first, span[1]
