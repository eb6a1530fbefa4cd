"""The people, organisations and places of an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.names.bodies.division import division_codes
from transforms.names.page_names import read_names
from transforms.names.paragraph import Paragraph
from transforms.names.people.person import PersonName, people
from transforms.names.spans import NameSpan, counted
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


def read_page_names(articles: Sequence[Sequence[Paragraph]]) -> list[ArticleNames]:
    """The names of each article of a page. Several times faster than one by one."""
    return list(map(_article, articles, read_names(articles)))


def read_article_names(paragraphs: Sequence[str], words: Sequence[Sequence[Word]]) -> ArticleNames:
    """The names of an article; `words` are the words of each paragraph, without a gap."""
    return read_page_names([list(map(Paragraph.of, paragraphs, words))])[0]


def _article(paragraphs: Sequence[Paragraph], spans: Sequence[Sequence[NameSpan]]) -> ArticleNames:
    texts = [p.text for p in paragraphs]
    places, organizations = counted(texts, spans, "place"), counted(texts, spans, "organization")
    codes = division_codes(places)
    return ArticleNames(
        people=tuple(people(paragraphs, spans)),
        organizations=tuple(OrganizationName(name, count) for name, count in organizations.items()),
        places=tuple(PlaceName(name, codes[name], count) for name, count in places.items()),
        spans=tuple(map(tuple, spans)),
    )
