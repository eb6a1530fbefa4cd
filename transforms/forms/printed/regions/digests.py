"""News in brief in a box: short lines set apart, each over a paragraph of its own, under the title of them all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from transforms.forms.line import Box
from transforms.forms.printed.labels import is_label, names_section
from transforms.forms.printed.lines.lines import TextLine, style
from transforms.forms.printed.pieces.pieces import NAMES_WRITER, Measures, in_columns, is_text

_LARGER = 1.12  # times the size of body text: titles of items; smaller ones are subheadings under the title of all
_LONGEST = 30  # characters of an item's title
_LABEL = 8  # characters of the title over all of them
_INDENT = 0.9  # ems
_NEAR = 2.2  # ems: from one line of a title to the next, or to its text
_MARKS = frozenset("。；，：")
_CREDIT = re.compile(r"（[^（）。]{2,24}）\Z")
_NAME = re.compile(r"（[一-龥](?:[ \u3000]?[一-龥]){1,3}）\Z")


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of news: its title, the lines under it, and the name in brackets that closes it, as it does each."""

    title: tuple[TextLine, ...]
    text: tuple[TextLine, ...]
    signature: tuple[TextLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """The items of a box, and what stands over them all."""

    label: tuple[TextLine, ...]
    items: tuple[Item, ...]


def digest_of(lines: Sequence[TextLine], page: Measures, bands: Sequence[Box]) -> Digest | None:
    """The news in brief that a box holds, None where it holds something else; a title of all may stand on a band."""
    text = [line for line in lines if is_text(line, page)]
    top = min((line.y0 for line in text), default=0.0)
    over = [line for line in lines if line.y1 <= top + 1 and not is_text(line, page)]
    ordered = [line for column in _columns(lines, page) for line in column]
    titles = [at for at in range(len(ordered) - 1) if _is_title(ordered, at, page)]
    alike = {style(ordered[at]) for at in titles}
    label = tuple(line for line in over if style(line) not in alike)
    # a box or an opening is of the article around it
    if len(titles) < 2 or len(alike) > 1 or any(is_label(line.text, "box", "opening") for line in label):
        return None
    size = ordered[titles[0]].size
    if any(line.size > size and not _on_band(line, bands) and not names_section(line.text) for line in label):
        return None  # the headline of an article with subheadings
    ordered = [line for line in ordered if line not in label]
    if style(ordered[0]) not in alike or any(_is_odd(line, alike, page) for line in ordered):
        return None
    items = _items(ordered, alike)
    if len(items) < 2 or not all(item.text for item in items) or not _told(items, label, page):
        return None
    signed = [_signed(item) for item in items]
    return Digest(label, tuple(signed if all(item.signature for item in signed) else items))


def section_title(lines: Sequence[TextLine], page: Measures) -> TextLine | None:
    """The title of a section of news in brief (环球快讯) over pieces whose titles are no larger than the text."""
    first = min(lines, key=lambda line: (line.y0, line.x0), default=None)
    if first is None or is_text(first, page) or not names_section(first.text):
        return None
    ordered = [line for column in _columns(lines, page) for line in column if line is not first]
    titles = [ordered[at] for at in range(len(ordered) - 1) if _is_title(ordered, at, page)]
    return first if len(titles) > 1 and len(set(map(style, titles))) == 1 else None


def _columns(lines: Sequence[TextLine], page: Measures) -> list[list[TextLine]]:
    widest = sorted(lines, key=lambda x: (-x.width, x.x0))
    return [sorted(column, key=lambda x: (x.y0, x.x0)) for column in in_columns(widest, page)]


def _is_title(ordered: Sequence[TextLine], at: int, page: Measures) -> bool:
    """Whether a line set apart stands right over text that opens a paragraph."""
    line, below = ordered[at], ordered[at + 1]
    if is_text(line, page) or line.vertical or len(line.text) > _LONGEST or line.text[-1] in _MARKS:
        return False
    if NAMES_WRITER.search(line.text) or not is_text(below, page):
        return False
    left = min(x.x0 for x in ordered if x.x0 < line.x1 and x.x1 > line.x0)
    return 0 < below.y0 - line.y0 < _NEAR * page.size and below.x0 - left > _INDENT * page.size


def _on_band(line: TextLine, bands: Sequence[Box]) -> bool:
    return any(band.y1 - band.y0 < 3 * line.size and band.y0 <= line.middle <= band.y1 for band in bands)


def _is_odd(line: TextLine, titles: set[tuple[float, str]], page: Measures) -> bool:
    return not is_text(line, page) and style(line) not in titles


def _items(ordered: Sequence[TextLine], titles: set[tuple[float, str]]) -> list[Item]:
    found: list[tuple[list[TextLine], list[TextLine]]] = []
    for line in ordered:
        if style(line) not in titles:
            found[-1][1].append(line)
        elif found and not found[-1][1]:
            found[-1][0].append(line)
        else:
            found.append(([line], []))
    return [Item(tuple(title), tuple(text)) for title, text in found]


def _signed(item: Item) -> Item:
    """The item with its signature apart, which may begin in one line and end in the next."""
    last = item.text[-2:]
    found = _NAME.search("".join(line.text for line in last))
    at = next((n for n in range(len(last)) if "（" in "".join(line.text for line in last[-1 - n :])), None)
    if not found or at is None:
        return item
    *text, line = item.text[: len(item.text) - at]
    start = line.text.rindex("（")
    edge = line.x0 + line.width * start / len(line.text)
    text += [replace(line, text=line.text[:start].rstrip(), x1=edge)] if start else []
    if not text:
        return item
    after = item.text[len(item.text) - at :]
    return replace(item, text=tuple(text), signature=(replace(line, text=line.text[start:], x0=edge), *after))


def _told(items: Sequence[Item], label: Sequence[TextLine], page: Measures) -> bool:
    """Whether the titles are those of articles: larger than text under a title of all, or with a writer each."""
    larger = items[0].title[0].size >= _LARGER * page.size
    labelled = bool(label) and sum(len("".join(x.text.split())) for x in label) <= _LABEL
    credited = all(_CREDIT.search("".join(line.text for line in item.text[-2:])) for item in items)
    return (larger and labelled) or (credited and (larger or labelled))
