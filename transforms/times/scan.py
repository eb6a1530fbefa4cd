"""From text to atoms: one search for the characters that can begin a time, and a closer look only there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import product

from transforms.times.atoms import Atom
from transforms.times.clock import read_lacking
from transforms.times.counted import HAN, LEADS, NUMBER, read_led, read_number
from transforms.times.digits import ARABIC, to_number
from transforms.times.lengths import length_atom, read_length
from transforms.times.lexicon import AFTER_DAY, eras, words_by_first
from transforms.times.numeric import read_numeric
from transforms.times.suffixes import read_last_months

WEEKDAYS = {c: i for i, c in enumerate("一二三四五六")} | {"日": 6, "天": 6, "末": 7}
_FIGURES = frozenset(ARABIC)
_QUARTER_Q = re.compile(r"[Qq]([1-4])(?:季度)?(?![0-9A-Za-z])")
_LUNAR_DAY = re.compile(r"初([一二三四五六七八九十])")
_NO_DAY = r"(?![到至]?[一二两三四五六七八九十]{1,2}(?:[次趟回节场顿篇]|个|天(?!天)|小时))"  # 每周三到五次
_WEEKDAY = re.compile(r"(?:每个?|每?逢)?(?:周|星期|礼拜)([一二三四五六日天末])(?!个|次|天|级|期|票|等奖)" + _NO_DAY)
_WEEK_TAIL = re.compile(
    r"的?(?:周|星期|礼拜)?([一二三四五六日天末])(?!个|次|级|共|直|定|起|些|样|批|系|场|项|线|致|般|度)" + _NO_DAY
)
_LEAP = re.compile(rf"闰([{HAN}]{{1,2}}|[0-9０-９]{{1,2}})月")
_BEFORE_CHRIST = re.compile(rf"公元前(?:[0-9０-９]{{1,4}}|[{HAN}]{{1,6}})(?:年|世纪)")
_LAST = re.compile(
    r"最后一(?:个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])|(?P<unit>[天日周]|个(?:星期|礼拜|月|季度)))"
)
_NEXT_FEAST = re.compile(r"[上下]一?个(?=[^月周星礼季半世])")
_HOUR_HEAD = re.compile(rf"[早晚晨](?:[0-9０-９]{{1,2}}(?:[点时時點]|[:：][0-9]{{2}})|(?!一点)[{HAN}]{{1,3}}[点點])")
_NEXT_HOUR = re.compile(r"(?:上|(?P<next>下))(?:一个?|个)(?:小时|钟头)")
_REIGN = re.compile(rf"(元|[0-9０-９]{{1,3}}|[{HAN}]{{1,3}})年")
# what may stand second, where the first character alone says too little
_SECONDS = {
    HAN: HAN + "年月日号號时時点點世季周星礼天个個小整刻钟鐘分秒昼夜晚多余余几来半至到、—–―-~～－ .．",
    "前头每近": HAN + ARABIC + "几半数 ",
    "第": HAN + ARABIC,
    "最": "近后",
    "过": "去" + HAN + "几数半",
    "未": "来",
    "今往": "后",
    "接": "下",
    "再": "过",
    "每": "隔周星礼个逢",
    "初": HAN,
    "周": "一二三四五六日末",
    "星": "期",
    "礼": "拜",
    "公": "元",
    "俩": "月年天个小礼周星",
    "闰": HAN + ARABIC,
    "差": HAN + ARABIC,
    "逢": "周星礼",
    "早晚晨": HAN + ARABIC,
    "Qq": "1234",
    "半": "年月天小个世钟夜分秒刻",
    "几数多": "十百千年月天日个小周分秒昼星世",
    "大": "半",
    "上下": "百千个一",
}


@cache
def _begins() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """A pattern for two characters that may begin a time, and the pairs that do (figures always do).

    With each pair stand the words of which one must go on from it; "" where anything may.
    """
    pairs: defaultdict[str, set[str]] = defaultdict(set)
    for words in words_by_first().values():
        for word in words.entries:
            pairs[word[:2]].add("" if word[0] in HAN + ARABIC else word)
    for firsts, seconds in _SECONDS.items():
        for first, second in product(firsts, seconds):
            pairs[first + second].add("")
    first_signs = re.escape("".join(sorted({pair[0] for pair in pairs})))
    second_signs = re.escape("".join(sorted({pair[1] for pair in pairs})))
    # one set of signs at its head, so that the search skips from sign to sign
    pattern = re.compile(f"[{ARABIC}{first_signs}](?:(?<=[{ARABIC}])|(?=[{second_signs}]))")
    return pattern, {pair: ("",) if "" in texts else tuple(texts) for pair, texts in pairs.items()}


def scan(text: str) -> Iterator[Atom]:
    """The atoms of the text in their order, none of them overlapping."""
    pattern, pairs = _begins()
    pos = 0
    for hit in pattern.finditer(text):
        at = hit.start()
        if at < pos:
            continue
        words = pairs.get(text[at : at + 2])
        if not (text.startswith(words, at) if words else text[at] in _FIGURES):
            continue
        if atom := _at(text, at):
            yield atom
            pos = atom.end
        elif run := NUMBER.match(text, at):
            pos = run.end()


def _at(text: str, at: int) -> Atom | None:
    c = text[at]
    if c in _FIGURES:
        return read_numeric(text, at) or read_number(text, at)
    if c in HAN:
        return _word(text, at) or read_number(text, at)
    return (c in LEADS and read_led(text, at)) or _word(text, at) or _special(text, at)


def _word(text: str, at: int) -> Atom | None:
    words = words_by_first().get(text[at])
    m = words and words.pattern.match(text, at)
    if not words or not m:
        return None
    word, end = m[0], m.end()
    kind, n, unless = words.entries[word]
    if unless and text.endswith(unless, max(0, at - 3), at):
        return None
    if kind == "now" and word == "当前" and _is_verb(text, at, end):
        return None
    if kind == "reign":
        return _reign(text, at, end, word)
    if kind in ("week_rel", "set") and word[-1] in "周期拜" and (day := _WEEK_TAIL.match(text, end)):
        if kind == "set":
            return Atom(at, day.end(), kind, n, text[at : day.end()])
        return Atom(at, day.end(), "weekday", (WEEKDAYS[day[1]], *n), day[0])
    return Atom(at, end, kind, n, word)


def _is_latin(text: str, at: int) -> bool:
    return at >= 0 and text[at].isascii() and text[at].isalnum()


def _is_verb(text: str, at: int, end: int) -> bool:
    """大敌当前，: what stands before 当前 is before us, and no time is named."""
    return (
        text[end : end + 1] in ("，", "。", "！")
        and at > 0
        and text[at - 1] > "㐀"
        and text[at - 1] not in "在于是到至从，。；："
    )


def _reign(text: str, at: int, end: int, name: str) -> Atom | None:
    """康熙三年 is 1664."""
    m = _REIGN.match(text, end)
    n = m and (1 if m[1] == "元" else to_number(m[1]))
    return Atom(at, m.end(), "year", (int(eras()[name]["start"]) + n - 1,)) if m and n else None


def _next(text: str, at: int) -> Atom | None:
    """下一小时, 上个国庆节."""
    if m := _NEXT_HOUR.match(text, at):
        return Atom(at, m.end(), "span_next" if m["next"] else "span_past", (1, 3600, 1, -1), "小时")
    m = _NEXT_FEAST.match(text, at)
    feast = _word(text, m.end()) if m else None
    if feast is None or feast.kind != "feast":
        return None
    return Atom(at, feast.end, "feast", (1, 1 if text[at] == "下" else -1), feast.word)


def _last(text: str, at: int) -> Atom | None:
    """最后一天, 最后一个星期一, 最后三个月."""
    if months := read_last_months(text, at + 1):
        return months._replace(start=at)
    m = _LAST.match(text, at)
    days = (WEEKDAYS[m["weekday"]],) if m and m["weekday"] else ()
    return Atom(at, m.end(), "last", days, m["unit"] or "") if m else None


def _special(text: str, at: int) -> Atom | None:
    c = text[at]
    if c in "Qq" and (m := _QUARTER_Q.match(text, at)) and not _is_latin(text, at - 1):
        return Atom(at, m.end(), "quarter", (float(m[1]),))
    if c == "初" and (m := _LUNAR_DAY.match(text, at)):
        return Atom(at, m.end(), "lunar_day", (to_number(m[1]) or 0,))
    if c == "闰" and (m := _LEAP.match(text, at)) and (n := to_number(m[1])):
        return Atom(at, m.end(), "lunar", (n, 1))
    if c == "公" and (m := _BEFORE_CHRIST.match(text, at)):
        return Atom(at, m.end(), "bc")
    if c == "最":
        return _last(text, at)
    if c in "周星礼每逢" and (m := _WEEKDAY.match(text, at)):
        if at and text[at - 1] in HAN + ARABIC + "几数多整个第半":
            return None
        return Atom(at, m.end(), "set" if c in "每逢" else "weekday", (WEEKDAYS[m[1]],))
    if c in "上下" and (near := _next(text, at)):
        return near
    if c in "早晚晨" and _HOUR_HEAD.match(text, at) and text[at - 1 : at] not in ("最", "提", "较", "更", "得"):
        return Atom(at, at + 1, "daypart", AFTER_DAY[c], c)
    if c == "差":
        return read_lacking(text, at)
    if c in "半几数多大上俩" and (length := read_length(text, at)):
        return length_atom(length, "length", at)
    return None
