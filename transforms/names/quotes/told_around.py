"""What the clauses before and after a quotation tell of its speaker."""

from __future__ import annotations

import re

from transforms.names.clauses.as_words import Named
from transforms.names.clauses.person_phrase import Subject
from transforms.names.evidence.chinese_names import posts
from transforms.names.lists import TELLING
from transforms.names.quotes.set_phrases import body_subject, framed, marked, met, moved, sent, whose_saying
from transforms.names.quotes.speaker import clause_end, saying_verb, subject

_BEFORE = re.compile(r"“[^“”，。！？；]{1,12}”(?=[\w、：])|[。！？；!?;…”“\n]")  # a term, or a sentence's end
STOP = re.compile(r"[。！？；!?;]")
COMMAS = ("，", ",")
_AFTER_TERM = frozenset("，。！？；、,.!?;）“")
CLOSE_BEFORE = 90
_DONE = frozenset("了着出到")  # behind a verb whose object is the term in marks: 体现了“…”
_TERM = re.compile("“[^“”，。！？]{1,12}”(?=，)")  # that ends a clause: 在某村“积分超市”，
_OTHERS = re.compile(
    r"我|咱|有人|有的人|媒体|文章|》[^，。：]{0,5}\Z"
)  # in a clause without a subject that is known: no one named before
_WHEN = re.compile(
    r"(?:[当在每]|正当|得知|听说|听到|看到)[^，。]*(?:时|后|之际|之后|时候)\Z"
)  # a clause that tells when
_LATER = re.compile(
    "(?:[几两三数一]|[0-9]{1,2})(?:天|个?[月周]|年|个?小时)之?后|后来|随后|不久后?|此后"
)  # 几天后，甲好了
_MEETS = re.compile("[正就又]?(?:[看遇碰]?见到?|[看遇碰]到|找到)了?")
_ADVERBIAL = re.compile("通过|随着|根据|按照|经过|为了|针对|除了|面对|对于|谈[到及起]|说起|提起|回忆起|比起|结合")
_RECEIVED = re.compile(
    r"(?:接[到完听起]|收到|听到|看到|放下|挂[断了])[^，。]{0,20}(?:电话|短信|微信|消息|来信|留言|请求|求助)\Z"
)
_MANY = ("他们", "她们")
CLAUSES = 3  # after a quotation, that may tell who speaks
_FIRST_CLAUSES = 5  # after one that begins a paragraph
_LEAD = 2  # characters before the one who acts: 总有
_SOME = ("有人", "有的人", "一些人", "不少人")  # who are not those of the next clause: 有人焦虑，她就
_LONGEST = 24  # characters of one without a name who acts
_TELLS = re.compile(rf"(?:{TELLING})\Z")
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
    if not led and not closed and lead[-1] in _DONE and (verb is None or verb not in lead[-len(verb) - 1 :]):
        return None
    if led and (who := sent(text, edge, edge + len(lead), named)):
        return who, None
    if not led and (frame := framed(text, clauses, named)):
        return frame
    told = edge + lead.rfind(verb) if verb and not led else mark
    for begin, stop in reversed([clause for clause in clauses if clause[0] <= told]):
        who = (
            subject(text, begin, stop, named)
            or _seen(text, begin, stop, named)
            or (body_subject(text, begin, stop, named) if verb else None)
        )
        if who and ("“" not in who.text or who.text[-1] == "”"):
            return who, verb
    if verb and (who := marked(text, *clauses[-1])):
        return who, verb
    goes_on = led and verb and not _OTHERS.search(text, *clauses[-1])
    return (Subject("", mark, pronoun=True), verb) if goes_on else None


def _seen(text: str, begin: int, stop: int, named: Named) -> Subject | None:
    """The one with a name whom the writer meets: 见到村民甲正在喂牛：“."""
    meets = _MEETS.match(text, begin, stop)
    who = subject(text, meets.end(), stop, named) if meets else None
    return who if who and who.named else None


def acting_before(text: str, mark: int, named: Named) -> Subject | None:
    """The person who acts in the sentence that a comma and a quotation close: 甲站了起来，“……？”.

    One with a name begins the sentence; one without, or a pronoun, begins the clause that touches the mark.
    """
    floor = max(0, mark - CLOSE_BEFORE)
    ends = [m.end() for m in _BEFORE.finditer(text, floor, mark) if m.end() - m.start() == 1]
    if not ends and floor:
        return None
    for begin, stop in _clauses(text, ends[-1] if ends else 0, mark):
        who = subject(text, begin, stop, named)
        if who is None or who.named:
            if who:
                return who
            continue
        touches = stop >= mark - 1 and not who.guessed and who.end - len(who.text) - begin <= _LEAD
        if touches or who.text not in _SOME:
            return who if touches and len(who.text) <= _LONGEST and not _is_post(who.text) else None
    return None


