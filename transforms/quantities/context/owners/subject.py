"""Whose a quantity is: the subject of its clause, or the agent after 由 and 为."""

from __future__ import annotations

import re
from functools import cache

import rjieba

from seeds import table
from transforms.quantities.context.clauses.clause import PLAN, Laid
from transforms.quantities.context.clauses.word_groups import (
    group,
    is_deed,
    is_newly_done,
    is_person,
    is_phrase,
    is_saying,
    no_noun,
    works_on,
)
from transforms.quantities.context.phrases.owner import WHOLE, owner_heads, owner_inside

Span = tuple[int, int]
_MAX = 20
_HELD = ("内", "里", "账上", "手上", "手里", "手中", "名下")  # 村集体账上: whose, not where
_WINDOW = 24
OPENING = re.compile(r"(?:[DTCJ]F?|P(?=T)|F(?=T))*")
_OPENS = frozenset("DTCJPF")
_NOUNS = re.compile(
    r"V?(?=[NGWSOARKMqX]+[DJ])[NGWSOARKMqX]+|(?:q[NGWSOAMVRX]+q|[NGWSOAKRM])(?:q[NGWSOAMVRX]+q|[NGWSOAKRMC]|\([NS]\))*"
)
_SETTING = re.compile(r"[NGWSOAKRM]+F")
_AFTER = re.compile("[NG]{1,3}[DA]*VF(?=[NSO])")
_HEAD = re.compile(r"U([NGWSOA]*[NGWSO])A*(?=[LHDVJ]|PO)")
_DESCRIBED = re.compile(r"QU([NGWSOA]*[NSO])")
_JOINED_VERB = re.compile("VC[^,;.QC]{1,5}(?:C[^,;.QC]{1,5})*e")
_AGENT_SIGNS = re.compile("[由为给带帮]")  # of the words before an agent
_AGENT = re.compile(r"[NGWSOAKRMq]{1,8}")
_FOLLOWERS = frozenset("VLHDPJBFTuQEM")
_NAME = 3  # signs of 无人机
_REACHING = frozenset("着于到在向给为")
_EVERY = ("各", "每", "本", "该")
_TAKING = ("将", "把")
PASSES = ("超", "不足", "不到", "低于", "高于")
_WITH_WHOM = ("与", "和", "同", "跟")


@cache
def saying() -> frozenset[str]:
    return frozenset(row["verb"] for row in table("saying_verbs"))


@cache
def telling() -> frozenset[str]:
    """Verbs after which what is said is told, not what is done."""
    return saying() | group("saying_end") | group("publishing")


@cache
def _never_subjects() -> frozenset[str]:
    """Words that alone are no subject of a clause."""
    alone = group("mean") | group("generic") | group("reporter") | group("adverbial")
    return alone | group("holding") | group("no_doer")


def owner_before(laid: Laid, begin: int, first: int) -> Span | None:
    """The noun phrase of the modifier before a measure: 电力行业的…, 湖北设立的…."""
    if first <= begin or laid.codes[first - 1] != "U":
        return None
    span = opening_nouns(laid, begin, first - 1)
    alone = laid.words[span[0]] if span is not None and span[1] - span[0] == 1 else ""
    newly = alone != "" and (is_newly_done(alone) or is_saying(alone))
    if span and (newly or not laid.codes[span[0] : span[1]].strip("AGVD")):
        return None  # 新开通的, 遇到困难的
    if span and span[1] - span[0] > 1 and laid.codes[span[1] - 2 : span[1]] in ("NG", "SG", "OG"):
        return (span[0], span[1] - 1) if span[1] == first - 1 else span  # 实验室|研制的
    return None if span and span[1] - span[0] == 1 and laid.words[span[0]] in group("alike") else span


