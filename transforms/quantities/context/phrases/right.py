"""The noun phrase after a quantity, as a span of words."""

from __future__ import annotations

import re

import rjieba

from transforms.names.lists import person_nouns
from transforms.quantities.context.clauses.clause import Laid
from transforms.quantities.context.clauses.word_groups import (
    endings,
    group,
    is_duty,
    is_noun,
    is_person,
    is_phrase,
    unit_heads,
)
from transforms.quantities.context.phrases.by_deed import named_by_deed
from transforms.quantities.context.phrases.deed import before_deed, before_how, before_moved, to_noun

_MAX = 24
_SHARE_MAX = 14
_NOUNS = "[NGWSOA]"
_QUOTED = "q[^q,;.]{1,8}q"
_RIGHT = re.compile(
    rf"(?:\([^()]{{1,2}}\))?U?T?((?!\()(?:[AKRM(]F?|F(?=[NGWSOA])|D?V(?=V?{_NOUNS})|[AV]C(?=[VGA]?{_NOUNS}(?!V))"
    rf"|RU(?=[AV]?{_NOUNS})|(?<=U)D(?=[NWG])|D?AU(?=[AV]?{_NOUNS})|D(?=[GA]{_NOUNS}|O))*(?:{_QUOTED}|[NGWSO])"
    rf"(?:{_QUOTED}|[NGWSOAMF()]|D(?=W)|C(?=[NGWSOAR])|(?<=[GS])V(?=[NGW]))*)"
)
_RELATIVE = re.compile(rf"[PDVFLJ][^UQZJ]{{0,8}}U((?:[AM(q]|V(?={_NOUNS}))*[NGWSO][NGWSOAqM()]*|V(?=[VP,;.]|\Z))")
_RELATED = re.compile(rf"C[NGWSOA]{{1,4}}[DAV]{{0,3}}U((?:{_NOUNS}|V(?={_NOUNS}))*[NGWSO])")
_DONE = re.compile(r"U?(A?V[VGNAC]{0,3})(?=[,;.U)]|\Z)")
_MODIFIER = re.compile(rf"[AD]?U((?:[AM(q]|V(?={_NOUNS}))*[NGWSO][NGWSOAqM()]*)")
_MEASURED = re.compile(rf"(?:N?[NW][DPHeLu]*QC?){{1,3}}U((?:[AM(q]|V(?={_NOUNS}))*[NGWSO][NGWSOAqM()]*)")
_LADEN = re.compile(rf"V[DH]?Q[NGWSOAC]{{1,6}}U({_NOUNS}*[NGWSO])")  # 3辆满载90吨面粉和食用油的货车
_CLOSING = frozenset(("V", "V,", "V.", "V;", "VC"))
_AID = frozenset(("支持", "扶持", "支援", "资助"))  # 6亿元财政支持
_STILL = frozenset("个项处座条间栋")  # of things that do nothing
_WHO_ARE = re.compile(rf"[VGDA]{{0,2}}U({_NOUNS}*(?:V(?={_NOUNS}))?{_NOUNS}*[NO])")
_WHO = re.compile("[LV][NGWSOA]{1,5}")
_HOW = re.compile("D?AU|RU")  # 3种不同的形制
_SHARE = re.compile(r"[NGWSOAVCU]{0,6}[NGWSOAV]$")
_NOUN_UNITS = frozenset(("人", "人次", "次", "倍", "%", "pp", "x"))
_GIVEN = ("补贴", "补助", "奖励", "资金", "款", "金")
_PERSON_UNITS = frozenset(("名", "位"))


