"""Where a page is cut into articles: the cuts from side to side and from top to bottom that leave no flaw behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transforms.forms.line import Box
from transforms.forms.printed.pieces.pieces import ACROSS, Measures, Piece, in_columns
from transforms.forms.printed.regions.holes import holes

_MIN_GAP = 0.9  # of the body's size: white space that may part two articles
_MIN_GUTTER = 0.6  # the same from top to bottom
_BUDGET = 300  # parts looked at: a page that no cuts take apart cleanly costs no more
_MOST_CUTS = 12
_MOST_HOLES = 8
_TOO_MANY = 10.0  # the flaw of a second headline in an article
_HEADLESS = 1.5  # the flaw of a part without a headline, which can only carry on another side's article
_ASTRAY = 3.0  # the most that text in odd places is a flaw: some headlines stand in the middle of their text
_WITHIN, _PROVEN = 1.5, 4  # the same where as many runs of text go on from one to the next
_UNDER = 1.0  # the flaw of a headline under all of its text
_WRAPPED = 0.5  # the flaw of an article that runs round another
_RULED = 1.0  # the flaw of a rule between two runs of a column
_NEAR = 4.0  # of the body's size: runs that nothing stands between
_MIDDLE = 2.0  # columns: what a headline in the middle of its part outweighs
_CROSSED = 1.5  # the flaw of a cut through a rule


@dataclass(frozen=True, slots=True)
class _Cut:
    score: float
    flaw: float
    first: frozenset[int]
    second: frozenset[int]


class Cutter:
    """Cuts a frame's or a page's pieces apart, each part again, until every part has one headline at its head.

    Where a cut leads to a part that no article can be (text over its headline, a column that goes on in the middle of
    a sentence of another), the next one is tried. On a `later` side a part may carry on an article without a headline.
    """

    def __init__(self, pieces: Sequence[Piece], rules: Sequence[Box], page: Measures, later: bool = False) -> None:
        self._pieces, self._rules, self._page, self._later = pieces, rules, page, later
        self._left = _BUDGET
        self._known: dict[frozenset[int], tuple[float, list[frozenset[int]]]] = {}

    def parts(self) -> list[list[Piece]]:
        """The pieces of each article."""
        _, found = self._solve(frozenset(range(len(self._pieces))))
        return [[self._pieces[i] for i in sorted(part)] for part in found]

    def _solve(self, part: frozenset[int]) -> tuple[float, list[frozenset[int]]]:
        known = self._known.get(part)
        if known is not None:
            return known
        self._left -= 1
        own = [self._pieces[i] for i in part]
        heads = sum(piece.kind == "head" for piece in own)
        best = (self._flaws(own) + _TOO_MANY * max(0, heads - 1), [part])
        if heads > 1 or (heads and self._later and best[0] > _HEADLESS):
            for number, cut in enumerate(self._cuts(part)):
                if number and self._left <= 0:
                    break
                first, parts = self._solve(cut.first)
                if cut.flaw + first >= best[0]:
                    continue
                second, others = self._solve(cut.second)
                if cut.flaw + first + second < best[0]:
                    best = (cut.flaw + first + second, parts + others)
                if best[0] <= 0:
                    break
        self._known[part] = best
        return best

    def _cuts(self, part: frozenset[int]) -> Iterator[_Cut]:
        """The places to cut, the likeliest first; then the articles that the rest may run round."""
        found = [cut for across in (True, False) for cut in self._cuts_along(part, across)]
        yield from sorted(found, key=lambda cut: -cut.score)[:_MOST_CUTS]
        yield from sorted(self._holes(part), key=lambda cut: -cut.score)[:_MOST_HOLES]

    def _holes(self, part: frozenset[int]) -> Iterator[_Cut]:
        for first in holes({i: self._pieces[i] for i in part}, self._rules, self._page):
            flaw = self._flaws([self._pieces[i] for i in first])
            headless = self._headless(first) + self._headless(part - first)
            if flaw < _HEADLESS and headless <= _HEADLESS:
                size = sum(len(self._pieces[i].lines) for i in first)
                yield _Cut(size / 1000 - flaw, headless + _WRAPPED, first, part - first)

    def _flaws(self, part: Sequence[Piece]) -> float:
        return flaws(part, self._page, self._rules)

    def _cuts_along(self, part: frozenset[int], across: bool) -> list[_Cut]:
        page = self._page
        own = [(i, self._pieces[i]) for i in part]
        spans = sorted((p.y0, p.y1, i) if across else (p.x0, p.x1, i) for i, p in own)
        extent = [(p.x0, p.x1) if across else (p.y0, p.y1) for _, p in own if p.kind != "picture"]
        low, high = min(a for a, _ in extent), max(b for _, b in extent)
        found = []
        reach = spans[0][1]
        for at in range(1, len(spans)):
            start, end = reach, spans[at][0]
            reach = max(reach, spans[at][1])
            if end <= start:
                continue
            ruled, crossed = self._ruled(start, end, low, high, across)
            if end - start < (_MIN_GAP if across else _MIN_GUTTER) * page.size and not ruled:
                continue
            first = frozenset(i for _, _, i in spans[:at])
            second = part - first
            flaw = self._headless(first) + self._headless(second)
            if flaw > _HEADLESS:
                continue
            bonus = (
                3.0
                if across
                else self._centred(first) + self._centred(second) - self._offset(second, (start + end) / 2)
            )
            score = (end - start) / page.size + 100 * ruled - 60 * crossed + bonus - 30 * flaw
            found.append(_Cut(score, flaw + _CROSSED * crossed, first, second))
        return found

    def _headless(self, part: frozenset[int]) -> float:
        """The flaw of a part that has no headline; more than any part may have where it cannot stand alone."""
        own = [self._pieces[i] for i in part]
        text = [piece for piece in own if piece.kind == "text"]
        if text and any(piece.kind == "head" for piece in own):
            return 0.0
        if not self._later:
            return _TOO_MANY
        first = min((p for p in text if p.indented is not None), key=lambda p: p.x0 + p.y0, default=None)
        return _HEADLESS if first is not None and first.indented is False else _TOO_MANY

    def _centred(self, part: frozenset[int]) -> float:
        """A headline in the middle over all columns of a part speaks for it."""
        own = [self._pieces[i] for i in part]
        first = min((p for p in own if p.kind == "head"), key=lambda p: p.y0, default=None)
        text = [p for p in own if p.kind == "text"]
        if first is None or not text or first.lines[0].vertical:
            return 0.0
        left, right = min(p.x0 for p in text), max(p.x1 for p in text)
        wide = right - left > ACROSS * self._page.column
        return _MIDDLE if wide and abs(first.x0 + first.x1 - left - right) < self._page.size else 0.0

    def _offset(self, part: frozenset[int], at: float) -> float:
        """How many columns lie between a cut from top to bottom and the first headline behind it."""
        heads = (self._pieces[i] for i in part if self._pieces[i].kind == "head")
        first = min(heads, key=lambda p: p.y0, default=None)
        return (first.x0 - at) / self._page.column if first else 0.0

    def _ruled(self, start: float, end: float, low: float, high: float, across: bool) -> tuple[bool, bool]:
        """Whether a rule runs along nearly all of a strip, and whether one crosses it."""
        covered, crossed = 0.0, False
        for rule in self._rules:
            level = rule.x1 - rule.x0 >= rule.y1 - rule.y0
            at, a, b = (rule.y0, rule.x0, rule.x1) if across else (rule.x0, rule.y0, rule.y1)
            if level == across:
                if start - 2 <= at <= end + 2:
                    covered += max(0.0, min(b, high) - max(a, low))
            else:
                side, one, other = (rule.x0, rule.y0, rule.y1) if across else (rule.y0, rule.x0, rule.x1)
                far = 2 * self._page.size
                crossed = crossed or (low < side < high and one < start - far and other > end + far)
        return covered >= 0.9 * (high - low), crossed


def flaws(part: Sequence[Piece], page: Measures, rules: Sequence[Box] = ()) -> float:
    """What speaks against a part being one article: 0 is nothing."""
    heads = [piece for piece in part if piece.kind == "head"]
    text = [p for p in part if p.kind == "text" and (p.indented is not None or p.closed is not None)]
    if not heads or not text:
        return 0.0
    main = max(heads, key=lambda piece: (max(x.size for x in piece.lines), -piece.y0))
    pictures = [piece for piece in part if piece.kind == "picture"]
    broken = _broken(text, pictures, page, rules)
    # text that goes on without a break all the way speaks for itself, wherever its headline stands
    astray = _ASTRAY if broken or len(text) < _PROVEN else _WITHIN
    return min(_misplaced(main, text, page), astray) + broken


def _misplaced(head: Piece, text: Sequence[Piece], page: Measures) -> float:
    """Text over the headline, or on the left of it, or beside it and higher."""
    em = page.size
    upright = head.lines[0].vertical
    if all(piece.y1 <= head.y0 + 0.5 * em for piece in text):
        return _UNDER
    found = 0.0
    for piece in text:
        over = piece.y1 <= head.y0 + 0.5 * em and piece.x0 < head.x1 and piece.x1 > head.x0
        before = not upright and piece.x1 <= head.x0 + em and piece.y0 < head.y1 - em
        higher = piece.y0 < head.y0 - 3 * em
        found += 2.0 if over else 1.0 if before or higher else 0.0
    return found


def _broken(text: Sequence[Piece], pictures: Sequence[Piece], page: Measures, rules: Sequence[Box]) -> float:
    """What speaks against the text's order: columns from top to bottom, or over and then under a picture across."""
    found = _breaks(columns(text, page), page, rules)
    for picture in pictures:
        if not found or picture.x1 - picture.x0 <= ACROSS * page.column:
            continue
        over = [piece for piece in text if piece.y1 <= picture.y0 + page.size]
        under = [piece for piece in text if piece.y0 >= picture.y1 - page.size]
        if over and under and len(over) + len(under) == len(text):
            found = min(found, _breaks([*columns(over, page), *columns(under, page)], page, rules))
    return found


