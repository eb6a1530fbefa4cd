"""What the codes of a PDF font stand for, and how wide they are, for fonts that tell both themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from transforms.forms.pdf_objects import NotPlainError, Objects, Raw, unhex

_CODES = 65536
_PART = re.compile(rb"<([0-9A-Fa-f\s]*+)>|(\[)|(\])")
_ONE_TO_ONE = re.compile(rb"(?:\s*+<[0-9A-Fa-f]{2,4}+>\s*+<[0-9A-Fa-f]{4}>)*+\s*")
_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")
_MOST = 1_000_000  # codes told of in ranges: more tell of the same ones again and again
_LONGEST = 64  # characters that a code may stand for
_UNKNOWN = -1
_FIRST_TEXT = -2

Ints = npt.NDArray[np.int32]
Widths = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class PlainFont:
    """A font: for each code its code point and its width as a share of the em; `height` is that of its lines.

    `bytes_each` is how many bytes make a code. A point of -1 is not told; -2, -3 … are the first of the `texts`, the
    second …, for codes that stand for several characters.
    """

    name: str
    bytes_each: int
    points: Ints
    widths: Widths
    height: float
    texts: list[str]


def plain_font(objects: Objects, value: Any) -> PlainFont:
    """The font that a dictionary describes. Raises NotPlainError where only PDFium knows what its codes mean."""
    about = objects.dictionary(value)
    kind = about.get("Subtype")
    if kind == "Type0":
        return _composite(objects, about)
    if kind in ("TrueType", "Type1", "MMType1", "Type3"):
        return _simple(objects, about, kind == "Type3")
    raise NotPlainError


def _composite(objects: Objects, about: dict[str, Any]) -> PlainFont:
    """A font of up to 65,536 characters, whose codes are the numbers of its glyphs."""
    if about.get("Encoding") != "Identity-H":
        raise NotPlainError
    inner = objects.dictionary(objects.get(about.get("DescendantFonts"))[0])
    points, texts = _points(objects, about, _CODES)
    widths = np.full(_CODES, _number(objects, inner.get("DW", 1000)), dtype=np.float64)
    if "W" in inner:
        _set_widths(widths, objects, objects.get(inner["W"]))
    return PlainFont(_name(inner.get("BaseFont")), 2, points, widths / 1000, _height(objects, inner), texts)


def _height(objects: Objects, about: dict[str, Any]) -> float:
    described = objects.dictionary(about.get("FontDescriptor"))
    ascent, descent = (_number(objects, described.get(name, 0)) for name in ("Ascent", "Descent"))
    if ascent <= max(0, descent):
        raise NotPlainError
    return (ascent - (descent if descent < 0 else -descent)) / 1000


def _simple(objects: Objects, about: dict[str, Any], drawn: bool) -> PlainFont:
    """A font of up to 256 characters; one whose characters are drawings has its own measure."""
    points, texts = _points(objects, about, 256)
    first = objects.get(about.get("FirstChar", 0))
    told = objects.numbers(about.get("Widths"))
    if not isinstance(first, int) or not 0 <= first <= 256 - len(told):
        raise NotPlainError
    scale, name, height = 0.001, about.get("BaseFont"), 1.0
    if drawn:
        matrix = objects.numbers(about.get("FontMatrix"))
        if len(matrix) != 6 or matrix[0] <= 0 or matrix[1] or matrix[2]:
            raise NotPlainError
        scale = matrix[0]
        described = objects.get(about.get("FontDescriptor"))
        name = described.get("FontName") if isinstance(described, dict) else None
    else:
        height = _height(objects, about)
    widths = np.zeros(256, dtype=np.float64)
    widths[first : first + len(told)] = told
    return PlainFont(_name(name), 1, points, widths * scale, height, texts)


def _name(value: Any) -> str:
    """A font's name without the mark of the subset that is embedded."""
    return (value.partition("+")[2] or value) if isinstance(value, str) else ""


