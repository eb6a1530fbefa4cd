"""What taking a page apart gives: its blocks, and the articles they make."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from transforms.mapped import Mapped


class Piece(NamedTuple):
    """A block: one unbroken run of the page's characters with one role.

    `article` is the index into `Apart.articles`, None for noise. `words` holds the joined text with its map.
    """

    role: str
    article: int | None
    paragraph: int | None
    start: int
    end: int
    words: Mapped
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleParts:
    """An article taken from its page.

    `paragraphs[i]` holds the runs of paragraph i + 1: more than one where a block cuts it.
    """

    headline: Mapped | None
    kicker: tuple[Mapped, ...]
    deck: tuple[Mapped, ...]
    headline_lines: tuple[Mapped, ...]
    headline_score: float | None
    reporters: tuple[str, ...]
    correspondents: tuple[str, ...]
    dateline_place: str | None
    dateline_month_day: tuple[int, int] | None
    subheadings: tuple[Mapped, ...]
    captions: tuple[Mapped, ...]
    paragraphs: tuple[tuple[Mapped, ...], ...]
    outlet: str | None


@dataclass(frozen=True, slots=True)
class Apart:
    """A page taken apart: every character that is not blank is in exactly one of `pieces`.

    `outlet`, `issue_date` and `edition` are what its head tells, `masthead` the paper that it names outright.
    """

    pieces: tuple[Piece, ...]
    articles: tuple[ArticleParts, ...]
    outlet: str | None
    issue_date: date | None = None
    edition: str | None = None
    masthead: str | None = None
