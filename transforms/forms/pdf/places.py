"""Where the characters of a content stream stand, all of a page at once, as columns of numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from transforms.forms.pdf.charmaps import PlainFont
from transforms.forms.pdf.codes import characters
from transforms.forms.pdf.content import BLANKS, MAX_CHARS, View
from transforms.forms.pdf.stream import Content, Floats, Indices, Series
from transforms.forms.pdf.syntax import NotPlainError
from transforms.forms.printed.lines.glyphs import Glyphs, Style

_SAME = 0.9  # of its width: a character that is drawn again so near is the same one, printed bolder
_NEAR = 5  # strings drawn before: how far back such a character is
_TIGHT = 0.92  # of the em: the box of a character alone, without the room of its line
_FARTHEST = 1e6  # points: no paper is so large
_MOST_TURNED = 0.1  # of a page's characters: more of them tell that the page lies on its side
_THICK = 0.3  # of the em: how far a character on its side reaches over its base line
_SLANT = 1e-3  # of the width: a base line that falls by less is level
_JOINED = ((0x590, 0x8FF), (0xFB00, 0xFDFF), (0xFE70, 0xFEFE))  # letters set from right to left, or two in one
_STEPS = ((0.4, 0.5), (0.7, 0.25), (0.8, 0.2), (9.0, 1 / 6))  # up to this width, this share of it is a blank


class Columns(NamedTuple):
    """Characters in the order of drawing: points of the PDF, `base` from its foot.

    `place` is that of the operator that shows it, `state` the number of its font among those set, `size` and `em` the
    height and the width of its em, `high` the longer side of its box;
    it may be `turned` on its side.
    """

    points: Indices
    place: Indices
    state: Indices
    left: Floats
    base: Floats
    wide: Floats
    size: Floats
    em: Floats
    high: Floats
    turned: npt.NDArray[np.bool_]

    def take(self, which: Any) -> Columns:
        """Some of the characters, in the order asked for."""
        return Columns(*(column[which] for column in self))


def place_glyphs(content: Content, view: View) -> tuple[Glyphs, list[Style], Indices]:
    """The characters of a page that is not turned, the styles on it, and for each index which of them it has.

    Raises NotPlainError where text is turned, drawn twice, of no known code point, or set from right to left.
    """
    if not content.shown:
        return _empty(), [], np.zeros(0, dtype=np.int64)
    columns, texts = _columns(content)
    columns = _spelled(_told(content, columns), texts)
    points = columns.points
    numbers = (columns.left, columns.base, columns.wide, columns.size, columns.em)
    if (
        (points <= 0).any()
        or ((points >= 0xD800) & (points < 0xE000)).any()
        or not all((np.abs(column) < _FARTHEST).all() for column in numbers)
    ):
        raise NotPlainError
    if any(((points >= first) & (points <= last)).any() for first, last in _JOINED):
        raise NotPlainError
    return _printed(_in_lines(columns), view, [font for font, _ in content.fonts.values])


def _empty() -> Glyphs:
    none = np.zeros(0)
    return Glyphs("", none.astype(np.int64), none, none, none, none, none.astype(bool))


def _columns(content: Content) -> tuple[Columns, list[str]]:
    """Every character shown, by the rules for matrices, moves and spacing, and the texts of codes for several."""
    place = content.shown_at
    state = _at(content.fonts, place)
    piece, codes, points, widths, single, heights, texts = characters(content, state)
    size = np.array([size for _, size in content.fonts.values])[state]
    between, blank, scale, _, rise = _values(content.spacing, place)
    advance = widths * size[piece] + between[piece]
    if blank.any():
        advance += np.where(single & (codes == 0x20), blank[piece], 0.0)
    x, y, line = _line_starts(content, place)
    shift = -content.shifts / 1000 * size * scale
    along = _along(piece, advance * scale[piece], shift, line) + x[piece]
    a, b, c, d, e, f = _values(content.bases, place)
    p, q, r, s, t, u = _values(content.space, place)
    wide, fall, lean, tall = a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s
    along_em, tall_em = np.hypot(wide, fall), np.hypot(lean, tall)
    turned = np.abs(fall) > np.abs(wide)
    level = (np.abs(fall) <= _SLANT * wide) & (np.abs(lean) < tall)
    known = (
        (level | (np.abs(wide) <= _SLANT * along_em) & (np.abs(tall) <= _SLANT * tall_em)) & (size > 0) & (scale > 0)
    )
    if not known[piece].all() or turned[piece].sum() > _MOST_TURNED * len(piece):
        raise NotPlainError
    up = y + rise
    left = (up * lean + e * p + f * r + t)[piece] + along * wide[piece]
    base = (up * tall + e * q + f * s + u)[piece] + along * fall[piece]
    em = (size * along_em * scale)[piece]
    high = np.maximum(widths, heights[piece]) * em
    aside = turned[piece]
    if aside.any():
        high, widths = np.where(aside, np.maximum(widths, 1.0) * em, high), np.where(aside, _THICK, widths)
    size = (size * tall_em)[piece]
    return Columns(points, place[piece], state[piece], left, base, widths * em, size, em, high, aside), texts


def _at(series: Series, place: Indices) -> Indices:
    """Which of a series' values holds at each place."""
    return np.searchsorted(np.array(series.places), place, side="right") - 1


