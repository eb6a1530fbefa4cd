"""The noun phrase before a quantity, as a span of words."""

from __future__ import annotations

import re

from transforms.quantities.context.clauses.clause import PLAN, Laid
from transforms.quantities.context.clauses.word_groups import endings, group, is_person
from transforms.quantities.context.phrases.front import breaks, completes, says_which, tells_of
from transforms.quantities.context.phrases.owner import owner_heads

_MAX = 24
_LIST_MAX = 12
_BASE = re.compile(r"B(?:[^VHBUE]|(?<=T)U|(?<=[MFRD])V(?=[NG])|V(?=F)){0,8}$")  # 较前一交易日
_NAMED_TIME = re.compile("M[NM]{1,2}U$")
_SETTING = re.compile("P[DAH]*[QT]F$")  # 在约340年间
_LEANING = frozenset("或压裁缩削精调核猛激骤锐剧陡")  # 或在, 压|减至, 激|增到, 或|再
_SERIES = frozenset("届批轮期代")  # 第十届|运动会纪念币
_TURNS = ("BDV", "BMV", "BRV", "BDG", "BMG", "BRG")
_SERIES_OF_DEEDS = frozenset("次轮回")
_MANNER = 7  # words of 按可比价格计算
_REACHES = re.compile(r"[增减升降涨跌提扩缩加延压卖调].?[到至]")
_SHARES = frozenset(("%", "x"))
_LINKS = frozenset("HDTuLJPeE")
_MOST = frozenset(("最高", "最低", "最大", "最小", "最长", "最短", "最多", "最少"))
_AIMS = frozenset(("任务", "目标", "计划"))
_KINDS = ("化", "型", "式", "级", "性")


def left_phrase(laid: Laid, begin: int, at: int, unit: str = "") -> tuple[int, int, bool]:
    """The words of the noun before the quantity at `at`, from `begin` on; True where a light verb stands between.

    The span is empty where there is none.
    """
    codes = laid.codes
    stop = _before_links(laid, begin, _before_share(laid, begin, at, unit))
    stop = _before_note(laid, begin, stop)
    base = _BASE.search(codes, begin, stop) if codes.find("B", begin, stop) >= 0 else None
    if base is None and laid.codes[begin:stop].endswith(_TURNS) and laid.words[stop - 2][-1] in _SERIES_OF_DEEDS:
        stop = _before_note(laid, begin, _before_links(laid, begin, stop - 3))  # 较上次抽查
    if base:
        stop = _before_note(laid, begin, _before_links(laid, begin, base.start()))
    light = "L" in codes[stop:at]
    while (
        stop + 1 < at
        and laid.words[stop] in group("compound_verb")
        and laid.words[stop + 1] not in group("to")
        and stop > begin
    ):
        stop += 1
    first = run_back(laid, begin, stop)
    if first > begin + 1 and laid.words[first - 1] in group("cause"):
        stop = first - 1
        first = run_back(laid, begin, stop)
    if first > begin and laid.codes[first - 1] == "M" and laid.words[first - 1][0] == "第" and first < stop:
        short = first == stop - 1 and len(laid.words[first]) == 1  # 第二|版
        first -= short or laid.words[first - 1][-1] in _SERIES
    while first < stop and laid.words[first] != "现场" and breaks(codes, first, stop):
        first += 1
    if first + 1 < stop and first > begin and completes(laid, first):
        first += 1  # 筛查|出|高血压患者, 打|掉|团伙
    one = codes.rfind("M", first, stop - 1)
    if one >= first and codes[one : one + 2] == "MW" and laid.words[one] in group("one"):
        first = one + 1  # 看到一个|面积达8000平方米的
    if first + 1 < stop and laid.words[first] in group("pointing"):
        first += 1
    return first - (begin < first < stop and says_which(laid, first, stop)), stop, light