def _is_post(phrase: str) -> bool:
    return phrase.endswith("记者") or phrase in posts()


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
    for n in range(_FIRST_CLAUSES if first else CLAUSES if alone else 1):
        stop = clause_end(text, start)
        who, verb = _clause(text, start, stop, named, alone and (first or n == 0), first)
        if who is None and n == 0 and alone and (body := body_subject(text, start, stop, named)):
            return body, saying_verb(text[body.end : stop])
        if who is None and first and (touched := moved(text, start, stop, named)):
            return touched, None
        if who and verb is None and _goes_on(text, (begin, start, stop), who):
            return None
        if who and verb is None and n == 0 and alone and (further := _past_adverbial(text, start, stop, named)):
            return further
        near = n == 0 or not first or (n == 1 and start - begin <= _SHORT)
        if who and (verb or (alone and not who.guessed and (near or who.named))):
            return who, verb
        if (who and not first) or (n == 0 and _speaks_unknown(text, start, stop, who)):
            return None
        if term := _TERM.match(text, stop):
            stop = term.end()
        if text[stop : stop + 1] not in ("，", ",") or (not first and (n or stop - start > _SHORT)):
            return None
        start = stop + 1
    return None


def told_behind_stop(text: str, start: int, named: Named) -> tuple[Subject, str | None] | None:
    """Who speaks and the verb, where a comma or full stop parts them from the closing mark: ”，甲说. ”。甲表示，

    Only one with a name does, or a pronoun behind a comma, and none who goes on to speak behind a colon. What follows
    a full stop must end with the verb: ”。甲分析了形势 is about something else.
    """
    if text[start : start + 1] not in ("，", "。"):
        return None
    stop = clause_end(text, start + 1)
    who = subject(text, start + 1, stop, named)
    known = who and (who.named or (who.pronoun and text[start] == "，"))
    verb = saying_verb(text[who.end : stop]) if who and known else None
    whole = text[start] == "，" or (verb and text.endswith(verb, 0, stop))
    return (who, verb) if who and verb and whole and text[stop : stop + 1] in ("，", "。") else None


def _speaks_unknown(text: str, start: int, stop: int, who: Subject | None) -> bool:
    """True for a clause in which somebody tells whose name is not known: ”某某告诉记者."""
    return who is None and _TELLS.search(text, start, stop) is not None


def _past_adverbial(text: str, start: int, stop: int, named: Named) -> tuple[Subject, str | None] | None:
    """Who speaks with a name behind a clause that tells how or when: ”通过监测居民心态变化，甲认为."""
    if not _ADVERBIAL.match(text, start, stop) or text[stop : stop + 1] not in COMMAS:
        return None
    end = clause_end(text, stop + 1)
    who = subject(text, stop + 1, end, named)
    verb = saying_verb(text[who.end : end]) if who and who.named else None
    return (who, verb) if who and verb else None


def _goes_on(text: str, clause: tuple[int, int, int], who: Subject) -> bool:
    """True where a clause behind a quotation goes on with the story: ”甲接到电话, ”甲也满怀期待：“, ”几天后，甲, ”他们.

    The clauses behind the quotation begin at the first number of `clause`, this one at the second.
    """
    begin, start, stop = clause
    if who.text in _MANY:
        return True
    if _RECEIVED.search(text, start, stop) or _LATER.fullmatch(text, begin, start - 1):
        return True
    return text.startswith("也", who.end) and text.startswith("：“", stop)


def _clause(
    text: str, start: int, stop: int, named: Named, quoted: bool, first: bool
) -> tuple[Subject | None, str | None]:
    """Whom a clause behind a quotation is about and the verb of saying; whom the reporter meets is meant, not he."""
    who = subject(text, start, stop, named, quoted)
    verb = saying_verb(text[who.end : stop]) if who else None
    if who is None or verb or not first:
        return who, verb
    if _WHEN.match(text, start, stop):
        return None, None
    if who.text.endswith("记者") and not who.named:
        return met(text, who.end, stop, named), None
    return who, None
