"""Whether a quantity is so, is expected, or is aimed at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from seeds import table
from transforms.quantities.context.clauses.clause import Laid
from transforms.quantities.context.clauses.word_groups import group
from transforms.times.period import TimeSpan

ACTUAL, EXPECTED, TARGET = "actual", "expected", "target"
_AFTER = re.compile(r"(?:元|的)?(?:年度|总|发展|奋斗)?目标(?!任务)")
_FUTURE_VERB = frozenset("VLHDPJFT")
_NUMERAL_STARTS = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十百千万亿两几数约近上")
_REACHES = re.compile(r".*[到至为]")
_MOVES = re.compile(r"(?:同比|环比)?(?:[增减降升达建新带为]|下降|上升|上涨|回落|提[高升速]|突破|超|扩|缩)")
_SUPPORT = re.compile("将|可|预计|有望|届时")
_WITHIN = re.compile(
    "[一二两三四五六七八九十0-9]{1,3}(?:年|个月|天|周)(?:左右)?之?内|再?用[^，。；]{1,5}(?:年|个月|天)|早日|尽[早快]|[让使把]"
)
_DATE = re.compile(r"[0-9]{4}年|今年|明年|年[内底]|[0-9]{1,2}月|“")
_PLANNED = re.compile("[GN]Q|G[NGSA]{1,4}Q")  # 全县计划春播玉米5万亩
_MOVED = re.compile(r"UQ[AN]{0,3}NV")
_WHOLE_WORDS = frozenset(("计划", "准备", "打算", "拟", "预期", "确保", "力争"))
_PLAN = re.compile("“?十[一二三四五六七八九]五”?(?:期间|时期)")
_FIRST_YEAR = 366
_WITH = frozenset("与和同跟")  # 将与总院统一管理
_ALL_DONE = re.compile("[VL](?![VGAN]*U)")  # 将全部完成, not 将全部捐赠的物资
_SOON = re.compile("下(?![达发放拨])|[明后来今]年|[春夏秋冬寒暑][季假]|新学|年内|近期|[两三五]年内|分[两三四批期年]")
_PAUSES = frozenset("，：")
_OF_PLANS = frozenset(("惠及", "覆盖", "实施", "启动", "资助", "包括", "涵盖", "涉及", "实行"))  # what a plan does
_FORECASTS = frozenset(("预计", "预期", "计划"))
_TIME_ALONE = re.compile("T[TF]*,")
_ATTRIBUTE = re.compile("[NGWA]{1,4}U[DHP]*Q")
# what will be so whatever is done: 到2030年仍有
_STILL = re.compile("[^，。；]{0,12}?，?[^，。；]{0,8}?(?:仍|依然|还有|还会|可能|恐|或将|会有|料)")
# what is aimed at is listed: 主要预期目标是：…；…
_LISTS = re.compile("(?:任务|目标|指标)?(?:是|为|包括)?：")
_BY_WHICH = re.compile("(?:通过|经过|利用|用)[^，。；]{1,12}，")
_TITLE = 40
_UNTIL = re.compile(r"(?<![截续长迟期延止日月年推限降增升涨跌减缩高低落缓加少扩压])[到至]$")  # 持续至8月30日
_CLOSES = re.compile("(?:结束|止|为止|截止|闭幕|闭馆|收官|落幕|到期|期满)")
# the name of what is held then: 2030年海州亚运会
_GAMES = re.compile("[一-鿿]{0,4}?(?:冬奥|奥运|残奥|亚运|大运会|全运会|世界杯|亚洲杯|欧洲杯|世博)")
_IN = re.compile(r"在$")
_DONE_BY = re.compile("，?[^，。；]{0,12}已(?!于)")  # 到今年11月，全县已合并
_THEN = re.compile("(?:再|才)[^，。；0-9]{1,4}[，。；]")  # 存到明年3月再卖，
_VALUE_OF = re.compile("的[约近超逾]?[0-9一二三四五六七八九十百千]")  # 扩大到今年的3200亩
_ALREADY = re.compile("已经?[排签接卖定约]到?了?[到至]?\\Z")
_CAN_MOVE = re.compile(
    "可[由从][^，。；]{1,16}?((?:提高|提升|增加|增长|扩大|降低|下降|缩短|减少|压缩|[升降增减])[到至为])"
)
_HANDED = tuple("交还 返还 归还 退还 发还 移交 转交 送还 如数 悉数 退给 还给 交给 存入 汇入 捐给 捐赠 打入".split())
_GOT = re.compile("已[^，。；]{0,6}\\Z")
_PAUSE = re.compile("[，。；：]")
_AHEAD = re.compile("(?:将|力争|争取|计划|有望|预计|拟)(?![了过])")  # 三年内争取入选
_AIMS = ("力争", "争取")
_AS_IT_IS = re.compile(
    r"(?:[由从将把](?:现在|目前|当前|现有|现行|原来|原先|原有|此前)|(?<![比较跟与同])(?:现在|目前|当前|原来|原先|此前))的?\Z"
)
_FRONTED = re.compile("(?![GMT])[NGWSOARD]*(?:U(?:[NGWSOAD]|V(?=[NW]))*)?[NW]")
_SHIFTS = ("压缩", "缩短", "提高", "提升", "降低", "扩大", "缩小", "压减", "削减", "上调", "下调", "调高", "调低")
_PREDICTED = re.compile("预计|预测|预估|估计|估算|测算|推算|推测|如果不|若不|如不")
_STANDS = ("现有", "目前已", "目前有", "现已", "已有", "原有")
_NOW = re.compile("(?:眼下|目前|如今|现在|当下|时下)(?!起|开始)")
_NOW_SIZE = 4  # signs of 由目前的


class Cue(NamedTuple):
    """A word that says a value is not yet so; `wide` ones hold to the end of the sentence, others to their clauses."""

    start: int
    status: str
    wide: bool
    weight: int


@cache
def _cues() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    rows = {row["word"]: (row["status"], row["reach"]) for row in table("status_cues")}
    words = sorted(rows, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words))), rows


@cache
def _finished() -> tuple[str, ...]:
    """The cues of what holds once something stands (建成后)."""
    return tuple(word for word in _cues()[1] if word[-1] == "后")


def find_cues(laid: Laid, begin: int, end: int, spans: Sequence[TimeSpan], issue: date | None) -> list[Cue]:
    """The cues of the sentence `text[begin:end]`, in order."""
    found = []
    pattern, rows = _cues()
    for match in pattern.finditer(laid.text, begin, end):
        status, reach = rows[match.group()]
        if reach == "supported" and _SUPPORT.search(laid.text, match.end(), end) is None:
            continue
        opened = laid.text.rfind("《", max(begin, match.start() - _TITLE), match.start())
        if opened >= 0 and laid.text.find("》", opened, match.start()) < 0:
            continue
        if _is_cue(laid, match.group(), match.start(), match.end()):
            wide = reach != "clause" or _goes_on(laid, match.group(), match.end())
            found.append(Cue(match.start(), status, wide, 3 if status == TARGET else 2))
    if laid.text.find("可", begin, end) >= 0:
        found += [Cue(move.start(1), EXPECTED, False, 2) for move in _CAN_MOVE.finditer(laid.text, begin, end)]
    if issue:
        for span in spans:
            if begin <= span.start < end and span.end_date and span.end_date > issue:
                _add_dated(laid.text, span, begin, end, issue, found)
    found.sort(key=lambda cue: cue.start)
    return found


def _add_dated(text: str, span: TimeSpan, begin: int, end: int, issue: date, found: list[Cue]) -> None:
    """Adds the cue that a time to come is: what holds by then is aimed at, or expected where that was said of it."""
    if _CLOSES.match(text, span.end, end) or _GAMES.match(text, span.end, end) or _THEN.match(text, span.end, end):
        return  # 至22日结束
    ahead = span.start_date is not None and span.start_date > issue
    if text.startswith("的", span.end) and _GOT.search(text, begin, span.start):
        return  # 已接到明年的订单
    if not ahead and _DONE_BY.match(text, span.end, end):
        return
    if not ahead and _VALUE_OF.match(text, span.end, end):
        return
    if _ALREADY.search(text, begin, span.start):
        return  # 订单已排到9月份
    by = _UNTIL.search(text, max(begin, span.start - 2), span.start) is not None
    if by or (ahead and _IN.search(text, max(begin, span.start - 2), span.start)):
        foreseen = _STILL.match(text, span.end, end) is not None or _foreseen(text, span.start, found)
        foreseen = foreseen or _PREDICTED.search(text, begin, span.start) is not None  # 据估算，到2040年
        if by and not foreseen:  # 到2030年，将再造林8万亩
            found[:] = [cue for cue in found if cue.start < span.start or not text.startswith("将", cue.start)]
        found.append(Cue(span.start, EXPECTED if foreseen else TARGET, True, 1))
    elif _begins(text, span, issue):
        found.append(Cue(span.start, TARGET, True, 1))
    elif ahead and span.granularity == "year":
        found.append(Cue(span.start, EXPECTED, False, 1))


def _foreseen(text: str, at: int, found: Sequence[Cue]) -> bool:
    """True where what leads to the time at `at` in its clause says that it is expected (有望在2028年)."""
    return any(cue.status == EXPECTED and cue.start < at and not _PAUSE.search(text, cue.start, at) for cue in found)


def _begins(text: str, span: TimeSpan, issue: date) -> bool:
    """True for a plan of five years that has just begun or is to come (“十五五”时期): its values are aimed at."""
    plan = span.start_date is not None and _PLAN.match(text, span.start, span.end) is not None
    return plan and span.start_date is not None and (issue - span.start_date).days < _FIRST_YEAR


def _goes_on(laid: Laid, word: str, end: int) -> bool:
    """True where a list of aims or all that is foreseen follows the cue (机构预计，今年…; 预计5日白天，…)."""
    text = laid.text
    if word in _FORECASTS and _TIME_ALONE.match(laid.codes, laid.index(end)):
        return True
    if _BY_WHICH.match(text, end):
        return True  # 力争通过三年努力，…
    return (word in _FORECASTS and text[end : end + 1] in _PAUSES) or _LISTS.match(text, end) is not None


def _is_cue(laid: Laid, word: str, start: int, end: int) -> bool:
    """Words that are also nouns or object markers, told by their neighbours."""
    text = laid.text
    if word == "将":
        return _is_future(laid, start, end)
    at = laid.index(start)
    if word == "年度计划投资":
        return text[start - 1 : start] not in tuple("成占比为") and laid.codes[
            laid.index(end) : laid.index(end) + 1
        ] in ("Q", "H", "L")
    if word in _WHOLE_WORDS and not (at < len(laid.starts) and (laid.starts[at], laid.ends[at]) == (start, end)):
        return word == "拟" and at < len(laid.starts) and laid.words[at] in group("planned")
    if word in _FORECASTS and _ATTRIBUTE.match(laid.codes, laid.index(end)):
        return False  # 完成预计收购量的57%
    before = text[start - 1 : start]
    after = laid.codes[laid.index(end) : laid.index(end) + 1]
    if word == "计划":
        opens = start == 0 or before in "，。；：、" or laid.codes[at - 1] in "TD"  # 今年计划造林, 还计划建设
        named = laid.codes[at - 1] in "SO" and _PLANNED.match(laid.codes, at + 1) is not None
        named = named or _SOON.match(text, end) is not None  # 计划下学期开设
        if laid.codes[at - 1] == "G" and laid.words[at + 1 : at + 2] and laid.words[at + 1] in _OF_PLANS:
            return False  # 教育计划惠及
        return (named or after in tuple("VLHPTDQWJ" + "GNAM" * opens)) and before not in tuple("”按本划该的原比较超定")
    if word in ("准备", "打算"):
        return after in tuple("VLHPTDQGJ") and not text.startswith(("了", "好"), end)
    if word == "争取":
        return _WITHIN.match(text, end) is not None
    if word in ("争取到", "争取在"):
        return _DATE.match(text, end) is not None
    if word in ("确保", "拟"):
        return not text.startswith(("了", "定了"), end) and before not in tuple("模虚草比为了以")
    return word != "预期" or (before not in tuple("于超好合出过及到") and text[end : end + 1] not in ("的", "值", "寿"))


def _is_future(laid: Laid, start: int, end: int) -> bool:
    """True where 将 stands before what will be; False where it marks an object (将10名学生送往, 将天数降至)."""
    at = laid.index(start)
    if at + 1 >= len(laid.starts) or laid.starts[at] != start or laid.ends[at] != end:
        return False
    following = laid.codes[at + 1]
    if _has_object(laid, at):
        return False
    if following == "Q":
        return laid.text[end] not in _NUMERAL_STARTS
    if laid.words[at + 1] in group("object_mark"):
        return laid.words[at + 1] == "全部" and _ALL_DONE.match(laid.codes, at + 2) is not None
    if following == "V" and _moved_thing(laid, at):
        return False
    if following == "V" and laid.codes[at + 2 : at + 3] in ("N", "W"):
        mark = laid.codes.find("Q", at)
        return not (at + 3 < mark <= at + 8 and _REACHES.fullmatch(laid.words[mark - 1]))
    if following == "G" and laid.codes[at + 2 : at + 3] == "Q":
        return True  # 将投用6座冷库
    if following in "CP" and laid.words[at + 1] in _WITH:
        return True
    return following in _FUTURE_VERB or _MOVES.match(laid.text, end) is not None


def _has_object(laid: Laid, at: int) -> bool:
    """True for what was done (已将), where a value goes to another (将时间由40天压缩至), what is done away with."""
    if at and laid.words[at - 1] in group("before_object"):
        return True
    stop = next((i for i in range(at + 1, len(laid.codes)) if laid.codes[i] in ",.;Q"), len(laid.codes))
    last = laid.words[stop - 1]
    if laid.codes[stop : stop + 1] == "Q":
        if any(word.startswith(_HANDED) for word in laid.words[stop + 1 : stop + 5]):
            return True  # 将追回的3万元货款|交还
        if _FRONTED.fullmatch(laid.codes, at + 1, stop) and laid.words[stop].startswith(_SHIFTS):
            return True  # 将平均候诊时间|压缩20%
        return last in group("from") and stop > at + 2 and laid.words[at + 1] not in group("from")
    return stop > at + 2 and last in group("disposed")  # 将涉嫌诈骗的团伙抓获


def _moved_thing(laid: Laid, at: int) -> bool:
    """True where 将 marks an object that has a clause before it (将流失的8件铜器追索回国)."""
    mark = laid.codes.find("Q", at)
    return at + 2 < mark <= at + 8 and _MOVED.match(laid.codes, mark - 1) is not None


def status_of(
    laid: Laid, cues: Sequence[Cue], clause: tuple[int, int], free: int, start: int, end: int, moves: bool = False
) -> str:
    """The status of the quantity `text[start:end]` in the clause of words `clause`; cues from `free` on still reach it.

    `free` is where the run of clauses without a subject of their own begins that holds this one; an aim reaches on to
    how other measures are to move (力争产值达5亿元，工业投资增长15%): `moves`.
    """
    clause_start = laid.starts[clause[0]]
    if _AS_IT_IS.search(laid.text, max(0, start - _NOW_SIZE), start):
        return ACTUAL
    done = "了" in laid.text[start:end]  # 大桥建成后，车流提高了两成
    best: tuple[bool, int, int] | None = None
    status = ACTUAL
    if _AFTER.match(laid.text, end):
        return TARGET
    ahead = _AHEAD.match(laid.text, end) if laid.text[end - 1] == "内" else None
    if ahead and (ahead.group() != "将" or _is_future(laid, end, end + 1)):  # not 十日内将样品送检
        return TARGET if ahead.group() in _AIMS else EXPECTED
    for cue in cues:
        if cue.start >= start or (cue.start < free and not cue.wide and not (moves and cue.status == TARGET)):
            continue
        if cue.wide and cue.start < clause_start and "已" in laid.text[clause_start:start]:
            continue
        if done and laid.text.startswith(_finished(), cue.start):
            continue
        own = cue.start >= clause_start
        if not own and laid.text.startswith(_STANDS, clause_start):
            continue  # 预计需种子10吨，现有12吨
        if not own and _NOW.match(laid.text, clause_start):
            continue  # 排期到下月，眼下90台织机全开
        faint = not own and not cue.wide and cue.status == EXPECTED  # 计划改建校舍，到2030年，实现床位300张
        rank = (own, 0 if faint else cue.weight, cue.start)
        if best is None or rank > best:
            best, status = rank, cue.status
    return status
