"""Whom a pronoun means, and who speaks where nothing near a quotation tells."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from transforms.names.clauses.as_words import Named
from transforms.names.clauses.human_words import is_human_noun
from transforms.names.clauses.person_phrase import Subject
from transforms.names.lists import TELLING, kin, surnames
from transforms.names.quotes.speaker import clause_end, subject
from transforms.names.quotes.told_around import CLOSE_BEFORE, COMMAS, STOP
from transforms.words.token import tokenize

_SENTENCE = 40  # characters before a name that tell how its clause begins
_EDGE = re.compile(r"[，。！？；：!?;:…”“\n]")
_LOOK_BACK = 3  # paragraphs in which the one is looked for whom 该负责人 means
_ADDRESSED = (*"对向给跟与和同", "对于")
_MANY = frozenset(("他们", "她们"))
_PLURAL = re.compile("[㐀-鿿]{2}(?<![他她它我你])们")  # 护士们
_GROUP = re.compile(
    "[㐀-鿿](?<![的了着将把对向给送和与])[㐀-鿿](?<![的了着将把对向给送和与])(?:人员|队员|官兵|志愿者)(?=[^。！？；“”、和与]*他)"
)  # 医护人员
_ADDRESS = re.compile("([㐀-鿿])(?:女士|先生|小姐|阿姨|大爷|大妈|大娘|大姐|大叔|奶奶|爷爷|师傅|老师|老汉|某)")
_KIND = 2  # characters that tell what someone is: 该负责人, 这位老师
_KIN = {
    "她": re.compile("母亲|妈妈|外婆|姥姥|奶奶|祖母|岳母|婆婆|妻子|姐姐|妹妹|女儿|孙女|嫂子|姑姑|舅妈|阿婆|老太太"),
    "他": re.compile("父亲|爸爸|外公|姥爷|爷爷|祖父|岳父|公公|丈夫|哥哥|弟弟|儿子|孙子|叔叔|舅舅|伯父|老大爷"),
}  # whom a pronoun means where no one has a name
_STILL = re.compile(
    r"(?:\A|[。！？；])(?:(?:[为在从随经每当自]|面对|除了|也就是|尽管)[^，。！？；]{1,20}，|[^，。！？；人民者员]{1,8}，)?[他她](?!们)"
)  # a sentence that goes on telling of the one before


_LEARNT = re.compile(
    r"(?:\A|[。！？；\n“”])(?:得知|获悉|听说|听到|看到|看见|知道|想[到起]|[谈提说讲][到及起]|当)[^，。！？；“”]{0,12}\Z"
)  # a name in what somebody learnt or in a clause that tells when: 得知甲要来，她
_STOPS = frozenset("。！？!?；")
_TOLD = re.compile(rf"(?:{TELLING})\Z")


@dataclass(slots=True)
class Memory:
    """Who spoke or was named last in the article: whom a pronoun may mean."""

    speaker: str | None = None
    described: str | None = None
    continues: str | None = None  # whose words the next paragraph goes on with
    read: list[tuple[str, Named]] = field(default_factory=list)  # the paragraphs so far, with this one


def named_again(text: str, start: int, memory: Memory) -> str | None:
    """The person named in a paragraph before with whose name the words at `start` begin: ”素帕妮算得很实在."""
    for before, named in memory.read[-2 : -_LOOK_BACK - 2 : -1]:
        for first, last in named.people:
            if last - first > 1 and text.startswith(before[first:last], start):
                return before[first:last]
    return None


def near(text: str, start: int, named: Named, floor: int, before: str | None, memory: Memory) -> str | None:
    """Who speaks where nothing tells: who the last sentence with a person in it is about, or spoke last before it.

    Only what stands from `floor` on counts, where a quotation of the one who spoke `before` ends.
    """
    at = bisect_left(named.people, (start, 0))
    last = named.people[at - 1][1] if at else 0
    if described := _described(text, max(floor, last), start - 1, named):
        return described
    if at and named.people[at - 1][0] >= floor:
        return _whose_sentence(text, floor, named.people[at - 1], named)
    if before or at:
        return before
    return memory.speaker if _STILL.search(text, floor, start - 1) else None


def _described(text: str, floor: int, end: int, named: Named) -> str | None:
    """The one without a name who told what the last sentences between `floor` and `end` say: 局相关负责人介绍，……。"""
    edges = [floor, *(boundary.end() for boundary in STOP.finditer(text, floor, end))]
    for edge in reversed(edges[-_LOOK_BACK:]):
        stop = clause_end(text, edge)
        if (edge == 0 or text[edge - 1] in _STOPS) and _TOLD.search(text, edge, min(stop, end)):
            who = subject(text, edge, stop, named)
            return who.text if who and not (who.pronoun or who.guessed or who.named) else None
    return None


def _whose_sentence(text: str, floor: int, person: tuple[int, int], named: Named) -> str:
    """The one whom the sentence is about that names a person: the one with whom it begins, or else this one."""
    for boundary in STOP.finditer(text, floor, person[0]):
        floor = boundary.end()
    while floor < person[0]:
        stop = clause_end(text, floor)
        who = subject(text, floor, stop, named)
        if who and who.named:
            return who.text
        if who or text[stop : stop + 1] not in COMMAS:
            break
        floor = stop + 1
    return text[slice(*person)]


def resolve(text: str, start: int, end: int, who: Subject, named: Named, memory: Memory) -> str | None:
    """The speaker's name or description; a pronoun is whom the last sentence with a name is about, or who spoke last.

    One who is named between the end of the quotation and the pronoun comes first.
    该负责人 is the person named last where that is one, or else the 负责人 who spoke last without a name.
    """
    if not who.pronoun:
        return who.text
    if who.text in _MANY and (many := _PLURAL.findall(text, 0, min(start, who.end))):
        return str(many[-1])
    if who.text in _MANY and (group := _GROUP.findall(text, _sentence_start(text, who.end), who.end)):
        return str(group[-1])
    people = named.people
    at = bisect_left(people, (start, 0))
    if behind := [span for span in people[at:] if end < span[0] < who.end]:
        return text[slice(*behind[-1])]
    while at > 1 and (
        text.endswith(_ADDRESSED, 0, people[at - 1][0]) or _is_learnt(text, people[at - 1], who.end - len(who.text))
    ):
        at -= 1
    name = text[slice(*people[at - 1])] if at else None
    kind = who.text[-_KIND:]
    if name and who.text == "对方":
        return who.text  # not the one who called
    if not name and len(who.text) <= _KIND and (called := _called(memory.read)):
        return called
    if len(who.text) <= _KIND:
        named_last = _whose_sentence(text, 0, people[at - 1], named) if at else memory.speaker
        return named_last or _relative(who, start, memory)
    if name and kind in text[people[at - 1][0] - _KIND : people[at - 1][1] + _KIND]:
        return name
    described = memory.described or ""
    return described if described.endswith(kind) else _told_of(memory.read, start, kind) or who.text


def _sentence_start(text: str, end: int) -> int:
    floor = max(0, end - CLOSE_BEFORE)
    return max((stop.end() for stop in STOP.finditer(text, floor, end)), default=floor)


def _is_learnt(text: str, person: tuple[int, int], pronoun: int) -> bool:
    """True for a name in a clause that only tells what the one of the pronoun learnt: 听说甲要到场，她很兴奋."""
    told = text[person[1] : pronoun]
    near_by = max(0, person[0] - _SENTENCE)
    return _LEARNT.search(text, near_by, person[0]) is not None and told.endswith("，") and STOP.search(told) is None


def _called(read: Sequence[tuple[str, Named]]) -> str | None:
    """The one whom the last paragraph with a person in it calls by a surname only: 林女士; None where it has a name."""
    for text, named in read[: -_LOOK_BACK - 1 : -1]:
        found = [match for match in _ADDRESS.finditer(text) if match[1] in surnames()]
        if found:
            return found[-1].group() if not named.people or named.people[-1][0] < found[-1].start() else None
        if named.people:
            return None
    return None


def _relative(who: Subject, start: int, memory: Memory) -> str | None:
    """The one of the family whom 他 or 她 means in a text about people without names: 母亲."""
    for text, named in memory.read[: -_LOOK_BACK - 1 : -1] if who.text in _KIN else ():
        end = start if text is memory.read[-1][0] else len(text)
        found = [match for match in _KIN[who.text].finditer(text, 0, end) if _opens(text, match.start())]
        if found and not named.people and not _has_other(text[found[-1].end() : end]):
            return found[-1].group()
        if found or named.people or _has_other(text[:end]):
            return None
    return None


def _opens(text: str, at: int) -> bool:
    """True where a clause begins at `at`, or with 我 or 我的 before it."""
    return at == 0 or _EDGE.match(text, at - 1) is not None or text.endswith(("我", "我的"), 0, at)


def _has_other(text: str) -> bool:
    """True for a text with a word for people that are no relatives: 护士."""
    return any(is_human_noun(word, tag) and word not in kin() for word, tag, _ in tokenize(text))


def _told_of(read: Sequence[tuple[str, Named]], start: int, kind: str) -> str | None:
    """The one of this kind whom the text before `start`, or a paragraph before, is about: 县水利局防汛办负责人."""
    for text, named in read[: -_LOOK_BACK - 1 : -1]:
        at = text.rfind(kind, 0, start if text is read[-1][0] else len(text))
        while at >= 0:
            edge = max((m.end() for m in _EDGE.finditer(text, max(0, at - CLOSE_BEFORE), at)), default=0)
            who = subject(text, edge, clause_end(text, at), named)
            if who and who.end == at + len(kind) and not who.pronoun:
                return who.text
            at = text.rfind(kind, 0, at)
    return None
