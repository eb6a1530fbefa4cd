"""Lines that say who took, drew or lent a picture."""

from __future__ import annotations

import re

from transforms.layout.bylines.datelines import Byline, with_breaks
from transforms.layout.bylines.writers import Writers, only_names, read_writers
from transforms.mapped import Mapped

_CREDIT = re.compile(
    r".{1,40}(?:摄|摄影报道|摄影|供图|图片社|绘)\s*(?:[（(][^（）()]{1,20}[）)]|[/／]\s*\S{2,8}(?:图片|影像|视觉))?。?\Z"
    r"|(?:新华社|中新社)发\Z|(?:新华|中新)社?(?:\s*[/／]\s*[一-龥]{2,4}){1,2}\Z"
    r"|(?:.{2,20}[（(])?(?:影像中国|人民视觉|视觉中国|资料图片?|资料照片|新华社发)[）)]?\Z"
    r"|[^，。]{2,20}[摄图绘画]\s[^，。]{2,20}文\Z|[一-龥]\s*[一-龥]{1,3}\s*[图文]\s+[一-龥]\s*[一-龥]{1,3}\s*[图文]\Z"
)
_LENT = re.compile(r"(?:本[版文])?(?:图片|照片|配图|插图)(?:均)?由[^，。]{2,16}(?:提供|拍摄)\Z")
# whoever took it behind a picture's words or its story: 渡口换了新船。 本报记者 章 禾 摄
_SIGNED = re.compile(
    r"(?<=[。！？”）])\s*(?P<open>[（(])?"
    r"(?P<writers>[一-龥]{0,12}(?:记者|通讯员)\s*[^，。；：]{2,14}?|(?P<name>[一-龥 \u3000]{2,6}?))"
    r"\s*(?:摄|摄影|摄影报道)(?(open)[）)])\Z"
)
# whoever lent it: 渡口换了新船。 受访者供图
_GIVEN = re.compile(r"(?<=[。！？”）])\s*(?P<open>[（(])?(?:图片)?由?[^，。；：]{2,14}?(?:供图|提供)(?(open)[）)])\Z")
_TAKEN_ENDS = ("摄", "摄）", "摄)", "摄影", "摄影报道")
_GIVEN_ENDS = ("供图", "供图）", "供图)", "提供）", "提供)")
_PICTURE_WORDS = re.compile(r"[^。！？]{6,50}[。！？]?\Z")
_SIGNED_MOST = 40
_NOT_CREDIT = re.compile("[，。！？：“”]")


def is_credit(text: str) -> bool:
    """Whether a line is a picture's credit and nothing else."""
    return bool(_CREDIT.match(text) or is_lent(text)) and not _NOT_CREDIT.search(text)


def is_lent(text: str) -> bool:
    """Who lent the pictures: 图片由市图书馆提供."""
    return bool(_LENT.match(text))


def signs_picture(text: str) -> bool:
    """Whether a line ends in whose the picture is that its words are about."""
    return _found_at_end(text) is not None


def signed_at_end(words: Mapped) -> Byline | None:
    """Who took or lent the picture, named behind the last sentence of a paragraph."""
    found = _found_at_end(words.text)
    if found is None:
        return None
    taken = found.re is _SIGNED
    writers = read_writers(with_breaks(words, *found.span("writers"))) if taken else Writers()
    return Byline(found.start(), len(words.text), writers, outlet=writers.outlet)


def _found_at_end(text: str) -> re.Match[str] | None:
    if text.endswith(_TAKEN_ENDS):
        found = _SIGNED.search(text, max(0, len(text) - _SIGNED_MOST))
        return found if found and (found["name"] is None or only_names(found["name"].strip())) else None
    return _GIVEN.search(text, max(0, len(text) - _SIGNED_MOST)) if text.endswith(_GIVEN_ENDS) else None


def are_picture_words(text: str) -> bool:
    """One sentence, no longer than what stands under a picture."""
    return bool(_PICTURE_WORDS.match(text))
