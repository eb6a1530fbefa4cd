"""An HTML page that holds several articles, cut where each begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from transforms.forms.html.furniture import LONGEST, SHORTEST, WRITER, is_furniture
from transforms.forms.html.heads import is_named_headline
from transforms.forms.html.line import HtmlLine

_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
_NEAR = 20  # lines between a headline and its text
_SENTENCE = 15  # characters of the shortest paragraph
_TITLE = 6  # characters of a headline over parts: a shorter one may be a section's name over its articles
_MOST_BETWEEN = 12  # lines of buttons and facts under a headline
# how news opens and a signed piece ends; a part of an article under its subheading does neither
_SIGNED = re.compile(
    r"\A\W{0,3}[^，。：“]{0,16}?(?:\d{1,2}日|[报社网])专?[电讯]"
    r"|[（(][^（）()]{0,12}(?:记者|通讯员|作者|摄)[^（）()]{0,30}[）)]"
    r"|(?:\A|[。！？”])\s*[（(][一-龥]{2,3}(?:[\s、]+[一-龥]{2,3}){1,3}[）)]\Z"
)


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a page, and how many paragraphs and how many signs of news stand before each of them."""

    lines: list[HtmlLine]
    texts: list[int]
    signs: list[int]

    @classmethod
    def of(cls, lines: list[HtmlLine]) -> _Page:
        """Counts for each line, and one more for the end of the page."""
        texts = accumulate(map(_is_text, lines), initial=0)
        return cls(lines, list(texts), list(accumulate(map(_is_sign, lines), initial=0)))


def articles_apart(lines: list[HtmlLine], title: str) -> tuple[list[HtmlLine], list[list[HtmlLine]]]:
    """What stands over several articles, and the lines of each; all lines together where the page holds one or none.

    Headlines are the lines of one style that come again and again, each over text; most of those texts are signed or
    open as news does, where under the subheadings of one article hardly any would, or each stands with its text in an
    element like the others' and nothing stands over them that could head them all. A page whose own `title` (without
    blanks) is a headline's is that article's, and parts under a headline of their own are one article's, too.
    """
    page = _Page.of(lines)
    found = [runs for heads in _repeated(lines) if len(runs := _runs(page, heads)) > 1 and _tell_articles(page, runs)]
    if not found:
        return [], [lines]
    runs = _of_headlines(lines, found)
    sections = [at for at in runs[0] if _names_section(lines, runs, at)]
    runs[0] = runs[0][len(sections) :]
    titled = any("".join(lines[at].text.split()) in title for run in runs for at in run)
    if titled or _have_headline(lines, runs, title):
        return [], [lines]
    over, *parts = _cut(lines, runs, sections[-1] if sections else -1)
    return [replace(line, mark=None) for line in over], parts


def _names_section(lines: Sequence[HtmlLine], runs: Sequence[Sequence[int]], at: int) -> bool:
    """A short heading over several articles, that ranks higher than theirs."""
    return at < runs[0][-1] and len(lines[at].text) < _TITLE and _rank(lines[at]) < _rank(lines[runs[1][-1]])


def _have_headline(lines: Sequence[HtmlLine], runs: Sequence[Sequence[int]], title: str) -> bool:
    """Whether a headline stands over them all: the page's title repeats it, or its tag or its name ranks it higher."""
    first, other = runs[0][-1], lines[runs[1][-1]]
    over = [lines[at] for at in range(max(0, first - _MOST_BETWEEN), first) if _may_head(lines[at], None, "headline")]
    return any(
        len(line.text) >= _TITLE
        and not line.file
        and ("".join(line.text.split()) in title or _rank(line) < _rank(other))
        for line in over
    )


def _rank(line: HtmlLine) -> str:
    """h1 before h2 and so on, a line that is named a headline behind them, any other last."""
    return line.tag if line.tag in _HEADINGS else "named" if is_named_headline(line) else "other"


