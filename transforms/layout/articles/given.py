"""Articles that the form tells outright: only what is missing inside them is guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.layout.articles.build import Draft
from transforms.layout.furniture.reasons import is_section_folio
from transforms.layout.kinds.kind import BODY, NOISE, OPEN, VERSE, Kind
from transforms.layout.neighbours.short_lines import find_pen_name, find_short_text
from transforms.layout.wording.end_marks import is_terminal
from transforms.words.talk import turns

_FIELD = re.compile(r"[^：，。]{0,6}(?:地址|编码|联系人|电话|邮箱|传真|网址|账号|开户行|时间|地点|日期)\s*[：:]")
_TEXT_INSIDE = ("contact line", "folio or date line")  # furniture on a page, text within an article
_HEAD_ROLES = ("kicker", "headline", "deck")


def given_drafts(kinds: Sequence[Kind]) -> tuple[list[Draft], list[tuple[Kind, str]]] | None:
    """The articles as the form gives them, None where it does not give every line's."""
    for kind in kinds:
        if (
            kind.kind == NOISE
            and kind.unit.article is not None
            and kind.unit.role is None
            and kind.reason in _TEXT_INSIDE
        ):
            # 02 渡口 numbers a part of an article as it does a page
            kind.kind = OPEN if is_section_folio(kind.text) else BODY
    inside = [k for k in kinds if k.kind != NOISE]
    if not inside or any(k.unit.article is None for k in inside):
        return None
    by_article: dict[int, list[Kind]] = {}
    for kind in inside:
        by_article.setdefault(kind.unit.article or 0, []).append(kind)
    return [_draft(items) for items in by_article.values()], []


def _draft(items: list[Kind]) -> Draft:
    find_short_text(items)
    heads = [k for k in items if k.unit.role in _HEAD_ROLES and k.kind == OPEN]
    told = bool(heads)
    if not heads:
        first = next((i for i, k in enumerate(items) if k.kind == BODY), len(items))
        heads = [k for k in items[:first] if k.kind == OPEN and k.unit.role is None and not k.label]
    taken = {id(k) for k in heads}
    rest = [k for k in items if id(k) not in taken]
    _plain_lines(rest)
    if told:
        find_pen_name(rest)
    return Draft(rest, [heads] if heads else [], (1.0 if told else 0.8) if heads else None)


def _plain_lines(items: list[Kind]) -> None:
    """Short lines that head nothing are text: what follows the last paragraph, an address, what a colon ends, what
    somebody says in a talk."""
    talk = turns([kind.text for kind in items], bool)
    last = max((i for i, k in enumerate(items) if k.kind == BODY and _ends_text(k)), default=-1)
    for i, kind in enumerate(items):
        if (
            kind.kind == OPEN
            and kind.unit.role is None
            and not kind.label
            and (i > last >= 0 or i in talk or _FIELD.match(kind.text) or kind.text[-1] in "：:")
        ):
            kind.kind = BODY


def _ends_text(kind: Kind) -> bool:
    return is_terminal(kind.text) or kind.foot is not None or kind.label == VERSE
