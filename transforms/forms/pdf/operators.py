"""A page's content stream taken apart: the strings that it shows, with where and how, and what it draws beside them.

Most of a broadsheet's operators move on and show a character: these are read in bulk, all others one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any

import numpy as np

from transforms.forms.pdf.charmaps import PlainFont
from transforms.forms.pdf.stream import (
    IDENTITY,
    Content,
    Drawn,
    Indices,
    Resources,
    Spacing,
    moved,
    times,
    words,
)
from transforms.forms.pdf.syntax import Floats, NotPlainError, string

LONGEST = 8 << 20  # bytes of a page: one that draws more than it prints is left to PDFium
_LONGEST_TEXT = 1000  # characters that a mark says its content stands for
_JUNK = frozenset((b"(", b")", b"{", b"}", b"<", b">", b"%", b"BI"))
_SHOW, _MOVE, _OTHER = 1, 2, 3
_REACH = 200  # tokens of a mark's dictionary
_HAIRLINE = 0.5  # points: what the thinnest line reaches to both sides
_DEEPEST = 200  # states saved in one another


def read_content(data: bytes, resources: Resources) -> Content:
    """What a content stream shows and draws. Raises NotPlainError."""
    try:
        return _Reader(data, resources).read()
    except (ValueError, IndexError, KeyError, TypeError, OverflowError) as error:
        raise NotPlainError from error


class _Reader:
    def __init__(self, data: bytes, resources: Resources) -> None:
        if len(data) > LONGEST:
            raise NotPlainError
        self._tokens = words(data)
        self._resources = resources
        self._found = Content()
        self._saved: list[tuple[Any, ...]] = []
        self._marks: list[int] = []
        self._points: list[tuple[float, float]] = []
        self._moves: list[tuple[int, float, float]] = []
        self._shows: list[tuple[int, bytes, float]] = []
        self._fonts: dict[tuple[bytes, bytes], tuple[PlainFont, float]] = {}
        self._width = 1.0
        self._last = -1

    def read(self) -> Content:
        """What the whole stream does. Raises NotPlainError, or as Python does where an operator lacks operands."""
        tokens, found = self._tokens, self._found
        kinds = np.fromiter(map(_KINDS.get, tokens, repeat(0)), dtype=np.int8, count=len(tokens))
        written, number = np.array(tokens, dtype=object), Floats()
        moves, shows = np.flatnonzero(kinds == _MOVE), np.flatnonzero(kinds == _SHOW)
        for at in np.flatnonzero(kinds == _OTHER).tolist():
            _OPERATORS[tokens[at]](self, at)
        steps = [np.array(list(map(number.__getitem__, written[moves - back].tolist()))) for back in (2, 1)]
        found.moves_at, found.moves = moves, np.stack(steps)
        found.shown_at, found.shown = shows, written[shows - 1].tolist()
        found.shifts = np.zeros(len(shows))
        self._add_moves()
        self._add_shows()
        return found

    def _add_moves(self) -> None:
        """Put the moves that were met one by one among those read in bulk."""
        if not self._moves:
            return
        places, x, y = zip(*self._moves, strict=True)
        found = self._found
        order, found.moves_at = _merged(found.moves_at, places)
        found.moves = np.concatenate((found.moves, (x, y)), axis=1)[:, order]

    def _add_shows(self) -> None:
        if not self._shows:
            return
        places, strings, shifts = zip(*self._shows, strict=True)
        found = self._found
        order, found.shown_at = _merged(found.shown_at, places)
        found.shifts = np.concatenate((found.shifts, shifts))[order]
        both = [*found.shown, *strings]
        found.shown = [both[at] for at in order.tolist()]

    def _numbers(self, at: int, count: int) -> list[float]:
        if at < count:
            raise NotPlainError
        return list(map(float, self._tokens[at - count : at]))

    def _junk(self, at: int) -> None:
        raise NotPlainError

    # the state of the page

    def _save(self, at: int) -> None:
        found = self._found
        if len(self._saved) >= _DEEPEST:
            raise NotPlainError
        state = (found.space.values[-1], found.fonts.values[-1], found.spacing.values[-1], self._width)
        self._saved.append(state)

    def _restore(self, at: int) -> None:
        if self._saved:
            space, font, spacing, self._width = self._saved.pop()
            self._found.space.set(at, space)
            self._found.fonts.set(at, font)
            self._found.spacing.set(at, spacing)

    def _transform(self, at: int) -> None:
        a, b, c, d, e, f = self._numbers(at, 6)
        self._found.space.set(at, times((a, b, c, d, e, f), self._found.space.values[-1]))

    def _line_width(self, at: int) -> None:
        (self._width,) = self._numbers(at, 1)

    def _line_style(self, at: int) -> None:
        width = self._resources.line_width(self._tokens[at - 1][1:].decode("latin-1"))
        self._width = self._width if width is None else width

    # text

    def _begin(self, at: int) -> None:
        self._found.bases.set(at, IDENTITY)

    def _place(self, at: int) -> None:
        self._found.bases.set(at, tuple(self._numbers(at, 6)))

    def _font(self, at: int) -> None:
        key = self._tokens[at - 2], self._tokens[at - 1]
        if key not in self._fonts:
            self._fonts[key] = self._resources.font(key[0][1:].decode("latin-1")), float(key[1])
        self._found.fonts.set(at, self._fonts[key])

    def _spaced(self, at: int) -> None:
        (value,) = self._numbers(at, 1)
        now: Spacing = self._found.spacing.values[-1]
        values = list(now)
        which = _SPACINGS.index(self._tokens[at])
        values[which] = value / 100 if which == 2 else value
        self._found.spacing.set(at, Spacing(*values))

    def _next_line(self, at: int) -> None:
        self._moves.append((at, 0.0, -self._found.spacing.values[-1].leading))

    def _move_and_lead(self, at: int) -> None:
        x, y = self._numbers(at, 2)
        now: Spacing = self._found.spacing.values[-1]
        self._found.spacing.set(at, now._replace(leading=-y))
        self._moves.append((at, x, y))

    def _next_line_shown(self, at: int) -> None:
        if self._tokens[at] == b'"':
            raise NotPlainError
        self._next_line(at)
        self._shows.append((at, self._tokens[at - 1], 0.0))

    def _show_parts(self, at: int) -> None:
        shift = 0.0
        for token in self._operands(at, b"[", at - self._last)[:-1]:
            if token[0] in b"<(":
                self._shows.append((at, token, shift))
                shift = 0.0
            else:
                shift += float(token)
        if shift:
            self._shows.append((at, b"<>", shift))
        self._last = at

    def _operands(self, at: int, opening: bytes, reach: int) -> list[bytes]:
        """What stands between a bracket and an operator."""
        tokens = self._tokens
        for first in range(at - 1, max(-1, at - reach), -1):
            if tokens[first] == opening:
                return tokens[first + 1 : at]
        raise NotPlainError

    # marks

    def _mark(self, at: int) -> None:
        self._marks.append(self._marks[-1] if self._marks else -1)

    def _mark_with(self, at: int) -> None:
        text = self._actual_text(at)
        if not text:
            self._mark(at)
            return
        self._marks.append(len(self._found.texts))
        self._found.actual.set(at, len(self._found.texts))
        self._found.texts.append(text)

    def _actual_text(self, at: int) -> str | None:
        """The text that a mark says its content stands for."""
        tokens = self._tokens
        raw: bytes | None = None
        if tokens[at - 1] == b">>":
            if tokens[at - 3] == b"/ActualText":
                token = tokens[at - 2]
                if len(token) == 10 and token.startswith(b"<FEFF"):
                    return chr(int(token[5:9], 16))
                raw = string(token)
            else:
                about = self._operands(at, b"<<", _REACH)
                if b"/ActualText" in about:
                    raw = string(about[about.index(b"/ActualText") + 1])
        else:
            raw = self._resources.actual(tokens[at - 1][1:].decode("latin-1"))
        if raw is None:
            return None
        if len(raw) > _LONGEST_TEXT:
            raise NotPlainError
        return raw[2:].decode("utf-16-be") if raw.startswith(b"\xfe\xff") else raw.decode("latin-1")

    def _unmark(self, at: int) -> None:
        if self._marks:
            self._marks.pop()
        actual = self._marks[-1] if self._marks else -1
        if actual != self._found.actual.values[-1]:
            self._found.actual.set(at, actual)

    # drawing

    def _point(self, at: int) -> None:
        x, y = self._numbers(at, 2)
        self._points.append((x, y))

    def _curve(self, at: int) -> None:
        numbers = self._numbers(at, 6 if self._tokens[at] == b"c" else 4)
        self._points += zip(numbers[::2], numbers[1::2], strict=True)

    def _rectangle(self, at: int) -> None:
        x, y, wide, tall = self._numbers(at, 4)
        self._points += ((x, y), (x + wide, y + tall))

    def _paint(self, at: int) -> None:
        points, self._points = self._points, []
        if len(points) < 2:
            return
        (left, right), (bottom, top) = ((min(side), max(side)) for side in zip(*points, strict=True))
        stroked = self._tokens[at] in _STROKES
        more = self._width if stroked else 0.0
        corners = moved((left - more, bottom - more, right + more, top + more), self._found.space.values[-1])
        if stroked and not more:
            left, bottom, right, top = corners
            corners = (left - _HAIRLINE, bottom - _HAIRLINE, right + _HAIRLINE, top + _HAIRLINE)
        self._found.drawn.append(Drawn(corners))

    def _drop_path(self, at: int) -> None:
        self._points = []

    def _do(self, at: int) -> None:
        if self._resources.image(self._tokens[at - 1][1:].decode("latin-1")):
            corners = moved((0.0, 0.0, 1.0, 1.0), self._found.space.values[-1])
            self._found.drawn.append(Drawn(corners, True))


_SPACINGS = (b"Tc", b"Tw", b"Tz", b"TL", b"Ts")
_STROKES = frozenset((b"S", b"s", b"B", b"B*", b"b", b"b*"))
_OPERATORS: dict[bytes, Callable[[_Reader, int], None]] = {
    b"q": _Reader._save,
    b"Q": _Reader._restore,
    b"cm": _Reader._transform,
    b"w": _Reader._line_width,
    b"gs": _Reader._line_style,
    b"BT": _Reader._begin,
    b"Tm": _Reader._place,
    b"Tf": _Reader._font,
    b"T*": _Reader._next_line,
    b"TD": _Reader._move_and_lead,
    b"TJ": _Reader._show_parts,
    b"BMC": _Reader._mark,
    b"BDC": _Reader._mark_with,
    b"EMC": _Reader._unmark,
    b"m": _Reader._point,
    b"l": _Reader._point,
    b"re": _Reader._rectangle,
    b"n": _Reader._drop_path,
    b"Do": _Reader._do,
    b"sh": _Reader._junk,
    **dict.fromkeys((b"'", b'"'), _Reader._next_line_shown),
    **dict.fromkeys(_SPACINGS, _Reader._spaced),
    **dict.fromkeys((b"c", b"v", b"y"), _Reader._curve),
    **dict.fromkeys((*_STROKES, b"f", b"F", b"f*"), _Reader._paint),
    **dict.fromkeys(_JUNK, _Reader._junk),
}
_KINDS = {b"Tj": _SHOW, b"Td": _MOVE, **dict.fromkeys(_OPERATORS, _OTHER)}


def _merged(places: Indices, others: Sequence[int]) -> tuple[Indices, Indices]:
    """The order that sorts two lists of places, one behind the other, and the places in that order."""
    both = np.concatenate((places, others))
    order = np.argsort(both, kind="stable")
    return order, both[order]
