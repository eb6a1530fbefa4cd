"""A printed page, from a PDF or a scan: lines with their places to articles, furniture, and what its head tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from transforms.forms.line import Box, Evidence, Known, Line
from transforms.forms.printed.articles.article import set_article
from transforms.forms.printed.articles.pictures import with_own_pictures
from transforms.forms.printed.articles.tables import join_rows
from transforms.forms.printed.articles.turns import Printed, join_turned
from transforms.forms.printed.drawing import Drawing
from transforms.forms.printed.lines.lines import TextLine
from transforms.forms.printed.pieces.initials import join_initials
from transforms.forms.printed.pieces.pieces import Measures, is_headline, is_text
from transforms.forms.printed.regions.regions import cut, measures, usual_style
from transforms.forms.printed.surroundings.adverts import adverts_of, slogans_of, without_adverts
from transforms.forms.printed.surroundings.page_credits import page_credits, without_credits
from transforms.words.paper import may_name_paper

_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})(?:年(\d{1,2})月(\d{1,2})日|([.\-/])(\d{1,2})\4(\d{1,2})(?!\d))")
_EDITION = re.compile(r"(?<![\dA-Za-z])([A-Z]?\d{1,3})(?![\d年月日期])")
_OUTLET = re.compile(r"([\u4e00-\u9fff]{2,9}[报刊])(?![\u4e00-\u9fff])")
_APART = re.compile(r"[\s|｜·•/／]+")
_SPREAD = re.compile(r"(?<!\S)[一-龥](?:\s[一-龥]){3,6}(?!\S)")  # 东 江 晚 报
_FOLIO = re.compile(r"\A第?[A-Z]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})版\Z|\A[A-Z]?\d{1,3}\Z|\d年|星期")
_NUMBERED = re.compile(r"第?[A-Z]?0?\d{1,2}版|0\d|[A-Z]\d{1,2}")
_MANY = re.compile(r"(?:今日|本期|共|总)\s*\d{1,3}\s*版|第?\d{3,}期")  # how many there are, or of which issue
_SHORT = 12  # characters
_MOST_WORDS = 8  # of a folio line
_FIELD = re.compile(r"[一-龥]{2,8}[：:]\s?\S")  # 地址：…
_OF_PAPER = ("周刊", "周末", "专刊", "特刊", "副刊")  # how the names of a paper's own parts end
_HEAD, _FOOT = 0.15, 0.92  # of the height: where the rules of header and footer stand
_LOW, _LEFT, _SMALL = 0.85, 0.2, 0.95  # of height, width and body text: an imprint that closes a page without a rule
_EDGE = 0.03  # of the height: what stands nearer to the edge is furniture without a rule too


class Writer:
    """Collects the lines of a form, and counts its articles."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.lines: list[Line] = []
        self.articles = 0
        self._at = 0

    def write(self, text: str, evidence: Evidence) -> None:
        """Add a line to the page's text; a break that a font maps a sign to is a blank in it."""
        text = text.replace("\n", " ")
        self.lines.append(Line(self._at, self._at + len(text), text, evidence=evidence))
        self.parts.append(text)
        self._at += len(text) + 1


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """One side: its furniture, its articles, and what turns points into the units of boxes.

    `adverts` holds advertisements and who made the page.
    """

    number: int
    around: tuple[TextLine, ...]
    adverts: tuple[TextLine, ...]
    articles: tuple[Printed, ...]
    scale: float


