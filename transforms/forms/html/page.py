"""E-paper HTML: the visible text in reading order, and what the tags say of its parts."""

from __future__ import annotations

from transforms.forms.html.epaper import IndexEntry, index_entries
from transforms.forms.html.known import known_of
from transforms.forms.html.line import HtmlLine
from transforms.forms.html.text import visible_lines
from transforms.forms.line import Evidence, Form, Known, Line

_HEADS = frozenset({"kicker", "headline", "deck"})
_ROLES = frozenset({"caption", "byline", "subheading"})


def read_html(html: str, encoding: str | None, known: Known) -> Form:
    """An article page of an electronic newspaper, or the index of one of its pages, as lines with evidence.

    What the HTML says outright (tags of the publishing system, else the element that holds the most prose) becomes
    evidence; every other visible line is web navigation. `known` wins over what the page tells of itself.
    """
    found = visible_lines(html)
    entries = index_entries(html, found)
    own = [(at, entry) for at, entry in entries if entry.file not in known.elsewhere]
    named = {at: (number, entry) for number, (at, entry) in enumerate(own)}
    text_parts: list[str] = []
    lines: list[Line] = []
    styles: dict[tuple[object, ...], int] = {}
    at = paragraph = 0
    for place, line in enumerate(found):
        paragraph += line.mark in ("body", "subheading", "text")
        evidence = _index_evidence(named.get(place)) if entries else _evidence(line, paragraph, styles)
        lines.append(Line(at, at + len(line.text), line.text, indent=line.indent, evidence=evidence))
        text_parts.append(line.text)
        at += len(line.text) + 1
    text = "\n".join(text_parts)
    return Form("text/html", encoding, text, tuple(lines), known_of(html, found, known))


def _index_evidence(named: tuple[int, IndexEntry] | None) -> Evidence:
    """A title in an index is a headline whose article is elsewhere; everything else there is navigation."""
    if named is None:
        return Evidence(role="noise")
    number, entry = named
    return Evidence(role="headline", article=number, box=entry.box)


def _evidence(line: HtmlLine, paragraph: int, styles: dict[tuple[object, ...], int]) -> Evidence:
    """What the page says of a line; `styles` numbers the types that its text is set in."""
    if line.mark in _HEADS:
        return Evidence(role=line.mark, article=line.article, paragraph=line.element)
    if line.mark in _ROLES:
        return Evidence(role=line.mark, article=line.article)
    if line.mark in ("body", "text"):
        role = "paragraph" if line.mark == "text" else None
        style = styles.setdefault((line.tag, line.names, line.bold, line.type), len(styles))
        return Evidence(role=role, article=line.article, paragraph=paragraph, style=style)
    return Evidence(role="noise")
