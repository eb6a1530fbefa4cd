"""What a printed page is made of, over its lines: headline groups and runs of lines in one column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

from transforms.forms.line import Box
from transforms.forms.printed.drawing import holds, parted
from transforms.forms.printed.lines.lines import TextLine, style
from transforms.forms.printed.pieces.edges import right_edge
from transforms.forms.printed.pieces.kickers import small_deck, small_kicker
from transforms.forms.printed.pieces.small_heads import small_heads
from transforms.forms.turn_marks import opens_turned

HEADLINE = 1.3  # times the size of body text
_SET_APART = 1.12
_LARGER = 1.04  # times the size of body text: kicker and deck where nothing else speaks against it
_ASIDE = 2.2  # of the body's size: how far from a headline a kicker beside it stands
_SPACED = 1.5  # ems: the widest blank in a headline that runs from top to bottom
_MINOR = 0.8  # of the headline's size: a kicker that stands beside it
_NEAR = 1.6  # of the body's size: how far from a headline its kicker and deck stand
_UNDER = 2.5  # of the body's size: from a subheading to its text
_CAPTION = 0.05  # how far its size is from that of the text under it
_STEP = 1.35  # of the leading: a wider step parts two runs
_TELLING = 3  # lines of a run that show the edges of its column
NAMES_WRITER = re.compile(r"记者|通讯员|作者|\A[（(□■◎]")
OPENS = re.compile(r"\A[□■◎]?\s?(?:本报|本刊)?(?:特约|实习|见习)?(?:记者|通讯员)")  # a byline over its article
CLOSED = frozenset("。！？”’）》…：；")
ACROSS = 1.45  # of a column's width: text over more than one


@dataclass(frozen=True, slots=True)
class Measures:
    """What holds over the whole page: the size of body text and the width of its columns, in points.

    `fonts` tells that the page has a font of its own for subheadings, `texts` in what other styles articles are set,
    `leads` in what larger ones their first paragraphs (导语) are.
    """

    size: float
    font: str
    column: float
    fonts: bool = False
    texts: frozenset[tuple[float, str]] = frozenset()
    leads: frozenset[tuple[float, str]] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A headline group, a run of lines in one column, or a picture: lines in order, and the box around them.

    Of body text: whether it begins with a new paragraph (`indented`), and ends with one (`closed`); None is open.
    """

    kind: str
    lines: tuple[TextLine, ...]
    x0: float
    y0: float
    x1: float
    y1: float
    indented: bool | None = None
    closed: bool | None = None


def is_headline(line: TextLine, page: Measures) -> bool:
    """Whether a line is as large as headlines are: HEADLINE times body text, and set as no text of an article is."""
    return line.size >= HEADLINE * page.size and not is_lead(line, page) and style(line) not in page.texts


def is_lead(line: TextLine, page: Measures) -> bool:
    """Whether a line is set as the page's larger first paragraphs (导语) are."""
    return bool(page.leads) and style(line) in page.leads


def is_set_apart(line: TextLine, page: Measures) -> bool:
    """Whether a line by a headline may be its kicker or deck: larger than body text, and no byline or sentence."""
    if line.row or style(line) in page.texts or style(line) in page.leads:
        return False
    if line.size >= _SET_APART * page.size:
        return True
    if line.size < _LARGER * page.size and (line.font == page.font or not line.text.startswith("——")):
        return False
    return line.text[-1] != "。" and not NAMES_WRITER.search(line.text)


def is_text(line: TextLine, page: Measures) -> bool:
    """Whether a line is set as text is: as most of the page (within 0.3 points), in another style, as a lead."""
    if line.row:
        return False
    usual = abs(line.size - page.size) < 0.3 and line.font == page.font
    return usual or (bool(page.texts) and style(line) in page.texts) or is_lead(line, page)


def pieces(
    lines: Sequence[TextLine],
    pictures: Sequence[Box],
    rules: Sequence[Box],
    page: Measures,
    boxes: Sequence[Box] = (),
) -> list[Piece]:
    """The pieces of a page, or of a frame on it; in `boxes` only size tells a headline."""
    heads = list(_head_groups(lines, pictures, rules, page, boxes))
    held = {id(line) for group in heads for line in group}
    runs = _runs([line for line in lines if id(line) not in held], rules, page)
    shown = (Piece("picture", (), *box) for box in pictures)
    return [*(_piece("head", group) for group in heads), *runs, *shown]


