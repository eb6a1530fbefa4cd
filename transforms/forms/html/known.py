"""What an e-paper page says of its outlet, day of issue and edition, beside the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from string import ascii_lowercase, ascii_uppercase

from transforms.forms.html.furniture import IMPRINT
from transforms.forms.html.line import HtmlLine
from transforms.forms.html.site import is_paper, paper_told, site_told
from transforms.forms.line import Known

_FOUNDER = re.compile(r"<!--\s*enpproperty\s(.{0,4000}?)/enpproperty\s*-->", re.DOTALL)
_FOUNDER_DATE = re.compile(r"<date>\s*(\d{4})-(\d{1,2})-(\d{1,2})")
_FOUNDER_EDITION = re.compile(r"<nodename>\s*第?\s*([A-Z]?\d{1,3})\s*(?:版[^<]*)?</nodename>")
_HIDDEN_EDITION = re.compile(r"""<[^<>]{0,80}id=["']?nowLayout["']?[^<>]{0,80}>\s*([A-Z]?\d{1,3})\s*<""", re.IGNORECASE)
# the account that a WeChat page is of
_ACCOUNT = re.compile(r"""<[^<>]{0,80}id=["']?js_name["']?[^<>]{0,80}>\s*([^\s<>]{2,20})\s*<""", re.IGNORECASE)
_TITLE = re.compile(r"<title[^<>]{0,200}>\s*([^<>]{2,80}?)\s*</title>", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_ISO_DAY = re.compile(r"(?<![\d/-])((?:19|20)\d{2})[-/](\d{1,2})[-/](\d{1,2})(?![\d/-])")
_EDITION = re.compile(
    r"第\s*(?:000)?([A-Z]?\d{1,3})\s*版|(?<![\d第])(\d{2})版(?![本面权图式])"
    r"|(?<![A-Za-z\d])([A-Z]\d{1,2})\s*(?:版|[|｜:：])"
)


def known_of(html: str, lines: Sequence[HtmlLine], known: Known) -> Known:
    """`known`, filled up by what the page tells; what was known beforehand wins, but for an outlet that letters stand
    for and that the page names nowhere, and an edition that only a file's name writes so."""
    outlet, day, edition = _told(
        html, [line for line in lines if line.mark in (None, "byline")], unnamed=known.outlet is None
    )
    sources = dict(known.sources)
    guessed = known.outlet is None or (known.outlet_is_coded and known.outlet not in html)
    if guessed and outlet:
        known, sources["outlet"] = replace(known, outlet=outlet), "html"
    if known.issue_date is None and day:
        known, sources["issue_date"] = replace(known, issue_date=day), "html"
    if edition and (known.edition is None or _in_address(known, edition)):
        known, sources["edition"] = replace(known, edition=edition), "html"
    return replace(known, sources=tuple(sources.items()))


def _in_address(known: Known, printed: str) -> bool:
    """Whether the edition that is known is how a file's name writes the one that the page prints: a2 for 02 or A02."""
    own = known.edition or ""
    told = ("edition", "file name") in known.sources and own[:1].islower()
    return told and own.lstrip(ascii_lowercase).lstrip("0") == printed.lstrip(ascii_uppercase).lstrip("0")


def _told(html: str, around: Sequence[HtmlLine], unnamed: bool) -> tuple[str | None, date | None, str | None]:
    texts = [line.text for line in around]
    imprint = IMPRINT.search("\n".join(texts))
    founder = _FOUNDER.search(html)
    # a title in Founder's hidden properties is the article's
    title = _TITLE.search(html[: founder.start()] + html[founder.end() :] if founder else html)
    named = title[1] if title else ""
    account = _ACCOUNT.search(html)
    # an account has the paper's name or one of its own
    own = account[1] if account else None
    outlet = (own if own and is_paper(own) else None) or paper_told(named, texts) or own
    if outlet is None and unnamed:
        outlet = site_told(named, texts)
    day = _day(imprint[2], imprint[3], imprint[4]) if imprint else None
    return imprint[1] if imprint else outlet, day or _issued(founder, texts), _edition(html, named, around)


def _issued(founder: re.Match[str] | None, texts: Sequence[str]) -> date | None:
    """The day in Founder's properties, else the first that the page tells."""
    stamp = _FOUNDER_DATE.search(founder[1]) if founder else None
    days = [_day(*stamp.groups())] if stamp else []
    for form in (_DAY, _ISO_DAY):
        days += [_day(*found.groups()) for found in map(form.search, texts) if found]
    return next(filter(None, days), None)


def _edition(html: str, title: str, around: Sequence[HtmlLine]) -> str | None:
    """The page's number that a hidden element tells, the imprint, the lines around the article, its title, or Founder's
    properties; a list of pages names many, most often as links, and its own once more."""
    hidden = _HIDDEN_EDITION.search(html)
    if hidden:
        return hidden[1]
    imprint = IMPRINT.search("\n".join(line.text for line in around))
    if imprint:
        return imprint[5]
    told = [(line, number) for line in around if (number := _number(line.text))]
    counts = Counter(number for line, number in told if not line.file) or Counter(number for _, number in told)
    founder = _FOUNDER.search(html)
    stamped = _FOUNDER_EDITION.search(founder[1]) if founder else None
    most = counts.most_common(1)[0][0] if counts else None
    return most or _number(title) or (stamped[1] if stamped else None)


def _number(text: str) -> str | None:
    found = _EDITION.search(text)
    return next(filter(None, found.groups()), None) if found else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
