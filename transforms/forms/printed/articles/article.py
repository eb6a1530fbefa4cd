"""One region of a PDF page: headline by size and place, captions by pictures, body by columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from transforms.forms.line import Box
from transforms.forms.printed.articles.body import body_lines
from transforms.forms.printed.articles.bylines import over_text, set_bylines
from transforms.forms.printed.articles.captions import caption_lines, captions_of, is_picture_story
from transforms.forms.printed.articles.set_lines import SAME_SIZE, SetLine, set_line
from transforms.forms.printed.drawing import holds
from transforms.forms.printed.lines.lines import TextLine, style
from transforms.forms.printed.pieces.kickers import small_deck, small_kicker
from transforms.forms.printed.pieces.pieces import Measures, grown, is_headline, is_set_apart, is_text
from transforms.forms.printed.regions.own_style import own_style
from transforms.forms.printed.regions.regions import Region
from transforms.forms.printed.regions.tags import left_over

_OVER = 2.2  # ems: from a subheading to its text
_PARTS = 3  # lines of one style over text
_OWN = 6  # lines that tell how wide an article's columns are


def set_article(region: Region, page: Measures) -> list[SetLine]:
    """The region's lines in reading order: headline group, body with its subheadings, captions."""
    page = _own_measures(region.lines, page if region.pictures else own_style(region.lines, page))
    page = replace(page, texts=page.texts.union(*(_box_texts(box, region.lines, page) for box in region.boxes)))
    heading = list(region.heading) or _heading(region.lines, region.pictures, page)
    writers = over_text(heading, region.lines, page)
    heading = [line for line in heading if line not in writers]
    held = set(map(id, [*heading, *writers]))
    rest = replace(region, lines=tuple(x for x in region.lines if id(x) not in held))
    captions = captions_of(rest, page)
    if heading and is_picture_story(rest, captions):
        page, captions = own_style(rest.lines, page), []
    held.update(map(id, captions))
    over = left_over(heading, [x for x in region.lines if id(x) not in held], page)
    held.update(map(id, over))
    body = [line for line in region.lines if id(line) not in held]
    label = [set_line([line], "noise", None) for line in (*region.label, *over)]
    byline = set_bylines(writers)
    signature = [set_line(region.signature, "byline", None)] if region.signature else []
    text = [*byline, *body_lines(body, region, page), *signature]
    return [*label, *_headline_lines(heading), *text, *caption_lines(captions)]


def _box_texts(box: Box, lines: Sequence[TextLine], page: Measures) -> frozenset[tuple[float, str]]:
    """The style in which all text of a box is set, where that is not the article's."""
    return own_style([line for line in lines if holds(box, line)], page).texts


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


def _heading(lines: Sequence[TextLine], pictures: Sequence[Box], page: Measures) -> list[TextLine]:
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
    apart = [line for line in lines if not line.vertical and is_set_apart(line, page)]
    parts = _subheading_styles(apart, lines, page)
    level = [line for line in apart if style(line) not in parts or line.y1 < main.y0]
    group = [x for x in level if abs(x.size - main.size) <= SAME_SIZE * main.size and _near(x, main, 4)]
    text = [line for line in lines if is_text(line, page)]
    group = grown(group, level, page, text)
    group += small_kicker(group, lines, pictures, (), page.size) + small_deck(group, lines, page.size)
    return _ordered(group, main)


def _subheading_styles(apart: Sequence[TextLine], lines: Sequence[TextLine], page: Measures) -> set[tuple[float, str]]:
    """Styles in which short lines stand right over text, three times at the least: one under a headline is no deck."""
    text = [line for line in lines if is_text(line, page)]
    over = Counter(
        style(line)
        for line in apart
        if line.width <= page.column
        and not is_headline(line, page)
        and any(0 < x.y0 - line.y0 < _OVER * page.size and line.x0 < x.x1 and x.x0 < line.x1 for x in text)
    )
    return {key for key, times in over.items() if times >= _PARTS}


def _near(line: TextLine, main: TextLine, reach: float) -> bool:
    return abs(line.middle - main.middle) <= reach * main.size


def _ordered(heading: Sequence[TextLine], main: TextLine) -> list[TextLine]:
    """From top to bottom; what stands at the left of the headline is read before it, at the right after it."""
    large = [line for line in heading if abs(line.size - main.size) <= SAME_SIZE * main.size]
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
        if last is not None and abs(last.size - line.size) <= SAME_SIZE * last.size and last.font == line.font:
            groups[-1].append(line)
        else:
            groups.append([line])
    main = max(range(len(groups)), key=lambda i: groups[i][0].size)
    return [
        set_line(group, "headline" if i == main else "kicker" if i < main else "deck", None)
        for i, group in enumerate(groups)
    ]
