"""HTML pages that no parser should be given."""

from __future__ import annotations

import re

from transforms.errors import PageError

_NESTING = re.compile(
    r"<(/?)(?:div|table|span|font|section|article|ul|ol|dl|blockquote|center|b|i|u|em|strong|a|form|small|big)\b", re.I
)
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{4000,}")
_DEEPEST = 4000
_MOST_ATTRIBUTES = 2000


def refuse_pathological(html: str) -> None:
    """Pages that would cost the parser a time that grows with the square of their size."""
    depth = deepest = 0
    for tag in _NESTING.finditer(html):
        depth += -1 if tag[1] else 1
        if depth > deepest:
            deepest = depth
        elif depth < 0:
            depth = 0
    if deepest > _DEEPEST:
        raise PageError("decode", "nested_too_deep", f"HTML elements {deepest} deep: {_DEEPEST} is the limit.")
    for tag in _LONG_TAG.finditer(html):
        if tag[0].count(" ") + tag[0].count("\n") > _MOST_ATTRIBUTES:
            raise PageError("decode", "too_many_attributes", f"An HTML tag has over {_MOST_ATTRIBUTES} attributes.")
