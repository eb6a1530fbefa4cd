"""The time expressions of a text: one time each, or the two sides of a range."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from transforms.times.atoms import ORDER, Atom
from transforms.times.chain import Expression, read_chain
from transforms.times.scan import scan

Told = tuple[str, tuple[Expression, ...]]
_TO = re.compile(r"\s?起?(?:[—–―\-~～－]{1,2}|至|到|直到|直至|延续到|持续到)\s?\Z")
_AND = re.compile(r"\s?[与和]\s?\Z")
_SINCE_EVENT = re.compile(r"[^，。；、！？：\s“”]{1,14}?(?:(?P<since>以来|至今)|(?P<from>之日起))")
_SINCE_DEED = re.compile(
    r"(?:正式|全面)?(?:参加|成立|实施|启动|开展|开通|上线|投产|投用|开馆|开业|建成|运行|运营|入职|任职|上任|就任|担任|工作|创办|创建|设立|"
    r"挂牌|施行|发布|入伍|入党|从[事业教医军])[^，。；、！？：\s“”]{0,10}?以来"
)
_FROM = re.compile(r"(?:自从|从|自|由)\s?\Z")
_ABOUT = re.compile(r"(?:大约|大概|(?<![预制条合大节公签相邀特契违失])约)\s?\Z")
_DIGITAL = re.compile(r"[0-9０-９]{1,2}[:：∶][0-9０-９]{2}")
_TRADITIONAL, _SIMPLE = (
    "個週禮鐘號時後兩間內來點這過當現開幾數歲農曆陰頭",
    "个周礼钟号时后两间内来点这过当现开几数岁农历阴头",
)
_SIMPLIFIED = dict(zip(_TRADITIONAL, _SIMPLE, strict=True))
_TRADITIONAL_SIGN = re.compile(f"[{_TRADITIONAL}]")  # one sign for one, so offsets hold
_OWN_YEAR = "date day_rel day_ctx weekday week_rel month_rel month_ctx quarter_rel half_rel".split()


def read_told(paragraphs: Iterable[str]) -> list[Told]:
    """Each paragraph with its time expressions; what they mean depends on the issue date."""
    return [(text, tuple(expressions(text))) for text in paragraphs]


def expressions(text: str) -> Iterator[Expression]:
    """The time expressions of the text, in order and apart."""
    text = _TRADITIONAL_SIGN.sub(lambda sign: _SIMPLIFIED[sign[0]], text)
    atoms = list(scan(text))
    at = 0
    while at < len(atoms):
        left, at = read_chain(text, atoms, at)
        while at < len(atoms) and left.suffix in ("", "from") and _joins(text, left, atoms[at]):
            right, after = read_chain(text, atoms, at)
            if not _is_range(text, left, right):
                break
            right, after = _without_hours(text, left, right, after)
            until = _inherit(left.until or left, right)
            end = right.end + (text[right.end : right.end + 1] == "止")
            left, at = left._replace(end=end, suffix=right.suffix, until=until), after
        if _stands(left) or _is_all(text, left):
            yield _with_about(text, _with_from(text, left, atoms[at].start if at < len(atoms) else len(text)))


def _joins(text: str, left: Expression, atom: Atom) -> bool:
    if atom.start - left.end > 5:
        return False
    between = text[left.end : atom.start]
    if _TO.match(between) or _AND.match(between):
        return True
    # 3、4月 and 10、11、12日: only the bare left of a list goes with its right, and only with what follows on it
    last = (left.until or left).atoms[-1]
    bare = last.kind in ("day", "month", "quarter") and text[left.end - 1] not in "日号月份天度"
    return between == "、" and bare and atom.kind == last.kind and atom.n[0] == last.n[0] + 1


def _is_range(text: str, left: Expression, right: Expression) -> bool:
    """Both sides must be dates, or both lengths; 和 and 与 need 之间 after them."""
    if left.atoms[0].kind == "set":
        return right.atoms[0].kind in ORDER and not _AND.match(text[left.end : right.start])
    if (left.atoms[0].kind in ORDER) != (right.atoms[0].kind in ORDER):
        return False
    return right.suffix == "during" or not _AND.match(text[left.end : right.start])


def _without_hours(text: str, left: Expression, right: Expression, after: int) -> tuple[Expression, int]:
    """The day that ends a range of days, without the time of each of them that follows (18日至20日19:30)."""
    hours = [atom for atom in right.atoms if atom.kind == "clock"]
    days = right.atoms[: -len(hours)] if hours else ()
    told = any(atom.kind in ("clock", "daypart") for atom in left.atoms)
    if not days or told or right.suffix or not _DIGITAL.match(text, hours[0].start):
        return right, after
    return right._replace(atoms=days, end=days[-1].end), after - len(hours)


def _inherit(left: Expression, right: Expression) -> Expression:
    """The right side of a range takes from the left what stands above its own first atom: 2025年6月15日至18日."""
    first = right.atoms[0].kind
    if first in _OWN_YEAR:
        return right
    top = ORDER["month"] if first == "month_day" else ORDER.get(first, 0)
    above = tuple(a for a in left.atoms if ORDER.get(a.kind, 99) < top)
    if top < ORDER["daypart"] and any(a.kind in ("date", "month_day") for a in above):
        above = tuple(a for a in above if ORDER[a.kind] < ORDER["month"])
    return right._replace(atoms=above + right.atoms)


def _stands(e: Expression) -> bool:
    """Whether the atoms name a time by themselves: 农历, 初五, 春天 and 三点 alone do not."""
    last = e.atoms[-1]
    if e.until is not None:
        return True
    if last.word == "bare":
        return False
    if len(e.atoms) > 1:
        return True
    if last.kind == "clock":
        return last.word != "loose" or e.suffix not in ("", "during")
    if last.kind == "feast":
        return bool(last.n[0] or e.holiday or e.suffix)
    if last.kind == "lunar":
        return bool(last.n)
    if last.word == "nth":
        return False  # 入职第三个月 is no March
    return last.kind not in ("season", "lunar_day", "same", "nth_week", "nth_weekday", "nth_day", "last", "last_months")


def _is_all(text: str, e: Expression) -> bool:
    """冬季 as the whole text is a time, in a sentence it may be any winter's."""
    return e.atoms[-1].kind == "season" and e.start == 0 and e.end == len(text)


