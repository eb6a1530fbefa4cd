"""Words that name a time by themselves, with the atom each one is; the words are seeds/time_words.csv."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from seeds import table

AFTER_DAY = {"早": (8, 12), "晨": (5, 9), "晚": (18, 24), "夜": (20, 24)}
PLAN_TAILS = "期间|时期|以来|末|初|前期|中期|后期|开局|收官"
EVENT_TAILS = "以来|之前|之后|以前|以后|初期|前夕|时期|期间"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
FEAST_TAILS = "节|假期|期间|前夕|前后|黄金周|长假|小长假"
FEAST_NAMES = "晚会|联欢|档"  # 春节联欢晚会 is a title
_UP_TO = "[今明次翌来][年春夏秋]|[12][0-9]{3}年|[春夏秋]"  # 去年冬|至今年春 is no 冬至


class Entry(NamedTuple):
    """What a word is: the kind and numbers of its atom, and the texts that may not stand before it."""

    kind: str
    n: tuple[float, ...]
    unless_before: tuple[str, ...] = ()


class Words(NamedTuple):
    """The words that begin with one character: their pattern, the longest first, and what they are."""

    pattern: re.Pattern[str]
    entries: dict[str, Entry]


@cache
def feasts() -> dict[str, dict[str, str]]:
    """Festivals and solar terms by their name."""
    rows = {row["name"]: row for row in table("festivals")}
    return rows | _numbered(rows)


def _numbered(rows: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """五四青年节, “三八”国际妇女节: the name after the signs of its month and day."""
    short = {(row["month"], row["day"]): name.strip("“”") for name, row in rows.items() if name[0] == "“"}
    found: dict[str, dict[str, str]] = {}
    for name, row in rows.items():
        signs = short.get((row["month"], row["day"])) if row["calendar"] == "solar" and name[-1] == "节" else None
        if signs and not name.startswith(signs) and not name.startswith("国际"):
            heads = (signs, f"“{signs}”")
            found |= {head + between + name: row for head in heads for between in ("", "国际")}
    return found


@cache
def eras() -> dict[str, dict[str, str]]:
    """Plans, reigns and great events by their name."""
    return {row["name"]: row for row in table("eras")}


@cache
def words_by_first() -> dict[str, Words]:
    """The words by their first character."""
    patterns: dict[str, str] = {}
    entries: dict[str, Entry] = {}
    for row in table("time_words"):
        numbers = tuple(float(n) for n in row["numbers"].split())
        entries[row["word"]] = Entry(row["kind"], numbers, _texts(row["unless_before"]))
        patterns[row["word"]] = _unless(row["unless_after"])
    for word, entry, tail in _named():
        entries[word], patterns[word] = entry, tail
    grouped: dict[str, list[str]] = {}
    for word in sorted(entries, key=len, reverse=True):
        grouped.setdefault(word[0], []).append(word)
    return {
        first: Words(re.compile("|".join(re.escape(w) + patterns[w] for w in group)), {w: entries[w] for w in group})
        for first, group in grouped.items()
    }


def _texts(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _unless(cell: str) -> str:
    return f"(?!{'|'.join(re.escape(text) for text in _texts(cell))})" if cell else ""


def _named() -> list[tuple[str, Entry, str]]:
    words = []
    for name, row in feasts().items():
        barred = f"{FEAST_NAMES}|{_UP_TO}" if name.endswith("至") else FEAST_NAMES
        words.append((name, Entry("feast", (float(row["bare"]),)), f"(?!{barred})"))
        if name[0] == "“" and name[1:-1] not in feasts():
            words.append((name[1:-1], Entry("feast", (0.0,)), f"(?={FEAST_TAILS})"))
    for n in range(60):
        words.append((f"{STEMS[n % 10]}{BRANCHES[n % 12]}年", Entry("year_cycle", (n,), ("自",)), "(?![间龄级满轻])"))
    for name, row in eras().items():
        if row["follow"] == "plan":
            words += [(form, Entry("plan", ()), f"(?={PLAN_TAILS})") for form in (f"“{name}”", name)]
        elif row["follow"] == "event":
            words.append((name, Entry("event", ()), f"(?={EVENT_TAILS})"))
        else:
            words.append((name, Entry("reign", ()), r"(?=[元〇零一二三四五六七八九十百0-9]{1,3}年)"))
    return words