def _number(objects: Objects, value: Any) -> float:
    found = objects.get(value)
    if not isinstance(found, int | float):
        raise NotPlainError
    return float(found)


def _set_widths(widths: Widths, objects: Objects, told: Any) -> None:
    """`first [w w …]` and `first last w`, one after the other."""
    if not isinstance(told, list):
        raise NotPlainError
    at = spent = 0
    while at + 1 < len(told):
        first, second = objects.get(told[at]), told[at + 1]
        if not isinstance(first, int) or not 0 <= first < _CODES:
            raise NotPlainError
        if isinstance(second, Raw | list):
            found = objects.numbers(second)[: _CODES - first]
            widths[first : first + len(found)] = found
            at += 2
        elif isinstance(second, int) and at + 2 < len(told):
            end = min(second, _CODES - 1) + 1
            widths[first:end] = _number(objects, told[at + 2])
            at, spent = at + 3, spent + end - first
            if spent > _MOST:
                raise NotPlainError
        else:
            raise NotPlainError


class _Map:
    """The characters that codes stand for, as they are told."""

    def __init__(self, codes: int) -> None:
        self.points: Ints = np.full(codes, _UNKNOWN, dtype=np.int32)
        self.texts: list[str] = []
        self._spent = 0

    def set_characters(self, block: bytes) -> None:
        """Lines of a code and its character."""
        if _ONE_TO_ONE.fullmatch(block):
            found = _HEX.findall(block)
            codes = [int(code, 16) for code in found[::2]]
            if codes and max(codes) >= len(self.points):
                raise NotPlainError
            self.points[codes] = [int(point, 16) for point in found[1::2]]
            return
        parts = [part[0] for part in _PART.findall(block)]
        for code, told in zip(parts[::2], parts[1::2], strict=False):
            self._set(_code(code), told)

    def set_ranges(self, block: bytes) -> None:
        """Lines of a first code, a last code and either the first character or all of them in brackets."""
        parts = _PART.findall(block)
        at = 0
        while at + 2 < len(parts):
            first, last = _code(parts[at][0]), min(_code(parts[at + 1][0]), len(self.points) - 1)
            self._spent += max(0, last - first)
            if self._spent > _MOST:
                raise NotPlainError
            if parts[at + 2][1]:
                end = next((i for i in range(at + 3, len(parts)) if parts[i][2]), len(parts))
                for code, part in zip(range(first, last + 1), parts[at + 3 : end], strict=False):
                    self._set(code, part[0])
                at = end + 1
                continue
            at += 3
            if first == last:
                self._set(first, parts[at - 1][0])
            elif first < last:
                point = _code(parts[at - 1][0])
                self.points[first : last + 1] = np.arange(point, point + last - first + 1)

    def _set(self, code: int, told: bytes) -> None:
        text = unhex(told).decode("utf-16-be", "replace")
        if code >= len(self.points) or len(text) > _LONGEST:
            raise NotPlainError
        if len(text) > 1:
            self.points[code] = _FIRST_TEXT - len(self.texts)
            self.texts.append(text)
        else:
            self.points[code] = ord(text) if text else _UNKNOWN


def _points(objects: Objects, about: dict[str, Any], codes: int) -> tuple[Ints, list[str]]:
    if "ToUnicode" not in about:
        raise NotPlainError
    found = _Map(codes)
    data = objects.unpacked(about["ToUnicode"])
    at = data.find(b"beginbf")
    while at >= 0 and (end := data.find(b"endbf", at)) >= 0:
        if data.startswith(b"char", at + 7):
            found.set_characters(data[at + 11 : end])
        elif data.startswith(b"range", at + 7):
            found.set_ranges(data[at + 12 : end])
        at = data.find(b"beginbf", end)
    points = found.points
    points[(points >= 0xD800) & (points < 0xE000)] = _UNKNOWN
    points[points == 0] = _UNKNOWN
    return points, found.texts


def _code(digits: bytes) -> int:
    kept = b"".join(digits.split())
    if not 0 < len(kept) <= 4:
        raise NotPlainError
    return int(kept, 16)
