"""Whose a quantity is: the subject of its clause, or of one before it, or the agent after 由 and 为."""

from __future__ import annotations

import re
from functools import cache

from seeds import table
from transforms.quantities.context_clause import PLAN, Laid
from transforms.quantities.context_heads import endings, group, is_deed, is_person
from transforms.quantities.context_owner import owner_heads, owner_inside

Span = tuple[int, int]
_MAX = 20
_HELD = ("内", "里", "账上", "手上", "手里", "手中", "名下")  # 村集体账上: whose, not where
_WINDOW = 24
_OFFICE = 5  # words
_OPENING = re.compile(r"(?:[DTCJ]F?|P(?=T)|F(?=T))*")
_OPENS = frozenset("DTCJPF")
_NOUNS = re.compile(
    r"V?(?=[NGWSOARKMqX]+[DJ])[NGWSOARKMqX]+|(?:q[NGWSOAMVRX]+q|[NGWSOAKRM])(?:q[NGWSOAMVRX]+q|[NGWSOAKRMC]|\([NS]\))*"
)
_SETTING = re.compile(r"[NGWSOAKRM]+F")
_HEAD = re.compile(r"U([NGWSOA]*[NGWSO])A*(?=[LHDVJ]|PO)")
_DESCRIBED = re.compile(r"QU([NGWSOA]*[NSO])")
_AGENT_SIGNS = re.compile("[由为给带帮]")  # of the words before an agent
_AGENT = re.compile(r"[NGWSOAKRMq]{1,8}")
_SIZE = re.compile("A?[NG]?[WN]W?[DHPB]*Q")
_DEED = re.compile("[DCT]*[VL](?!U)")
_FOLLOWERS = frozenset("VLHDPJBFTuQEM")
_WHOLE = ("全", "我")


@cache
def _saying() -> frozenset[str]:
    return frozenset(row["verb"] for row in table("saying_verbs"))


@cache
def _telling() -> frozenset[str]:
    """Verbs after which what is said is told, not what is done."""
    return _saying() | group("saying_end") | group("publishing")


@cache
def _never_subjects() -> frozenset[str]:
    """Words that alone are no subject of a clause."""
    return group("mean") | group("generic") | group("reporter") | group("adverbial") | group("holding")


def owner_before(laid: Laid, begin: int, first: int) -> Span | None:
    """The noun phrase of the modifier before a measure: 电力行业的…, 湖北设立的…."""
    if first <= begin or laid.codes[first - 1] != "U":
        return None
    span = opening_nouns(laid, begin, first - 1)
    return None if span and span[1] - span[0] == 1 and laid.words[span[0]] in group("alike") else span


def opening_nouns(laid: Laid, begin: int, end: int) -> Span | None:
    """The noun phrase that opens a clause, after adverbs, times and settings (假日期间)."""
    codes = laid.codes
    opening = _OPENING.match(codes, begin, end) if codes[begin : begin + 1] in _OPENS else None
    first = opening.end() if opening else begin
    if codes[first : first + 1] == "q" and codes.count("q", first, end) % 2:
        first += 1
    setting = _SETTING.match(codes, first, end) if codes.find("F", first, end) > first else None
    if setting and laid.words[setting.end() - 1] not in _HELD:
        first = setting.end()
    match = _NOUNS.match(codes, first, end)
    if codes[first : first + 2] == "VN" and first + 2 < end and is_person(laid.words[first + 1]):
        helped = laid.words[first] in group("pivot")  # 帮助居民买菜
        return None if helped else (first, first + 2)  # 值班民警查获3件
    if match is None or (codes[first] == "V" and laid.ends[first] - laid.starts[first] > 1):
        return None
    last = match.end()
    while last > first and (codes[last - 1] in "CMA" or (last - first > 1 and is_deed(laid.words[last - 1]))):
        last -= 1
    if last <= first or laid.ends[last - 1] - laid.starts[first] > _MAX:
        return None
    if laid.ends[last - 1] - laid.starts[first] < 2 and laid.words[first] not in group("pronoun"):
        return None
    if (laid.codes[first:last] == "K" and laid.words[first][0] != "该") or (last < end and laid.words[last] == "地"):
        return None  # 自豪地: how, not who
    return first, last + (last < end and laid.words[last] in group("outside"))


