"""The title of a person, where the text has it: before the name, right after it, or told of it (X是某厂厂长)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence
from functools import cache

import rjieba

from transforms.names.clauses.person_phrase import is_towards
from transforms.names.evidence.chinese_names import posts, title_head
from transforms.names.lists import kin, person_nouns, title_verbs
from transforms.names.paragraph import Paragraph
from transforms.names.people.body_in_title import body_of
from transforms.names.people.joined_title import joined_start
from transforms.names.people.role import told_role
from transforms.names.people.title_edges import EDGE, STOP_TAGS, with_firm, with_odd_start
from transforms.names.spans import NameSpan
from transforms.words.choices import any_of
from transforms.words.token import Word

Title = tuple[str, str | None]
_LONGEST_TITLE = 40
_LONGEST_BRACKET = 9
_LONGEST_TERM = 9
_SAID = re.compile("[了的吧啊吗呢我你他她您]|[0-9]后”")  # in words that are said and for an age, no term of a body
_QUANTIFIED = re.compile(r"(?:另外?|其中)?[一二两三四五六七八九十几多0-9]+[名位个群批户]")
_COUNTED = re.compile("(?<![第一二两三四五六七八九十])[一二两三四五六七八九十几]+[名位户]")  # 女队两名主教练甲和乙
_UNIT_AND_HEAD = re.compile(r"(.)\1长")  # 处处长: one word of the segmenter's
_MEETING = re.compile("会见|会晤|接见|拜会")  # verbs that jieba has as nouns: 甲在北京会见某国议长乙
_UNIT_ENDS = frozenset("部局科室部处院所站队组厅司系社班厂心团会委办员师家监管理人士户点库连车")
_DAY = re.compile("[0-9０-９]日")  # of what happened: 甲9日会见法国总统乙
_SCORE_MARKS = frozenset("∶:：/-—比")  # before a number that is no part of a title: 3∶0战胜某国选手
_BETWEEN_TITLES = frozenset(("、", "兼"))
_FORMS = frozenset(("初一", "初二", "初三", "大一", "大二", "大三", "大四"))  # days to the dictionary
_PUPILS = frozenset(("学生", "女生", "男生", "同学", "新生", "考生"))
_NO_TITLE = frozenset(
    ("援引", "引述", "问", "答", "称", "叫", "喊", "夸", "讲", "任命", "很")
)  # verbs that jieba has as nouns too
_RESULTS = frozenset(("战胜", "击败", "负于", "对阵", "迎战", "力克", "挑战"))  # before whom one plays
_OWN_TAGS = ("n", "j", "vn")  # before a name in marks
_AGES = frozenset(("现代", "当代", "未来"))  # papers and houses are named after them
_JOINED_TAGS = ("n", "l", "vn", "j")
_BEFORE_DEED = (*_JOINED_TAGS, "nt", "nz", "b")
_MOVES = frozenset("到见进入往向回抵出任")  # last characters of verbs before a body that one goes to or holds
_TO_BODIES = frozenset("成立 设立 建立 组建 建成 走访 联系 访问 接管 委托 慰问 告诉 通知 陪同 离开 成为 属于".split())
_CONJUNCTIONS = frozenset("与和及暨")
_WITHIN = ("里", "f")  # 视频里医生甲
_VERB_TAILS = frozenset("在到着了给是")
_WITH = frozenset("同与和跟")
_UNITS = frozenset("所站队组室")


@cache
def _title_after() -> re.Pattern[str]:
    """A post or rank that follows a name: 总书记, 主任, 教授."""
    return re.compile(any_of(posts()))


def title_of(
    paragraph: Paragraph,
    before: Sequence[NameSpan],
    name: NameSpan,
    known: Container[str],
    following: NameSpan | None = None,
) -> Title | None:
    """The title of a name, with the organisation that it holds.

    `before` are the names before it in the paragraph, `following` is the next, which has a title that it touches for
    itself. `known` are the people of whom the text has told something so far.
    """
    text = paragraph.text
    start = title_start(paragraph, before, name.start)
    if start < name.start:
        others = [s for s in reversed(before) if s.kind == "person" and s.start >= start]
        told = (s for s in others if text[s.start : s.end] in known or _is_apart(text, s, name) or _has_own(text, s))
        other = next(told, None)
        if other:
            start = _own_start(text, start, other.end, name.start)
    after = _title_after().match(text, name.end)
    if start < name.start and not (after and text[start : name.start] == "代表"):  # 甲代表|乙主席
        return _with_organization(text, before, start, name.start)
    if after and (following is None or following.start != after.end()):
        return after.group(), None
    role = told_role(text, name)
    return _with_organization(text, before, *role) if role else None


def _with_organization(text: str, before: Sequence[NameSpan], start: int, end: int) -> Title:
    quantified = _QUANTIFIED.match(text, start, end)
    start = quantified.end() if quantified and quantified.end() < end else start
    for counted in _COUNTED.finditer(text, start + 1, end - 1):
        start = counted.end()
    return text[start:end], body_of(text, before, start, end)


def _is_apart(text: str, other: NameSpan, name: NameSpan) -> bool:
    """True where 同 or the like stands behind another's name, or the one stands for the other: 甲代表乙主席."""
    return text[other.end] in _WITH or text[other.end : name.start] == "代表"


