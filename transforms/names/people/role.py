"""What a sentence says that a person is: 身为厂长的甲, 作为厂长，甲, 甲是某厂厂长, 甲是某厂的厂长."""

from __future__ import annotations

import re

from transforms.names.evidence.chinese_names import posts, title_head
from transforms.names.spans import NameSpan

_REACH = 40
_OF = re.compile(r"(?:作为|身为|担任|现任|曾任|时任|身兼)([^，。！？；：“”]{2,30})的\Z")
_AS = re.compile(r"(?:作为|身为)([^，。！？；：“”]{2,36})，\Z")
_IS = re.compile(r"(?:[0-9]{2}岁|今年[0-9]{2}岁)?，?(?:是|系|现任|担任|任)([㐀-鿿A-Za-z0-9、]{4,30})(?=[，。；])")
_NO_ROLE = re.compile(r"\A[个名位]|的|[一二两三几][个名位家种群]|[不没很最就也]|这|那|自己|我|你|他|她")


def told_role(text: str, name: NameSpan) -> tuple[int, int] | None:
    """Where the title stands that the sentence tells of the name, None where it tells none."""
    before = _OF if text.startswith("的", name.start - 1) else _AS if text.startswith("，", name.start - 1) else None
    role = before.search(text, max(0, name.start - _REACH), name.start) if before else None
    if role is None:
        role = _IS.match(text, name.end)
        if role is None or _NO_ROLE.search(_without_post(role[1])):
            return None
    start, end = role.span(1)
    return None if title_head(text, start, end, 2) == end else (start, end)


def _without_post(role: str) -> str:
    """The role without a last 的 and a post (某厂的|厂长), or as it is."""
    body, _, post = role.rpartition("的")
    return body if post in posts() else role
