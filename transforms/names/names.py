"""Names of people, places and organisations in the paragraphs of an article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from transforms.names.agree import agreed, to_verb, whole_foreign
from transforms.names.conjoined import with_conjoined
from transforms.names.features import GAP
from transforms.names.known import with_known
from transforms.names.openers import opening_names
from transforms.names.organization import whole_organizations
from transforms.names.plausible import plausible
from transforms.names.refine import laid_over, refine
from transforms.names.spans import NameSpan
from transforms.names.tagger import tag
from transforms.names.titled import titled_names, whole_names
from transforms.names.unlikely import confirmed
from transforms.words.token import Word

ArticleWords = tuple[Sequence[str], Sequence[Sequence[Word]]]
_BREAK: Word = ("\n", "x", 0)
_GAP_WORDS: tuple[Word, ...] = tuple((sign, "x", 0) for sign in GAP)


def read_names(paragraphs: Sequence[str], words: Sequence[Sequence[Word]]) -> list[list[NameSpan]]:
    """The names in each paragraph of an article, in order; `words` are the words of each, without a gap."""
    return correct_names(paragraphs, words, tag_names([(paragraphs, words)])[0])


def tag_names(articles: Sequence[ArticleWords]) -> list[list[list[NameSpan]]]:
    """What the tagger finds in the paragraphs of each article, which it reads together, apart from other articles.

    Many articles go in one call, which is several times faster than one by one.
    """
    found: list[list[list[NameSpan]]] = []
    texts: list[str] = []
    words: list[Word] = []
    starts: list[int] = []
    rows: list[tuple[str, list[NameSpan]]] = []
    at = 0
    for paragraphs, tokens in articles:
        found.append([[] for _ in paragraphs])
        for text, row, these in zip(paragraphs, found[-1], tokens, strict=True):
            rows.append((text, row))
            starts.append(at)
            texts += (text, "\n")
            words += these
            words.append(_BREAK)
            at += len(text) + 1
        texts.append(GAP)
        words += _GAP_WORDS
        at += len(GAP)
    for start, end, kind in tag("".join(texts), words):
        i = bisect_right(starts, start) - 1
        text, row = rows[i]
        row.append(NameSpan(start - starts[i], min(end - starts[i], len(text)), kind))
    return found


def correct_names(
    paragraphs: Sequence[str], words: Sequence[Sequence[Word]], tagged: Sequence[Sequence[NameSpan]]
) -> list[list[NameSpan]]:
    """The names of an article from what the tagger found in each of its paragraphs."""
    known: list[list[NameSpan]] = []
    unsure: list[tuple[int, NameSpan]] = []
    for text, tokens, row in zip(paragraphs, words, tagged, strict=True):
        bodies = whole_organizations(text, tokens, with_known(text, tokens, whole_foreign(text, tokens, row)))
        whole = whole_names(text, tokens, bodies)
        titled, doubtful = titled_names(text, tokens, whole)
        found = plausible(text, tokens, laid_over(whole, titled))
        unsure += [(len(known), span) for span in doubtful]
        known.append(to_verb(tokens, found))
    if unsure:
        known = _with_confirmed(paragraphs, known, unsure)
    known = with_conjoined(paragraphs, agreed(paragraphs, known))
    openers = opening_names(paragraphs, known)
    return refine(paragraphs, [laid_over(row, new) if new else row for row, new in zip(known, openers, strict=True)])


def _with_confirmed(
    paragraphs: Sequence[str], rows: Sequence[list[NameSpan]], unsure: Sequence[tuple[int, NameSpan]]
) -> list[list[NameSpan]]:
    """The names of an article with those of the unsure ones (number of paragraph, span) that it has again."""
    new: list[set[NameSpan]] = [set() for _ in rows]
    for n, span in confirmed(paragraphs, unsure):
        new[n].add(span)
    return [laid_over(row, sorted(spans)) if spans else row for row, spans in zip(rows, new, strict=True)]
