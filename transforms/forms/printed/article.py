"""One region of a PDF page: headline by size and place, captions by pictures, body by columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from transforms.forms.line import Box
from transforms.forms.printed.columns import reading_order
from transforms.forms.printed.lines import TextLine
from transforms.forms.printed.pieces import (
    NAMES_WRITER,
    OPENS,
    Measures,
    grown,
    is_headline,
    is_lead,
    is_set_apart,
    is_text,
    style,
)
from transforms.forms.printed.regions import Region

_CAPTION_REACH = 3.5  # of the body's size: how far under its picture a caption starts
_CAPTION_LINES = 3
_CAPTION_STEP = 1.25  # of the leading: from a caption set like the body to the text
_OWN = 6  # lines that tell how wide an article's columns are
_SMALLER, _LARGER = 0.7, 1.3  # times the size of body text: in which all of an article may be set
_MOST = 0.7  # of an article's characters: in its style
_SENTENCES = 3  # lines with a sentence's marks
_SAME_SIZE = 0.06
_SENTENCE = 14  # characters: a line that is shorter may be a subheading in the body's font
_LEAD = 36  # characters: longer than any subheading
_SHORT = 20  # characters: no caption's sentence
_FULL = 0.7  # of a column: a subheading's line that goes on in the next
_BYLINE = re.compile(r"[□■◎][^，。！？：“”]{0,24}(?:记者|通讯员)[^，。！？：“”]{2,60}\Z")
_BYLINE_MARKS = frozenset("□■◎")
_CREDIT = re.compile(r"(?<=[。！])\s*([^。！]{2,30}[摄图绘]）?)\Z")
_CLOSED = frozenset("。！？；，、：”’）》…")


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of the page's text; printed lines of one headline are joined. `role` is None where only words tell."""

    text: str
    role: str | None
    paragraph: int | None
    box: Box
    size: float


def set_article(region: Region, page: Measures) -> list[SetLine]:
    """The region's lines in reading order: headline group, body with its subheadings, captions."""
    page = _own_measures(region.lines, page if region.pictures else _own_style(region.lines, page))
    heading = list(region.heading) or _heading(region.lines, page)
    held = set(map(id, heading))
    captions = _captions(replace(region, lines=tuple(x for x in region.lines if id(x) not in held)), page)
    held.update(map(id, captions))
    body = [line for line in region.lines if id(line) not in held]
    label = [_set_line([line], "noise", None) for line in region.label]
    return label + _headline_lines(heading) + _body(body, region, page) + _caption_lines(captions)


def _own_measures(lines: Sequence[TextLine], page: Measures) -> Measures:
    """The page's measures with this article's columns and text, which may be off the page's grid and style."""
    text = [line for line in lines if is_text(line, page)]
    if len(text) < _OWN:
        return page
    widths = sorted(line.width for line in text)
    size, font = Counter(map(style, text)).most_common(1)[0][0]
    if (size, font) not in page.texts:
        size, font = page.size, page.font
    return replace(page, column=widths[int(0.7 * (len(widths) - 1))], size=size, font=font)


def _own_style(lines: Sequence[TextLine], page: Measures) -> Measures:
    """The page's measures where all text of this article is set in a style of its own, as notices are."""
    counts: Counter[tuple[float, str]] = Counter()
    for line in lines:
        if not is_headline(line, page):
            counts[style(line)] += len(line.text)
    (size, font), most = max(counts.items(), key=lambda item: item[1], default=((0.0, ""), 0))
    own = [line for line in lines if style(line) == (size, font)]
    if not own or is_text(own[0], page) or not _SMALLER * page.size < size < _LARGER * page.size:
        return page
    if most < _MOST * counts.total() or sum(any(mark in x.text for mark in "，。；") for x in own) < _SENTENCES:
        return page
    widest = max(line.width for line in own)
    return replace(page, size=size, font=font, column=widest, texts=page.texts | {(size, font)})


def _heading(lines: Sequence[TextLine], page: Measures) -> list[TextLine]:
    """The largest line, what is set like it, and the lines right over and under it that are no body text.

    A headline set from top to bottom is read from right to left, with its kicker on the right and its deck on the left.
    """
    large = [line for line in lines if is_headline(line, page)]
    if not large:
        return []
    main = max(large, key=lambda line: (round(line.size), len(line.text) > 1, -line.y0))
    if main.vertical:
        upright = [x for x in lines if x.vertical or (len(x.text) == 1 and is_set_apart(x, page))]
        return sorted(grown([main], upright, page, ()), key=lambda x: (-round(x.x0), x.y0))
    level = [line for line in lines if not line.vertical and is_set_apart(line, page)]
    group = [x for x in level if abs(x.size - main.size) <= _SAME_SIZE * main.size and _near(x, main, 4)]
    text = [line for line in lines if is_text(line, page)]
    return _ordered(grown(group, level, page, text), main)


def _near(line: TextLine, main: TextLine, reach: float) -> bool:
    return abs(line.middle - main.middle) <= reach * main.size


def _ordered(heading: Sequence[TextLine], main: TextLine) -> list[TextLine]:
    """From top to bottom; what stands at the left of the headline is read before it, at the right after it."""
    large = [line for line in heading if abs(line.size - main.size) <= _SAME_SIZE * main.size]
    top, bottom = min(x.y0 for x in large), max(x.y1 for x in large)
    left, right = min(x.x0 for x in large), max(x.x1 for x in large)

    def step(line: TextLine) -> int:
        if line.y0 > bottom + line.size:
            return 0
        return -1 if line.x1 <= left else int(line.x0 >= right and line.y1 > top)

    return sorted(heading, key=lambda line: (step(line), line.y0, line.x0))


