"""What the dictionary cuts apart or takes for another kind of word, put right by the words beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import rjieba

from transforms.quantities.context.clauses.word_groups import group, is_noun
from transforms.quantities.context.clauses.words import code_of

_TELLING = (["Q"], ["H"], ["D"])
_ASPECTS = ("了", "过")
_PAIRS = frozenset(("QM", "PN", "PO", "SW"))  # that _mend_noun looks at
_SOIL = frozenset("亩顷")
_DEEDS = frozenset(
    "画演挖砍剪花带记开卖买种养做建写读看听走跑拿送收付还借租挣赚教唱跳吃喝打放拉扛挑背抱骑坐住等找戴穿披握举推"
)
_CLOSING = frozenset("，。；：、！？”）,.;")
_PLACES_OF_DUTY = frozenset("岗会场港账")
# Where `mend` looks; each alternative begins with the sign itself, so that one look at it leaves one to be tried.
_MENDED = re.compile(
    "N(?:(?<=[VNGA]N)|(?=u)|(?<=WN)(?=[AV])|(?<=PN)(?=W)|(?<=HN)(?=[NWQHDC,;.]|\\Z))|W(?<=[VNGAHWSD]W)|M(?<=[VNGASXQW]M)"
    "|u(?<=[NVGAQ]u)|V(?:(?<=SV)|(?<=[NG]V)(?=F)|(?<=WV)(?=[AVF])|(?<=[GA]V)(?=[DVLPHJ])|(?<=K[GA]V)(?=[NQ]))|A(?<=[NVGA]A)(?=Q)"
    "|R(?<=[NSO]R)|T(?<=WT)|S(?:(?=u)|(?<=WS)(?=[AV])|(?<=MS)|(?<=MNS)|(?<=K[GV]S))|G(?:(?=u)|(?<=WG)(?=[AV]))"
    "|O(?:(?<=WO)(?=[AV])|(?<=PO)(?=W)|(?<=K[GV]O)|(?<=[VMDA]O))|C(?<=[NMSGA]C)(?=F)|H(?<=[NGVWA]H)(?=[NG])"
)
_HEADS = frozenset("率量额价费数")  # of measures: 保持率, 进货量
_HANDLED = frozenset("用清输供耗储载排")  # what is done with that of which there is a quantity
_WHOLE_OF = frozenset("数总定余限")  # 供|数量: a word of its own
_TOWNS = frozenset("镇乡村县")
_NO_NAMES = frozenset("个各多几两")
_KINDS = frozenset("户类")  # 脱贫户, 居住类: not counted but named
_MADE = frozenset("柜站机器仪炉亭桩舱棚员者点室坊")  # 快递柜, 快递员: a thing or person by what it does
_MEASURE_ENDS = frozenset("号点")  # 普通号: number words to the dictionary
_GRADES = ("以上", "以下")
_POINTING = frozenset("每各某该两几")
_MARKED: tuple[list[str], ...] = ([","], ["."], [";"], [])


def mend(codes: list[str], words: list[str], starts: list[int], ends: list[int]) -> None:
    """Joins what the dictionary cuts apart, in place: 保持|率, 脱贫|户; the number of a name (中证500) is no number."""
    for at in reversed([pair.start() for pair in _MENDED.finditer("".join(codes))]):
        code = codes[at]
        if at and code in "VSON" and _mend_body(codes, words, starts, ends, at):
            continue
        if code in "HC":
            codes[at] = "G" if words[at] == "提升" and words[at + 1] in group("work") else code  # 能力|提升|项目
            if words[at] == "及" and words[at + 1] in _GRADES and starts[at] == ends[at - 1]:
                _join(codes, words, starts, ends, at + 1, "F")
                _join(codes, words, starts, ends, at, "A")  # 三线及以下城市
            continue
        if code == "N" and codes[at + 1 : at + 2] == ["u"] and _does(words[at], words[at + 1]):
            codes.insert(at + 1, "V")  # 王小莲记|了
            words[at : at + 1] = [words[at][:-1], words[at][-1]]
            starts.insert(at + 1, ends[at] - 1)
            ends.insert(at, ends[at] - 1)
            continue
        if code == "N" and words[at] == "成" and codes[at - 1 : at] == ["Q"]:
            codes[at] = "V"  # 三分之一|成|了骨干
        elif code in "RSG" or codes[at + 1 : at + 2] == ["u"]:
            codes[at] = _recoded(code, words[at], words[at + 1 : at + 3])
        elif at and (code in "uA" or f"{codes[at - 1]}{code}" in _PAIRS):
            _mend_noun(codes, words, starts, ends, at)
            continue
        if not at:
            continue
        if (code == "T" or (code in "NSOGV" and codes[at - 1] == "W")) and _ends_in_base(words[at - 1]):
            codes.insert(at, "B")
            words[at - 1 : at] = [words[at - 1][:-1], words[at - 1][-1]]
            starts.insert(at, ends[at - 1] - 1)
            ends.insert(at - 1, ends[at - 1] - 1)
        if code in "WMN" and starts[at] == ends[at - 1]:
            _mend_end(codes, words, starts, ends, at)


def _mend_body(codes: list[str], words: list[str], starts: list[int], ends: list[int], at: int) -> bool:
    """Puts a body right that is cut behind a verb or ends in one (铁路杭州|站, 该犯罪|组织, 该|安置|区), in place."""
    code, word = codes[at], words[at]
    touches = starts[at] == ends[at - 1]
    if code == "V" and word == "站" and touches:
        _join(codes, words, starts, ends, at, "S")
        return True
    if code == "V" and word == "组织" and codes[at - 1] in "GA":
        codes[at] = "O"  # 该犯罪|组织|共骗取
        return True
    if code == "S" and len(word) > 1 and word[-1] in _TOWNS and (first := _begins_town(codes, words, starts, ends, at)):
        for last in range(at, first, -1):
            _join(codes, words, starts, ends, last, "S")  # 壶|山镇
        return True
    if code == "S" and codes[at - 1] in "MN" and codes[at + 1 : at + 2] != ["u"]:
        return True  # 东部6|省: no verb
    if at > 1 and code in "SO" and codes[at - 1] in "GV" and codes[at - 2] == "K" and len(word) == 1:
        _join(codes, words, starts, ends, at, code)
        return True
    if word == "州市" and touches and len(words[at - 1]) == 1:
        _join(codes, words, starts, ends, at, "S")  # 跃|州市
        return True
    if word == "城" and touches and codes[at - 1] == "N" and len(words[at - 1]) > 1:
        _join(codes, words, starts, ends, at, "S")  # 建材城
        return True
    duty = code == "N" and words[at - 1] == "到" and word in _PLACES_OF_DUTY and touches
    if duty:
        told = codes[at + 1 : at + 2] in (["Q"], ["C"], *_MARKED)  # 到岗166人, 半小时内到场。
        _join(codes, words, starts, ends, at, "V" if told else "A")  # 到岗人员
    return duty


def _begins_town(codes: list[str], words: list[str], starts: list[int], ends: list[int], at: int) -> int | None:
    """Where the name of a town begins that opens with a measure word or a number, after a mark or a time."""
    first = at - 1 - (codes[at - 1] == "N")
    if first < 1 or codes[first] != "M" or codes[first - 1] not in ",.;T":
        return None
    glued = all(len(words[i]) == 1 and ends[i] == starts[i + 1] for i in range(first, at))
    return first if glued and words[first] not in _NO_NAMES else None


def _mend_end(codes: list[str], words: list[str], starts: list[int], ends: list[int], at: int) -> None:
    """Joins the word at `at` to the one it is the end of (保持|率, 脱贫|户, 种子|款), in place."""
    code, before, word = codes[at], codes[at - 1], words[at]
    heads, joins = (_HEADS, "VNGAHW") if code == "W" else (_KINDS, "VNGA")
    if code == "M" and word == "款" and before in "NGVW" and codes[at + 1 : at + 2] in (*_TELLING, *_MARKED, ["U"]):
        _join(codes, words, starts, ends, at, "W")  # 种子款30元
    elif word == "面" and words[at - 1] in group("share_of_all") and codes[at + 1 : at + 2] in _TELLING:
        _join(codes, words, starts, ends, at, "W")  # 增长|面达七成
    elif code == "M" and before in "NSAX" and word.isascii() and word.isdigit():
        codes[at] = "N"
    elif code == "W" and words[at - 1] in _HANDLED and word[1:] in _HEADS and word[0] not in _WHOLE_OF:
        _join(codes, words, starts, ends, at, "W")  # 用|钢量, 清|运量
    elif word in heads and before in joins and len(words[at - 1]) > 1:
        kind = "S" if word == "类" and codes[at + 1 : at + 2] in _TELLING else "N"
        _join(codes, words, starts, ends, at, "W" if code == "W" else kind)
    elif (code == "M" and before == "N" and _one_noun(words[at - 1], word, codes[at + 1 : at + 2])) or (
        code == "N" and word in _MADE and before in "VG" and len(words[at - 1]) > 1
    ):
        _join(codes, words, starts, ends, at, "N")


def _mend_noun(codes: list[str], words: list[str], starts: list[int], ends: list[int], at: int) -> None:
    """地 that is land (机动|地|320亩, 260亩|地, 地|力), 在港|时间, 美丽|乡村|60个, 区|财政补贴, in place."""
    word, before = words[at], words[at - 1]
    if starts[at] != ends[at - 1]:
        return
    if codes[at] == "M":
        codes[at] = "N" if len(word) > 1 and word[-1] == "次" else "M"  # 五个等次
    elif codes[at] == "A":
        codes[at] = "N" if rjieba.tag(word)[0][1] == "n" else "A"
    elif codes[at] in "NO":
        if before == "在" and len(word) == 1:
            _join(codes, words, starts, ends, at, "A")
    elif codes[at] == "W":
        if len(before) == 1 and word.startswith("财政") and len(word) > len("财政"):
            cut = starts[at] + len("财政")
            codes[at - 1], words[at - 1 : at + 1] = "O", [f"{before}财政", word[len("财政") :]]
            starts[at] = ends[at - 1] = cut
    elif word == "地" and codes[at - 1] == "Q":
        codes[at] = "N" if before[-1] in _SOIL else "u"
    elif word == "地" and codes[at + 1 : at + 2] == ["Q"]:
        _join(codes, words, starts, ends, at, "N")
    elif word == "地" and codes[at - 1] == "N" and codes[at + 1 : at + 2] == ["N"] and len(words[at + 1]) == 1:
        _join(codes, words, starts, ends, at + 1, "N")


def _does(word: str, after: str) -> bool:
    """True for a name that is glued to what its bearer does (杨万良花|了)."""
    done = len(word) > 1 and word[-1] in _DEEDS and (after == "着" or after in _ASPECTS)
    return done and not rjieba.has_word(word)


def _recoded(code: str, word: str, after: Sequence[str]) -> str:
    """An adverb for 中国队此次, a verb for 电费就省了, before 着 and before 了 that does not end its clause."""
    if code == "S":
        return "V" if word == "省" else code
    if code == "G":
        return "V" if after[:1] and after[0] in _ASPECTS else code  # 启动|了
    if code == "N":
        done = after[0] in _ASPECTS and len(after) > 1 and after[1][0] not in _CLOSING
        if word in _DEEDS and after[0] in (*_ASPECTS, "着"):
            return "V"  # 记|了
        known = len(word) > 1 and rjieba.has_word(word)  # no part of a name (李淳|宇带|着)
        return "V" if known and (done or after[0] == "着") else code  # 标志|着
    return "D" if word in group("this_time") else code


def _ends_in_base(word: str) -> bool:
    """True for a measure that the dictionary glues to 比 (价格比|上年)."""
    return len(word) > 2 and word[-1] == "比" and code_of(word[:-1], "n") == "W" and word != "性价比"


def _one_noun(first: str, second: str, after: Sequence[str]) -> bool:
    """True for a noun that the dictionary takes for a noun and a measure word (步|道, 木|桶; before a mark 听音|杆)."""
    if len(second) > 1 or first in _POINTING:
        return False
    if len(first) > 1 and is_noun(first[-1] + second):
        return True  # 供水管|道
    if len(first) > 1 and after not in (*_MARKED, ["Q"]):
        return False
    return rjieba.tag(second)[0][1] == "q" or second in _MEASURE_ENDS


def _join(codes: list[str], words: list[str], starts: list[int], ends: list[int], at: int, code: str) -> None:
    """Makes one word of the word at `at` and the one before it."""
    codes[at - 1 : at + 1] = [code]
    words[at - 1 : at + 1] = [words[at - 1] + words[at]]
    ends[at - 1 : at + 1] = [ends[at]]
    del starts[at]
