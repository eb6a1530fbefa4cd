"""What an e-paper page says of its outlet, day of issue and edition, beside the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import seeds
from transforms.forms.html.line import HtmlLine
from transforms.forms.line import Known
from transforms.words.paper import may_name_paper

_FOUNDER = re.compile(r"<!--\s*enpproperty\s(.{0,4000}?)/enpproperty\s*-->", re.DOTALL)
_FOUNDER_DATE = re.compile(r"<date>\s*(\d{4})-(\d{1,2})-(\d{1,2})")
_FOUNDER_EDITION = re.compile(r"<nodename>\s*第?\s*([A-Z]?\d{1,3})\s*(?:版[^<]*)?</nodename>")
_HIDDEN_EDITION = re.compile(r"""<[^<>]{0,80}id=["']?nowLayout["']?[^<>]{0,80}>\s*([A-Z]?\d{1,3})\s*<""", re.IGNORECASE)
# the account that a WeChat page is of
_ACCOUNT = re.compile(r"""<[^<>]{0,80}id=["']?js_name["']?[^<>]{0,80}>\s*([^\s<>]{2,20})\s*<""", re.IGNORECASE)
_IMPRINT = re.compile(
    r"《([^《》]{2,14}[报刊])》\s*[（(]\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*第?\s*([A-Z]?\d{1,3})\s*版"
)
_TITLE = re.compile(r"<title[^<>]{0,200}>\s*([^<>]{2,80}?)\s*</title>", re.IGNORECASE)
_ENDS = "|".join(
    sorted((row["word"] for row in seeds.table("byline_words") if row["kind"] == "outlet_end"), key=len, reverse=True)
)
_OUTLET = re.compile(rf"([\u4e00-\u9fff]{{1,10}}?(?:{_ENDS}|报))(?:社|(?:多媒体)?数字报|电子版|电子报|[-—_\s\[]|$)")
_COPYRIGHT = re.compile(r"(?:[Cc]opyright|©|版权所有)[^\u4e00-\u9fff]{0,20}")
_DAY = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_ISO_DAY = re.compile(r"(?<![\d-])((?:19|20)\d{2})-(\d{1,2})-(\d{1,2})(?![\d-])")
_EDITION = re.compile(
    r"第\s*([A-Z]?\d{1,3})\s*版|(?<!\d)(\d{2})版\s*[:：]|(?<![A-Za-z\d])([A-Z]\d{1,2})\s*(?:版|[|｜])"
)


def known_of(html: str, lines: Sequence[HtmlLine], known: Known) -> Known:
    """`known`, filled up by what the page tells; what was known beforehand wins, but for an outlet that letters stand
    for and that the page names nowhere."""
    outlet, day, edition = _told(html, [line.text for line in lines if line.mark is None])
    sources = dict(known.sources)
    guessed = known.outlet is None or (known.outlet_is_coded and known.outlet not in html)
    if guessed and outlet:
        known, sources["outlet"] = replace(known, outlet=outlet), "html"
    if known.issue_date is None and day:
        known, sources["issue_date"] = replace(known, issue_date=day), "html"
    if known.edition is None and edition:
        known, sources["edition"] = replace(known, edition=edition), "html"
    return replace(known, sources=tuple(sources.items()))


def _told(html: str, around: Sequence[str]) -> tuple[str | None, date | None, str | None]:
    outlet = edition = None
    day = None
    imprint = _IMPRINT.search("\n".join(around))
    if imprint:
        outlet, edition = imprint[1], imprint[5]
        day = _day(imprint[2], imprint[3], imprint[4])
    founder = _FOUNDER.search(html)
    stamp = _FOUNDER_DATE.search(founder[1]) if founder else None
    if day is None and stamp:
        day = _day(stamp[1], stamp[2], stamp[3])
    for text in around:
        found = _DAY.search(text) if day is None else None
        if found:
            day = _day(found[1], found[2], found[3])
        number = _EDITION.search(text) if edition is None else None
        edition = number[1] or number[2] or number[3] if number else edition
    stamps = map(_ISO_DAY.search, around if day is None else ())
    first = next((stamp for stamp in stamps if stamp), None)
    day = _day(first[1], first[2], first[3]) if first else day
    # a title in Founder's hidden properties is the article's
    title = _TITLE.search(html[: founder.start()] + html[founder.end() :] if founder else html)
    number = _EDITION.search(title[1]) if title and edition is None else None
    edition = number[1] or number[2] or number[3] if number else edition
    hidden = _HIDDEN_EDITION.search(html) or (_FOUNDER_EDITION.search(founder[1]) if founder and not edition else None)
    account = _ACCOUNT.search(html)
    # an account has the paper's name or one of its own
    named = account[1] if account and _OUTLET.match(account[1]) else _outlet(title[1] if title else "", around)
    return outlet or named or (account[1] if account else None), day, hidden[1] if hidden else edition


def _outlet(title: str, around: Sequence[str]) -> str | None:
    """The paper's name in the page title, else beside the copyright mark, else before the day or the page's number."""
    named = (found[1] for found in _OUTLET.finditer(title) if may_name_paper(found[1]))
    told = next(named, None)
    if told:
        return told
    for text in around:
        mark = _COPYRIGHT.search(text)
        found = _OUTLET.match(text, mark.end()) if mark else None
        if found and may_name_paper(found[1]):
            return found[1]
    dated = (text for text in around if _DAY.search(text) or _ISO_DAY.search(text) or _EDITION.search(text))
    return next((found[1] for found in map(_OUTLET.match, dated) if found and may_name_paper(found[1])), None)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
