"""How well a run of words does as a Chinese name: its shape, and the word that follows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import rjieba

import seeds
from transforms.names.speaker import person_nouns, saying_verbs
from transforms.words.token import Word

SPEAKS = 4
PAUSE = 3
LONGEST = 4
_HAN = re.compile(r"[㐀-鿿]+\Z")
_CLOSED_TAGS = ("p", "c", "u", "d", "r", "m", "q", "f", "x", "t", "y", "k")
_PAUSES = frozenset("，、。；：！？）”")


@cache
def surnames() -> frozenset[str]:
    return frozenset(row["surname"] for row in seeds.table("surnames"))


def follow(words: Sequence[Word], i: int) -> int:
    """How well the word at `i` follows a name: SPEAKS a verb of saying, PAUSE a mark, 2 a verb, 1 an adverb, else 0."""
    if i >= len(words):
        return PAUSE
    word, tag, _ = words[i]
    if word in saying_verbs():
        return SPEAKS
    if word in _PAUSES or word == "等":
        return PAUSE
    if tag.startswith("v") and tag != "vn":
        return 2 if len(word) > 1 else 1
    return 1 if tag in ("d", "p", "c", "zg") else 0


def name_end(words: Sequence[Word], first: int, least: int) -> int | None:
    """Where the name ends that begins at word `first`, None where none does that a word of fit `least` follows."""
    best: tuple[int, int] | None = None
    text = ""
    for i in range(first, min(first + LONGEST, len(words))):
        word, tag, at = words[i]
        text += word
        if len(text) > LONGEST or not _HAN.match(word) or tag.startswith(_CLOSED_TAGS):
            break
        if i > first and word in saying_verbs():
            break
        if not _shaped(text, i - first + 1):
            continue
        fit = follow(words, i + 1)
        if fit >= least and (best is None or fit >= best[0]):
            best = fit, at + len(word)
    return best[1] if best else None


def ends_well(words: Sequence[Word], first: int, end: int) -> bool:
    """True where the name that begins at word `first` ends before a word that may follow one."""
    i = word_after(words, first, end)
    return i == len(words) or (words[i][2] == end and follow(words, i) > 0)


def word_after(words: Sequence[Word], first: int, end: int) -> int:
    """The first word from `first` on that begins at `end` or later."""
    i = first
    while i < len(words) and words[i][2] < end:
        i += 1
    return i


def _shaped(text: str, n_words: int) -> bool:
    """True for a surname and one or two characters that are no word of the language."""
    known = surnames()
    double = text[:2] in known and 3 <= len(text) <= 4
    single = text[0] in known and 2 <= len(text) <= 3
    if not (double or single) or text[-2:] in person_nouns() or text[:2] in person_nouns():
        return False
    return n_words > 1 or not rjieba.has_word(text)
