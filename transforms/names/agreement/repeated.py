"""Every further mention of a person whom an article names elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from transforms.names.evidence.words_around import is_known_form
from transforms.names.spans import NameSpan, laid_over


def with_repeated(
    text: str, row: list[NameSpan], names: Sequence[tuple[str, int]], counts: Mapping[str, int]
) -> list[NameSpan]:
    """The spans with every further mention of a person named elsewhere in the article.

    A shorter name gives way to the longer one that stands there, a longer one to one that is found more often.
    """
    here_already = [text[s.start : s.end] for s in row if s.kind == "person"]
    names = [(name, n) for name, n in names if text.count(name) > here_already.count(name)]
    if not names:
        return row
    by_start = {s.start: s for s in row}
    inside = bytearray(len(text))
    for s in row:
        if s.kind != "person":
            inside[s.start : s.end] = b"\1" * (s.end - s.start)
    new: dict[int, NameSpan] = {}
    dropped: set[int] = set()
    for name, n in names:
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            here = by_start.get(at)
            if here is None:
                if not any(inside[at:end]) or _covers_place(row, at, end):
                    new.setdefault(at, NameSpan(at, end, "person"))
                    dropped.update(s.start for s in row if _crosses(s, at, end) and _gives_way(counts, text, s, name))
            elif here.kind == "person" and here.end != end and _yields(counts, text[at : here.end], n, len(name)):
                new[at] = NameSpan(at, end, "person")
                dropped.add(at)
            at = text.find(name, end)
    kept = [s for s in row if s.start not in dropped]
    return laid_over(kept, apart(sorted(new.values(), key=lambda s: (s.start, -s.end)))) if new else row


def _covers_place(row: Sequence[NameSpan], start: int, end: int) -> bool:
    """True where start…end covers whole what touches it of no person, a place each: 史|德城."""
    touched = [s for s in row if s.kind != "person" and s.start < end and start < s.end]
    return all(s.kind == "place" and start <= s.start and s.end <= end for s in touched)


def _crosses(span: NameSpan, start: int, end: int) -> bool:
    """True for a person's name with an end inside of start…end and one outside."""
    if span.kind != "person" or span.end <= start or end <= span.start:
        return False
    return (span.start < start) == (span.end < end) and span.start != start and span.end != end


def _gives_way(counts: Mapping[str, int], text: str, span: NameSpan, name: str) -> bool:
    """True where a name that crosses another is found less often, or as often and is shorter: 管远|槐笑 of 管远槐."""
    here = text[span.start : span.end]
    longer = len(here) < len(name) and is_known_form(name)
    return counts[here] < counts[name] or (longer and counts[here] == counts[name])


def _yields(counts: Mapping[str, int], here: str, n: int, length: int) -> bool:
    """True where the name found here gives way to another that begins alike, `length` long and found `n` times."""
    if "·" in here and length < len(here):
        return False
    return counts[here] < n or (length > len(here) and counts[here] == n)


def apart(spans: Sequence[NameSpan]) -> list[NameSpan]:
    """The spans, in order of their starts, but for those that begin inside an earlier one."""
    out: list[NameSpan] = []
    for span in spans:
        if not out or span.start >= out[-1].end:
            out.append(span)
    return out