def _head_groups(
    lines: Sequence[TextLine], pictures: Sequence[Box], rules: Sequence[Box], page: Measures, boxes: Sequence[Box]
) -> Iterator[list[TextLine]]:
    """Large lines with those right over and under them that are set apart too; 上接第一版 heads a rest."""
    turns = {id(line): line for line in lines if not is_headline(line, page) and opens_turned(line.text)}
    free = {id(line): line for line in lines if id(line) not in turns and is_set_apart(line, page)}
    text = [line for line in lines if is_text(line, page)]
    groups: list[list[TextLine]] = []
    for main in sorted(free.values(), key=lambda line: -line.size):
        if id(main) not in free or not is_headline(main, page):
            continue
        pool = [x for x in (*free.values(), *turns.values()) if x.vertical == main.vertical]
        group = grown([main], pool, page, text, rules)
        group += small_kicker(group, lines, pictures, rules, page.size) + small_deck(group, lines, page.size)
        for line in group:
            free.pop(id(line), None)
            turns.pop(id(line), None)
        groups.append(group)
    left = [line for line in free.values() if not any(holds(box, line) for box in boxes)]
    yield from (*groups, *small_heads(left, text, groups, pictures, rules, page.size))
    yield from ([line] for line in turns.values())


def grown(
    group: list[TextLine],
    pool: Sequence[TextLine],
    page: Measures,
    text: Sequence[TextLine],
    rules: Sequence[Box] = (),
) -> list[TextLine]:
    """The group with the lines of the pool that stand right at its long side, no rule between, and theirs.

    A kicker may also stand beside a level headline.
    """
    upright = group[0].vertical
    rest = [line for line in pool if line not in group]
    while rest:
        top, bottom = min(x.y0 for x in group), max(x.y1 for x in group)
        left, right = min(x.x0 for x in group), max(x.x1 for x in group)
        near = []
        for x in rest:
            over, beside = max(top - x.y1, x.y0 - bottom), max(left - x.x1, x.x0 - right)
            away, along = (beside, over) if upright else (over, beside)
            level = not upright and over < -0.5 * min(x.size, group[0].size) and beside > 0
            near_by = -0.8 * page.size <= away <= _NEAR * page.size and along < page.size and not level
            if near_by and not upright and is_set_apart(x, page) and _heads_column(x, group, page, text):
                continue
            if near_by or (upright and along < _SPACED * x.size and any(_in_one_line(x, y) for y in group)):
                strip = (min(bottom, x.y1), max(top, x.y0))
                if upright or not any(_between(rule, strip, max(left, x.x0), min(right, x.x1)) for rule in rules):
                    near.append(x)
            elif not upright and _beside(x, group, page, text):
                near.append(x)
        if not near:
            break
        group = group + near
        rest = [line for line in rest if line not in near]
    return group


def _heads_column(line: TextLine, group: Sequence[TextLine], page: Measures, text: Sequence[TextLine]) -> bool:
    """Whether a line under a headline over columns is a subheading of one of them: others have text at its height."""
    left, right = min(x.x0 for x in group), max(x.x1 for x in group)
    if right - left <= ACROSS * page.column or line.width > page.column or line.y0 < max(x.y1 for x in group):
        return False
    if any(style(x) == style(line) for x in group) or abs(line.x0 + line.x1 - left - right) < 2 * page.size:
        return False
    beside = (x for x in text if x.y0 < line.y1 and x.y1 > line.y0 and left < x.x1 and x.x0 < right)
    under = (x for x in text if line.y1 <= x.y1 < line.y1 + _UNDER * page.size and x.x0 < line.x1 and x.x1 > line.x0)
    return next(beside, None) is not None and next(under, None) is not None


def _in_one_line(one: TextLine, other: TextLine) -> bool:
    """Whether two pieces that run from top to bottom stand in one line, with a blank between."""
    return abs(one.x0 - other.x0) < 0.3 * one.size and abs(one.size - other.size) < 0.1 * one.size


def _beside(line: TextLine, group: Sequence[TextLine], page: Measures, text: Sequence[TextLine]) -> bool:
    """Whether a small line stands at the side of a headline, with a column of text running under both."""
    main = max(group, key=lambda x: x.size)
    own = [x for x in group if x.size > _MINOR * main.size]
    top, bottom = min(x.y0 for x in own), max(x.y1 for x in own)
    left, right = min(x.x0 for x in own), max(x.x1 for x in own)
    em = page.size
    if line.size > _MINOR * main.size or line.y0 < top - em or line.y1 > bottom + em:
        return False
    like = [x.x1 for x in group if abs(x.size - line.size) < 0.1 * em and abs(x.x0 - line.x0) < em]
    start, end = (max(line.x1, *like, 0.0), left) if line.x0 < left else (right, line.x0)
    if not 0 < end - start < _ASIDE * em:
        return False
    foot = max(x.y1 for x in group)
    return any(-em < x.y0 - bottom and x.y0 - foot < 4 * em and x.x0 < start - em and x.x1 > end + em for x in text)


