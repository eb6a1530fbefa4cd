"""How wide the column is that each line of a page stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from transforms.forms.line import Line
from transforms.layout.bylines.datelines import opens_news
from transforms.layout.lines.indents import keeps_indents, rooms
from transforms.layout.lines.lists import listed
from transforms.layout.lines.widths import NARROW, SAMPLE_LINES, line_widths
from transforms.layout.wording.end_marks import ASKS, is_closed, is_terminal
from transforms.words.talk import turns

SLACK = 3  # a mark that may not open a line pulls a character down, or hangs out
LOOSE = 5
_HANGS = 2
HANGING = "，。、；：！？”’）》」』】"
_WINDOW = 8
_SET_IN = 4  # a first line is set in by two characters, which a dump often drops
_FEW = 3
_INDENT = 2


class Chunk(NamedTuple):
    """Lines with no empty line between them; `width` is their column's, 0 for one line or a ragged group."""

    first: int
    last: int
    width: int


@dataclass(frozen=True, slots=True)
class Columns:
    """What the widths of a page's lines tell.

    Of each line its width, that of its column (`local`) and its chunk; of each chunk whether paragraphs meet inside it
    (`dense`), whether it may be a headline (`few`, and `loose` where its last line is short), and the column before it.
    `set_in` is how much shorter first lines are, `last_stop` the last line with a full stop or at its end ……: no text
    begins after it. `keeps_indents` says that first lines have their blanks, `anew` are the lines of lists and talks.
    """

    lines: Sequence[Line]
    widths: Sequence[int]
    local: Sequence[int]
    chunk_of: Sequence[int]
    dense: Sequence[bool]
    few: Sequence[bool]
    loose: Sequence[bool]
    before: Sequence[int]
    set_in: int
    last_stop: int
    keeps_indents: bool
    anew: frozenset[int]

    def alone(self, i: int) -> bool:
        """Line i is a chunk of its own."""
        return self.lines[i].gap > 0 and (i + 1 == len(self.lines) or self.lines[i + 1].gap > 0)

    def solid(self, i: int) -> int:
        """The width of line i without the marks that may hang out behind it."""
        text = self.lines[i].text
        return self.widths[i] - 2 * (len(text) - len(text.rstrip(HANGING)))

    def fills(self, i: int, width: int) -> bool:
        """Line i is as wide as this, with or without the marks behind it."""
        return self.solid(i) - 1 <= width <= self.widths[i] + 1

    def opens_few(self, i: int) -> bool:
        """Line i is the first of two or three in its chunk."""
        ends = (n == len(self.lines) or self.lines[n].gap > 0 for n in (i + 2, i + 3) if n <= len(self.lines))
        return self.lines[i].gap > 0 and any(ends)


def read_columns(lines: Sequence[Line]) -> Columns:
    """The columns of a page's lines, which are at least one."""
    widths = line_widths(lines)
    indents = keeps_indents(lines)
    taken = [width + room for width, room in zip(widths, rooms(lines), strict=True)] if indents else widths
    texts = [line.text for line in lines]
    fields = listed(texts, (i for i, line in enumerate(lines) if line.gap))
    chunks = _chunks(lines, taken, fields)
    if indents:
        chunks = [part for chunk in chunks for part in _off_title(chunk, lines, taken, fields)]
    set_in = _SET_IN if indents else _set_in(chunks, widths)
    chunks = _settle(chunks, widths, lines, set_in)
    few = [_is_few(c, lines) for c in chunks]
    local: list[int] = []
    chunk_of: list[int] = []
    for number, chunk in enumerate(chunks):
        local.extend(_local_widths(chunk, widths))
        chunk_of.extend([number] * (chunk.last - chunk.first + 1))
    return Columns(
        lines,
        widths,
        local,
        chunk_of,
        [_dense(c, lines, widths) for c in chunks],
        few,
        [f and widths[c.last] < c.width - SLACK for f, c in zip(few, chunks, strict=True)],
        _nearest([c.width if c.last > c.first else 0 for c in chunks]),
        set_in,
        next((i for i in reversed(range(len(lines))) if "。" in lines[i].text or lines[i].text.endswith("……")), -1),
        indents,
        fields | turns(texts, is_terminal),
    )


