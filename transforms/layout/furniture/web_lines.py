"""Lines that a web page puts around its articles: where they come from, the way through the site, whose it is."""

from __future__ import annotations

import re

import seeds
from transforms.layout.bylines.writers import OUTLET_END
from transforms.words.paper import may_name_paper

NAVIGATION = "web navigation"
# under a headline of a web page: from whom, when, how often read
WEB_SOURCE = "source line of a web page"
_WORDS = frozenset(r["word"] for r in seeds.table("furniture_words") if r["reason"] == NAVIGATION)
_OF_SITE = re.compile("|".join(["数字[报版]", "电子[报版]", *map(re.escape, sorted(_WORDS))]))
_BETWEEN = re.compile("[^一-龥A-Z]+")
_DAY = r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?"
_STAMP = rf"{_DAY}\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?"
_SOURCE_LINE = re.compile(
    rf"(?:(?:文章|信息)?(?:来源|稿源)\s*[：:]\s*[^，。：:]{{2,24}}?\s+(?:发布时间\s*[：:]\s*)?{_STAMP}"
    rf"|(?:发布时间\s*[：:]\s*)?{_STAMP}\s+(?:来源|稿源)\s*[：:]\s*[^，。：:\s]{{2,24}})"
    r"(?:\s+[^，。\s]{1,6}\s*[：:]\s*\S{1,12}){0,3}\s*"
)
# what a web page tells of an article, each behind its label: 日期：… 来源：… 作者：…
_LABELLED = re.compile(
    rf"(?:(?:(?:发布|出版)(?:日期|时间)|日期)\s*[：:]\s*{_DAY}(?:\s+[\d:]{{4,8}})?\s*"
    r"|(?:来源|稿源|作者|编辑|责编|版次|浏览|阅读|点击)\s*[：:]\s*[^，。：:\s]{1,16}\s*"
    rf"|{_DAY}\s*){{2,5}}"
)
_TOLD = re.compile("来源|稿源|日期|发布时间")
_TOOLS = re.compile(
    r"(?:当前|您的|您现在的|所在)位置\s*[：:].{1,60}|[【\[（(]?字[号体]\s*[：:]?[\s【】\[\]大中小]{1,16}[】\]）)]?"
    r"|[^，。]{0,8}(?:蓝字|点击[上下]方)[^，。]{0,6}关注[^，。]{0,20}|分享[到至]?\s*[：:].{0,30}|(?:阅读|浏览|点击)(?:量|次数|数)?\s*[：:]?\s*\d+\s*次?"
)
_BREADCRUMBS = re.compile(r"[^，。]{0,16}首页\s*[>＞»›].{1,50}")
_RIGHTS = re.compile(
    r"版权所有(?![者权人方])|ICP[备证]\w|[Aa]ll [Rr]ights [Rr]eserved|Copyright\s|互联网新闻信息服务许可证"
)
_PAPER = rf"(?P<paper>[一-龥]{{1,8}}?(?:{OUTLET_END}|报))"
_FROM = re.compile(rf"(?:来源|稿源)\s*[：:]\s*《?{_PAPER}》?(?=\s|\Z)")
_EDITION = re.compile(rf"{_PAPER}(?:社)?\s*[·—\-_]?\s*(?:数字报|电子报|电子版|数字版|多媒体数字版|数字报刊|数字报纸)")


def web_reason(text: str) -> str | None:
    """Why a line is of the web page and not of the paper's, None where it is not."""
    if _TOLD.search(text) and (_SOURCE_LINE.fullmatch(text) or _LABELLED.fullmatch(text)):
        return WEB_SOURCE
    crumbs = "首页" in text and _BREADCRUMBS.fullmatch(text)
    told = _TOOLS.fullmatch(text) or crumbs or ("。" not in text and _RIGHTS.search(text))
    return NAVIGATION if told or _leads_on(text) else None


def _leads_on(text: str) -> bool:
    """Nothing but words of the way through a site, at least two, and perhaps the name of the paper's web edition."""
    if not _OF_SITE.search(text):
        return False
    words = [word for word in _BETWEEN.split(text) if word]
    ways = sum(word in _WORDS for word in words)
    named = sum(bool(_EDITION.fullmatch(word)) for word in words)
    return (named > 0 or ways > 1) and ways + named == len(words)


def paper_of_site(text: str) -> str | None:
    """The paper whose web edition a line names: 枫渡日报数字报 首页."""
    found = _EDITION.match(text)
    return found["paper"] if found and may_name_paper(found["paper"]) else None


def source_named(text: str) -> str | None:
    """From whom a web page has an article, where that is a paper."""
    found = _FROM.search(text)
    return found["paper"] if found and may_name_paper(found["paper"]) else None
