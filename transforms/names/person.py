"""People of an article, with the titles that the text gives them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

import seeds
from transforms.names.evidence import acts, does, in_dictionary, is_inside_word, is_plain
from transforms.names.follow import title_head
from transforms.names.spans import NameSpan
from transforms.words.token import Word

_LONGEST_TITLE = 40
_LONGEST_ODD = 4
_UNTITLED: tuple[None, None] = (None, None)
_LIST_GAP = re.compile(r"[、和与及]|以及")
_EDGE = re.compile(r"[，。！？；：:,;!?“”‘’（）()《》\s…—·/]")
_STOP_TAGS = ("p", "c", "u", "d", "r", "t", "y", "e", "x", "o")
_WRITER = re.compile(r"本[报刊台](?:特约|首席|见习|实习)?记者\Z")
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
def _kin() -> frozenset[str]:
    return frozenset(row["word"] for row in seeds.table("person_nouns") if row["group"] == "kin")


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
            if _IN_DOCTRINE.match(text, span.end) or is_inside_word(tokens, span):
                continue
            counts[name] = counts.get(name, 0) + 1
            listed = end >= 0 and _LIST_GAP.fullmatch(text, end, span.start) is not None
            if listed and i and not is_plain(tokens, spans[i - 1]):
                active.add(text[spans[i - 1].start : spans[i - 1].end])
            title = shared if listed else _title(text, tokens, spans[max(0, i - 8) : i], span, titles)
            if title and name not in titles and (listed or not in_dictionary(tokens, span) or does(tokens, span)):
                titles[name] = title
            sure = listed or "·" in name or name in active or acts(text, tokens, span)
            if sure and not is_plain(tokens, span):
                active.add(name)
            shared, end = title, span.end
    _join_short_forms(counts, titles)
    told = {name: titles.get(name, _UNTITLED) for name in counts if name in titles or name in active}
    return [
        PersonName(name, title, body, counts[name])
        for name, (title, body) in told.items()
        if not (title and _WRITER.search(title))
    ]


def _join_short_forms(counts: dict[str, int], titles: dict[str, tuple[str, str | None]]) -> None:
    """Count 珀尔曼 as the one 斯坦利·珀尔曼 of the article, and give him its title where he has none."""
    whole: dict[str, list[str]] = {}
    for name in counts:
        if "·" in name:
            whole.setdefault(name.rpartition("·")[2], []).append(name)
    for short, full in whole.items():
        if short in counts and len(full) == 1:
            counts[full[0]] += counts.pop(short)
            if short in titles:
                titles.setdefault(full[0], titles[short])


def _title(
    text: str, tokens: Sequence[Word], before: Sequence[NameSpan], name: NameSpan, known: Container[str]
) -> tuple[str, str | None] | None:
    """The title that stands before a name, or else right after it, with the organisation that it holds.

    `known` are the people of whom the text has told something so far.
    """
    start = title_start(text, tokens, before, name.start)
    other = next((s for s in reversed(before) if s.start >= start and text[s.start : s.end] in known), None)
    if other and start < name.start:
        start = _own_start(text, start, other.end, name.start)
    if start < name.start:
        inside = [s for s in before if s.kind == "organization" and start <= s.start]
        return text[start : name.start], text[inside[0].start : inside[0].end] if inside else None
    after = _title_after().match(text, name.end)
    return (after.group(), None) if after else None


def _own_start(text: str, start: int, other: int, end: int) -> int:
    """Where the title text[start:end] starts once another person's name is out of it, which ends at `other`.

    That person's wife or son keeps it (习近平夫人); else what stands behind a 、 is one's own, and 习近平主席 is none.
    """
    head = title_head(text, other, end)
    if text[head:end] in _kin():
        return start
    mark = text.find("、", other, end)
    return mark + 1 if mark >= 0 else end


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
