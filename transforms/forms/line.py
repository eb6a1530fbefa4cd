"""Lines with evidence: what every form of page becomes before it is taken apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

CODE = "code"  # the source of an outlet for which letters in a name stand


class Box(NamedTuple):
    """Where a line stands, origin top left: points of a PDF page, pixels of an image."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the form knows of a line besides its words; every field may be unknown.

    `role` and `article` are what the form says outright (an HTML tag, a headline joined by its place on a PDF page):
    they win over guessing. `paragraph` numbers the paragraph that the line belongs to, within its article; lines of
    one `style` are set in the same type.
    """

    role: str | None = None
    article: int | None = None
    paragraph: int | None = None
    page_number: int | None = None
    box: Box | None = None
    style: int | None = None


class Line(NamedTuple):
    """A line of the page without its outer blanks: `text` is `page.text[start:end]`, never empty, with no break in it.

    `indent` counts the blanks before it (a full-width blank is two); `gap` tells how many empty lines stand over it.
    """

    start: int
    end: int
    text: str
    indent: int = 0
    gap: int = 0
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a page beside its body text, each with the name of its source in `sources`.

    An index of an e-paper page tells the `order` and the `box` of the one article that a file holds, and has the
    articles `elsewhere` whose files are pages of their own.
    """

    outlet: str | None = None
    issue_date: date | None = None
    edition: str | None = None
    sources: tuple[tuple[str, str], ...] = ()
    order: int | None = None
    box: Box | None = None
    elsewhere: frozenset[str] = frozenset()

    @property
    def outlet_is_coded(self) -> bool:
        """Whether letters in a name stand for the outlet, and not its own name."""
        return ("outlet", CODE) in self.sources


@dataclass(frozen=True, slots=True)
class Form:
    """A page as its reader gives it: text in reading order, its lines, and what the form told beside them."""

    media_type: str
    encoding: str | None
    text: str
    lines: tuple[Line, ...]
    known: Known = field(default_factory=Known)