def _set_in(chunks: Sequence[Chunk], widths: Sequence[int]) -> int:
    """How much shorter first lines are on this page: they are set in, and a dump often drops the blanks."""
    told = [c for c in chunks if c.width and c.last - c.first >= 3]
    shorter = sum(_SET_IN - 2 <= c.width - widths[c.first] <= _SET_IN + 2 for c in told)
    return _SET_IN if shorter * 2 > len(told) else 0


def usual_width(page: Columns, first: int, last: int) -> int:
    """The width that most lines but the last have; of a tie the widest, unless two marks hang out of its column."""
    counts: dict[int, int] = {}
    for i in range(first, min(last, first + SAMPLE_LINES)):
        width = page.widths[i] + page.set_in * (i == first)
        counts[width] = counts.get(width, 0) + 1
    most = max(counts.values())
    tied = [w for w, n in counts.items() if n == most]
    return min(tied) if len(tied) == 2 and max(tied) - min(tied) > SLACK else max(tied)


def _chunks(lines: Sequence[Line], widths: Sequence[int], fields: frozenset[int]) -> list[Chunk]:
    firsts = [i for i, line in enumerate(lines) if line.gap or not i]
    ends = [*(first - 1 for first in firsts[1:]), len(lines) - 1]
    return [Chunk(a, b, _chunk_width(lines, widths, a, b, fields)) for a, b in zip(firsts, ends, strict=True)]


def _off_title(chunk: Chunk, lines: Sequence[Line], widths: Sequence[int], fields: frozenset[int]) -> list[Chunk]:
    """A ragged group apart where lines at the edge, of which none says a sentence, stand over text that is set in."""
    first, last, width = chunk
    text = next((i for i in range(first, last) if lines[i].indent >= _INDENT), first)
    if width or text == first or any("。" in line.text or is_closed(line.text) for line in lines[first:text]):
        return [chunk]
    width = _chunk_width(lines, widths, text, last, fields)
    return [Chunk(first, text - 1, 0), Chunk(text, last, width)] if width else [chunk]


def _measure(lines: Sequence[Line], widths: Sequence[int], i: int) -> int:
    """The width of a line without a mark that may hang out of the column."""
    return widths[i] - 2 if lines[i].text[-1] in HANGING else widths[i]


def _chunk_width(lines: Sequence[Line], widths: Sequence[int], first: int, last: int, fields: frozenset[int]) -> int:
    """The column's width, where at least two lines before the last agree on it; 0 where none does.

    Lines that all end sentences, or are fields of a list, are paragraphs, whatever their widths.
    """
    if last - first < 2:
        return 0
    inner = [_measure(lines, widths, i) for i in range(first, last)]
    widest = max(inner)
    agreeing = [i for i, width in enumerate(inner, first) if width >= widest - SLACK]
    if len(agreeing) < 2 or widest < NARROW or all(i in fields or is_terminal(lines[i].text) for i in agreeing):
        return 0
    return widest


def _settle(chunks: list[Chunk], widths: Sequence[int], lines: Sequence[Line], set_in: int) -> list[Chunk]:
    """Short chunks weighed by their neighbours.

    A few open lines in no neighbour's width are no column; a chunk too short to tell takes the width of the nearest one
    that does tell, where its first or last line fills it.
    """
    sure = [c.width if c.last - c.first >= 4 or is_terminal(lines[c.last].text) else 0 for c in chunks]
    lefts, rights = _nearest(sure), _nearest(sure[::-1])[::-1]
    full = [max(widths[c.first : c.last]) if w else 0 for c, w in zip(chunks, sure, strict=True)]
    beside = zip(_nearest(full), _nearest(full[::-1])[::-1], strict=True)
    settled: list[Chunk] = []
    for chunk, left, right, longest in zip(chunks, lefts, rights, beside, strict=True):
        width = chunk.width
        if width and not sure[len(settled)]:
            width = next((w for w in (left, right) if w and abs(w - width) <= SLACK), 0)
        elif not width:
            width = _borrowed(chunk, left, right, widths, lines, set_in) or _alone_full(chunk, longest, widths)
        settled.append(Chunk(chunk.first, chunk.last, width))
    return settled


def _nearest(known: Sequence[int]) -> list[int]:
    """For each place the last width known before it."""
    found, before = [], 0
    for width in known:
        found.append(before)
        before = width or before
    return found


