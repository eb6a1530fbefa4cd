"""Kicker, deck and byline that stand around a known headline in elements without a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from transforms.forms.html.furniture import IMPRINT, LONGEST, SHORTEST, WRITER, is_furniture
from transforms.forms.html.line import HtmlLine
from transforms.forms.html.pictures import is_caption, name_words
from transforms.words.talk import opens_turn, turns

_CALL = re.compile("[^。]{3,24}[？！?!]")
_CLOSES = re.compile(
    r"[（(](?:[^（）()]{0,8}(?:记者|通讯员|作者|撰稿)|摘自|摘编自|原载|转自|据|来源|编译|整理)[^（）()]{2,60}[）)]"
)
_EDITORS = re.compile(r"[（(【\[]?\s*(?:本[文期网]|网络)?(?:责任编辑|责编|编辑|校对|审核)\s*[：:]")
_NOTE = re.compile(
    r"[（(*※]?(?:(?:特别|免责|郑重|版权|平台|网站)(?:声明|提示|说明)\s*[：:]|(?:本文|文中|文章)[^。]{0,12}(?:不代表|仅代表)|未经[^。]{0,8}(?:授权|许可|允许))"
)
# what a site says of itself and not of the news
_OF_PAGE = re.compile(
    "浏览器|阅读(?:本文|全文)?[约需大]|欢迎|客户端|公众号|本[站网]|声明|转载|侵权|订阅|会员|登录|免责|推荐"
)
_SHORTEST_DECK = 6  # characters; a shorter line under a headline is the name of an account
_DECK = 12  # characters of a deck that does not stand right under its headline
_SENTENCE = 15  # characters of the shortest one over the text
# words in the classes of an element with a name
_ACCOUNTS = frozenset(("author", "account", "nickname", "username", "source", "share"))
_NEAR, _UNDER = 3, 3  # elements around a line of the article, lines under its text
_LONGEST_TITLE = 20  # characters over a list
_ITEM = re.compile(r"[●■◆▲★◎○□◇•·]\s*\S")


def with_neighbours(lines: list[HtmlLine]) -> list[HtmlLine]:
    """The lines with the unmarked ones that stand in one element with the headline marked: kicker over it, deck, byline
    and text between it and the body; who wrote it may stand under the body too."""
    head = next((at for at, line in enumerate(lines) if line.mark == "headline"), None)
    body = next((at for at, line in enumerate(lines) if line.mark == "body"), None)
    if head is None or body is None or head > body:
        return lines
    found = list(lines)
    told = {line.mark for line in lines}
    last = max(at for at in range(head, body) if lines[at].mark in ("headline", "deck"))
    under = next((at for at in range(last + 1, body) if not _passes(lines[at])), None)
    for at in range(head + 1, body):
        line = lines[at]
        if line.mark is not None or line.file:
            continue
        if names_writer(line) and "byline" not in told:
            found[at] = replace(line, mark="byline")
        elif at == under and "deck" not in told and _is_deck(line, lines[head], at == last + 1):
            found[at] = replace(line, mark="deck")
        elif _leads(line, lines[head], lines[body]):
            found[at] = replace(line, mark="body")
    end = max(at for at, line in enumerate(lines) if line.mark == "body") + 1
    for at in range(end, min(end + _UNDER, len(lines))):
        if not _signs(lines[at], lines[end - 1]):
            break
        found[at] = replace(lines[at], mark="body")
    over = lines[head - 1] if head and "kicker" not in told else None
    # a heading that is no headline is the site's
    if over is not None and over.mark is None and over.tag != "h1" and _is_title(over, lines[head]):
        found[head - 1] = replace(lines[head - 1], mark="kicker")
    return found


def _is_deck(line: HtmlLine, head: HtmlLine, next_to: bool) -> bool:
    """Whether a line under a headline is its deck; behind writers and facts it has to read like one."""
    told = (
        (next_to and len(line.text) >= _SHORTEST_DECK)
        or line.text.startswith("——")
        or ("，" in line.text and len(line.text) >= _DECK)
    )
    return told and _is_title(line, head) and _ACCOUNTS.isdisjoint(name_words(line))


def _passes(line: HtmlLine) -> bool:
    """Whether a deck may stand under a line that is none itself."""
    return bool(line.mark) or is_furniture(line) or names_writer(line) or len(line.text) < SHORTEST


def without_notes(lines: list[HtmlLine]) -> list[HtmlLine]:
    """The lines with what a site says of the text's author and rights under it, and of its paper and page, unmarked."""
    found = list(lines)
    for at in range(len(lines) - 1, -1, -1):
        if lines[at].mark == "body":
            if _NOTE.match(lines[at].text) or IMPRINT.fullmatch(lines[at].text):
                found[at] = replace(lines[at], mark=None)
            elif not _EDITORS.match(lines[at].text):
                break
    return found


def _leads(line: HtmlLine, *others: HtmlLine) -> bool:
    """Whether a line between a headline and its text is a sentence of it."""
    near = any(not set(line.path[:_NEAR]).isdisjoint(other.path) for other in others)
    told = is_furniture(line) or is_caption(line) or WRITER.search(line.text) or _OF_PAGE.search(line.text)
    return near and "。" in line.text and len(line.text) >= _SENTENCE and not told


def _signs(line: HtmlLine, body: HtmlLine) -> bool:
    """Whether a line under the text says who wrote it or whence it is."""
    near = not set(line.path[:_NEAR]).isdisjoint(body.path)
    return near and line.mark is None and is_signature(line)


def is_signature(line: HtmlLine) -> bool:
    """Whether a line by its words says who wrote the text over it or whence it is."""
    closes = _CLOSES.fullmatch(line.text) or (names_writer(line) and not _OF_PAGE.search(line.text))
    return bool(closes) and not is_furniture(line)


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


def _is_title(line: HtmlLine, head: HtmlLine) -> bool:
    near = not set(line.path[1:3]).isdisjoint(head.path)
    whole = SHORTEST <= len(line.text) <= LONGEST and "。" not in line.text and not WRITER.search(line.text)
    return near and whole and not is_furniture(line)


def repeated_in(lines: Sequence[HtmlLine], text: str) -> bool:
    """Whether a link to an article has these words."""
    return any(line.file and line.text == text for line in lines)