def right_phrase(laid: Laid, at: int, end: int, unit: str, counted: bool) -> tuple[int, int] | None:
    """The words of the noun after the quantity at `at`, over an attribute that is a quantity (4950名80岁以上的老人)."""
    begin = at + 1
    if laid.codes[begin : begin + 2] == "UQ" and begin + 1 < end:
        begin += 1
    while begin < end and laid.codes[begin] == "Q" and laid.starts[begin] == laid.ends[begin - 1]:
        begin += 1
    if begin < end and unit == "分" and laid.codes[begin - 1] == "Q" and begin > at + 1:
        return None
    if begin >= end or laid.words[begin] == "者" or (unit in _NOUN_UNITS and unit != "%" and laid.codes[begin] == "V"):
        return None
    match = _noun_from(laid, begin, end)
    if match is None and unit in _PERSON_UNITS:
        return _persons_who(laid, begin, end)
    if match is None:
        events = (counted and unit not in unit_heads() and unit not in _NOUN_UNITS) or laid.codes[begin] == "U"
        done = _DONE.match(laid.codes, begin, end + 1) if events else None
        return done.span(1) if done else None
    first, last = match.span(1)
    if paid := _paid_by(laid, first, last, end):
        return paid
    first, last = _to_head(laid, unit, *_after_how(laid, first, last), end)
    last = _agreeing(laid, unit, first, last, end)
    if (
        last < end
        and laid.words[last] in group("name_end")
        and (last + 1 == end or laid.codes[last + 1] not in "VDLNGWSOAMQ")
    ):
        last += 1
    if unit in _PERSON_UNITS:
        last = _persons_end(laid, first, last)
    elif counted:
        last = before_deed(laid, unit, first, before_moved(laid, at, first, last))
    last = to_noun(laid, first, before_how(laid, first, last))
    last = _over_verb(laid, begin, last, end, unit if counted else "", _agrees(laid, unit, first, last))
    while last > first and laid.ends[last - 1] - laid.starts[first] > _MAX:
        last -= 1
    return (first, last) if last > first else None


def _over_verb(laid: Laid, begin: int, last: int, end: int, unit: str, counts: bool) -> int:
    """The end of a noun over the verb that it holds: 150万元的政策奖补资金, 600万元耕地保护补贴, 建成3座污水处理厂.

    `unit` is empty for what is no count; `counts`: the measure word counts what stands before the verb.
    """
    codes = laid.codes
    if unit and last < end and (named := named_by_deed(laid, unit, begin, last, end)):
        return named  # 7家水果|保供基地
    aid = last < end and laid.words[last] in _AID
    given = (codes[begin] == "U" or aid) and not unit and "岁" not in laid.words[begin - 1]
    if given and codes[last - 1] == "N" and codes[last : last + 2] in _CLOSING:
        return last + 1  # 8亿元的金融|支持
    if last + 1 >= end or codes[last] != "V" or laid.words[last - 1] in group("generic"):
        return last
    if codes[last - 1] not in "NG" and not (codes[last - 1] == "W" and laid.words[last + 1].endswith(_GIVEN)):
        return last
    if codes[last + 1] == "W" and (codes[begin] == "U" or (not unit and laid.words[last + 1].endswith(_GIVEN))):
        return last + 2
    if not unit or begin < 2 or is_person(laid.words[last - 1]) or codes[last + 1] not in "NO":
        return last
    made = laid.words[begin - 2] if codes[begin - 2] != "u" else laid.words[max(0, begin - 3)]
    stop = last + 2
    while stop < end and codes[stop] in "NGO":
        stop += 1
    closes = stop == end or codes[stop] == "C"
    # 1111个篮球场、15个全民健身活动基地, not 2台耕整机和3台插秧机参加春耕
    ends = stop == end or (codes[stop] == "C" and stop + 1 == end)
    listed = codes[begin - 2] == "C" and ends and laid.words[last][-1] != "于" and not counts
    done = unit in _STILL and made in group("carried_out")  # 完成90个智能化改造项目
    return stop if closes and (listed or done or made in group("new") or made in group("making")) else last


def _after_how(laid: Laid, first: int, last: int) -> tuple[int, int]:
    how = _HOW.match(laid.codes, first, last)
    return (how.end() if how else first), last