def clause_subject(laid: Laid, begin: int, end: int) -> Span | None:
    """The subject of a clause: the nouns that open it before a verb, unless they are only a measure or a saying."""
    begin += laid.words[begin] in group("hearing") or laid.words[begin] in group("only")  # 得知全镇今年…, 只有香菜…
    if "Z" in laid.codes[begin:end]:
        return None
    span = opening_nouns(laid, begin, end)
    if span is None or (laid.codes[span[0]] == "K" and laid.codes[span[1] : span[1] + 2] == "QU"):
        return described(laid, span[1], end) if span else _modified(laid, begin, end)
    first, last = span
    if laid.words[first] in group("apart") or (
        (last - first > 1 or laid.codes[last] == "P") and laid.words[first] in group("urging")
    ):
        return None
    if last - first == 1 and _no_subject(laid, first):
        return None
    if laid.words[last - 1] == PLAN or (last - first > 1 and _is_act(laid, last - 1)):
        last -= 1  # 环保局决定 …, 储能电池循环6000次: the act is no part of who acts
    named = laid.codes[last - 1] in "SO" or laid.words[last - 1].endswith(owner_heads())
    doing = laid.codes[first] == "G" and not is_person(laid.words[last - 1])
    if doing and laid.codes[first - 1] == "D" and first > begin:
        return None  # 还供应香港熟食鸡
    if not named and (doing or not laid.codes[first:last].strip("AGM")):
        return None
    if laid.codes[first] == "K" and laid.codes[first + 1] in "SO":
        return first, first + 2
    if laid.codes[last - 1] not in "SOW" and is_person(laid.words[last - 1]) and laid.codes[first] != "K":
        return first, last
    if laid.codes[last - 1] not in "SO" and (
        laid.codes[last - 1] == "W" or laid.codes[first] == "K" or laid.words[first].startswith(_WHOLE)
    ):
        return _whole_or_owner(laid, first, last)
    after = laid.codes[last:end].lstrip("A")[:1]  # 国家发改委紧急下达
    if last == first or (
        after and after not in _FOLLOWERS and laid.words[last] not in group("act") and not is_deed(laid.words[last])
    ):
        return None
    return first, last


def _whole_or_owner(laid: Laid, first: int, last: int) -> Span | None:
    """The owner that heads a phrase, all of it before what it does (全市书店|接待读者); None for a measure alone."""
    if laid.codes[last - 1] == "N" and laid.codes[last : last + 1] == "V" and laid.words[last] not in group("yield"):
        return first, last
    cut = owner_inside(laid, first, last, laid.codes[last - 1] == "W")
    if cut > first:
        return first, cut
    return None if laid.codes[last - 1] == "W" else (first, last)


def _modified(laid: Laid, begin: int, end: int) -> Span | None:
    """The noun after 的 before a verb, in a clause that no noun opens."""
    head = _HEAD.search(laid.codes, begin, end)
    if head is None or laid.words[head.end(1) - 1] in group("manner"):
        return None
    opening = _OPENING.match(laid.codes, begin, end)
    first = opening.end() if opening else begin
    how = laid.codes[first - 1 : first] == "P" and laid.words[first - 1] in group("by_means")
    return None if how and "V" not in laid.codes[first : head.start()] else head.span(1)  # 以空前的力度推进


def described(laid: Laid, at: int, end: int) -> Span | None:
    """The noun after 的 that the quantity at `at` describes (这座年产能300万吨的|矿井), None where there is none."""
    head = _DESCRIBED.match(laid.codes, at, end)
    return head.span(1) if head else None