def opening_nouns(laid: Laid, begin: int, end: int) -> Span | None:
    """The noun phrase that opens a clause, after adverbs, times and settings (假日期间)."""
    codes = laid.codes
    opening = OPENING.match(codes, begin, end) if codes[begin : begin + 1] in _OPENS else None
    first = opening.end() if opening else begin
    if first > begin and _is_marked(laid, begin, first):
        return None
    if codes[first : first + 1] == "q" and codes.count("q", first, end) % 2:
        first += 1
    first += codes[first : first + 1] == "V" and laid.words[first] in group("causing")  # 让|社区逐步具备
    if codes.find("F", first, end) > first:
        first = _after_setting(laid, first, end)
    match = _NOUNS.match(codes, first, end)
    if match and (body := _body_end(laid, match.end(), end)):
        return first, body
    if codes[first : first + 2] == "VO" and codes[first + 2 : first + 3] in ("V", "L", "D") and first + 2 < end:
        return (first, first + 2) if _names_body(laid.words[first]) else None
    if codes[first : first + 2] == "VN" and first + 2 < end and is_person(laid.words[first + 1]):
        helped = laid.words[first] in group("pivot") or works_on(laid.words[first])  # 帮助居民买菜
        helped = helped or (codes[first + 2] == "N" and rjieba.has_word(laid.words[first + 2]))  # 解决群众困难
        return None if helped else (first, first + 2)  # 值班民警查获3件
    if match is None or (codes[first] == "V" and laid.ends[first] - laid.starts[first] > 1):
        return None
    last = match.end()
    while last > first and (codes[last - 1] in "CMA" or (last - first > 1 and no_noun(laid.words[last - 1]))):
        last -= 1
    if last <= first or laid.ends[last - 1] - laid.starts[first] > _MAX:
        return None
    if laid.ends[last - 1] - laid.starts[first] < 2 and laid.words[first] not in group("pronoun"):
        return None
    if (laid.codes[first:last] == "K" and laid.words[first][0] != "该") or (last < end and laid.words[last] == "地"):
        return None  # 自豪地: how, not who
    return first, last + (last < end and laid.words[last] in group("outside"))


def _is_marked(laid: Laid, begin: int, first: int) -> bool:
    """True for an object (将|中国方案译成波斯语) and for those with whom something is done (还与|队员管理着)."""
    if laid.words[first - 1] in _TAKING and laid.codes[first : first + 1] in ("N", "S", "O"):
        return True
    return first > begin + 1 and laid.codes[first - 2 : first] == "DC" and laid.words[first - 1] in _WITH_WHOM


def _after_setting(laid: Laid, first: int, end: int) -> int:
    """The word after where or when something is (假日期间, 医保报销后|个人自付), `first` where that is not told."""
    setting = _SETTING.match(laid.codes, first, end)
    if setting and laid.words[setting.end() - 1] not in _HELD:
        first = setting.end()
    after = _AFTER.match(laid.codes, first, end)
    return after.end() if after and laid.words[after.end() - 1] == "后" else first


def _body_end(laid: Laid, verb: int, end: int) -> int | None:
    """The end of a body that is named by what it does (国内汽车|制造|企业), before what it does now."""
    after = verb + 1
    named = after + 1 < end and laid.codes[verb] == "V" and laid.words[verb] in group("trade_of_body")
    if not named or laid.codes[after] not in "NSO" or not laid.words[after].endswith(owner_heads()):
        return None
    return after + 1 if laid.codes[after + 1] in "VGLDHU" else None


def _names_body(verb: str) -> bool:
    """True for a verb that says which body it is (排水|部门), not for what is done with one (要求|部门, 围着|小区)."""
    moves = verb in group("pivot") or verb in group("urging") or verb in telling()
    return not moves and len(verb) > 1 and verb[-1] not in _REACHING


def holder(laid: Laid, begin: int, end: int) -> Span | None:
    """The place or body before 的 and what is counted of it (村里的|36户困难户), where it opens its clause."""
    span = opening_nouns(laid, begin, end)
    if span is None or span[1] != end:
        return None
    pronoun = end - span[0] == 1 and laid.words[span[0]] in group("pronoun")
    return span if pronoun or laid.codes[end - 1] in "SO" else None


