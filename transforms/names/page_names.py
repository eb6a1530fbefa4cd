"""Names of people, places and organisations in the paragraphs of an article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import TypeVar

from transforms.names.agreement.agree import agreed, hyphened, to_verb, whole_foreign
from transforms.names.agreement.refine import refine
from transforms.names.agreement.settle import settled
from transforms.names.bodies.defined import with_defined
from transforms.names.bodies.known import with_known
from transforms.names.bodies.organization import whole_organizations
from transforms.names.bodies.places import placed
from transforms.names.edges.conjoined import with_conjoined
from transforms.names.edges.last_character import tailed
from transforms.names.edges.one_character import edged
from transforms.names.edges.plausible import plausible
from transforms.names.edges.whole import whole_names
from transforms.names.evidence.other_words import confirmed
from transforms.names.paragraph import Paragraph
from transforms.names.spans import NameSpan, has_people, laid_over
from transforms.names.tagging.features import GAP
from transforms.names.tagging.tagger import tag
from transforms.names.untagged.openers import opening_names
from transforms.names.untagged.signs import Signs, signs
from transforms.names.untagged.strangers import strangers, with_spoken
from transforms.names.untagged.titled import titled_names

_T = TypeVar("_T")
_GAP_TAGS = ("x",) * len(GAP)


def read_names(articles: Sequence[Sequence[Paragraph]]) -> list[list[list[NameSpan]]]:
    """The names in each paragraph of each article of a page, in order.

    Many articles go in one call, which is several times faster than one by one; each step is taken for all of them
    before the next, so that what it needs is at hand.
    """
    paragraphs = [p for one in articles for p in one]
    found = signs([p.text for p in paragraphs])
    rows, unsure = _beside_words(paragraphs, _tagged(articles), found)
    texts = [[p.text for p in one] for one in articles]
    known = list(map(_with_confirmed, texts, _parted(rows, articles), _parted(unsure, articles)))
    for step in (agreed, settled, with_defined, with_conjoined, with_spoken):
        known = list(map(step, texts, known))
    opened = list(map(opening_names, texts, known, _parted([here.openings for here in found], articles)))
    known = [list(map(_with_new, of_one, new)) for of_one, new in zip(known, opened, strict=True)]
    refined = list(map(refine, texts, known))
    return [list(map(hyphened, *of_one)) for of_one in zip(texts, refined, strict=True)]


def _parted(flat: Iterable[_T], articles: Sequence[Sequence[Paragraph]]) -> list[list[_T]]:
    """What stands for each paragraph of a page, by article."""
    rest = iter(flat)
    return [list(islice(rest, len(paragraphs))) for paragraphs in articles]


def _tagged(articles: Sequence[Sequence[Paragraph]]) -> list[list[NameSpan]]:
    """What the tagger finds in each paragraph; it reads those of an article together, apart from other articles."""
    texts: list[str] = []
    forms: list[str] = []
    tags: list[str] = []
    starts: list[int] = []
    rows: list[tuple[int, list[NameSpan]]] = []
    at = 0
    for paragraphs in articles:
        for paragraph in paragraphs:
            row: list[NameSpan] = []
            size = len(paragraph.text)
            rows.append((size, row))
            starts.append(at)
            texts += (paragraph.text, "\n")
            forms += paragraph.forms
            tags += paragraph.tags
            forms.append("\n")
            tags.append("x")
            at += size + 1
        texts.append(GAP)
        forms += GAP
        tags += _GAP_TAGS
        at += len(GAP)
    for start, end, kind in tag("".join(texts), forms, tags):
        i = bisect_right(starts, start) - 1
        size, row = rows[i]
        if start - starts[i] < size:  # else it begins with the break
            row.append(NameSpan(start - starts[i], min(end - starts[i], size), kind))
    return [row for _, row in rows]


def _beside_words(
    paragraphs: Sequence[Paragraph], tagged: Sequence[Sequence[NameSpan]], found: Sequence[Signs]
) -> tuple[list[list[NameSpan]], list[list[NameSpan]]]:
    """The names of each paragraph from what the tagger found in it and the words say, and those that are unsure."""
    rows = list(map(whole_foreign, paragraphs, tagged))
    rows = list(map(with_known, paragraphs, rows, [here.known for here in found]))
    rows = list(map(whole_organizations, paragraphs, rows))
    rows = _of_people((whole_names,), paragraphs, rows)
    titled = list(map(_titled, paragraphs, rows, found))
    rows = list(map(_with_new, rows, [new for new, _ in titled]))
    rows = _of_people((plausible, to_verb, edged, tailed), paragraphs, rows)
    return list(map(placed, paragraphs, rows)), [unsure for _, unsure in titled]


def _titled(paragraph: Paragraph, row: Sequence[NameSpan], here: Signs) -> tuple[list[NameSpan], list[NameSpan]]:
    """The people of a paragraph that a title or a verb tells, and those that are unsure."""
    new, unsure, places = titled_names(paragraph, row, here.titled, here.clauses)
    odd = list(strangers(paragraph, places, (*row, *new))) if places else []
    return (sorted([*new, *odd]) if odd else new), unsure


def _with_new(row: list[NameSpan], new: Sequence[NameSpan]) -> list[NameSpan]:
    return laid_over(row, new) if new else row


def _of_people(
    steps: Sequence[Callable[[Paragraph, list[NameSpan]], list[NameSpan]]],
    paragraphs: Sequence[Paragraph],
    rows: Sequence[list[NameSpan]],
) -> list[list[NameSpan]]:
    """The rows after steps that are about people: those without any stay as they are."""
    out = list(rows)
    named = [(i, paragraphs[i]) for i, row in enumerate(rows) if has_people(row)]
    for step in steps:
        for i, paragraph in named:
            out[i] = step(paragraph, out[i])
    return out


def _with_confirmed(
    paragraphs: Sequence[str], rows: list[list[NameSpan]], doubtful: Sequence[Sequence[NameSpan]]
) -> list[list[NameSpan]]:
    """The names of an article with those of the unsure ones that it has again."""
    unsure = [(n, span) for n, spans in enumerate(doubtful) for span in spans]
    if not unsure:
        return rows
    new: list[set[NameSpan]] = [set() for _ in rows]
    for n, span in confirmed(paragraphs, unsure):
        new[n].add(span)
    return [laid_over(row, sorted(spans)) if spans else row for row, spans in zip(rows, new, strict=True)]
