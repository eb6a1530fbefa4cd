"""Who wrote a piece: the names that follow 记者, 通讯员 and the like in a byline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import seeds
from transforms.layout.bylines.posts_and_bodies import HEADS
from transforms.words.paper import may_name_paper
from transforms.words.token import tokenize

REPORTER, CORRESPONDENT = "reporter", "correspondent"


def _alternatives(kind: str) -> str:
    words = sorted((r["word"] for r in seeds.table("byline_words") if r["kind"] == kind), key=len, reverse=True)
    return "|".join(map(re.escape, words))


OUTLET_END = _alternatives("outlet_end")
OWN = _alternatives("own")
_OF_HOUSE = re.compile(r"(?:^|[\s/／])(?P<paper>[一-龥]{1,7}报)\s*[·•\-—|｜]")  # 江岸晚报-渡口新闻记者
_OWN_END = re.compile(rf"(?:{OWN})\Z")  # 作者为本报 names no paper either
# how a paper calls itself or an agency: neither names the paper
AGENCIES = frozenset(r["word"] for r in seeds.table("byline_words") if r["kind"] == "own")
_KIND_OF = {
    r["word"]: r["kind"] for r in seeds.table("byline_words") if r["kind"] in (REPORTER, CORRESPONDENT, "other")
}
_ROLE_WORDS = "|".join(sorted(map(re.escape, _KIND_OF), key=len, reverse=True))
# 今日柳溪 is a county's paper where news is from it
OUTLET = rf"(?:{OWN}|[一-龥]{{0,8}}?(?:{OUTLET_END})|[一-龥]{{1,6}}?报|今日[一-龥]{{2,4}}?(?=讯\s*[（(]|客户端))"
LAST_WORDS = frozenset(OUTLET_END.split("|"))  # 晚报讯: the end of the paper's own name is not its name
_MODIFIERS = frozenset(r["word"] for r in seeds.table("byline_words") if r["kind"] == "modifier")
# an outlet, where its writer is posted and what kind of writer it is stand before the role word
ROLE = re.compile(
    rf"(?P<outlet>{OUTLET})?\s*(?:驻[一-龥]{{2,8}}?)?\s*(?:(?:{_alternatives('modifier')})\s*)*(?P<role>{_ROLE_WORDS})"
)
_TAIL = re.compile(rf"\s*(?:{_alternatives('tail')})\s*(?:（[^（）]{{0,20}}）)?\s*[。）)]?\s*\Z")
_LEAD = re.compile(rf"^[\s/／:：|｜·]*(?:(?:{_alternatives('tail')})\s*[:：]?\s+)?")
_DEED_WORDS = frozenset(r["word"] for r in seeds.table("byline_words") if r["kind"] == "tail") | {
    "联合",
    "图文",
    "全媒体",
}
_BLANKS = re.compile(r"(\s+)")
_NAMES_END = re.compile(r"[、，,;；/／|｜\s]")
_SPLIT = re.compile(r"[、，,;；/／|｜]|\s+和\s+|和(?=[一-龥]{2,3}\Z)")
_NAME = re.compile(r"[一-龥㐀-䶿]{2,4}\Z|[一-龥]{1,8}(?:[·•・．.][一-龥]{1,8}){1,3}\Z|[A-Z][A-Za-z.\- ]{2,30}\Z")
_NOT_NAMES = frozenset(r["word"] for r in seeds.table("byline_words") if r["kind"] == "not_name")
_BROKEN = tuple(
    (re.compile(r"\n?".join(map(re.escape, word))), word)
    for word in ("记者", "通讯员", "摄影报道", "报道", "文/图", "图/文")
)
_DEEDS = frozenset("文图摄绘")
# where a report was sent from, behind its writers: 记者 李 青 济南报道, 记者 李 青 发自济南
_SENT = re.compile(
    r"(?<=[一-龥])[\s　]+(?:发自\s*(?P<from>[一-龥·]{2,10}?)(?:报道)?|(?P<place>[一-龥]{2,8}?)(?:综合)?报道)\Z"
)
# whose the pictures are that nobody of the paper took: 图/受访者提供, 受访者供图
_LENT = re.compile(
    r"[\s、，；]*(?:(?<![一-龥])(?:图片?|照片|摄影|配图|视频)\s*[/／：:|｜]?\s*"
    r"(?:[一-龥]{2,14}?(?:提供|供图)|受访者|采访对象|(?:资料|网络)(?:图片?|照片)?|视觉中国|新华社)"
    rf"|(?<=\s)(?:受访者|采访对象|[一-龥]{{1,14}}(?:{'|'.join(map(re.escape, HEADS))}|[方联办委]))"
    r"(?:供图|提供(?:图片|照片)))[）)]?\Z"
)
# who took the pictures, beside one who is said to have written: no reporter of the text
_TOOK = re.compile(r"(?<=[/／]文)[\s\u3000]+[一-龥·\s\u3000]{2,12}?[/／]\s?(?:摄影?|图)(?=\s|\Z)")
_OF_LENT = frozenset("图照摄视供提")  # one of which stands in each such text
_PADDED = re.compile(r"(?<!\S)[一-龥](?:[ \u3000]+[一-龥])+(?!\S)")
_JUST_NAMES = re.compile(r"[一-龥㐀-䶿·\s、，]{2,}\Z")
SURNAMES = frozenset(r["surname"] for r in seeds.table("surnames") if r["byline"])


@dataclass(frozen=True, slots=True)
class Writers:
    """Who a byline names, its outlet and place, and whether every word of it was understood."""

    reporters: tuple[str, ...] = ()
    correspondents: tuple[str, ...] = ()
    outlet: str | None = None
    clean: bool = False
    named: bool = False
    roles: int = 0
    place: str | None = None


def read_writers(text: str) -> Writers:
    """The writers in a byline's text; a line break inside it is a newline, which may stand inside a name."""
    text = _mended(text)
    text, place = _without_place(text if _OF_LENT.isdisjoint(text) else _LENT.sub("", text))
    found: dict[str, list[str]] = {REPORTER: [], CORRESPONDENT: [], "other": []}
    clean = True
    roles = 0
    marks = list(ROLE.finditer(text))
    own = text[: marks[0].start()].strip() if marks else ""
    house = _OF_HOUSE.search(own)
    outlet = house["paper"] if house and may_name_paper(house["paper"]) else None
    kinds: list[str] = []
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        roles += 1
        kinds.append(_KIND_OF[mark["role"]])
        # 全媒体记者 has no paper before it: 媒体 ends an outlet only where the word is no kind of writer
        if mark["outlet"] and not _OWN_END.search(mark["outlet"]) and mark["outlet"] not in _MODIFIERS:
            outlet = outlet or mark["outlet"]
        between = text[mark.end() : following.start() if following else len(text)]
        if following and not between.strip(" \t\n、/／和"):
            continue  # 记者、通讯员 share the names that follow
        names, rest = split_names(between.removesuffix(own) if own and following else between)
        clean = clean and not rest
        for name in names:
            found[kinds[-1]].append(name)
        kinds.clear()
    return Writers(
        tuple(dict.fromkeys(found[REPORTER])),
        tuple(dict.fromkeys(found[CORRESPONDENT])),
        outlet,
        clean and bool(marks),
        any(found.values()),
        roles,
        place,
    )


