"""Scanned pages: an image's lines with their boxes by RapidOCR, an optional extra, then the same way as a PDF page."""

from __future__ import annotations

import io
import logging
import warnings
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from transforms.errors import PageError
from transforms.forms.line import Box, Form, Known
from transforms.forms.printed.drawing import Drawing
from transforms.forms.printed.lines.lines import TextLine
from transforms.forms.printed.page import PrintedPage, set_page, write_pages
from transforms.forms.printed.regions.regions import measures
from transforms.forms.scan_shapes import shapes_of

_BODY = 9.5  # points: what body text is taken to measure, since an image tells no lengths
_MAX_PIXELS = 120_000_000
_MAX_FRAMES = 20
_WIDEST = 4000  # pixels: a page whose longer side is more is read at this size
_LEAST_SURE = 0.5
_PADDING = 0.35  # of an em: how much wider than its words a box is
_TALL = 1.35  # a box is so much higher than the em of its words
_SAME_SIZE = 1.15
_PICTURED = 0.1  # of a filled area: less of it covered by lines makes it a picture with words in it
Image = npt.NDArray[np.uint8]


def read_image(raw: bytes, media_type: str, known: Known) -> Form:
    """A scanned page as lines with evidence; boxes are in pixels. The frames of a TIFF are its pages.

    Raises PageError when OCR is not installed, or the image is damaged, too large, or shows no text.
    """
    _engine()
    pages: list[PrintedPage] = []
    for number, (image, shrunk) in enumerate(_quietly(_frames(raw)), 1):
        drawing, lines, dots = scanned_page(image, number)
        pages.append(set_page(drawing, lines, dots * shrunk))
    writer, known = write_pages(pages, known)
    if not writer.parts:
        raise PageError("decode", "image_without_text", "No text was found in the image.")
    return Form(media_type, None, "\n".join(writer.parts), tuple(writer.lines), known)


def scanned_page(image: Image, number: int, dots: float | None = None) -> tuple[Drawing, list[TextLine], float]:
    """What an image of a page shows, in points, and how many of its pixels make a point.

    `dots` is that number where it is known; else body text is taken to have the usual size.

    Raises PageError where OCR is not installed.
    """
    found = _engine()(image)
    lines = []
    if found.boxes is not None:
        lines = [
            _line(np.asarray(box, dtype=np.float64), text.strip())
            for box, text, sure in zip(found.boxes, found.txts, found.scores, strict=True)
            if text.strip() and sure >= _LEAST_SURE
        ]
    dots = dots or (measures(lines).size / _BODY if lines else 1.0)
    height, width = image.shape[:2]
    rules, shapes = shapes_of(image, dots)
    drawing = Drawing(number, width / dots, height / dots, rules, shapes)
    return drawing, _evened(_outside_pictures([_in_points(line, dots) for line in lines], shapes)), dots


def _outside_pictures(lines: list[TextLine], shapes: tuple[Box, ...]) -> list[TextLine]:
    """The lines without what was found in pictures: a sign, a banner, a shape taken for a letter.

    They are no words of the page. A tinted panel, by contrast, is filled with its lines.
    """
    found: set[int] = set()
    for shape in shapes:
        inside = [x for x in lines if _middle_in(x, shape)]
        covered = sum(x.width * (x.y1 - x.y0) for x in inside)
        if covered < _PICTURED * (shape.x1 - shape.x0) * (shape.y1 - shape.y0):
            found.update(map(id, inside))
    return [line for line in lines if id(line) not in found]


def _middle_in(line: TextLine, shape: Box) -> bool:
    middle = (line.x0 + line.x1) / 2
    return shape.x0 < middle < shape.x1 and shape.y0 < line.middle < shape.y1


@cache
def _engine() -> Any:
    try:
        from rapidocr import RapidOCR
    except ImportError as error:
        raise PageError(
            "decode", "picture_of_text", "The page is a picture of text: pip install banmian[ocr] to have it read."
        ) from error
    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return RapidOCR(params={"Global.log_level": "error", "Global.use_cls": False, "Global.max_side_len": _WIDEST})


