"""What the furniture and the bylines of a page say of the page itself: its paper, its day and its number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from transforms.layout.apart import ArticleParts
from transforms.layout.bylines.writers import AGENCIES
from transforms.layout.furniture.page_head import (
    HEAD_LINES,
    edition_in,
    imprinted_in,
    is_head_line,
    is_supplement,
    is_whole_head,
    issue_day_in,
    outlet_addressed,
    outlet_in,
)
from transforms.layout.furniture.reasons import ADVERTISEMENT, CONTACT, FOLIO
from transforms.layout.furniture.web_lines import NAVIGATION, WEB_SOURCE, paper_of_site, source_named
from transforms.layout.kinds.kind import Kind

_FOOT = 4  # lines that are no article's at the end of a page, among which its day and number may stand
_AGREED = 2  # articles that name one paper, at the least, where no head does


class PageFacts(NamedTuple):
    """The paper, the day and the number of a page as it tells them; `masthead` is a paper named outright."""

    outlet: str | None
    issue_day: date | None
    edition: str | None
    masthead: str | None


def read_facts(noise: Sequence[tuple[Kind, str]], articles: Sequence[ArticleParts]) -> PageFacts:
    """What the lines that are no article's tell of the page, and the articles where those are silent."""
    lines = [(kind.text, reason) for kind, reason in noise]
    whole = [text for text, reason in lines if reason == FOLIO and is_whole_head(text)]
    head = [(k.text, reason) for k, reason in noise if k.unit.first < HEAD_LINES and not k.unit.role]
    foot = [text for text, reason in lines[-_FOOT:] if reason == FOLIO]
    folio = [*(text for text, reason in head if reason == FOLIO or is_head_line(text)), *whole, *foot]
    named = [name for name in map(outlet_in, (*(text for text, _ in head), *whole, *foot)) if name]
    sites = [name for text, reason in lines if reason == NAVIGATION and (name := paper_of_site(text))]
    printed = next((name for name in (*named, *sites) if not is_supplement(name)), None)
    return PageFacts(
        printed or next(filter(None, (_told_most(articles), *named, *_fallbacks(lines))), None),
        next(filter(None, map(issue_day_in, folio)), None),
        next(filter(None, map(edition_in, folio)), None),
        printed or _agreed(articles),
    )


def _fallbacks(lines: Iterable[tuple[str, str]]) -> list[str | None]:
    """A paper that an imprint, the source lines of a web page or a call for letters names."""
    of_imprint = [imprinted_in(text) for text, reason in lines if reason != ADVERTISEMENT]
    sources = Counter(name for text, reason in lines if reason == WEB_SOURCE and (name := source_named(text)))
    addressed = [outlet_addressed(text) for text, reason in lines if reason == CONTACT]
    return [*of_imprint, *(name for name, _ in sources.most_common(1)), *addressed]


def _told_most(articles: Sequence[ArticleParts]) -> str | None:
    told = Counter(article.outlet for article in articles if article.outlet)
    return next((name for name, _ in told.most_common(1)), None)


def _agreed(articles: Sequence[ArticleParts]) -> str | None:
    """The one paper that the bylines of a page name, on half of its articles or more."""
    told = Counter(article.outlet for article in articles if article.outlet)
    if len(told) != 1:
        return None
    name, count = told.most_common(1)[0]
    return name if count >= max(_AGREED, len(articles) / 2) and name not in AGENCIES else None