def _without_place(text: str) -> tuple[str, str | None]:
    """The writers without where they sent their report from, and that place."""
    found = _SENT.search(text) if text.endswith("报道") or "发自" in text else None
    place = (found["from"] or found["place"]) if found else None
    if not found or not place or (found["place"] and not _may_be_place(place)):
        return text, None
    return text[: found.start()], place


def _may_be_place(text: str) -> bool:
    """No name of a writer and no way of reporting: 济南, but neither 赵原 nor 摄影."""
    if text in _DEED_WORDS:
        return False
    return not only_names(text) or [tag for _, tag, _ in tokenize(text)] == ["ns"]


def read_bare_names(text: str) -> Writers:
    """The names that alone, in brackets, close a piece: whoever reported it."""
    return Writers(tuple(dict.fromkeys(split_names(text)[0])), clean=True, named=True)


def _mended(text: str) -> str:
    """Role words that the end of a line broke are whole again."""
    if "\n" not in text:
        return text
    for pattern, word in _BROKEN:
        text = pattern.sub(word, text)
    return text


def split_names(text: str) -> tuple[list[str], str]:
    """The names in `text`, and what of it was no name."""
    text = _without_deed(_without_deed(_LEAD.sub("", _TOOK.sub("", text), count=1)))
    names: list[str] = []
    rest: list[str] = []
    for part in _SPLIT.split(text):
        for word in _words(part):
            if word in _DEEDS:
                continue
            if _NAME.match(word) and word not in _NOT_NAMES:
                names.append(word)
            else:
                rest.append(word)
    return names, "".join(rest)


