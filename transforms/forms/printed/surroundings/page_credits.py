"""Lines that say who made a page and whom to call (编辑 周舟 校对 林渡 热线电话 …), where no rule parts them from its
articles."""

from __future__ import annotations

import re
from collections.abc import Sequence

import seeds
from transforms.forms.printed.lines.lines import TextLine
from transforms.forms.printed.pieces.pieces import Measures, is_headline, is_text

_ROWS = seeds.table("furniture_words")
_KINDS = {
    kind: "|".join(sorted((re.escape(r["word"]) for r in _ROWS if r["match"] == kind), key=len, reverse=True))
    for kind in ("credit", "contact", "imprint")
}
_APART = r"\s*[：:/／|｜\s]\s*"
_NAME = r"(?:[一-龥]{2,4}|[一-龥]\s[一-龥])"
_OPENS = r"(?:\A|(?<=[\s|｜·•／]))[□■●◎◆（(【\[]?(?:本[版期报]|今日)?"
_FIELD = re.compile(rf"{_OPENS}(?:{_KINDS['credit']}){_APART}{_NAME}")
_CONTACT = re.compile(rf"{_OPENS}[一-龥]{{0,4}}(?:{_KINDS['contact']}|{_KINDS['imprint']}){_APART}\S*[\d@]")
_CREDIT = re.compile(
    rf"[□■●◎◆（(【\[]?(?:本[版期]|今日)?(?:{_KINDS['credit']})[】\]]?{_APART}({_NAME})(?:[、，\s]{{1,2}}{_NAME}){{0,3}}[）)]?"
)
_SURNAMES = frozenset(row["surname"][0] for row in seeds.table("surnames"))
_LEVEL = 0.3  # of its size: lines of one row
_MARKS = frozenset("。！？；“”")
_FIELDS = 2  # in one line: of which a headline or a caption has none
_MOST = 90  # characters of a row


def page_credits(lines: Sequence[TextLine], page: Measures) -> list[TextLine]:
    """The lines with who made the page, and those of their rows that tell whom to call, wherever they stand."""
    free = [x for x in lines if not (is_text(x, page) or is_headline(x, page) or x.vertical or _MARKS & set(x.text))]
    told = [x for x in free if len(x.text) <= _MOST and _tells_makers(x.text)]
    held = set(map(id, told))
    row = [x for x in free if id(x) not in held and _CONTACT.match(x.text) and any(_level(x, y) for y in told)]
    return told + row


def without_credits(text: str) -> str:
    """A line without who made the page and whom to call."""
    return _CONTACT.sub(" ", _FIELD.sub(" ", text)).strip()


def _tells_makers(text: str) -> bool:
    alone = _CREDIT.fullmatch(text)
    if alone is not None and alone[1][0] in _SURNAMES:
        return True
    fields = len(_FIELD.findall(text))
    return fields > 0 and fields + len(_CONTACT.findall(text)) >= _FIELDS


def _level(line: TextLine, other: TextLine) -> bool:
    return abs(line.y0 - other.y0) < _LEVEL * line.size and abs(line.size - other.size) < _LEVEL * line.size