def _quietly(frames: Iterator[tuple[Image, float]]) -> Iterator[tuple[Image, float]]:
    """The pages without Pillow's remarks: what is odd but can be read is nothing to tell a user."""
    while True:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            frame = next(frames, None)
        if frame is None:
            return
        yield frame


def _frames(raw: bytes) -> Iterator[tuple[Image, float]]:
    """The pages of an image, each with the number of its pixels that make one pixel of what is read."""
    from PIL import Image as Pillow
    from PIL import ImageSequence, UnidentifiedImageError

    Pillow.MAX_IMAGE_PIXELS = _MAX_PIXELS
    try:
        with Pillow.open(io.BytesIO(raw)) as opened:
            for number, frame in enumerate(ImageSequence.Iterator(opened)):
                if number >= _MAX_FRAMES:
                    raise PageError(
                        "decode", "too_many_pages", f"More than {_MAX_FRAMES} pages in one image: split it."
                    )
                if frame.width * frame.height > _MAX_PIXELS:
                    raise _too_large(f"{frame.width} x {frame.height} pixels")
                shrunk = max(1.0, max(frame.size) / _WIDEST)
                page = frame.convert("RGB")
                if shrunk > 1.0:
                    page = page.resize((round(page.width / shrunk), round(page.height / shrunk)))
                yield np.asarray(page), shrunk
    except Pillow.DecompressionBombError as error:
        raise _too_large(str(error)) from error
    except PageError:
        raise
    except UnidentifiedImageError as error:
        raise PageError(
            "decode", "damaged_image", "The file does not start as an image of its kind does: fetch it again."
        ) from error
    except Exception as error:
        # Pillow's decoders raise whatever their format's code raises
        raise PageError("decode", "damaged_image", f"The image cannot be opened ({error}): fetch it again.") from error


def _too_large(what: str) -> PageError:
    return PageError("decode", "image_too_large", f"{what}: {_MAX_PIXELS} pixels are the limit, scan it smaller.")


def _line(box: npt.NDArray[np.float64], text: str) -> TextLine:
    """A line that was found, in pixels; its size is what its words need of the width, but no more than its height."""
    (x0, y0), (x1, y1) = box.min(axis=0).tolist(), box.max(axis=0).tolist()
    ems = sum(1.0 if ord(c) > 0x2000 else 0.55 for c in text) + _PADDING
    vertical = y1 - y0 > 1.6 * (x1 - x0) and len(text) > 1
    long, short = (y1 - y0, x1 - x0) if vertical else (x1 - x0, y1 - y0)
    size = min(long / ems, short / 1.1) if len(text) > 3 else short / _TALL
    return TextLine(text, x0, y0, x1, y1, size, "", vertical)


def _in_points(line: TextLine, dots: float) -> TextLine:
    return replace(
        line, x0=line.x0 / dots, y0=line.y0 / dots, x1=line.x1 / dots, y1=line.y1 / dots, size=line.size / dots
    )


def _evened(lines: list[TextLine]) -> list[TextLine]:
    """Lines with the sizes that were printed: sizes that hardly differ are one, that of most of their characters."""
    weight: dict[float, int] = {}
    for line in lines:
        size = round(line.size, 1)
        weight[size] = weight.get(size, 0) + len(line.text)
    kept: list[float] = []
    nearest: dict[float, float] = {}
    for size in sorted(weight, key=lambda s: -weight[s]):
        home = min(kept, key=lambda k: abs(k - size), default=None)
        if home is None or not 1 / _SAME_SIZE < size / home < _SAME_SIZE:
            home = size
            kept.append(size)
        nearest[size] = home
    return [_shrunk(line, nearest[round(line.size, 1)]) for line in lines]


def _shrunk(line: TextLine, size: float) -> TextLine:
    """The line in its printed size, without the white that is found around its words."""
    if line.vertical:
        middle = (line.x0 + line.x1) / 2
        return replace(line, size=size, x0=middle - size / 2, x1=middle + size / 2)
    side = min(_PADDING * size / 2, line.width / 4)
    return replace(
        line, size=size, x0=line.x0 + side, x1=line.x1 - side, y0=line.middle - size / 2, y1=line.middle + size / 2
    )
