"""Lines that are furniture by where they stand: heads of pages, their numbers, advertisements."""

from __future__ import annotations

import re
from itertools import pairwise

from transforms.layout.furniture.page_head import edition_in
from transforms.layout.furniture.reasons import (
    ADVERTISEMENT,
    FOLIO,
    SECTION,
    is_masthead,
    is_section_folio,
    names_paper,
    opens_advertisement,
)
from transforms.layout.kinds.kind import BODY, NOISE, OPEN, Kind

TOP = 8
_SECTION_NAME = re.compile(r"[一-龥·・&]{2,8}")
# a headline of another page and that page: 渡口新桥通车 3版
_LISTED = re.compile(
    r"[^。]{4,40}?[\s.…·—\-→▶►>＞/／]{1,8}[（(]?(?:见|详见|刊)?(?:第?[A-Z]?\d{1,2}\s*版|[A-Z]\d{1,2})[）)]?"
)
_DATED = re.compile(r"\A[^。，]{0,16}\d{4}年\d{1,2}月\d{1,2}日[^。，]{0,24}\Z")
_FOOT_NAME = re.compile(r"[^。，！？]{1,12}")
_NAME = "name of the paper or of a section"
_SHORT_SECTION = 4  # at the very top, where a headline could stand


def find_furniture(found: list[Kind]) -> None:
    """Lines that alone might be of an article are furniture beside others."""
    if not found:
        return
    _page_head(found)
    _page_top(found)
    _guides(found)
    _page_foot(found)
    _folios(found)
    _mastheads(found)
    _advertisements(found)


def _page_head(found: list[Kind]) -> None:
    """Names over the day and the page's number in the first lines of a page, which an empty line ends."""
    head = [kind for kind in found[:TOP] if kind.unit.chunk == found[0].unit.chunk]
    *names, last = head
    if not names or len(head) == len(found) or last.reason != FOLIO or not edition_in(last.text):
        return
    if all(k.kind == OPEN and not k.unit.role and _SECTION_NAME.fullmatch(k.text) for k in names):
        for kind in names:
            kind.kind, kind.reason = NOISE, _NAME


def _guides(found: list[Kind]) -> None:
    """Two headlines of other pages and more in a row, each with its page, or one under the title of a guide."""
    listed = [kind.kind == OPEN and not kind.unit.role and bool(_LISTED.fullmatch(kind.text)) for kind in found]
    for i, kind in enumerate(found):
        beside = (j for j in (i - 1, i + 1) if 0 <= j < len(found))
        under = i > 0 and found[i - 1].reason == SECTION and not kind.unit.gap
        if listed[i] and (under or any(listed[j] for j in beside)):
            kind.kind, kind.reason = NOISE, "pointer to another page"


def _page_top(found: list[Kind]) -> None:
    """The paper's name and the section's over the first text of a page."""
    for i, kind in enumerate(found[:TOP]):
        if kind.kind == BODY:
            break
        marked = kind.text[0] in "■◆●□" and len(kind.text) <= 8 and kind.kind == OPEN
        named = marked or is_masthead(kind.text) or _stands_in_head(found, i)
        if kind.kind == OPEN and kind.unit.role is None and named:
            kind.kind, kind.reason = NOISE, _NAME


def _page_foot(found: list[Kind]) -> None:
    """The day and short names beside who made the page, in the last lines of it."""
    foot = [kind for kind in found if kind.unit.chunk == found[-1].unit.chunk]
    if len(foot) == len(found) or not any(kind.kind == NOISE and not kind.unit.role for kind in foot):
        return
    rest = [kind for kind in foot if kind.kind != NOISE]
    if all(_DATED.search(k.text) or _FOOT_NAME.fullmatch(k.text) for k in rest) and not any(k.unit.role for k in rest):
        for kind in rest:
            kind.kind, kind.reason = NOISE, FOLIO


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
            kind.kind, kind.reason = NOISE, _NAME


def _stands_in_head(found: list[Kind], i: int) -> bool:
    """The name of a section with a line of the page's head under it, and over it one more or nothing."""
    before, kind, after = found[i - 1] if i else None, found[i], found[i + 1] if i + 1 < len(found) else None
    if after is None or not _SECTION_NAME.fullmatch(kind.text):
        return False
    numbered = after.reason == FOLIO and not after.unit.gap
    if before is None:
        return numbered and len(kind.text) <= _SHORT_SECTION
    return (numbered or is_masthead(after.text)) and before.kind == NOISE and not kind.unit.gap


def _advertisements(found: list[Kind]) -> None:
    """The lines under the mark 广告, up to the next empty line, but none that the form gives to an article."""
    chunk = -1
    for kind in found:
        if kind.kind == NOISE and opens_advertisement(kind.text):
            chunk = kind.unit.chunk
        elif kind.unit.chunk == chunk and kind.kind in (OPEN, BODY) and kind.unit.article is None:
            kind.kind, kind.reason = NOISE, ADVERTISEMENT