def _has_own(text: str, other: NameSpan) -> bool:
    """True where a post and a 、 follow the name of another: 王永安院士、."""
    after = _title_after().match(text, other.end)
    return after is not None and text[after.end() : after.end() + 1] == "、"


def _own_start(text: str, start: int, other: int, end: int) -> int:
    """Where the title text[start:end] starts once another person's name is out of it, which ends at `other`.

    That person's wife or son keeps it (习近平夫人); else what stands behind a 、 is one's own, and 习近平主席 is none.
    """
    head = title_head(text, other, end)
    if text[other] in _WITH and head > other:
        return other + 1  # 王毅|同|某国外长乙
    if text[head:end] in kin():
        return start
    if is_towards(text[other:head]):
        return head  # 护士甲|质问|患者乙
    mark = text.find("、", other, end)
    return mark + 1 if mark >= 0 else end


def title_start(paragraph: Paragraph, before: Sequence[NameSpan], end: int) -> int:
    """Where the title that touches text[:end] starts; `end` where there is none.

    It ends in a word for people and goes back word by word over nouns and names of organisations and places. A 、
    between two titles (党委书记、董事长) belongs to it, and so does a bracketed word within a name (某（集团）公司). A
    rest of up to four characters that begins the clause is taken with it: the name of a body that no list knows.
    """
    text, tokens = paragraph.text, paragraph.words
    floor = max(0, end - _LONGEST_TITLE)
    head = title_head(text, floor, end)
    last = bisect_left(paragraph.starts, head) - 1
    if head == end or not _is_noun_head(tokens, last + 1, head, end):
        return end
    covered = [(s.start, s.end) for s in before if s.kind != "person" and s.end <= end]
    start = head
    i = last
    while i >= 0 and (at := tokens[i][2]) >= floor:
        word, tag, _ = tokens[i]
        name = next(((a, b) for a, b in covered if a <= at < b), None)
        if name:
            start = min(start, name[0])
        elif at + len(word) > start:
            start = min(start, at)
        elif word in _BETWEEN_TITLES and (further := title_head(text, floor, at)) < at:
            start = further
        elif word == "）" and (bracket := _bracket(text, floor, at)):
            start = bracket
        elif word in _CONJUNCTIONS and (joined := joined_start(tokens, i, start, covered)) < start:
            start = joined
        elif not _may_be_in_title(tokens, i) and not (tag == "v" and word != "是" and i and tokens[i - 1][0] == "的"):
            break
        else:
            start = at
        i -= 1
    if start and text[start - 1] in _SCORE_MARKS and text[start].isdecimal():
        return next((a for a, _ in covered if a > start), head)
    if day := _DAY.search(text, start, head):
        return next((a for a, _ in covered if a >= day.end()), head)
    for meeting in _MEETING.finditer(text, start, head):
        start = meeting.end()
    start = with_firm(paragraph, covered, start, head)
    start = _with_marked(text, floor, with_odd_start(paragraph, floor, start))
    return _with_own_name(paragraph, floor, start) if text[start - 1 : start] == "”" else start


def _with_own_name(paragraph: Paragraph, floor: int, start: int) -> int:
    """`start`, or where the nouns begin before the marks that name a body: 某国智库“团结之声”|负责人."""
    text = paragraph.text
    opening = text.rfind("“", floor, start)
    if opening < floor or EDGE.search(text, opening + 1, start - 1):
        return start
    term = start - opening - 2 <= _LONGEST_TERM and _SAID.search(text, opening, start) is None
    first = opening if term else start
    for i in range(bisect_left(paragraph.starts, opening) - 1, -1, -1):
        word, tag, at = paragraph.words[i]
        if (
            at < floor
            or not tag.startswith(_OWN_TAGS)
            or tag.startswith("nr")
            or title_head(word, 0, len(word)) < len(word)
        ):
            break
        first = at
    return first if first < opening else opening if term else start