def _between(rule: Box, strip: tuple[float, float], left: float, right: float) -> bool:
    return strip[0] - 1 <= rule.y0 <= strip[1] + 1 and rule.x0 < right and rule.x1 > left and rule.x1 - rule.x0 > 20


def _runs(lines: Sequence[TextLine], rules: Sequence[Box], page: Measures) -> Iterator[Piece]:
    """Lines one under the other in a column, as long as they follow at the page's leading."""
    ordered = sorted(lines, key=lambda line: (line.y0, line.x0))
    leading = _leading(ordered, page)
    runs: list[list[TextLine]] = []
    open_runs: list[list[TextLine]] = []
    for line in ordered:
        open_runs = [run for run in open_runs if line.y0 - run[-1].y0 <= _STEP * leading]
        home = next((run for run in open_runs if _under(run, line, page) and not parted(run[-1], line, rules)), None)
        if home is None:
            home = []
            runs.append(home)
            open_runs.append(home)
        home.append(line)
    sides = [(min(x.x0 for x in run), right_edge(run)) for run in runs]
    for run, (left, right) in zip(runs, sides, strict=True):
        if len(run) < _TELLING:
            em = page.size
            left = min((a for a, b in sides if left - 2.6 * em < a < left and b > left + em), default=left)
            right = max((b for a, b in sides if abs(a - left) < em and b < left + 1.2 * page.column), default=right)
        yield _text_piece(run, left, right, page)


def _leading(ordered: Sequence[TextLine], page: Measures) -> float:
    last: dict[int, float] = {}
    steps = []
    for line in ordered:
        if is_text(line, page):
            key = round(line.x1 / 4)
            if key in last and line.y0 > last[key]:
                steps.append(line.y0 - last[key])
            last[key] = line.y0
    return min(median(steps), 2.2 * page.size) if steps else 1.5 * page.size


def _under(run: Sequence[TextLine], line: TextLine, page: Measures) -> bool:
    last = run[-1]
    if abs(line.size - last.size) > _CAPTION * last.size and is_text(line, page) and not is_text(last, page):
        return False
    if line.y0 <= last.y0 + 0.3 * last.size or not 0.8 < line.size / last.size < 1.25 or line.vertical != last.vertical:
        return False
    left, right = min(x.x0 for x in run[-3:]), max(x.x1 for x in run[-3:])
    shared = min(right, line.x1) - max(left, line.x0)
    starts = abs(line.x0 - left) < 2.6 * last.size
    return (starts or shared > 0.5 * min(right - left, line.width)) and line.x0 > left - 2.6 * last.size


def _text_piece(run: Sequence[TextLine], left: float, right: float, page: Measures) -> Piece:
    first, last = run[0], run[-1]
    indented = closed = None
    if is_text(first, page):
        indented = first.x0 - left > 0.9 * page.size or OPENS.match(first.text) is not None
    if indented and len(run) == 1 and OPENS.match(first.text):
        closed = True
    elif is_text(last, page):
        short = right - last.x1 > 1.5 * page.size
        ends = last.text[-1] in CLOSED
        closed = True if short else None if ends else False
    return _piece("text", run, indented, closed)


def _piece(kind: str, run: Sequence[TextLine], indented: bool | None = None, closed: bool | None = None) -> Piece:
    left, right = min(x.x0 for x in run), max(x.x1 for x in run)
    return Piece(kind, tuple(run), left, min(x.y0 for x in run), right, max(x.y1 for x in run), indented, closed)


Item = TypeVar("Item", "Piece", TextLine)


def in_columns(items: Iterable[Item], page: Measures, before: float = 1.0) -> list[list[Item]]:
    """The columns that these stand in, from left to right; the first of each shows its edges, so the widest come first.

    The middle of what belongs to a column lies in it, `before` ems to its left at the most.
    """
    columns: list[list[Item]] = []
    edges: list[tuple[float, float]] = []
    for item in items:
        middle = (item.x0 + item.x1) / 2
        home = next((i for i, (a, b) in enumerate(edges) if a - before * page.size <= middle <= b + page.size), None)
        if home is None:
            edges.append((item.x0, item.x1))
            columns.append([item])
        else:
            columns[home].append(item)
    return [columns[i] for i in sorted(range(len(columns)), key=lambda i: edges[i][0])]
