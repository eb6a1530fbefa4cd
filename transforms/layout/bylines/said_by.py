"""A line behind a dash that tells whose words the text above it was: ——省长李青近日在座谈会上说."""

from __future__ import annotations

import re

import seeds
from transforms.layout.bylines.posts_and_bodies import PERSON_NOUNS
from transforms.layout.bylines.writers import only_names

_DASH = "——"
_VERBS = tuple(row["verb"] for row in seeds.table("saying_verbs"))
# what a deck is, which stands behind a dash as well: of whom a piece is, whom it is for
_DECK = re.compile(
    r"(?:[采专回探走寻]?访|[追侧]?记|走[进近]|写[在给]|对话|专访|致|追忆|怀念|献给|来自|关于|看|论|谈|从|以)"
)
_FOREIGN = re.compile(r"[一-龥]{1,8}(?:[·•][一-龥]{1,8})+\Z")
_NAME_SIZES = (2, 3, 4)


def opens_deck(text: str) -> bool:
    """A dash, then of whom a piece is or what it is: ——记柳溪镇护林员周大明."""
    return text.startswith(_DASH) and _DECK.match(text.removeprefix(_DASH).strip()) is not None


def says_whose_words(text: str) -> bool:
    """A dash, then who says something, or what somebody is with the name."""
    if not text.startswith(_DASH) or opens_deck(text):
        return False
    said = text.removeprefix(_DASH).strip()
    return said.endswith(_VERBS) or _ends_in_bearer(said)


def _ends_in_bearer(said: str) -> bool:
    foreign = _FOREIGN.search(said)
    if foreign and any(word in said for word in PERSON_NOUNS if len(word) > 1):
        return True
    return any(said[:-size].endswith(PERSON_NOUNS) and only_names(said[-size:]) for size in _NAME_SIZES)
