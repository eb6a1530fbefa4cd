"""Hard-wrapped lines to units: a paragraph, or one line that stands for itself.

Widths are counted in half characters: a Chinese character is two, a Latin letter or digit one. A line as wide as its column
goes on in the next line, a shorter one ends its paragraph; blank lines decide only where the widths do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.forms.line import Form, Line
from transforms.mapped import Mapped, join_lines
from transforms.words.token import tokenize

CLOSED = re.compile(r"[。！？!?；;：:，,…][”’」』）)》】\]]*\Z")
TERMINAL = re.compile(r"[。！？!?…；][”’」』）)》】\]]*\Z")
_HANGING = "，。、；：！？”’）》」』】"
_OPENING = re.compile(r"[“‘（《「『【〔—…A-Za-z0-9]")
_MARKS = re.compile(r"[，。、；：！？“”‘’（）《》「」]")
_SQUEEZED = 0.8
_SAMPLE_LINES = 3000
_BRACKET_LINES = 16
_BRACKET = 40
_EDGE = 5
_TELLS = re.compile(r"(?:说|表示|介绍|认为|发现|指出|称|悉|了解)[，：]|：|，[^，]*，")
_ASKS = frozenset(
    ("c", "p", "uj", "uz", "ul", "d", "r", "m", "q", "f", "k", "u", "zg", "ud", "uv", "b")
)  # tags of such words
_REST = 12
_SAMPLE_CHANGE = 8
_MARKED = re.compile(r"[□■◆◇▲△★☆●◎]|——[^，。]{1,40}\Z")
_SIGNATURE = re.compile(r"[□■◎●]|[^，。（(]{0,24}(?:记者|通讯员)[\s/][^，。（(]*\Z|文/图|图/文")
_NEWS = re.compile(r"据?(?:新华社|中新社|本报|[一-龥]{1,8}?报)(?:讯|电|[一-龥]{0,12}\d{1,2}月\d{1,2}日电)")
_WINDOW = 8
SLACK = 3  # a mark that may not open a line pulls a character down, or hangs out
_LOOSE = 5
_TIGHT = 1
_SET_IN = 4  # a first line is set in by two characters, which a dump often drops
_NARROW = 12  # a column has at least six characters


@dataclass(slots=True)
class Unit:
    """Lines `first` to `last` of the page as one run; `width` is that of its column, 0 where no line tells."""

    first: int
    last: int
    words: Mapped
    width: int
    gap: int
    indent: int
    chunk: int
    role: str | None = None
    article: int | None = None

    @property
    def text(self) -> str:
        return self.words.text

    @property
    def n_lines(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Lines with no empty line between them; `width` is their column's, 0 for one line or a ragged group."""

    first: int
    last: int
    width: int


@dataclass(frozen=True, slots=True)
class _Measured:
    """What is known of each line: its width, that of its column, its chunk; of each chunk whether paragraphs meet inside it,
    and the last column before it; and how much shorter first lines are."""

    lines: Sequence[Line]
    widths: Sequence[int]
    local: Sequence[int]
    chunk_of: Sequence[int]
    dense: Sequence[bool]
    few: Sequence[bool]
    loose: Sequence[bool]
    before: Sequence[int]
    set_in: int

    def alone(self, i: int) -> bool:
        """Line i is a chunk of its own."""
        return self.lines[i].gap > 0 and (i + 1 == len(self.lines) or self.lines[i + 1].gap > 0)


