"""The text of an article on a printed page: paragraphs by their indents, subheadings by their font, rows of tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.forms.printed.articles.bylines import has_more, is_name, longer, says_writers, signs_on
from transforms.forms.printed.articles.columns import reading_order
from transforms.forms.printed.articles.set_lines import SAME_SIZE, SetLine, set_line
from transforms.forms.printed.articles.verse import is_verse
from transforms.forms.printed.lines.lines import TextLine, style
from transforms.forms.printed.pieces.edges import right_edge
from transforms.forms.printed.pieces.pieces import NAMES_WRITER, OPENS, Measures, is_lead, is_text
from transforms.forms.printed.regions.regions import Region

_SENTENCE = 14  # characters: a line that is shorter may be a subheading in the body's font
_LEAD = 36  # characters: longer than any subheading
_BOXED = 7.0  # ems: what a line of a box's text has at the least, as a subheading in its style may not
_FULL = 0.7  # of a column: a subheading's line that goes on in the next
_BYLINE = re.compile(r"[□■◎][^，。！？：“”]{0,24}(?:记者|通讯员)[^，。！？：“”]{2,60}\Z")
_INDENT = 0.9  # of an em: what opens a paragraph stands further in
_STOPS = frozenset("。！？”…")
_TITLE_LINES = 2  # over a table: its title and its unit
_CLOSED = frozenset("。！？；，、：”’）》…")


def body_lines(lines: Sequence[TextLine], region: Region, page: Measures) -> list[SetLine]:
    """Columns from left to right; a paragraph starts with an indent, a subheading is set in another font."""
    body = _Body(page)
    for column in reading_order(lines, region.pictures, page, region.boxes):
        body.column(column)
    body.rows_here()
    return _signed(_sentences(body.found, page))


class _Body:
    """What has been read of a text, and how it may go on."""

    def __init__(self, page: Measures) -> None:
        self.found: list[SetLine] = []
        self._page = page
        self._rows: list[TextLine] = []  # of a table, which wait for the end of the paragraph that it stands in
        self._paragraph = 0
        self._closed = True
        self._heading: TextLine | None = None  # the last line, where it is a subheading's
        self._writer: TextLine | None = None  # the last line, where it is a byline's
        self._last: TextLine | None = None  # the last line, where it is of a paragraph

    def column(self, column: Sequence[TextLine]) -> None:
        """Read the lines of a column from top to bottom; each line of a poem is a paragraph."""
        text = [x for x in column if not x.row] or column
        left, right = min(x.x0 for x in text), right_edge(text)
        verse = is_verse(column, self._page)
        for at, line in enumerate(column):
            if line.row or (self._is_open() and _over_table(column[at : at + _TITLE_LINES + 1], self._page)):
                self._rows.append(line)
            elif not self._names_writers(line):
                under = column[at + 1] if at + 1 < len(column) else None
                parts = under is not None and under.x0 - left > _INDENT * self._page.size and self._is_ended()
                self._add(line, left, right, parts)
                if verse and is_text(line, self._page):
                    self.found[-1], self._closed = replace(self.found[-1], role="paragraph"), True

    def rows_here(self) -> None:
        """Each row of a table is a paragraph."""
        self.found += [set_line([row], "paragraph", self._paragraph + n) for n, row in enumerate(self._rows, 1)]
        self._paragraph += len(self._rows)
        self._rows.clear()

    def _is_open(self) -> bool:
        """Whether the text so far stops in the middle of a sentence."""
        last = self.found[-1] if self.found else None
        return last is not None and not self._closed and last.role is None and last.text[-1] not in _STOPS

    def _is_ended(self) -> bool:
        """Whether the text so far stops with a sentence, or has not begun."""
        return not self.found or self._closed or self.found[-1].text[-1] in _STOPS

    def _names_writers(self, line: TextLine) -> bool:
        """A byline set apart, which may go on in the next line."""
        if self._writer is not None and has_more(self._writer, line):
            self._writer, self.found[-1] = line, longer(self.found[-1], line)
            return True
        self._writer = line if says_writers(line.text) and not is_text(line, self._page) else None
        if self._writer is not None:
            self.found.append(set_line([line], "byline", None))
            self._closed, self._heading = True, None
        return self._writer is not None

    def _add(self, line: TextLine, left: float, right: float, parts: bool) -> None:
        """Add a line of a column; `parts` tells that it stands between the end of a sentence and a new paragraph."""
        page, before = self._page, self._heading
        heads = _is_subheading(line, left, right, page, before, parts)
        opens = self._closed or line.x0 - left > _INDENT * page.size
        opens = opens and not (self._last and signs_on(self._last, line, left, right))
        if self._rows and (heads or opens):
            self.rows_here()
            before = None
        if heads:
            goes_on = before is not None and _goes_on(before, line, page)
            part = set_line([before, line] if goes_on and before else [line], "subheading", None)
            self.found.append(replace(part, text=self.found.pop().text + line.text) if goes_on else part)
            self._closed, self._heading, self._last = True, line, None
            return
        self._paragraph += opens
        self._closed = right - line.x1 > 1.5 * page.size and line.text[-1] in _CLOSED
        self._heading, self._last = None, line
        self.found.append(set_line([line], None, self._paragraph))


def _over_table(lines: Sequence[TextLine], page: Measures) -> bool:
    """Whether the first of these begins the title of a table, which no text parts from its first row."""
    title = [line for line in lines if not line.row]
    to_row = any(line.row for line in lines) and not any(line.row for line in lines[: len(title)])
    return to_row and not any(is_text(line, page) for line in title)


def _signed(lines: list[SetLine]) -> list[SetLine]:
    """A name alone before the first paragraph is the writer's, unless other lines are set apart as it is."""
    if len(lines) < 2 or lines[0].role not in (None, "subheading") or lines[0].paragraph == lines[1].paragraph:
        return lines
    first, second, *rest = lines
    alike = first.role is not None and any(x.role == first.role for x in lines[1:])
    if is_name(first.text) and not alike and second.paragraph and second.role in (None, "paragraph"):
        return [replace(first, role="byline"), second, *rest]
    return lines


