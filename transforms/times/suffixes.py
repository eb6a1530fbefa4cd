"""What may stand after a time and belongs to it: 初, 底, 之前, 以来, 起, 期间, 假期, and 早, 晚 after a day."""

from __future__ import annotations

import re

from transforms.times.atoms import Atom
from transforms.times.digits import to_number
from transforms.times.lexicon import AFTER_DAY

_EDGED = "year year_rel year_ctx quarter quarter_rel month month_rel month_ctx century century_rel decade plan".split()
_EDGE = re.compile(
    r"\s?的?(?:(?P<begin>年?初期?(?!步|级|中|次|衷|心|始|选|审|[一二三四五六七八九十]))|(?P<opening>伊始)"
    r"|(?P<end>年?底|年?末期?|年终|后期)|(?P<mid>年中(?!国)|中期|中叶|中旬))"
)
# words that only begin like the suffix: 前往, 起来, 后勤, 内容, 间隔
_NOT_BEFORE = "往|来|后|夜|去|景|进|期|夕|不久|方|沿|台|半|列|所|三|提|线|身|夫|[一二三四五六七八九十两几0-9]"
_NOT_FROM = "床|来|到|义|点|飞|草|色|诉|步|码|重|伏|因|源|火|初|跑|用|名"
_NOT_AFTER = "来|期|天|勤|续|半|年|面|果|备|方|台|者|卫|代|悔|盾|市"
_NOT_WITHIN = "部|容|地|外|蒙|需|涵|在|心|科|阁|政|战|销|存"
_SUFFIX = re.compile(
    rf"\s?(?:(?P<upto>[及或](?:以前|之前))|(?P<andafter>[及或](?:以后|之后))|(?P<before>以前|之前|此前|前(?!{_NOT_BEFORE}))"
    rf"|(?P<since>以来|至今(?![年日天晚晨早春夏秋冬明后])|迄今|到现在)|(?P<from>起(?!{_NOT_FROM})|开始(?!时|的))|(?P<after>以后|之后|此后|后(?!{_NOT_AFTER}))"
    rf"|(?P<during>期间|之间|时期|间(?!隔|接|谍)|以内|之内|内(?!{_NOT_WITHIN}))|(?P<about>前后|左右|前夕))"
)
_SEASON = re.compile(r"([春夏秋冬])(?![节运晚耕令奥雨装种收播招训游宫天季粮管]|小?麦|玉米|油菜|[稻茶菜蚕薯瓜豆笋])")
_LAST_MONTHS = re.compile(r"后([0-9]{1,2}|[一二两三四五六七八九十]{1,2})个(月(?![饼球])|季度)")
_HOLIDAY = re.compile(r"节?(?:小长假|长假|黄金周|假期|假日|放假)")
_DAY_OF = re.compile("的?(?:首[日天]|第(?P<nth>[一二三四五六七八])天|(?P<last>最后一[日天]))")
_NOT_PART_OF_DAY = ("报", "会", "餐", "茶", "年", "班")
_NOT_SINCE = ("自", "到", "了", "的", "源", "说", "看", "讲")


def read_edge(text: str, last: Atom, end: int) -> tuple[str, int]:
    """begin, opening, mid or end after a year, a quarter, a month, a decade or a plan, and the place after it."""
    m = _EDGE.match(text, end) if last.kind in _EDGED else None
    of_year = m is not None and ("年" in m[0] or "旬" in m[0])  # 今年中旬, but 6月中旬 is its second third
    if m is None or (last.kind.startswith(("month", "quarter")) and of_year):
        return "", end
    return m.lastgroup or "", m.end()


def read_suffix(text: str, end: int, *, length: bool = False) -> tuple[str, int]:
    """upto, before, since, from, after, during, about; after a length 来 is since too (三年来)."""
    if m := _SUFFIX.match(text, end):
        return m.lastgroup or "", m.end()
    if length and text[end : end + 1] == "来" and text[end + 1 : end + 2] not in _NOT_SINCE:
        return "since", end + 1
    return "", end


def read_season(text: str, end: int) -> Atom | None:
    """春, 夏, 秋, 冬 right after a year."""
    m = _SEASON.match(text, end)
    return Atom(end, end + 1, "season", ("春夏秋冬".index(m[1]),)) if m else None


def read_last_months(text: str, end: int) -> Atom | None:
    """后两个月, 最后三个季度 of a year: its last ones."""
    m = _LAST_MONTHS.match(text, end)
    n = int((to_number(m[1]) or 0) * (1 if m[2] == "月" else 3)) if m else 0
    return Atom(end, m.end(), "last_months", (n,)) if m and 0 < n < 12 else None


def read_holiday(text: str, end: int) -> int | None:
    """The end of 假期, 长假 and the like right after a festival."""
    m = _HOLIDAY.match(text, end)
    return m.end() if m else None


def read_holiday_day(text: str, end: int) -> tuple[int, int]:
    """Which day of a holiday is told right after it, the last as -1, all as 0, and the place after it."""
    m = _DAY_OF.match(text, end)
    if m is None:
        return 0, end
    if nth := m["nth"]:
        return "一二三四五六七八".index(nth) + 1, m.end()
    return (-1 if m["last"] else 1), m.end()


def read_hours(text: str, end: int) -> Atom | None:
    """早, 晨, 晚, 夜 right after a day (8日晚, 7月25日早)."""
    hours = AFTER_DAY.get(text[end : end + 1])
    if hours is None or text[end + 1 : end + 2] in _NOT_PART_OF_DAY:
        return None
    return Atom(end, end + 1, "daypart", hours, text[end])