def set_page(drawing: Drawing, lines: Sequence[TextLine], scale: float = 1.0) -> PrintedPage:
    """One printed page taken apart."""
    around = _furniture(drawing, lines) if lines else []
    held = set(map(id, around))
    rest = [line for line in lines if id(line) not in held]
    adverts = adverts_of(drawing.shapes, rest)
    adverts += slogans_of(drawing.shapes, rest, usual_style(rest)[0]) if rest else []
    held.update(map(id, adverts))
    credits = page_credits([x for x in rest if id(x) not in held], Measures(*usual_style(rest), 0.0)) if rest else []
    held.update(map(id, credits))
    body = [line for line in lines if id(line) not in held]
    edition = _told(around, Known()).edition
    articles: list[Printed] = []
    if body:
        page = measures(body)
        drawing = replace(drawing, shapes=without_adverts(drawing.shapes, lines))
        body = join_rows(join_initials(body, page), drawing.rules, page)
        regions = with_own_pictures(cut(drawing, body, page), drawing.rules, page)
        parts = (set_article(region, page) for region in regions)
        articles = [Printed(drawing.number, edition, part, scale) for part in parts if part]
    ordered = sorted(around, key=lambda x: (round(x.y0 / 8), x.x0))
    return PrintedPage(drawing.number, tuple(ordered), (*adverts, *credits), tuple(articles), scale)


def write_pages(pages: Sequence[PrintedPage], known: Known) -> tuple[Writer, Known]:
    """The pages' lines, furniture first; `known` filled up by what head and foot of each tell.

    What carries on an article of an earlier page stands right behind it.
    """
    writer = Writer()
    kept = join_turned([article for page in pages for article in page.articles])
    for page in pages:
        known = _told(page.around, known)
        for line in (*page.around, *page.adverts):
            box = _scaled(Box(line.x0, line.y0, line.x1, line.y1), page.scale)
            writer.write(line.text, Evidence(role="noise", page_number=page.number, box=box))
        for article in kept:
            if article.number == page.number:
                _write_article(writer, article)
    return writer, known


def _write_article(writer: Writer, article: Printed) -> None:
    sides = [article]
    while sides[-1].rest is not None:
        sides.append(sides[-1].rest)
    for side in sides:
        for line in side.lines:
            box = _scaled(line.box, side.scale)
            number = None if line.role == "noise" else writer.articles
            evidence = Evidence(line.role, number, line.paragraph, side.number, box)
            writer.write(line.text, evidence)
    for side in sides:
        for line in side.marks:
            box = _scaled(line.box, side.scale)
            writer.write(line.text, Evidence("noise", None, None, side.number, box))
    writer.articles += 1


def _scaled(box: Box, scale: float) -> Box:
    return box if scale == 1.0 else Box(box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale)


def _furniture(drawing: Drawing, lines: Sequence[TextLine]) -> list[TextLine]:
    """What stands over the rule of the page's head and under that of its foot, or at the very edge without one."""
    across = [rule for rule in drawing.rules if rule.x1 - rule.x0 >= 0.8 * drawing.width]
    page = Measures(*usual_style(lines), 0.0)
    heads = sorted((r.y1 for r in across if r.y1 <= _HEAD * drawing.height), reverse=True)
    feet = sorted(r.y0 for r in across if r.y0 >= _FOOT * drawing.height)
    low, high = _EDGE * drawing.height, (1 - _EDGE) * drawing.height
    over = [[x for x in lines if x.y1 <= at + 2] for at in heads]
    under = [[x for x in lines if x.y0 >= at - 2] for at in feet]
    over.append(_running_head([x for x in lines if x.y1 <= _HEAD * drawing.height], lines))
    over.append([x for x in lines if x.y1 <= low + 2 and not _in_column(x, lines, page)])
    under.append(_imprint(drawing, lines, page))
    under.append([x for x in lines if x.y0 >= high - 2 and not _in_column(x, lines, page)])
    # a rule may stand under a headline or an article across the page: head and foot hold no article
    return [
        line
        for parts in (over, under)
        for line in next((part for part in parts if part and not _is_article(part, page)), [])
    ]


def _imprint(drawing: Drawing, lines: Sequence[TextLine], page: Measures) -> list[TextLine]:
    """The lowest row of a page without a rule, where it stands alone and is small: address, telephone and price."""
    last = max(lines, key=lambda line: line.y1)
    row = [line for line in lines if line.y1 > last.y0]
    alone = not any(line.y1 > last.y0 - 0.5 * page.size for line in lines if line.y1 <= last.y0)
    small = all(line.size < _SMALL * page.size and not line.vertical for line in row)
    low = last.y0 > _LOW * drawing.height and min(line.x0 for line in row) < _LEFT * drawing.width
    return row if alone and small and low and len(_FIELD.findall(" ".join(x.text for x in row))) > 1 else []


