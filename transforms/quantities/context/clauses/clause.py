"""A paragraph as classes of words, with each quantity and each time as one word, and the clauses between its marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import rjieba

from transforms.quantities.context.clauses.mend import mend
from transforms.quantities.context.clauses.short_words import settle_short
from transforms.quantities.context.clauses.words import code_of, codes_of, is_modal

PLAN = "计划"  # a noun to the dictionary, a verb between a subject and what it plans
_ADVERBS = ("再", "又", "只", "才", "还", "也", "都")  # that stick out of a word with a change word (再减)
_COMING = ("来", "去")  # that stick to a word with a measure word (90|人来)
_NOTE = re.compile(r"[［\[]\d+[］\]]|^（[一二三四五六七八九十\d]{1,3}）")  # the number of a footnote or of an item
_CLAUSE = re.compile(r"[^,;.]+")
_OUTER = "“”‘’《》（）()、，,；;：:。．.！!？?…—"


@dataclass(frozen=True, slots=True)
class Laid:
    """`codes[i]` is the class of `words[i]`, which is `text[starts[i]:ends[i]]`; a quantity is Q, a time is T."""

    text: str
    codes: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def phrase(self, first: int, last: int) -> str | None:
        """The text of words first … last - 1 without marks and particles at its edges, None where nothing is left."""
        if first >= last:
            return None
        cut = self.text[self.starts[first] : self.ends[last - 1]]
        return cut if cut.isalnum() else _balanced(_bracketed(_NOTE.sub("", "".join(cut.split())))) or None

    def index(self, start: int) -> int:
        """The word that begins at or after a place in the text."""
        return bisect_left(self.starts, start)


def _bracketed(phrase: str) -> str:
    """Without what stands outside a bracket or a mark that has lost its partner."""
    if phrase.count("“") > phrase.count("”"):
        before, after = phrase.rsplit("“", 1)
        return before if len(before) > len(after) else after
    if phrase.count("（") != phrase.count("）"):
        return phrase.split("（")[0] if "（" in phrase else phrase.rsplit("）")[-1]
    return phrase


def _balanced(phrase: str) -> str:
    """Edges trimmed, but a mark that has its partner inside stays (“3+2”产业集群)."""
    while phrase and phrase[0] in _OUTER:
        if phrase[0] in "“‘" and phrase.find("”" if phrase[0] == "“" else "’") > 1:
            break
        if phrase[0] == "《" and phrase.find("》") > 1:
            break
        phrase = phrase[1:]
    while phrase and phrase[-1] in _OUTER:
        if phrase[-1] in "”’" and ("“" if phrase[-1] == "”" else "‘") in phrase:
            break
        if phrase[-1] == "》" and "《" in phrase:
            break
        if phrase[-1] == "）" and "（" in phrase:
            break
        phrase = phrase[:-1]
    return phrase


def lay_out(
    text: str, words: list[str], tags: list[str], starts: list[int], spans: Sequence[tuple[int, int, str]]
) -> Laid:
    """Words, at least one, as classes; `spans` are (start, end, class), sorted and apart, and take the place of words.

    A word that sticks out of a span (对近|80万家) keeps what sticks out.
    """
    ends = [*starts[1:], starts[-1] + len(words[-1])]
    out_codes: list[str] = []
    out_words: list[str] = []
    out_starts: list[int] = []
    out_ends: list[int] = []
    done = 0
    for at, (start, end, code) in enumerate(spans):
        first = max(bisect_right(ends, start), done)
        out_codes += codes_of(words[done:first], tags[done:first])
        out_words += words[done:first]
        out_starts += starts[done:first]
        out_ends += ends[done:first]
        if first < len(starts) and starts[first] < start and (not out_ends or out_ends[-1] <= starts[first]):
            out_words.append(text[starts[first] : start])
            out_codes.append(code_of(out_words[-1], "d" if out_words[-1] in _ADVERBS else "n"))
            out_starts.append(starts[first])
            out_ends.append(start)
        out_codes.append(code)
        out_words.append(text[start:end])
        out_starts.append(start)
        out_ends.append(end)
        done = bisect_left(starts, end)
        rest = min(ends[done - 1] if done else 0, spans[at + 1][0] if at + 1 < len(spans) else len(text))
        if rest > end:
            out_words.append(text[end:rest])
            out_codes.append(code_of(out_words[-1], "v" if out_words[-1] in _COMING else "n"))
            out_starts.append(end)
            out_ends.append(rest)
    out_codes += codes_of(words[done:], tags[done:])
    out_words += words[done:]
    out_starts += starts[done:]
    out_ends += ends[done:]
    if "<" in out_codes or ">" in out_codes:
        _unglue(out_codes, out_words, out_starts, out_ends)
    mend(out_codes, out_words, out_starts, out_ends)
    settle_short(out_codes, out_words, out_starts, out_ends)
    return Laid(text, "".join(out_codes), out_words, out_starts, out_ends)


def _unglue(codes: list[str], words: list[str], starts: list[int], ends: list[int]) -> None:
    """Cuts the words that glue a particle to another word, in place."""
    for at in range(len(codes) - 1, -1, -1):
        if codes[at] not in "<>":
            continue
        word = words[at]
        size = 1 if codes[at] == "<" else len(word) - 1
        cut = starts[at] + size
        halves = [word[:size], word[size:]]
        codes[at : at + 1] = [_code_alone(half, is_modal(word[0])) for half in halves]
        words[at : at + 1] = halves
        ends[at : at + 1] = [cut, ends[at]]
        starts[at : at + 1] = [starts[at], cut]


def _code_alone(part: str, modal: bool) -> str:
    """The class of a part of a glued word: after a modal verb what the dictionary says of it, else a noun."""
    if modal and part == "省":
        return "V"  # 可省
    words = rjieba.tag(part) if modal else []
    return code_of(part, words[0][1] if len(words) == 1 else "n")


def clauses(laid: Laid) -> list[tuple[int, int]]:
    """Spans of words between marks, half open, in order."""
    return [match.span() for match in _CLAUSE.finditer(laid.codes)]


def sentences(laid: Laid, places: Sequence[int]) -> list[tuple[int, int]]:
    """For each word of `places`, in order, the span of words of its sentence."""
    spans: list[tuple[int, int]] = []
    begin, end = 0, -1
    for place in places:
        if place > end:
            begin, end = laid.codes.rfind(".", 0, place) + 1, laid.codes.find(".", place)
            end = len(laid.codes) if end < 0 else end
        spans.append((begin, end))
    return spans