def _of_headlines(lines: Sequence[HtmlLine], found: Sequence[list[list[int]]]) -> list[list[int]]:
    """Of several styles that come again over each text the one whose tag or name says so, else that in the middle."""
    most = max(map(len, found))
    often = [runs for runs in found if len(runs) == most]
    tagged = [runs for runs in often if lines[runs[0][-1]].tag in _HEADINGS]
    named = [runs for runs in often if is_named_headline(lines[runs[0][-1]])]
    return (tagged or named or often[len(often) // 2 :])[0]


def _style(line: HtmlLine) -> tuple[str, ...]:
    return ("h",) if line.tag in _HEADINGS else (line.tag, *line.names, "bold" if line.bold else "")


def _repeated(lines: Sequence[HtmlLine]) -> list[list[int]]:
    """Short lines of one style each, that of no paragraph."""
    texts = {_style(line) for line in lines if _is_text(line)}
    styles: dict[tuple[str, ...], list[int]] = {}
    for at, line in enumerate(lines):
        short = SHORTEST <= len(line.text) <= LONGEST and "。" not in line.text and not WRITER.search(line.text)
        if short and line.mark in (None, "headline") and not is_furniture(line) and _style(line) not in texts:
            styles.setdefault(_style(line), []).append(at)
    return [places for places in styles.values() if len(places) > 1]


def _is_text(line: HtmlLine) -> bool:
    return line.mark in (None, "body") and "。" in line.text and not line.file and len(line.text) >= _SENTENCE


def _is_sign(line: HtmlLine) -> bool:
    return bool(_SIGNED.search(line.text) if _is_text(line) else line.text[0] in "□■" or _SIGNED.match(line.text))


def _runs(page: _Page, heads: Sequence[int]) -> list[list[int]]:
    """The lines of a style, those with no text between them together, as far as text follows; none may come first."""
    texts = page.texts
    if texts[heads[0]]:
        return []
    runs = [[heads[0]]]
    for one, following in pairwise(heads):
        if texts[following] > texts[one]:
            runs.append([following])
        else:
            runs[-1].append(following)
    return runs if texts[-1] > texts[runs[-1][-1]] else runs[:-1]


def _tell_articles(page: _Page, runs: Sequence[Sequence[int]]) -> bool:
    return _are_signed(page, runs) or _stand_alike(page.lines, runs)


def _stand_alike(lines: Sequence[HtmlLine], runs: Sequence[Sequence[int]]) -> bool:
    """Whether headings stand with their texts in elements of their own side by side, and nothing over them that could
    head them all: then each heads an article."""
    heads = [lines[run[-1]] for run in runs]
    if any(head.tag not in _HEADINGS for head in heads):
        return False
    ends = [*(run[0] for run in runs[1:]), len(lines)]
    for own, parent in pairwise(zip(*(head.path for head in heads), strict=False)):
        if len(set(parent)) == 1 and len(set(own)) == len(runs):
            parts = zip(own, runs, ends, strict=True)
            held = all(_holds_text(lines[run[-1] : end], holder) for holder, run, end in parts)
            return held and not _may_be_headed(lines, own[0])
    return False


def _holds_text(lines: Sequence[HtmlLine], holder: int) -> bool:
    return next((holder in line.path for line in lines if _is_text(line)), False)


def _may_be_headed(lines: Sequence[HtmlLine], first: int) -> bool:
    """Whether a line over the element `first` could be a headline."""
    start = next(at for at, line in enumerate(lines) if first in line.path)
    return any(
        len(line.text) >= _TITLE and _may_head(line, None, "kicker", "headline")
        for line in lines[max(0, start - _MOST_BETWEEN) : start]
    )


def _are_signed(page: _Page, runs: Sequence[Sequence[int]]) -> bool:
    ends = [*(run[0] for run in runs[1:]), len(page.lines)]
    signed = sum(page.signs[end] > page.signs[run[-1] + 1] for run, end in zip(runs, ends, strict=True))
    return signed > 1 and signed * 2 >= len(runs)


def _cut(lines: list[HtmlLine], runs: Sequence[Sequence[int]], section: int) -> list[list[HtmlLine]]:
    """What stands over the articles, down to the name of a `section` or further, and each article from the first line
    of the element that holds it alone, else from the lines over its headline."""
    titled = {at for run in runs for at in run if lines[at].tag not in _HEADINGS}
    marked = [replace(line, mark="headline") if at in titled else line for at, line in enumerate(lines)]
    holding = Counter(holder for run in runs for holder in {holder for at in run for holder in lines[at].path})
    own = {holder for holder, runs_inside in holding.items() if runs_inside == 1}
    lasts = [section, *(run[-1] for run in runs[:-1])]
    starts = [_start(lines, last, run, own) for last, run in zip(lasts, runs, strict=True)]
    return [marked[a:b] for a, b in pairwise([0, *starts, len(lines)])]


def _start(lines: Sequence[HtmlLine], last: int, run: Sequence[int], own: set[int]) -> int:
    """Where an article begins whose headline is `run`; `last` is the headline before, `own` elements hold one each."""
    under: set[int] = set(next((line.path for line in lines[run[-1] : run[-1] + _NEAR] if _is_text(line)), ()))
    holder = next((holder for holder in reversed(lines[run[0]].path) if holder in own and holder in under), None)
    if holder is not None:
        return next(at for at in range(last + 1, run[0] + 1) if holder in lines[at].path)
    at = run[0]
    while at - 1 > last and _may_head(lines[at - 1], None, "kicker"):
        at -= 1
    return at


def _may_head(line: HtmlLine, *marks: str | None) -> bool:
    short = len(line.text) <= LONGEST and "。" not in line.text and not WRITER.search(line.text)
    return short and line.mark in marks and not is_furniture(line)
