"""Articles of the sample pages in parts: the one source from which the tests make every form of a page."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).with_name("articles.jsonl")


@dataclass(frozen=True)
class Part:
    """A printed paragraph or line of an article: kicker, headline, deck, byline, paragraph, subheading or caption.

    A paragraph may open with its byline, as in print.
    """

    role: str
    text: str


@dataclass(frozen=True)
class MadeArticle:
    """An article as an editor has it before it is set: headline lines in order, the body, and a picture's words."""

    key: str
    head: tuple[Part, ...]
    body: tuple[Part, ...]
    captions: tuple[Part, ...] = ()

    @property
    def headline_lines(self) -> list[str]:
        return [part.text for part in self.head]

    @property
    def roles(self) -> list[str]:
        return [part.role for part in self.head]

    def with_picture(self, words: str) -> MadeArticle:
        return replace(self, captions=(Part("caption", words),))


@cache
def articles() -> dict[str, MadeArticle]:
    """All articles by their keys: the stem of the sample page, a colon, and the article's id in its reading."""
    rows = [json.loads(line) for line in SOURCE.read_text(encoding="utf-8").splitlines()]
    return {f"{row['page']}:{row['id']}": _made(row) for row in rows}


def page_articles(stem: str) -> list[MadeArticle]:
    return [article for key, article in articles().items() if key.startswith(stem)]


def _made(row: dict[str, list[list[str]] | str]) -> MadeArticle:
    head, body = ([Part(role, text) for role, text in row[name]] for name in ("head", "body"))  # type: ignore[misc]
    return MadeArticle(f"{row['page']}:{row['id']}", tuple(head), tuple(body))
