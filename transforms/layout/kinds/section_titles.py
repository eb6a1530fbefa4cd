"""Titles of sections and names of columns: lines over a headline that are none of its lines."""

from __future__ import annotations

import re
from itertools import pairwise

import seeds
from transforms.layout.furniture.reasons import SECTION
from transforms.layout.kinds.kind import (
    BODY,
    BRIEFS,
    BULLET_LABEL,
    BYLINE,
    COLUMN_END,
    NOISE,
    OPEN,
    SECTION_END,
    Kind,
)

_LABELLED = re.compile(r"[■◆●□▲★]\s*[一-龥·]{2,8}\Z")
_BOXED = re.compile(r"【[一-龥·]{2,8}】")
_SECTION_ENDS = tuple(r["label"] for r in seeds.table("column_labels") if r["kind"] == SECTION_END)
_COLUMN_ENDS = tuple(r["label"] for r in seeds.table("column_labels") if r["kind"] == COLUMN_END)
_SECTION_MOST = 6  # characters: a longer line with such an end is a headline


def find_sections(found: list[Kind]) -> None:
    """A label with empty lines around it over a headline is the title of a section, not of what follows.

    Without a mark it is one where that headline stands right over its text.
    """
    for i, (kind, after) in enumerate(pairwise(found)):
        marked = len(kind.text) <= BULLET_LABEL and _LABELLED.match(kind.text)
        named = kind.text.endswith(_SECTION_ENDS) and len(kind.text) <= _SECTION_MOST
        ended = named and (_over_text(found, i + 1) or _has_items(found, i + 1))
        if (
            (marked or ended)
            and kind.kind == OPEN
            and kind.unit.gap
            and not kind.label
            and kind.unit.role is None
            and after.kind == OPEN
            and (after.unit.gap or (ended and _has_items(found, i + 1)))
        ):
            kind.kind, kind.reason = NOISE, SECTION
            kind.label = BRIEFS if kind.text.endswith(_SECTION_ENDS) else None


def find_column_names(found: list[Kind]) -> None:
    """The name of a column, in a box or apart from the headline under it, is no line of that."""
    for i, (kind, after) in enumerate(pairwise(found)):
        if kind.kind == OPEN and (_is_boxed(kind, after) or (after.kind == OPEN and _names_column(found, i))):
            kind.kind, kind.reason, kind.label = NOISE, SECTION, None


def _is_boxed(kind: Kind, after: Kind) -> bool:
    """【柳溪短波】 over a headline or a dateline; over plain text it may be a subheading."""
    opens = after.kind == OPEN or bool(after.head and after.head.start == 0)
    return opens and not kind.unit.role and bool(_BOXED.fullmatch(kind.text))


def _names_column(found: list[Kind], i: int) -> bool:
    """The headline under it stands over its text or its writer: 柳溪茶座."""
    kind, after = found[i], found[i + 1]
    named = kind.text.endswith(_COLUMN_ENDS) and len(kind.text) <= _SECTION_MOST and not kind.unit.role
    apart = kind.unit.gap and after.unit.gap and not after.label
    return bool(named and apart) and (_over_text(found, i + 1) or _over_writer(found, i + 1))


def _over_writer(found: list[Kind], i: int) -> bool:
    """A line or two of a headline, and right under them who wrote it."""
    for kind in found[i + 1 : i + 3]:
        if kind.unit.gap or kind.kind != OPEN:
            return kind.kind == BYLINE and not kind.unit.gap
    return False


def _has_items(found: list[Kind], i: int) -> bool:
    """Titles with one paragraph each, one under another."""
    return [kind.kind for kind in found[i : i + 4]] == [OPEN, BODY] * 2


def _over_text(found: list[Kind], i: int) -> bool:
    """The unit touches a text under it, with more lines of its headline between or none."""
    for kind in found[i + 1 : i + 4]:
        if kind.unit.gap or kind.kind not in (OPEN, BYLINE):
            return kind.kind == BODY and not kind.unit.gap
    return False