def display_width(text: str) -> int:
    """Half characters that a line takes."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def line_widths(lines: Sequence[Line]) -> list[int]:
    """The width of each line; marks count half where the page was set with squeezed marks, as its even columns then show."""
    wide = [display_width(line.text) for line in lines]
    tight = [w - len(_MARKS.findall(line.text)) for w, line in zip(wide, lines, strict=True)]
    return tight if _unevenness(lines, tight) < _SQUEEZED * _unevenness(lines, wide) else wide


def _unevenness(lines: Sequence[Line], widths: Sequence[int]) -> float:
    """How much the width changes from a line to the next inside paragraphs."""
    total = count = 0
    for i in range(1, min(len(lines), _SAMPLE_LINES) - 1):
        if lines[i].gap or lines[i + 1].gap or widths[i] < _NARROW or lines[i].text[-1] in "。！？”":
            continue
        change = abs(widths[i] - widths[i - 1])
        if change <= _SAMPLE_CHANGE:
            total += change
            count += 1
    return total / count if count else 0.0


def units_of(form: Form) -> list[Unit]:
    """The page as units, in reading order."""
    lines = form.lines
    if not lines:
        return []
    page = _measured(lines)
    starts = [0]
    bracket = _opens_bracket(lines[0].text)
    for i in range(1, len(lines)):
        closed = lines[starts[-1]].text[0] in "（(" and not bracket and lines[i - 1].text[-1] in "）)"
        within = bracket and lines[i].gap == 0 and i - starts[-1] < _BRACKET_LINES
        if within or (not closed and _goes_on(i - 1, page, starts[-1])):
            bracket = bracket and "）" not in lines[i].text and ")" not in lines[i].text
        else:
            starts.append(i)
            bracket = _opens_bracket(lines[i].text)
    ends = [*(s - 1 for s in starts[1:]), len(lines) - 1]
    return [_unit(form, a, b, page) for a, b in zip(starts, ends, strict=True)]


def _opens_bracket(text: str) -> bool:
    """A line that opens with a bracket which it does not close: the closing line of an article, broken."""
    return text[0] in "（(" and "）" not in text and ")" not in text


def _measured(lines: Sequence[Line]) -> _Measured:
    widths = line_widths(lines)
    chunks = _settle(_chunks(lines, widths), widths, lines)
    few = [_is_few(c, lines) for c in chunks]
    local: list[int] = []
    chunk_of: list[int] = []
    for number, chunk in enumerate(chunks):
        local.extend(_local_widths(chunk, widths))
        chunk_of.extend([number] * (chunk.last - chunk.first + 1))
    return _Measured(
        lines,
        widths,
        local,
        chunk_of,
        [_dense(c, lines, widths) for c in chunks],
        few,
        [f and widths[c.last] < c.width - SLACK for f, c in zip(few, chunks, strict=True)],
        _nearest([c.width if c.last > c.first else 0 for c in chunks]),
        _set_in(chunks, widths),
    )


def _set_in(chunks: Sequence[_Chunk], widths: Sequence[int]) -> int:
    """How much shorter first lines are on this page: they are set in, and a dump often drops the blanks."""
    told = [c for c in chunks if c.width and c.last - c.first >= 3]
    shorter = sum(_SET_IN - 2 <= c.width - widths[c.first] <= _SET_IN + 2 for c in told)
    return _SET_IN if shorter * 2 > len(told) else 0


def _unit(form: Form, first: int, last: int, page: _Measured) -> Unit:
    lines = form.lines[first : last + 1]
    head = lines[0]
    evidence = head.evidence
    width = _usual(page, first, last) if last > first else page.local[first]
    return Unit(
        first,
        last,
        join_lines(form.text, [(line.start, line.end) for line in lines]),
        width,
        head.gap,
        head.indent,
        page.chunk_of[first],
        evidence.role if evidence else None,
        evidence.article if evidence else None,
    )


def _usual(page: _Measured, first: int, last: int) -> int:
    """The width that most lines but the last have; of a tie the widest, unless two marks hang out of its column."""
    counts: dict[int, int] = {}
    for i in range(first, min(last, first + _SAMPLE_LINES)):
        width = page.widths[i] + page.set_in * (i == first)
        counts[width] = counts.get(width, 0) + 1
    most = max(counts.values())
    tied = [w for w, n in counts.items() if n == most]
    return min(tied) if len(tied) == 2 and max(tied) - min(tied) > SLACK else max(tied)


def _chunks(lines: Sequence[Line], widths: Sequence[int]) -> list[_Chunk]:
    found: list[_Chunk] = []
    first = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or lines[i].gap:
            found.append(_Chunk(first, i - 1, _chunk_width(lines, widths, first, i - 1)))
            first = i
    return found


def _measure(lines: Sequence[Line], widths: Sequence[int], i: int) -> int:
    """The width of a line without a mark that may hang out of the column."""
    return widths[i] - 2 if lines[i].text[-1] in _HANGING else widths[i]


def _chunk_width(lines: Sequence[Line], widths: Sequence[int], first: int, last: int) -> int:
    """The column's width, where at least two lines before the last agree on it; 0 where none does."""
    if last - first < 2:
        return 0
    inner = [_measure(lines, widths, i) for i in range(first, last)]
    widest = max(inner)
    agreeing = sum(w >= widest - SLACK for w in inner)
    return widest if agreeing >= 2 and widest >= _NARROW else 0


