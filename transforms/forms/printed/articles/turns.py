"""Articles that go on, on another side of the same file: by their marks (下转第二版, 上接第一版), or by their flow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from transforms.forms.printed.articles.set_lines import SetLine
from transforms.forms.turn_marks import FROM, TO

_LAST = 4  # lines: a turn closes its article
_TERMINAL = frozenset("。！？”’）》…")
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}
_HEAD_ROLES = frozenset({"kicker", "headline", "deck"})


@dataclass(slots=True)
class Printed:
    """The lines of one article on one side: `number` is the side's, from 1; `edition` what its head calls it.

    `marks` are its turns, which are no text. `to` and `origin` are the pages that they name.
    """

    number: int
    edition: str | None
    lines: list[SetLine]
    scale: float = 1.0
    marks: list[SetLine] = field(default_factory=list)
    to: str | None = None
    origin: str | None = None
    rest: Printed | None = None


def join_turned(articles: Sequence[Printed]) -> list[Printed]:
    """The articles without those that carry on another; each of these hangs as `rest` on the one that it goes on."""
    found: list[Printed] = []
    for article in articles:
        _take_marks(article)
        before = _before(article, found)
        if before is None:
            found.append(article)
        else:
            _carry_on(before, article)
    return found


def _take_marks(article: Printed) -> None:
    """Turns are taken out of the text; one may be broken over two lines."""
    lines = article.lines
    for at in range(max(0, len(lines) - _LAST), len(lines)):
        whole = lines[at].text + (lines[at + 1].text if at + 1 < len(lines) else "")
        turn = TO.search(lines[at].text) or TO.search(whole)
        if turn and turn.start() < len(lines[at].text) and lines[at].role not in _HEAD_ROLES:
            end = at + 1 if turn.end() <= len(lines[at].text) else at + 2
            article.to = turn[1]
            _cut(article, at, lines[at].text[: turn.start()], turn.start(), end)
            break
    for at, line in enumerate(article.lines):
        turn = FROM.match(line.text) or (FROM.search(line.text) if line.role in _HEAD_ROLES else None)
        if turn:
            article.origin = turn[1]
            kept = line.text[: turn.start()] + line.text[turn.end() :]
            article.marks.append(replace(line, text=turn[0].strip(), role="noise", paragraph=None))
            article.lines[at : at + 1] = [replace(line, text=kept)] if kept.strip() else []
            break
        if line.role not in _HEAD_ROLES:
            break


def _cut(article: Printed, at: int, kept: str, start: int, end: int) -> None:
    lines = article.lines
    for line, text in zip(lines[at:end], (lines[at].text[start:], *(x.text for x in lines[at + 1 : end])), strict=True):
        article.marks.append(replace(line, text=text, role="noise", paragraph=None))
    lines[at:end] = [replace(lines[at], text=kept)] if kept.strip() else []


def _before(article: Printed, earlier: Sequence[Printed]) -> Printed | None:
    """The article of an earlier side that this one carries on."""
    open_ones = [a for a in map(_end, earlier) if a.number < article.number]
    if article.origin is not None:
        named = [a for a in open_ones if a.to is not None and _is_page(article.origin, a)]
        told = [a for a in named if _is_page(a.to, article)] or named
        return max(told, key=lambda a: _alike(a, article), default=None)
    if any(line.role in _HEAD_ROLES for line in article.lines) or not _runs_in(article):
        return None
    broken = [a for a in open_ones if a.number == article.number - 1 and a.to is None and _breaks_off(a)]
    return broken[0] if len(broken) == 1 else None


def _end(article: Printed) -> Printed:
    while article.rest is not None:
        article = article.rest
    return article


def _is_page(name: str | None, article: Printed) -> bool:
    wanted = _plain(name)
    return wanted in (_plain(article.edition), str(article.number))


def _plain(name: str | None) -> str | None:
    """A page's name for comparing: A03 and 三 without noughts and Chinese numerals."""
    if not name:
        return None
    if name[0] in "一二三四五六七八九十":
        tens, ten, ones = name.rpartition("十")
        value = _DIGITS.get(ones, 0) + (10 * _DIGITS.get(tens, 1) if ten else 0)
        return str(value)
    return name[0] + name[1:].lstrip("0") if name[0].isalpha() else name.lstrip("0")


def _alike(first: Printed, second: Printed) -> int:
    """How many characters of the second's headline the first's has too."""
    one, other = (frozenset("".join(x.text for x in a.lines if x.role in _HEAD_ROLES)) for a in (first, second))
    return len(one & other)


def _breaks_off(article: Printed) -> bool:
    text = [line for line in article.lines if line.role in (None, "paragraph", "byline") and line.paragraph]
    return bool(text) and text[-1].text[-1] not in _TERMINAL


def _runs_in(article: Printed) -> bool:
    """The first line opens no paragraph: it stands as far left as the next."""
    if len(article.lines) < 2:
        return False
    first, second = article.lines[:2]
    return first.role in (None, "paragraph") and first.box.x0 - second.box.x0 < 0.5 * first.size


def _carry_on(before: Printed, article: Printed) -> None:
    """Hang an article on the one it carries on: its paragraphs count on, its headline heads a part or is a reminder."""
    known = "".join(line.text for line in before.lines if line.role in _HEAD_ROLES)
    last = max((line.paragraph or 0 for line in before.lines), default=0)
    first = min((line.paragraph for line in article.lines if line.paragraph), default=1)
    broken = _breaks_off(before)
    shift = last - first + (not broken)
    for at, line in enumerate(article.lines):
        if line.role in _HEAD_ROLES:
            reminder = len(frozenset(line.text) - frozenset(known)) * 2 <= len(frozenset(line.text))
            article.lines[at] = replace(line, role="noise" if reminder else "subheading")
        elif line.paragraph:
            article.lines[at] = replace(line, paragraph=line.paragraph + shift)
    if broken:
        _one_role(before.lines, article.lines, last)
    article.marks += [line for line in article.lines if line.role == "noise"]
    article.lines = [line for line in article.lines if line.role != "noise"]
    before.rest = article


def _one_role(first: list[SetLine], rest: list[SetLine], paragraph: int) -> None:
    """A paragraph over two sides has one role: what one half was too short to tell, the other does."""
    role = next((x.role for x in (*first, *rest) if x.paragraph == paragraph and x.role), None)
    for lines in (first, rest):
        lines[:] = [replace(x, role=role) if x.paragraph == paragraph else x for x in lines]
