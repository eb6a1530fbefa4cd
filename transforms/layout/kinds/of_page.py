"""What each unit of a page may be, seen by itself and then by what stands around it."""

from __future__ import annotations

import re
from itertools import pairwise

from transforms.layout.bylines.picture_credits import is_lent
from transforms.layout.bylines.writers import Writers, only_names
from transforms.layout.furniture.reasons import (
    FOLIO,
    TURN_LINE,
)
from transforms.layout.kinds.furniture_by_place import TOP, find_furniture
from transforms.layout.kinds.kind import (
    BODY,
    BYLINE,
    CREDIT,
    FIRST_PART,
    NOISE,
    NUMBER,
    OPEN,
    SIGNED,
    TURNED,
    Kind,
    is_point,
    kinds_alone,
)
from transforms.layout.kinds.section_titles import find_column_names, find_sections
from transforms.layout.lines.column_widths import SLACK
from transforms.layout.lines.lists import listed
from transforms.layout.lines.lone import is_bare_number, is_salutation
from transforms.layout.lines.units import Unit
from transforms.layout.lines.widths import WIDE, display_width
from transforms.layout.wording.end_marks import is_closed, is_terminal
from transforms.layout.wording.line_ends import cuts_word
from transforms.words.talk import opens_turn
from transforms.words.token import tokenize

_FOOT = 3  # units at the end of a page among which its number and section may stand
_LABEL_MOST = 44
_MARKED_NAME = re.compile(r"□\s*(?P<name>[一-龥]{2,3}|[一-龥]\s[一-龥]{1,2})\Z")
_WRAPPED = 4
_HEAD_LINES, _NARROW = 12, 28  # a headline with its kicker and deck beside its text, up to fourteen characters wide
_LONG_TAG = re.compile(r"[（(【][^（）()。]{2,44}[）)】]\Z")
_ORDERED = re.compile(r"0[1-9]")
_TOLD = re.compile("：.*，")
_LONG_QUESTION = 40  # half characters of a question that somebody is said to ask
_BROKEN = 2  # lines of a headline that a column broke; of more it is a text with no full stop
_ADDRESS, _REST = re.compile(r"[\w@.:/-]{3,}\Z", re.ASCII), re.compile(r"[\w@.:/-]{1,40}", re.ASCII)
_PARTS, _PART_TITLE = 3, 6  # parts of a text whose titles are of one length; characters
_SOFT = re.compile(r"[！？!?…：:，][”’」』）)》]*\Z")


def kinds_of(units: list[Unit]) -> list[Kind]:
    """Every unit with what it may be."""
    text_at = next((i for i, u in enumerate(units[:TOP]) if is_terminal(u.text)), TOP)
    found = kinds_alone(units, text_at, len(units) - _FOOT)
    _numbers(found)
    _lent(found)
    find_furniture(found)
    _broken_furniture(found)
    find_sections(found)
    _turned(found)
    _first_parts(found)
    fields = _lists(found)
    _soften(found, fields)
    _wrapped_heads(found, fields)
    _soften(found, fields)
    _authors(found)
    find_column_names(found)
    return found


def _numbers(found: list[Kind]) -> None:
    """Numbers of parts: under a gap or the end of a sentence, or they are the end of a word that a line broke."""
    for i, kind in enumerate(found):
        if kind.kind == OPEN and is_bare_number(kind.text):
            apart = i == 0 or kind.unit.gap > 0 or is_terminal(found[i - 1].text)
            kind.label = NUMBER if apart else None
    ordered = [kind for kind in found if kind.reason == FOLIO and _ORDERED.fullmatch(kind.text)]
    if len(ordered) > 1 and [int(kind.text) for kind in ordered] == list(range(1, len(ordered) + 1)):
        for kind in ordered:
            kind.kind, kind.reason, kind.label = OPEN, None, NUMBER


def _lent(found: list[Kind]) -> None:
    """Who lent the pictures of the page stands under its editors."""
    for above, kind in pairwise(found):
        if kind.kind == CREDIT and above.kind == NOISE and not kind.unit.gap and is_lent(kind.text):
            kind.kind, kind.reason = NOISE, above.reason