def _to_head(laid: Laid, unit: str, first: int, last: int, end: int) -> tuple[int, int]:
    """The noun after 的 where the words before it only describe it."""
    if unit in _PERSON_UNITS and (persons := _persons_of(laid, first, last, end)):
        return persons
    modifier = _MODIFIER.match(laid.codes, last, end)
    if modifier is None and last - first == 1 and laid.words[first] in group("made_by"):
        modifier = _MODIFIER.match(laid.codes, last + 1, end) if laid.codes[last : last + 1] in ("V", "G") else None
        return modifier.span(1) if modifier else (first, last)  # 30只人工繁育的大鲵
    empty = modifier is not None and laid.words[modifier.end(1) - 1] in group("generic")
    if modifier is None or empty or _agrees(laid, unit, first, last):
        return first, last
    adverbial = unit in unit_heads() and laid.codes[first] == "D"
    end = modifier.end(1)
    asked = laid.codes[end : end + 1] != "F" and _agrees(laid, unit, end - 1, end)  # 12家行业领先的|企业
    if adverbial or asked or _describes(laid, first, last):
        return modifier.span(1)
    return first, last


def _paid_by(laid: Laid, first: int, last: int, end: int) -> tuple[int, int] | None:
    """What is given by the standard that a quantity is (按每亩45元的标准发放补贴), None where that is not told."""
    if laid.codes[first - 1] != "U":
        return None
    if laid.words[first] == "价格":
        return first, first + 1  # 以每张500元的价格出售
    at = next((i for i in range(first, last) if laid.words[i] in group("by_which")), None)
    if at is None or at > first + 2 or at + 2 >= end or laid.codes[at + 1] != "V":
        return None
    stop = at + 2
    while stop < end and laid.codes[stop] in "NGWAS":
        stop += 1
    return (at + 2, stop) if stop > at + 2 and laid.codes[stop - 1] == "W" else None


def _noun_from(laid: Laid, begin: int, end: int) -> re.Match[str] | None:
    """The noun with what describes it that begins at `begin`; its group 1 is the noun."""
    with_whom = laid.codes[begin] == "C" and laid.words[begin] in ("与", "同", "跟")  # 两个与工作不同的身份
    match = _RIGHT.match(laid.codes, begin, end)
    if match and laid.codes[begin : begin + 2] == "UD" and len(laid.words[begin + 1]) == 1:
        match = None  # 的更高水平
    return match or (_RELATED if with_whom else _RELATIVE).match(laid.codes, begin, end)


def season_phrase(laid: Laid, at: int, end: int) -> tuple[int, int] | None:
    """The time of the year right after its number (3个雨季), which the dictionary takes for an adverb."""
    told = at + 1 < end and laid.codes[at + 1] in "DT" and laid.words[at + 1].endswith(endings("counted_season"))
    return (at + 1, at + 2) if told else None


def _persons_who(laid: Laid, begin: int, end: int) -> tuple[int, int] | None:
    """Persons with what they have told before them without 的 (5名享受特殊津贴专家)."""
    match = _WHO.match(laid.codes, begin, end) if laid.codes[begin] in "LV" else None
    last = match.end() if match else begin
    closes = last > begin and laid.codes[last : last + 1] in ("", *",.;CVDP") and is_person(laid.words[last - 1])
    return (begin, last) if closes else None


def _persons_of(laid: Laid, first: int, last: int, end: int) -> tuple[int, int] | None:
    """The persons whom what stands before 的 tells more of (6名流感病毒感染的|患者), None where it names persons."""
    if any(map(is_person, laid.words[first:last])):
        return None
    match = _WHO_ARE.match(laid.codes, last, end)
    return match.span(1) if match and is_person(laid.words[match.end() - 1]) else None


