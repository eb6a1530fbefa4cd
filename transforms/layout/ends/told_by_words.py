"""Places between two paragraphs where their words alone say whether an article ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.layout.furniture.reasons import TURN_LINE, turn_at_end, turn_at_start
from transforms.layout.furniture.web_lines import WEB_SOURCE
from transforms.layout.kinds.kind import (
    BODY,
    BRIEFS,
    BYLINE,
    CAPTION,
    CREDIT,
    FIRST_PART,
    LETTER,
    NOISE,
    NUMBER,
    OPEN,
    SIGNED,
    Kind,
)
from transforms.layout.lines.lists import LEAST, is_field
from transforms.layout.lines.lone import is_salutation
from transforms.layout.wording.end_marks import is_terminal
from transforms.layout.wording.line_words import BULLETS
from transforms.layout.wording.shared_pairs import pairs

ENDS, GOES_ON = 0.97, 0.01
_INTRODUCES = re.compile(r"来信|[：:]\Z")
_GREETS = re.compile(r"编辑(?:部|同志|老师|先生|女士|朋友)?(?:[您你]们?好)?[：:，,！]\s*\S")
_NOTES = re.compile(r"(?:编者按|编者的话|编者语|开栏语|开栏的话)[：:]?\s*\S")
# a paper asks about what a reader wrote
_ANSWERS = re.compile(
    r"[^，。：]{0,10}记者[^，。：]{0,4}(?:随后|随即|就此|为此|对此|据此|针对|将(?:此|上述|该|这一?)|带着|立即)"
)
_ENACTED = re.compile(r"[（(]\d{4}年\d{1,2}月\d{1,2}日[^（）()，。]{4,60}会议通过[）)]")
_CORRECTED = re.compile(r"(?:由于|因)?[^。]{0,40}?本报[^。]{0,16}\d日")
_ISSUE_NAMED = 46  # characters within which a correction names the issue
_REGRETS = re.compile("更正|致歉|误为|有误")
_OWN_NEWS = re.compile(r"[【\[]?(?:本报|[一-龥]{1,8}报)讯")
_LOST = re.compile("遗失.{2,120}作废")
_FIRST = re.compile(r"[（(]?[一壹1][）)]?\Z|01\Z")
_SEASON = re.compile(
    "眼下|时下|当下|这几天|近来|初[春夏秋冬]|[金深]秋|盛夏|隆冬|[入立][春夏秋冬]|[春夏秋冬][日季天]|时值|正值"
)
_DATED = re.compile(r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日|近日|日前|昨[日天]|今[日天]|连日来")
_PART_LINES = 2  # the number of a part, and its title
_ITEM, _NEAR = 3, 8  # paragraphs of a short item; of the text over a picture's
_NEWS = 12  # units of a piece of news, at the most
_FEW = 0.08  # of a text's pairs of characters, as it has by chance with another
_SECTION = 200  # units of a section of news in brief, at the most


def told(kinds: Sequence[Kind], left: int, right: int) -> float | None:
    """The probability that an article ends between two body units, where something says so outright."""
    zone = kinds[left + 1 : right]
    if (zone and _has_web_source(zone)) or _is_turned(kinds[left].text, zone, kinds[right].text):
        return ENDS
    between = [k for k in zone if k.kind != NOISE]
    if opens_anew(kinds[right].text) or _parts_letters(kinds, between, right):
        return ENDS
    points = not between and _opens_with_points(kinds, left, right)
    if points or _parts_sorts(kinds[left].text, between, kinds[right].text):
        return ENDS
    if between and _parts_briefs(kinds, left, right):
        return ENDS
    if is_salutation(kinds[right].text):
        opens = [k for k in between if k.kind == OPEN and not k.label]
        if opens and opens[0].unit.gap:
            return ENDS
        return None if between or _INTRODUCES.search(kinds[left].text) else ENDS
    if is_salutation(kinds[left].text) or (not between and _NOTES.match(kinds[left].text)):
        return GOES_ON
    if _ANSWERS.match(kinds[right].text) and all(k.label == LETTER for k in between):
        return GOES_ON
    if _numbers_next_part(between):
        return GOES_ON
    if between and _heads_article(kinds, left, between):
        return ENDS
    if (between and _opens_list(kinds, left, right)) or (not between and _closes_list(kinds, left, right)):
        return ENDS
    return ENDS if not between and _opens_picture_story(kinds, left, right) else None


def opens_own_news(kind: Kind) -> bool:
    """本报讯 and no day: a paper's own news, of which an article has one; what agencies send may be gathered in one."""
    return kind.head is not None and kind.head.dateline and bool(_OWN_NEWS.match(kind.text))