def _before_share(laid: Laid, begin: int, at: int, unit: str) -> int:
    """Where 由最初的 or, before a share or multiple, 是老馆的 begins, which names no measure; else `at`."""
    whole = at
    at -= at > begin + 1 and laid.codes[at - 2 : at] == "UE"  # 从高点的每克628元
    if at <= begin or laid.codes[at - 1] != "U":
        return whole
    named = _NAMED_TIME.search(laid.codes, begin, at)
    if named and laid.text[laid.starts[named.start()]].isdigit():
        return named.start()  # 降至2019财年的80万人
    for index in range(at - 2, max(begin, at - 9) - 1, -1):
        if laid.words[index] in group("from"):
            return index
        if unit in _SHARES and laid.words[index] in group("equals") and laid.words[index - 1] != "不":
            return whole if laid.words[at - 2] in _AIMS else index  # 为年度任务的108%
    return whole


def _before_note(laid: Laid, begin: int, stop: int) -> int:
    """Steps back over a bracketed note that is a clause (税收收入（已扣减退税）14万亿元) or stands before a verb."""
    done = stop - begin > 3 and laid.codes[stop - 1] == "V"  # 班列（东江）开行164列
    if stop - begin < 3 or laid.codes[stop - 1 - done] != ")":
        return stop
    opens = laid.codes.rfind("(", max(begin, stop - _LIST_MAX), stop)
    told = opens > begin and laid.codes[opens - 1] in "NGWSO" and (done or set(laid.codes[opens:stop]) & set("DVHLPT"))
    return opens if told else stop


def _before_links(laid: Laid, begin: int, stop: int) -> int:
    """Steps back over what joins a measure and its number (达, 已, 由2018年的, 快, 最高, 涨到)."""
    codes = laid.codes
    if stop > begin and laid.words[stop - 1] in group("degree"):
        stop -= 1
    while stop > begin:
        if (how := _manner(laid, begin, stop)) is not None:
            stop = how
        elif stop - begin > 2 and codes[stop - 2 : stop] == "EN" and is_person(laid.words[stop - 1]):
            stop -= 2  # 床位每千名老人43张
        elif codes[stop - 1] == "M" and laid.words[stop - 1] in group("one_weight"):
            stop -= 1  # 价格从一斤2元
        elif _is_link(laid, stop) or _moves_to(laid, begin, stop):
            stop -= 1
        elif codes[stop - 1] == "F" and (setting := _SETTING.search(codes, begin, stop)) and setting.start() > begin:
            stop = setting.start()
        else:
            break
    if stop > begin and codes[stop - 1] == "U":
        stop -= 1
        if stop > begin and laid.words[stop - 1] in group("rank"):
            return _before_links(laid, begin, stop - 1)  # 达到创纪录的2.4亿吨
        if stop - begin > 1 and laid.words[stop - 1] in _MOST and codes[stop - 2] == "W":
            return stop - 1  # 入住率最高的达98%
    return stop


def _manner(laid: Laid, begin: int, stop: int) -> int | None:
    """Where a phrase that says how a value is reckoned begins (通胀率|按年率计算|达8%), None where none ends here."""
    if stop - begin < 2 or laid.words[stop - 1] not in group("reckoning"):
        return None
    near = range(stop - 2, max(begin, stop - _MANNER) - 1, -1)
    return next((i for i in near if laid.words[i][0] == "按" and "Q" not in laid.codes[i:stop]), None)


def _is_link(laid: Laid, stop: int) -> bool:
    codes = laid.codes
    word = laid.words[stop - 1]
    if word in _LEANING:
        return _leans(laid, stop, word)
    if word == PLAN:
        return codes[stop - 2 : stop - 1] == "W"  # 播种面积计划达到8万亩
    if codes[stop : stop + 1] == "u" and word in group("degree"):
        return True  # 低|了
    if word == "会" and codes[stop - 1] == "V":
        reaches = codes[stop : stop + 1] == "H" and laid.words[stop][0] != "为"  # 总量会|达到, not 院坝会|为期
        return reaches or codes[stop - 2 : stop - 1] in ("D", "W")
    linked = codes[stop - 1] in _LINKS or codes[stop - 2 : stop] == "TU" or word in group("extreme")
    return linked or (word[-1] in "到至" and _REACHES.fullmatch(word) is not None)