def _breaks(ordered: Sequence[Sequence[Piece]], page: Measures, rules: Sequence[Box]) -> float:
    """Columns that do not go on where the one before them stops, an end in the middle of a sentence, a rule between."""
    found = 0.0
    last: Piece | None = None
    for column in ordered:
        for before, piece in zip([None, *column], column, strict=False):
            if before is not None and _ruled_off(before, piece, page, rules):
                found += _RULED
            if last is None:
                found += piece.indented is False
            elif (last.closed is True and piece.indented is False) or (last.closed is False and piece.indented is True):
                found += 1.0
            last = piece
    return found + (last is not None and last.closed is False)


def _ruled_off(over: Piece, under: Piece, page: Measures, rules: Sequence[Box]) -> bool:
    """Whether a rule parts two runs of a column that stand near to each other."""
    if under.y0 - over.y1 > _NEAR * page.size:
        return False
    wide = min(over.x1 - over.x0, under.x1 - under.x0)
    return any(
        over.y1 - 1 <= rule.y0 <= under.y0 + 1 and min(rule.x1, over.x1) - max(rule.x0, over.x0) > 0.8 * wide
        for rule in rules
    )


def columns(text: Sequence[Piece], page: Measures) -> list[list[Piece]]:
    """The runs of each column from top to bottom, columns from left to right; without those across columns."""
    narrow = [piece for piece in text if piece.x1 - piece.x0 <= ACROSS * page.column]
    widest = sorted(narrow or text, key=lambda x: (x.x0 - x.x1, x.x0))
    return [sorted(column, key=lambda x: x.y0) for column in in_columns(widest, page)]
