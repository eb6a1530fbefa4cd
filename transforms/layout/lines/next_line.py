"""Whether a line goes on in the next.

A line as wide as its column goes on in the next line, a shorter one ends its paragraph; blank lines decide only
where the widths do not.
"""

from __future__ import annotations

import re
from string import ascii_letters, digits

from transforms.forms.line import Line
from transforms.layout.bylines.datelines import opens_news
from transforms.layout.bylines.picture_credits import signs_picture
from transforms.layout.furniture.page_head import HEAD_LINES
from transforms.layout.furniture.reasons import is_folio, turn_at_end
from transforms.layout.lines.column_widths import HANGING, LOOSE, SLACK, Columns
from transforms.layout.lines.indents import is_full, opens_set_in
from transforms.layout.lines.lone import stands_alone
from transforms.layout.wording.end_marks import is_closed, is_terminal
from transforms.layout.wording.line_ends import breaks_off, cuts_word, leads_in, runs_on
from transforms.layout.wording.line_words import BULLETS
from transforms.layout.wording.one_or_two_lines import are_two, is_open

_OPENING = frozenset("“‘（《「『【〔—…" + ascii_letters + digits)
_MARKS = frozenset("□■◆◇▲△★☆●◎")
_ROLE = re.compile("记者|通讯员")
_DASHED = re.compile(r"——[^，。]{1,40}\Z")
_SIGNATURE = re.compile(r"[□■◎●]|[^，。（(]{0,24}(?:记者|通讯员)[\s/][^，。（(]*\Z|文/图|图/文")
_LEADS_TO_PAPER = re.compile(r"[据由从在对向给为与和及同经、，：（(《“—]\Z")  # before a paper's name inside a sentence
_DATED = re.compile(r"\d{1,2}月\d{1,2}日|(?:近|日|目|昨|今|前)[日前天]，|连日来，|[入今][春夏秋冬]以来，")
_AT_END = "”’）)》"
_SENTENCE_SIGN = re.compile("[。；]")
_TIGHT = 1
_BRACKET = 40
_REST, _LONG_REST = 12, 24
_ROLE_WORD = re.compile(r"(?:\A|\s)(?:记者|通讯员|实习生)")
_INDENT = 2
_NEVER_FIRST = frozenset("。，、；：！？")
_CLOSERS, _SIGNS = frozenset("）)》”’】"), frozenset("%％℃")
_REMNANT = 4  # characters: a shorter line is the end of the one before


def goes_on(i: int, page: Columns, start: int) -> bool:
    """Whether line i + 1 belongs to the paragraph of line i, which began at line `start`."""
    opens = start == i
    here, there = page.lines[i], page.lines[i + 1]
    if here.evidence or there.evidence:
        told = told_one(here, there)
        if told is not None:
            return told
    if i < HEAD_LINES and (is_folio(here.text, top=True) or is_folio(there.text, top=True)):
        return False
    if there.gap == 0 and (_within_bracket(here.text, there.text) or _ends_mark(here.text, there.text)):
        return True
    width, terminal = page.local[i], is_terminal(here.text)
    if _begins_anew(i, page, start, terminal) or _opens_news_under(here, there):
        return False
    if opens and _SIGNATURE.match(here.text) and not _is_full_text(i, page):
        return _signature_goes_on(i, page)
    if not width or there.text[0] in _MARKS or (there.text[0] == "—" and _DASHED.match(there.text)):
        return False
    short = width - page.widths[i]
    if page.loose[page.chunk_of[i]] and not there.gap:
        room = _TIGHT
    else:
        room = SLACK if terminal else LOOSE + 2 * (there.text[0] in _OPENING)
        room += page.set_in * opens
    if _under_text_alone(i, page, terminal) or (opens and _over_first_line(i, page)):
        return False
    if short > room or (there.indent >= 2 and there.indent > here.indent and (terminal or there.gap)):
        return False
    if there.gap == 0:
        return _touching_goes_on(i, page, start, short)
    return _goes_on_over_gap(i, page, start, terminal, short)


def _touching_goes_on(i: int, page: Columns, start: int, short: int) -> bool:
    """Whether a full line goes on in the one right under it: all but the first of two lines of a headline do."""
    if start == i and _is_headline_over_text(i, page) and are_two(page.lines[i].text, page.lines[i + 1].text):
        return False
    return not page.few[page.chunk_of[i]] or _few_go_on(i, page, start, short)


def _is_headline_over_text(i: int, page: Columns) -> bool:
    """Line i opens its chunk, and the line under it fills no column and ends no sentence: no text begins so."""
    here, there = page.lines[i], page.lines[i + 1]
    if (i and not here.gap) or _SENTENCE_SIGN.search(here.text) or is_closed(there.text):
        return False
    return page.local[i] - page.widths[i + 1] > LOOSE and not opens_news(here.text)