def _values(series: Series, place: Indices) -> Iterator[Floats]:
    """The columns of what holds at each place."""
    at = _at(series, place)
    return (np.array(column)[at] for column in zip(*series.values, strict=True))


def _line_starts(content: Content, place: Indices) -> tuple[Floats, Floats, Indices]:
    """Where the line of each string starts, in units of text; and the number of the line."""
    bases = np.array(content.bases.places)
    base = np.searchsorted(bases, place, side="right") - 1
    moved = np.searchsorted(content.moves_at, place)
    before = np.searchsorted(content.moves_at, bases)[base]
    sums = np.concatenate((np.zeros((2, 1)), np.cumsum(content.moves, axis=1)), axis=1)
    x, y = sums[:, moved] - sums[:, before]
    return x, y, base + moved


def _along(piece: Indices, advance: Floats, shift: Floats, line: Indices) -> Floats:
    """How far each character stands from the start of its line."""
    sums = np.concatenate(([0.0], np.cumsum(advance)))
    first = np.searchsorted(piece, np.arange(len(shift)))
    shifts = np.cumsum(shift)
    opens = np.concatenate(([True], line[1:] != line[:-1]))
    opening = np.flatnonzero(opens)[np.cumsum(opens) - 1]
    begun = sums[first[opening]] + shifts[opening] - shift[opening]
    along: Floats = sums[:-1] + (shifts - begun)[piece]
    return along


def _told(content: Content, columns: Columns) -> Columns:
    """The characters with the texts that marks say some of them stand for."""
    if not content.texts:
        return columns
    told = _at(content.actual, columns.place)
    told = np.array(content.actual.values)[told]
    marked = np.flatnonzero(told >= 0)
    if not len(marked):
        return columns
    numbers, opening = np.unique(told[marked], return_index=True)
    texts = [_shown_text(content.texts[number]) for number in numbers.tolist()]
    counts = np.ones(len(told), dtype=np.int64)
    counts[marked] = 0
    counts[marked[opening]] = list(map(len, texts))
    if counts.sum() > MAX_CHARS:
        raise NotPlainError
    which = np.repeat(np.arange(len(told)), counts)
    spoken = columns.take(which)
    opens = np.zeros(len(told), dtype=bool)
    opens[marked[opening]] = True
    order = np.argsort(marked[opening], kind="stable")
    codes = [ord(character) for at in order.tolist() for character in texts[at]]
    points = spoken.points.copy()
    points[opens[which]] = codes
    high = np.where(opens[which], _TIGHT * spoken.em, spoken.high)
    return spoken._replace(points=points, high=high)


def _spelled(columns: Columns, texts: Sequence[str]) -> Columns:
    """The characters with those in place of which a code stands for several, all at the place of the first."""
    several = np.flatnonzero(columns.points < -1)
    if not len(several):
        return columns
    texts = [texts[-2 - number] for number in columns.points[several].tolist()]
    counts = np.ones(len(columns.points), dtype=np.int64)
    counts[several] = list(map(len, texts))
    if counts.sum() > MAX_CHARS:
        raise NotPlainError
    which = np.repeat(np.arange(len(counts)), counts)
    spelled = columns.take(which)
    spelled.points[spelled.points < -1] = [ord(character) for text in texts for character in text]
    return spelled


@lru_cache(maxsize=4096)
def _shown_text(text: str) -> str:
    """What is printable of a text that stands for characters: nothing where all of it is blank, as PDFium has it."""
    if not any("!" <= c <= "~" or ("\x80" < c < "\ufffd" and not c.isspace()) for c in text):
        return ""
    return "".join(c if c > "\x80" or " " <= c <= "~" else " " for c in text if c < "\ufffd")


