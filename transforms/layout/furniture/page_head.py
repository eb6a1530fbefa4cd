"""The head of a page: lines of nothing but the paper's name, the day, the page's number and section, who made it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import seeds
from transforms.layout.bylines.writers import OUTLET_END
from transforms.layout.furniture.web_lines import paper_of_site
from transforms.layout.wording.line_words import words_of
from transforms.times.calendar import safe_date
from transforms.words.paper import may_name_paper

_ROWS = seeds.table("furniture_words")
_CREDITS = frozenset(row["word"] for row in _ROWS if row["match"] == "credit")
_GAP = re.compile(r"(?:[\s|｜]|(?<!\d)/|/(?!\d))+|(?<=版)[：:]\s*")
_WIDE = {0xFEE0 + code: code for code in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))}
_HAS_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")
# where to write to or call, which a head may hold beside the rest
_REACHED = re.compile(
    r"(?:[一-龥]{0,4}(?:邮箱|信箱|电话|热线|传真|网址)|[Ee]-?[Mm]ail|QQ|T[Ee][Ll])\s*[：:]?\s*"
    r"(?:[\w.\-]{2,40}@[\w.\-]{3,40}|[\d（）()\-—]{5,20}|(?:www\.|https?://)[\w./\-]{3,60})"
)
_SPACED = re.compile(r"(?<![一-龥])[一-龥](?:[ \u3000][一-龥]){2,9}(?![一-龥])")  # 枫 渡 报
_COLON = re.compile("[：:]")
_BARE = re.compile(r"\d{1,2}")
_NUMERAL = "[〇零一二三四五六七八九十廿正冬腊]"
_NAME = re.compile(rf"[一-龥]{{1,8}}(?:{OUTLET_END}|报|周末)(?:社)?")
_OF_COUNTY = re.compile("今日[一-龥]{2,4}")
_MARKED = re.compile(r"[《【]([^《》【】]+)[》】]\Z")
_LATIN = re.compile(r"[A-Z][A-Za-z.&']{2,20}")
# what stands nowhere but in a page's head: a day, a number of the page or of the issue, whose paper it is
_SURE = re.compile(
    r"\d{4}[年.．/\-]\d{1,2}[月.．/\-]\d{1,2}日?"
    rf"|(?:{_NUMERAL}{{4}}年)?{_NUMERAL}{{1,3}}月{_NUMERAL}{{1,3}}日?|\d{{1,2}}月\d{{1,2}}日"
    r"|(?:星期|周|礼拜)[一二三四五六日天]"
    rf"|(?:农历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年(?:闰?{_NUMERAL}{{1,2}}月)?(?:[初十廿三]?{_NUMERAL}{{1,2}})?"
    rf"|农历闰?{_NUMERAL}{{1,2}}月[初十廿]?{_NUMERAL}{{1,2}}"
    r"|(?:第|总)?第?[\d〇零一二三四五六七八九十]{1,6}[期号](?:[（(]总?第?\d{2,6}[期号][）)])?|[（(]?总?第?\d{2,6}[期号][）)]?"
    r"|[一-龥]{1,6}[·•][A-Z]?\d{1,2}|[A-Z]?\d{1,2}[·•][一-龥]{1,6}"
    r"|(?:今日|本期|共|今天|本报今日)?共?\d{1,3}版|第?[A-Z]{0,2}\d{1,3}版?|[A-Z]\d{0,3}[叠版]?|第?[一二三四五六七八九十]{1,3}版"
    r"|[一-龥]{2,24}(?:机关报|机关刊|主管|主办|出版|承办)|(?:主管|主办|出版|承办)[：:][一-龥]{2,24}"
    r"|(?:国内统一连续出版物号|国内统一刊号|邮发代号|代号|CN)[：:]?[A-Z\d—\-－/]{0,20}"
    r"|(?:每份|零售|定价|零售价|售价)[：:]?(?:每份)?\d*(?:\.\d+)?[元角]?",
)
_FIGURES = re.compile(r"(?<!\d)(\d{4})\s*[年.．/\-]\s*(\d{1,2})\s*[月.．/\-]\s*(\d{1,2})(?!\d)")
_WRITTEN = re.compile(
    r"([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十廿卅]{1,3})日"
)
_EDITION = re.compile(r"(?:[一-龥]{1,6}[·•])?(?:第?(?P<sure>[A-Z]{1,2}\d{1,2}|\d{1,3}(?=版))版?|(?P<bare>\d{1,2}))")
_DIGITS = {**{c: n for n, c in enumerate("〇一二三四五六七八九")}, "零": 0}
_TENS = {"廿": "二十", "卅": "三十"}
_PAGE = re.compile(r"第?[A-Z]?\d{1,3}版|[A-Z]\d{1,3}|第?[一二三四五六七八九十]{1,3}版")
_WEEKDAY = re.compile("(?:星期|周|礼拜)[一二三四五六日天]")
_SECTION = re.compile(r"[一-龥·・&]{1,8}")
_ADDRESSED = re.compile(rf"《([一-龥]{{1,8}}(?:{OUTLET_END}|报))》")
_PAPER = rf"[一-龥]{{1,8}}?(?:{OUTLET_END}|报)"
_IMPRINTED = re.compile(
    rf"(?<![一-龥])(?P<maker>{_PAPER})社?\s*(?:主管主办|主办|编辑出版|出版|编印|版权所有)|版权所有\s*(?P<owner>{_PAPER})社?(?![一-龥])"
)
HEAD_LINES = 8  # lines among which a page has its head
_MOST_SECTIONS = 3
_LONGEST = 70


def is_head_line(text: str) -> bool:
    """Whether a line over the first text of a page is of its head: every word in its place, one of them sure."""
    if len(text) > _LONGEST:
        return False
    words = _words(_REACHED.sub(" ", text))
    if not words:
        return False
    credit = next((place for place, word in enumerate(words) if _COLON.split(word)[0] in _CREDITS), len(words))
    ends = (0, credit - 1, len(words) - 1)
    sure = [place for place, word in enumerate(words) if _SURE.fullmatch(word) and _may_stand(place, words, ends)]
    if not sure:
        return False
    loose = [place for place in range(len(words)) if place not in sure and not _numbers_section(place, words)]
    names = [words[place] for place in loose if place >= credit]
    sections = [words[place] for place in loose if place < credit]
    sections = [word for word in sections if not (_NAME.fullmatch(word) or _LATIN.fullmatch(word))]
    if len(sections) > _MOST_SECTIONS or not all(map(_SECTION.fullmatch, sections)):
        return False
    return all(_SECTION.fullmatch(word) or _COLON.search(word) for word in names)


def is_whole_head(text: str, foot: bool = False) -> bool:
    """Whether a line has the day and more of what only a head has: it is that wherever it stands.

    At the `foot` of a page one thing more is enough, but a weekday.
    """
    if len(text) > _LONGEST or not (_FIGURES.search(text) or _WRITTEN.search(text)):
        return False
    words = _words(text)
    credit = next((place for place, word in enumerate(words) if _COLON.split(word)[0] in _CREDITS), len(words))
    named = [word for word in words[:credit] if _NAME.fullmatch(word)]
    if named and credit > 2 and all(word in named or _SURE.fullmatch(word) for word in words[:credit]):
        return credit == len(words) or is_head_line(text)
    numbered = any(_PAGE.fullmatch(word) for word in words)
    told = bool(named) + (credit < len(words)) + numbered
    weekday = any(_WEEKDAY.fullmatch(word) for word in words)
    return told + (weekday and not foot) > (not foot) and is_head_line(text)


def is_supplement(name: str) -> bool:
    """A name that a section of a paper may have."""
    return name.endswith(("周刊", "周末"))


def outlet_addressed(text: str) -> str | None:
    """The paper to which a line asks readers to write."""
    found = _ADDRESSED.search(text)
    return found[1] if found else None


def imprinted_in(text: str) -> str | None:
    """The paper whose house publishes the page or has its rights: 柳溪时报社出版."""
    found = _IMPRINTED.search(text)
    name = (found["maker"] or found["owner"]) if found else ""
    return name if name and may_name_paper(name) else None


def outlet_in(text: str) -> str | None:
    """The paper's name in a line of the head or alone on one."""
    words = (paper_of_site(word) or word for word in _words(text))
    named = (word for word in words if _NAME.fullmatch(word) and not _SURE.fullmatch(word))
    return next((word for word in named if len(word) > 2 and may_name_paper(word)), None) or _county_paper(text)