def _opens_news_under(here: Line, there: Line) -> bool:
    """The lower line opens as news does, and does not go on with a sentence of the upper one."""
    return opens_news(there.text) and not _LEADS_TO_PAPER.search(here.text)


def _begins_anew(i: int, page: Columns, start: int, terminal: bool) -> bool:
    """Line i + 1 is set in or stands for itself, as line i may; 一 may also be the rest of a word that line i broke."""
    here, there = page.lines[i], page.lines[i + 1]
    if there.gap and (signs_picture(here.text) or (page.alone(i + 1) and signs_picture(there.text))):
        return True
    if there.gap and turn_at_end(here.text) is not None:
        return True
    if i + 1 in page.anew or ((there.gap > 0 or terminal) and stands_alone(there.text)):
        return True
    return (start == i and stands_alone(here.text)) or (page.keeps_indents and opens_set_in(page.lines, i, start))


def _under_text_alone(i: int, page: Columns, terminal: bool) -> bool:
    """A short line that ends no sentence, between the end of a sentence and a paragraph: no paragraph ends in it."""
    there = page.lines[i + 1]
    if not terminal or there.gap or page.local[i] - page.widths[i + 1] <= LOOSE or is_closed(there.text):
        return False
    after = page.lines[i + 2] if i + 2 < len(page.lines) else None
    opens = after is not None and (after.gap or after.indent > there.indent or _opens_paragraph(i + 2, page))
    return bool(opens) and there.text[-1] not in "）)"


def _over_first_line(i: int, page: Columns) -> bool:
    """The line under line i is set in as first lines are: line i stands over a paragraph."""
    if page.lines[i + 1].gap or not _opens_paragraph(i + 1, page):
        return False
    if page.keeps_indents and is_full(page.lines[i], page.lines[i + 1], page.widths[i], page.local[i]):
        return False
    return not breaks_off(page.lines[i].text, page.lines[i + 1].text)


def _opens_paragraph(i: int, page: Columns) -> bool:
    """Line i is set in as first lines are on this page, and the line under it is full."""
    if not page.set_in or i + 1 >= len(page.lines) or page.lines[i + 1].gap:
        return False
    width = page.local[i]
    set_in = page.fills(i, width - page.set_in) and page.widths[i] < width - _TIGHT
    return width > 0 and set_in and page.fills(i + 1, width)


def _ends_mark(upper: str, lower: str) -> bool:
    """A dash broken by the end of a line, or put into the next; a mark or last sign that found no room in its line."""
    if lower[0] in _NEVER_FIRST or (lower in _CLOSERS and is_open(upper)) or (lower in _SIGNS and upper[-1].isdigit()):
        return True
    return (upper[-1] == lower[0] == "—") or (lower == "——" and not is_closed(upper))


def _within_bracket(upper: str, lower: str) -> bool:
    """A short bracket that opens in one line and closes in the next."""
    if "（" not in upper and "《" not in upper and ("“" not in upper or "”" not in lower or is_terminal(upper)):
        return False
    for opener, closer in ("（）", "《》", "“”"):
        at = upper.rfind(opener)
        if at > upper.rfind(closer) and len(upper) - at <= _BRACKET and -1 < lower.find(closer) < _BRACKET:
            return True
    return False


def _is_full_text(i: int, page: Columns) -> bool:
    """A line as wide as its column that opens news, or an item of a list behind its mark."""
    here, there = page.lines[i], page.lines[i + 1]
    if page.fills(i, page.local[i]):
        return opens_news(here.text) or (here.text[0] in BULLETS and not _ROLE.search(here.text))
    item = here.text[0] in BULLETS and here.indent >= _INDENT and not _ROLE.search(here.text)
    return item and is_full(here, there, page.widths[i], page.local[i])


def _signature_goes_on(i: int, page: Columns) -> bool:
    """A byline broken over two lines: the short rest ends its chunk and says no sentence."""
    there = page.lines[i + 1]
    last = i + 2 >= len(page.lines) or page.lines[i + 2].gap > 0
    short = len(there.text) <= (_LONG_REST if _ROLE_WORD.search(there.text) else _REST)
    return last and there.gap == 0 and there.indent == 0 and short and not is_closed(there.text)


def _goes_on_over_gap(i: int, page: Columns, start: int, terminal: bool, short: int) -> bool:
    """Whether a paragraph goes on after an empty line, as it does where a column ended."""
    width, following = page.local[i], page.local[i + 1]
    if (page.widths[i + 1] > width + SLACK and not page.fills(i + 1, width)) or (
        following and abs(following - width) > SLACK and not page.alone(i + 1)
    ):
        return False
    if terminal and width - page.widths[i + 1] > LOOSE and not is_closed(page.lines[i + 1].text):
        return False  # a paragraph goes on in a full line, or ends
    if terminal and page.lines[start].indent >= _INDENT:
        # paragraphs are set in here, and the line under the gap is not
        return short <= SLACK + page.set_in * (start == i) and following > 0 and not page.few[page.chunk_of[i + 1]]
    if terminal and page.set_in and following:
        return page.fills(i, width) and page.solid(i + 1) >= width - _TIGHT and not page.few[page.chunk_of[i + 1]]
    if terminal:
        return short <= SLACK and page.dense[page.chunk_of[i]] and page.dense[page.chunk_of[i + 1]]
    chunk = page.chunk_of[i]
    if opens_news(page.lines[start].text):
        return True
    if start == i and _is_deck_over_news(page.lines[i], page.lines[i + 1]):
        return False
    if start == i or (page.few[chunk] and page.few[page.chunk_of[start]]):
        return _lines_alone_go_on(i, page, start, short)
    return True


