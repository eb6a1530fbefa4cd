"""What reading one page gives: the rows of every table, still in Python."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar

from transforms import rows


@dataclass(frozen=True, slots=True)
class TokenColumns:
    """The token table's rows as columns of equal length: a page has thousands of words, and a list is cheap."""

    sentence_id: list[str] = field(default_factory=list)
    seq: list[int] = field(default_factory=list)
    word: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    char_start: list[int] = field(default_factory=list)

    def extend(
        self, sentences: Iterable[tuple[str, int]], words: Iterable[str], tags: Iterable[str], starts: Iterable[int]
    ) -> None:
        """Add the words of a run; `sentences` are its sentences in order, each with the number of its words."""
        for sentence_id, size in sentences:
            self.sentence_id.extend([sentence_id] * size)
            self.seq.extend(range(1, size + 1))
        self.word.extend(words)
        self.pos.extend(tags)
        self.char_start.extend(starts)


@dataclass(frozen=True, slots=True)
class PageReading:
    """One page with everything that was read from it."""

    TABLES: ClassVar[dict[str, str]] = {
        "block": "blocks",
        "article": "articles",
        "sentence": "sentences",
        "metric": "metrics",
        "person": "people",
        "organization": "organizations",
        "place": "places",
        "quote": "quotes",
        "document": "documents",
        "period": "periods",
    }

    page: rows.Page
    blocks: tuple[rows.Block, ...]
    articles: tuple[rows.Article, ...]
    sentences: tuple[rows.Sentence, ...]
    tokens: TokenColumns
    metrics: tuple[rows.Metric, ...]
    people: tuple[rows.Person, ...]
    organizations: tuple[rows.Organization, ...]
    places: tuple[rows.Place, ...]
    quotes: tuple[rows.Quote, ...]
    documents: tuple[rows.Document, ...]
    periods: tuple[rows.Period, ...]