def _is_act(laid: Laid, at: int) -> bool:
    return laid.words[at] in group("act") or laid.codes[at : at + 2] == "GQ"


def _no_subject(laid: Laid, at: int) -> bool:
    """True for a word alone that is no subject: a verb whatever its tag (资助过47名学生), a reporter, 每."""
    if laid.words[at] in _never_subjects():
        return True
    if laid.codes[at + 1 : at + 2] in ("u", "V") and laid.words[at + 1] in group("aspect"):
        return True
    return laid.codes[at] == "R" and laid.words[at] not in group("pronoun")


def spoken_of(laid: Laid, span: Span | None, end: int) -> Span | None:
    """The subject of an earlier clause, where it is something that can own a measure in a clause after it."""
    if span is None or laid.words[end - 1] in group("saying_end"):
        return None
    if span[1] >= end or laid.codes[span[0]] == "M" or laid.words[span[1] - 1].endswith("类"):
        return None
    published = laid.words[span[1]] in group("publishing") and laid.codes[span[1] + 1 : span[1] + 2] != "q"
    if published and not laid.words[span[1] - 1].endswith(endings("firm")):
        return None
    if laid.codes[span[1] - 1] not in "SO" and laid.words[end - 1] in _saying():
        return None  # 县教育局局长王某回应
    cut = owner_inside(laid, *span, True)
    head = laid.words[span[1] - 1]
    whole = laid.codes[span[1] - 1] in "SO" or head.endswith((*owner_heads(), *endings("firm")))
    whole = whole or (laid.codes[span[1] - 1] != "W" and is_person(head))
    if cut > span[0] and not whole:
        span = span[0], cut
    counted = laid.words[span[0]].startswith(_WHOLE) or (is_person(head) and laid.words[span[1]].endswith("达"))
    if laid.codes[span[0]] == "S" and counted and laid.codes[span[1]] in "HQ":
        span = span[0], span[0] + 1  # 全国机场达39个，: the country goes on, not its airports
    last = span[1] - 1
    if laid.codes[last + 1 : last + 2] == "Q" and laid.codes[last] != "S":
        return None
    owns = _is_named(laid, *span) and laid.codes[end + 1 : end + 2] != "q"
    owns = owns or laid.codes[last] in "SOq" or laid.codes[span[0]] in "SK" or laid.words[last].endswith(owner_heads())
    return span if owns else None


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
    return span if _telling().isdisjoint(laid.words[span[1] : end]) else None


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


def agent(laid: Laid, begin: int, at: int, counts: bool) -> Span | None:
    """The noun after 由 (由村集体投入), or, unless things are counted, after 为 with a verb of gain (为村集体增收)."""
    first = max(begin, at - _WINDOW)
    if first >= at or _AGENT_SIGNS.search(laid.text, laid.starts[first], laid.ends[at - 1]) is None:
        return None
    for index in range(at - 1, first - 1, -1):
        word = laid.words[index]
        if word == "由" or (not counts and word in ("为", "可为", "给", "带动", "帮助") and _gains(laid, index, at)):
            match = _AGENT.match(laid.codes, index + 1, at)
            return match.span() if match and match.group().strip("AM") else None
    return None


def _gains(laid: Laid, begin: int, at: int) -> bool:
    return not group("gain").isdisjoint(laid.words[begin + 1 : at])


def is_done(laid: Laid, begin: int, end: int) -> bool:
    """True where a clause says that what it tells is so by now."""
    return not group("done").isdisjoint(laid.words[begin : min(end, begin + 12)])


def has_own_subject(laid: Laid, begin: int, end: int) -> bool:
    """True where a clause opens with a quantity or a noun beyond the name of a measure, or says that it is done."""
    if is_done(laid, begin, end):
        return True
    at = _OPENING.match(laid.codes, begin, end)
    first = at.end() if at else begin
    if (
        first >= end
        or laid.codes[first] == "G"
        or laid.words[first] in group("mean")
        or laid.codes[first : first + 2] == "AV"
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