def _sentences(lines: list[SetLine], page: Measures) -> list[SetLine]:
    """What is told of text in the body's font: a marked byline, or a paragraph where it is no subheading."""
    words: dict[int | None, str] = {}
    for line in lines:
        words[line.paragraph] = words.get(line.paragraph, "") + line.text
    roles = {number: _told_role(text, page) for number, text in words.items() if number}
    return [
        SetLine(x.text, role, x.paragraph, x.box, x.size) if x.paragraph and (role := roles[x.paragraph]) else x
        for x in lines
    ]


def _told_role(text: str, page: Measures) -> str | None:
    if _BYLINE.match(text):
        return "byline"
    return "paragraph" if _is_sentence(text, page) else None


def _is_sentence(text: str, page: Measures) -> bool:
    if NAMES_WRITER.search(text):
        return False
    return len(text) >= _LEAD or (page.fonts and len(text) >= _SENTENCE and text[-1] not in _CLOSED)


def _is_subheading(
    line: TextLine, left: float, right: float, page: Measures, before: TextLine | None, parts: bool
) -> bool:
    if OPENS.match(line.text):  # a byline has a font of its own too
        return False
    other = (line.font != page.font or line.size > 1.05 * page.size) and not _is_other_text(line, page)
    if before is not None and other and _goes_on(before, line, page):
        return True
    indent = line.x0 - left > 0.5 * page.size or line.x1 < right - page.size
    return other and (indent or parts) and len(line.text) <= 32 and line.text[-1] not in "。；，"


def _is_other_text(line: TextLine, page: Measures) -> bool:
    """Text in a style of its own: of a box in the article, of its first paragraph."""
    return is_lead(line, page) or (style(line) in page.texts and line.width > _BOXED * line.size)


def _goes_on(before: TextLine, line: TextLine, page: Measures) -> bool:
    """A line under a full one of a subheading, or at the head of the next column, set like it, is its rest."""
    like = line.font == before.font and abs(line.size - before.size) <= SAME_SIZE * before.size
    if not like or before.width < _FULL * page.column:
        return False
    under = 0 < line.y0 - before.y0 < 2 * line.size and line.x0 < before.x1 and line.x1 > before.x0
    return under or (line.x0 > before.x1 and line.y0 < before.y0)
