"""The characters of a PDF page, with their places and how they are set, as PDFium tells them."""

from __future__ import annotations

import ctypes
from collections import Counter, deque
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import repeat
from math import hypot
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as raw_pdfium

from transforms.errors import PageError
from transforms.forms.line import Box
from transforms.forms.pdf.fonts import FontPieces
from transforms.forms.printed.lines.glyphs import Glyphs, Style

MAX_CHARS = 200_000
_HEADED = 1.12
_SAMPLE = 60
_SAME_BASE, _TOUCHING = 0.1, 0.5  # of the height: characters of one line, side by side
BLANKS = np.array([0xA0, 0x3000, 0xFEFF, 0xFFFE, 0xFFFF, 0xE5E5])
# the same functions of PDFium, told to take plain addresses: no objects are made for half a million numbers
_box_of = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t)(
    ctypes.cast(raw_pdfium.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)
_origin_of = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t, ctypes.c_size_t)(
    ctypes.cast(raw_pdfium.FPDFText_GetCharOrigin, ctypes.c_void_p).value or 0
)
_font_of = ctypes.CFUNCTYPE(
    ctypes.c_ulong, ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t, ctypes.c_ulong, ctypes.c_size_t
)(ctypes.cast(raw_pdfium.FPDFText_GetFontInfo, ctypes.c_void_p).value or 0)
_matrix_of = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t)(
    ctypes.cast(raw_pdfium.FPDFText_GetMatrix, ctypes.c_void_p).value or 0
)
_size_of = ctypes.CFUNCTYPE(ctypes.c_double, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(raw_pdfium.FPDFText_GetFontSize, ctypes.c_void_p).value or 0
)


class Styles:
    """Asks a page for the styles of its characters."""

    def __init__(self, text_page: pdfium.PdfTextPage, quarters: int, glyphs: Glyphs) -> None:
        self._glyphs = glyphs
        self._handle = ctypes.cast(text_page.raw, ctypes.c_void_p).value
        self._upright = quarters % 2
        self._matrix = raw_pdfium.FS_MATRIX()
        self._flags = ctypes.c_int()
        self._name = ctypes.create_string_buffer(256)
        self._places = tuple(map(ctypes.addressof, (self._name, self._flags, self._matrix)))

    def of(self, index: int) -> Style:
        """The style of one character; the raw size is unscaled, its matrix scales it."""
        handle, (name_at, flags_at, matrix_at) = self._handle, self._places
        length = _font_of(handle, index, name_at, 256, flags_at)
        name = _font_name(self._name.value) if 0 < length <= 256 else ""
        _matrix_of(handle, index, matrix_at)
        size = _size_of(handle, index)
        matrix = self._matrix
        a, b = matrix.a, matrix.b
        along, up = hypot(a, b), hypot(matrix.c, matrix.d)
        turned = (abs(b) > abs(a)) != bool(self._upright)
        if not name and size * up < _HEADED * self._usual:
            name = self._pieces.name(index)
        return Style(name, size * up, size * along, turned)

    @cached_property
    def _usual(self) -> float:
        """The height of most characters: a headline has too few for its font to be told from the pieces in it."""
        return float(np.median(self._glyphs.high)) if len(self._glyphs.high) else 0.0

    @cached_property
    def _pieces(self) -> FontPieces:
        glyphs = self._glyphs
        gap = glyphs.x[1:] - glyphs.right[:-1]
        level = np.abs(np.diff(glyphs.base)) < 0.05 * glyphs.high[1:]
        return FontPieces(self._handle, glyphs.index, level & (np.abs(gap) < 0.3 * glyphs.high[1:]))


@lru_cache(maxsize=256)
def _font_name(raw: bytes) -> str:
    name = raw.decode("latin-1")
    return name.partition("+")[2] or name


@dataclass(frozen=True, slots=True)
class View:
    """How the page is seen: the box that shows, turned by quarters clockwise until its text is upright."""

    left: float
    bottom: float
    right: float
    top: float
    quarters: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is seen, in points."""
        wide, tall = self.right - self.left, self.top - self.bottom
        return (tall, wide) if self.quarters % 2 else (wide, tall)

    def place(self, x: Any, y: Any) -> tuple[Any, Any]:
        """Points of the page as it is seen, from points of the PDF."""
        if self.quarters == 0:
            return x - self.left, self.top - y
        if self.quarters == 1:
            return y - self.bottom, x - self.left
        if self.quarters == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of the page as it is seen, in points from its top left corner, from the sides of one of the PDF."""
        (xa, ya), (xb, yb) = self.place(left, bottom), self.place(right, top)
        return Box(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))


def read_glyphs(page: pdfium.PdfPage, text_page: pdfium.PdfTextPage) -> tuple[Glyphs, Styles, View]:
    """The page's characters; `text_page` must stay alive as long as their styles are asked about.

    Raises PageError where a page has more characters than any that was printed.
    """
    count = text_page.count_chars()
    if count > MAX_CHARS:
        raise PageError(
            "decode", "too_many_characters", f"{count} characters on one PDF page: {MAX_CHARS} is the limit."
        )
    view = _view(page, text_page, count)
    glyphs = _glyphs(text_page, count, view)
    return glyphs, Styles(text_page, view.quarters, glyphs), view


