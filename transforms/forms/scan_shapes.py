"""Rules, frames, panels and pictures on a scanned page: what is dark or tinted and is no character."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from transforms.forms.line import Box

_RULE_THICKNESS = 4.0  # points, as in a PDF
_RULE_LENGTH = 40.0
_SHAPE = 30.0
_CONTRAST = 12  # levels of grey between paper and what is printed on it
_MAX_SHAPES = 500


def shapes_of(image: npt.NDArray[np.uint8], dots: float) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """The rules and the other drawn areas of an image, in points; `dots` is the number of its pixels in a point."""
    import cv2

    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY) if image.ndim == 3 else image
    paper = int(np.bincount(grey.ravel(), minlength=256).argmax())
    printed = (np.abs(grey.astype(np.int16) - paper) > _CONTRAST).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(printed, connectivity=8)
    sides = stats[1:, 2:4] / dots
    large = np.flatnonzero(sides.max(axis=1) >= _SHAPE) + 1 if len(sides) else np.array([], dtype=int)
    rules: list[Box] = []
    shapes: list[Box] = []
    height, width = grey.shape[:2]
    for left, top, wide, tall, _ in stats[large][np.argsort(-stats[large][:, 4])][:_MAX_SHAPES].tolist():
        if wide >= 0.95 * width and tall >= 0.95 * height:
            continue
        box = Box(left / dots, top / dots, (left + wide) / dots, (top + tall) / dots)
        thin, long = sorted((wide / dots, tall / dots))
        if thin <= _RULE_THICKNESS and long >= _RULE_LENGTH:
            rules.append(box)
        elif thin >= _SHAPE:
            shapes.append(box)
    return tuple(rules), tuple(shapes)
