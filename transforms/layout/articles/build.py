"""Segments with their headlines, as pieces and articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from transforms.layout.apart import Apart, ArticleParts, Piece
from transforms.layout.articles.page_facts import read_facts
from transforms.layout.bylines.datelines import Byline
from transforms.layout.bylines.padded_names import without_padding
from transforms.layout.bylines.writers import AGENCIES, LAST_WORDS, Writers
from transforms.layout.ends.parts import is_wrapped
from transforms.layout.furniture.reasons import TURN_LINE, turn_at_end, turn_at_start
from transforms.layout.headlines.broken_lines import PageBreaks
from transforms.layout.headlines.headline import Headline, read_headline
from transforms.layout.kinds.kind import BODY, BYLINE, CAPTION, CREDIT, OPEN, SIGNED, Kind
from transforms.mapped import Mapped, joined

_LONGEST_LINE = 60  # characters


@dataclass(slots=True)
class Draft:
    """An article before it is built: its units in page order, its headline groups and how sure their link is."""

    items: list[Kind]
    groups: list[list[Kind]] = field(default_factory=list)
    score: float | None = None


@dataclass(slots=True)
class _Building:
    """What has been gathered of one article."""

    number: int
    signed: bool = False  # someone besides whoever took its pictures wrote it
    pieces: list[Piece] = field(default_factory=list)
    paragraphs: list[list[Mapped]] = field(default_factory=list)
    subheadings: list[Mapped] = field(default_factory=list)
    captions: list[Mapped] = field(default_factory=list)
    writers: list[Writers] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    place: str | None = None
    month_day: tuple[int, int] | None = None
    captioned: int = -1  # the line of the page under the last caption

    def piece(self, role: str, words: Mapped, paragraph: int | None = None, reason: str | None = None) -> None:
        """Add a piece of the page, with its span there; noise belongs to no article."""
        article = None if role == "noise" else self.number
        start, end = words.span(0, len(words.text))
        self.pieces.append(Piece(role, article, paragraph, start, end, words, reason))

    def caption(self, kind: Kind) -> None:
        """A picture's words with whoever took it; in a story that no one else wrote a reporter has a byline."""
        words = kind.unit.words
        if kind.foot and not self.signed and _names_writers(kind.foot.writers):
            self.byline(_trim(words, kind.foot.start, len(words.text)), kind.foot.writers, kind.foot)
            words = _trim(words, 0, kind.foot.start)
        if kind.kind == CREDIT and kind.unit.first == self.captioned and not kind.unit.gap:
            words = joined(self.captions.pop(), words)
            self.pieces.pop()
        self.captions.append(words)
        self.piece("caption", words)
        self.captioned = kind.unit.last + 1

    def credit(self, kind: Kind, writers: Writers) -> None:
        """A reporter who took the picture: named with its words by a longer text, in a picture story in a byline."""
        if len(self.paragraphs) > 1 and kind.unit.first == self.captioned and not kind.unit.gap:
            self.caption(kind)
            self.writers.append(writers)
        else:
            self.byline(kind.unit.words, writers)

    def byline(self, words: Mapped, writers: Writers | None, found: Byline | None = None) -> None:
        """Add a byline with whom it names; the first place and the first day that one tells are the article's."""
        self.piece("byline", words)
        if writers:
            self.writers.append(writers)
            self.place = self.place or writers.place
        told = (found.outlet if found else None, writers.outlet if writers else None)
        papers = [o for o in told if o and o not in AGENCIES and o not in LAST_WORDS]
        self.outlets.extend(papers[:1])  # of 本报讯（甲报记者） the paper that is named
        if found:
            self.place = self.place or found.place
            self.month_day = self.month_day or found.month_day


def build(drafts: Sequence[Draft], noise: Sequence[tuple[Kind, str]]) -> Apart:
    """The page taken apart; articles come in the order of `drafts`."""
    pieces = [_noise_piece(kind, reason) for kind, reason in noise]
    articles: list[ArticleParts] = []
    wrapped = _is_wrapped([kind for draft in drafts for kind in draft.items])
    breaks = PageBreaks.of(group for draft in drafts for group in draft.groups) if wrapped else None
    heads = [read_headline(draft.groups, breaks) if draft.groups else None for draft in drafts]
    for number, (draft, head) in enumerate(zip(drafts, heads, strict=True)):
        parts, own = _article(number, draft, head)
        articles.append(parts)
        pieces.extend(own)
    pieces.sort(key=lambda p: p.start)
    facts = read_facts(noise, articles)
    return Apart(tuple(pieces), tuple(articles), facts.outlet, facts.issue_day, facts.edition, facts.masthead)


