"""What the clauses before and after a quotation tell of its speaker."""

from __future__ import annotations

import re

from transforms.names.speaker import Subject, body_subject, clause_end, saying_verb, subject, whose_saying
from transforms.names.units import Named

_BEFORE = re.compile(r"“[^“”，。！？；]{1,12}”(?=[\w、：])|[。！？；!?;…”“\n]")  # a term, or a sentence's end
STOP = re.compile(r"[。！？；!?;]")
COMMAS = ("，", ",")
_AFTER_TERM = frozenset("，。！？；、,.!?;）“")
CLOSE_BEFORE = 90
_DONE = frozenset("了着出到")  # behind a verb whose object is the term in marks: 体现了“…”
_RECEIVED = re.compile(r"(?:接到|收到|听到|看到|接起)[^，。]{0,20}(?:电话|短信|微信|消息|来信|留言|请求|求助)\Z")
CLAUSES = 3  # after a quotation, that may tell who speaks
_SHORT = 12  # characters of a clause that tells when or where


def told_before(
    text: str, mark: int, named: Named, led: bool, closed: bool, after: str
) -> tuple[Subject, str | None] | None:
    """Who speaks and the verb, where the words before the opening mark tell: 他说：“, 他表示，“, 他要求干部“."""
    floor = max(0, mark - CLOSE_BEFORE)
    edge = floor
    for boundary in _BEFORE.finditer(text, floor, mark):
        edge = boundary.end() if boundary.end() - boundary.start() == 1 else edge
    if text[edge:mark] in COMMAS and text[edge - 1] == "”":
        edge = max((m.end() for m in STOP.finditer(text, floor, mark)), default=floor)
    lead = text[edge:mark].rstrip("：:，, ")
    verb = saying_verb(lead)
    if not lead or (verb is None and not led):
        return None
    if not led and not (closed or after == "" or after in _AFTER_TERM):
        return None
    clauses = _clauses(text, edge, edge + len(lead))
    if not led and not closed and lead[-1] in _DONE and saying_verb(text[slice(*clauses[-1])]) is None:
        return None
    told = edge + lead.rfind(verb) if verb and not led else mark
    for begin, stop in reversed([clause for clause in clauses if clause[0] <= told]):
        who = subject(text, begin, stop, named) or (body_subject(text, begin, stop, named) if verb else None)
        if who and "“" not in who.text:
            return who, verb
    return (Subject("", mark, pronoun=True), verb) if led and verb else None


def acting_before(text: str, mark: int, named: Named) -> Subject | None:
    """The person with a name who begins the sentence that a comma and a quotation close: 甲站了起来，“……？”."""
    edge = max((m.end() for m in _BEFORE.finditer(text, max(0, mark - CLOSE_BEFORE), mark)), default=None)
    if edge is None and mark > CLOSE_BEFORE:
        return None
    for begin, stop in _clauses(text, edge or 0, mark):
        who = subject(text, begin, stop, named)
        if who:
            return who if who.named else None
    return None


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    out = []
    at = start
    for pause in re.finditer("[，,：:]", text[start:end]):
        out.append((at, start + pause.start()))
        at = start + pause.end()
    out.append((at, end))
    return [(i, j) for i, j in out if i < j]


def told_after(text: str, start: int, named: Named, alone: bool, first: bool) -> tuple[Subject, str | None] | None:
    """Who speaks and the verb, where the clauses after the closing mark tell: ”他说, ”业主王立新赞不绝口.

    What follows a quotation that is a sentence tells it in its first clause or behind a short one; where the quotation
    is the `first` of a paragraph, in any of its next clauses.
    """
    while start < len(text) and (text[start] in "—-" or text[start].isspace()):
        start += 1
    if whose := whose_saying(text, start, named):
        return whose, None
    begin = start
    for n in range(CLAUSES if alone else 1):
        stop = clause_end(text, start)
        who = subject(text, start, stop, named, alone and n == 0)
        verb = saying_verb(text[who.end : stop]) if who else None
        if who and verb is None and _RECEIVED.search(text, start, stop):
            return None
        near = n == 0 or not first or (n == 1 and start - begin <= _SHORT)
        if who and (verb or (alone and not who.guessed and (near or who.named))):
            return who, verb
        if who and not first:
            return None
        if text[stop : stop + 1] not in ("，", ",") or (not first and (n or stop - start > _SHORT)):
            return None
        start = stop + 1
    return None
