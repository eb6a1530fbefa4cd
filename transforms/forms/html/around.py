"""Kicker, deck and byline that stand around a known headline in elements without a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import seeds
from transforms.forms.html.line import HtmlLine
from transforms.words.paper import may_name_paper
from transforms.words.talk import opens_turn, turns

WRITER_MARKS = "□■◎●"
WRITER = re.compile(rf"(?:记者|通讯员|作者|撰稿|特约)[\s:：/|｜]|\A[{WRITER_MARKS}]|\A[^，。]{{0,8}}记者")
DAY = re.compile(r"\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]")
FOLIO = re.compile(r"(?:第\s*[A-Z]?\d{1,3}|[A-Z]?\d{2})\s*版|[A-Z]?\d{1,3}\s*[|｜:：/]\s*\S{1,8}\Z")
_TOOLS = re.compile(
    r"字[号体]\s*[:：]|放大|缩小|(?:来源|字数|[责编]编辑?|[发刊]布?[日时][期间]|(?:阅读|浏览|点击)[次数量]*)\s*[:：]|(?:阅读|浏览|点击)[次数量]*\s*\d|[上下]一[篇版期页条]|返回|"
    r"PDF|版权|扫码|扫一扫|长按|二维码|点击上方|电子[报版]|数字报|当前位置|[〉>＞»]\s*正文|(?:\A|[·\s：:|｜—-])第?\s*[A-Z]?\d{1,3}\s*版(?:\Z|[\s：:])"
)
# words of buttons, which a headline may hold too: a line of nothing else is no title
_WAYS = [row["word"] for row in seeds.table("furniture_words") if row["reason"] == "web navigation"]
_BUTTONS = re.compile(rf"(?:[\W\d_]|{'|'.join(sorted(map(re.escape, _WAYS), key=len, reverse=True))}|[大中小]|A[+-])+")
_WEATHER = re.compile(
    r"(?:天气|晴|阴|多云|雨|雪)[^，。]{0,10}?-?\d{1,2}\s*[℃°]?C?\s*[~～—/到至-]{1,2}\s*-?\d{1,2}\s*[℃°]|\A(?:\S{1,4}\s+)?-?\d{1,2}\s*℃\Z"
)
# the way to a page: 首页 > 新闻 > 民生
_PATH = re.compile(
    r"[^，。：:]{0,6}位置\s*[:：].*|(?:网站)?[首主]页\s*(?:[|｜/>＞»›→]|->).*|[^，。>＞»›]{1,16}(?:\s*[>＞»›]{1,2}\s*[^，。>＞»›]{1,16})+[>＞»›]?"
)
_PAPER = re.compile(r"(\S{2,12}?[报刊])(?:社|电子[报版]|数字报)?(?:\s*[|｜·—-]\s*(.*))?")
_CAPTION = re.compile(r"\A(?:图为|[上下左右]图|图[①-⑳1-9]|图片说明)|[\s。）)][^，。]{1,16}(?:摄|供图)\s*[）)]?\Z")
_CALL = re.compile("[^。]{3,24}[？！?!]")
_WORDS = re.compile("[-_]")
_PICTURES = frozenset(
    row["value"]
    for row in seeds.table("html_marks")
    if row["attribute"] == "word of a class" and row["role"] == "caption"
)
_SHOWS = re.compile(r"(?:[▲▼△▽]|图为|[上下左右]图[：:])[^。]{4,60}(?:。[^。]{0,20})?\Z")
_TAKEN = re.compile(r"[^。]{6,50}。\s*[（(][^（）()，。]{2,24}摄[）)]\Z")
_SEVERAL = 3
_LONGEST_CAPTION = 100
_LONGEST_TITLE = 20  # characters over a list
_ITEM = re.compile(r"[●■◆▲★◎○□◇•·]\s*\S")
SHORTEST, LONGEST = 4, 60


def with_neighbours(lines: list[HtmlLine]) -> list[HtmlLine]:
    """The lines with the unmarked ones that stand in one element with the headline marked: kicker over it, deck and
    byline between it and the body."""
    head = next((at for at, line in enumerate(lines) if line.mark == "headline"), None)
    body = next((at for at, line in enumerate(lines) if line.mark == "body"), None)
    if head is None or body is None or head > body:
        return lines
    found = list(lines)
    told = {line.mark for line in lines}
    last = max(at for at in range(head, body) if lines[at].mark in ("headline", "deck"))
    for at in range(head + 1, body):
        line = lines[at]
        if line.mark is not None or line.file:
            continue
        if names_writer(line) and "byline" not in told:
            found[at] = replace(line, mark="byline")
        elif at == last + 1 and "deck" not in told and _is_title(line, lines[head]):
            found[at] = replace(line, mark="deck")
    if head and "kicker" not in told and lines[head - 1].mark is None and _is_title(lines[head - 1], lines[head]):
        found[head - 1] = replace(lines[head - 1], mark="kicker")
    return found


def with_captions(lines: list[HtmlLine]) -> list[HtmlLine]:
    """The lines with the words of pictures, which stand beside the headline or the text, marked as such."""
    told = [at for at, line in enumerate(lines) if line.mark in ("headline", "body")]
    if not told:
        return lines
    texts = sum(line.mark == "body" for line in lines)
    tabled = Counter(x.cell[:2] for x in lines if x.pictured)
    alone = {table for table, held in tabled.items() if held == 1 and texts >= _SEVERAL}
    return [
        replace(x, mark="caption") if at >= told[0] and (_shows_picture(x, texts) or _beside_picture(x, alone)) else x
        for at, x in enumerate(lines)
    ]


def _beside_picture(line: HtmlLine, alone: set[tuple[int, ...]]) -> bool:
    """Whether a line of the text is all the words of a table with a picture."""
    return line.mark == "body" and line.pictured and line.cell[:2] in alone and len(line.text) <= _LONGEST_CAPTION


def _shows_picture(line: HtmlLine, texts: int) -> bool:
    """Whether a line is a picture's words, among the paragraphs or beside them; a story may be one picture's words."""
    if line.mark == "body":
        return bool(_SHOWS.match(line.text) or (texts >= _SEVERAL and _TAKEN.match(line.text)))
    return line.mark is None and is_caption(line)


def is_caption(line: HtmlLine) -> bool:
    """Whether a line outside the text is a picture's words: it or its element says so, or it ends with who took it."""
    named = not _PICTURES.isdisjoint(name_words(line)) and not _TOOLS.search(line.text)
    return bool(named or _CAPTION.search(line.text)) and not line.file