def _headline_lines(heading: Sequence[TextLine]) -> list[SetLine]:
    """Printed lines of one size joined; the largest is the headline, what stands over it kicker, under it deck."""
    if not heading:
        return []
    groups: list[list[TextLine]] = []
    for line in heading:
        last = groups[-1][-1] if groups else None
        if last is not None and abs(last.size - line.size) <= _SAME_SIZE * last.size and last.font == line.font:
            groups[-1].append(line)
        else:
            groups.append([line])
    main = max(range(len(groups)), key=lambda i: groups[i][0].size)
    return [
        _set_line(group, "headline" if i == main else "kicker" if i < main else "deck", None)
        for i, group in enumerate(groups)
    ]


def _set_line(group: Sequence[TextLine], role: str | None, paragraph: int | None) -> SetLine:
    if len(group) == 1:
        line = group[0]
        return SetLine(line.text, role, paragraph, Box(line.x0, line.y0, line.x1, line.y1), line.size)
    box = Box(min(x.x0 for x in group), min(x.y0 for x in group), max(x.x1 for x in group), max(x.y1 for x in group))
    return SetLine("".join(x.text for x in group), role, paragraph, box, group[0].size)


def _captions(region: Region, page: Measures) -> list[TextLine]:
    """Lines in another size or font than the body's, right under a picture or beside its foot."""
    found: list[TextLine] = []
    if not region.pictures:
        return found
    for picture in region.pictures:
        bottom = picture.y1
        for line in sorted(region.lines, key=lambda x: (x.y0, x.x0)):
            other = (line.font != page.font or abs(line.size - page.size) > 0.3) and not is_headline(line, page)
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


def _caption_lines(captions: Sequence[TextLine]) -> list[SetLine]:
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
    return [line for group in groups for line in _credit_apart(_set_line(group, "caption", None))]


def _credit_apart(line: SetLine) -> Iterator[SetLine]:
    """A caption and the credit that closes it; a credit that names a reporter is left to be read as one."""
    found = _CREDIT.search(line.text)
    words, credit = (line.text[: found.start()], found[1]) if found else ("", line.text)
    if words:
        yield replace(line, text=words)
    reporter = credit[-1] in "摄图绘" and NAMES_WRITER.search(credit) is not None and "。" not in credit
    yield replace(line, text=credit, role=None if reporter else "caption")


def _body(lines: Sequence[TextLine], region: Region, page: Measures) -> list[SetLine]:
    """Columns from left to right; a paragraph starts with an indent, a subheading is set in another font."""
    found: list[SetLine] = []
    paragraph = 0
    closed = True
    before: TextLine | None = None
    for column in reading_order(lines, region.pictures, page, region.boxes):
        left, right = min(x.x0 for x in column), max(x.x1 for x in column)
        for line in column:
            if _is_subheading(line, left, right, page, before):
                goes_on = before is not None and _goes_on(before, line, page)
                part = _set_line([before, line] if goes_on and before else [line], "subheading", None)
                if goes_on:
                    part = replace(part, text=found.pop().text + line.text)
                found.append(part)
                closed, before = True, line
                continue
            if closed or line.x0 - left > 0.9 * page.size:
                paragraph += 1
            closed = right - line.x1 > 1.5 * page.size and line.text[-1] in _CLOSED
            found.append(_set_line([line], None, paragraph))
            before = None
    return _sentences(found, page)


def _sentences(lines: list[SetLine], page: Measures) -> list[SetLine]:
    """What is told of text in the body's font: a marked byline, or a paragraph where it is no subheading."""
    words: dict[int | None, str] = {}
    for line in lines:
        words[line.paragraph] = words.get(line.paragraph, "") + line.text
    roles = {number: _told_role(text, page) for number, text in words.items() if number}
    return [
        SetLine(x.text, role, x.paragraph, x.box, x.size) if x.paragraph and (role := roles[x.paragraph]) else x
        for x in lines
    ]


def _told_role(text: str, page: Measures) -> str | None:
    if _BYLINE.match(text):
        return "byline"
    return "paragraph" if _is_sentence(text, page) else None


def _is_sentence(text: str, page: Measures) -> bool:
    if NAMES_WRITER.search(text):
        return False
    return len(text) >= _LEAD or (page.fonts and len(text) >= _SENTENCE and text[-1] not in _CLOSED)


def _is_subheading(line: TextLine, left: float, right: float, page: Measures, before: TextLine | None) -> bool:
    if OPENS.match(line.text):  # a byline has a font of its own too
        return False
    other = (line.font != page.font or line.size > 1.05 * page.size) and not is_lead(line, page)
    if before is not None and other and _goes_on(before, line, page):
        return True
    indent = line.x0 - left > 0.5 * page.size or line.x1 < right - page.size
    return other and indent and len(line.text) <= 32 and line.text[-1] not in "。；，"


def _goes_on(before: TextLine, line: TextLine, page: Measures) -> bool:
    """A line under a full one of a subheading, or at the head of the next column, set like it, is its rest."""
    like = line.font == before.font and abs(line.size - before.size) <= _SAME_SIZE * before.size
    if not like or before.width < _FULL * page.column:
        return False
    under = 0 < line.y0 - before.y0 < 2 * line.size and line.x0 < before.x1 and line.x1 > before.x0
    return under or (line.x0 > before.x1 and line.y0 < before.y0)