def _is_deck_over_news(here: Line, there: Line) -> bool:
    """The last line of a headline as wide as the column, and apart from it the day with which the text opens."""
    return here.gap == 0 and bool(_DATED.match(there.text)) and not _LEADS_TO_PAPER.search(here.text)


def _few_go_on(i: int, page: Columns, start: int, short: int) -> bool:
    """Whether the next of a few lines that end no sentence is the rest of this one, not a headline line of its own."""
    here, there = page.lines[i], page.lines[i + 1]
    pair = page.opens_few(i)
    if pair and i >= page.last_stop:
        return False
    full = abs(short + 2 * (here.text[-1] in HANGING)) <= _TIGHT or abs(short) <= _TIGHT
    if full and not (pair and "，" not in here.text and len(there.text) > _REMNANT):
        return True
    return breaks_off(here.text, there.text) or _is_broken_text(i, page, start)


def _is_broken_text(i: int, page: Columns, start: int) -> bool:
    """The few lines around line i begin a paragraph that goes on after the empty line under them."""
    last = next((j for j in range(i + 1, len(page.lines) - 1) if page.lines[j + 1].gap), None)
    if last is None:
        return False
    below = page.lines[last + 1].text
    short = page.local[last] - page.widths[last]
    return not opens_news(below) and _goes_on_over_gap(last, page, start, terminal=False, short=short)


def _lines_alone_go_on(i: int, page: Columns, start: int, short: int) -> bool:
    """Whether lines alone under a gap are the beginning of a paragraph, as they may as well be a headline."""
    text, below = page.lines[i].text, page.lines[i + 1].text
    if i >= page.last_stop or (start == i and _is_third_line(i, page)):
        return False
    if "。" in text:
        return short <= LOOSE + page.set_in
    if _opens_paragraph(i + 1, page) and text[-1] not in "，、" and not cuts_word(text, below):
        return False
    asks = breaks_off(text, below) or (start == i and (_is_first_of(i, page, short) or _is_full_first(i, page)))
    if text[-1] in "）)" or (page.alone(i) and not asks):
        return False
    chunk, width = page.chunk_of[i], page.local[i]
    before = page.before[chunk] if page.alone(i) or page.few[chunk] else width
    before = before or (width if "，" in text else 0)
    flows = page.local[i + 1] > 0 or is_terminal(below)
    return abs(before - width) <= SLACK and flows and abs(short - page.set_in * (start == i)) <= SLACK


def _is_first_of(i: int, page: Columns, short: int) -> bool:
    """Line i is set in as first lines are, and the text under the gap is not: it opens no paragraph."""
    full = page.local[i] - page.widths[i + 1] <= _TIGHT and page.local[i + 1] > 0
    text = not page.alone(i + 1) or is_closed(page.lines[i + 1].text)
    return page.set_in > 0 and abs(short - page.set_in) <= _INDENT and full and bool(text)


def _is_full_first(i: int, page: Columns) -> bool:
    """Line i and the text under the gap fill one column, on a page whose first lines do, and line i opens as text."""
    width, text = page.local[i], page.lines[i].text
    if page.set_in or page.keeps_indents or text[-1] in _AT_END or page.alone(i + 1):
        return False
    same = page.local[i + 1] == width and page.fills(i, width) and page.fills(i + 1, width)
    below = page.lines[i + 1].text
    if not same or opens_news(below):
        return False
    return leads_in(text, below) or (page.widths[i] == page.widths[i + 1] == width and runs_on(text, below))


def _is_third_line(i: int, page: Columns) -> bool:
    """Two lines that fill no column and end no sentence stand over line i: those of a headline, as it is."""
    over = range(i - 2, i)
    return i >= 2 and all(
        not page.lines[n + 1].gap and page.local[n] - page.widths[n] > SLACK and not is_closed(page.lines[n].text)
        for n in over
    )


def told_one(here: Line, there: Line) -> bool | None:
    """What the form says of two lines: another role, article or paragraph parts them, one paragraph joins them."""
    a, b = here.evidence, there.evidence
    if a is None and b is None:
        return None
    if a is None or b is None or a.role != b.role or a.article != b.article:
        return False
    if a.paragraph is not None or b.paragraph is not None:
        return a.paragraph == b.paragraph
    return None
