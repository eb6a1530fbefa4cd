"""From atoms to expressions: 2025年 + 6月 + 15日, its suffix (之前, 以来, 期间), and the two sides of a range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transforms.times.atoms import ORDER, Atom
from transforms.times.lexicon import AFTER_DAY
from transforms.times.scan import scan

_GAP = re.compile(r"\s?的?\s?\Z")
_WEEKDAY_GAP = re.compile(r"\s?[，,（(]?\s?\Z")
_LOCAL = re.compile(r"(?:[（(])?(?:当地时间|北京时间)(?:[)）])?\Z")
_TO = re.compile(r"\s?起?(?:[—–―\-~～－]{1,2}|至|到|直到|直至|延续到|持续到)\s?\Z")
_AND = re.compile(r"\s?[与和]\s?\Z")
_LIST = re.compile(r"、\Z")
_EDGE = re.compile(
    r"\s?(?:的)?(?:(?P<begin>年?初期?(?!步|级|中|次|衷|心|一|二|三|四|五|六|七|八|九|十|始|选|审))|(?P<opening>伊始)|(?P<end>年?底|年?末期?|年终|后期)|(?P<mid>年中(?!国)|中期|中叶))"
)
_SUFFIX = re.compile(
    r"\s?(?:(?P<upto>[及或](?:以前|之前))|(?P<andafter>[及或](?:以后|之后))|(?P<before>(?:以前|之前|此前)|前(?!往|来|后|去|景|进|期|夕|[一二三四五六七八九十两几0-9]|不久|方|沿|台|半|列|所|三|提|线|身|夫))"
    r"|(?P<since>(?:以来|至今|迄今|到现在))"
    r"|(?P<from>起(?!床|来|义|点|飞|草|色|诉|步|码|重|伏|因|源|火|初|跑|用|名)|开始(?!时|的))|(?P<after>以后|之后|此后|后(?!来|期|天|勤|续|半|年|面|果|备|方|台|者|卫|代|续|悔|盾|市))"
    r"|(?P<during>期间|之间|时期|间(?!隔|接|谍)|以内|之内|内(?!部|容|地|外|蒙|需|涵|在|心|科|阁|政|战|销|存))"
    r"|(?P<about>前后|左右|前夕)|(?P<then>的时候))"
)
_SEASON = re.compile(r"([春夏秋冬])(?!节|运|晚|耕|令|奥|雨|装|种|收|播|招|训|游|宫|麦|天|季)")
_FEAST_TAIL = re.compile(r"节?(?:小长假|长假|黄金周|假期|假日|放假)")
_SINCE_EVENT = re.compile(r"[^，。；、！？：\s“”]{1,14}?(?:(?P<since>以来|至今)|(?P<from>之日起))")
_LEADS_IN = ("", "，", "。", "、", "；", "：", "“", "（", " ", "在", "对", "与", "于")
_FROM = re.compile(r"(?:从|自从|自|由)\s?\Z")


@dataclass(frozen=True, slots=True)
class Expression:
    """text[start:end] as atoms of one moment or span, or of the first side of a range with `until` as the other."""

    start: int
    end: int
    atoms: tuple[Atom, ...]
    edge: str = ""  # begin, mid, end of what the atoms name
    suffix: str = ""  # before, since, after, during, about
    holiday: bool = False
    until: Expression | None = None


def expressions(text: str) -> Iterator[Expression]:
    """The time expressions of the text, in order and apart."""
    atoms = list(scan(text))
    at = 0
    while at < len(atoms):
        left, at = _chain(text, atoms, at)
        if left is None:
            continue
        while at < len(atoms) and left.suffix in ("", "from") and _joins(text, left, atoms[at]):
            right, after = _chain(text, atoms, at)
            if right is None or not _same_scale(left, right):
                break
            if _AND.match(text[left.end : right.start]) and right.suffix != "during":
                break
            first = left.until or left
            both = _inherit(first, right)
            end = right.end + (text[right.end : right.end + 1] == "止")
            left = Expression(left.start, end, left.atoms, left.edge, right.suffix, left.holiday, both)
            at = after
        if _stands(text, left):
            yield _with_from(text, left)


def _joins(text: str, left: Expression, atom: Atom) -> bool:
    if atom.start - left.end > 5:
        return False
    between = text[left.end : atom.start]
    if _TO.match(between) or _AND.match(between):
        return True
    # 3、4月 and 10、11日: only the bare left of a list goes with its right
    bare = (
        left.until is None
        and left.atoms[-1].kind in ("day", "month")
        and text[left.end - 1 : left.end] not in "日号月份天"
    )
    return bool(_LIST.match(between)) and bare and atom.kind == left.atoms[-1].kind


def _chain(text: str, atoms: list[Atom], at: int) -> tuple[Expression | None, int]:
    """The longest run of atoms from `at` that names one time, and the place after it."""
    first = atoms[at]
    if first.kind not in ORDER:
        return _single(text, atoms, at)
    chain, end, at = [first], first.end, at + 1
    edge, end = _edge(text, chain, end)
    while at < len(atoms) and atoms[at].start - end <= 7:
        atom = atoms[at]
        between = text[end : atom.start]
        if not _follows(between, chain[-1], atom) or (edge and atom.kind not in ("part",)):
            break
        chain.append(atom)
        end = atom.end + (
            1
            if atom.kind == "weekday" and between[:1] in "（(" and between and text[atom.end : atom.end + 1] in "）)"
            else 0
        )
        at += 1
        edge, end = _edge(text, chain, end)
    if chain[-1].kind in ("day", "day_rel", "date", "month_day", "lunar_day", "weekday", "feast", "day_ctx") and (
        hours := hours_after_day(text, end)
    ):
        chain.append(Atom(end, end + 1, "daypart", hours, text[end]))
        end += 1
        if at < len(atoms) and atoms[at].start == end and atoms[at].kind == "clock":
            chain.append(atoms[at])
            end, at = atoms[at].end, at + 1
    if chain[-1].kind.startswith("year") and chain[-1].end == end and (m := _SEASON.match(text, end)):
        chain.append(Atom(end, end + 1, "season", ("春夏秋冬".index(m[1]),)))
        end += 1
    holiday = False
    if chain[-1].kind == "feast" and (m := _FEAST_TAIL.match(text, end)):
        holiday, end = True, m.end()
    suffix, end = _suffix(text, end)
    return Expression(first.start, end, tuple(chain), edge, suffix, holiday), at


def _follows(between: str, last: Atom, atom: Atom) -> bool:
    order = ORDER.get(atom.kind)
    if atom.kind == "span_first":
        return atom.word in ("天", "日") and last.kind in ("month", "month_rel") and not between
    if order is None:
        return False
    if atom.kind == "weekday":
        return ORDER[last.kind] < 7 and bool(_WEEKDAY_GAP.match(between))
    if atom.kind == "lunar_day" and last.kind not in ("month", "lunar"):
        return False
    if between and not _GAP.match(between) and not _LOCAL.match(between):
        return False
    if last.kind == "lunar" and atom.kind in ("month", "lunar_day", "lunar", "day"):
        return True
    return order > ORDER[last.kind] and last.word != "bare"


def _edge(text: str, chain: list[Atom], end: int) -> tuple[str, int]:
    """初, 底, 末 after a year, a quarter, a month, a decade or a plan."""
    if chain[-1].kind not in (
        "year",
        "year_rel",
        "year_ctx",
        "quarter",
        "quarter_rel",
        "month",
        "month_rel",
        "month_ctx",
        "century",
        "century_rel",
        "decade",
        "plan",
    ):
        return "", end
    m = _EDGE.match(text, end)
    if m is None or (chain[-1].kind.startswith(("month", "quarter")) and "年" in m[0]):
        return "", end
    return m.lastgroup or "", m.end()


def _suffix(text: str, end: int) -> tuple[str, int]:
    m = _SUFFIX.match(text, end)
    return (m.lastgroup or "", m.end()) if m and m.lastgroup != "then" else ("", end)


def _single(text: str, atoms: list[Atom], at: int) -> tuple[Expression, int]:
    """A length with its suffix and the hour that may follow it (六天后的3时), or a set with its hour (每周一下午八点)."""
    e = _bare(text, atoms[at])
    at += 1
    chain = list(e.atoms)
    end = e.end
    if e.atoms[0].kind == "set" or (e.suffix in ("before", "after") and e.atoms[0].word in ("天", "日")):
        while at < len(atoms) and atoms[at].kind in ("daypart", "clock") and _GAP.match(text[end : atoms[at].start]):
            chain.append(atoms[at])
            end, at = atoms[at].end, at + 1
    return Expression(e.start, end, tuple(chain), "", e.suffix), at


def _near(text: str, atom: Atom, suffix: str) -> Atom:
    """近三年来 and 近三年， count back from the issue; 历时近三年 is a length."""
    if atom.kind != "span_near" or suffix in ("since", "during") or text[atom.start - 1 : atom.start] in _LEADS_IN:
        return atom
    return atom._replace(kind="length")


def _bare(text: str, atom: Atom) -> Expression:
    """A length, a vague word and the like, with the suffix that makes a length a date (三年前)."""
    if atom.kind in ("length", "event", "span_later"):
        suffix, end = _suffix(text, atom.end)
        if (
            not suffix
            and atom.kind == "length"
            and text[end : end + 1] == "来"
            and text[end + 1 : end + 2] not in ("自", "到", "了", "的", "源")
        ):
            suffix, end = "since", end + 1
        return Expression(atom.start, end, (atom,), "", suffix)
    if atom.kind.startswith("span_"):
        suffix, end = _suffix(text, atom.end)
        if text[end : end + 1] == "来" and not suffix:
            suffix, end = "since", end + 1
        return Expression(atom.start, end, (_near(text, atom, suffix),), "", suffix)
    return Expression(atom.start, atom.end, (atom,))


def _same_scale(left: Expression, right: Expression) -> bool:
    """Both sides of a range must be dates, or both lengths."""
    return (left.atoms[0].kind in ORDER) == (right.atoms[0].kind in ORDER)


def _inherit(left: Expression, right: Expression) -> Expression:
    """The right side of a range takes from the left what stands above its own first atom: 2025年6月15日至18日."""
    top = ORDER.get(right.atoms[0].kind, 0)
    if right.atoms[0].kind in (
        "date",
        "day_rel",
        "day_ctx",
        "weekday",
        "week_rel",
        "month_rel",
        "month_ctx",
        "quarter_rel",
    ):
        return right
    if right.atoms[0].kind == "month_day":
        top = 4
    above = tuple(a for a in left.atoms if ORDER.get(a.kind, 99) < top)
    if any(a.kind in ("date", "month_day") for a in above) and top < 8:
        above = tuple(a for a in above if ORDER[a.kind] < 4)
    return Expression(right.start, right.end, above + right.atoms, right.edge, right.suffix, right.holiday)


def _stands(text: str, e: Expression) -> bool:
    """Whether the atoms name a time by themselves: 农历, 初五, 春天 and 三点 alone do not."""
    last = e.atoms[-1]
    alone = len(e.atoms) == 1 and e.until is None
    if last.word == "bare":
        return e.until is not None
    if not alone:
        return not (len(e.atoms) == 1 and last.kind in ("season",) and e.until is None)
    if last.kind == "clock":
        return last.word != "loose" or bool(e.suffix)
    if last.kind == "feast":
        return bool(last.n[0] or e.holiday or e.suffix)
    if last.kind == "lunar":
        return bool(last.n)
    return last.kind not in ("season", "lunar_day", "same", "nth_week", "nth_weekday", "last")


def _with_from(text: str, e: Expression) -> Expression:
    """从, 自 belong to a range and to 以来, 起."""
    m = _FROM.search(text, max(0, e.start - 3), e.start)
    if m is None:
        return e
    if e.until is None and not e.suffix and (tail := _SINCE_EVENT.match(text, e.end)):
        return Expression(m.start(), tail.end(), e.atoms, e.edge, tail.lastgroup or "", e.holiday)
    if e.until is None and (e.suffix not in ("since", "from") or (text[m.start()] == "从" and text[e.end - 1] == "始")):
        return e
    return Expression(m.start(), e.end, e.atoms, e.edge, e.suffix, e.holiday, e.until)


def hours_after_day(text: str, at: int) -> tuple[int, int] | None:
    """The hours that 早, 晨, 晚, 夜 right after a day stand for (8日晚, 7月25日早)."""
    hours = AFTER_DAY.get(text[at : at + 1])
    return hours if hours and text[at + 1 : at + 2] not in ("报", "会", "餐", "茶", "年", "班") else None
