"""The words of pictures beside the headline or the text of an HTML page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import seeds
from transforms.forms.html.furniture import TOOLS, is_furniture
from transforms.forms.html.line import HtmlLine

_CAPTION = re.compile(
    r"\A(?:图为|[上下左右]图|图[①-⑳1-9]|图片说明|图片来源)"
    r"|[\s。）)][^，。]{1,16}(?:摄|供图)(?:\s*[（(/／][^，。（）()]{2,12})?\s*[）)]?\Z"
    r"|[\s。）)（(](?:图|图源|图片|摄影|图片来源|供图)\s*[：:/／|｜]\s*[^，。]{2,16}\Z"
)
_WORDS = re.compile("[-_]")
_PICTURES = frozenset(
    row["value"]
    for row in seeds.table("html_marks")
    if row["attribute"] == "word of a class" and row["role"] == "caption"
)
_SHOWS = re.compile(r"(?:[▲▼△▽]|图为|[上下左右]图[：:])[^。]{4,60}(?:。[^。]{0,20})?\Z")
_CREDIT = re.compile(r"(?:图片来源|图源|图片来自)\s*[：:]?\s*[^，。：:]{2,16}")
_TAKEN = re.compile(r"[^。]{6,50}。\s*[（(][^（）()，。]{2,24}摄[）)]\Z")
_SEVERAL = 3
_SHORTEST_CAPTION, _LONGEST_CAPTION = 6, 100
_BESIDE = 2  # lines between the article and a picture over or under it
_MOST_UNDER = 2  # lines of one picture's words
_OPENS = re.compile(r"[^，。：“]{0,16}?(?:\d{1,2}日|[报社网])专?[电讯]")  # as news does
_WROTE = re.compile(r"[^，。]{0,12}(?:记者|通讯员|作者)[^，。]{0,12}\Z")


def with_captions(lines: list[HtmlLine], boxed: frozenset[int]) -> list[HtmlLine]:
    """The lines with the words of pictures, which stand beside the headline or the text, marked as such; those that are
    `boxed` with a picture elsewhere are none of the article's."""
    told = [at for at, line in enumerate(lines) if line.mark in ("headline", "body")]
    if not told:
        return lines
    last = max((at for at in told if lines[at].mark == "body"), default=told[0])
    texts = sum(line.mark == "body" for line in lines)
    tabled = Counter(x.cell[:2] for x in lines if x.pictured)
    alone = {table for table, held in tabled.items() if held == 1 and texts >= _SEVERAL}
    shown = {at for at in boxed if _is_near(lines, at, told[0], last)}
    shown.update(at for at in _set_apart(lines) if at < last)
    free = [replace(x, mark=None) if at in boxed else x for at, x in enumerate(lines)]
    return [
        replace(x, mark="caption")
        if at in shown or (at >= told[0] and (_shows_picture(x, texts) or _beside_picture(x, alone)))
        else x
        for at, x in enumerate(free)
    ]


def _is_near(lines: list[HtmlLine], at: int, first: int, last: int) -> bool:
    """Whether words in a box with a picture stand from the headline to the end of the text, `first` to `last`, or as a
    sentence right over or under them."""
    return first <= at <= last or (lines[at].text.endswith("。") and at - first >= -_BESIDE and at - last <= _BESIDE)


def in_boxes(lines: list[HtmlLine]) -> frozenset[int]:
    """The lines that hold all the words of an element with a picture over them, where most of the text is elsewhere."""
    held = Counter(holder for line in lines for holder in {line.element, *line.path})
    boxes = {h for x in lines for h in {x.element, *x.path} & set(x.picture) if held[h] <= _MOST_UNDER}
    total = sum(len(x.text) for x in lines if x.mark == "body")
    found: set[int] = set()
    for box in boxes:
        own = [at for at, x in enumerate(lines) if box in (x.element, *x.path)]
        text = sum(len(lines[at].text) for at in own if lines[at].mark == "body")
        if text * 2 <= total and all(_may_show(lines[at]) for at in own):
            found.update(own)
    return frozenset(found)


def _set_apart(lines: list[HtmlLine]) -> list[int]:
    """The lines of the text right under a picture that are centred as no other line is, or say who took it."""
    texts = [x for x in lines if x.mark == "body"]
    styles = Counter(_style(x) for x in texts)
    for x in texts:
        styles[_style(x)] -= bool(x.picture)
    return [
        at
        for at, x in enumerate(lines)
        if x.picture
        and x.mark == "body"
        and not x.bold
        and _may_show(x)
        and ((x.centred and not styles[_style(x)]) or _CAPTION.search(x.text))
    ]


def _style(line: HtmlLine) -> tuple[str, tuple[str, ...], bool]:
    return line.tag, line.names, line.centred


def _may_show(line: HtmlLine) -> bool:
    """Whether a line may be a picture's words: none of a headline, and no furniture."""
    return (
        line.mark in (None, "body")
        and _SHORTEST_CAPTION <= len(line.text) <= _LONGEST_CAPTION
        and not is_furniture(line)
        and not _WROTE.match(line.text)
        and not _OPENS.match(line.text)
    )


def _beside_picture(line: HtmlLine, alone: set[tuple[int, ...]]) -> bool:
    """Whether a line of the text is all the words of a table with a picture."""
    return line.mark == "body" and line.pictured and line.cell[:2] in alone and len(line.text) <= _LONGEST_CAPTION


def _shows_picture(line: HtmlLine, texts: int) -> bool:
    """Whether a line is a picture's words, among the paragraphs or beside them; a story may be one picture's words."""
    if line.mark == "body":
        shown = _SHOWS.match(line.text) or _CREDIT.fullmatch(line.text)
        return bool(shown or (texts >= _SEVERAL and _TAKEN.match(line.text)))
    return line.mark is None and is_caption(line)


def is_caption(line: HtmlLine) -> bool:
    """Whether a line outside the text is a picture's words: it or its element says so, or it ends with who took it."""
    named = not _PICTURES.isdisjoint(name_words(line)) and not TOOLS.search(line.text)
    return bool(named or _CAPTION.search(line.text)) and not line.file


def name_words(line: HtmlLine) -> set[str]:
    """The words in the class names of a line's element."""
    return {word for name in line.names for word in _WORDS.split(name.lower())}