def clause_subject(laid: Laid, begin: int, end: int) -> Span | None:
    """The subject of a clause: the nouns that open it before a verb, unless they are only a measure or a saying."""
    begin += laid.words[begin] in group("hearing") or laid.words[begin] in group("only")  # 得知全镇今年…, 只有香菜…
    if "Z" in laid.codes[begin:end]:
        return None
    span = opening_nouns(laid, begin, end)
    if span is None or (laid.codes[span[0]] == "K" and laid.codes[span[1] : span[1] + 2] == "QU"):
        return described(laid, span[1], end) if span else _modified(laid, begin, end)
    first, last = _tight(laid, *span)
    first += last - first > 1 and laid.words[first] in group("this_time") and laid.codes[first + 1] in "SR"  # 此次|我省
    first, last = span = first, _before_deed(laid, first, last)
    urges = (last - first > 1 or laid.codes[last] == "P") and laid.words[first] in group("urging")
    passes = laid.codes[last : last + 2] == "QU" and laid.words[last].startswith(PASSES)  # 研发人员超过3%的企业
    if urges or passes or laid.words[first] in group("apart") or _joined_verb(laid, last):
        return None
    if (last - first == 1 and _no_subject(laid, first)) or laid.words[first] in group("reporter") | group("by_cause"):
        return None
    if (last - first == 1 and laid.words[first] == PLAN) or (last - first > 1 and _is_act(laid, last - 1)):
        last -= 1  # 环保局决定 …, 储能电池循环6000次: the act is no part of who acts
        last -= last - first > 1 and laid.words[last - 1] in group("adverbial")  # 县里|重点监测
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
        laid.codes[last - 1] == "W" or laid.codes[first] == "K" or laid.words[first].startswith(WHOLE)
    ):
        return _whole_or_owner(laid, first, last)
    after = laid.codes[last:end].lstrip("A")[:1]  # 国家发改委紧急下达
    if last == first or (
        after and after not in _FOLLOWERS and laid.words[last] not in group("act") and not no_noun(laid.words[last])
    ):
        return None
    return _without_act(laid, first, last)


def _joined_verb(laid: Laid, at: int) -> bool:
    """True for a verb that is a part of the name of one of several things (研发|投入、员工工资等)."""
    return _JOINED_VERB.match(laid.codes, at) is not None and laid.words[at + 1] == "、"


def _tight(laid: Laid, first: int, last: int) -> Span:
    """Without what stands before 我省, or before 全省 alone (这次大赛|我省, 这种救护车|全省)."""
    for at in range(last - 1, first, -1):
        word, own = laid.words[at], laid.codes[at] == "S" and laid.codes[at - 1] not in "SK"
        if own and len(word) == 2 and (word[0] == "我" or (at == last - 1 and word in group("whole_place"))):
            return at, last
    return first, last


def _before_deed(laid: Laid, first: int, last: int) -> int:
    """The end of who acts before a phrase that says what they do, and to whom (公安部|统一指挥|省公安厅)."""
    inside = range(first + 1, last - 1)
    return next(
        (at for at in inside if laid.codes[at - 1 : at + 1] in ("NN", "SN", "ON") and is_deed(laid.words[at])), last
    )


def _without_act(laid: Laid, first: int, last: int) -> Span:
    """Without the act after who does it (民营经济|贡献了, 主流媒体|合作刊发)."""
    if last - first < 2 or laid.codes[last - 1] != "G" or laid.codes[last : last + 1] not in ("V", "u", "L"):
        return first, last
    doer = laid.words[last - 2]
    acts = laid.codes[last - 2] in "SO" or doer.endswith(owner_heads()) or is_person(doer)
    return first, last - acts


