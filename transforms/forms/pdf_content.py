"""What a PDF page holds: characters with their boxes, and the rules, frames and pictures around them."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw_pdfium

from transforms.forms.line import Box

_RULE_THICKNESS = 4.0
_RULE_LENGTH = 24.0
_MAX_SHAPES = 4000
_BOX_OBJECTS = (raw_pdfium.FPDF_PAGEOBJ_PATH, raw_pdfium.FPDF_PAGEOBJ_IMAGE, raw_pdfium.FPDF_PAGEOBJ_SHADING)


@dataclass(frozen=True, slots=True)
class Char:
    """A printed character; origin of the box top left, in points. `index` finds it again in its PDF page.

    `spaced` tells that the page has a blank before it.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    index: int
    spaced: bool


@dataclass(frozen=True, slots=True)
class PageContent:
    """One PDF page. `rules` are thin lines, `shapes` all other drawn areas and images."""

    number: int
    width: float
    height: float
    chars: tuple[Char, ...]
    rules: tuple[Box, ...]
    shapes: tuple[Box, ...]


def read_content(page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, number: int) -> PageContent:
    """The page's characters and shapes; `text_page` must stay alive as long as its characters are asked about."""
    width, height = page.get_size()
    rules, shapes = _drawn(page, width, height)
    return PageContent(number, width, height, tuple(_chars(text_page, height)), tuple(rules), tuple(shapes))


def _chars(text_page: pdfium.PdfTextPage, height: float) -> list[Char]:
    handle = text_page.raw
    unicode_of, box_of = raw_pdfium.FPDFText_GetUnicode, raw_pdfium.FPDFText_GetLooseCharBox
    rect = raw_pdfium.FS_RECTF()
    pointer = ctypes.byref(rect)
    found, spaced = [], False
    for index in range(text_page.count_chars()):
        code = unicode_of(handle, index)
        if code <= 0x20 or code in (0xA0, 0x3000, 0xFFFE, 0xFFFF) or not box_of(handle, index, pointer):
            spaced = True
            continue
        if rect.right > rect.left and rect.top > rect.bottom:
            box = (rect.left, height - rect.top, rect.right, height - rect.bottom)
            found.append(Char(chr(code), *box, index, spaced))
            spaced = False
    return found


def font_of(text_page: pdfium.PdfTextPage, index: int) -> tuple[str, float]:
    """Name of the font and size in points of one character; the raw size is unscaled, its matrix scales it."""
    handle, flags = text_page.raw, ctypes.c_int()
    length = raw_pdfium.FPDFText_GetFontInfo(handle, index, None, 0, ctypes.byref(flags))
    name = ctypes.create_string_buffer(max(1, length))
    raw_pdfium.FPDFText_GetFontInfo(handle, index, name, length, ctypes.byref(flags))
    matrix = raw_pdfium.FS_MATRIX()
    raw_pdfium.FPDFText_GetMatrix(handle, index, ctypes.byref(matrix))
    size = raw_pdfium.FPDFText_GetFontSize(handle, index) * float((matrix.b**2 + matrix.d**2) ** 0.5)
    return name.value.decode("latin-1"), size


def _drawn(page: pdfium.PdfPage, width: float, height: float) -> tuple[list[Box], list[Box]]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pointers = tuple(ctypes.byref(x) for x in (left, bottom, right, top))
    rules: list[Box] = []
    shapes: list[Box] = []
    for index in range(raw_pdfium.FPDFPage_CountObjects(page.raw)):
        item = raw_pdfium.FPDFPage_GetObject(page.raw, index)
        if raw_pdfium.FPDFPageObj_GetType(item) not in _BOX_OBJECTS:
            continue
        if not raw_pdfium.FPDFPageObj_GetBounds(item, *pointers) or len(rules) + len(shapes) >= _MAX_SHAPES:
            continue
        box = Box(left.value, height - top.value, right.value, height - bottom.value)
        wide, tall = box.x1 - box.x0, box.y1 - box.y0
        if wide >= 0.95 * width and tall >= 0.95 * height:
            continue
        if min(wide, tall) <= _RULE_THICKNESS and max(wide, tall) >= _RULE_LENGTH:
            rules.append(box)
        elif min(wide, tall) >= _RULE_LENGTH:
            shapes.append(box)
    return rules, shapes
