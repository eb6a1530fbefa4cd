"""Pages of plainly made PDF files read without PDFium, several times as fast: characters, their styles, what is drawn.

Most programs that publishers print with write plainly. What is not understood raises NotPlainError: PDFium reads it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from transforms.forms.pdf.charmaps import PlainFont, plain_font
from transforms.forms.pdf.content import View
from transforms.forms.pdf.drawn import drawing_of
from transforms.forms.pdf.objects import Objects, Stream
from transforms.forms.pdf.operators import LONGEST, read_content
from transforms.forms.pdf.places import place_glyphs
from transforms.forms.pdf.stream import Indices
from transforms.forms.pdf.syntax import NotPlainError, Ref
from transforms.forms.printed.drawing import Drawing
from transforms.forms.printed.lines.glyphs import Glyphs, Style

_MOST_PAGES = 10_000
_MOST_PARTS = 1000  # of a page's content
_INHERITED = ("Resources", "MediaBox", "CropBox")


@dataclass(frozen=True, slots=True)
class PlainPage:
    """What is printed on a page, and whether it holds an image; `styles` tell how a character is set, by its index."""

    glyphs: Glyphs
    styles: PlainStyles
    drawing: Drawing
    image: bool


class PlainStyles:
    """The styles of a page's characters."""

    def __init__(self, styles: Sequence[Style], of: Indices) -> None:
        self._styles = styles
        self._of: list[int] = of.tolist()

    def of(self, index: int) -> Style:
        """The style of one character."""
        return self._styles[self._of[index]]


class PlainDocument:
    """A file whose pages are read one by one. Raises NotPlainError where the file as a whole is not understood."""

    def __init__(self, raw: bytes) -> None:
        self._objects = Objects(raw)
        self._fonts: dict[Ref, PlainFont] = {}
        self._pages = list(_pages(self._objects))
        if not self._pages:
            raise NotPlainError

    def __len__(self) -> int:
        return len(self._pages)

    def page(self, index: int) -> PlainPage:
        """One page, from 0. Raises NotPlainError."""
        try:
            with np.errstate(all="ignore"):
                return self._page(index)
        except (ValueError, TypeError, IndexError, KeyError, OverflowError) as error:
            raise NotPlainError from error

    def _page(self, index: int) -> PlainPage:
        about = self._pages[index]
        view = _view(self._objects, about)
        resources = _Named(self._objects, self._objects.dictionary(about.get("Resources", {})), self._fonts)
        content = read_content(self._stream(about), resources)
        glyphs, styles, styled = place_glyphs(content, view)
        if not np.isfinite([drawn.corners for drawn in content.drawn]).all():
            raise NotPlainError
        boxes = ((view.box(*drawn.corners), drawn.image) for drawn in content.drawn)
        drawing, image = drawing_of(boxes, view.size, index + 1)
        return PlainPage(glyphs, PlainStyles(styles, styled), drawing, image)

    def _stream(self, about: dict[str, Any]) -> bytes:
        objects = self._objects
        found = objects.get(about.get("Contents"))
        parts: list[bytes] = []
        for part in found if isinstance(found, list) else [found]:
            parts.append(objects.unpacked(part))
            if sum(map(len, parts)) > LONGEST or len(parts) > _MOST_PARTS:
                raise NotPlainError
        return b"\n".join(parts)


class _Named:
    """The named resources of a page."""

    def __init__(self, objects: Objects, about: dict[str, Any], fonts: dict[Ref, PlainFont]) -> None:
        self._objects, self._about, self._shared = objects, about, fonts
        self._fonts: dict[str, PlainFont] = {}
        self._categories: dict[str, Any] = {}

    def _find(self, category: str, name: str) -> Any:
        if category not in self._categories:
            self._categories[category] = self._objects.get(self._about.get(category))
        about = self._categories[category]
        return about.get(name) if isinstance(about, dict) else None

    def font(self, name: str) -> PlainFont:
        """A font, taken apart once a file."""
        if name not in self._fonts:
            value = self._find("Font", name)
            font = self._shared.get(value) if isinstance(value, Ref) else None
            if font is None:
                font = plain_font(self._objects, value)
                if isinstance(value, Ref):
                    self._shared[value] = font
            self._fonts[name] = font
        return self._fonts[name]

    def actual(self, name: str) -> bytes | None:
        """The text that what is marked with these properties stands for, where they tell one."""
        found = self._value("Properties", name, "ActualText")
        return found if isinstance(found, bytes) else None

    def line_width(self, name: str) -> float | None:
        """The width of lines that a state of drawing sets, if it does."""
        found = self._value("ExtGState", name, "LW")
        return float(found) if isinstance(found, int | float) else None

    def _value(self, category: str, name: str, key: str) -> Any:
        about = self._objects.get(self._find(category, name))
        return self._objects.get(about.get(key)) if isinstance(about, dict) else None

    def image(self, name: str) -> bool:
        """Whether an object is an image, else it is a drawing without text."""
        stream = self._objects.get(self._find("XObject", name))
        if not isinstance(stream, Stream):
            raise NotPlainError
        if stream.about.get("Subtype") == "Image":
            return True
        inner = self._objects.get(stream.about.get("Resources"))
        if not isinstance(inner, dict) or "Font" in inner or "XObject" in inner:
            raise NotPlainError
        return False


def _pages(objects: Objects) -> Iterator[dict[str, Any]]:
    """The dictionaries of the pages, with what they inherit."""
    root = objects.dictionary(objects.trailer.get("Root"))
    waiting: list[tuple[Any, dict[str, Any]]] = [(root.get("Pages"), {})]
    seen = 0
    while waiting:
        value, inherited = waiting.pop()
        seen += 1
        about = objects.dictionary(value)
        inherited = {**inherited, **{name: about[name] for name in _INHERITED if name in about}}
        if seen > _MOST_PAGES:
            raise NotPlainError
        if about.get("Type") == "Page":
            yield {**about, **inherited}
        elif about.get("Type") == "Pages":
            kids = objects.get(about.get("Kids"))
            if not isinstance(kids, list):
                raise NotPlainError
            waiting += ((kid, inherited) for kid in reversed(kids))
        else:
            raise NotPlainError


def _view(objects: Objects, about: dict[str, Any]) -> View:
    """What of the page is seen."""
    if "UserUnit" in about:
        raise NotPlainError
    left, bottom, right, top = _sides(objects, about.get("MediaBox"))
    if "CropBox" in about:
        a, b, c, d = _sides(objects, about["CropBox"])
        left, bottom, right, top = max(left, a), max(bottom, b), min(right, c), min(top, d)
    if not (left < right and bottom < top):
        raise NotPlainError
    return View(left, bottom, right, top, 0)


def _sides(objects: Objects, value: Any) -> tuple[float, float, float, float]:
    numbers = objects.numbers(value)
    if len(numbers) != 4 or not all(np.isfinite(numbers)):
        raise NotPlainError
    x0, y0, x1, y1 = numbers
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