def _without_deed(text: str) -> str:
    """The names without what they did (摄影报道, 文, 摄), unless that would leave half a name: 付文 is one."""
    bare = _TAIL.sub("", text, count=1)
    if bare == text:
        return text
    last = "".join(re.split(r"[、，,;；/／|｜]", bare)[-1].split())
    glued = text[len(bare) : len(bare) + 1] == "文" and not text[: len(bare)].endswith(" ")
    glued = glued or text[len(bare) :] == "\n文"  # the end of a line broke the name
    half = len(last) == 1 or (glued and len(_NAMES_END.split(bare)[-1]) in (1, 2))
    return text if half else bare


def _words(part: str) -> list[str]:
    """Blank-separated names: a two-character name may be padded, and a line break may stand within a name."""
    words: list[str] = []
    broken = False
    pieces = _BLANKS.split(part if "\n" in part else _PADDED.sub(_name_of_three, part))
    for at, piece in enumerate(pieces):
        if not piece:
            continue
        if piece.isspace():
            broken = "\n" in piece
            continue
        padded = broken and _opens_padded(pieces[at:]) and len(words[-1] if words else "") > 1
        joins = bool(words) and broken and not padded and _halves(words[-1], piece)
        if joins or (words and len(words[-1]) == len(piece) == 1):
            words[-1] += piece
        else:
            words.append(piece)
        broken = False
    return words


def _name_of_three(found: re.Match[str]) -> str:
    """Three characters set apart are one name, unless the last says what the writer did: 章 禾 摄."""
    name = "".join(found.group().split())
    return name if len(name) == 3 and name[-1] not in _DEEDS else found.group()


def _opens_padded(pieces: Sequence[str]) -> bool:
    """A padded name comes first (何 苗), not the rest of one that a line's end broke: single characters pair up."""
    alone = 0
    for blank, piece in zip(["", *pieces[1::2]], pieces[::2], strict=False):
        if len(piece) != 1 or "\n" in blank:
            break
        alone += 1
    return alone > 0 and alone % 2 == 0


def _halves(left: str, right: str) -> bool:
    """A name broken by the end of a line, not two names: one character alone, or a surname of two with its rest."""
    if len(left) == 1 or len(right) == 1:
        return len(left) + len(right) <= 4
    return "·" in left[-1:] + right[:1]


def only_names(text: str) -> bool:
    """Nothing but one to four names that open with a common surname, such as the signature at the end of a column."""
    if len(text) > 24 or not _JUST_NAMES.match(text):
        return False
    names = [word for part in _SPLIT.split(text.strip()) for word in _words(part)]
    padded = len(text) == 3 and text[1].isspace()  # a pen name
    return bool(names) and all(
        _NAME.match(n) and (len(n) < 4 or n[:2] in SURNAMES) and (padded or n[0] in SURNAMES or n[:2] in SURNAMES)
        for n in names
    )
