"""Which lines of an HTML page are its headline lines, where no element says so outright."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

import seeds
from transforms.forms.html.around import names_writer, repeated_in
from transforms.forms.html.furniture import DAY, FOLIO, LONGEST, SHORTEST, WRITER, is_furniture, names_paper
from transforms.forms.html.line import HtmlLine
from transforms.forms.html.pictures import is_caption, name_words
from transforms.forms.html.titled import bare, headed_by_title, is_in_title, page_title

TITLE_TAGS = {"h1": "headline", "h3": "kicker", "h2": "deck", "h4": "deck"}
_NAMED, _NAMED_OTHERWISE = (
    frozenset(
        row["value"]
        for row in seeds.table("html_marks")
        if row["attribute"] == "word of a class" and (row["role"] == "headline") == main
    )
    for main in (True, False)
)
_PROPERTY = re.compile(r"<(title|introtitle|subtitle)>([^<>]{1,200})</\1>")
_FOUNDER = re.compile(r"<!--\s*enpproperty\s(.{0,8000}?)/enpproperty\s*-->", re.DOTALL)
_PROPERTY_ROLES = {"title": "headline", "introtitle": "kicker", "subtitle": "deck"}
_MOST_LINES = 5
_MOST_KICKERS = 2
_BESIDE = 3  # lines of one headline share one of this many elements around them
_MOST_BETWEEN = 12  # lines of buttons and facts between a headline and its text


def told_heads(lines: list[HtmlLine], html: str) -> list[HtmlLine]:
    """The lines with their headline marked: by heading tags, by what the publishing system or the page's title repeats,
    else the bold line among the short ones right over the body; the system tells of kickers and decks besides."""
    name = page_title(html)
    marked = any(line.mark == "headline" for line in lines)
    tagged = _told_once(lines if marked else _by_tags(lines))
    body = first_body(lines)
    if not marked and any(x.mark == "headline" for x in tagged) and not is_in_title(tagged, name):
        tagged = headed_by_title(lines, name) or tagged
    told = _by_properties(tagged[:body], html)
    head = next((at for at, line in enumerate(tagged) if line.mark == "headline"), None)
    if head is not None:
        beside = {at: told[at] for at in _beside(tagged[:body], head) if told.get(at) in ("kicker", "deck")}
        return [replace(x, mark=beside.get(at, x.mark)) for at, x in enumerate(tagged)]
    placed = whole_headline(_by_words(lines, body, told, html)) if body else lines
    return placed if is_in_title(placed, name) else headed_by_title(lines, name) or placed


def _by_words(lines: list[HtmlLine], body: int, told: dict[int, str], html: str) -> list[HtmlLine]:
    """The lines with the marks that the publishing system has `told`, else those that their places tell."""
    marks = told if "headline" in told.values() else _by_place(lines, body, html)
    return [replace(line, mark=marks[at]) if at in marks else line for at, line in enumerate(lines)]


def _beside(over: Sequence[HtmlLine], head: int) -> list[int]:
    """The lines right over and under a headline that have no mark yet."""
    return [
        at
        for at in range(max(0, head - _MOST_LINES), min(len(over), head + _MOST_LINES))
        if over[at].mark is None and not over[at].file
    ]


def heads_in_text(lines: list[HtmlLine]) -> list[HtmlLine]:
    """The lines with those unmarked that stand over the first sentence of what is called the text, and one of them in a
    heading's element: headline, facts and writers."""
    first = first_body(lines)
    if first is None or any(line.mark == "headline" for line in lines):
        return lines
    end = next((at for at in range(first, len(lines)) if "。" in lines[at].text), first)
    headed = any(line.tag == "h1" and line.mark == "body" for line in lines[first:end])
    if not headed or end - first > _MOST_BETWEEN:
        return lines
    return [replace(x, mark=None) if first <= at < end and x.mark == "body" else x for at, x in enumerate(lines)]


def _told_once(lines: list[HtmlLine]) -> list[HtmlLine]:
    """The lines with a headline that a page tells twice, as for screens of two sizes, marked where it stands last."""
    last = {line.text: at for at, line in enumerate(lines) if line.mark == "headline"}
    return [replace(x, mark=None) if x.mark == "headline" and at < last[x.text] else x for at, x in enumerate(lines)]


def inner_heads(lines: list[HtmlLine]) -> list[HtmlLine]:
    """The lines with what is called a deck or a kicker between two paragraphs as the subheading that it is."""
    texts = [at for at, line in enumerate(lines) if line.mark == "body"]
    inner = range(texts[0], texts[-1]) if texts else range(0)
    return [
        replace(line, mark="subheading") if at in inner and line.mark in ("kicker", "deck") else line
        for at, line in enumerate(lines)
    ]


def whole_headline(lines: list[HtmlLine]) -> list[HtmlLine]:
    """The lines with those marked that a break parts from the headline, set in the same type in the same element."""
    found = list(lines)
    for step in (1, -1):
        order = range(len(lines))[::step]
        for one, other in pairwise(order):
            a, b = found[one], found[other]
            free = b.mark in (None, "kicker", "deck") and not WRITER.search(b.text)
            if a.mark == "headline" and free and _is_set_alike(a, b):
                found[other] = replace(b, mark="headline")
    return found


def breaks_parted(lines: list[HtmlLine]) -> list[HtmlLine]:
    """The lines of a headline's element apart where breaks part them and the last is a deck: the first may be a kicker,
    which their words have to tell."""
    found = list(lines)
    for _, run in groupby(enumerate(lines), key=lambda one: (one[1].mark == "headline", one[1].element)):
        places = [at for at, _ in run]
        if lines[places[0]].mark != "headline" or len(places) < 2 or not lines[places[-1]].text.startswith("——"):
            continue
        for at in places:
            found[at] = replace(lines[at], element=-at - 1)
        found[places[-1]] = replace(lines[places[-1]], mark="deck")
    return found