def name_words(line: HtmlLine) -> set[str]:
    """The words in the class names of a line's element."""
    return {word for name in line.names for word in _WORDS.split(name.lower())}


def with_subheadings(lines: list[HtmlLine]) -> list[HtmlLine]:
    """The lines with the titles of lists marked, and the questions and calls that the page sets unlike its paragraphs:
    they end as sentences do, so that only their type tells them from text. What is asked in a talk is text."""
    lines = [replace(x, mark="subheading") if _titles_list(lines[at : at + 3]) else x for at, x in enumerate(lines)]
    styles = Counter((x.tag, x.names, x.bold) for x in lines if x.mark == "body" and "。" in x.text)
    if not styles:
        return lines
    plain = styles.most_common(1)[0][0]
    found = [x.mark == "body" and bool(_CALL.fullmatch(x.text)) and (x.tag, x.names, x.bold) != plain for x in lines]
    talk = turns([x.text for x in lines], bool) if any(found) else frozenset()
    return [
        replace(x, mark="subheading") if found[at] and at not in talk and not opens_turn(x.text) else x
        for at, x in enumerate(lines)
    ]


def _titles_list(lines: Sequence[HtmlLine]) -> bool:
    """Whether the first of three lines is a bold one in a cell of its own over marked lines of a list."""
    title, items = lines[0], lines[1:]
    short = title.bold and bool(title.cell) and title.mark == "body" and len(title.text) <= _LONGEST_TITLE
    listed = len(items) > 1 and all(x.mark == "body" and x.cell and _ITEM.match(x.text) for x in items)
    return short and listed and not re.search("[，。：:]", title.text) and not _ITEM.match(title.text)


def names_writer(line: HtmlLine) -> bool:
    """Whether a line beside a headline says who wrote the text, not who took a picture."""
    return bool(WRITER.search(line.text)) and len(line.text) <= LONGEST and not is_caption(line)


def is_furniture(line: HtmlLine) -> bool:
    """Whether a line is no title: a link or a row of them, the way to the page, a day, a page number, a button."""
    told = DAY.search(line.text) or FOLIO.match(line.text) or _TOOLS.search(line.text) or _WEATHER.search(line.text)
    way = (line.bar and not WRITER.search(line.text)) or _PATH.fullmatch(line.text)
    return bool(line.file or told or way or _BUTTONS.fullmatch(line.text) or names_paper(line))


def names_paper(line: HtmlLine) -> bool:
    """Whether a line is the paper's name, with the day or the page's number or nothing else."""
    found = _PAPER.fullmatch(line.text)
    alone = found is not None and (not found[2] or DAY.search(found[2]) or FOLIO.match(found[2]))
    return found is not None and bool(alone) and may_name_paper(found[1])


def _is_title(line: HtmlLine, head: HtmlLine) -> bool:
    near = not set(line.path[1:3]).isdisjoint(head.path)
    whole = SHORTEST <= len(line.text) <= LONGEST and "。" not in line.text and not WRITER.search(line.text)
    return near and whole and not is_furniture(line)


def repeated_in(lines: Sequence[HtmlLine], text: str) -> bool:
    """Whether a link to an article has these words."""
    return any(line.file and line.text == text for line in lines)
