"""Lines of an HTML page that are no article's, by their own words and links."""

from __future__ import annotations

import re

import seeds
from transforms.forms.html.line import HtmlLine
from transforms.words.paper import may_name_paper

WRITER_MARKS = "□■◎●"
WRITER = re.compile(
    rf"(?:记者|通讯员|作者|撰稿|特约)[\s:：/|｜]|\A[{WRITER_MARKS}]|\A[^，。]{{0,8}}记者|\A(?:文|图文|撰文|采写)\s*[/／|｜:：]"
)
DAY = re.compile(r"\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]")
FOLIO = re.compile(r"(?:第\s*[A-Z]?\d{1,5}|[A-Z]?\d{2})\s*版|[A-Z]?\d{1,3}\s*[|｜:：/]\s*\S{1,8}\Z")
_ROWS = seeds.table("furniture_words")
_TOOLS = "|".join(re.escape(row["word"]) for row in _ROWS if row["match"] == "tool")
TOOLS = re.compile(
    rf"{_TOOLS}|字[号体]\s*[:：]|(?:来源于?|字数|[责编]编辑?|[发刊]布?[日时][期间]|(?:阅读|浏览|点击)[次数量]*)\s*[:：]"
    r"|(?:阅读|浏览|点击)[次数量]*\s*\d|[上下]一[篇版期页条]|电子[报版]|发布[于者]|查看[:：]|\A\d{1,2}:\d{2}"
    r"|[〉>＞»]\s*正文|(?:\A|[·\s：:|｜—-])第?\s*[A-Z]?\d{1,3}\s*版(?:\Z|[\s：:])"
)
# words of buttons, which a headline may hold too: a line of nothing else is no title
_WAYS = [row["word"] for row in _ROWS if row["reason"] == "web navigation"]
_BUTTONS = re.compile(rf"(?:[\W\d_]|{'|'.join(sorted(map(re.escape, _WAYS), key=len, reverse=True))}|[大中小]|A[+-])+")
_WEATHER = re.compile(
    r"(?:天气|晴|阴|多云|雨|雪)[^，。]{0,10}?-?\d{1,2}\s*[℃°]?C?\s*[~～—/到至-]{1,2}\s*-?\d{1,2}\s*[℃°]|\A(?:\S{1,4}\s+)?-?\d{1,2}\s*℃\Z"
)
# the way to a page: 首页 > 新闻 > 民生
_PATH = re.compile(
    r"[^，。：:]{0,6}位置\s*[:：].*|(?:网站)?[首主]页\s*(?:[|｜/>＞»›→]|->).*|[^，。>＞»›]{1,16}(?:\s*[>＞»›]{1,2}\s*[^，。>＞»›]{1,16})+[>＞»›]?"
)
_PAPER = re.compile(r"(\S{2,12}?[报刊])(?:社|电子[报版]|数字报)?(?:\s*[|｜·—-]\s*(.*))?")
SHORTEST, LONGEST = 4, 60
# whose the article is, of which day and page: 《柳溪日报海外版》（2024年03月04日 第 08 版）
IMPRINT = re.compile(
    r"[（(]?\s{0,4}(?:(?:稿件)?来源\s{0,4}[：:])?\s{0,4}《\s{0,4}([^《》]{2,14}?[报刊](?:[一-龥]{1,4}版)?)\s{0,4}》\s{0,4}[（(]?\s{0,4}(\d{4})\s{0,4}[年/.-]\s{0,4}(\d{1,2})\s{0,4}[月/.-]"
    r"\s{0,4}(\d{1,2})\s{0,4}日?[\s，,|｜]{0,4}第?\s{0,4}([A-Z]?\d{1,3})\s{0,4}版(?:[\s：:]{0,4}[一-龥·]{2,6})?\s{0,4}[）)]{0,2}"
)


def is_furniture(line: HtmlLine) -> bool:
    """Whether a line is no title: a link or a row of them, the way to the page, a day, a page number, a button."""
    told = DAY.search(line.text) or FOLIO.match(line.text) or TOOLS.search(line.text) or _WEATHER.search(line.text)
    way = (line.bar and not WRITER.search(line.text)) or _PATH.fullmatch(line.text)
    return bool(line.file or told or way or _BUTTONS.fullmatch(line.text) or names_paper(line))


def names_paper(line: HtmlLine) -> bool:
    """Whether a line is the paper's name, with the day or the page's number or nothing else."""
    found = _PAPER.fullmatch(line.text)
    alone = found is not None and (not found[2] or DAY.search(found[2]) or FOLIO.match(found[2]))
    return found is not None and bool(alone) and may_name_paper(found[1])
