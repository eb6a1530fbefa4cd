"""Broadsheet pages in many layouts, by chance from a seed: a grid cut into parts, an article set to fill each.

Headlines across, over the first columns only, beside the text, in the middle of it or from top to bottom; frames,
panels, inlaid boxes that the text runs around, pictures in six places; rules, hairlines or white space alone. Lengths
are PDF points, origin top left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random

from made_articles import MadeArticle, Part, articles
from made_layout import Placed, Shape, Sheet, body_lines, wrapped

Rect = tuple[float, float, float, float]  # left, top, width, height
Slot = tuple[float, float, float]  # a column's left, top and bottom
CAPTIONS = (
    "图为工人在检修新装的路灯。",
    "雨后的河堤公园，市民在步道上散步。",
    "志愿者把春联送到老人家里。 李小舟摄",
    "展馆内，讲解员向学生介绍古船模型。 本报记者 林一摄",
    "新桥合龙后的全景，远处是正在建设的码头和连接两岸的引桥。",
    "孩子们在社区书屋里读书。（资料图片）",
)
_FRAMES = ("box", "panel", "both", "lines")
_HEADS = ("across", "across", "across", "first", "first", "upright left", "upright right", "beside")


@dataclass(frozen=True)
class Look:
    """What holds over a whole page."""

    columns: int
    size: float
    leading: float
    gutter: float
    column: float
    gap: float
    rules: str  # "all", "across", "upright" or "none"
    align: str
    body: str
    weight: str

    def span(self, columns: int) -> float:
        return columns * self.column + (columns - 1) * self.gutter


@dataclass
class Page:
    """A page that was set, and the articles on it as they were set: its truth."""

    sheet: Sheet
    stories: list[MadeArticle] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)


class Setter:
    """Sets one page; `kinds` allows some headline placements only."""

    def __init__(self, seed: int, kinds: Sequence[str] = _HEADS, frames: float = 0.3) -> None:
        self.chance = Random(seed)  # noqa: S311
        self.kinds, self.frames = kinds, frames
        columns = self.chance.choice((4, 5, 5, 6))
        size = round(self.chance.uniform(8.8, 10.4), 2)
        self.look = Look(
            columns=columns,
            size=size,
            leading=round(size * self.chance.uniform(1.3, 1.55), 2),
            gutter=round(size * self.chance.uniform(1.3, 2.0), 1),
            column=size * self.chance.choice({4: (18, 20, 22), 5: (16, 17, 18), 6: (13, 14, 15)}[columns]),
            gap=round(self.chance.uniform(12, 24), 1),
            rules=self.chance.choice(("all", "all", "across", "upright", "none")),
            align=self.chance.choice(("left", "center")),
            body="body",
            weight=self.chance.choice(("black", "black", "bold")),
        )
        self.page = Page(Sheet(columns))
        pool = list(articles().values())
        self.chance.shuffle(pool)
        self._pool = pool[:18]
        self._spare = [p for a in pool[18:] for p in a.body if p.role == "paragraph" and len(p.text) > 40]
        self._pictures = self.chance.sample(CAPTIONS, 3)

    def set(self, furniture: Sequence[str] = ("东江日报", "2025年3月4日 星期二", "03 要闻")) -> Page:
        """Set the whole page."""
        look, sheet = self.look, self.page.sheet
        margin, top = 36.0, 46.0
        width = look.span(look.columns)
        height = self.chance.uniform(760, 1150)
        sheet.lines += [Placed(words, margin + at * 150, 14, 140, 10, "sans") for at, words in enumerate(furniture)]
        sheet.shapes.append(Shape("rule", margin, 32, width, 0.8))
        self._part((margin, top, width, height), look.columns, 0)
        sheet.shapes.append(Shape("rule", margin, top + height + 8, width, 0.8))
        sheet.lines.append(Placed("本版编辑：沈小满 美编：杜若", margin, top + height + 12, 200, 8, "sans"))
        sheet.page_width, sheet.height = width + 2 * margin, top + height + 30
        return self.page

    def _part(self, rect: Rect, columns: int, depth: int) -> None:
        """Cut a part again, or fill it with an article."""
        x, y, width, height = rect
        look = self.look
        tall, wide = height > 380, columns >= 2 and height > 150
        area = columns * height
        if (tall or wide) and (area > 1100 or (area > 620 and self.chance.random() < 0.7)) and depth < 6:
            if tall and (not wide or columns < 3 or self.chance.random() < 0.6):
                upper = height * self.chance.uniform(0.36, 0.64)
                if "all" in look.rules or look.rules == "across":
                    self.page.sheet.shapes.append(Shape("rule", x, y + upper + look.gap / 2, width, 0.5))
                self._part((x, y, width, upper), columns, depth + 1)
                self._part((x, y + upper + look.gap, width, height - upper - look.gap), columns, depth + 1)
                return
            if wide:
                first = self.chance.randint(1, columns - 1) if columns < 4 else self.chance.randint(2, columns - 2)
                left = look.span(first)
                if look.rules in ("all", "upright"):
                    at = x + left + look.gutter / 2
                    self.page.sheet.shapes.append(Shape("upright", at, y, 0.5, height))
                self._part((x, y, left, height), first, depth + 1)
                rest = width - left - look.gutter
                self._part((x + left + look.gutter, y, rest, height), columns - first, depth + 1)
                return
        self._article(rect, columns, inlay=area > 900 and columns >= 3 and self.chance.random() < 0.4)

    def _article(self, rect: Rect, columns: int, inlay: bool = False, frame: str | None = None) -> None:
        if not self._pool:
            return
        look, chance = self.look, self.chance
        story = self._pool.pop()
        x, y, width, height = rect
        if frame is None:
            frame = chance.choice(_FRAMES) if chance.random() < self.frames else ""
        if frame:
            self.page.sheet.shapes += _frame(frame, rect)
            pad = 8.0
            x, y, width, height = x + pad, y + pad, width - 2 * pad, height - 2 * pad
        if frame and columns >= 3 and chance.random() < 0.4:
            columns -= 1  # set wide, off the page's grid
        kind = chance.choice(self.kinds)
        if kind.startswith("upright") and (height < 200 or columns < 2 or len(story.head) > 2):
            kind = "across"
        if kind in ("first", "beside") and columns < 2:
            kind = "across"
        column = (width - (columns - 1) * look.gutter) / columns
        place = self._picture_place(columns, height) if not inlay else ""
        words = self._pictures.pop() if place else ""
        if place == "over":
            y, height = self._picture((x, y, width, height), width, words)
        slots = self._headline(story, kind, (x, y, width, height), column, columns)
        if place and place != "over":
            slots = self._inside_picture(slots, place, column, words)
        if inlay:
            slots = self._inlaid(slots, column, columns)
        body = self._fill(story, slots, column)
        captions = (Part("caption", words),) if words else ()
        self.page.stories.append(replace(story, body=body, captions=captions))
        self.page.kinds[story.key] = " ".join((kind, frame, place, "inlaid" if inlay else "", f"{columns}c")).strip()

    def _picture_place(self, columns: int, height: float) -> str:
        if height < 240 or len(self._pictures) == 0 or self.chance.random() > 0.3:
            return ""
        return self.chance.choice(("over", "top", "foot", "middle", "top right") if columns > 1 else ("over", "foot"))

    def _headline(self, story: MadeArticle, kind: str, rect: Rect, column: float, columns: int) -> list[Slot]:
        """Set the headline lines; the columns that are left for the text, in order."""
        x, y, _, height = rect
        gutter, bottom = self.look.gutter, y + height
        starts = [x + i * (column + gutter) for i in range(columns)]
        if kind.startswith("upright"):
            return self._upright(story, kind, rect, columns)
        over = columns if kind == "across" else 1 if kind == "beside" else self.chance.randint(1, columns - 1)
        room = over * column + (over - 1) * gutter
        main = next(p.text for p in story.head if p.role == "headline")
        size = min(self.chance.uniform(20, 44), max(16.0, room / min(len(main), 9 if over == 1 else 24)), room / 5)
        at = y + 2
        for part in story.head:
            own = size if part.role == "headline" else max(12.0, size * 0.5)
            weight = self.look.weight if part.role == "headline" else self.chance.choice(("sans", "body"))
            for words in balanced(part.text, room / own):
                align = self.look.align if kind == "across" else "left"
                self.page.sheet.lines.append(Placed(words, x, at, room, own, weight, align=align))
                at += own * 1.3
        at += 5
        if kind == "beside":
            return [(start, y, bottom) for start in starts[1:]]
        return [(start, at if i < over else y, bottom) for i, start in enumerate(starts)]

    def _upright(self, story: MadeArticle, kind: str, rect: Rect, columns: int) -> list[Slot]:
        x, y, width, height = rect
        reach, gutter = min(height, self.chance.uniform(180, 320)), self.look.gutter
        size = self.chance.uniform(20, 34)
        rows = []
        for part in story.head:
            own = size if part.role == "headline" else max(12.0, size * 0.55)
            weight = self.look.weight if part.role == "headline" else "sans"
            rows += [(words, own, weight) for words in balanced(part.text, reach / own)]
        strip = sum(own * 1.4 for _, own, _ in rows) + 8
        at = x + strip if kind == "upright left" else x + width
        for words, own, weight in rows:
            at -= own * 1.4
            self.page.sheet.lines.append(Placed(words, at, y, own, own, weight, vertical=True))
        left = x + strip if kind == "upright left" else x
        column = (width - strip - (columns - 1) * gutter) / columns
        return [(left + i * (column + gutter), y, y + height) for i in range(columns)]

    def _picture(self, rect: Rect, wide: float, words: str) -> tuple[float, float]:
        """A picture at the top of a part with its words under it; the top and height that are left."""
        x, y, _, height = rect
        tall = min(wide * 0.6, height * 0.4)
        self.page.sheet.shapes.append(Shape("picture", x, y, wide, tall))
        at = y + tall + 3
        for row in wrapped(words, wide / 8):
            self.page.sheet.lines.append(Placed(row, x, at, wide, 8, "sans"))
            at += 11
        return at + 8, height - (at + 8 - y)

    def _inside_picture(self, slots: list[Slot], place: str, column: float, words: str) -> list[Slot]:
        """A picture over one or two columns, at their tops, at their feet or in their middle."""
        count = len(slots)
        column = self._width(slots, column)
        over = min(2, count) if place != "middle" else 1
        first = count - over if place == "top right" else 0 if place in ("top", "foot") else count // 2
        own = slots[first : first + over]
        wide = own[-1][0] + column - own[0][0]
        top, bottom = max(t for _, t, _ in own), own[0][2]
        tall = min(wide * 0.6, (bottom - top) * 0.35)
        rows = list(wrapped(words, wide / 8))
        need = tall + 11 * len(rows) + 6
        y = {"foot": bottom - need + 4, "middle": (top + bottom - need) / 2}.get(place, top)
        self.page.sheet.shapes.append(Shape("picture", own[0][0], y, wide, tall))
        for number, row in enumerate(rows):
            self.page.sheet.lines.append(Placed(row, own[0][0], y + tall + 3 + 11 * number, wide, 8, "sans"))
        left: list[Slot] = []
        for at, (x, t, b) in enumerate(slots):
            if not first <= at < first + over:
                left.append((x, t, b))
                continue
            parts = [(x, t, y - 6), (x, y + need + 4, b)]
            left += [part for part in parts if part[2] - part[1] > self.look.leading]
        return left

    def _inlaid(self, slots: list[Slot], column: float, columns: int) -> list[Slot]:
        """Another article in a frame in the lower corner or in the middle of the last columns."""
        column = self._width(slots, column)
        over = self.chance.randint(1, max(1, len(slots) - 2))
        own = slots[-over:]
        top, bottom = max(t for _, t, _ in own), own[0][2]
        deep = (bottom - top) * self.chance.uniform(0.4, 0.6)
        y = bottom - deep if self.chance.random() < 0.6 else (top + bottom - deep) / 2
        wide = own[-1][0] + column - own[0][0]
        self._article((own[0][0], y, wide, deep), over, frame=self.chance.choice(_FRAMES))
        left = list(slots[:-over])
        for x, t, b in own:
            left += [
                part for part in ((x, t, y - 8), (x, y + deep + 8, b)) if part[2] - part[1] > 2 * self.look.leading
            ]
        return left

    def _width(self, slots: list[Slot], column: float) -> float:
        xs = sorted({x for x, _, _ in slots})
        return xs[1] - xs[0] - self.look.gutter if len(xs) > 1 else column

    def _fill(self, story: MadeArticle, slots: list[Slot], column: float) -> tuple[Part, ...]:
        """Set paragraphs, the story's own and then others, as long as they fit; what was set."""
        look = self.look
        column = self._width(slots, column)
        room = [(x, t + n * look.leading) for x, t, b in slots for n in range(int((b - t) // look.leading))]
        done: list[Part] = []
        at = 0
        # the last of the story's own closes it, wherever it is cut
        parts, own = [*story.body], len(story.body)
        while len(done) < own or self._spare:
            part = parts[len(done)] if len(done) < own else self._spare.pop()
            part, rows = self._fitting(part, column, len(room) - at)
            if not rows:
                break
            for words, indent, weight, fill in rows:
                x, y = room[at]
                self.page.sheet.lines.append(Placed(words, x + indent, y, column - indent, look.size, weight, fill))
                at += 1
            done.append(part)
        while done and done[-1].role == "subheading":
            done.pop()
            self.page.sheet.lines.pop()
        return tuple(done)

    def _fitting(self, part: Part, column: float, room: int) -> tuple[Part, list[tuple[str, float, str, bool]]]:
        """A part and its lines, without the sentences at its end that find no room."""
        text = part.text
        while text:
            rows = list(body_lines((Part(part.role, text),), column, self.look.size))
            if len(rows) <= room:
                return Part(part.role, text), rows
            head, stop, _ = text[:-1].rpartition("。")
            text = head + stop if "”" not in text[len(head) + 1 :] else head[: head.rfind("。") + 1]
        return part, []


def _frame(kind: str, rect: Rect) -> list[Shape]:
    """A frame drawn as a box, a panel, a panel in a box, or by four lines of its own."""
    x, y, width, height = rect
    if kind == "lines":
        across = [Shape("rule", x, at, width, 0.6) for at in (y, y + height)]
        return across + [Shape("upright", at, y, 0.6, height) for at in (x, x + width)]
    return [Shape(part, x, y, width, height) for part in (("panel", "box") if kind == "both" else (kind,))]


def balanced(text: str, ems: float) -> list[str]:
    """Lines of nearly one length, as an editor breaks a headline."""
    count = len(list(wrapped(text, ems)))
    room = ems
    while room > 2 and len(list(wrapped(text, room - 0.5))) == count:
        room -= 0.5
    return list(wrapped(text, room))
