"""Texts as a page prints them, taken apart, and what is seen of them."""

from __future__ import annotations

import textwrap

from transforms.forms.text import read_text
from transforms.layout.apart import Apart
from transforms.layout.page import take_apart

COLUMN = 20  # characters in a line


def in_lines(text: str, width: int = COLUMN) -> str:
    """The text in a column of this many characters."""
    return "\n".join(textwrap.wrap(text, width, break_on_hyphens=False))


def with_empty_lines(*paragraphs: str) -> str:
    """Paragraphs in a column, an empty line between them."""
    return "\n\n".join(map(in_lines, paragraphs))


def set_in(*paragraphs: str, width: int = COLUMN) -> str:
    """Paragraphs right under each other, each first line set in."""
    return "\n".join(line for p in paragraphs for line in textwrap.wrap(f"　　{p}", width, drop_whitespace=False))


def apart_of(*parts: str, space: str = "\n\n") -> Apart:
    """A text page of these parts, taken apart."""
    return take_apart(read_text(space.join(parts) + "\n"))


def heads_of(apart: Apart) -> list[list[str]]:
    """The headline lines of each article."""
    return [[line.text for line in article.headline_lines] for article in apart.articles]


def bare(*texts: str) -> str:
    """The texts one after another, without blanks."""
    return "".join("".join(texts).split())