def _in_lines(columns: Columns) -> Columns:
    """Strings drawn on one base line put from left to right, as PDFium gives them."""
    if len(columns.points) < 2:
        return columns
    opens = np.flatnonzero(np.concatenate(([True], columns.place[1:] != columns.place[:-1])))
    ends = np.concatenate((opens[1:], [len(columns.points)]))
    x, y, code = columns.left[opens], columns.base[opens], columns.points[opens]
    first, last = columns.wide[opens], columns.wide[ends - 1]
    _refuse_doubles(code, x, y, first, columns.size[opens], ends - opens)
    parts = np.abs(np.diff(y)) > np.maximum(last[:-1], first[1:]) / 2
    if not ((np.diff(x) < 0) & ~parts).any():
        return columns
    row = np.concatenate(([0], np.cumsum(parts)))
    order = np.lexsort((np.arange(len(x)), x, row))
    counts = (ends - opens)[order]
    within = np.arange(len(columns.points)) - np.repeat(np.cumsum(counts) - counts, counts)
    return columns.take(np.repeat(opens[order], counts) + within)


def _refuse_doubles(code: Indices, x: Floats, y: Floats, wide: Floats, size: Floats, count: Indices) -> None:
    for back in range(1, min(_NEAR, len(x) - 1) + 1):
        near = (np.abs(x[back:] - x[:-back]) <= _SAME * wide[:-back]) & (code[back:] == code[:-back])
        if (near & (np.abs(y[back:] - y[:-back]) <= size[:-back] / 8) & (count[back:] == count[:-back])).any():
            raise NotPlainError


def _printed(columns: Columns, view: View, fonts: list[PlainFont | None]) -> tuple[Glyphs, list[Style], Indices]:
    blank = (columns.points <= 0x20) | np.isin(columns.points, BLANKS)
    kept = np.flatnonzero(~blank & (columns.wide > 0) & (columns.em > 0))
    index = np.arange(len(columns.points)) + np.cumsum(_blanks_between(columns))
    drawn_blank = np.concatenate(([0], np.cumsum(blank)))
    seen = columns.take(kept)
    x, base = view.place(seen.left, seen.base)
    right, _ = view.place(seen.left + seen.wide, seen.base)
    before = np.concatenate(([0], kept[:-1] + 1)) if len(kept) else kept
    spaced = drawn_blank[kept] > drawn_blank[before]
    text = "".join(map(chr, seen.points.tolist()))
    glyphs = Glyphs(text, index[kept], x, base, right, seen.high, spaced)
    styles, of = _styles(columns, fonts)
    styled = np.zeros(int(index[-1]) + 1, dtype=np.int64)
    styled[index] = of
    return glyphs, styles, styled


def _blanks_between(columns: Columns) -> Indices:
    """How many places are left free before each character: where it stands so far from the last that one reads a blank.

    The width of the wider one decides, as PDFium has it.
    """
    share = columns.wide / np.where(columns.em > 0, columns.em, 1.0)
    wider = np.where(share[:-1] >= share[1:], columns.wide[:-1], columns.wide[1:])
    most = np.maximum(share[:-1], share[1:])
    limit = wider * np.select([most < width for width, _ in _STEPS], [part for _, part in _STEPS], 1 / 6)
    gap = columns.left[1:] - columns.left[:-1] - columns.wide[:-1]
    level = np.abs(np.diff(columns.base)) < columns.size[1:] / 2
    return np.concatenate(([0], np.where(level, gap > limit, 2)))


def _styles(columns: Columns, fonts: list[PlainFont | None]) -> tuple[list[Style], Indices]:
    """The styles on the page, and which of them each character has."""
    names = sorted({font.name for font in fonts if font is not None})
    number = {name: at for at, name in enumerate(names)}
    name_of = np.array([number[font.name] if font is not None else 0 for font in fonts])[columns.state]
    table = np.stack((name_of, columns.size, columns.em, columns.turned))
    changes = np.flatnonzero(np.concatenate(([True], (table[:, 1:] != table[:, :-1]).any(axis=0))))
    known: dict[tuple[float, ...], int] = {}
    of_change = [known.setdefault(tuple(row), len(known)) for row in table[:, changes].T.tolist()]
    styles = [Style(names[int(name)], size, em, bool(turned)) for name, size, em, turned in known]
    counts = np.concatenate((changes[1:], [table.shape[1]])) - changes
    of = np.repeat(np.array(of_change), counts)
    return styles, of
