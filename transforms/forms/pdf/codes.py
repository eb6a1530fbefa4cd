"""Which characters the strings of a content stream stand for, by the fonts that they are set in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from transforms.forms.pdf.charmaps import PlainFont
from transforms.forms.pdf.content import MAX_CHARS
from transforms.forms.pdf.stream import Content, Floats, Indices
from transforms.forms.pdf.syntax import NotPlainError, strings


class Characters(NamedTuple):
    """Of each character its string, its code, its width in ems, and whether one byte tells it.

    `points` are code points: -1 where none is told, -2, -3 … for the first of the `texts`, the second …, where a code
    stands for several characters. `heights` has for each string that of its font's lines, in ems.
    """

    piece: Indices
    codes: Indices
    points: Indices
    widths: Floats
    single: npt.NDArray[np.bool_]
    heights: Floats
    texts: list[str]


def characters(content: Content, state: Indices) -> Characters:
    """The characters of all shows in order; `state` has for each show the index of its font in `content.fonts`.

    Raises NotPlainError where a show has no font, cuts a character in two, or the page has too many characters.
    """
    fonts, font_of_state = _numbered([font for font, _ in content.fonts.values])
    font = font_of_state[state]
    if (font < 0).any():
        raise NotPlainError
    data, long = strings(content.shown)
    each, lengths = np.array([font.bytes_each for font in fonts])[font], np.array(long)
    if (lengths % each).any() or len(data) > 2 * MAX_CHARS:
        raise NotPlainError
    counts = lengths // each
    piece = np.repeat(np.arange(len(lengths)), counts)
    within = np.arange(len(piece)) - np.repeat(np.cumsum(counts) - counts, counts)
    read = np.frombuffer(data + b"\0", dtype=np.uint8).astype(np.int64)
    at = (np.cumsum(lengths) - lengths)[piece] + within * each[piece]
    single = each[piece] == 1
    codes = np.where(single, read[at], read[at] * 256 + read[at + 1])
    known, which = np.unique(font[piece] * 65536 + codes, return_inverse=True)
    points, widths, texts = _looked_up(fonts, known.tolist())
    heights = np.array([font.height for font in fonts])[font]
    return Characters(piece, codes, points[which], widths[which], single, heights, texts)


def _numbered(fonts: Sequence[PlainFont | None]) -> tuple[list[PlainFont], Indices]:
    """The fonts without repetition, and the number of each among them, -1 where none is set."""
    number: dict[PlainFont, int] = {}
    of = [-1 if font is None else number.setdefault(font, len(number)) for font in fonts]
    return list(number), np.array(of)


def _looked_up(fonts: Sequence[PlainFont], keys: Sequence[int]) -> tuple[Indices, Floats, list[str]]:
    """Code points and widths of the characters that are used, as their fonts tell them."""
    points, widths, texts = [], [], []
    for key in keys:
        font, code = fonts[key >> 16], key & 0xFFFF
        text = font.texts.get(code, "")
        if len(text) > 1:
            texts.append(text)
        points.append(ord(text) if len(text) == 1 else -1 - len(texts) if text else -1)
        widths.append(font.width(code))
    return np.array(points, dtype=np.int64), np.array(widths), texts
