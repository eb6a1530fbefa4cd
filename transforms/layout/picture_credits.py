"""Lines that say who took, drew or lent a picture."""

from __future__ import annotations

import re

_CREDIT = re.compile(
    r".{1,40}(?:摄|摄影报道|摄影|供图|图片社|绘)\s*(?:[（(][^（）()]{1,20}[）)])?。?\Z|(?:新华社|中新社)发\Z"
    r"|(?:.{2,20}[（(])?(?:影像中国|人民视觉|视觉中国|资料图片?|资料照片|新华社发)[）)]?\Z"
    r"|[^，。]{2,20}[摄图绘画]\s[^，。]{2,20}文\Z|[一-龥]\s*[一-龥]{1,3}\s*[图文]\s+[一-龥]\s*[一-龥]{1,3}\s*[图文]\Z"
)
_LENT = re.compile(r"(?:本[版文])?(?:图片|照片|配图|插图)(?:均)?由[^，。]{2,16}(?:提供|拍摄)\Z")
_NOT_CREDIT = re.compile("[，。！？：“”]")


def is_credit(text: str) -> bool:
    """Whether a line is a picture's credit and nothing else."""
    return bool(_CREDIT.match(text) or is_lent(text)) and not _NOT_CREDIT.search(text)


def is_lent(text: str) -> bool:
    """Who lent the pictures: 图片由市图书馆提供."""
    return bool(_LENT.match(text))