def _broken_furniture(found: list[Kind]) -> None:
    """The end of an address or a number that the end of a line broke: 邮箱：river@example|.com."""
    for above, kind in pairwise(found):
        rest = kind.kind == OPEN and above.kind == NOISE and not kind.unit.gap and _REST.fullmatch(kind.text)
        if rest and _ADDRESS.search(above.text):
            kind.kind, kind.reason = NOISE, above.reason


def _soften(found: list[Kind], fields: frozenset[int]) -> None:
    """A short line that ends in ！ or ？ or …… stands in a headline where its neighbours on the page do.

    One right over the `fields` of a list says what they are of.
    """
    for i, kind in enumerate(found):
        if kind.kind != BODY or kind.unit.n_lines > 1 or kind.unit.role or not _SOFT.search(kind.text):
            continue
        if opens_turn(kind.text):
            continue
        if (
            i + 1 in fields
            or display_width(kind.text) > (_LONG_QUESTION if _TOLD.search(kind.text) else 60)
            or is_salutation(kind.text)
            or (kind.text[0] in "“‘" and "”" not in kind.text[1:-1] and not _over_line(found, i))
        ):
            continue
        among = 0 < i < len(found) - 1 and found[i + 1].kind in (OPEN, NOISE)
        among = among and found[i - 1].kind in (OPEN, NOISE, SIGNED)
        edge = i == len(found) - 1 or (found[i + 1].kind == OPEN and _late(found, i))
        if (
            _beside(found, i)
            or edge
            or _asks_over_news(found, i)
            or (among and kind.unit.gap and kind.text[-1] not in "：，")
        ):
            kind.kind = OPEN


def _asks_over_news(found: list[Kind], i: int) -> bool:
    """A question apart from the text over it, and news with a dateline under it."""
    head = found[i + 1].head if i + 1 < len(found) else None
    return found[i].unit.gap > 0 and found[i].text.endswith("？") and head is not None and head.dateline


def _over_line(found: list[Kind], i: int) -> bool:
    """The first line of its chunk, and right under it a line of a headline."""
    return found[i].unit.gap > 0 and i + 1 < len(found) and found[i + 1].kind == OPEN and not found[i + 1].unit.gap


def _late(found: list[Kind], i: int) -> bool:
    """Only open lines and furniture follow: the headlines that were set apart."""
    return all(k.kind in (OPEN, NOISE) for k in found[i + 1 : i + 40])


def _wrapped_heads(found: list[Kind], fields: frozenset[int]) -> None:
    """A few wrapped lines with no full stop are a headline where no text of their width follows.

    Those that are `fields` of a list are text.
    """
    for i in range(len(found) - 1, -1, -1):
        kind, unit = found[i], found[i].unit
        most = _HEAD_LINES if unit.width <= _NARROW else _WRAPPED
        if kind.kind != BODY or not 2 <= unit.n_lines <= most or unit.role or kind.head or kind.foot:
            continue
        if "。" in kind.text or opens_turn(kind.text) or i in fields or is_point(kind.text):
            continue
        if is_closed(kind.text) and not (_SOFT.search(kind.text) and _beside(found, i)):
            continue
        after = next((k for k in found[i + 1 : i + 4] if k.kind != NOISE), None)
        before = found[i - 1] if i else None
        if before is not None and before.kind == BYLINE and not before.unit.role:
            continue  # a headline stands over its byline: what is under it opens the text
        heads_on = unit.gap > 0 or _beside(found, i)
        opens = after is not None and after.head is not None and after.head.start == 0 and heads_on
        same = after is not None and not opens and _is_text(after) and abs(after.unit.width - unit.width) <= SLACK
        inside = before is not None and _is_text(before) and abs(before.unit.width - unit.width) <= SLACK
        short = unit.n_lines == 2 and unit.gap and kind.text.count("，") < 2 and len(kind.text) <= _LABEL_MOST
        named = _LONG_TAG.search(kind.text) or kind.text.startswith("——")
        if named or not same or (inside and short):
            kind.kind = OPEN


def _is_text(kind: Kind) -> bool:
    """A paragraph that ends as one."""
    return kind.kind == BODY and bool(is_terminal(kind.text) or kind.head or kind.unit.n_lines > 4)


def _beside(found: list[Kind], i: int) -> bool:
    """A line of a headline stands next to this unit with no empty line between."""
    chunk = found[i].unit.chunk
    return any(0 <= j < len(found) and found[j].unit.chunk == chunk and found[j].kind == OPEN for j in (i - 1, i + 1))


