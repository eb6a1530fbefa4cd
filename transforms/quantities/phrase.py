"""Numerals that state no quantity: ordinals, scores, codes, names, slogans, titles and set phrases."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

import seeds
from transforms.quantities import comparator
from transforms.quantities.numeral import Numeral
from transforms.quantities.numeral_signs import DIGITS
from transforms.quantities.unit import Unit, unit_at

_SIGN = frozenset("一二三四五六七八九十百千万两")
_ADVERB = frozenset("连般律共起旦定些直切样度再向贯同并经")  # 一般, 一律, 一共
_QUOTE_MAX = 14
_FREE = ("0元", "零元")
_STATED = 4  # signs before a share in quotation marks
_PER_TIME = ("一年", "一天", "一周", "一日", "一月")
_TITLE_MAX = 80
_TURN = 5  # signs between one 一块 and the next
_SPOKEN = re.compile(r"[，。！？；：了我你他她咱就才呢啊吗呀元]")  # what a slogan does not hold
_RATIO_BEFORE = re.compile(r"[0-9一二三四五六七八九十][∶:：比×*xX/][ ]?\Z")
_RATIO_SIGNS = frozenset("∶:：比×*xX/ ")
_ORDINAL_LIST = re.compile(r"第[0-9一二三四五六七八九十]{1,4}[、和至到]\Z")
_RATIO_AFTER = re.compile(r"[ ]?[∶:：比×*xX][ ]?[0-9一二三四五六七八九十]")
_FORM_AFTER = re.compile(
    r"式|型(?!号)|级(?![别领])|(?<=[人年班部])制(?![服作定造约止片])|之家|之隔|(?<=[年天月])期(?![间限待望末满])|"
    r"(?<=年)制?(?:免费|义务|一贯|普及|基础|强制|公费|学前|普惠)+(?:[一-鿿]{0,4}教育|制)|"
    r"(?<=[节局盘])比分|(?<=[节局盘轮])积(?=[0-9])|(?<=转)[0-9]|(?<=千伏)(?![，。；、时])[一-鿿]{0,8}(?:线|[变输][电压]|电网|开关站)|"
    r"(?<=[年天])(?:行动|规划|计划|攻坚)|(?<=[钟时])[^，。；、的]{0,5}圈"
)
_EVENT_AFTER = re.compile(
    r"决赛|半决赛|预赛|直道赛|短跑|中跑|长跑|跨栏|栏|自由泳|仰泳|蛙泳|蝶泳|混合泳|个人混合泳|接力|障碍|台(?:决赛|预赛)?|跳台|跳板|气步枪|气手枪|跑(?!道|了|步)"
)
_RANK_BEFORE = re.compile(
    r"(?:(?<![目以之此年日当眼先提空生面月午从赛向往睡课饭婚产战底末旬])前|排名|名列|位列|位居|列居|并列)(?:全[国省市]|世界)?第?\Z"
)
_TIME_HEAD = re.compile(
    r"(?:未来|今后|(?<!已)(?<!已经)过去|最近|此后|接下来|今明|这|那|(?<![枝街山船念里外风镜码])头|往后|此前|当年|每|多|[上下]一?个|"
    r"(?<![目以之此提先午向往睡课饭餐婚产孕])前|(?<=[今明去全当]年)后|年的?最后)的?\Z"
)
_TIME_TAIL = re.compile(r"(?:(?:以|之)?[前来]|以来|下来|[初末底])(?![往自源])")
_LATER = re.compile(r"(?:以|之)?后")
_RECENT = re.compile(r"(?:\A|[，。；：、！？“）\s])[ ]?\Z")
_RECENT_TAIL = re.compile(r"[，,里间中]")
_MEASURED = re.compile(
    r"[了过已用花费需要历长达隔晚早超仅经续守有共活作在](?:[为的到])?\Z|(?:之前|以前|为期|至今|过去|期间|延长|缩短|推迟|提前)的?\Z"
)
_LENGTH_AFTER = re.compile(r"的(?!平均|均值|最)|[，。；、！？）”,;]|之久|时间|以[上下内]|左右|\Z")
_GRADE = re.compile(r"[一二三四五](?:级|甲|星级|等)|[二三四五六八九]年(?:一贯)?制")
_DEVICES = frozenset(("台", "套", "部", "个", "人", "名", "份", "家", "台套"))
_ABBREVIATION = re.compile(r"(?<![A-Za-z0-9])[A-Z]{3,5}\Z")
_PLACE_HEAD = re.compile(
    r"[子砦寨店铺树河沟房井桥坡]?(?:村(?![镇办级民企])|镇(?![级街])|乡(?!镇)|街(?![头区巷])|派出所|[屯庄沟湾岭])"
)
_EVENT_OF = ("男子", "女子", "男女")
_NAMES_PLACES = frozenset("台峰家盘门棵眼把间道岔洞元垛墩")
_HEAPS = frozenset("垛墩峰岔")  # what towns are named after and papers seldom count
_HEAP_HEAD = re.compile("片区|社区|小区|[河港湖闸桥路中小]")
_NAMED_HOUSE = re.compile(
    "[一-鿿]{2}(?:小区|花园|花苑|家园|公寓|新村|佳苑|山庄|大厦|[雅华嘉锦名馨]苑|[新雅华嘉]府|广场)"
    r"(?:[0-9]+[—－~、和至及]){0,4}\Z"
)
_AT_HOME = re.compile("家住在?\\Z")  # 家住3幢
_LIVES = re.compile("住(?:在|进)?[^，。；]{0,20}\\Z")
_HOUSE_ENDS = frozenset(("", "，", "。", "；", "、", "共", "楼", "住", "多", "高"))
_CALLED = re.compile("(?:叫做?|名[叫为曰作]|[称取起命]名为?|称[作为]|题为|绰号|外号|昵称|谐音)[：:]?\\Z")
_BUILDING = re.compile(r"[号室]|楼?[0-9]+(?:单元|[号室层楼门幢栋])|[0-9]{3,4}(?=[，。、；）的里内住\s]|\Z)")


@cache
def _phrases() -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """For each numeral sign in set phrases: how far in it stands, and the phrases that have it there."""
    found: defaultdict[str, defaultdict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in seeds.table("set_phrases"):
        phrase = row["phrase"]
        for at, sign in enumerate(phrase):
            if sign in _SIGN or sign in DIGITS or sign.isdigit() or sign == "半":
                found[sign][at].append(phrase)
    return {sign: [(at, tuple(phrases)) for at, phrases in places.items()] for sign, places in found.items()}


def in_set_phrase(text: str, start: int) -> bool:
    """True where a set phrase of seeds/set_phrases.csv covers text[start]."""
    places = _phrases().get(text[start])
    return places is not None and any(start >= at and text.startswith(phrases, start - at) for at, phrases in places)


def in_title(text: str, start: int) -> bool:
    """Inside 《…》."""
    opened = text.rfind("《", max(0, start - _TITLE_MAX), start)
    return opened >= 0 and text.find("》", opened, start) < 0


def in_slogan(text: str, start: int, end: int, kind: str) -> bool:
    """Inside short quotation marks with more words than the quantity, and no sentence: “三个聚焦”, “15分钟生活圈”.

    A number with a bound (“总量将近1000斤”) and a share of what is named before it (“中途退课扣除30%违约金”) state
    something.
    """
    opened = text.rfind("“", max(0, start - _QUOTE_MAX), start)
    if opened < 0 or text.find("”", opened, start) >= 0:
        return False
    closed = text.find("”", end, opened + _QUOTE_MAX + 2)
    if opened + 1 == start and closed == end and _CALLED.search(text, max(0, opened - 4), opened):
        return True  # 为什么叫“一丈二”
    if closed > end and opened + 1 == start and kind == "money" and text[start:end] in _FREE:
        return True  # “0元学车”
    if closed < 0 or (opened + 1 == start and closed == end and kind != "count"):
        return False  # “3亿元” is only set off; “二十条” is a name
    if kind == "percent" and text[end - 1] == "%" and start - opened > _STATED:
        return False
    bounded = comparator.before(text, start, False)
    if bounded and bounded[1] > opened + 1:
        return False
    return not _SPOKEN.search(text, opened + 1, closed)


def is_label(text: str, numeral: Numeral, unit: Unit, begin: int, end: int) -> bool:
    """An ordinal, a score, a ratio, a sum like 3+2, a bed by its number (07床), or a number tied to Latin letters."""
    start = numeral.start
    before = text[start - 1] if start else ""
    if before and (before in "第届^№#＃" or (before == " " and text[start - 2 : start - 1] == "第")):
        return True
    if before and before in "+＋" and not _is_plus(text, start - 1, unit):
        return True
    if begin == start and before.isascii() and before.isalnum() and not _after_letters(text, numeral, unit):
        return True
    if before in ("、", "和", "至", "到") and _ORDINAL_LIST.search(text, max(0, start - 8), start):
        return True  # 第三、四节
    if text[start] == "0" and text[start + 1 : start + 2].isdigit():
        return True
    if before in ("-", "—", ".", "·") and start > 1 and text[start - 2].isascii() and text[start - 2].isalnum():
        return True
    after = text[numeral.end : numeral.end + 1]
    if after == "+" or text[end : end + 1] == "+":
        return True
    ratio = before in _RATIO_SIGNS and _RATIO_BEFORE.search(text, max(0, start - 3), start)
    return bool(ratio or (after in _RATIO_SIGNS and _RATIO_AFTER.match(text, numeral.end)))


def _is_plus(text: str, at: int, unit: Unit) -> bool:
    """同比+5.2%: the sign of a share, and no sum like 3+2."""
    return unit.kind in ("percent", "percent_point") and not (at and text[at - 1].isascii() and text[at - 1].isalnum())


def _after_letters(text: str, numeral: Numeral, unit: Unit) -> bool:
    """GDP1万美元 and CBD九成单位: an abbreviation of the text, not the letters of a code (CR200)."""
    if not text[numeral.start].isdigit():
        return True
    counted = unit.kind in ("money", "percent", "percent_point") or unit.surface in _DEVICES  # AED150台
    return counted and bool(_ABBREVIATION.search(text, max(0, numeral.start - 6), numeral.start))


def is_pattern(text: str, numeral: Numeral, unit: Unit, end: int) -> bool:
    """One of a pair of lone signs: 一主两副, 四旁五边, 万亩千亿, 三局两胜; but 一幢两层小楼 and 一般两周 are plain."""
    start = numeral.start
    if text[start] not in _SIGN or numeral.end - start > 1 or unit.surface in ("名", "位", "人", "只"):
        return False
    if _GRADE.match(text, end):
        return False  # 两家三级医院, 两所九年制学校
    paired = len(unit.surface) == 1 and end < len(text) and text[end] in _SIGN and _lone(text, end)
    if paired and unit.kind not in ("money", "percent"):
        return True
    if text[start - 2 : start] in _PER_TIME and unit.surface in ("次", "趟", "回", "顿", "班", "轮"):
        return False
    for gap in (2, 3, 4):
        at = start - gap
        if at < 0 or text[at] not in _SIGN or not _lone(text, at) or not _word(text, at + 1, start):
            continue
        if gap > 2:
            return unit.weak and unit_at(text, at + 1) is None
        return text[at + 1] not in _ADVERB and (text[at] != "一" or unit_at(text, at + 1) is None)
    return False


def in_turn(text: str, start: int, end: int) -> bool:
    """成熟一块、收割一块: one with its unit, told again of the next thing that is done with it."""
    one = text[start:end]
    before = text.rfind(one, max(0, start - _TURN - len(one)), start)
    at = before if before >= 0 else text.find(one, end, end + _TURN + len(one))
    if at < 0:
        return False
    between = text[min(start, at) + len(one) : max(start, at)]
    return between[:1] in ("、", "，") and between[1:].isalpha()


def _lone(text: str, at: int) -> bool:
    return not (at and text[at - 1] in _SIGN) and not (at + 1 < len(text) and text[at + 1] in _SIGN)


def _word(text: str, start: int, end: int) -> bool:
    return all("一" <= c <= "鿿" and c not in _SIGN and c not in "和与或的及至到" for c in text[start:end])


def is_designation(text: str, numeral: Numeral, unit: Unit, end: int) -> bool:
    """The quantity only names a kind of thing: 万吨级, 五人制, 100米自由泳, 前三名, 3栋2单元, 九峰街."""
    if unit.kind != "percent" and unit.surface != "个" and _FORM_AFTER.match(text, end):
        return True
    if unit.unit == "m" and (_EVENT_AFTER.match(text, end) or text[numeral.start - 2 : numeral.start] in _EVENT_OF):
        return True
    if unit.kind == "count" and _RANK_BEFORE.search(text, max(0, numeral.start - 6), numeral.start):
        return True
    if unit.surface in ("名", "位") and text[numeral.start - 2 : numeral.start] == "赛前":
        return text[numeral.start - 3 : numeral.start - 2] in ("比", "决", "联", "杯", "锦", "标", "大")
    if unit.surface in _NAMES_PLACES and numeral.form in ("chinese", "pair") and _PLACE_HEAD.match(text, end):
        return text[numeral.start] != "两" or unit.surface in _HEAPS  # 八家子镇, 十八盘村
    if unit.surface in _HEAPS and numeral.form in ("chinese", "pair") and _HEAP_HEAD.match(text, end):
        return True  # 三垛片区
    return unit.surface in ("幢", "栋", "座") and (
        _BUILDING.match(text, end) is not None or _is_house(text, numeral, end)
    )


def _is_house(text: str, numeral: Numeral, end: int) -> bool:
    """True for houses by their numbers (翠湖小区6幢的居民, 家住翠湖小区6幢, 金桂花园2—8幢)."""
    start = numeral.start
    if numeral.form == "arabic" and _AT_HOME.search(text, max(0, start - 3), start):
        return True
    if numeral.form != "arabic" or not _NAMED_HOUSE.search(text, max(0, start - 18), start):
        return False
    several = not text[start - 1].isalnum() or "—" in text[start:end] or "至" in text[start:end]
    return several or text[end : end + 1] not in _HOUSE_ENDS or bool(_LIVES.search(text, max(0, start - 24), start))


def is_point_in_time(text: str, start: int, end: int, far: bool, few: bool) -> bool:
    """A length of time that only points at a span: 三年后, 未来五年, 多年来, 前5个月, 近两年有所回升.

    `far`: weeks, months and years; `few`: ten of them at most, or 几.
    """
    if _TIME_TAIL.match(text, end) or (far and _LATER.match(text, end)):
        return True
    if text[start - 1 : start] == "近" and text[start - 2 : start - 1] != "最":
        if _RECENT_TAIL.match(text, end):
            return bool(_RECENT.search(text, max(0, start - 3), start - 1))  # 近两年，…
        return few and not _MEASURED.search(text, max(0, start - 7), start - 1) and not _LENGTH_AFTER.match(text, end)
    return bool(_TIME_HEAD.search(text, max(0, start - 5), start))
