"""A numeral and what it counts: 2025年, 6月, 16日, 20世纪, 第一季度, 前5个月, 近三年, or a length of time."""

from __future__ import annotations

import re

from transforms.times.atoms import Atom
from transforms.times.clock import read_clock
from transforms.times.digits import ARABIC, is_positional, to_number
from transforms.times.lengths import ROWS, is_pair, length_atom, read_length

HAN = "零〇○一二两三四五六七八九十百千廿卅"
NUMBER = re.compile(rf"[0-9０-９]+|[{HAN}]+")
LEADS = "前头第近最过未今往接再每"
_DASH = r"(?:[—–―\-~～－]{1,2}|至|到|、)"
_LEAD = re.compile(
    r"(?:(?P<first>前|头)|(?P<nth>第)|(?P<near>近)|(?P<past>最近的?|过去的?这?)|(?P<next>未来的?|今后的?|往后的?|接下来的?)"
    r"|(?P<later>再过|(?:(?<![一-鿿])|(?<=[们我你他她咱就得要等会再需]))过)|(?P<each>每隔?))\s?"
    rf"(?=[0-9０-９{HAN}几数半])"
)
_BUILDING = re.compile(r"[楼线文馆店院门机车厅令台位井球选种矿仓公高国码泊座墩塔船轮桥库房舱坑池染轨街路弄桌窗检隧决]")
_LISTED = rf"(?:、\s?(?:[0-9０-９]{{1,2}}|[{HAN}]{{1,3}})\s?(?=、)){{0,5}}"  # 15、16、17日
_RANGED = re.compile(
    rf"\s?{_LISTED}{_DASH}\s?(?P<right>[0-9０-９]{{1,4}}|[{HAN}]{{1,6}})\s?"
    rf"(?P<unit>年(?!级|龄)|月(?!饼|球)|(?:日|号(?!{_BUILDING.pattern}))(?!元|均)|季度|[时点](?!候|期|代))"
)
_UNIT = re.compile(
    r"\s?(?:(?P<decade>年代)|(?P<anniversary>周年)|(?P<century>世纪)|(?P<quarter>季度)|(?P<year>年度?)"
    r"|(?P<month>月份?(?!龄|供|薪|租|息|均|嫂|球|亮|饼))|(?P<day>[日号號])|(?P<clock>[时時点點]))"
)
_ORDINAL = re.compile(
    r"\s?(?:(?P<quarter>个?季度)|(?P<month>个?月(?!饼|球))|个(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])(?!个|次)"
    r"|(?P<week>个?(?:周|星期|礼拜))(?!年)|(?P<days>[天日])(?!里|中午))"
)
# What goes on from a numeral to a time: its units, what joins it to another, parts of a larger numeral, a blank.
_GOES_ON = frozenset("年周世季月日号號时時点點个個多余来整几半俩.．—–―-~～－至到或、") | {unit[0] for unit in ROWS}
_BEFORE_UNITS = frozenset("个個多余来整")  # a unit of time comes after them
_CALENDAR_YEAR = re.compile(r"(?:19|20)[0-9]{2}年")
_IN_SPAN = re.compile(r"[年月周]的?\Z")  # 下个月第一天, 今年的第100天
_YEAR_ENDS = frozenset(["", *"，。、；秋春夏冬"])
_AHEAD = tuple("提超空目以之")  # 提前两周 is by how much, 目前三年 begins after 目前
_BORN = tuple("业婚职任张产学营映播岗后开")
_LUNAR_END = re.compile(r"[，。、；：！？）\s晚早上下夜前后当之以的至到—-]|\Z")
# 16号 after anything else is a number or a name: 〔2024〕21号, 神舟16号
_BEFORE_BARE = frozenset(["", *"，。、；：！？“”（） \n在于从自到至截这本每—–-~～"])
_FARTHEST = 2150  # no text names a later year as an end: 2700年前 is so long ago
_AGO = ("前", "以前", "之前")
_TO_A_DAY = re.compile(rf"{_DASH}[{HAN}]{{2,3}}[日号]")  # 十日到二十日
_FROM_A_DAY = re.compile(rf"月(?:[{HAN}]{{1,3}}|[{ARABIC}]{{1,2}})[日号]{_DASH}\Z")  # 十月一日至七日
_SHORT_DAY = re.compile(
    r"(?![0-9０-９.．%％个多余万亿千百十元人名家件项条次场例起台辆吨公亩平米岁天年月℃度种位户所支艘笔处部])"
)


