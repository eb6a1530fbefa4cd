"""Broadsheet pages of mixed blocks: articles that run round others without a frame, headlines in unusual places.

A headline may stand under its text or in the middle of it, over columns that are not the first, or with its kicker at
its side.
"""

from __future__ import annotations

from made_articles import MadeArticle, Part
from made_broadsheet import Rect, Setter, Slot, balanced
from made_layout import Placed, Shape, em_width

KINDS = ("across", "first", "upright left", "under", "middle", "later", "kicker beside")
_USUAL = ("across", "across", "first")


class MixedSetter(Setter):
    """Sets one page of mixed blocks."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed, KINDS + _USUAL, frames=0.15)

    def _headline(self, story: MadeArticle, kind: str, rect: Rect, column: float, columns: int) -> list[Slot]:
        if kind not in KINDS[3:] or columns < 2:
            return super()._headline(story, kind if kind in KINDS[:3] else "across", rect, column, columns)
        x, y, _, height = rect
        gutter, bottom = self.look.gutter, y + height
        starts = [x + i * (column + gutter) for i in range(columns)]
        first = self.chance.randint(1, columns - 1) if kind == "later" else 0
        room = starts[-1] + column - starts[first]
        rows = self._beside(story, room) if kind == "kicker beside" else self._rows(story.head, room)
        tall = max(dy + own * 1.3 for _, _, dy, own, _ in rows) + 6
        top = {"under": bottom - tall, "middle": y + (height - tall) / 2}.get(kind, y)
        for words, dx, dy, own, weight in rows:
            self.page.sheet.lines.append(Placed(words, starts[first] + dx, top + dy, room - dx, own, weight))
        if kind == "under":
            return [(start, y, top - 4) for start in starts]
        if kind == "middle" and height > 260:
            return [part for start in starts for part in ((start, y, top - 4), (start, top + tall, bottom))]
        return [(start, top + tall if i >= first else y, bottom) for i, start in enumerate(starts)]

    def _rows(self, parts: tuple[Part, ...], room: float) -> list[tuple[str, float, float, float, str]]:
        """Words, left, top, size and weight of headline lines one under the other."""
        main = next(p.text for p in parts if p.role == "headline")
        size = min(self.chance.uniform(20, 40), max(17.0, room / min(len(main), 18)), room / 5)
        at, rows = 2.0, []
        for part in parts:
            own = size if part.role == "headline" else max(12.0, size * 0.5)
            for words in balanced(part.text, room / own):
                rows.append((words, 0.0, at, own, self.look.weight if part.role == "headline" else "sans"))
                at += own * 1.3
        return rows

    def _beside(self, story: MadeArticle, room: float) -> list[tuple[str, float, float, float, str]]:
        """The kicker in a narrow strip on the left of the other lines, in the middle of their height."""
        kicker = next((part.text for part in story.head if part.role == "kicker"), None)
        if kicker is None:
            return self._rows(story.head, room)
        own = 12.0
        words = balanced(kicker, min(0.3 * room / own, max(4, len(kicker) / 2 + 0.6)))
        strip = max(em_width(text) for text in words) * own + own
        rest = self._rows(tuple(part for part in story.head if part.role != "kicker"), room - strip)
        rows = [(text, strip, dy, size, weight) for text, _, dy, size, weight in rest]
        tall = max(dy + size * 1.3 for _, _, dy, size, _ in rest)
        top = max(2.0, (tall - len(words) * own * 1.3) / 2)
        return [(text, 0.0, top + n * own * 1.3, own, "bold") for n, text in enumerate(words)] + rows

    def _inlaid(self, slots: list[Slot], column: float, columns: int) -> list[Slot]:
        """Another article without a frame in a lower corner or between the columns, a rule or white space over it."""
        column = self._width(slots, column)
        own = slots[1:] if len(slots) < 4 or self.chance.random() < 0.5 else slots[1:-1]
        if len({x for x, _, _ in slots}) < len(slots):  # around a headline in the middle
            return super()._inlaid(slots, column, columns)
        top, bottom = max(t for _, t, _ in own), own[0][2]
        deep = (bottom - top) * self.chance.uniform(0.4, 0.55)
        y, wide = bottom - deep, own[-1][0] + column - own[0][0]
        if self.look.rules in ("all", "across"):
            self.page.sheet.shapes.append(Shape("rule", own[0][0], y - self.look.gap / 2, wide, 0.5))
        self._article((own[0][0], y, wide, deep), len(own), frame="")
        cut = [(x, t, y - self.look.gap) if (x, t, b) in own else (x, t, b) for x, t, b in slots]
        return [(x, t, b) for x, t, b in cut if b - t > 2 * self.look.leading]
