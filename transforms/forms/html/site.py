"""Which paper or site an HTML page names as its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

import seeds
from transforms.words.paper import may_name_paper

_ENDS = "|".join(
    sorted((row["word"] for row in seeds.table("byline_words") if row["kind"] == "outlet_end"), key=len, reverse=True)
)
_NAME = rf"[\u4e00-\u9fff]{{1,10}}?(?:{_ENDS}|报)"
_ALONE = re.compile(_NAME)
_OUTLET = re.compile(rf"({_NAME})(?:[社网]|(?:多媒体)?(?:数字[报版]|电子[报版])|[-—_\s\[]|$)")
_COPYRIGHT = re.compile(r"(?:[Cc]opyright|©|版权所有)[^\u4e00-\u9fff]{0,20}")
_DATED = re.compile(
    r"\d{4}\s*(?:年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|-\d{1,2}-\d{1,2})|第\s*[A-Z]?\d{1,3}\s*版|\d{2}版\s*[:：]|[A-Z]\d{1,2}\s*(?:版|[|｜])|\A\d{1,2}:\d{2}"
)
_AFTER_DAY = re.compile(r"[\d年月日:：./\s·|｜-]{5,}")
_SOURCE = re.compile(
    rf"(?:来源于?|来自|稿源)\s*[：:]\s*《?((?:{_NAME}|[\u4e00-\u9fff]{{2,8}}?(?:网|新闻|在线)))》?(?![\u4e00-\u9fff])"
)
# the last name in a page's title, before what is no Chinese: …_澎湃新闻-The Paper, …_央视网(cctv.com)
_SITE = re.compile(
    r"[-_—–|｜\s]([\u4e00-\u9fff]{2,10}(?P<kind>网|新闻|在线))(?:[^\u4e00-\u9fff]*|\s*·[^-_|｜]{0,12})\Z"
)
_NO_SITE = frozenset(("本网", "互联网", "本网新闻", "网络新闻"))


def is_paper(name: str) -> bool:
    """Whether a name is a paper's, by its end."""
    return bool(_OUTLET.match(name))


def paper_told(title: str, around: Sequence[str]) -> str | None:
    """The paper's name in the page title, else beside the copyright mark, else before the day or the page's number."""
    named = (found[1] for found in _OUTLET.finditer(title) if may_name_paper(found[1]))
    return next(named, None) or _of_owner(around) or _of_head(around)


def site_told(title: str, around: Sequence[str]) -> str | None:
    """The paper from which a page has its article, else the site that its title ends in or that it has it from, else a
    paper whose name stands alone."""
    sources = [found[1] for found in map(_SOURCE.search, around) if found and found[1] not in _NO_SITE]
    papers = (name for name in sources if is_paper(name) and may_name_paper(name))
    alone = (text for text in around if _ALONE.fullmatch(text) and may_name_paper(text))
    return next(papers, None) or _site(title, sources, around) or next(chain(sources, alone), None)


def _of_owner(around: Sequence[str]) -> str | None:
    for text in around:
        mark = _COPYRIGHT.search(text)
        found = _OUTLET.match(text, mark.end()) if mark else None
        if found and may_name_paper(found[1]):
            return found[1]
    return None


def _of_head(around: Sequence[str]) -> str | None:
    """The paper that a line with the day or the page's number begins with, or that follows the day or the hour."""
    for text in around:
        if not _DATED.search(text):
            continue
        after = _AFTER_DAY.match(text)
        found = _OUTLET.match(text, after.end() if after else 0)
        if found and may_name_paper(found[1]):
            return found[1]
    return None


def _site(title: str, sources: Sequence[str], around: Sequence[str]) -> str | None:
    """The site that a title ends in; what ends in 新闻 may be a section, unless the page names it elsewhere too."""
    found = _SITE.search(title)
    if found is None or found[1] in _NO_SITE:
        return None
    sure = found["kind"] == "网" or found[1] in sources or any(found[1] in text for text in around)
    return found[1] if sure else None
