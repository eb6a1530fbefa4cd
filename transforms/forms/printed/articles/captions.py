"""What stands under and beside the pictures of an article: captions and their credits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from transforms.forms.line import Box
from transforms.forms.printed.articles.set_lines import SetLine, set_line
from transforms.forms.printed.lines.lines import TextLine, style
from transforms.forms.printed.pieces.pieces import NAMES_WRITER, OPENS, Measures, is_headline, is_text
from transforms.forms.printed.regions.regions import Region

_CAPTION_REACH = 3.5  # of the body's size: how far under its picture a caption starts
_CAPTION_LINES = 3
_CAPTION_STEP = 1.25  # of the leading: from a caption set like the body to the text
_STRIP, _SIDE_LINES = 6.0, 12  # of the body's size, and lines: a caption beside its picture
_SIDE_GAP = 2.0  # of the body's size: from the picture to it
_STORY_MARKS = 3  # signs between clauses: a story's, which a caption hardly has
_SMALL = 0.95  # of the body's size
_SHORT = 20  # characters: no caption's sentence
_BYLINE_MARKS = frozenset("□■◎")
_WHOLE_CREDIT = re.compile(r"[（(]?[^，。]{0,6}?[一-龥·\s]{2,5}\s?[摄图绘][）)]?")
_CREDIT = re.compile(r"(?<=[。！])\s*([^。！]{2,30}[摄图绘]）?)\Z")


def captions_of(region: Region, page: Measures) -> list[TextLine]:
    """Lines in another size or font than the body's, right under a picture or beside it."""
    if not region.pictures:
        return []
    under = [_under(picture, region.lines, page) for picture in region.pictures]
    held = {id(line) for lines in under for line in lines}
    away = {style(line) for line in region.lines if _is_other(line, page) and id(line) not in held}
    found: list[TextLine] = []
    for picture, lines in zip(region.pictures, under, strict=True):
        own = [line for line in lines if not (style(line) in away and _may_head(line, page))]
        own = own or _beside(picture, region.lines, page) or _plain_caption(picture, region.lines, page)
        found += [line for line in own if line not in found]
    return found


def is_picture_story(region: Region, captions: Sequence[TextLine]) -> bool:
    """Whether the captions are sentences beside a picture, and all the text that stands under its headline."""
    beside = all(x.x0 > box.x1 - 2 or x.x1 < box.x0 + 2 for x in captions for box in region.pictures)
    told = sum(x.text.count("。") + x.text.count("，") for x in captions) >= _STORY_MARKS
    return beside and told and len(captions) == len(region.lines)


def _under(picture: Box, lines: Sequence[TextLine], page: Measures) -> list[TextLine]:
    found: list[TextLine] = []
    bottom = picture.y1
    for line in sorted(lines, key=lambda x: (x.y0, x.x0)):
        other = not line.row and (line.font != page.font or abs(line.size - page.size) > 0.3)
        reach = _CAPTION_REACH if bottom == picture.y1 else 1.0
        near = -1.6 * page.size <= line.y0 - bottom <= reach * page.size and not _is_byline(line.text)
        within = line.x1 > picture.x0 - 2 and line.x0 < picture.x1 + 2
        if near and within and other and not is_headline(line, page):
            found.append(line)
            bottom = max(bottom, line.y1)
    return found


def _is_byline(text: str) -> bool:
    return text[0] in _BYLINE_MARKS or (OPENS.match(text) is not None and text[-1] not in "摄图）")


def _beside(picture: Box, lines: Sequence[TextLine], page: Measures) -> list[TextLine]:
    """Small lines beside a picture, in a strip that holds no text."""
    em = page.size
    level = [x for x in lines if picture.y0 - em < x.y0 and x.y1 < picture.y1 + em and not x.vertical and not x.row]
    right = [x for x in level if picture.x1 - 2 < x.x0 < picture.x1 + _STRIP * em]
    left = [x for x in level if picture.x0 - _STRIP * em < x.x1 < picture.x0 + 2]
    for strip, edges in ((right, [x.x0 - picture.x1 for x in right]), (left, [picture.x0 - x.x1 for x in left])):
        small = all(x.size < _SMALL * em and not is_text(x, page) for x in strip)
        if 0 < len(strip) <= _SIDE_LINES and small and min(edges) < _SIDE_GAP * em:
            return sorted(strip, key=lambda x: (x.y0, x.x0))
    return []


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
    """At least as large as body text, in another font."""
    return line.size >= page.size - 0.3 and line.font != page.font and not line.row and not is_headline(line, page)


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
            and (abs(line.x0 - last.x0) < line.size or _set_to_the_right(last, line))
            and (last.text[-1] not in "。摄图" or last.text.count("（") > last.text.count("）"))
        )
        if goes_on:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [line for group in groups for line in _credit_apart(set_line(group, "caption", None))]


def _set_to_the_right(last: TextLine, line: TextLine) -> bool:
    """Whether a line under another, both ending at one place, is no credit by itself."""
    level = abs(line.x1 - last.x1) < 0.3 * line.size and line.y0 - last.y0 < 2 * line.size
    return level and not _WHOLE_CREDIT.fullmatch(line.text)


def _credit_apart(line: SetLine) -> list[SetLine]:
    """A caption, and a credit that closes it and names a reporter, which is left to be read as one."""
    found = _CREDIT.search(line.text)
    words, credit = (line.text[: found.start()], found[1]) if found else ("", line.text)
    reporter = credit[-1] in "摄图绘" and NAMES_WRITER.search(credit) is not None and "。" not in credit
    if not reporter:
        return [line]
    return [*([replace(line, text=words)] if words else []), replace(line, text=credit, role=None)]
