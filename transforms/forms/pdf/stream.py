"""What a content stream of a PDF page does: the words that it is written in, and what these show, move and draw."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from transforms.forms.pdf.charmaps import PlainFont

_TOKEN = re.compile(
    rb"[^\x00\t\n\f\r ()<>\[\]{}/%]++|<[0-9A-Fa-f\x00\t\n\f\r ]*+>|/[^\x00\t\n\f\r ()<>\[\]{}/%]*+|[\[\]]|<<|>>"
    rb"|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*+\))*+\)|[(){}<>%]",
    re.S,
)
_BLANK, _OPENS, _CLOSES, _BRACKET, _REGULAR = range(5)
_CLASSES = np.full(256, _REGULAR, dtype=np.uint8)
_CLASSES[list(b"\t\n\x0b\f\r ")] = _BLANK
_CLASSES[list(b"<")], _CLASSES[list(b">")] = _OPENS, _CLOSES
_CLASSES[list(b"()[]{}%\0")] = _BRACKET
Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]
Matrix = tuple[float, float, float, float, float, float]
Corners = tuple[float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Something drawn: the corners of its box (left, bottom, right, top), and whether it is an image."""

    corners: Corners
    image: bool = False


@dataclass(slots=True)
class Series:
    """The values that a part of the state takes on, each from a place in the stream on."""

    places: list[int]
    values: list[Any]

    def set(self, place: int, value: Any) -> None:
        """Note what the value is from `place` on; places come in the order of the stream."""
        self.places.append(place)
        self.values.append(value)


class Spacing(NamedTuple):
    """How characters are spaced: Tc, Tw, Tz as a share, TL and Ts, in units of text."""

    character: float = 0.0
    word: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass(slots=True)
class Content:
    """What a content stream does, by the places of its operators.

    Shows are strings, as they are written, with the shift before each in thousandths of an em; moves are relative to
    the last base, a matrix. `actual` numbers the texts that stand for what is shown, -1 for none.
    """

    shown: list[bytes] = field(default_factory=list)
    shown_at: Indices = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    shifts: Floats = field(default_factory=lambda: np.zeros(0))
    moves_at: Indices = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    moves: Floats = field(default_factory=lambda: np.zeros((2, 0)))
    bases: Series = field(default_factory=lambda: Series([-1], [IDENTITY]))
    space: Series = field(default_factory=lambda: Series([-1], [IDENTITY]))
    fonts: Series = field(default_factory=lambda: Series([-1], [(None, 0.0)]))
    spacing: Series = field(default_factory=lambda: Series([-1], [Spacing()]))
    actual: Series = field(default_factory=lambda: Series([-1], [-1]))
    texts: list[str] = field(default_factory=list)
    drawn: list[Drawn] = field(default_factory=list)


class Resources(Protocol):
    """What the names in a content stream mean."""

    def font(self, name: str) -> PlainFont:
        """A font."""

    def actual(self, name: str) -> bytes | None:
        """The text that what is marked with these properties stands for, where they tell one."""

    def line_width(self, name: str) -> float | None:
        """The width of lines that a state of drawing sets, if it does."""

    def image(self, name: str) -> bool:
        """Whether an object is an image, else it is a drawing without text."""


def words(data: bytes) -> list[bytes]:
    """The words of a stream. Where blanks part them all, as some programs write, they are found three times as fast."""
    parted = data.replace(b"/", b" /").replace(b"<<", b" << ").replace(b">>", b" >> ")
    kind = _CLASSES[np.frombuffer(b" " + parted + b" ", dtype=np.uint8)]
    here, before, after = kind[1:-1], kind[:-2], kind[2:]
    joined = (here == _OPENS) & (before > _OPENS) | (here == _CLOSES) & (after > _CLOSES) | (here == _BRACKET)
    return _TOKEN.findall(data) if joined.any() else parted.split()


def times(first: Matrix, second: Matrix) -> Matrix:
    """One transformation after the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def moved(box: Corners, matrix: Matrix) -> Corners:
    """The box around a box that a matrix has turned or stretched (left, bottom, right, top)."""
    left, bottom, right, top = box
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
    ys = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
    return min(xs), min(ys), max(xs), max(ys)
