"""Rules, frames, panels and pictures on a scanned page: what is dark or tinted and is no character."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from transforms.forms.line import Box

_RULE_THICKNESS = 4.0  # points, as in a PDF
_RULE_LENGTH = 40.0
_SHAPE = 30.0
_CONTRAST = 12  # levels of grey between paper and what is printed on it
_FILLED = 0.5  # of its box: a picture or a tinted panel
_MAX_SHAPES = 500


def shapes_of(image: npt.NDArray[np.uint8], dots: float) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """The rules and the other drawn areas of an image, in points; `dots` is the number of its pixels in a point."""
    import cv2

    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY) if image.ndim == 3 else image
    paper = int(np.bincount(grey.ravel(), minlength=256).argmax())
    printed = (np.abs(grey.astype(np.int16) - paper) > _CONTRAST).astype(np.uint8)
    length = max(3, round(_RULE_LENGTH * dots))
    rules: list[Box] = []
    for kernel in (np.ones((1, length), np.uint8), np.ones((length, 1), np.uint8)):
        lines = cv2.morphologyEx(printed, cv2.MORPH_OPEN, kernel).astype(np.uint8)
        for box, _ in _components(lines, dots):
            if min(box.x1 - box.x0, box.y1 - box.y0) <= _RULE_THICKNESS:
                rules.append(box)
                printed[_pixels(box.y0, box.y1, dots), _pixels(box.x0, box.x1, dots)] = 0
    height, width = grey.shape[0] / dots, grey.shape[1] / dots
    shapes = [
        box
        for box, filled in _components(printed, dots)
        if min(box.x1 - box.x0, box.y1 - box.y0) >= _SHAPE
        and filled >= _FILLED
        and not (box.x1 - box.x0 >= 0.95 * width and box.y1 - box.y0 >= 0.95 * height)
    ]
    return tuple(rules), tuple(shapes)


def _components(mask: npt.NDArray[np.uint8], dots: float) -> list[tuple[Box, float]]:
    """Connected areas that are long enough to matter, in points, each with the share of its box that it fills."""
    import cv2

    _, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    found = [row for row in stats[1:].tolist() if max(row[2], row[3]) >= _SHAPE * dots]
    return [
        (Box(x / dots, y / dots, (x + wide) / dots, (y + tall) / dots), area / (wide * tall))
        for x, y, wide, tall, area in sorted(found, key=lambda row: -row[4])[:_MAX_SHAPES]
    ]


def _pixels(start: float, end: float, dots: float) -> slice:
    return slice(max(0, round(start * dots) - 1), round(end * dots) + 1)
