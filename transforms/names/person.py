"""People of an article, with the titles that the text gives them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

import rjieba

import seeds
from transforms.names.follow import PAUSE, follow, title_head
from transforms.names.spans import NameSpan
from transforms.words.token import Word

_LONGEST_TITLE = 40
_LONGEST_ODD = 4
_UNTITLED: tuple[None, None] = (None, None)
_LIST_GAP = re.compile(r"[、和与及]|以及")
_EDGE = re.compile(r"[，。！？；：:,;!?“”‘’（）()《》\s…—·/]")
_PLAIN_TAGS = frozenset(("n", "v", "vn", "a", "b", "d", "t", "s", "i", "l", "m", "z"))
_VERB_TAGS = frozenset(("v", "p", "d", "vg", "vd", "vi", "l", "i"))
_STOP_TAGS = ("p", "c", "u", "d", "r", "t", "y", "e", "x", "o")
_IN_DOCTRINE = re.compile(r"新时代|主义|思想|理论|定理|定律|效应|奖|杯")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person of an article: `title` as the text gives it, with the organisation in it."""

    name: str
    title: str | None
    organization: str | None
    n_mentions: int


@cache
def _title_after() -> re.Pattern[str]:
    """A post that follows a name: 总书记, 主任, 先生."""
    groups = ("office", "address")
    words = sorted(
        (row["word"] for row in seeds.table("person_nouns") if row["group"] in groups), key=len, reverse=True
    )
    return re.compile("|".join(map(re.escape, words)))


@cache
def _title_verbs() -> frozenset[str]:
    return frozenset(row["word"] for row in seeds.table("title_verbs"))


def people(
    paragraphs: Sequence[str], words: Sequence[Sequence[Word]], names: Sequence[Sequence[NameSpan]]
) -> list[PersonName]:
    """The people of an article, one each, in the order in which they are first named.

    A person has a title or does something somewhere in the article; a mere string of the shape of a name is left out.
    """
    counts: dict[str, int] = {}
    titles: dict[str, tuple[str, str | None]] = {}
    active: set[str] = set()
    for text, tokens, spans in zip(paragraphs, words, names, strict=True):
        shared: tuple[str, str | None] | None = None
        end = -1
        for i, span in enumerate(spans):
            if span.kind != "person":
                continue
            name = text[span.start : span.end]
            if _IN_DOCTRINE.match(text, span.end):
                continue
            counts[name] = counts.get(name, 0) + 1
            listed = end >= 0 and _LIST_GAP.fullmatch(text, end, span.start) is not None
            title = shared if listed else _title(text, tokens, spans[:i] if i < 8 else spans[i - 8 : i], span)
            if title and name not in titles:
                titles[name] = title
            if name not in active and not _is_plain(tokens, span) and (listed or "·" in name or _acts(tokens, span)):
                active.add(name)
            shared, end = title, span.end
    out = []
    for name, count in counts.items():
        if name not in titles and name not in active:
            continue
        told = titles.get(name, _UNTITLED)
        out.append(PersonName(name, told[0], told[1], count))
    return out


def _acts(tokens: Sequence[Word], name: NameSpan) -> bool:
    """True where a verb of saying follows the name, or any verb a name that jieba takes for one too."""
    i = bisect_left(tokens, name.end, key=itemgetter(2))
    if i == len(tokens) or tokens[i][2] != name.end:
        return False
    around = range(i, min(i + 2, len(tokens)))
    if any(follow(tokens, k) > PAUSE for k in around):
        return True
    _, tag, at = tokens[i - 1]
    alike = at == name.start and tag.startswith("nr")
    return alike and any(tokens[k][1] in _VERB_TAGS for k in around)


def _is_plain(tokens: Sequence[Word], name: NameSpan) -> bool:
    """True where jieba has the name as one word of the language: 盛夏."""
    i = bisect_left(tokens, name.start, key=itemgetter(2))
    word, tag, at = tokens[i] if i < len(tokens) else ("", "", -1)
    return at == name.start and at + len(word) == name.end and tag in _PLAIN_TAGS and rjieba.has_word(word)


def _title(
    text: str, tokens: Sequence[Word], before: Sequence[NameSpan], name: NameSpan
) -> tuple[str, str | None] | None:
    """The title that stands before a name, or else right after it, with the organisation that it holds."""
    start = title_start(text, tokens, before, name.start)
    if start < name.start:
        inside = [s for s in before if s.kind == "organization" and start <= s.start]
        return text[start : name.start], text[inside[0].start : inside[0].end] if inside else None
    after = _title_after().match(text, name.end)
    return (after.group(), None) if after else None


def title_start(text: str, tokens: Sequence[Word], before: Sequence[NameSpan], end: int) -> int:
    """Where the title that touches text[:end] starts; `end` where there is none.

    It ends in a word for people and goes back word by word over nouns and names of organisations and places. A 、
    between two titles (党委书记、董事长) belongs to it. A rest of up to four characters that begins the clause is
    taken with it: the name of an organisation that no list knows.
    """
    floor = max(0, end - _LONGEST_TITLE)
    head = title_head(text, floor, end)
    if head == end:
        return end
    covered = [(s.start, s.end) for s in before if s.kind != "person" and s.end <= end]
    start = at = head
    last = bisect_left(tokens, head, key=itemgetter(2)) - 1
    for i in range(last, -1, -1):
        word, tag, at = tokens[i]
        name = next(((a, b) for a, b in covered if a <= at < b), None)
        if at < floor:
            break
        if name:
            start = min(start, name[0])
            continue
        if at + len(word) > start:
            start = min(start, at)
            continue
        if word == "、" and (further := title_head(text, floor, at)) < at:
            start = further
            continue
        if not _may_be_in_title(word, tag) and not (tag == "v" and i and tokens[i - 1][0] == "的"):
            break
        start = at
    return _with_odd_start(text, tokens, floor, start)


def _may_be_in_title(word: str, tag: str) -> bool:
    if tag.startswith("v") and tag != "vn":
        return word in _title_verbs()
    return not tag.startswith(_STOP_TAGS) and not _EDGE.search(word)


def _with_odd_start(text: str, tokens: Sequence[Word], floor: int, start: int) -> int:
    """`start`, or where its clause begins if only a short piece of single characters stands between."""
    edge = max((m.end() for m in _EDGE.finditer(text, floor, start)), default=floor)
    if not 0 < start - edge <= _LONGEST_ODD:
        return start
    first = bisect_left(tokens, edge, key=itemgetter(2))
    between = [t for t in tokens[first : first + _LONGEST_ODD] if edge <= t[2] < start]
    plain = between and all(not tag.startswith(_STOP_TAGS) and not tag.startswith("m") for _, tag, _ in between)
    return edge if plain and len(between) > 1 and all(len(word) <= 2 for word, _, _ in between) else start