def _persons_end(laid: Laid, first: int, last: int) -> int:
    """The end of the last noun of persons: what follows is what they do (10名队员奔赴前线, 民警踊跃报名)."""
    end = next((i + 1 for i in range(last - 1, first, -1) if is_person(laid.words[i])), last)
    if end == last and last - first > 1 and is_person(laid.words[first]) and is_duty(laid.words[first + 1]):
        return first + 1  # 工作人员|坚守岗位
    if end < last or last - first < 2 or is_person(laid.words[last - 1]):
        return end
    at = next((i + 1 for i in range(first, last - 1) if is_person(laid.words[i])), last)
    alone = at < last and (laid.codes[at] not in "NSOq" or _is_thing(laid.words[at], laid.words[last - 1]))
    return at if alone else end


def _is_thing(word: str, last: str) -> bool:
    """True for what persons have or do (球员|期末考试平均分), not for persons or their posts (党员|骨干, 教师|岗位)."""
    if not group("role").isdisjoint((word, last)) or not person_nouns().isdisjoint((word, last)):
        return False
    told = is_noun(word) or word[-1] == "上" or not rjieba.has_word(word)  # 老人|脸上, 农技员|包片
    return told and not last.endswith(endings("group_of_persons") + unit_heads()["支"])


def measured_phrase(laid: Laid, at: int, end: int) -> tuple[int, int] | None:
    """The thing after its own sizes (5根直径在1米以上、长度约10米的木材), None where none follow the quantity."""
    match = _MEASURED.match(laid.codes, at + 1, end) or _LADEN.match(laid.codes, at + 1, end)
    timed = match is not None and not group("lasting").isdisjoint(laid.words[at + 1 : match.start(1)])
    return match.span(1) if match and not timed else None


def _describes(laid: Laid, first: int, last: int) -> bool:
    """True where the words before 的 say how the thing is rather than name it (相辅相成的, 6月龄的, 间距相同的)."""
    word = laid.words[first]
    proverb = last - first == 1 and len(word) == 4 and laid.codes[first] == "N" and is_phrase(word)
    if last - first == 1 and word in group("dimension"):
        return True  # 1.5米长的竹竿
    if laid.codes[first] == "A" and word in group("alike_thing"):
        return True  # 不同时间段的专列
    state = laid.codes[last - 1] == "A" and last - first == 2 and word not in person_nouns()  # 主题各异的展览
    if (
        laid.words[last - 1] in group("aged")
        or laid.words[last - 1][-1] == "需"
        or (last - first == 1 and word[-1] in "色形")
        or laid.words[last - 1].endswith(("公益性", "综合性"))
    ):
        return True  # 85岁高龄的母亲, 黑色的子弹
    if laid.codes[first] == "D" and laid.codes[last - 1] in "GA":
        return True  # 未加工的扇骨
    return laid.codes[first] in "VM" or laid.codes[last] != "U" or proverb or state


def _agrees(laid: Laid, unit: str, first: int, last: int) -> bool:
    """True where one of the words is a head that the measure word asks for."""
    heads = unit_heads().get(unit)
    return heads is not None and any(word.endswith(heads) for word in laid.words[first:last])


def _agreeing(laid: Laid, unit: str, first: int, last: int, end: int) -> int:
    """Reaches on over a verb to a head that the measure word asks for (2162家 … 重点控排企业)."""
    heads = unit_heads().get(unit)
    if heads is None or _agrees(laid, unit, first, last):
        return last
    for at in range(last, min(last + 4, end)):
        if laid.codes[at] not in "VNGWSOAC":
            break
        word = laid.words[at]
        if laid.codes[at] != "V" and word.endswith(heads) and word not in group("no_person"):
            return at + 1
    return last


def share_phrase(laid: Laid, first: int, end: int) -> tuple[int, int] | None:
    """All the words after a share that say what part it is (超九成|收入来自物业租赁), None where they are too many."""
    if (
        first < end
        and laid.ends[end - 1] - laid.starts[first] <= _SHARE_MAX
        and _SHARE.fullmatch(laid.codes, first, end)
    ):
        return first, end
    return None