def _first_parts(found: list[Kind]) -> None:
    """A line between the byline under a headline's deck and the text is the subheading of its first part; so is one
    of several like titles right under a headline."""
    for over, byline, line, under in zip(found, found[1:], found[2:], found[3:], strict=False):
        signed = byline.kind == BYLINE and byline.writers is not None and byline.writers.roles > 0
        under_deck = signed and over.kind == OPEN and over.text.startswith("——")
        if under_deck and line.kind == OPEN and under.kind == BODY and not line.label and not line.unit.role:
            line.label = FIRST_PART
    for i, (over, line, under) in enumerate(zip(found, found[1:], found[2:], strict=False)):
        titled = over.kind == line.kind == OPEN and under.kind == BODY and line.unit.gap > 0 < under.unit.gap
        if titled and not (over.label or line.label or line.unit.role) and _is_first_of_parts(found, i + 1):
            line.label = FIRST_PART


def _is_first_of_parts(found: list[Kind], at: int) -> bool:
    """A short title under a longer headline, and two more like it, each between texts and apart from them."""
    title, alike = found[at].text, 1
    for i in range(at + 2, len(found) - 1):
        kind = found[i]
        if alike == _PARTS:
            break
        if kind.kind != OPEN:
            continue
        apart = found[i - 1].kind == found[i + 1].kind == BODY and kind.unit.gap > 0 < found[i + 1].unit.gap
        if not apart or kind.label or len(kind.text) != len(title):
            break
        alike += 1
    return alike == _PARTS and len(title) <= _PART_TITLE and len(found[at - 1].text) > len(title)


def _turned(found: list[Kind]) -> None:
    """A line between （上接第一版） and its text is a subheading where the headline stands over the turn line."""
    for above, turn, below in zip(found, found[1:], found[2:], strict=False):
        turned = turn.kind == NOISE and turn.reason == TURN_LINE and "接" in turn.text
        if turned and above.kind == below.kind == OPEN and not below.unit.role:
            below.label = TURNED


def _lists(found: list[Kind]) -> frozenset[int]:
    """Lines of a list are text, not headlines: which they are."""
    fields = listed([kind.text for kind in found], (i for i, kind in enumerate(found) if kind.unit.gap))
    for i in fields:
        if found[i].kind == OPEN and not found[i].unit.role:
            found[i].kind = BODY
    return fields


def _authors(found: list[Kind]) -> None:
    """A name alone on the line over a text is its author's."""
    for i, kind in enumerate(found):
        if kind.kind != OPEN or kind.label or kind.unit.role or len(kind.text) > 9:
            continue
        if not only_names(kind.text) and not _is_marked_name(kind.text):
            continue
        after = next((k for k in found[i + 1 : i + 3] if k.kind != NOISE), None)
        if after is None or not (after.kind == BODY or (after.kind == OPEN and after.unit.n_lines > _BROKEN)):
            continue
        padded = kind.text[0] == "□" or " " in kind.text or "\u3000" in kind.text
        over = found[i - 1] if i else None
        if padded or (_is_name_alone(kind.text, over) and not _is_rest(kind, over)):
            kind.kind, kind.writers = BYLINE, Writers(clean=True)


def _is_rest(kind: Kind, over: Kind | None) -> bool:
    """The last characters of the headline line right over it, which a column's width broke: 综合保税|区发展."""
    if over is None or over.kind != OPEN or kind.unit.gap:
        return False
    named = tokenize(kind.text)[0][1].startswith("nr")
    return cuts_word(over.text, kind.text) or (not named and display_width(over.text) >= WIDE)


def _is_name_alone(text: str, over: Kind | None) -> bool:
    """A name of three characters; one of two (谷雨 is a headline as well) where its headline stands over it."""
    tags = [tag for _, tag, _ in tokenize(text)]
    if len(text) == 3:
        return tags != ["ns"]
    headed = over is not None and over.kind == OPEN and not over.label
    return len(text) == 2 and headed and len(tags) == 1 and tags[0].startswith("nr")


def _is_marked_name(text: str) -> bool:
    """A name behind the mark of bylines, of whatever surname: a pen name; a verb (短评) is the name of a column."""
    found = _MARKED_NAME.match(text)
    return found is not None and all(tag[0] != "v" for _, tag, _ in tokenize(found["name"]))
