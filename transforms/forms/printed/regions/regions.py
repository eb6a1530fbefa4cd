"""A PDF page cut into regions of one article each: by frames, by rules, by white space, by headlines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from transforms.forms.line import Box
from transforms.forms.printed.drawing import Drawing, holds
from transforms.forms.printed.lines.lines import TextLine, style
from transforms.forms.printed.pieces.pieces import Measures, Piece, is_headline, is_set_apart, pieces
from transforms.forms.printed.regions.cuts import Cutter
from transforms.forms.printed.regions.digests import Digest, digest_of, section_title
from transforms.forms.printed.regions.notices import notice_title
from transforms.forms.printed.regions.own_style import own_style
from transforms.forms.printed.regions.tags import tags_over
from transforms.forms.turn_marks import opens_turned

_TEXT_SIZES = 0.85, 1.45  # of the usual size: in which other articles may be set
_WIDE = 7.0  # ems: a line of a column
_SHORT_CHAIN = 3  # the same where they are sentences, in a size that is no caption's
_SMALLEST = 0.97
_AS_HEADLINES = 1.3  # of the usual size: larger ones hold sentences, or they are headlines
_LEAD_SIZES = 1.04, 1.7  # of the usual size: in which first paragraphs may be set
_SENTENCE = 30  # characters: more than a kicker that ends with a stop
_CHAIN = 5  # lines one under the other, as wide as each other
_BANNER = 24  # characters: a byline by a headline, less than any text


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that belong together, with the pictures among them. `framed` tells that a drawn box holds them.

    `boxes` are frames without a headline of their own. `heading` is the headline where size does not tell it, `label`
    what stands over several articles, this the first, `signature` a name at its end.
    """

    lines: tuple[TextLine, ...]
    pictures: tuple[Box, ...]
    framed: bool = False
    boxes: tuple[Box, ...] = ()
    heading: tuple[TextLine, ...] = ()
    label: tuple[TextLine, ...] = ()
    signature: tuple[TextLine, ...] = ()


def usual_style(lines: Sequence[TextLine]) -> tuple[float, str]:
    """Size and font of body text: most characters of a page are in it."""
    weight: dict[tuple[float, str], int] = {}
    for line in lines:
        key = style(line)
        weight[key] = weight.get(key, 0) + len(line.text)
    return max(weight, key=lambda key: weight[key])


def measures(lines: Sequence[TextLine]) -> Measures:
    """What holds over a page: most of its lines are body text and fill a column."""
    size, font = usual_style(lines)
    widths = sorted(line.width for line in lines if abs(line.size - size) < 0.3)
    column = widths[int(0.7 * (len(widths) - 1))]
    others = sum(line.font != font and abs(line.size - size) < 0.1 * size and line.width < column for line in lines)
    return Measures(size, font, column, others > 1, _other_texts(lines, (size, font)), _leads(lines, size))


def _other_texts(lines: Sequence[TextLine], usual: tuple[float, str]) -> frozenset[tuple[float, str]]:
    """Styles near the usual one's size in which some column is set: lines of one width, one right under the other."""
    low, high = _TEXT_SIZES[0] * usual[0], _TEXT_SIZES[1] * usual[0]
    others = [x for x in lines if low < x.size < high and x.width > _WIDE * x.size and style(x) != usual]
    others.sort(key=lambda line: (style(line), round(line.x1), line.y0))
    found, chain, marks = set(), 1, sum(map(_marks, others[:1]))
    for before, line in pairwise(others):
        like = style(line) == style(before) and abs(line.x1 - before.x1) < 1.5
        goes_on = like and line.y0 - before.y0 < 2 * line.size
        chain = chain + 1 if goes_on else 1
        marks = (marks if goes_on else 0) + _marks(line)
        least = _SHORT_CHAIN if marks >= chain and line.size > _SMALLEST * usual[0] else _CHAIN
        if chain >= least and (marks >= chain or line.size < _AS_HEADLINES * usual[0]):
            found.add(style(line))
    return frozenset(found)


def _marks(line: TextLine) -> int:
    return sum(map(line.text.count, "，。；"))


def _leads(lines: Sequence[TextLine], size: float) -> frozenset[tuple[float, str]]:
    """Styles larger than body text in which sentences are set, and hardly anything else: of first paragraphs."""
    low, high = _LEAD_SIZES[0] * size, _LEAD_SIZES[1] * size
    larger = sorted((x for x in lines if low < x.size < high and not x.vertical), key=lambda x: (style(x), x.y0))
    balance: Counter[tuple[float, str]] = Counter()
    chain: list[TextLine] = []
    for line in [*larger, None]:
        last = chain[-1] if chain else None
        if line and last and style(line) == style(last) and _follows(last, line):
            chain.append(line)
            continue
        text = "".join(x.text for x in chain)
        if last:
            told = len(text) >= _SENTENCE and (text[-1] in "！？：…" or "。" in text)
            balance[style(last)] += len(text) if told else -len(text)
        chain = [line] if line else []
    return frozenset(key for key, weight in balance.items() if weight > 0)


def _follows(last: TextLine, line: TextLine) -> bool:
    return last.y0 + 0.5 * last.size < line.y0 < last.y0 + 2.2 * last.size and line.x0 < last.x1 and line.x1 > last.x0


