"""Pictures between two articles: given to the one that their captions speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.forms.line import Box
from transforms.forms.printed.lines.lines import TextLine
from transforms.forms.printed.pieces.pieces import Measures, is_headline, is_text
from transforms.forms.printed.regions.regions import Region

_BESIDE = 3.5  # of the body's size: the widest gutter
_CAPTION = 1.6  # of the body's size: how far a caption's line stands under its picture, or under the line before
_LEAST = 2  # pairs of characters that a caption shares with the article it belongs to
_HAN = re.compile(r"[一-龥]{2,}")
_CREDIT = re.compile(r"[。！？\s][^。！？]{2,20}[摄图绘]\Z")


def with_own_pictures(regions: Sequence[Region], rules: Sequence[Box], page: Measures) -> list[Region]:
    """The regions, where a picture at the edge of one belongs to its neighbour by what its caption says."""
    found = list(regions)
    for at, region in enumerate(regions):
        for picture in region.pictures if not region.framed else ():
            caption = _caption(picture, region, page)
            words = _pairs(_CREDIT.sub("", "".join(line.text for line in caption)))
            if not words:
                continue
            rest = [line for line in found[at].lines if line not in caption]
            own = len(words & _words(rest))
            for other, near in enumerate(found):
                if other == at or near.framed or not _stands_between(picture, rest, near, rules, page):
                    continue
                if len(words & _words(near.lines)) >= max(_LEAST, 2 * own + 1):
                    left = tuple(x for x in found[at].pictures if x != picture)
                    found[at] = replace(found[at], lines=tuple(rest), pictures=left)
                    found[other] = replace(near, lines=(*near.lines, *caption), pictures=(*near.pictures, picture))
                    break
    return found


def _caption(picture: Box, region: Region, page: Measures) -> list[TextLine]:
    """The small lines right under a picture."""
    found: list[TextLine] = []
    foot = picture.y1
    for line in sorted(region.lines, key=lambda x: x.y0):
        under = line.x0 > picture.x0 - 3 and line.x1 < picture.x1 + 3 and -2 < line.y0 - foot < _CAPTION * page.size
        if under and not is_text(line, page) and not is_headline(line, page) and not line.row:
            found.append(line)
            foot = line.y1
    return found


def _words(lines: Sequence[TextLine]) -> set[str]:
    return _pairs("".join(line.text for line in lines))


def _pairs(text: str) -> set[str]:
    return {run[n : n + 2] for run in _HAN.findall(text) for n in range(len(run) - 1)}


def _stands_between(picture: Box, own: Sequence[TextLine], near: Region, rules: Sequence[Box], page: Measures) -> bool:
    """Whether a picture stands beside all of its article and right beside another, with no rule between."""
    if not own or not near.lines:
        return False
    left, right = min(x.x0 for x in near.lines), max(x.x1 for x in near.lines)
    top, bottom = min(x.y0 for x in near.lines), max(x.y1 for x in near.lines)
    if min(bottom, picture.y1) - max(top, picture.y0) < 0.5 * (picture.y1 - picture.y0):
        return False
    if all(x.x1 <= picture.x0 + 2 for x in own):
        start, end = picture.x1, left
    elif all(x.x0 >= picture.x1 - 2 for x in own):
        start, end = right, picture.x0
    else:
        return False
    ruled = any(start - 2 <= r.x0 <= r.x1 <= end + 2 and r.y0 < picture.y1 and r.y1 > picture.y0 for r in rules)
    return -2 < end - start < _BESIDE * page.size and not ruled
