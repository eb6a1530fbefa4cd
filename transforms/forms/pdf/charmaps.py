"""What the codes of a PDF font stand for, and how wide they are, for fonts that tell both themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from transforms.forms.pdf.objects import Objects
from transforms.forms.pdf.syntax import NotPlainError, Raw, unhex

_CODES = 65536
_PART = re.compile(rb"<([0-9A-Fa-f\s]*+)>|(\[)|(\])")
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*+)>")
_MOST = 1_000_000  # codes told of in ranges: more tell of the same ones again and again
_LONGEST = 64  # characters that a code may stand for


@dataclass(frozen=True, slots=True, eq=False)
class PlainFont:
    """A font: for each code its text and its width as a share of the em; `height` is that of its lines.

    `bytes_each` is how many bytes make a code; a code that `texts` has not is not told of.
    """

    name: str
    bytes_each: int
    texts: dict[int, str]
    widths: dict[int, float]
    other_width: float
    height: float

    def width(self, code: int) -> float:
        """The width of a character in ems."""
        return self.widths.get(code, self.other_width)


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
    widths = _widths(objects, objects.get(inner["W"])) if "W" in inner else {}
    other = _number(objects, inner.get("DW", 1000)) / 1000
    name, height = _name(inner.get("BaseFont")), _height(objects, inner)
    return PlainFont(name, 2, _texts(objects, about, _CODES), widths, other, height)


def _height(objects: Objects, about: dict[str, Any]) -> float:
    described = objects.dictionary(about.get("FontDescriptor"))
    ascent, descent = (_number(objects, described.get(name, 0)) for name in ("Ascent", "Descent"))
    if ascent <= max(0, descent):
        raise NotPlainError
    return (ascent - (descent if descent < 0 else -descent)) / 1000


def _simple(objects: Objects, about: dict[str, Any], drawn: bool) -> PlainFont:
    """A font of up to 256 characters; one whose characters are drawings has its own measure."""
    first = objects.get(about.get("FirstChar", 0))
    told = objects.numbers(about.get("Widths"))
    if not isinstance(first, int) or not 0 <= first <= 256 - len(told):
        raise NotPlainError
    scale, name = 0.001, about.get("BaseFont")
    if drawn:
        matrix = objects.numbers(about.get("FontMatrix"))
        if len(matrix) != 6 or matrix[0] <= 0 or matrix[1] or matrix[2]:
            raise NotPlainError
        scale = matrix[0]
        described = objects.get(about.get("FontDescriptor"))
        name = described.get("FontName") if isinstance(described, dict) else None
    widths = {code: width * scale for code, width in enumerate(told, first) if width}
    height = 1.0 if drawn else _height(objects, about)
    return PlainFont(_name(name), 1, _texts(objects, about, 256), widths, 0.0, height)


def _name(value: Any) -> str:
    """A font's name without the mark of the subset that is embedded."""
    return (value.partition("+")[2] or value) if isinstance(value, str) else ""


def _number(objects: Objects, value: Any) -> float:
    found = objects.get(value)
    if not isinstance(found, int | float):
        raise NotPlainError
    return float(found)


def _widths(objects: Objects, told: Any) -> dict[int, float]:
    """`first [w w …]` and `first last w`, one after the other."""
    if not isinstance(told, list):
        raise NotPlainError
    widths: dict[int, float] = {}
    at = spent = 0
    while at + 1 < len(told):
        first, second = objects.get(told[at]), told[at + 1]
        if not isinstance(first, int) or spent > _MOST:
            raise NotPlainError
        if isinstance(second, Raw | list):
            found = objects.numbers(second)
            widths.update((code, width / 1000) for code, width in enumerate(found, first))
            at, spent = at + 2, spent + len(found)
        elif isinstance(second, int) and at + 2 < len(told):
            codes = range(first, min(second, _CODES - 1) + 1)
            widths.update(dict.fromkeys(codes, _number(objects, told[at + 2]) / 1000))
            at, spent = at + 3, spent + len(codes)
        else:
            raise NotPlainError
    return widths


def _texts(objects: Objects, about: dict[str, Any], codes: int) -> dict[int, str]:
    """What each code stands for: mostly one character."""
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
    return found.texts


class _Map:
    """The characters that codes stand for, as they are told."""

    def __init__(self, codes: int) -> None:
        self.texts: dict[int, str] = {}
        self._codes = codes
        self._spent = 0

    def set_characters(self, block: bytes) -> None:
        """Lines of a code and its character."""
        parts = _HEX.findall(block)
        for code, told in zip(parts[::2], parts[1::2], strict=False):
            if len(told) == 4:
                self.texts[int(code, 16)] = chr(int(told, 16))
            else:
                self._set(_number_of(code), told)

    def set_ranges(self, block: bytes) -> None:
        """Lines of a first code, a last code and either the first character or all of them in brackets."""
        parts = _PART.findall(block)
        at = 0
        while at + 2 < len(parts):
            first, last = _number_of(parts[at][0]), min(_number_of(parts[at + 1][0]), self._codes - 1)
            self._spent += max(0, last - first)
            if self._spent > _MOST:
                raise NotPlainError
            if parts[at + 2][1]:
                end = next((i for i in range(at + 3, len(parts)) if parts[i][2]), len(parts))
                for code, part in zip(range(first, last + 1), parts[at + 3 : end], strict=False):
                    self._set(code, part[0])
                at = end + 1
                continue
            told = parts[at + 2][0]
            at += 3
            if first == last:
                self._set(first, told)
            elif first < last:
                point = _number_of(told)
                self.texts.update(
                    zip(range(first, last + 1), map(chr, range(point, point + last - first + 1)), strict=True)
                )

    def _set(self, code: int, told: bytes) -> None:
        text = unhex(told).decode("utf-16-be", "replace")
        if code >= self._codes or len(text) > _LONGEST:
            raise NotPlainError
        self.texts[code] = text


def _number_of(digits: bytes) -> int:
    kept = b"".join(digits.split())
    if not 0 < len(kept) <= 4:
        raise NotPlainError
    return int(kept, 16)