def read_led(text: str, at: int) -> Atom | None:
    """前三季度, 第一季度, 近三年, 未来五年, 每两年: a count with the word that leads it."""
    m = _LEAD.match(text, at)
    if m is None:
        return None
    lead = m.lastgroup or ""
    if lead == "first" and text[at - 1 : at] in _AHEAD:
        return None
    if lead == "first" and text[at] == "头" and text[at - 1 : at] in _BORN:
        return None  # 开业头一个月, 开头几个月: of the event, not of the year
    if lead == "nth" and text.endswith("连续", 0, at):
        return None  # 连续第三个月: the third in a row
    if lead == "first" and text.startswith(("前一天", "前一年", "前半年"), at):
        return None  # the day before, not one day until now; the first half
    if lead in ("first", "nth"):
        atom = _ordinal(text, at, m.end(), lead)
        if atom or lead == "nth":
            return atom
    counts = lead == "near" and text[m.end()] not in ARABIC and text[at - 1 : at] not in ("临", "将", "接", "靠")
    length = read_length(text, m.end(), led=counts)
    if length and length.unit == "年" and _CALENDAR_YEAR.match(text, m.end()):
        return None  # 刚刚过去的2019年
    if length is None or (
        lead in ("first", "near") and length.unit in ("小时", "钟头", "刻钟", "分钟", "秒", "秒钟", "分")
    ):
        return None
    return length_atom(length, f"span_{lead}", at)


def _ordinal(text: str, at: int, begin: int, lead: str) -> Atom | None:
    number = NUMBER.match(text, begin)
    n = to_number(number[0]) if number else None
    m = _ORDINAL.match(text, number.end()) if number else None
    if m is None or n is None or n < 1:
        return None
    kind, first = m.lastgroup, lead == "first"
    if kind == "quarter" and n <= 4:
        return Atom(at, m.end(), "quarters" if first else "quarter", (n,))
    if kind == "month" and n <= 12 and (first or "个" in m[0]):
        return Atom(at, m.end(), "months", (n,)) if first else Atom(at, m.end(), "month", (n,), "nth")
    if kind == "days" and not first and n <= 366 and _IN_SPAN.search(text, max(0, at - 2), at):
        return Atom(at, m.end(), "nth_day", (n,))
    if kind == "week" and not first and n <= 53:
        return Atom(at, m.end(), "nth_week", (n,))
    if kind == "weekday" and not first and n <= 5:
        return Atom(at, m.end(), "nth_weekday", (n, "一二三四五六日天".index(m["weekday"]) % 7))
    return None


def read_number(text: str, at: int) -> Atom | None:
    """The atom of the numeral that begins at `at`: a year, month, day, hour … or a length of time."""
    m = NUMBER.match(text, at)
    if m is None:
        return None
    raw, end = m[0], m.end()
    after = text[end : end + 1]
    if after in _BEFORE_UNITS:
        after = text[end + 1 : end + 2]
    goes_on = after in _GOES_ON or after.isspace()
    in_month = text[at - 1 : at] == "月"
    n = to_number(raw) if goes_on or in_month else None
    if n is None:
        return None
    if in_month and (atom := _day_after_month(text, raw, n, at, end)):
        return atom
    if not goes_on:
        return None
    if (ranged := _RANGED.match(text, end)) and (atom := _left(raw, n, at, end, ranged)):
        return atom
    if (unit := _UNIT.match(text, end)) and (atom := _classify(text, raw, n, at, unit)):
        return atom
    # 第七年 is one year, not seven; in 一岁零三个月 the months are of the age
    counts = text[at - 1 : at] != "第" and (raw[0] != "零" or text[at - 1 : at] != "岁")
    length = read_length(text, at) if counts else None
    return length_atom(length, "length", at) if length else None


def _day_after_month(text: str, raw: str, n: float, at: int, end: int) -> Atom | None:
    """八月十五, 10月22: the day without 日."""
    if raw[0] in ARABIC:
        whole = len(raw) <= 2 and 1 <= n <= 31 and not _UNIT.match(text, end) and not _RANGED.match(text, end)
        return Atom(at, end, "day", (n,)) if whole and _SHORT_DAY.match(text, end) else None
    lunar = text.endswith(("正月", "腊月", "冬月"), 0, at) or _LUNAR_END.match(text, end)
    if raw[0] in "十二三廿" and ("十" in raw or raw[0] == "廿") and 10 < n <= 30 and lunar:
        return Atom(at, end, "lunar_day", (n,), "plain")
    return None