def _county_paper(text: str) -> str | None:
    """The paper of a county that is named after it, beside the number of the page or the day: 今日江岸 03 要闻."""
    words = _words(text)
    if not words or not _OF_COUNTY.fullmatch(words[0]) or not any(map(_SURE.fullmatch, words)):
        return None
    return words[0] if words_of(words[0])[-1][1] in ("ns", "nr") else None  # 今日关注 is a section


def issue_day_in(text: str) -> date | None:
    """The day that a line of the head gives: 2024年6月3日, 2024.06.03, 二〇二四年六月三日."""
    found = _FIGURES.search(text)
    if found:
        return safe_date(*map(int, found.groups()))
    found = _WRITTEN.search(text)
    if found is None:
        return None
    year = int("".join(str(_DIGITS[c]) for c in found[1]))
    return safe_date(year, _written_number(found[2]), _written_number(found[3]))


def edition_in(text: str) -> str | None:
    """The number of the page in a line of the head: 第02版, A06, 4版, 08 at either end or behind the section."""
    words = _words(text)
    for place, word in enumerate(words):
        found = _EDITION.fullmatch(word)
        if found and (found["sure"] or place in (0, len(words) - 1) or _numbers_section(place, words)):
            return found["sure"] or found["bare"]
    return None


def _written_number(text: str) -> int:
    """Up to 三十一."""
    for short, long in _TENS.items():
        text = text.replace(short, long)
    tens, ten, ones = text.rpartition("十")
    return (_DIGITS[tens[0]] if tens else 1) * 10 * bool(ten) + (_DIGITS[ones[-1]] if ones else 0)


def _may_stand(place: int, words: Sequence[str], ends: Sequence[int]) -> bool:
    """A bare number is the page's only at either end of its line, or beside the section that opens or ends it.

    There it is 08, or the paper's name or the day stands before it: 星期一 柳溪晚报 16 文体.
    """
    word = words[place]
    if not word.isdigit() or place in ends:
        return True
    over_last = place == len(words) - 2 and bool(_SECTION.fullmatch(words[-1]))
    if over_last and any(told.fullmatch(words[place - 1]) for told in (_NAME, _WEEKDAY, _FIGURES)):
        return True
    return word[0] == "0" and (over_last or _numbers_section(place, words))


def _numbers_section(place: int, words: Sequence[str]) -> bool:
    """The number behind the section that a line opens with: 要闻 2."""
    return place == 1 and bool(_BARE.fullmatch(words[1]) and _SECTION.fullmatch(words[0]))


def narrow(text: str) -> str:
    """Figures and letters as wide as characters in their narrow forms."""
    return text.translate(_WIDE) if _HAS_WIDE.search(text) else text


def _words(text: str) -> list[str]:
    """The words between blanks, a name without its marks."""
    closed = _SPACED.sub(lambda found: re.sub(r"\s", "", found.group()), narrow(text))
    return [found[1] if (found := _MARKED.match(word)) else word for word in _GAP.split(closed) if word]
