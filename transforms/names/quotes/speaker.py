"""The person that a clause is about: a name, or a description such as 区自然资源局相关负责人."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from transforms.names.clauses.as_words import Named, Unit, units
from transforms.names.clauses.human_words import is_human, is_human_noun
from transforms.names.clauses.person_phrase import (
    ASPECTS,
    COORDINATING,
    NO_SUBJECT_AFTER,
    NOUN_TAGS,
    POINTING,
    TITLE_WORDS,
    Subject,
    person_phrase,
)
from transforms.names.lists import person_nouns, saying_verbs, title_verbs

_REACH = 70
_BREAK = re.compile(r"“[^“”，。！？]{1,10}”(?=[\w、])|（[^（）“”。]{2,16}）(?=\w)|[，,；;：:。！？!?“”…—\s]")
_PRONOUNS = frozenset(("他", "她", "他们", "她们", "本人", "对方"))
_NO_PART = frozenset(
    "的 每当 有 有位 总有 常有 还有 也有 正如 诚如 恰如 像 就像 如".split()
)  # before a phrase, none of it
_UNDERGO = frozenset(("人员", "者", "人", "对象"))  # 被|隔离|人员
_THERE, _IS_THERE = frozenset(("那", "这", "其中")), frozenset(("是", "有"))
_CITED = re.compile(
    "(?:援引|引述|引用)([^，。；：“”]{2,45}?)(?:的(?:话|说法|消息|观点))?(?=说|称|报道|表示|指出)"
    "|发表([^，。；：“”]{2,45}?)的(?:署名)?文章(?=说|称|指出|写道|认为|表示)"
)  # 某报援引专家的话说, 某网站发表学者的文章说
_SOMEBODY = re.compile(
    "(?:[还也更另又]|(?:只?[听看]见|现场|台下|人群[中里]|[身旁]边|村里|群里|会上){1,2}(?=有)|[㐀-鿿]{2,4}[中里](?=有))?((?:有(?:的|些|不少|许多|很多)?|一些|不少|许多|很多|众)人)(?!大(?![声喊叫])|[民员工口次均家才群手类物])"
)
_SEES = re.compile(
    "[就只]?(?:[看遇听碰]?[见到]|遇见|碰见)(?=[一几两]位|一[名个群]|[这那]些|不少|许多|很多)"
)  # before whom one sees: 见一位女士
_SEEMS = re.compile("[在于对]([^，。；：“”]{1,40}?)(?:看来|来讲|来说)")  # 在局长封毅看来
_IN_MIND = re.compile(
    "在([^，。；：“”]{1,30}?)的?(?:心[中里]|眼[中里]|心目中)(?=，|[，。]?\\Z)"
)  # 在村民甲心中，大坝就是家
_HELD = re.compile("的(?:双手|手|肩|胳膊)")  # 握着老人甲的手说
_BIDS = ("不要", "千万", "切勿", "不准", "别让", "别告诉")
_OWNS = re.compile("(?:教授|先生|女士|院士|老师|博士|主席|总统|总理|书记|主任)的")  # 甲教授的弟子乙
_NO_SUBJECT = re.compile(
    r"面对|[但却也还又]同|与(?!会)|朝[^鲜阳]|[常总]听|每次|[这那]是|[^的]*我们?(?:[问叫让给跟和对向]|\Z)"
)  # what begins with an object or tells of the writer: 我问父亲, 面对孩子
_LEADING_TAGS = frozenset(("t", "c", "d", "x", "tg"))
_KEPT = frozenset(("《", "不少", "许多", "和", "与", "跟"))
_SHORT_TITLE = 6
_NEAR = 4  # characters in which one without a name, behind a clause with 的, speaks
_TITLE_ENDS = ("户", "员", "工", "民", "师", "者")  # cut off by jieba from a verb: 种植|户
_WEARING = ("有着", "身着", "穿着", "戴着")  # with its object it tells of the person that follows
_ROADS = frozenset("街渠报频隧管轨航赛跑车味地知门步绿栈公厚河")  # before 道 in words that are no verb of saying
_UNITS = frozenset("站厂队所")  # of a body, which jieba takes for verbs
_TITLE_PARTS = ("n", "vn", "b", "j", "m", "eng", "f", "l", "zg")
_SOFT, _HARD, _PREDICATE = 1, 2, 3  # of a verb before a person, see _verb_strength
_WHERE = frozenset(("在", "从"))
_FROM = frozenset("来自 家住 住在 身为".split())
_TOWARDS = frozenset("给 对 对于 向 把 被 让 面对".split())  # whose object is no subject even behind 的


@cache
def _verb_pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, saying_verbs()), key=len, reverse=True)))


def saying_verb(clause: str) -> str | None:
    """The last verb of saying in a clause: in 高兴地表示 it is 表示."""
    found = None
    for match in _verb_pattern().finditer(clause):
        if match.group() != "道" or clause[match.start() - 1 : match.start()] not in _ROADS:
            found = match.group()
    return found


def clause_end(text: str, start: int) -> int:
    """Where the clause that starts at `start` ends, at most _REACH characters on; a term in marks is in it."""
    stop = min(len(text), start + _REACH)
    for match in _BREAK.finditer(text, start, stop):
        if match.end() - match.start() == 1:
            return match.start()
    return stop


def subject(text: str, start: int, end: int, names: Named, quoted: bool = False) -> Subject | None:
    """The person whom the clause text[start:end] is about, None where it begins with something else.

    A verb before the person must belong to a 的 (拿到工资的农民工); one who follows 对, 向, 让 is not the subject.
    Right behind what is `quoted`, a name after a clause with 的 is (”盯着屏幕的调度员甲语速很快).
    """
    if text.startswith(_BIDS, start, end):
        return None  # 甲叮嘱丈夫，不要告诉母亲，“
    if seems := _SEEMS.match(text, start, end):
        return subject(text, *seems.span(1), names)
    if quoted and (mind := _IN_MIND.match(text, start, end)):
        who = subject(text, *mind.span(1), names)
        return who if who and who.named else None
    return _cited(text, start, end, names) or _somebody(text, start, end) or _first(text, start, end, names, quoted)


def _somebody(text: str, start: int, end: int) -> Subject | None:
    found = _SOMEBODY.match(text, start, end)
    return Subject(found[1], found.end()) if found else None


def _first(text: str, start: int, end: int, names: Named, quoted: bool) -> Subject | None:
    """The first person in the clause, where it is the one that the clause is about."""
    sees = _SEES.match(text, start, end)
    words = units(text, sees.end() if sees else start, end, names)
    if words and words[0][0] in _THERE and words[1:2] and words[1][0] in _IS_THERE:
        del words[:2]  # 那是|一个小姑娘
    while words and ((words[0][1] in _LEADING_TAGS and not _is_kept(words[0][0])) or words[0][0] in _NO_PART):
        words.pop(0)
    if len(words) > 2 and words[0][0] == "被" and words[1][1].startswith("v") and words[2][0] in _UNDERGO:
        words[:3] = [(text[words[0][2] : words[2][2]] + words[2][0], "n", words[0][2])]  # 被|隔离|人员
    verb = 0
    in_title = False
    for i, (word, tag, at) in enumerate(words):
        if in_title or word == "《":
            in_title = word != "》"
            continue
        if word in _PRONOUNS:
            return None if verb else Subject(word, at + len(word), pronoun=True)
        if word == "的":
            verb = verb if verb == _PREDICATE or words[0][0] in _TOWARDS or _is_towards(words[:i]) else 0
        elif tag == "NAME" or is_human(words, i):
            if i + 1 < len(words) and words[i + 1][0] == "的":
                continue
            found = person_phrase(text, words, i)
            if found.named and _OWNS.match(text, found.end) and any(t == "NAME" for _, t, _ in words[i + 2 :]):
                continue
            return _where(text, words, i, found, end, verb, quoted)
        elif word not in COORDINATING or i == 0 or words[i - 1][1] == "r":
            verb = max(verb, _verb_strength(words, i))
    return None


def _is_towards(words: Sequence[Unit]) -> bool:
    """True where nothing but nouns follows a preposition: 给云南昆明|的供货商."""
    last = max((i for i, word in enumerate(words) if word[0] in _TOWARDS), default=None)
    return last is not None and all(tag.startswith(("n", "NAME")) for _, tag, _ in words[last + 1 :])


def _where(
    text: str, words: Sequence[Unit], i: int, found: Subject, end: int, verb: int, quoted: bool
) -> Subject | None:
    """The person `found` at word `i` behind a verb of this strength, or the one whom the clause is rather about."""
    rest = text[found.end : end]
    if _HELD.match(rest) and saying_verb(rest):
        return None
    if not found.named:
        if not found.pronoun and _NO_SUBJECT.match(found.text):
            return None
        behind = None if saying_verb(rest[:_NEAR]) else _behind_clause(text, words, i + 1, end, False)
        if behind and behind.named:
            return behind
        if _is_object(words, found, rest):
            return None
    _, tag, at = words[i]
    titled = tag == "NAME" and at - words[0][2] <= _SHORT_TITLE and words[i - 1][0] in _TITLE_ENDS
    titled = titled or (found.named and _is_title(words[:i]))
    told = verb == _SOFT and (titled or saying_verb(rest) is not None)
    return found if verb == 0 or told else _behind_clause(text, words, i, end, quoted)


def _is_object(words: Sequence[Unit], found: Subject, rest: str) -> bool:
    """True for a phrase without a name that begins with a verb and is not said to speak: 遇到着急的患者, 帮着技师."""
    word, tag, _ = words[0]
    if not found.text.startswith(word) or (words[1:2] and words[1][0] == "的"):
        return False
    if (word[-1] == "着" and word not in _WEARING) or (len(word) > 2 and word[-1] in "出到"):
        return True
    return tag == "v" and word not in title_verbs() and word not in _FROM and saying_verb(rest) is None


def _is_kept(word: str) -> bool:
    return word in _KEPT or word in person_nouns()


def _is_title(words: Sequence[Unit]) -> bool:
    """True for words that a title is made of, behind the last 的: 助|餐点 before 负责人."""
    last = max((i + 1 for i, word in enumerate(words) if word[0] == "的"), default=0)
    return all(word in title_verbs() or tag.startswith((*NOUN_TAGS, "NAME")) for word, tag, _ in words[last:])


def _behind_clause(text: str, words: Sequence[Unit], first: int, end: int, quoted: bool) -> Subject | None:
    """The person with a name behind the 的 of a clause, who then speaks or is quoted: 带着女儿来换书的市民许照说."""
    for i in range(max(first, 1), len(words)):
        if words[i - 1][0] == "的" and (head := _head(words, i)):
            found = person_phrase(text, words[i:], head - i)
            verb = saying_verb(text[found.end : end if found.named else found.end + _NEAR])
            return found if verb or (found.named and quoted) else None
    return None


def _head(words: Sequence[Unit], i: int) -> int | None:
    """The first person in the words from `i` on, before which only what titles are made of stands."""
    for k in range(i, min(i + TITLE_WORDS, len(words))):
        if words[k][1] == "NAME" or is_human(words, k):
            return k
        if not words[k][1].startswith(_TITLE_PARTS) and words[k][0] not in title_verbs():
            return None
    return None


def _cited(text: str, start: int, end: int, names: Named) -> Subject | None:
    """The person whose words a paper or station cites: 某报援引官员的话说."""
    told = text.find("引", start, end) >= 0 or text.find("发表", start, end) >= 0
    found = _CITED.search(text, start, end) if told else None
    if found is None:
        return None
    begin, stop = found.span(found.lastindex or 0)
    person = next((span for span in names.people if begin <= span[0] and span[1] <= stop), None)
    if person:
        return Subject(text[slice(*person)], person[1], named=True)
    return Subject(text[begin:stop], stop) if is_human_noun(text[begin:stop], "n") else None


def _verb_strength(words: Sequence[Unit], i: int) -> int:
    """_HARD after which a person is no subject, _PREDICATE not even after 的, _SOFT may be in a title (退休教师)."""
    word, tag, _ = words[i]
    if word in NO_SUBJECT_AFTER:
        return _PREDICATE if i and words[0][0] in POINTING else _HARD
    if len(word) > 2 and word[-1] == "过":
        return _PREDICATE  # 年轻|时当过|拖拉机手
    if not tag.startswith("v") or tag == "vn" or _is_of_title(words, i):
        return 0
    if tag == "v" and word[-1] == "着" and word not in _WEARING and i == 0:
        return _PREDICATE
    if i + 1 < len(words) and words[i + 1][0] in ASPECTS:
        where = words[0][0] in _WHERE  # 在试验站干了多年的农艺师: nobody acts before the 的
        after_noun = i == 0 or (not where and any(t.startswith("n") for _, t, _ in words[:i]))
        return _PREDICATE if after_noun else _HARD
    return _SOFT


def _is_of_title(words: Sequence[Unit], i: int) -> bool:
    """True for a verb that is part of a title: 独居|老人, 护林|站|站长."""
    word = words[i][0]
    if i + 1 == len(words) or not is_human_noun(*words[i + 1][:2]):
        return False
    return word in title_verbs() or (word in _UNITS and i > 0 and words[i - 1][1].startswith(NOUN_TAGS))
