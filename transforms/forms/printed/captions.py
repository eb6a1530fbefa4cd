"""What stands under and beside the pictures of an article: captions and their credits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from transforms.forms.line import Box
from transforms.forms.printed.lines import TextLine
from transforms.forms.printed.pieces import NAMES_WRITER, OPENS, Measures, is_headline, is_text
from transforms.forms.printed.regions import Region
from transforms.forms.printed.set_lines import SetLine, set_line

_CAPTION_REACH = 3.5  # of the body's size: how far under its picture a caption starts
_CAPTION_LINES = 3
_CAPTION_STEP = 1.25  # of the leading: from a caption set like the body to the text
_SHORT = 20  # characters: no caption's sentence
_BYLINE_MARKS = frozenset("□■◎")
_CREDIT = re.compile(r"(?<=[。！])\s*([^。！]{2,30}[摄图绘]）?)\Z")


def captions_of(region: Region, page: Measures) -> list[TextLine]:
    """Lines in another size or font than the body's, right under a picture or beside its foot."""
    found: list[TextLine] = []
    if not region.pictures:
        return found
    for picture in region.pictures:
        bottom = picture.y1
        for line in sorted(region.lines, key=lambda x: (x.y0, x.x0)):
            other = not line.row and (line.font != page.font or abs(line.size - page.size) > 0.3)
            other = other and not is_headline(line, page)
            reach = _CAPTION_REACH if bottom == picture.y1 else 1.0
            under = -1.6 * page.size <= line.y0 - bottom <= reach * page.size and not _is_byline(line.text)
            if other and under and line.x1 > picture.x0 - 2 and line.x0 < picture.x1 + 2 and line not in found:
                found.append(line)
                bottom = max(bottom, line.y1)
        if bottom == picture.y1:
            found += [x for x in _plain_caption(picture, region.lines, page) if x not in found]
    away = {line.font for line in region.lines if _is_other(line, page) and line not in found}
    return [line for line in found if not (line.font in away and _may_head(line, page))]


def _is_byline(text: str) -> bool:
    return text[0] in _BYLINE_MARKS or (OPENS.match(text) is not None and text[-1] not in "摄图）")


def _plain_caption(picture: Box, lines: Sequence[TextLine], page: Measures) -> list[TextLine]:
    """Lines set like the body right under a picture, with white space between them and the text."""
    own = [x for x in lines if is_text(x, page) and x.x0 > picture.x0 - 2 and x.x1 < picture.x1 + 2]
    under = sorted((x for x in own if x.y0 > picture.y1 - page.size), key=lambda x: (x.y0, x.x0))
    steps = [later.y0 - line.y0 for line, later in pairwise(under)]
    leading = median(steps[_CAPTION_LINES:]) if len(steps) > _CAPTION_LINES else 0.0
    if not leading or under[0].y0 - picture.y1 > page.size or abs(under[0].x0 - picture.x0) > 2:
        return []
    for at, step in enumerate(steps[:_CAPTION_LINES]):
        if step > _CAPTION_STEP * leading:
            return under[: at + 1]
    return []


def _is_other(line: TextLine, page: Measures) -> bool:
    """As large as body text, in another font."""
    return abs(line.size - page.size) <= 0.3 and line.font != page.font


def _may_head(line: TextLine, page: Measures) -> bool:
    """A short line, closed by nothing, set like the subheadings that stand elsewhere in the article."""
    return _is_other(line, page) and len(line.text) < _SHORT and line.text[-1] not in "。摄图）"


def caption_lines(captions: Sequence[TextLine]) -> list[SetLine]:
    """Lines of one caption joined; a credit set to the right starts a line of its own."""
    groups: list[list[TextLine]] = []
    for line in captions:
        last = groups[-1][-1] if groups else None
        goes_on = (
            last is not None
            and line.y0 > last.y0
            and abs(line.x0 - last.x0) < line.size
            and (last.text[-1] not in "。摄图" or last.text.count("（") > last.text.count("）"))
        )
        if goes_on:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [line for group in groups for line in _credit_apart(set_line(group, "caption", None))]


def _credit_apart(line: SetLine) -> list[SetLine]:
    """A caption, and a credit that closes it and names a reporter, which is left to be read as one."""
    found = _CREDIT.search(line.text)
    words, credit = (line.text[: found.start()], found[1]) if found else ("", line.text)
    reporter = credit[-1] in "摄图绘" and NAMES_WRITER.search(credit) is not None and "。" not in credit
    if not reporter:
        return [line]
    return [*([replace(line, text=words)] if words else []), replace(line, text=credit, role=None)]