def _view(page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, count: int) -> View:
    """Most of the text stands upright, whatever the page's own rotation says."""
    seen: Counter[int] = Counter()
    matrix = raw_pdfium.FS_MATRIX()
    for index in range(0, count, max(1, count // _SAMPLE)):
        if raw_pdfium.FPDFText_GetUnicode(text_page.raw, index) <= 0x20:
            continue  # blanks and line ends that PDFium adds stand upright whatever the text does
        if raw_pdfium.FPDFText_GetMatrix(text_page.raw, index, ctypes.byref(matrix)) and (matrix.a or matrix.b):
            upward = abs(matrix.b) > abs(matrix.a)
            seen[(1 if matrix.b > 0 else 3) if upward else (0 if matrix.a > 0 else 2)] += 1
    quarters = seen.most_common(1)[0][0] if seen else 0
    rect = raw_pdfium.FS_RECTF()
    if not raw_pdfium.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(rect)) or rect.right <= rect.left:
        width, height = page.get_size()
        return View(0.0, 0.0, width, height, quarters)
    return View(rect.left, rect.bottom, rect.right, rect.top, quarters)


def _glyphs(text_page: pdfium.PdfTextPage, count: int, view: View) -> Glyphs:
    boxes, points = np.zeros((count, 4), dtype=np.float32), np.zeros((count, 2), dtype=np.float64)
    handle = ctypes.cast(text_page.raw, ctypes.c_void_p).value
    box_at, point_at = boxes.ctypes.data, points.ctypes.data
    every, xs, ys = range(count), *(range(point_at + at, point_at + at + 16 * count, 16) for at in (0, 8))
    deque(map(_box_of, repeat(handle), every, range(box_at, box_at + 16 * count, 16)), maxlen=0)
    deque(map(_origin_of, repeat(handle), every, xs, ys), maxlen=0)
    codes = _codes(text_page, count)
    rect = boxes.astype(np.float64)
    left, top, right, bottom = rect[:, 0], rect[:, 1], rect[:, 2], rect[:, 3]
    seen = (codes > 0x20) & ~np.isin(codes, BLANKS) & (right > left) & (top > bottom)
    kept = np.flatnonzero(seen)
    place = points[kept]
    x, base = view.place(place[:, 0], place[:, 1])
    xa, ya = view.place(left[kept], bottom[kept])
    xb, yb = view.place(right[kept], top[kept])
    high = np.maximum(np.abs(xb - xa), np.abs(yb - ya))
    text = "".join(map(chr, codes[kept].tolist()))
    glyphs = Glyphs(text, kept, x, base, np.maximum(xa, xb), high, _spaced(text_page, codes, kept))
    return _forwards(glyphs) if view.quarters == 2 else glyphs


def _forwards(glyphs: Glyphs) -> Glyphs:
    """The characters of a page that stands on its head: where each is drawn by itself, PDFium gives lines backwards."""
    x, base, high = glyphs.x, glyphs.base, glyphs.high[1:]
    back = (np.diff(x) < 0) & (np.abs(np.diff(base)) < _SAME_BASE * high)
    back &= np.abs(x[:-1] - glyphs.right[1:]) < _TOUCHING * high
    order = np.lexsort((-np.arange(len(x)), np.concatenate(([0], np.cumsum(~back)))))
    return glyphs.take(order) if back.any() else glyphs


def _spaced(
    text_page: pdfium.PdfTextPage, codes: npt.NDArray[np.int64], index: npt.NDArray[np.int64]
) -> npt.NDArray[np.bool_]:
    """For each character whether a blank was drawn before it; PDFium adds blanks of its own, which tell nothing."""
    found = np.zeros(len(index), dtype=bool)
    for blank in np.flatnonzero((codes == 0x20) | np.isin(codes, BLANKS)).tolist():
        if not raw_pdfium.FPDFText_IsGenerated(text_page.raw, blank):
            after = int(np.searchsorted(index, blank))
            found[after : after + 1] = True
    return found


def _codes(text_page: pdfium.PdfTextPage, count: int) -> npt.NDArray[np.int64]:
    """The code point of each character; all in one call where none takes two units of UTF-16."""
    handle = text_page.raw
    if count:
        buffer = (ctypes.c_ushort * (count + 1))()
        if raw_pdfium.FPDFText_GetText(handle, 0, count, buffer) == count + 1:
            units: npt.NDArray[np.int64] = np.array(buffer[:count], dtype=np.int64)
            if not ((units >= 0xD800) & (units < 0xE000)).any() and units.all():
                return units
    codes = np.array([raw_pdfium.FPDFText_GetUnicode(handle, i) for i in range(count)], dtype=np.int64)
    codes[(codes > 0x10FFFF) | ((codes >= 0xD800) & (codes < 0xE000))] = 0xFFFD
    return codes