def _is_article(lines: Sequence[TextLine], page: Measures) -> bool:
    body = sum(abs(line.size - page.size) < 0.3 and line.font == page.font for line in lines)
    return body > 4 and any(is_headline(line, page) for line in lines)


def _running_head(top: Sequence[TextLine], lines: Sequence[TextLine]) -> list[TextLine]:
    """The highest row of a page without a rule, where it stands alone and tells the paper's name or the day."""
    first = min(top, key=lambda line: line.y0, default=None)
    if first is None:
        return []
    row = [line for line in top if line.y0 < first.y1]
    foot = max(line.y1 for line in row)
    alone = not any(line.y0 < foot + 0.5 * first.size for line in lines if line.y0 >= first.y1)
    return row if alone and any(_paper(line) or _paper_in_folio(line) or _DAY.search(line.text) for line in row) else []


def _paper(line: TextLine) -> str | None:
    """The paper's name that a line is."""
    outlet = _OUTLET.fullmatch(line.text.replace(" ", ""))
    return outlet[1] if outlet and may_name_paper(outlet[1]) else None


def _paper_in_folio(line: TextLine) -> str | None:
    """The paper's name beside the number of its page or the day."""
    text = _SPREAD.sub(lambda found: "".join(found[0].split()), without_credits(line.text))
    words = _APART.split(text)
    names = [word for word in words if _OUTLET.fullmatch(word) and may_name_paper(word)]
    told = any(_FOLIO.search(word) for word in words)
    return names[0] if told and len(names) == 1 and len(words) <= _MOST_WORDS else None


def _in_column(line: TextLine, lines: Sequence[TextLine], page: Measures) -> bool:
    """Whether a line of body text has another right over or under it, as wide: a column that reaches to the edge."""
    return is_text(line, page) and any(
        0 < abs(x.y0 - line.y0) < 2 * line.size and abs(x.x1 - line.x1) + abs(x.x0 - line.x0) < 4 * line.size
        for x in lines
        if is_text(x, page)
    )


def _told(around: Sequence[TextLine], known: Known) -> Known:
    """What head and foot of the page tell of outlet, day and edition.

    What was known beforehand wins, but for an outlet that letters stand for and that the page does not name.
    """
    sources = dict(known.sources)
    text = "\n".join(line.text for line in around)
    day = _DAY.search(text.replace(" ", ""))
    if known.issue_date is None and day:
        known, sources["issue_date"] = replace(known, issue_date=_date(day)), "page"
    outlet = next(filter(None, map(_paper, around)), None) or next(filter(None, map(_paper_in_folio, around)), None)
    guessed = known.outlet is None or (known.outlet_is_coded and not _names(text, known.outlet, outlet))
    if guessed and outlet:
        known, sources["outlet"] = replace(known, outlet=outlet), "page"
    number = next(filter(None, map(_number, around)), None)
    if known.edition is None and number:
        known, sources["edition"] = replace(known, edition=number), "page"
    return replace(known, sources=tuple(sources.items()))


def _number(line: TextLine) -> str | None:
    """The page's number that a line tells, in a word of its own where it tells more: 04 | 2025年3月4日 | 东江日报."""
    if len(line.text) <= _SHORT:
        parts = [line.text]
    else:
        parts = [word for word in _APART.split(line.text) if _NUMBERED.fullmatch(word)]
    found = next((part for part in parts if not _DAY.search(part) and not _MANY.search(part)), "")
    edition = _EDITION.search(found)
    return edition[1] if edition else None


def _names(text: str, coded: str, printed: str | None) -> bool:
    """Whether a page names the paper that letters stand for, or may be of its supplement."""
    return coded in "".join(text.split()) or (printed is not None and printed.endswith(_OF_PAPER))


def _date(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[1]), int(found[2] or found[5]), int(found[3] or found[6]))
    except ValueError:
        return None