def _is_set_alike(a: HtmlLine, b: HtmlLine) -> bool:
    return (a.element, a.type, a.bold) == (b.element, b.type, b.bold) and a.tag != "body" and not b.file


def _by_tags(lines: list[HtmlLine]) -> list[HtmlLine]:
    """Heading tags around the body: h1 is the headline, or the largest there is; one with a writer is a byline."""
    if not any(line.tag in ("h1", "h2") and line.mark in (None, "body") for line in lines):
        return lines
    over = lines[: first_body(lines)]
    main = "h1" if any(line.tag == "h1" and not names_paper(line) for line in over) else "h2"
    roles = {**TITLE_TAGS, main: "headline"}
    found = [
        replace(x, mark="byline" if x.tag != main and WRITER.search(x.text) else roles[x.tag])
        if x.tag in roles and x.mark is None and at < len(over) and not _heads_no_text(x, main)
        else x
        for at, x in enumerate(lines)
    ]
    return _without_lists(found, lines)


def _without_lists(found: list[HtmlLine], lines: Sequence[HtmlLine]) -> list[HtmlLine]:
    """The lines without the kickers that are headings of lists in a site's navigation: many of them, or one that
    stands neither right over the headline nor with it in an element."""
    head = next((at for at, line in enumerate(found) if line.mark == "headline"), None)
    if head is None:
        return found
    kickers = [at for at in range(head) if found[at].mark == "kicker"]
    around = set(found[head].path[:_BESIDE])
    near = [at for at in kickers if _is_over(found[at:head]) or not around.isdisjoint(found[at].path[:_BESIDE])]
    listed = set(kickers) - set(near if len(near) <= _MOST_KICKERS else [])
    return [lines[at] if at in listed else x for at, x in enumerate(found)]


def _is_over(lines: Sequence[HtmlLine]) -> bool:
    """Whether lines stand right over a headline, with no link among them."""
    return len(lines) <= _MOST_KICKERS and not any(line.file for line in lines)


def _heads_no_text(line: HtmlLine, main: str) -> bool:
    """A heading that is the paper's, a page's or of a list of links."""
    return names_paper(line) or bool(FOLIO.match(line.text)) if line.tag == main else is_furniture(line)


def first_body(lines: Sequence[HtmlLine]) -> int | None:
    """Where the text begins."""
    return next((at for at, line in enumerate(lines) if line.mark == "body"), None)


def _by_properties(over: Sequence[HtmlLine], html: str) -> dict[int, str]:
    """The lines that Founder's property comment repeats."""
    founder = _FOUNDER.search(html)
    if founder is None:
        return {}
    told = {bare(m[2]): _PROPERTY_ROLES[m[1]] for m in _PROPERTY.finditer(founder[1])}
    marks = {at: told[bare(line.text)] for at, line in enumerate(over) if bare(line.text) in told}
    return {**_bylines(over, marks), **marks} if marks else {}


def _by_place(lines: Sequence[HtmlLine], body: int, html: str) -> dict[int, str]:
    """The short lines right over the body; which of them is the headline, _main tells."""
    near: list[int] = []
    for at in range(body - 1, -1, -1):
        line = lines[at]
        if line.mark in ("byline", "caption") or DAY.search(line.text) or is_caption(line):
            continue
        titled = any(not WRITER.search(lines[one].text) for one in near)
        if is_furniture(line) and not titled and body - at <= _MOST_BETWEEN:
            continue
        if len(line.text) > LONGEST or "。" in line.text or len(near) == _MOST_LINES or is_furniture(line):
            break
        near.append(at)
    heads = [at for at in reversed(near) if not WRITER.search(lines[at].text) and len(lines[at].text) >= SHORTEST]
    main = _main(lines, [at for at in heads if lines[at].mark is None] or heads, html)
    if main is None:
        return {}
    heads = [at for at in heads if not set(lines[at].path[:_BESIDE]).isdisjoint(lines[main].path[:_BESIDE])]
    marks = {at: "headline" if at == main else "kicker" if at < main else "deck" for at in heads}
    return {**_bylines(lines[:body], dict.fromkeys(near, "")), **marks}


def _main(lines: Sequence[HtmlLine], heads: Sequence[int], html: str) -> int | None:
    """The line that the page's title or a list of articles repeats, else the one so named, else the bold one, else the
    one over ——, else the one in the middle."""
    name = page_title(html)
    repeated = [at for at in heads if bare(lines[at].text) in name]
    if repeated:
        return max(repeated, key=lambda at: len(lines[at].text))
    listed = [at for at in heads if repeated_in(lines, lines[at].text)]
    named = [at for at in heads if is_named_headline(lines[at])]
    bold = [at for at in heads if lines[at].bold]
    over = [one for one, next_one in pairwise(heads) if lines[next_one].text.startswith("——")]
    told = listed or named or bold or over
    if told:
        return told[0]
    together = [at for at in heads if not set(lines[at].path[1:3]).isdisjoint(lines[heads[-1]].path)]
    return together[len(together) // 2] if together else None


def is_named_headline(line: HtmlLine) -> bool:
    """Whether the words of a line's classes say that it is a headline, and not one over or under it."""
    words = name_words(line)
    return not words.isdisjoint(_NAMED) and words.isdisjoint(_NAMED_OTHERWISE)


def _bylines(over: Sequence[HtmlLine], near: dict[int, str]) -> dict[int, str]:
    """Lines among or under the headline's that name a writer."""
    first = min(near, default=len(over))
    return {at: "byline" for at in range(first, len(over)) if over[at].mark is None and names_writer(over[at])}
