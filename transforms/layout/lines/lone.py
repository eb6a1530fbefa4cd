"""Lines that stand for themselves whatever stands around them: the number of a part, whom a letter greets."""

from __future__ import annotations

import re

_BARE_NUMBER = re.compile(r"[一二三四五六七八九十]{1,2}|[（(][一二三四五六七八九十]{1,2}[）)]|[壹贰叁肆伍陆柒捌玖拾]")
_SALUTATION = re.compile(
    r"(?:尊敬的|敬爱的|亲爱的)?[一-龥《》]{0,10}?(?:编辑部?|编者|总编|主编|记者)"
    r"的?(?:(?:负责)?同志|先生|女士|老师|朋友|叔叔|阿姨)?们?[，,]?(?:[您你]们?好)?[：:！!]"
)
_COURTESY = re.compile("敬|亲爱|[报刊社]》?编辑部|同志|先生|女士|老师|朋友|叔叔|阿姨|好")
_GREETS = frozenset("：:！!")
_LONGEST_NUMBER = 4
_TELLS = re.compile(r"[告说问答给向对]")


def is_bare_number(text: str) -> bool:
    """A line that is nothing but the number of a part: 一, （二）, 叁."""
    return len(text) <= _LONGEST_NUMBER and bool(_BARE_NUMBER.fullmatch(text))


def is_salutation(text: str) -> bool:
    """A line that only greets who gets a letter: 编辑同志："""
    if text[-1:] not in _GREETS:
        return False
    return bool(_SALUTATION.fullmatch(text) and _COURTESY.search(text) and not _TELLS.search(text))


def stands_alone(text: str) -> bool:
    """Neither the line before nor the one after goes on in this one."""
    return is_bare_number(text) or is_salutation(text)
