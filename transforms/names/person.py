"""People of an article, with the titles that the text gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import seeds
from transforms.names.spans import NameSpan
from transforms.words.token import Word

_LONGEST_TITLE = 40
_UNTITLED: tuple[None, None] = (None, None)
_TITLE_TAGS = ("n", "b", "f", "j", "vn", "l", "i", "s", "a", "m", "q", "k", "h", "eng")
_SEPARATORS = frozenset("、，")
_LIST_GAP = re.compile(r"[、和与及]|以及")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person of an article: `title` as the text gives it, with the organisation in it."""

    name: str
    title: str | None
    organization: str | None
    n_mentions: int


@cache
def title_words() -> frozenset[str]:
    return frozenset(row["word"] for row in seeds.table("person_nouns"))


def people(
    paragraphs: Sequence[str], words: Sequence[Sequence[Word]], names: Sequence[Sequence[NameSpan]]
) -> list[PersonName]:
    """The people of an article, one each, in the order in which they are first named."""
    counts: dict[str, int] = {}
    titles: dict[str, tuple[str, str | None]] = {}
    for text, tokens, spans in zip(paragraphs, words, names, strict=True):
        shared: tuple[str, str | None] | None = None
        end = -1
        for span in spans:
            if span.kind != "person":
                continue
            name = text[span.start : span.end]
            counts[name] = counts.get(name, 0) + 1
            listed = end >= 0 and _LIST_GAP.fullmatch(text, end, span.start) is not None
            title = shared if listed else _title(text, tokens, spans, span)
            if title and name not in titles:
                titles[name] = title
            shared, end = title, span.end
    return [PersonName(name, *titles.get(name, _UNTITLED), n_mentions=n) for name, n in counts.items()]


def _title(
    text: str, tokens: Sequence[Word], spans: Sequence[NameSpan], name: NameSpan
) -> tuple[str, str | None] | None:
    """The title before a name, or else right after it, with the organisation that it holds."""
    start = _title_start(text, tokens, spans, name.start)
    if start < name.start:
        inside = [s for s in spans if s.kind == "organization" and start <= s.start and s.end < name.start]
        return text[start : name.start], text[inside[0].start : inside[0].end] if inside else None
    after = _word_at(tokens, name.end)
    return (after, None) if after in title_words() else None


def _word_at(tokens: Sequence[Word], at: int) -> str:
    return next((word for word, _, start in tokens if start == at), "")


def _title_start(text: str, tokens: Sequence[Word], spans: Sequence[NameSpan], end: int) -> int:
    """Where the title that touches text[:end] starts; `end` where there is none.

    It goes back word by word over nouns and names of organisations and places; a comma that parts two titles
    (党委书记、董事长) belongs to it, anything else ends it. It must end in a word for people.
    """
    covered = {i for s in spans if s.end <= end and s.kind != "person" for i in range(s.start, s.end)}
    start = end
    seen = False
    for word, tag, at in reversed([t for t in tokens if end - _LONGEST_TITLE <= t[2] < end]):
        stop = at + len(word)
        if not seen:
            if not _is_title(word[: end - at]):
                return end
            seen = True
        elif word in _SEPARATORS:
            before = text[:at]
            if word == "，" or not any(before.endswith(w) for w in _tails()):
                break
        elif not (at in covered or stop - 1 in covered) and not tag.startswith(_TITLE_TAGS):
            break
        start = at
    return start


@cache
def _tails() -> tuple[str, ...]:
    return tuple(w for w in title_words() if len(w) > 1)


def _is_title(word: str) -> bool:
    words = title_words()
    return word in words or word[-2:] in words or (len(word) > 1 and word[-1] in "长员者师")