def _is_wrapped(items: Sequence[Kind]) -> bool:
    """Whether the lines of a page were wrapped: not where each paragraph is one line, and some as long as no column."""
    bodies = [i for i, kind in enumerate(items) if kind.kind == BODY]
    return is_wrapped(items, bodies) or all(len(items[i].text) <= _LONGEST_LINE for i in bodies)


def _noise_piece(kind: Kind, reason: str) -> Piece:
    words = kind.unit.words
    start, end = words.span(0, len(words.text))
    return Piece("noise", None, None, start, end, words, reason)


def _article(number: int, draft: Draft, head: Headline | None) -> tuple[ArticleParts, list[Piece]]:
    gathered = _Building(number, any(map(_is_signed, draft.items)))
    for kind in draft.items:
        _gather(gathered, kind)
    if head:
        _headline_pieces(gathered, head)
    outlets = Counter(gathered.outlets)
    lines, main = (head.lines, head.main) if head else ((), 0)
    return (
        ArticleParts(
            headline=lines[main] if head else None,
            kicker=lines[:main],
            deck=lines[main + 1 :],
            headline_lines=lines,
            headline_score=draft.score if head else None,
            reporters=_distinct(name for w in gathered.writers for name in w.reporters),
            correspondents=_distinct(name for w in gathered.writers for name in w.correspondents),
            dateline_place=gathered.place,
            dateline_month_day=gathered.month_day,
            subheadings=tuple(gathered.subheadings),
            captions=tuple(gathered.captions),
            paragraphs=tuple(tuple(p) for p in gathered.paragraphs),
            outlet=outlets.most_common(1)[0][0] if outlets else None,
        ),
        gathered.pieces,
    )


def _is_signed(kind: Kind) -> bool:
    """Whether a unit names who wrote the article, as the credit of a picture does not."""
    if kind.kind in (CREDIT, CAPTION):
        return False
    return any(map(_names_writers, (kind.writers, *(found.writers for found in (kind.head, kind.foot) if found))))


def _names_writers(writers: Writers | None) -> bool:
    return writers is not None and bool(writers.reporters or writers.correspondents)


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _headline_pieces(gathered: _Building, head: Headline) -> None:
    for i, part in enumerate(head.parts):
        role = "headline" if i == head.main else "kicker" if i < head.main else "deck"
        for run in _runs(part):
            words = head.lines[i] if len(run) == len(part) else run[0].unit.words
            gathered.piece(role, words)


def _runs(part: Sequence[Kind]) -> list[list[Kind]]:
    """Units of a line that follow each other on the page; others are pieces of their own."""
    if all(b.unit.first == a.unit.last + 1 for a, b in pairwise(part)):
        return [list(part)]
    return [[k] for k in part]


def _gather(gathered: _Building, kind: Kind) -> None:
    words = kind.unit.words
    if kind.kind == BODY:
        _gather_body(gathered, kind)
    elif kind.kind == OPEN:
        gathered.subheadings.append(words)
        gathered.piece("subheading", words)
    elif kind.kind in (BYLINE, SIGNED):
        gathered.byline(words, kind.writers or (kind.foot.writers if kind.foot else None), kind.foot or kind.head)
    elif kind.kind in (CREDIT, CAPTION):
        if not gathered.signed and kind.writers and _names_writers(kind.writers):
            gathered.credit(kind, kind.writers)
        else:
            gathered.caption(kind)


def _gather_body(gathered: _Building, kind: Kind) -> None:
    """A paragraph, less its turn lines and the bylines at its ends."""
    words = kind.unit.words
    start, end = 0, len(words.text)
    turned = turn_at_start(words.text)
    if turned:
        gathered.piece("noise", words.cut(0, turned), reason=TURN_LINE)
        start = turned
    elif kind.head and kind.head.start == 0:
        gathered.byline(_trim(words, 0, kind.head.end), kind.head.writers, kind.head)
        start = kind.head.end
    turn = turn_at_end(words.text)
    tail: list[Mapped] = []
    if turn is not None and turn > start:
        tail.append(words.cut(turn, end))
        end = turn
    elif kind.foot and kind.foot.start >= start:
        end = kind.foot.start
    body = without_padding(_trim(words, start, end))
    if body.text:
        gathered.paragraphs.append([body])
        gathered.piece("paragraph", body, paragraph=len(gathered.paragraphs))
    for part in tail:
        gathered.piece("noise", part, reason=TURN_LINE)
    if not tail and kind.foot and kind.foot.start >= start:
        gathered.byline(_trim(words, kind.foot.start, len(words.text)), kind.foot.writers, kind.foot)


def _trim(words: Mapped, start: int, end: int) -> Mapped:
    text = words.text[start:end]
    start += len(text) - len(text.lstrip())
    return words.cut(start, max(start, start + len(text.strip())))