def _leans(laid: Laid, stop: int, word: str) -> bool:
    """True for a word that goes with the one after it: 或在, 压|减至."""
    if word == "或":
        return laid.codes[stop] in "PHJD"
    return _REACHES.fullmatch(laid.words[stop]) is not None and laid.starts[stop] == laid.ends[stop - 1]


def _moves_to(laid: Laid, begin: int, stop: int) -> bool:
    """True for the verb of 涨到, and for any one word between two values that 到 joins (1260项精简到417项)."""
    if laid.words[stop] not in group("to"):
        return False
    between = stop - 1 == begin and begin > 0 and laid.codes[begin - 1] == "Q"
    return laid.codes[stop - 1] in "VG" or between


def run_back(laid: Laid, begin: int, stop: int) -> int:
    """Where the noun phrase that ends at `stop` begins: one verb may stand in it, more than that is a clause."""
    codes = laid.codes
    first, verbs = stop, 0
    verb = -1
    if stop == begin or (codes[stop - 1] not in "NGWSOVq)" and laid.words[stop - 1] not in group("compound_verb")):
        return stop
    if laid.words[stop - 1] in group("mean") and (stop - 1 == begin or codes[stop - 2] not in "NGWSOA"):
        return stop
    head = codes[stop - 1]
    while first > begin and laid.ends[stop - 1] - laid.starts[first - 1] <= _MAX:
        code = codes[first - 1]
        if code == "q":
            first = codes.rfind("q", max(begin, first - 9), first - 1) + 1 or first
            if codes[first - 1] != "q":
                break
        elif (code == "V" and tells_of(laid, begin, first - 1)) or (code == "(" and codes.find(")", first, stop) < 0):
            break
        elif code == "V" and laid.words[first - 1] not in group("new"):
            if (
                first < stop
                and laid.words[stop - 1].endswith(endings("gift"))
                and laid.words[first - 1] in group("giving")
            ):
                break
            if verbs and (head not in "WV" or verb > first or verbs > 1):
                return _at_second_verb(laid, head, first, verb)
            verb = first - 1
            verbs += 1
            if laid.words[verb] == "占":
                return verb
        elif not _nominal(laid, first - 1, stop) and not _mean_of_deed(laid, begin, first, stop):
            break
        first -= 1
    return _trimmed(laid, begin, first, stop, verb)


def _at_second_verb(laid: Laid, head: str, first: int, verb: int) -> int:
    """Where a phrase begins before which a second verb stands: with it where the two open an item (、创新实践基地)."""
    if first == verb and laid.codes[first - 3 : first - 1] == "QC":
        return first - 1
    if head == "W" and laid.words[first] == "平均" and verb == first + 1:
        return first - 1  # 抢修|平均到达时间
    if verb == first and _kind_of_persons(laid, first, verb):
        return first - 1
    return first if head in "WV" or _one_thing(laid, first, verb) else verb


def _kind_of_persons(laid: Laid, first: int, verb: int) -> bool:
    """True for two verbs before a noun of persons that say who they are (返乡|就业|人员)."""
    return laid.words[first - 1] in group("of_persons") and is_person(laid.words[verb + 1])


def _one_thing(laid: Laid, first: int, verb: int) -> bool:
    """True where a verb takes a thing named after what it works on (投入|玉米联合收割机), not who is moved to do it."""
    if verb <= first or laid.words[first - 1] in group("pivot") or laid.codes[verb - 1] not in "NGA":
        return False
    doer = laid.words[verb - 1]
    return not is_person(doer) and not doer.endswith((*endings("group_of_persons"), *endings("kind_of_firm")))


def _mean_of_deed(laid: Laid, begin: int, first: int, stop: int) -> bool:
    """True for the light verb of a mean (平均完成时间)."""
    return (
        first == stop - 1
        and first - 1 > begin
        and laid.codes[first - 1] == "L"
        and laid.codes[first] == "W"
        and laid.words[first - 2] == "平均"
    )


