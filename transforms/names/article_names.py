"""The people, organisations and places of an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.names.division import division_codes
from transforms.names.names import ArticleWords, correct_names, tag_names
from transforms.names.person import PersonName, people
from transforms.names.spans import NameSpan
from transforms.words.token import Word


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """An organisation of an article, as written."""

    name: str
    n_mentions: int


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place of an article, as written, with its GB/T 2260 code where it has one."""

    name: str
    division_code: str | None
    n_mentions: int


@dataclass(frozen=True, slots=True)
class ArticleNames:
    """Who and what an article names; `spans` are the names in each of its paragraphs."""

    people: tuple[PersonName, ...]
    organizations: tuple[OrganizationName, ...]
    places: tuple[PlaceName, ...]
    spans: tuple[tuple[NameSpan, ...], ...]


def read_page_names(articles: Sequence[ArticleWords]) -> list[ArticleNames]:
    """The names of each article of a page: (paragraphs, the words of each). Several times faster than one by one."""
    found = tag_names(articles)
    return [_article(paragraphs, words, rows) for (paragraphs, words), rows in zip(articles, found, strict=True)]


def read_article_names(paragraphs: Sequence[str], words: Sequence[Sequence[Word]]) -> ArticleNames:
    """The names of an article; `words` are the words of each paragraph, without a gap."""
    return read_page_names([(paragraphs, words)])[0]


def _article(
    paragraphs: Sequence[str], words: Sequence[Sequence[Word]], tagged: Sequence[Sequence[NameSpan]]
) -> ArticleNames:
    spans = correct_names(paragraphs, words, tagged)
    places = _counted(paragraphs, spans, "place")
    codes = division_codes(places)
    return ArticleNames(
        people=tuple(people(paragraphs, words, spans)),
        organizations=tuple(OrganizationName(n, c) for n, c in _counted(paragraphs, spans, "organization").items()),
        places=tuple(PlaceName(name, codes[name], count) for name, count in places.items()),
        spans=tuple(tuple(s) for s in spans),
    )


def _counted(paragraphs: Sequence[str], spans: Sequence[Sequence[NameSpan]], kind: str) -> Counter[str]:
    return Counter(
        text[s.start : s.end] for text, found in zip(paragraphs, spans, strict=True) for s in found if s.kind == kind
    )