def _left(raw: str, n: float, at: int, end: int, ranged: re.Match[str]) -> Atom | None:
    """The left side of 1—5月, 一至三季度, 2019-2021年, 12-19日, 五到六点, which has its unit on the right."""
    unit, right = ranged["unit"], to_number(ranged["right"])
    if right is None:
        return None
    if unit == "年":
        return Atom(at, end, "year", (n,)) if _is_year(raw, n) else None
    if unit == "月":
        return Atom(at, end, "month", (n,)) if 1 <= n <= 12 and right <= 12 else None
    if unit == "季度":
        return Atom(at, end, "quarter", (n,)) if 1 <= n < right <= 4 else None
    if unit in "日号":
        return Atom(at, end, "day", (n,)) if 1 <= n <= 31 and right <= 31 and raw[0] != "两" else None
    return Atom(at, end, "clock", (n, 0, 0), "bare") if n <= 24 and right <= 24 else None


def _is_year(raw: str, n: float) -> bool:
    if raw[0] in ARABIC:
        return len(raw) == 4 and 1000 <= n <= 2999
    return (len(raw) == 4 and is_positional(raw) and n >= 1000) or (not is_positional(raw) and 1900 <= n <= 2100)


def _classify(text: str, raw: str, n: float, at: int, unit: re.Match[str]) -> Atom | None:
    kind, end = unit.lastgroup, unit.end()
    after = text[end : end + 3]
    if kind == "year":
        return _year(text, raw, n, at, end)
    if kind == "day":
        return _day(text, raw, n, at, end)
    if kind == "clock":
        return read_clock(text, raw, n, at, end)
    if (pair := _neighbours(raw)) and kind in ("month", "decade", "quarter") and (kind != "quarter" or pair[1] <= 4):
        return Atom(at, end, f"{kind}s_between", pair)
    fits = {
        "decade": n % 10 == 0 and (n < 100 or 1000 <= n <= 2090),
        "century": 2 <= n <= 30,
        "anniversary": True,
        "quarter": 1 <= n <= 4 and not text.endswith("连续", 0, at),  # 连续三季度: three in a row
        # 一月一观摩 is once a month
        "month": 1 <= n <= 12
        and after[:2] != "有余"
        and (raw[0] in ARABIC or after[:1] not in ("一", "两") or after[1:2] in ("日", "号")),
    }
    return Atom(at, end, kind, (n,)) if kind and fits[kind] else None


def _neighbours(raw: str) -> tuple[float, float] | None:
    """七八月 is July and August, 二三季度 from April on, 六七十年代 the sixties and seventies."""
    digits, ten = (raw[:-1], 10.0) if raw.endswith("十") else (raw, 1.0)
    first, last = ("一二三四五六七八九".find(c) + 1.0 for c in digits) if len(digits) == 2 else (0.0, 0.0)
    return (first * ten, last * ten) if first and last == first + 1 else None


def _year(text: str, raw: str, n: float, at: int, end: int) -> Atom | None:
    """2025年, 二〇二五年, 零八年, 07年, 95年3月; 24年 alone is a length, 公元789年 is not."""
    if text.endswith("公元", 0, at) and n == int(n):
        return Atom(at, end, "year", (n,))
    after = text[end : end + 3]
    if _is_year(raw, n) and not (n > _FARTHEST and after.startswith(_AGO)):
        return Atom(at, end, "year", (n,))
    if len(raw) == 3 and raw[0] in "123456789" and text[at - 1 : at] == "在" and after[:1] in _YEAR_ENDS:
        return Atom(at, end, "year", (n,))  # 在789年, not 在100年里
    if len(raw) != 2 or not (is_positional(raw) or raw[0] in ARABIC) or after[:1] in ("级", "龄"):
        return None
    dated = re.match(r"\s?[0-9０-９一二三四五六七八九十]{1,2}月|[底初末春夏秋冬]|第", after)
    if dated or raw[0] in "0０" or (is_positional(raw) and not is_pair(raw)):  # 三四年 is three or four years
        return Atom(at, end, "year", (n + (1900 if n >= 30 else 2000),))
    return None


def _day(text: str, raw: str, n: float, at: int, end: int) -> Atom | None:
    before, after = text[at - 1 : at], text[end : end + 2]
    if not 1 <= n <= 31 or before == "第":
        return None
    if before not in ("月", "/", "-"):
        if after[:1] in ("元", "均", "游", "内") or after in ("以内", "之内"):
            return None
        if raw[0] not in ARABIC and n < 11 and not (_TO_A_DAY.match(text, end) or _FROM_A_DAY.search(text, 0, at)):
            return None
        if text[end - 1] in "号號" and before not in _BEFORE_BARE:
            return None
    if before != "月" and text[end - 1] in "号號" and _BUILDING.match(after):
        return None
    return Atom(at, end, "day", (n,))
