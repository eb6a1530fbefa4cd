"""A clause as words, each of its names one word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

import rjieba

from transforms.names.evidence.chinese_names import common_surnames
from transforms.names.lists import person_nouns, saying_verbs, surnames
from transforms.names.spans import NameSpan
from transforms.words.token import tokenize

Unit = tuple[str, str, int]
Span = tuple[int, int]

_TAGS = {"person": "NAME", "organization": "nORG", "place": "nLOC"}
_ACT_TAGS = ("v", "ud")
_FAMILIAR = frozenset("小老")
_ASPECTS = frozenset("着了")


class Named(NamedTuple):
    """The names in a paragraph: the spans of people, and all names as (start, end, tag), both in order."""

    people: tuple[Span, ...]
    marked: tuple[tuple[int, int, str], ...]

    @classmethod
    def of(cls, names: Sequence[NameSpan], text: str) -> Named:
        """The names of `text`, but people that the title of a work names: none of them speaks."""
        marked = tuple(
            [(start, end, _TAGS[kind]) for start, end, kind in names if kind != "person" or text[end : end + 1] != "》"]
        )
        return cls(tuple([(start, end) for start, end, tag in marked if tag == "NAME"]), marked)


def units(text: str, start: int, end: int, names: Named) -> list[Unit]:
    """Words of text[start:end], each name one word with the tag "NAME" for people, "nORG" for bodies, "nLOC"."""
    out: list[Unit] = []
    at = start
    for i in range(bisect_left(names.marked, (start, 0)), len(names.marked)):
        begin, stop, kind = names.marked[i]
        if stop > end:
            break
        if at < begin:
            out += tokenize(text[at:begin], start=at)
        out.append((text[begin:stop], kind, begin))
        at = stop
    out += tokenize(text[at:end], start=at)
    return _with_familiar(_with_plurals(out))


def _with_plurals(words: list[Unit]) -> list[Unit]:
    """The words with 街坊|们 and 提案|者 as one."""
    for i in range(len(words) - 1, 0, -1):
        if words[i][0] == "们":
            words[i - 1 : i + 1] = [(words[i - 1][0] + "们", "n", words[i - 1][2])]
        elif words[i][0] == "者" and words[i][1] == "k" and words[i - 1][1] != "NAME":
            words[i - 1 : i + 1] = [(words[i - 1][0] + "者", "n", words[i - 1][2])]  # 提案|者
        elif words[i][0] == "人们" and words[i - 1][0] == "老":
            words[i - 1 : i + 1] = [("老人们", "n", words[i - 1][2])]
    return words


def _with_familiar(words: list[Unit]) -> list[Unit]:
    """The words with 小|吴说 as 小吴|说: such a name is one word only where jieba's list has it."""
    for i in range(len(words) - 1, -1, -1):
        word, _, at = words[i]
        if _is_called(words, i):
            words[i : i + 1] = [(word[:2], "NAME", at), (word[2], "v", at + 2)]
    for i, (word, tag, at) in enumerate(words[:-1]):
        familiar = len(word) == 2 and word[0] in _FAMILIAR and tag != "NAME"
        if familiar and (word[1] in common_surnames() or (word[1] in surnames() and not rjieba.has_word(word))):
            acts = words[i + 1][1].startswith(_ACT_TAGS) or any(
                further in saying_verbs() for further, _, _ in words[1:]
            )
            if acts and (i == 0 or words[i - 1][0] == "的" or words[i - 1][0] in person_nouns()):
                words[i] = (word, "NAME", at)
        elif len(word) == 2 and word[1] == "某" and word[0] in surnames():
            words[i] = (word, "NAME", at)
    for i, (word, _, at) in enumerate(words[:-1]):
        after, _, _ = words[i + 1]
        if word in _FAMILIAR and after[0] in surnames() and (len(after) == 1 or after[1:] in saying_verbs()):
            rest = [(after[1:], "v", at + 2)] if len(after) > 1 else []
            words[i : i + 2] = [(word + after[0], "NAME", at), *rest]
            break
    return words


def _is_called(words: Sequence[Unit], i: int) -> bool:
    """True for a word that jieba makes of such a name and a verb: 小鲁|说, 小鲁|带着."""
    word, tag, _ = words[i]
    if len(word) != 3 or word[0] not in _FAMILIAR or word[1] not in surnames() or not tag.startswith("nr"):
        return False
    acts = word[2] in saying_verbs() or any(after in _ASPECTS for after, _, _ in words[i + 1 : i + 2])
    return acts and not rjieba.has_word(word)
