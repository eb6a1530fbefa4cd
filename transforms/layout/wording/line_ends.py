"""Whether a line says something whole by its words, or goes on in the next."""

from __future__ import annotations

import re
from functools import lru_cache

from transforms.words.token import Word, tokenize

_TELLS = re.compile(r"(?:说|表示|介绍|认为|发现|指出|称|悉|了解)到?[，：]|：|，[^，]*，")
# tags of words that ask for another: 和, 在, 的, 把, 三, 个
_ASKS = frozenset(("c", "p", "uj", "uz", "ul", "d", "r", "m", "q", "f", "k", "u", "zg", "ud", "uv", "b"))
_LEANS = frozenset(
    ("uj", "ul", "uz", "ug", "ud", "uv", "k", "y")
)  # 的, 了, 着, 过, 们: no line of its own opens with one
_TIMED = re.compile(r"\d{1,4}[年月日]|近[年日来]|[今去]年|[日目]前")
_FIGURE = re.compile(r"\d[\d.,]*[%％万亿余多]")
_SETS = frozenset(("t", "c"))  # tags of words that open a sentence and seldom a headline: 当前, 此外
_PLACES = frozenset(
    ("在", "为", "为了", "经", "据", "除", "除了", "由于", "随着", "当", "自", "一大早", "一早", "清晨")
)
_NEARS = frozenset("近超逾约达")
_EDGE = 5
_OPENS_COUNT = re.compile(r"[前后上近约超逾达共仅第][\d一二两三四五六七八九十百]")
_BRACKET = 40
_CLOSED = "”’）)》？！"
_OPEN_PARAGRAPHS = frozenset(("t", "m", "l", "r", "c"))  # tags of words
_SINCE = re.compile("[^，。]{2,10}(?:以来|之后|之际|之前)，")


def breaks_off(upper: str, lower: str) -> bool:
    """A line that says nothing whole: an open quotation, a word that asks for more, a word that the next line ends."""
    if upper[-1] in "，、；：" or upper.count("“") > upper.count("”") or upper.count("《") > upper.count("》"):
        return True
    if upper.rfind("（") > upper.rfind("）") and "）" in lower[:_BRACKET]:
        return True
    return bool(_TELLS.search(upper)) or cuts_word(upper, lower)


def leads_in(upper: str, lower: str) -> bool:
    """A line that opens as a sentence of a text does, with when, where or why, or that a figure in the next ends."""
    if _TIMED.match(lower):
        return False
    if _FIGURE.match(lower):
        return True
    if "，" not in upper or lower[0] in "“‘":
        return False
    opens = tokenize(upper[:_EDGE])[0]
    return bool(_TIMED.match(upper)) or opens[1] in _SETS or opens[0] in _PLACES


def runs_on(upper: str, lower: str) -> bool:
    """A line of a clause and more, and one that opens as few paragraphs do: with no time, name, quotation, 如果."""
    if lower[0] in "和及":
        return True
    if "，" not in upper or upper[-1] in _CLOSED or lower[0] in "“‘《" or _SINCE.match(lower):
        return False
    tag = tokenize(lower[:_EDGE])[0][1]
    return tag not in _OPEN_PARAGRAPHS and not tag.startswith(("nr", "ns", "nt"))


def opens_count(text: str) -> bool:
    """A line whose first sign belongs to the number behind it, and to no word before: 前8个月, 近5成."""
    return bool(_OPENS_COUNT.match(text))


@lru_cache(maxsize=16)  # whether two lines are one is asked in several ways, one after another
def edge_words(upper: str, lower: str) -> tuple[int, tuple[Word, ...]]:
    """The words at the end of a line and the start of the next, and the place between the lines among them."""
    edge = min(len(upper), _EDGE)
    return edge, tuple(tokenize(upper[-edge:] + lower[:_EDGE]))


def cuts_word(upper: str, lower: str) -> bool:
    """The last word of a line goes on in the next, or asks for it."""
    edge, words = edge_words(upper, lower)
    if any(start < edge < start + len(word) for word, _, start in words):
        return True
    last = next((tag for word, tag, start in words if start + len(word) == edge), "")
    first = next(((word, tag) for word, tag, start in words if start == edge), ("", ""))
    if first[1] in _LEANS or (last == "v" and (first[1] == "m" or first[0] in _NEARS) and "，" in upper):
        return True
    whole = last == "m" and (upper[-1] in "%℃" or (upper[-1] in "一二三四五六七八九十" and first[1][:1] == "n"))
    return last in _ASKS and not whole