def _with_about(text: str, e: Expression) -> Expression:
    """大约十点, 约8时许: the word belongs to a clock time as 左右 does."""
    if e.atoms[-1].kind != "clock" or e.atoms[0].kind not in ("clock", "daypart"):
        return e
    m = _ABOUT.search(text, max(0, e.start - 3), e.start)
    return e._replace(start=m.start()) if m else e


def _with_from(text: str, e: Expression, limit: int) -> Expression:
    """从, 自 belong to a range and to 以来, 起; 自2月10日复工以来 is one time. The next time begins at `limit`."""
    m = _FROM.search(text, max(0, e.start - 3), e.start)
    if m is None:
        since = _SINCE_DEED.match(text, e.end, min(limit, e.end + 20)) if not (e.until or e.suffix) else None
        return e._replace(end=since.end(), suffix="since") if since else e
    if e.until is None and not e.suffix and e.atoms[0].kind == "years":
        return e._replace(start=m.start())  # 从2016到2018
    if e.until is None and not e.suffix:
        if text.endswith("自从", 0, e.start):
            return e._replace(start=e.start - 2, suffix="from")
        tail = _SINCE_EVENT.match(text, e.end, min(limit, e.end + 20))
        return e._replace(start=m.start(), end=tail.end(), suffix=tail.lastgroup or "") if tail else e
    begins = e.suffix in ("since", "from") and not (text[m.start()] == "从" and text[e.end - 1] == "始")
    if e.until is None and not begins:
        return e
    return e._replace(start=m.start())