def _is_turned(over: str, zone: Sequence[Kind], under: str) -> bool:
    """An article goes on on another page, or goes on here: between two units, at the end of one or the start of one."""
    if zone and any(kind.reason == TURN_LINE for kind in zone):
        return True
    return bool(turn_at_end(over)) or bool(turn_at_start(under))


def opens_anew(text: str) -> bool:
    """A letter that greets the editor in its first line, or an editor's note over an article."""
    return bool(_GREETS.match(text) or _NOTES.match(text))


def _opens_with_points(kinds: Sequence[Kind], left: int, right: int) -> bool:
    """Key points behind bullets, one after another over a text, where no list was said to come: they open it."""
    over, under = kinds[left].text, kinds[right].text
    if under[0] not in BULLETS or over[0] in BULLETS or not is_terminal(over):
        return False
    end = next((i for i in range(right, len(kinds)) if kinds[i].text[0] not in BULLETS), len(kinds) - 1)
    points = kinds[right:end]
    return len(points) > 1 and all(k.kind == BODY for k in [*points, kinds[end]])


def is_correction(text: str) -> bool:
    """A paper's note of what it got wrong in an issue: 本报6月2日第2版…，特此更正。"""
    named = text.find("本报", 0, _ISSUE_NAMED) >= 0
    return named and bool(_CORRECTED.match(text)) and bool(_REGRETS.search(text))


def _parts_sorts(over: str, between: Sequence[Kind], under: str) -> bool:
    """One side is a correction or an enactment and the other is not, or what was lost stands under a text."""
    if any(_ENACTED.fullmatch(k.text) for k in between) or is_correction(over) or is_correction(under):
        return True
    return not between and "遗失" in under and bool(_LOST.search(under)) and not _LOST.search(over)


def _parts_letters(kinds: Sequence[Kind], between: Sequence[Kind], right: int) -> bool:
    """Under a letter who wrote it, and headlines set together: one line may be the title of the next under the same.

    Or a reporter's name between a text and a letter.
    """
    if len(between) > _PART_LINES:
        heads = {k.unit.chunk for k in between[1:] if k.kind == OPEN}
        return between[0].label == LETTER and len(heads) > 1
    return len(between) == 1 and is_reported(between[0]) and is_letter(kinds, right)


def is_reported(kind: Kind) -> bool:
    """A line that names reporters."""
    return kind.kind == BYLINE and kind.writers is not None and bool(kind.writers.reporters)


def is_letter(kinds: Sequence[Kind], at: int) -> bool:
    """Paragraphs from unit `at` on that greet the editor, or have who wrote to the paper under them: no reporter."""
    if _GREETS.match(kinds[at].text):
        return True
    under = next((i for i in range(at, len(kinds)) if kinds[i].kind != BODY), at)
    return under > at and kinds[under].label == LETTER


def _parts_briefs(kinds: Sequence[Kind], left: int, right: int) -> bool:
    """The title of a section of news in brief; under it one paragraph of an item, and the title over the next."""
    for i in range(right - 1, max(-1, right - _SECTION), -1):
        kind = kinds[i]
        if kind.label == BRIEFS and kind.kind == NOISE:
            return kinds[right - 1].kind == OPEN
        if kind.kind == BODY and (i == 0 or kinds[i - 1].kind not in (OPEN, BYLINE)):
            return False  # more than a paragraph under a title
    return False


def _has_web_source(zone: Sequence[Kind]) -> bool:
    """A headline, and under it from whom a web page has the article, and when."""
    at = next((n for n, k in enumerate(zone) if k.reason == WEB_SOURCE), 0)
    return at > 0 and zone[at - 1].kind == OPEN