def _whole_or_owner(laid: Laid, first: int, last: int) -> Span | None:
    """The owner that heads a phrase, all of it before what it does (全市书店|接待读者); None for a measure alone."""
    if laid.codes[last - 1] == "N" and laid.codes[last : last + 1] == "V" and laid.words[last] not in group("yield"):
        return first, last
    if (
        laid.codes[last - 1] == "N"
        and laid.codes[last : last + 2] == "DV"
        and laid.words[last - 1].endswith(owner_heads())
    ):
        return first, last  # 全国检察机关|共受理
    cut = owner_inside(laid, first, last, laid.codes[last - 1] == "W")
    if cut > first:
        points = laid.codes[first] == "K" and laid.ends[cut - 1] - laid.starts[first] == len("这幅")
        return first, cut + (points and cut < last)  # 这幅绣品|长
    return None if laid.codes[last - 1] == "W" else (first, last)


def _modified(laid: Laid, begin: int, end: int) -> Span | None:
    """The noun after 的 before a verb, in a clause that no noun opens."""
    head = _HEAD.search(laid.codes, begin, end)
    if head is None or laid.words[head.end(1) - 1] in group("manner") or _joined_verb(laid, head.end(1)):
        return None
    opening = OPENING.match(laid.codes, begin, end)
    first = opening.end() if opening else begin
    how = laid.codes[first - 1 : first] == "P" and laid.words[first - 1] in group("by_means")
    if laid.words[first - 1 if first else 0] == "从" or laid.words[first] == "从":
        return None  # 从三岁的孩子到七十岁的老人
    return None if how and "V" not in laid.codes[first : head.start()] else head.span(1)  # 以空前的力度推进


def described(laid: Laid, at: int, end: int) -> Span | None:
    """The noun after 的 that the quantity at `at` describes (这座年产能300万吨的|矿井), None where there is none."""
    head = _DESCRIBED.match(laid.codes, at, end)
    return head.span(1) if head else None


def _is_act(laid: Laid, at: int) -> bool:
    if laid.words[at] == PLAN and laid.codes[at - 1] in "KqG":
        return False  # 该计划, “启明星”计划, 免费教育计划
    return laid.words[at] in group("act") or laid.codes[at : at + 2] == "GQ"


def _is_saying(laid: Laid, at: int) -> bool:
    """True for a phrase of the dictionary that names nobody (全力以赴, 真没想到, not 各赛区)."""
    word = laid.words[at]
    if laid.codes[at] != "N" or len(word) <= _NAME or word[0] in _EVERY or not is_phrase(word):
        return False
    return not word.endswith(owner_heads()) and not is_person(word)


def _no_subject(laid: Laid, at: int) -> bool:
    """True for a word alone that is no subject: a verb whatever its tag (资助过47名学生), a reporter, 每."""
    if laid.words[at] in _never_subjects():
        return True
    if _is_saying(laid, at):
        return True
    if laid.codes[at + 1 : at + 2] in ("u", "V") and laid.words[at + 1] in group("aspect"):
        return True
    if laid.words[at][-1] == "性" and laid.codes[at + 1 : at + 2] in ("V", "L"):
        return True  # 历史性|解决
    return laid.codes[at] == "R" and laid.words[at] not in group("pronoun")


def agent(laid: Laid, begin: int, at: int, counts: bool) -> Span | None:
    """The noun after 由 (由村集体投入), or, unless things are counted, after 为 with a verb of gain (为村集体增收)."""
    first = max(begin, at - _WINDOW)
    if first >= at or _AGENT_SIGNS.search(laid.text, laid.starts[first], laid.ends[at - 1]) is None:
        return None
    for index in range(at - 1, first - 1, -1):
        word = laid.words[index]
        if word == "由" or (not counts and word in ("为", "可为", "给", "带动", "帮助") and _gains(laid, index, at)):
            match = _AGENT.match(laid.codes, index + 1, at)
            if match and (body := _body_end(laid, match.end(), at)):
                return index + 1, body
            several = match is not None and laid.codes[match.end()] == "C"  # 由棋手、少年组成
            return match.span() if match and match.group().strip("AM") and not several else None
    return None


def _gains(laid: Laid, begin: int, at: int) -> bool:
    return not group("gain").isdisjoint(laid.words[begin + 1 : at])
