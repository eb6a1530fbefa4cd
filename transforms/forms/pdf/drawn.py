"""The rules, frames and pictures around the characters of a PDF page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw_pdfium

from transforms.forms.line import Box
from transforms.forms.pdf.content import View
from transforms.forms.printed.drawing import Drawing

_RULE_THICKNESS = 4.0
_RULE_LENGTH = 24.0
_BAND = 6.0  # what is thinner holds no line of text
_PIECE_LENGTH = 6.0  # of a rule that goes on from cell to cell
_NARROW_PAGE = 800.0  # points: on a page of less, a newspaper is printed smaller
_MAX_SHAPES = 4000
_MAX_DEPTH = 5  # forms in forms
_BOX_OBJECTS = frozenset((raw_pdfium.FPDF_PAGEOBJ_PATH, raw_pdfium.FPDF_PAGEOBJ_IMAGE, raw_pdfium.FPDF_PAGEOBJ_SHADING))
_object_at = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(raw_pdfium.FPDFPage_GetObject, ctypes.c_void_p).value or 0
)
_type_of = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(raw_pdfium.FPDFPageObj_GetType, ctypes.c_void_p).value or 0
)


def read_drawing(page: pdfium.PdfPage, view: View, number: int) -> tuple[Drawing, bool]:
    """What is drawn on the page beside its text, and whether it holds an image."""
    return drawing_of(_drawn(page, view), view.size, number)


def _drawn(page: pdfium.PdfPage, view: View) -> Iterator[tuple[Box, bool]]:
    handle = ctypes.cast(page.raw, ctypes.c_void_p).value
    objects = list(map(_object_at, repeat(handle), range(raw_pdfium.FPDFPage_CountObjects(page.raw))))
    for index, kind in enumerate(map(_type_of, objects)):
        if kind in _BOX_OBJECTS or kind == raw_pdfium.FPDF_PAGEOBJ_FORM:
            for left, bottom, right, top, image in _areas(raw_pdfium.FPDFPage_GetObject(page.raw, index)):
                yield view.box(left, bottom, right, top), image


def _areas(item: Any, depth: int = 0) -> Iterator[tuple[float, float, float, float, bool]]:
    """The bounds of an object, and whether it is an image; of a form, those of what it holds."""
    kind = raw_pdfium.FPDFPageObj_GetType(item)
    if kind == raw_pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
        matrix = raw_pdfium.FS_MATRIX()
        raw_pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix))
        for at in range(min(raw_pdfium.FPDFFormObj_CountObjects(item), _MAX_SHAPES)):
            for *sides, image in _areas(raw_pdfium.FPDFFormObj_GetObject(item, at), depth + 1):
                xs, ys = zip(*(_moved(matrix, x, y) for x in sides[::2] for y in sides[1::2]), strict=True)
                yield min(xs), min(ys), max(xs), max(ys), image
    elif kind in _BOX_OBJECTS:
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if raw_pdfium.FPDFPageObj_GetBounds(item, *map(ctypes.byref, (left, bottom, right, top))):
            yield left.value, bottom.value, right.value, top.value, kind == raw_pdfium.FPDF_PAGEOBJ_IMAGE


def _moved(matrix: Any, x: float, y: float) -> tuple[float, float]:
    return matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f


def drawing_of(drawn: Iterable[tuple[Box, bool]], size: tuple[float, float], number: int) -> tuple[Drawing, bool]:
    """What is drawn, the rules apart from other areas, and whether any of it is an image, as each tells."""
    rules: list[Box] = []
    shapes: list[Box] = []
    bands: list[Box] = []
    short: list[Box] = []
    image = False
    least = _RULE_LENGTH * min(1.0, size[0] / _NARROW_PAGE)
    for box, is_image in drawn:
        image = image or is_image
        if len(rules) + len(shapes) >= _MAX_SHAPES:
            break
        wide, tall = box.x1 - box.x0, box.y1 - box.y0
        if wide >= 0.95 * size[0] and tall >= 0.95 * size[1]:
            continue
        if min(wide, tall) <= _RULE_THICKNESS and max(wide, tall) >= least:
            rules.append(box)
        elif min(wide, tall) >= least:
            shapes.append(box)
        elif min(wide, tall) <= _RULE_THICKNESS and max(wide, tall) >= _PIECE_LENGTH and len(short) < _MAX_SHAPES:
            short.append(box)
        elif min(wide, tall) > _BAND and max(wide, tall) >= least and len(bands) < _MAX_SHAPES:
            bands.append(box)
    rules += _pieces(short, rules)
    return Drawing(number, *size, tuple(rules), tuple(shapes), tuple(bands)), image


def _pieces(short: Sequence[Box], rules: Sequence[Box]) -> list[Box]:
    """Short level pieces that go on where a rule ends or starts, as over a narrow cell of a table."""
    ends = {(round(rule.y0), round(x)) for rule in rules for x in (rule.x0, rule.x1)}
    near = {(y + down, x + along) for y, x in ends for down in (-1, 0, 1) for along in (-1, 0, 1)} if short else set()
    level = (box for box in short if box.x1 - box.x0 > box.y1 - box.y0)
    return [box for box in level if any((round(box.y0), round(x)) in near for x in (box.x0, box.x1))]
