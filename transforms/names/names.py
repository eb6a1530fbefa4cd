"""Names of people, places and organisations in the paragraphs of an article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import islice

from transforms.names.agree import agreed, hyphened, to_verb, whole_foreign
from transforms.names.conjoined import with_conjoined
from transforms.names.edges import edged
from transforms.names.features import GAP
from transforms.names.known import with_known
from transforms.names.openers import opening_names
from transforms.names.organization import whole_organizations
from transforms.names.paragraph import Paragraph
from transforms.names.places import placed
from transforms.names.plausible import plausible
from transforms.names.refine import refine
from transforms.names.settle import settled
from transforms.names.signs import Signs, signs
from transforms.names.spans import NameSpan, has_people, laid_over
from transforms.names.tagger import tag
from transforms.names.titled import titled_names
from transforms.names.unlikely import confirmed
from transforms.names.whole import whole_names

_GAP_TAGS = ("x",) * len(GAP)


def read_names(articles: Sequence[Sequence[Paragraph]]) -> list[list[list[NameSpan]]]:
    """The names in each paragraph of each article of a page, in order.

    Many articles go in one call, which is several times faster than one by one.
    """
    found = iter(signs([p.text for paragraphs in articles for p in paragraphs]))
    return [
        _corrected(paragraphs, tagged, list(islice(found, len(paragraphs))))
        for paragraphs, tagged in zip(articles, _tagged(articles), strict=True)
    ]


def _tagged(articles: Sequence[Sequence[Paragraph]]) -> list[list[list[NameSpan]]]:
    """What the tagger finds in the paragraphs of each article, which it reads together, apart from other articles."""
    found: list[list[list[NameSpan]]] = []
    texts: list[str] = []
    forms: list[str] = []
    tags: list[str] = []
    starts: list[int] = []
    rows: list[tuple[int, list[NameSpan]]] = []
    at = 0
    for paragraphs in articles:
        found.append([])
        for paragraph in paragraphs:
            row: list[NameSpan] = []
            size = len(paragraph.text)
            found[-1].append(row)
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
    return found


def _corrected(
    paragraphs: Sequence[Paragraph], tagged: Sequence[Sequence[NameSpan]], found: Sequence[Signs]
) -> list[list[NameSpan]]:
    """The names of an article from what the tagger found in each of its paragraphs.

    Step by step for all paragraphs: what a step needs is then at hand, which is faster than paragraph by paragraph.
    """
    rows = list(map(whole_foreign, paragraphs, tagged))
    rows = list(map(with_known, paragraphs, rows, [here.known for here in found]))
    rows = list(map(whole_organizations, paragraphs, rows))
    rows = _of_people(whole_names, paragraphs, rows)
    titled = [
        titled_names(p, row, here.titled, here.clauses) for p, row, here in zip(paragraphs, rows, found, strict=True)
    ]
    rows = [laid_over(row, new) if new else row for row, (new, _) in zip(rows, titled, strict=True)]
    for step in (plausible, to_verb, edged):
        rows = _of_people(step, paragraphs, rows)
    known = list(map(placed, paragraphs, rows))
    texts = [p.text for p in paragraphs]
    if unsure := [(n, span) for n, (_, doubtful) in enumerate(titled) for span in doubtful]:
        known = _with_confirmed(texts, known, unsure)
    known = with_conjoined(texts, settled(texts, agreed(texts, known)))
    openers = opening_names(texts, known, [here.openings for here in found])
    refined = refine(texts, [laid_over(row, new) if new else row for row, new in zip(known, openers, strict=True)])
    return list(map(hyphened, texts, refined))


def _of_people(
    step: Callable[[Paragraph, list[NameSpan]], list[NameSpan]],
    paragraphs: Sequence[Paragraph],
    rows: Sequence[list[NameSpan]],
) -> list[list[NameSpan]]:
    """The rows after a step that is about people: the others stay as they are."""
    return [step(p, row) if has_people(row) else row for p, row in zip(paragraphs, rows, strict=True)]


def _with_confirmed(
    paragraphs: Sequence[str], rows: Sequence[list[NameSpan]], unsure: Sequence[tuple[int, NameSpan]]
) -> list[list[NameSpan]]:
    """The names of an article with those of the unsure ones (number of paragraph, span) that it has again."""
    new: list[set[NameSpan]] = [set() for _ in rows]
    for n, span in confirmed(paragraphs, unsure):
        new[n].add(span)
    return [laid_over(row, sorted(spans)) if spans else row for row, spans in zip(rows, new, strict=True)]