def cut(drawing: Drawing, lines: Sequence[TextLine], page: Measures) -> list[Region]:
    """The page's regions, in the order a reader meets them."""
    pictures, frames = _shapes(drawing, lines)
    boxed: list[list[Region]] = []
    boxes: list[Box] = []
    rest = list(lines)
    for frame in frames:
        inside = [line for line in rest if holds(frame, line)]
        bands = [band for band in drawing.shapes if band != frame and _inside(frame, band)]
        digest = digest_of(inside, own_style(inside, page), bands)
        # a tinted panel without a headline of its own, or with that alone, is a part of the article around it
        title = None if digest else section_title(inside, own_style(inside, page))
        headed = any(is_headline(line, page) for line in inside) and not _is_banner(inside, page)
        notice = () if digest or title or headed else notice_title(inside, own_style(inside, page))
        if not (digest or title or headed or notice):
            boxes.append(frame)
            continue
        held = set(map(id, inside))
        rest = [line for line in rest if id(line) not in held]
        own = [picture for picture in pictures if _inside(frame, picture)]
        pictures = [picture for picture in pictures if picture not in own]
        if digest:
            boxed.append(_items(digest, own))
        elif title or notice:
            heading = (title,) if title else notice
            boxed.append([Region(tuple(x for x in inside if x not in heading), tuple(own), True, heading=heading)])
        else:
            boxed.append(_parts(inside, own, drawing, page, (frame,), framed=True))
    parts = [*boxed, *([part] for part in _parts(rest, pictures, drawing, page, boxes))]
    # what stands in one frame is read together
    groups = [sorted((x for x in part if x.lines), key=lambda region: _order(region, page)) for part in parts]
    ordered = sorted(filter(None, groups), key=lambda group: _order(group[0], page))
    return [replace(region, boxes=_around(region, boxes)) for group in ordered for region in group]


def _around(region: Region, boxes: Sequence[Box]) -> tuple[Box, ...]:
    return tuple(box for box in boxes if any(holds(box, line) for line in region.lines))


def _items(digest: Digest, pictures: Sequence[Box]) -> list[Region]:
    first, *rest = digest.items
    found = [Region(first.text, tuple(pictures), True, (), first.title, digest.label, first.signature)]
    return found + [Region(item.text, (), True, (), item.title, (), item.signature) for item in rest]


def _is_banner(inside: Sequence[TextLine], page: Measures) -> bool:
    """Whether a frame holds a headline and no text: it is printed in white on black, or on a tint."""
    return sum(len(line.text) for line in inside if not is_set_apart(line, page)) < _BANNER


def _order(region: Region, page: Measures) -> tuple[float, float]:
    top, left = (min(getattr(line, side) for line in (*region.heading, *region.lines)) for side in ("y0", "x0"))
    return round(top / (4 * page.size)), left


def _shapes(drawing: Drawing, lines: Sequence[TextLine]) -> tuple[list[Box], list[Box]]:
    """Drawn areas: pictures hold no text, frames hold some; the smallest frame comes first."""
    pictures: list[Box] = []
    frames: list[Box] = []
    for box in sorted(set(drawing.shapes), key=lambda b: (b.x1 - b.x0) * (b.y1 - b.y0)):
        held = sum(holds(box, line) for line in lines)
        if held >= 2 and held < 0.9 * len(lines):
            frames.append(box)
        elif held == 0:
            pictures = [p for p in pictures if not _inside(box, p)] + [box]
    return pictures, frames


def _inside(outer: Box, inner: Box) -> bool:
    return (
        inner.x0 >= outer.x0 - 3 and inner.x1 <= outer.x1 + 3 and inner.y0 >= outer.y0 - 3 and inner.y1 <= outer.y1 + 3
    )


def _parts(
    lines: Sequence[TextLine],
    pictures: Sequence[Box],
    drawing: Drawing,
    page: Measures,
    boxes: Sequence[Box],
    framed: bool = False,
) -> list[Region]:
    tags = tags_over(lines, (*drawing.shapes, *drawing.bands), page)
    held = {id(tag) for tag, _ in tags}
    regions = _untagged([x for x in lines if id(x) not in held], pictures, drawing, page, boxes, framed)
    return [_tagged(region, tags) for region in regions]


def _tagged(region: Region, tags: Sequence[tuple[TextLine, TextLine]]) -> Region:
    own = set(map(id, region.lines))
    return replace(region, label=tuple(tag for tag, head in tags if id(head) in own))


def _untagged(
    lines: Sequence[TextLine],
    pictures: Sequence[Box],
    drawing: Drawing,
    page: Measures,
    boxes: Sequence[Box],
    framed: bool,
) -> list[Region]:
    found = pieces(lines, pictures, drawing.rules, page, boxes) if any(_heads(line, page) for line in lines) else []
    heads = sum(piece.kind == "head" for piece in found)
    if not heads or (heads == 1 and drawing.number == 1):
        return [Region(tuple(lines), tuple(pictures), framed)]
    parts = Cutter(found, drawing.rules, page, drawing.number > 1).parts()
    return [_region(part, page, framed) for part in parts]


def _region(part: Sequence[Piece], page: Measures, framed: bool) -> Region:
    heads = [piece for piece in part if piece.kind == "head"]
    small = len(heads) == 1 and not any(_heads(line, page) for line in heads[0].lines)  # size does not tell it
    return Region(
        tuple(line for piece in part if not (small and piece is heads[0]) for line in piece.lines),
        tuple(Box(p.x0, p.y0, p.x1, p.y1) for p in part if p.kind == "picture"),
        framed,
        heading=heads[0].lines if small else (),
    )


def _heads(line: TextLine, page: Measures) -> bool:
    return is_headline(line, page) or opens_turned(line.text)