def _trimmed(laid: Laid, begin: int, first: int, stop: int, verb: int) -> int:
    """Where the phrase begins that may hold a predicate: it goes with its object unless both are one name."""
    head = laid.codes[stop - 1]
    outside = "L" if laid.words[first - 1] in group("reporting") else laid.codes[first - 1] if first > begin else ","
    if verb > first + 1 and laid.codes[first - 1 : first + 1] == "QC" and not laid.codes[first + 1 : verb].strip("NA"):
        return first + 1  # 湿地公园30处、湿地保护小区120个
    if verb >= 0 and (outside == "P" or (outside == "H" and head == "W") or (head not in "WV" and outside != "L")):
        made = next((i for i in range(verb - 2, first - 1, -1) if laid.words[i] in group("new")), None)
        if made is not None and _one_thing(laid, made + 1, verb):
            return made  # 新建鱼粉处理中心
        while verb > first and laid.words[verb - 1] in group("new"):
            verb -= 1  # 新增确诊病例
        return verb - (verb > begin and _qualifies(laid, verb - 1))
    if verb < 0 and stop - first == 2 and laid.words[first - 1] == "为" and is_person(laid.words[first]):
        return stop - 1  # 为群众|挽回损失
    if verb < 0 and outside == "P" and laid.words[first - 1] in group("toward"):
        return stop - 1
    if head in "GW" and outside == "P" and laid.words[first - 1] == "对":
        return first - 1
    return first


def _qualifies(laid: Laid, at: int) -> bool:
    """True for a word that says of what kind the thing after it is (智能化|采掘工作面)."""
    word = laid.words[at]
    kind = len(word) > 2 and laid.codes[at] == "N" and word.endswith(_KINDS)
    return kind or laid.codes[at] == "A" or word in group("qualifier")


def _of_measure(laid: Laid, at: int, stop: int) -> bool:
    """True for an adverb that is a part of the name of the measure after it (日均客流, 累计结余)."""
    if laid.words[at] == "累计":
        opens = laid.codes[at - 1 : at] in ("", *",.;JSN") and laid.codes[at - 2 : at] != "PS"  # 在华|累计投资
        stretch = laid.codes[at - 2 : at] == "SN" and laid.words[at - 2] not in group("whole_place")
        opens = opens and not (stretch or laid.words[at - 1].endswith(owner_heads()))  # 长江|中下游|累计雨量
        return opens and laid.codes[at + 1] == "W" and at + 2 == stop
    return laid.words[at] in group("mean_of_time") and laid.codes[at + 1] in "NWG"


def _nominal(laid: Laid, at: int, stop: int) -> bool:
    """True for a word that a noun phrase which ends at `stop` may hold."""
    code, word = laid.codes[at], laid.words[at]
    if code == "C":
        return at + 1 < stop and laid.ends[stop - 1] - laid.starts[at] <= _LIST_MAX
    if code == "V":
        return word in group("new")
    if code == "D":
        undone = word == "未" and laid.codes[at + 1] in "NGV"  # 未参保人数
        return at + 1 < stop and (undone or word in ("不", "人民币") or _of_measure(laid, at, stop))
    if word == "现场":
        return at + 1 < stop and laid.codes[at - 1 : at] in ("", ",", ".", ";")  # 现场观众, not 活动现场
    if word == "内":
        return at > 0 and laid.codes[at - 1] in "NS" and laid.codes[stop - 1] == "W"  # 县域内就诊率
    if word == "间":
        return at > 0 and laid.codes[at - 1] in "NSO" and at + 1 < stop  # 农户间交易
    if at + 1 < stop or word in group("compound_verb"):
        if word == PLAN or (code == "M" and (word[0] == "第" or (word in group("one") and laid.codes[at - 1] != "V"))):
            return False
        if word in group("compound_verb") or word in ("以上", "以下"):
            return at > 0 and (laid.codes[at - 1] in "NGWASO" or laid.words[at - 1] in group("compound_verb"))
    return code in "NGWSOAMKR()"