def _heads_article(kinds: Sequence[Kind], left: int, between: Sequence[Kind]) -> bool:
    """A headline by what stands under it: the title of its first part, a deck and its writers, a writer under news."""
    return between[-1].label == FIRST_PART or _has_deck_over_byline(between) or _parts_news(kinds, left, between)


def _has_deck_over_byline(between: Sequence[Kind]) -> bool:
    """A headline with what stands behind —— under it, and then its writers."""
    byline = next((n for n, k in enumerate(between) if k.kind == BYLINE), 0)
    over = between[:byline]
    return len(over) > 1 and all(k.kind == OPEN for k in over) and any(k.text.startswith("——") for k in over[1:])


def _parts_news(kinds: Sequence[Kind], left: int, between: Sequence[Kind]) -> bool:
    """A headline over its writer, under news that has its own in its dateline: no part of such has one."""
    at = next((n for n, k in enumerate(between) if k.kind == BYLINE), 0)
    if not at or not all(k.kind == OPEN and not k.label for k in between[:at]) or not between[0].unit.gap:
        return False
    for kind in reversed(kinds[max(0, left - _NEWS) : left + 1]):
        if kind.kind in (OPEN, BYLINE, SIGNED):
            return False  # another text, perhaps
        if kind.head and kind.head.dateline and kind.head.writers.roles:
            return True
    return False


def _numbers_next_part(between: Sequence[Kind]) -> bool:
    """The number of a part that is not the first, alone or over its title."""
    if not between or between[0].label != NUMBER or _FIRST.match(between[0].text):
        return False
    return len(between) <= _PART_LINES and all(k.kind == OPEN for k in between)


def _opens_list(kinds: Sequence[Kind], left: int, right: int) -> bool:
    """Lines of figures under a title of their own and perhaps a table's head, with an empty line over it: a box."""
    title = next((k for k in kinds[left + 1 : right] if k.kind == OPEN), None)
    if title is None or not title.unit.gap or is_field(kinds[left].text):
        return False
    return _are_fields(kinds[right : right + LEAST]) or _are_fields(kinds[right + 1 : right + 1 + LEAST])


def _are_fields(kinds: Sequence[Kind]) -> bool:
    return len(kinds) == LEAST and all(k.kind == BODY and is_field(k.text) for k in kinds)


def _closes_list(kinds: Sequence[Kind], left: int, right: int) -> bool:
    """A paragraph under such a box and an empty line."""
    if (
        not kinds[right].unit.gap
        or not is_field(kinds[left].text)
        or is_field(kinds[right].text)
        or not _are_fields(kinds[max(0, left + 1 - LEAST) : left + 1])
    ):
        return False
    first = next((i for i in range(left, -1, -1) if kinds[i].kind != BODY or kinds[i].unit.gap), 0)
    return kinds[first].kind == OPEN and kinds[first].unit.gap > 0


def _opens_picture_story(kinds: Sequence[Kind], left: int, right: int) -> bool:
    """A dated paragraph with what its picture shows and who took it.

    Over it stands a short item with a dateline of its own, or text that has nothing of what the picture shows; hardly
    a word of the paragraph's, where nothing but who took it stands under that.
    """
    story = kinds[right]
    if story.head or not (_DATED.match(story.text) or _SEASON.match(story.text)):
        return False
    under = [k for k in kinds[right + 1 : right + 4] if k.kind != NOISE][:2]
    over = [k for k in kinds[max(0, left - _NEAR + 1) : left + 1] if k.kind == BODY]
    if [k.kind for k in under[:1]] == [CREDIT]:
        own = pairs(story.text)
        return len(own & pairs("\n".join(k.text for k in over))) <= _FEW * len(own)
    if [k.kind for k in under] != [CAPTION, CREDIT]:
        return False
    if any(k.head and k.head.dateline for k in over[-_ITEM:]):
        return True
    shown = pairs(_DATED.sub("", under[0].text.removeprefix("图为"), count=1))
    return bool(shown & pairs(story.text)) and not any(shown & pairs(k.text) for k in over)
