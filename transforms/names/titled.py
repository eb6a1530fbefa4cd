"""Names that the tagger does not know, or not whole, but their place tells: after a title, at the start of X说."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

import rjieba

import seeds
from transforms.names.follow import (
    HUMAN_ENDS,
    LONGEST,
    OF_MANY,
    SPEAKS,
    common_surnames,
    first_characters,
    follow,
    foreign,
    foreign_signs,
    name_end,
    title_head,
    word_after,
)
from transforms.names.lists import person_nouns, saying_verbs, surnames
from transforms.names.paragraph import Paragraph
from transforms.names.parts import given_end, given_names, joined_end
from transforms.names.spans import NameSpan
from transforms.names.unlikely import introduced, is_given, is_unknown, unlikely_end
from transforms.words.token import Word, tokenize

_PAUSE = re.compile("[，。！？；：]")
_REACH = 24  # characters of a clause that tells who spoke
_MARKS = "”、"
_CLAUSE_STARTS = frozenset("”。！？；")
_TITLE = 6
_AHEAD = 14
_NO_TITLE_TAGS = ("v", "m", "r")
_ABROAD = ("ns", "nrt")  # of a name that jieba leaves whole: 吉狄马加
_OTHER_TAGS = ("f", "s", "z", "t")  # of a word of two characters that jieba does not know
_VERB_ENDS = frozenset("着过到起出")
_JAPANESE_ENDS = frozenset("郎夫雄子男彦介助平")
_MORE_TAGS = ("n", "a", "b", "g", "j")


def titled_names(
    paragraph: Paragraph, taken: Sequence[NameSpan], places: Sequence[int], clauses: Sequence[int]
) -> tuple[list[NameSpan], list[NameSpan]]:
    """People in one paragraph that follow a title or others, or begin a clause and then speak; not those `taken`.

    A title may end before a name at `places`, a name may begin one of the `clauses`. The second list are those that
    are none unless the article has them again.
    """
    text, words = paragraph.text, paragraph.words
    found, names = _titles_at(paragraph, places)
    found.update(dict.fromkeys(_sayings(paragraph, clauses), 0))
    names += introduced(text)
    if not found and not names:
        return [], []
    starts = {s.start for s in taken if s.kind == "person"}
    ends = {s.end for s in taken if s.kind == "person"}
    out = {start: NameSpan(start, end, "person") for start, end in names if start not in starts}
    unsure: list[NameSpan] = []
    for i in sorted(found):
        word, tag, at = words[i]
        first, least = (i + 1, 1) if word == "、" and at in ends else _place(text, words, i, found[i])
        if first is None or first >= len(words):
            continue
        start = words[first][2]
        if start in out or start in starts:
            continue
        end = (given_end(text, start) if least else None) or name_end(text, words, first, least)
        sure = True
        if not end and least == 1 and word not in OF_MANY and _is_whole(words, first):
            end = start + len(words[first][0])
        if not end and (word == "、" or (least == 1 and _may_be_title(word, tag))):
            end, sure = unlikely_end(text, start, word == "、") or (None, True)
        if end and sure:
            out[start] = NameSpan(start, end, "person")
            ends.add(end)
        elif end:
            unsure.append(NameSpan(start, end, "person"))
    return [out[start] for start in sorted(out)], unsure


def _titles_at(paragraph: Paragraph, places: Sequence[int]) -> tuple[dict[int, int], list[tuple[int, int]]]:
    """The words before which a name may stand, and the names whose title ends within a word.

    Of each word its number, and where the word for people starts that it ends with.
    """
    text, _, forms, _, starts = paragraph
    firsts = _first_characters()
    found: dict[int, int] = {}
    inside: list[tuple[int, int]] = []
    for end in places:
        head = title_head(text, max(0, end - _TITLE), end)
        if head == end and text[end - 1] not in _MARKS:
            continue
        if text[end] not in firsts and not _other_start().match(text, end):
            continue
        i = bisect_left(starts, end) - 1
        word = forms[i]
        if starts[i] + len(word) == end:
            found[i] = head
        elif name := _inside_word(text, word, starts[i], end):
            inside.append((end, name))
    return found, inside


def _sayings(paragraph: Paragraph, clauses: Sequence[int]) -> Iterator[int]:
    """The verb of saying, by number, that is near the start of each of the clauses."""
    _, _, forms, _, starts = paragraph
    verbs = saying_verbs()
    for clause in clauses:
        first = bisect_left(starts, clause)
        if first and forms[first - 1] not in _CLAUSE_STARTS:
            continue
        for i in range(first + 1, min(max(first, 1) + LONGEST, len(forms))):
            if forms[i] in verbs:
                yield i
                break
            if forms[i] in _CLAUSE_STARTS:
                break


def _inside_word(text: str, word: str, start: int, end: int) -> int | None:
    """The end of the name behind a title that ends at `end`, within a word that jieba made of both: 网格|员郝小月."""
    if rjieba.has_word(word) or title_head(text, max(0, end - _TITLE), end, 2) == end:
        return None
    anew = tokenize(text[end : end + _AHEAD], start=end)
    stop = start + len(word)
    return name_end(text, anew, 0, 1) or (stop if is_unknown(text[end:stop]) else None)


def _is_whole(words: Sequence[Word], first: int) -> bool:
    """True for a word that jieba takes for a name and no list has, nor its beginning: 占小军, 程前, 陶大有."""
    name, tag, _ = words[first]
    if len(name) == LONGEST - 2 and name[0] in common_surnames():
        return tag.startswith(_MORE_TAGS + _OTHER_TAGS) and not rjieba.has_word(name)
    if len(name) != LONGEST - 1 or name[0] not in first_characters():
        return False
    if tag == "v":
        known = name[0] in common_surnames() and name[-1] not in _VERB_ENDS and is_unknown(name)
        return known and follow(words, first + 1) > 0
    if tag != "nr":
        return False
    return is_unknown(name) or not (rjieba.has_word(name) or rjieba.has_word(name[:2]) or not is_given(name[1:]))


def _ends_in_saying(text: str, at: int) -> bool:
    """True where the clause at `at` ends in a verb of saying: ”鲁班固站在自家门前说。"""
    stop = _PAUSE.search(text, at, at + _REACH)
    return stop is not None and text[at : stop.start()].endswith(_plain_sayings())


@cache
def _plain_sayings() -> tuple[str, ...]:
    return tuple(verb for verb in saying_verbs() if verb.endswith("说") or verb == "道")


def _may_be_title(word: str, tag: str) -> bool:
    return word in person_nouns() or not tag.startswith(_NO_TITLE_TAGS)


@cache
def _other_start() -> re.Pattern[str]:
    """The start of a name that has no surname: three characters for foreign names, or a given name of the list."""
    foreigners = re.escape("".join(sorted(foreign_signs())))
    return re.compile(f"[{foreigners}]{{3}}|{'|'.join(map(re.escape, given_names()))}")


@cache
def _first_characters() -> frozenset[str]:
    return first_characters() | frozenset(surname[0] for surname in surnames())


def likely_starts() -> frozenset[str]:
    """Every character that begins a surname or a given name of the list."""
    return _first_characters() | frozenset(name[0] for name in given_names())


def _place(text: str, words: Sequence[Word], i: int, head: int) -> tuple[int | None, int]:
    """The word that would begin a name beside the cue at word `i`, and how well what follows the name must fit.

    A cue that is no verb and no mark ends with a word for people, which starts at `head`.
    """
    word, _, at = words[i]
    if word in saying_verbs():
        return _clause_start(words, i), SPEAKS
    if word == "”":
        return i + 1, 1 if _ends_in_saying(text, at + 1) else SPEAKS
    if word == "、":
        return None, 0
    end = at + len(word)
    return (i + 1, 2 if text[head:end] in _kin() else 1) if head < end else (None, 0)


def whole_names(paragraph: Paragraph, row: Sequence[NameSpan]) -> list[NameSpan]:
    """The spans of a paragraph, its Chinese names cut where the words around them say; 王阿姨 and 郝女士 are none."""
    out: list[NameSpan] = []
    edge = 0
    for span in row:
        if span.start < edge:
            continue
        whole = _whole_name(paragraph, span) if span.kind == "person" else span
        if whole:
            out.append(whole)
            edge = whole.end
    return out


def _whole_name(paragraph: Paragraph, span: NameSpan) -> NameSpan | None:
    text, words, _, _, starts = paragraph
    name = text[span.start : span.end]
    if "·" in name:
        return span
    if end := joined_end(text, span.start):
        return NameSpan(span.start, max(end, span.end) if foreign(text[end : span.end]) else end, "person")
    first = bisect_left(starts, span.start)
    if first == len(words) or starts[first] != span.start:
        return span
    if name in surnames() and _goes_on(text, words, first):
        end = name_end(text, words, first, 1) or 0
        return NameSpan(span.start, max(span.end, end, _past_surname(text, span, end)), "person")
    if not _is_chinese(name):
        return _to_word_end(words[first], span)
    after = word_after(words, first, span.end)
    if _cuts_address(words[after - 1], span.end):
        return None
    return NameSpan(span.start, _better_end(text, words, first, after, span), "person")


def _goes_on(text: str, words: Sequence[Word], first: int) -> bool:
    """True where a title is before a surname of two characters and no word behind it: 干事长小川|淳也."""
    start = words[first][2]
    titled = title_head(text, max(0, start - _TITLE), start, 2) < start
    return titled and first + 1 < len(words) and words[first + 1][1] in ("zg", "nr", "g", "ng", "v")


def _past_surname(text: str, span: NameSpan, end: int) -> int:
    """The end of the name whose last character jieba puts to what follows a surname of two: 濮阳清|算了一笔账."""
    after = tokenize(text[span.end + 1 : span.end + _AHEAD])
    return span.end + 1 if not end and span.end - span.start == 2 and follow(after, 0) else 0


def _to_word_end(first: Word, span: NameSpan) -> NameSpan:
    """A name that is not Chinese, to the end of its first word where that is one that no list knows: 阿依木|果."""
    word, _, at = first
    inside = 0 < len(word) - (span.end - at) <= 2
    return NameSpan(at, at + len(word), "person") if inside and not rjieba.has_word(word) else span


def _is_chinese(name: str) -> bool:
    return (
        len(name) <= LONGEST + 2
        and not surnames().isdisjoint((name[0], name[:2]))
        and not (len(name) >= LONGEST - 1 and foreign(name))
        and "·" not in name
    )


def _better_end(text: str, words: Sequence[Word], first: int, after: int, span: NameSpan) -> int:
    """The end of the name, moved where it stands badly: inside a word, before no word that may follow, or too far.

    Its first word is `first`, `after` the first that begins behind it.
    """
    size = span.end - span.start
    name = text[span.start : span.end]
    overlong = size >= LONGEST and not foreign(name) and not (words[first][0] == name and words[first][1] in _ABROAD)
    whole = after == len(words) or words[after][2] == span.end
    if not overlong and whole and follow(words, after):
        return span.end
    end = name_end(text, words, first, 1 if overlong else 2)
    if end and (overlong or end > span.end or not whole):
        return end
    if overlong and size > LONGEST and text[span.end - 1] not in _JAPANESE_ENDS and rjieba.has_word(name[-2:]):
        return span.end - 2  # 金少康|上门
    last, _, at = words[after - 1]
    if not whole and at > span.start and at + len(last) <= span.start + LONGEST - 1:
        return at + len(last)
    word = words[first][0]
    if not whole and len(word) == LONGEST - 1 and not rjieba.has_word(word) and follow(words, first + 1):
        return span.start + len(word)
    titled = first and title_head(text, max(0, span.start - _TITLE), span.start) < span.start
    if (
        titled
        and whole
        and size == 2
        and after < len(words)
        and len(words[after][0]) == 1
        and words[after][1].startswith(_MORE_TAGS)
    ):
        return span.end + 1
    return span.end


def _cuts_address(last: Word, end: int) -> bool:
    """True where the name ends inside a form of address, its last word: 张阿|姨."""
    return last[2] + len(last[0]) > end and last[0] in person_nouns()


def _clause_start(words: Sequence[Word], verb: int) -> int | None:
    """The word that begins the clause of a verb of saying, None where that is not just before it."""
    for i in range(verb - 1, max(-1, verb - LONGEST - 1), -1):
        if words[i][0] in _CLAUSE_STARTS:
            return i + 1 if i + 1 < verb else None
    return 0 if 0 < verb <= LONGEST else None


@cache
def _kin() -> frozenset[str]:
    """Words such as 老人 and 孩子, after which a verb is likelier than a name."""
    return frozenset(row["word"] for row in seeds.table("person_nouns") if row["group"] == "kin")


def stops() -> frozenset[str]:
    """Marks behind which a clause begins whose first words may be a name."""
    return _CLAUSE_STARTS


def cues() -> str:
    """Characters that end a title or stand before a name by themselves."""
    return _MARKS + HUMAN_ENDS


def endings() -> frozenset[str]:
    """The last two characters of the words for people."""
    return frozenset(noun[-2:] for noun in person_nouns())
