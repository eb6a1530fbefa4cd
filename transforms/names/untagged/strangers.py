"""Names that neither a surname nor signs for foreign names tell, right behind a post: 外长梭汉表示, 首相大平正芳。"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

import rjieba

from transforms.names.evidence.chinese_names import common_surnames, foreign, posts, title_head
from transforms.names.evidence.other_words import is_below
from transforms.names.lists import TELLING, person_nouns
from transforms.names.paragraph import Paragraph
from transforms.names.spans import NameSpan, laid_over
from transforms.words.token import Word, tokenize

_LONGEST_POST = 7
_SHORTEST = 3  # characters of a name that a mark follows; one of two needs a verb of saying
_SELDOM = 100  # times that jieba's list counts a word that may be a piece of such a name
_NOT_BEHIND = "国团级令室组处馆席府会长员制院们的"  # that make another word of the post: 主席|国
_OTHER_STARTS = (
    "，。、；：！？（）《》“”…在对和与及或向从把被让给将就都也还又再不没是有要会能可表指介认说真很最太多这那来去"
)
_NEVER_IN = frozenset("得了着过的是不一这那看说话我你他她")
_VERB_TAGS = ("v", "d", "l", "i", "r", "m")
_FUNCTION_TAGS = ("p", "c", "u", "r", "x", "t", "k", "d")
_CLOSED_TAGS = (*_FUNCTION_TAGS, "q", "v", "m", "f")
_DEEDS = "出席|参加|主持|陪同|会见|走进|来到|率|等|在|和|与"  # what people do in such sentences, and words beside names
_NO_END = frozenset("人方者县市省区家部局们")  # of those that speak, but of no name
_SAYS = f"{TELLING}|感慨"
_SPOKEN = re.compile(f"”(?P<name>[㐀-鿿]{{2,5}}?)(?:{_SAYS})(?=[，：。])")
_NAME = re.compile(
    f"[㐀-鿿]{{2,7}}?(?:(?P<verb>(?={_SAYS}|强调|称|对[^，。]{{0,5}}记者))|(?P<mark>(?=[，。、；]|时(?:[，。]|强调|说|指出|表示)|{_DEEDS})))"
)
_NAME_TAGS = ("nr", "ns", "nz")


def strangers(paragraph: Paragraph, places: Sequence[int], names: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """The names behind posts that end at `places`; none where another of the names begins in it."""
    text, ends = paragraph.text, post_ends()
    none = no_starts()
    places = [at for at in places if text[at - 2 : at] in ends and text[at] not in none]
    taken = {span.start for span in names} if places else set()
    for at in places:
        if at in taken or not is_below(text[at : at + 2], _SELDOM):
            continue
        head = title_head(text, max(0, at - _LONGEST_POST), at, 2)
        if text[head:at] not in posts() or any(text[head : at + more] in person_nouns() for more in (1, 2)):
            continue
        end = _end(text, at)
        if end and _is_free(text, names, at, end) and not _cuts_word(paragraph, at):
            yield NameSpan(at, end, "person")


def _is_free(text: str, names: Sequence[NameSpan], start: int, end: int) -> bool:
    """True where no name begins in start…end but one in signs for foreign names that is the end of it: 哇|集拉隆功."""
    inside = [span for span in names if start < span.start < end]
    return not inside or (inside[0].end == end and foreign(text[inside[0].start : end]))


def _cuts_word(paragraph: Paragraph, at: int) -> bool:
    """True where a word of jieba's list reaches over `at`: 管理事|权; but not 主任|何立川, where a surname follows."""
    word, _, start = paragraph.words[bisect_left(paragraph.starts, at + 1) - 1]
    return start < at and paragraph.text[at] not in common_surnames() and rjieba.has_word(word)


def with_spoken(paragraphs: Sequence[str], rows: Sequence[list[NameSpan]]) -> list[list[NameSpan]]:
    """The names of an article with those that speak behind a quotation and that it has again: ”额日登仓说."""
    out = list(rows)
    for n, span in list(_spoken(paragraphs, rows)):
        out[n] = laid_over(out[n], [span])
    return out


def _spoken(paragraphs: Sequence[str], rows: Sequence[list[NameSpan]]) -> Iterator[tuple[int, NameSpan]]:
    """Such names that no row has, by number of paragraph."""
    for n, (text, row) in enumerate(zip(paragraphs, rows, strict=True)):
        for found in _SPOKEN.finditer(text) if "”" in text else ():
            name = found["name"]
            start, end = found.span("name")
            i = bisect_left(row, (end,))
            taken = i > 0 and row[i - 1].end > start and not (row[i - 1].start == start and row[i - 1].kind == "place")
            if taken or name[-1] in _NO_END:
                continue
            often = sum(t.count(name) for t in paragraphs)
            if often > (len(name) < _SHORTEST) + 1 and _is_made_of_pieces(name, often > 2 and len(name) >= _SHORTEST):
                yield n, NameSpan(start, end, "person")


def no_starts() -> str:
    """Characters behind a post with which no such name begins."""
    return _NOT_BEHIND + _OTHER_STARTS


@cache
def post_ends() -> frozenset[str]:
    """The last two characters of the posts."""
    return frozenset(post[-2:] for post in posts())


def _end(text: str, at: int) -> int | None:
    found = _NAME.match(text, at)
    if found is None or (found.lastgroup == "mark" and found.end() - at < _SHORTEST):
        return None
    return found.end() if _is_made_of_pieces(found.group()) else None


def _is_made_of_pieces(name: str, surely: bool = False) -> bool:
    """Whether each word of it may be a piece of a name; what `surely` is one may have verbs in it."""
    words = tokenize(name) if _NEVER_IN.isdisjoint(name) else []
    closed = _FUNCTION_TAGS if surely else _CLOSED_TAGS
    return bool(words) and all(_is_piece(words, i, closed) for i in range(len(words)))


def _is_piece(words: Sequence[Word], i: int, closed: tuple[str, ...]) -> bool:
    """True for what may be a piece of a name: no word of the language, but for a rare noun before others: 二阶|俊博."""
    word, tag, _ = words[i]
    if len(word) == 1:
        return not tag.startswith(closed)
    if not rjieba.has_word(word):
        return closed is _FUNCTION_TAGS or not tag.startswith(_VERB_TAGS)
    return tag.startswith(_NAME_TAGS) or (tag == "n" and i == 0 and len(words) > 1 and is_below(word, _SELDOM))
