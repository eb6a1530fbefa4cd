"""Lines that are furniture by where they stand: heads of pages, their numbers, advertisements."""

from __future__ import annotations

import re
from itertools import pairwise

from transforms.layout.furniture import (
    ADVERTISEMENT,
    FOLIO,
    is_masthead,
    is_section_folio,
    names_paper,
    opens_advertisement,
)
from transforms.layout.kinds import BODY, NOISE, OPEN, Kind

TOP = 8
_SECTION_NAME = re.compile(r"[一-龥·・&]{2,8}")
_SHORT_SECTION = 4  # at the very top, where a headline could stand


def find_furniture(found: list[Kind]) -> None:
    """Lines that alone might be of an article are furniture beside others."""
    _page_top(found)
    _folios(found)
    _mastheads(found)
    _advertisements(found)


def _page_top(found: list[Kind]) -> None:
    """The paper's name and the section's over the first text of a page."""
    for i, kind in enumerate(found[:TOP]):
        if kind.kind == BODY:
            break
        marked = kind.text[0] in "■◆●□" and len(kind.text) <= 8 and kind.kind == OPEN
        named = marked or is_masthead(kind.text) or _stands_in_head(found, i)
        if kind.kind == OPEN and kind.unit.role is None and named:
            kind.kind, kind.reason = NOISE, "name of the paper or of a section"


def _folios(found: list[Kind]) -> None:
    """The number of the page with its section stands right over or under the day, wherever a dump has them."""
    for over, under in pairwise(found):
        if under.unit.gap or over.unit.role or under.unit.role:
            continue
        for kind, beside in ((over, under), (under, over)):
            if kind.kind == OPEN and beside.reason == FOLIO and is_section_folio(kind.text):
                kind.kind, kind.reason = NOISE, FOLIO


def _mastheads(found: list[Kind]) -> None:
    """The paper's name alone on the first line of its chunk is furniture wherever a dump has it."""
    for kind in found:
        if kind.kind == OPEN and kind.unit.gap and not kind.unit.role and names_paper(kind.text):
            kind.kind, kind.reason = NOISE, "name of the paper or of a section"


def _stands_in_head(found: list[Kind], i: int) -> bool:
    """The name of a section with a line of the page's head under it, and over it one more or nothing."""
    before, kind, after = found[i - 1] if i else None, found[i], found[i + 1] if i + 1 < len(found) else None
    if after is None or after.reason != FOLIO or after.unit.gap or not _SECTION_NAME.fullmatch(kind.text):
        return False
    return len(kind.text) <= _SHORT_SECTION if before is None else before.kind == NOISE and not kind.unit.gap


def _advertisements(found: list[Kind]) -> None:
    """The lines under the mark 广告, up to the next empty line, but none that the form gives to an article."""
    chunk = -1
    for kind in found:
        if kind.kind == NOISE and opens_advertisement(kind.text):
            chunk = kind.unit.chunk
        elif kind.unit.chunk == chunk and kind.kind in (OPEN, BODY) and kind.unit.article is None:
            kind.kind, kind.reason = NOISE, ADVERTISEMENT
