"""Names that the tagger does not know, or not whole, but their place tells: after a title, at the start of X说."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

import rjieba

from transforms.names.edges.whole import MORE_TAGS, past_double
from transforms.names.evidence.chinese_names import (
    HUMAN_ENDS,
    LONGEST,
    OF_MANY,
    SPEAKS,
    common_surnames,
    first_characters,
    follow,
    foreign_signs,
    name_end,
    title_head,
)
from transforms.names.evidence.joined_given_names import given_end, given_names
from transforms.names.evidence.other_words import RARE, introduced, is_below, is_given, is_unknown, unlikely_end
from transforms.names.lists import kin, person_nouns, saying_verbs, surnames
from transforms.names.paragraph import Paragraph
from transforms.names.spans import NameSpan
from transforms.words.token import Word, tokenize

_PAUSE = re.compile("[，。！？；：]")
_REACH = 24  # characters of a clause that tells who spoke
_MARKS = "”、"
_CLAUSE_STARTS = frozenset("”。！？；")
_TITLE = 6
_WORK = ("加工", "施工", "开工", "复工", "竣工")
_AHEAD = 14
_NO_TITLE_TAGS = ("v", "m", "r")
_OTHER_TAGS = ("f", "s", "z", "t")  # of a word of two characters that jieba does not know
_VERB_ENDS = frozenset("着过到起出")


def titled_names(
    paragraph: Paragraph, taken: Sequence[NameSpan], places: Sequence[int], clauses: Sequence[int]
) -> tuple[list[NameSpan], list[NameSpan], list[int]]:
    """People in one paragraph that follow a title or others, or begin a clause and then speak; not those `taken`.

    A title may end before a name at `places`, a name may begin one of the `clauses`. The second list are those that
    are none unless the article has them again, the third where a title ends and no such name follows.
    """
    text, words = paragraph.text, paragraph.words
    found, names, odd = _titles_at(paragraph, places)
    found.update(dict.fromkeys(_sayings(paragraph, clauses), 0))
    names += introduced(text)
    if not found and not names:
        return [], [], odd
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
        if not end and least == 1:
            end = past_double(words, first)
        if not end and least == 1 and word not in OF_MANY and _is_whole(words, first):
            end = start + len(words[first][0])
        if not end and (word == "、" or (least == 1 and _may_be_title(word, tag))):
            end, sure = unlikely_end(text, start, word == "、") or (None, True)
        if (
            end == start + 2
            and _is_of_many(text, start, word)
            and follow(tokenize(text[end : end + _AHEAD]), 0) < SPEAKS
        ):
            continue
        if end and sure:
            out[start] = NameSpan(start, end, "person")
            ends.add(end)
        elif end:
            unsure.append(NameSpan(start, end, "person"))
        elif least == 1:
            odd.append(start)
    return [out[start] for start in sorted(out)], unsure, odd


def _is_of_many(text: str, end: int, word: str) -> bool:
    """True behind a word for many (干部|包片), 人 that ends a verb with its object (制度管人|管钱) and 加工|封袋."""
    if word in OF_MANY or word[-2:] in OF_MANY or text[end - 2 : end] in _WORK:
        return True
    return text[end - 1] == "人" and title_head(text, max(0, end - _TITLE), end, 2) == end


def _titles_at(paragraph: Paragraph, places: Sequence[int]) -> tuple[dict[int, int], list[tuple[int, int]], list[int]]:
    """The words before which a name may stand, the names whose title ends within a word, the places of no such name.

    Of each word its number, and where the word for people starts that it ends with.
    """
    text, _, forms, _, starts = paragraph
    firsts, other = _first_characters(), _other_start().match
    found: dict[int, int] = {}
    inside: list[tuple[int, int]] = []
    odd: list[int] = []
    for end in places:
        if text[end] not in firsts and not other(text, end):
            odd.append(end)
            continue
        head = title_head(text, max(0, end - _TITLE), end)
        if head == end and text[end - 1] not in _MARKS:
            continue
        i = bisect_left(starts, end) - 1
        word = forms[i]
        if starts[i] + len(word) == end:
            found[i] = head
        elif name := _inside_word(text, word, starts[i], end):
            inside.append((end, name))
        else:
            odd.append(end)
    return found, inside, odd


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
        return tag.startswith(MORE_TAGS + _OTHER_TAGS) and is_below(name, RARE)
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
    """The start of a name that has no surname: two characters for foreign names, or a given name of the list."""
    foreigners = re.escape("".join(sorted(foreign_signs())))
    return re.compile(f"[{foreigners}]{{2}}|{'|'.join(map(re.escape, given_names()))}")


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
    return (i + 1, 2 if text[head:end] in kin() else 1) if head < end else (None, 0)


def _clause_start(words: Sequence[Word], verb: int) -> int | None:
    """The word that begins the clause of a verb of saying, None where that is not just before it."""
    for i in range(verb - 1, max(-1, verb - LONGEST - 1), -1):
        if words[i][0] in _CLAUSE_STARTS:
            return i + 1 if i + 1 < verb else None
    return 0 if 0 < verb <= LONGEST else None


def stops() -> frozenset[str]:
    """Marks behind which a clause begins whose first words may be a name."""
    return _CLAUSE_STARTS


def cues() -> str:
    """Characters that end a title or stand before a name by themselves."""
    return _MARKS + HUMAN_ENDS


def endings() -> frozenset[str]:
    """The last two characters of the words for people."""
    return frozenset(noun[-2:] for noun in person_nouns())
