"""What a unit of a page may be, seen by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import seeds
from transforms.layout.bylines.datelines import Byline, at_end, at_start, standalone, with_breaks
from transforms.layout.bylines.picture_credits import are_picture_words, is_credit, signed_at_end
from transforms.layout.bylines.writers import Writers, read_writers
from transforms.layout.furniture.reasons import SECTION, noise_reason
from transforms.layout.lines.units import Unit
from transforms.layout.wording.end_marks import is_closed
from transforms.words.talk import opens_question, opens_turn

BODY, OPEN, BYLINE, SIGNED, CREDIT, CAPTION, NOISE = "body", "open", "byline", "signed", "credit", "caption", "noise"
NUMBER = "number of a part"
TURNED = "under a turn line"
BRIEFS = "section of news in brief"
FIRST_PART = "subheading under a byline"
LETTER = "who wrote a letter"
VERSE = "line of verse"
INSIDE = frozenset(("opening", "box", NUMBER, TURNED))  # labels of lines that head no article
_CAPTION = re.compile(r"[▲▼△▽◀▶←→↑↓◆]?\s*(?:[（(]?[上下左右][图]|图为|图片说明[：:]|图[①-⑳1-9一二三四五六七八九]|图示)")
_POINTED = re.compile(r"[▲▼△▽◀▶←→↑↓]\s*[^。！？]{4,60}[。\s][^。！？]{0,24}(?:摄|摄影|供图|资料图片?|资料照片)")
# one sentence that tells who stands where in a picture: 李青（左）在渡口等船。
_STANDS_IN_PICTURE = re.compile(
    r"[^，。：；“（]{2,16}（[左右中前后上下](?:[一二三四五六]|起|侧|排.{1,4})?）[^。]{2,60}。?\Z"
)
_BULLET = re.compile(r"[●■◆▲○]\s*")
BULLET_LABEL = 12  # a longer line behind a bullet is a point of a summary, not a label
# a byline behind its mark, of whoever wrote the piece and took its picture
_WROTE_TOO = re.compile(r"[□■●◎◆▲○]\s*.*文\s*(?:[/／、]|并)?\s*(?:摄|图)\Z")
_SIGN_OFF = re.compile(r"(?:[一-龥（）()]{4,30}\s+)?\d{4}年\d{1,2}月\d{1,2}日\Z")  # who gives a notice, and when
_LONGEST_OPEN = 120  # half characters: a longer line is text, wherever it stands
EDITOR = re.compile(r"——\s*(?:编\s*者|本报编辑部|本报评论员)\Z")
# lines that close an article and name no writer: who arranged it, where to write, where there is more
_CLOSING = re.compile(
    r"[（(]?(?:本期|本组|本版|栏目)?(?:统筹|策划|执笔|作者单位|投稿邮箱|邮箱|来信地址|(?:来信|来稿|投稿)请[寄发]|传真|来源|资料来源|数据来源|文字整理)\s*[：:]"
    r"|[（(](?:相关|详见|更多|全文|下转|图文|报道)[^（）()]{0,24}版[^（）()]{0,6}[）)]\Z"
    r"|[（(][^（）()]{0,24}全文[^（）()]{0,3}见[^（）()]{1,8}版[）)]\Z"
    r"|[（(](?:本?系列[^（）()]{0,12}结束|完|全文完|未完待续)[）)]\Z"
    r"|据[一-龥《》、]{2,20}(?:社|报|网|台|客户端|周刊)》?(?:等?(?:综合)?(?:报道|消息|电))?\Z"
    r"|[（(][^（）()]{1,40}(?:化名|参与采写|参与报道|协助采访|亦有贡献)[）)]\Z"
)
_ROLE_KIND = {
    "headline": OPEN,
    "kicker": OPEN,
    "deck": OPEN,
    "subheading": OPEN,
    "byline": BYLINE,
    "caption": CAPTION,
    "noise": NOISE,
    "paragraph": BODY,
}
_SET_APART = frozenset(("kicker", "deck", "subheading"))
SECTION_END, COLUMN_END = "section_end", "column_end"
_OF_FRAMES = frozenset(("classified", "guide", "weather"))  # no article in a frame, in a text lines as others
_NO_LABELS = {SECTION_END, COLUMN_END, *_OF_FRAMES}
LABELS = {r["label"]: r["kind"] for r in seeds.table("column_labels") if r["kind"] not in _NO_LABELS}
_DIGEST = "digest"
_OVER_SEVERAL = frozenset(("section", _DIGEST))
_LABEL_MARK = re.compile(r"^[□■●◎◆【\[\s]*|[】\]：:\s]*$")


@dataclass(slots=True)
class Kind:
    """A unit and what it may be; `head` and `foot` are bylines at either end of a body unit."""

    unit: Unit
    kind: str
    reason: str | None = None
    head: Byline | None = None
    foot: Byline | None = None
    writers: Writers | None = None
    label: str | None = None
    text: str = field(init=False, repr=False)  # asked many times, so kept

    def __post_init__(self) -> None:
        self.text = self.unit.text


def kinds_alone(units: Sequence[Unit], top: int, foot: int) -> list[Kind]:
    """The kind of each unit; those before `top` stand at the top of the page, those from `foot` on at its foot.

    Each step is taken for all units before the next: what it needs is then at hand, which is faster.
    """
    reasons = [
        None if unit.role in _ROLE_KIND else noise_reason(unit.text, i < top, i >= foot) for i, unit in enumerate(units)
    ]
    endings = [at_end(unit.words) for unit in units]
    writers = [None if reason else standalone(unit.words) for unit, reason in zip(units, reasons, strict=True)]
    return list(map(_kind_of, units, reasons, endings, writers))


def _kind_of(unit: Unit, reason: str | None, ending: Byline | None, writers: Writers | None) -> Kind:
    """The kind of a unit with the reason why it is furniture, the byline at its end and whom it names if it is one."""
    if unit.role in _ROLE_KIND:
        own = _own_byline(unit, ending, writers) if unit.role in _SET_APART else None
        return own or _told(unit, _ROLE_KIND[unit.role], ending)
    text = unit.text
    label = LABELS.get(_LABEL_MARK.sub("", text)) if len(text) <= 12 else None
    if reason or label in _OVER_SEVERAL:
        return Kind(unit, NOISE, reason or SECTION, label=BRIEFS if label == _DIGEST else None)
    if label:
        return Kind(unit, OPEN, label=label)
    return _writers_kind(unit, ending, writers) or _text_kind(unit, ending)


def _writers_kind(unit: Unit, foot: Byline | None, writers: Writers | None) -> Kind | None:
    """A line that only says who wrote, took or arranged what stands beside it; `foot` is the byline at its end."""
    text = unit.text
    if unit.n_lines <= 2 and is_credit(text) and not (writers and _WROTE_TOO.match(text)):
        return Kind(unit, CREDIT, writers=writers)
    if writers:
        return Kind(unit, BYLINE, writers=writers)
    if foot and foot.start == 0:
        return Kind(unit, SIGNED, foot=foot)
    if EDITOR.match(text) or (len(text) <= 60 and _CLOSING.match(text)):
        return Kind(unit, SIGNED)
    return None


def _text_kind(unit: Unit, foot: Byline | None) -> Kind:
    """A paragraph, a caption, or a line that may be a headline; `foot` is the byline at its end."""
    text = unit.text
    head = at_start(unit.words)
    if head and head.end >= len(text):
        return Kind(unit, BYLINE, writers=head.writers, head=head)
    if _SIGN_OFF.match(text) or (is_point(text) and not _shows(text)):
        return Kind(unit, BODY)
    if opens_turn(text):
        # whoever asks may be named behind the question, and is no writer
        return Kind(unit, BODY, head=head, foot=None if opens_question(text) else foot)
    if not head and unit.n_lines == 1 and not is_closed(text) and "。" not in text and len(text) * 2 <= _LONGEST_OPEN:
        return Kind(unit, OPEN)
    signed = None if head and head.start == 0 else signed_at_end(unit.words)
    if _is_caption(text[: signed.start] if signed else text, bool(head), signed is not None) and unit.n_lines <= 6:
        return Kind(unit, CAPTION, foot=signed)
    return Kind(unit, BODY, head=head, foot=foot or _of_reporter(signed))


def _own_byline(unit: Unit, foot: Byline | None, writers: Writers | None) -> Kind | None:
    """A line set apart from the text that only says who wrote it: papers set bylines in a type of their own too."""
    found = _writers_kind(unit, foot, writers)
    head = at_start(unit.words)
    if head and head.end >= len(unit.text):
        return Kind(unit, BYLINE, writers=head.writers, head=head)
    return found if found and found.kind in (BYLINE, SIGNED) else None


def is_point(text: str) -> bool:
    """A point of a summary or an item of a list behind its bullet: text, whatever it ends with."""
    return bool(_BULLET.match(text)) and len(text) > BULLET_LABEL


def _shows(text: str) -> bool:
    """A text that points at its picture."""
    return bool(_CAPTION.match(text) or _POINTED.fullmatch(text))


def _is_caption(text: str, news: bool, signed: bool) -> bool:
    """Whether a text is a picture's words, who took it being named behind them or not."""
    if _shows(text) or (_STANDS_IN_PICTURE.match(text) and not news):
        return True
    return signed and are_picture_words(text)


def _of_reporter(signed: Byline | None) -> Byline | None:
    """Only a reporter's name behind a story told in a picture is its byline."""
    return signed if signed and (signed.writers.reporters or signed.writers.correspondents) else None


def _told(unit: Unit, kind: str, foot: Byline | None) -> Kind:
    """What the form says outright; bylines inside it but that at its end are still to be found."""
    if kind == BODY:
        if foot and foot.start == 0:
            return Kind(unit, SIGNED, foot=foot)
        return Kind(unit, BODY, head=at_start(unit.words), foot=foot)
    if kind == BYLINE:
        found = at_start(unit.words) or foot
        return Kind(unit, BYLINE, head=found, writers=found.writers if found else read_writers(with_breaks(unit.words)))
    return Kind(unit, kind, reason="told by the form" if kind == NOISE else None)
