"""What a unit is, seen by the units before and after it: a picture's words, who signed the text above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from transforms.layout.bylines.datelines import is_of_reader
from transforms.layout.bylines.posts_and_bodies import HEADS, ORGANIZATIONS, TITLES
from transforms.layout.bylines.said_by import says_whose_words
from transforms.layout.bylines.writers import Writers, only_names
from transforms.layout.ends.empty_lines import lines_under_texts
from transforms.layout.ends.parts import is_wrapped
from transforms.layout.furniture.reasons import DAY
from transforms.layout.kinds.kind import BODY, BYLINE, CAPTION, CREDIT, LETTER, NOISE, OPEN, SIGNED, Kind
from transforms.layout.wording.end_marks import is_terminal
from transforms.words.token import tokenize

_CAPTION_MOST = 30
_LABEL = _SHOWS = 8
_POINTS = re.compile(r"[（(](?:[左右上下前后中][一二三四五六1-6]?|[左右上下]图|[前后]排.{0,8})[）)]")
_AT = re.compile(r"[^的说]{2,10}在[^说]{2,16}[^说]{2,10}。\Z")
_PLAIN = re.compile("特此|[我你他她这那了将会要]|其他")
_SIGNED_MOST = 40
_GIVER = 20
_SAYS = re.compile("[，。：；！？]")
_MARKS = "—（("
_PADDED_NAME = re.compile(r"(?P<before>.*\S)\s+(?P<name>[一-龥]\s[一-龥]|[一-龥]{2,4}|[一-龥]{1,8}·[一-龥]{1,8})\Z")
_IN_SIGHT = re.compile("[在正]")  # what a picture shows: where somebody is, what they are doing
_NAMES = re.compile(r"[一-龥]{2,3}(?:[\s、]+[一-龥]{2,3})+\Z")  # whatever the surnames of the others
_PEN_NAME = re.compile(r"[（(][一-龥]{2,3}[）)]")  # of an office as well: （柳宣）
_NAME_MARKS = re.compile(r"[\s、]+")
_BEARERS = (*ORGANIZATIONS, *TITLES)
_GIVEN = re.compile(r"[（(][^（）()，。]{4,60}\d{4}年\d{1,2}月\d{1,2}日[）)]")  # who gives a document, and when
_PLACE = re.compile(r"[一-龥]{1,12}[省市县区州盟旗镇乡村]\Z")


def by_neighbours(kinds: Sequence[Kind]) -> None:
    """Captions and signatures among units that could be text or headlines."""
    _givers(kinds)
    _captions(kinds)
    _signatures(kinds)
    _authors(kinds)
    for kind in lines_under_texts(kinds):
        _read_last_line(kind)


def _read_last_line(kind: Kind) -> None:
    """A line under the last text of an article: who wrote it, who gives it, or what a picture shows."""
    if only_names(kind.text) or (_NAMES.match(kind.text) and any(map(only_names, _NAME_MARKS.split(kind.text)))):
        kind.kind, kind.writers = BYLINE, Writers(clean=True)
    elif kind.text.endswith(HEADS) and not _SAYS.search(kind.text):
        kind.kind = BODY
    elif len(kind.text) >= _SHOWS and _IN_SIGHT.search(kind.text):
        kind.kind = CAPTION


def _authors(kinds: Sequence[Kind]) -> None:
    """A body and a name, apart from what is over it, over a text: whoever wrote that is of no paper."""
    solid = [k for k in kinds if k.kind != NOISE]
    for kind, after in pairwise(solid):
        if kind.kind != OPEN or kind.label or kind.unit.role or after.kind != BODY or not kind.unit.gap:
            continue
        found = _PADDED_NAME.fullmatch(kind.text)
        if found and found["before"].endswith(ORGANIZATIONS) and only_names(found["name"]):
            kind.kind, kind.writers = BYLINE, Writers(clean=True)


def _givers(kinds: Sequence[Kind]) -> None:
    """Who gives a notice, on a line of its own over the day: text as the day is; no title stands over a day."""
    for before, kind, after in zip(kinds, kinds[1:], kinds[2:], strict=False):
        given = before.kind == after.kind == BODY and kind.kind == OPEN and not kind.unit.role
        if not given or not DAY.fullmatch(after.text):
            continue
        if kind.text.endswith(HEADS) or (len(kind.text) <= _GIVER and not _SAYS.search(kind.text)):
            kind.kind = BODY


def _signatures(kinds: Sequence[Kind]) -> None:
    """A line under a text that says where its writer lives or who speaks, and names one: it closes the text."""
    solid = [k for k in kinds if k.kind != NOISE]
    for before, kind, after in zip(solid, solid[1:], [*solid[2:], None], strict=False):
        if kind.kind not in (OPEN, BYLINE) or kind.unit.role or kind.label or len(kind.text) > _SIGNED_MOST:
            continue
        if before.kind != BODY or not is_terminal(before.text):
            continue
        if kind.kind == BYLINE:
            if is_of_reader(kind.text):
                kind.kind, kind.label = SIGNED, LETTER
            continue
        if _PEN_NAME.fullmatch(kind.text) and (after is None or after.unit.gap):
            kind.kind = SIGNED
            continue
        last = after is None or after.kind != BODY or (kind.unit.gap > 0 and after.unit.gap > 0 and after.head)
        apart = not kind.unit.gap and (after is None or last or after.unit.gap > 0)
        if (apart and _GIVEN.fullmatch(kind.text)) or (last and names_signer(kind.text)):
            kind.kind = SIGNED
            kind.label = LETTER if kind.text[0] not in _MARKS else None
        elif kind.unit.gap and says_whose_words(kind.text):
            kind.kind = BODY


def names_signer(text: str) -> bool:
    """A place and a name (a reader's letter), a name in brackets or behind a dash with what its bearer is."""
    inner = text
    marked = text[0] in _MARKS and (text.startswith("——") or text[-1] in "）)")
    if marked:
        inner = text.strip("—（()）").strip()
    found = _PADDED_NAME.match(inner)
    if found is None or not only_names(found["name"]):
        return False
    return marked or bool(_PLACE.match(found["before"])) or found["before"].endswith(_BEARERS)


def _captions(kinds: Sequence[Kind]) -> None:
    """A lone short sentence among headlines, or one that only says what a picture shows at the end of a text.

    From the last to the first: several pictures' words stand one under another.
    """
    solid = [k for k in kinds if k.kind != NOISE]
    wrapped = is_wrapped(kinds, [i for i, k in enumerate(kinds) if k.kind == BODY])
    for before, kind, after in reversed(list(zip([None, *solid], solid, [*solid[1:], None], strict=False))):
        if kind.kind != BODY or kind.unit.n_lines > 2 or len(kind.text) > _CAPTION_MOST or kind.head or kind.foot:
            continue
        if kind.unit.role or before is None or not kind.text.endswith("。"):
            continue
        ends = after is None or after.kind in (OPEN, BYLINE, CREDIT, CAPTION) or after.head is not None
        lone = before.kind == OPEN and kind.unit.gap > 0 and kind.unit.n_lines == 1
        among = lone and (after is None or after.kind in (OPEN, CAPTION))
        # between subheadings a paragraph may be one sentence
        parts = after is not None and after.kind == OPEN and _are_alike(before, after)
        among = among and (says_picture(kind.text) or (wrapped and not parts))
        told = ends and before.kind == BODY and says_picture(kind.text)
        if among or told or _shows_under_headline(before, kind, after):
            kind.kind = CAPTION


def _are_alike(over: Kind, under: Kind) -> bool:
    """Two short lines of about one length, each apart: the titles of two parts."""
    lengths = len(over.text), len(under.text)
    return max(lengths) <= _LABEL and abs(lengths[0] - lengths[1]) <= 1 and under.unit.gap > 0


def _shows_under_headline(before: Kind, kind: Kind, after: Kind | None) -> bool:
    """What a picture shows, right under a headline; the article begins apart from it."""
    if before.kind != OPEN or kind.unit.gap or after is None or not after.unit.gap:
        return False
    return (after.kind == BYLINE or after.head is not None) and bool(_IN_SIGHT.search(kind.text))


def says_picture(text: str) -> bool:
    """A sentence that names a view and says nothing of it, or points at who stands where."""
    if _POINTS.search(text):
        return True
    if re.search("[，；：]", text) or _PLAIN.search(text):
        return False
    tags = [tag for _, tag, _ in tokenize(text.rstrip("。"))]
    verbs = [i for i, tag in enumerate(tags) if tag == "v"]
    attributive = "uj" in tags and bool(verbs) and max(verbs) < len(tags) - 1 - tags[::-1].index("uj")
    named = bool(tags) and tags[-1][0] in "nlz" and (not verbs or attributive or len(text) <= _LABEL)
    return named or bool(_AT.match(text))