def _settle(chunks: list[_Chunk], widths: Sequence[int], lines: Sequence[Line]) -> list[_Chunk]:
    """Short chunks weighed by their neighbours.

    A few open lines in no neighbour's width are no column; a chunk too short to tell takes the width of the nearest one
    that does tell, where its first or last line fills it.
    """
    sure = [c.width if c.last - c.first >= 4 or TERMINAL.search(lines[c.last].text) else 0 for c in chunks]
    lefts, rights = _nearest(sure), _nearest(sure[::-1])[::-1]
    settled: list[_Chunk] = []
    for chunk, left, right in zip(chunks, lefts, rights, strict=True):
        width = chunk.width
        if width and not sure[len(settled)] and not any(w and abs(w - width) <= SLACK for w in (left, right)):
            width = 0
        elif not width:
            width = _borrowed(chunk, left, right, widths, lines)
        settled.append(_Chunk(chunk.first, chunk.last, width))
    return settled


def _nearest(known: Sequence[int]) -> list[int]:
    """For each place the last width known before it."""
    found, before = [], 0
    for width in known:
        found.append(before)
        before = width or before
    return found


def _borrowed(chunk: _Chunk, left: int, right: int, widths: Sequence[int], lines: Sequence[Line]) -> int:
    first, last = _measure(lines, widths, chunk.first), _measure(lines, widths, chunk.last)
    few = _is_few(chunk, lines)
    over = 0 if few else SLACK
    for w in (left, right):
        if w and abs(first - w) <= SLACK and last <= w + over and (first <= w + 2 or not few):
            return w
    # a subheading and the first line of its paragraph may stand at the end of a column
    side = left or right
    fits = side and side - SLACK - _SET_IN <= last <= side + over
    if fits and abs(side - (right or side)) <= SLACK and first <= side:
        return side
    pair = chunk.last == chunk.first + 1
    return first if pair and _wrapped_pair(lines[chunk.first].text, lines[chunk.last].text) else 0


def _wrapped_pair(upper: str, lower: str) -> bool:
    """Two lines that are one sentence of body text: the first wide and open, the second closed by a full stop."""
    return (
        bool(TERMINAL.search(lower)) and not CLOSED.search(upper) and len(lower) <= len(upper) + 1 and len(upper) >= 8
    )


def _local_widths(chunk: _Chunk, widths: Sequence[int]) -> list[int]:
    """For each line the width of the column around it; a long chunk may change its column on the way."""
    n = chunk.last - chunk.first + 1
    if not chunk.width or n <= 2 * _WINDOW:
        return [chunk.width] * n
    found = []
    for i in range(chunk.first, chunk.last + 1):
        around = sorted(widths[max(chunk.first, i - _WINDOW) : min(chunk.last, i + _WINDOW) + 1])
        found.append(min(around[-2] if len(around) > 2 else around[-1], chunk.width + 2))
    return found


def _dense(chunk: _Chunk, lines: Sequence[Line], widths: Sequence[int]) -> bool:
    """Paragraphs follow each other in this chunk with no empty line between them."""
    if not chunk.width:
        return False
    return any(
        widths[i] < chunk.width - _LOOSE and TERMINAL.search(lines[i].text) for i in range(chunk.first, chunk.last)
    )


def _is_few(chunk: _Chunk, lines: Sequence[Line]) -> bool:
    """Two to four lines that end no sentence: they may be a headline, whose lines go on only where the column is full."""
    if chunk.last - chunk.first > 3 or CLOSED.search(lines[chunk.last].text):
        return False
    return not any("。" in lines[i].text for i in range(chunk.first, chunk.last + 1))