def _borrowed(chunk: Chunk, left: int, right: int, widths: Sequence[int], lines: Sequence[Line], set_in: int) -> int:
    """The width of the column before or after, where a chunk too short to tell its own fits it; 0 where none."""
    first, last = _measure(lines, widths, chunk.first), _measure(lines, widths, chunk.last)
    few = _is_few(chunk, lines)
    over = (chunk.first == chunk.last) if few else SLACK
    for w in (left, right):
        if w and abs(first - w) <= SLACK and last <= w + over and (first <= w + 2 or not few):
            return w
        full = not few or chunk.first == chunk.last or w - _HANGS <= last <= w + 1
        if w and set_in and full and _opens(chunk, w - set_in, widths, lines, w):
            return w
        if w and not few and _under_title(chunk, w, widths, lines):
            return w
    # a subheading and the first line of its paragraph may stand at the end of a column
    side = left or right
    fits = side and side - SLACK - _SET_IN <= last <= side + over
    if fits and abs(side - (right or side)) <= SLACK and first <= side:
        return side
    pair = chunk.last == chunk.first + 1
    return first if pair and _wrapped_pair(lines[chunk.first].text, lines[chunk.last].text) else 0


def _under_title(chunk: Chunk, width: int, widths: Sequence[int], lines: Sequence[Line]) -> bool:
    """Short lines that end in no mark, and right under them news of a few lines in this width."""
    first = chunk.first
    while first < chunk.last and widths[first] <= width - LOOSE and not is_closed(lines[first].text):
        first += 1
    inner = [_measure(lines, widths, i) for i in range(first, chunk.last)]
    ends = is_terminal(lines[chunk.last].text) and widths[chunk.last] <= width + SLACK
    news = first > chunk.first and opens_news(lines[first].text)
    return news and ends and bool(inner) and all(abs(w - width) <= SLACK for w in inner)


def _alone_full(chunk: Chunk, longest: tuple[int, int], widths: Sequence[int]) -> int:
    """The width of a line alone that is as long as the longest of the column beside it, marks at its edge and all."""
    width = widths[chunk.first]
    return width if chunk.first == chunk.last and width in longest and width >= NARROW else 0


def _opens(chunk: Chunk, first: int, widths: Sequence[int], lines: Sequence[Line], width: int) -> bool:
    """A paragraph of a few lines: the first set in, those after it full, the last no longer."""
    inner = (_measure(lines, widths, i) for i in range(chunk.first + 1, chunk.last))
    return (
        min(abs(w - first) for w in (widths[chunk.first], _measure(lines, widths, chunk.first))) <= _HANGS
        and all(abs(w - width) <= SLACK for w in inner)
        and _measure(lines, widths, chunk.last) <= width + SLACK
    )


def _wrapped_pair(upper: str, lower: str) -> bool:
    """Two lines that are one sentence of body text: the first wide and open, the second closed by a full stop."""
    return (
        is_terminal(lower)
        and not lower.endswith(ASKS)
        and not is_closed(upper)
        and len(lower) <= len(upper) + 1
        and len(upper) >= 8
    )


def _local_widths(chunk: Chunk, widths: Sequence[int]) -> list[int]:
    """For each line the width of the column around it; a long chunk may change its column on the way."""
    n = chunk.last - chunk.first + 1
    if not chunk.width or n <= 2 * _WINDOW:
        return [chunk.width] * n
    found = []
    for i in range(chunk.first, chunk.last + 1):
        around = sorted(widths[max(chunk.first, i - _WINDOW) : min(chunk.last, i + _WINDOW) + 1])
        found.append(min(around[-2] if len(around) > 2 else around[-1], chunk.width + 2))
    return found


def _dense(chunk: Chunk, lines: Sequence[Line], widths: Sequence[int]) -> bool:
    """Paragraphs follow each other in this chunk with no empty line between them."""
    if not chunk.width:
        return False
    return any(widths[i] < chunk.width - LOOSE and is_terminal(lines[i].text) for i in range(chunk.first, chunk.last))


def _is_few(chunk: Chunk, lines: Sequence[Line]) -> bool:
    """Up to four lines that end no sentence: they may be a headline, whose lines go on only in a full column."""
    if chunk.last - chunk.first > _FEW or is_closed(lines[chunk.last].text):
        return False
    return not any("。" in lines[i].text for i in range(chunk.first, chunk.last + 1))