def _with_marked(text: str, floor: int, start: int) -> int:
    """`start`, or where the 《 of a paper opens whose title ends there (《明江晚报》记者), or the “ of “00”后小将."""
    mark = "《" if text[start - 1 : start] == "》" else "“" if text.startswith("”后", start - 1) and start else ""
    opening = text.rfind(mark, floor, start) if mark else -1
    return opening if opening >= 0 else start


def _is_noun_head(tokens: Sequence[Word], i: int, head: int, end: int) -> bool:
    """False where the last character of a word of another kind looks like a noun for people: 或者, 支农."""
    if end - head > 2:
        return True
    word, tag, at = tokens[i] if i < len(tokens) and tokens[i][2] <= head else tokens[i - 1] if i else ("", "n", head)
    if at == head and at + len(word) == end and word not in person_nouns() and tag.startswith(("c", "d", "p", "r")):
        return False  # 转让或者
    return at >= head or at + len(word) != end or not tag.startswith(("c", "d", "p", "r"))


def _bracket(text: str, floor: int, close: int) -> int | None:
    """Where a short bracket that is closed at `close` opens, if a word touches it on both sides."""
    opening = text.rfind("（", max(floor, close - _LONGEST_BRACKET), close)
    if opening <= floor or EDGE.search(text, opening + 1, close) or EDGE.match(text, opening - 1):
        return None
    return opening


def _is_unit(tokens: Sequence[Word], i: int) -> bool:
    """True for the unit of a body: 规划|所|所长, 水生|所|研究员, 环境|所|实验室主任."""
    word, (after, tag, _) = tokens[i][0], tokens[i + 1]
    if after == "副" and i + 2 < len(tokens):
        after = tokens[i + 2][0]  # 监理|站|副|站长
    if after.startswith((word, f"副{word}", "研究员")):
        return True
    behind = word == "所" and i > 0 and tag != "v"
    return behind and (tokens[i - 1][1] in (*_JOINED_TAGS, "ns") or (i > 1 and _is_deed_of_unit(tokens, i - 1, word)))


def _is_deed_of_unit(tokens: Sequence[Word], i: int, unit: str) -> bool:
    """True for the verb at word `i` that with the nouns before it tells what the unit is for: 磷肥|制造|中心."""
    if not i or tokens[i - 1][1] not in _BEFORE_DEED or tokens[i][0] in _RESULTS:
        return False
    if len(unit) == 1:
        return unit in _UNIT_ENDS and tokens[i - 1][1] in _JOINED_TAGS
    word = tokens[i][0]
    return unit.endswith("中心") and len(word) == 2 and word[-1] not in _MOVES and word not in _TO_BODIES


def _may_be_in_title(tokens: Sequence[Word], i: int) -> bool:
    word, tag, _ = tokens[i]
    acts = word == "代表" and i + 1 < len(tokens) and tokens[i + 1][1] == "ns"  # 代表|某国学者甲
    if word in _NO_TITLE or word in _RESULTS or (word, tag) == _WITHIN or acts:
        return False
    if word in _UNITS and i + 1 < len(tokens) and _is_unit(tokens, i):
        return True
    if word in _FORMS and tokens[i + 1 : i + 2] and tokens[i + 1][0] in _PUPILS:
        return True  # 初二|学生
    if word in _AGES:
        return True  # 现代晚报记者
    if word[0] == "某" or (tag == "d" and word in title_verbs()):
        return True  # 武警某部中队长, 总统特别顾问
    if tag.startswith("v") and tag != "vn":
        if not rjieba.has_word(word):
            return word[-1] != "是"  # 这是
        after = tokens[i + 1] if i + 1 < len(tokens) else ("", "", 0)
        unit = after[0][:1] if _UNIT_AND_HEAD.match(after[0]) else after[0]
        if _is_deed_of_unit(tokens, i, unit):
            return True  # 传染病|预防|控制|处
        if after[0] == "村" and tokens[i + 2 : i + 3] and tokens[i + 2][0].startswith("村"):
            return True  # 前进|村|村民
        return word in title_verbs() and (unit[-1:] in _UNIT_ENDS or after[0] in title_verbs() or after[1] != "v")
    if word[-1] in _VERB_TAILS or (word[0] == "由" and not rjieba.has_word(word)):
        return False
    if word in person_nouns() or (i + 1 < len(tokens) and word + tokens[i + 1][0] in title_verbs()):
        return True
    return (tag == "eng" or not tag.startswith(STOP_TAGS)) and not EDGE.search(word)