def _goes_on(i: int, page: _Measured, start: int) -> bool:
    """Whether line i + 1 belongs to the paragraph of line i, which began at line `start`."""
    opens = start == i
    here, there = page.lines[i], page.lines[i + 1]
    told = _told(here, there)
    if told is not None:
        return told
    if there.gap == 0 and (_within_bracket(here.text, there.text) or (here.text[-1] == there.text[0] == "—")):
        return True
    width = page.local[i]
    if opens and _SIGNATURE.match(here.text):
        return _signature_goes_on(i, page)
    if not width or _MARKED.match(there.text):
        return False
    terminal = bool(TERMINAL.search(here.text))
    short = width - page.widths[i]
    if page.loose[page.chunk_of[i]] and not there.gap:
        room = _TIGHT
    else:
        room = SLACK if terminal else _LOOSE + 2 * bool(_OPENING.match(there.text))
        room += page.set_in * opens
    if short > room or (there.indent >= 2 and there.indent > here.indent and (terminal or there.gap)):
        return False
    if there.gap == 0:
        return True
    return not _NEWS.match(there.text) and _goes_on_over_gap(i, page, start, terminal, short)


def _within_bracket(upper: str, lower: str) -> bool:
    """A short bracket that opens in one line and closes in the next."""
    for opener, closer in ("（）", "《》"):
        at = upper.rfind(opener)
        if at > upper.rfind(closer) and len(upper) - at <= _BRACKET and -1 < lower.find(closer) < _BRACKET:
            return True
    return False


def _signature_goes_on(i: int, page: _Measured) -> bool:
    """A byline broken over two lines: the short rest ends its chunk and says no sentence."""
    there = page.lines[i + 1]
    last = i + 2 >= len(page.lines) or page.lines[i + 2].gap > 0
    return last and there.gap == 0 and there.indent == 0 and len(there.text) <= _REST and not CLOSED.search(there.text)


def _goes_on_over_gap(i: int, page: _Measured, start: int, terminal: bool, short: int) -> bool:
    """Whether a paragraph goes on after an empty line, as it does where a column ended."""
    width, following = page.local[i], page.local[i + 1]
    if page.widths[i + 1] > width + SLACK or (following and abs(following - width) > SLACK and not page.alone(i + 1)):
        return False
    if terminal:
        return short <= SLACK and page.dense[page.chunk_of[i]] and page.dense[page.chunk_of[i + 1]]
    chunk = page.chunk_of[i]
    if start == i or (
        page.few[chunk] and page.chunk_of[start] == chunk
    ):  # lines alone under a gap may as well be a headline
        text = page.lines[i].text
        if text[-1] in "）)" and not page.chunk_of[start] < chunk - 1:
            return False
        if "。" in text:
            return short <= _LOOSE + page.set_in
        before = page.before[chunk] if page.alone(i) or page.few[chunk] else width
        before = before or (width if "，" in text else 0)
        if page.alone(i) and not _breaks_off(text, page.lines[i + 1].text):
            return False
        flows = bool(following) or bool(TERMINAL.search(page.lines[i + 1].text))
        return abs(before - width) <= SLACK and flows and abs(short - page.set_in * (start == i)) <= SLACK
    return True


def _breaks_off(upper: str, lower: str) -> bool:
    """A line that says nothing whole: an open quotation, a last word that asks for more, a word that the next line ends."""
    if upper[-1] in "，、；：" or upper.count("“") > upper.count("”") or upper.count("《") > upper.count("》"):
        return True
    if _TELLS.search(upper):
        return True
    edge = min(len(upper), _EDGE)
    words = tokenize(upper[-edge:] + lower[:_EDGE])
    if any(start < edge < start + len(word) for word, _, start in words):
        return True
    last = [tag for word, tag, start in words if start + len(word) == edge]
    return bool(last) and last[0] in _ASKS


def _told(here: Line, there: Line) -> bool | None:
    """What the form says of two lines outright: another role, article or paragraph parts them, one paragraph joins them."""
    a, b = here.evidence, there.evidence
    if a is None and b is None:
        return None
    if a is None or b is None or a.role != b.role or a.article != b.article:
        return False
    if a.paragraph is not None or b.paragraph is not None:
        return a.paragraph == b.paragraph
    return None
