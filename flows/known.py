"""What is known of a page beside its text: from options, a row, a sidecar, and the names of its file and folders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from flows.outlets import Outlets, known_outlets
from seeds import table
from transforms.forms.line import CODE, Known

FIELDS = ("outlet", "issue_date", "edition")
PARTS = 5
_DATE = r"(?P<y>(?:18|19|20)\d\d)(?P<sep>[-_.]?)(?P<m>0[1-9]|1[0-2])(?P=sep)(?P<d>0[1-9]|[12]\d|3[01])"
_FIELDS = {
    "outlet": r"(?P<outlet>[A-Za-z]{2,32}|[\u4e00-\u9fff]{2,12})",
    "date": _DATE,
    "y": r"(?P<y>(?:18|19|20)\d\d)",
    "m": r"(?P<m>0?[1-9]|1[0-2])",
    "d": r"(?P<d>0?[1-9]|[12]\d|3[01])",
    "edition": r"(?P<edition>[A-Za-z]{1,2}\d{1,2}|\d{1,3})版?",
    "edition2": r"(?P<edition>\d\d)",
    "site": r"[A-Za-z]?\d{0,8}(?P<outlet>[A-Za-z]{2,32})",
    "order": r"\d{1,3}",
    "rest": r"[^/]{1,80}",
    "any": r"[^/]{1,255}",
}
_TEMPLATE_FIELD = re.compile(r"\{(\w+)\}")
_EXTENSIONS = re.compile(
    r"(?:\.(?:txt|text|html?|xhtml|pdf|jsonl|ndjson|json|csv|tsv|parquet|gz|zst|bz2|xz|zip|tar|tgz|warc|wet|md|png|jpe?g|tiff?|webp))+\Z",
    re.I,
)
_DAY = re.compile(r"\s*(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*[-/.月]?\s*(\d{1,2})\s*日?(?:[T ].{0,40})?\s*\Z")


@dataclass(frozen=True, slots=True)
class Facts:
    """Outlet, day of issue and edition as one source tells them, and the name of that source.

    The outlet is `coded` where letters stand for it, which papers of other places may share.
    """

    source: str
    outlet: str | None = None
    issue_date: date | None = None
    edition: str | None = None
    coded: bool = False


def merge(facts: Iterable[Facts]) -> Known:
    """The first that tells a field gives it; `sources` records which one that was."""
    values: dict[str, str | date] = {}
    sources: list[tuple[str, str]] = []
    for told in facts:
        for name in FIELDS:
            value = getattr(told, name)
            if value and name not in values:
                values[name] = value
                sources.append((name, CODE if name == "outlet" and told.coded else told.source))
    return Known(sources=tuple(sources), **values)  # type: ignore[arg-type]  # each name has its type in Facts


def disagreements(facts: Iterable[Facts]) -> tuple[str, ...]:
    """Where one source tells another thing than the one that wins, in words."""
    told = list(facts)
    found = []
    for name in FIELDS:
        first, *others = [(fact.source, str(value)) for fact in told if (value := getattr(fact, name))] or [("", "")]
        found += [
            f"{name}: {source} says {value}, {first[0]} says {first[1]}, which is taken"
            for source, value in others
            if value.lstrip("0") != first[1].lstrip("0")
        ]
    return tuple(found)


def from_names(parts: tuple[str, ...], outlets: Outlets | None = None) -> Facts:
    """What folder and file names tell; the last part is the file's name. The first pattern of the seeds that fits wins.

    Only the last parts count, so that the same file tells the same whatever folder a run was given. `outlets` are the
    papers that may be meant, those of the seeds if not given.
    """
    outlets = outlets or known_outlets()
    parts = parts[-PARTS:]
    whole = "/".join((*parts[:-1], _EXTENSIONS.sub("", parts[-1])))
    for pattern in _patterns():
        match = pattern.search(whole)
        if match is None:
            continue
        found = match.groupdict()
        day, outlet = _day(found.get("y"), found.get("m"), found.get("d")), outlets.of(found.get("outlet"))
        if day is not None or outlet is not None:
            return _named(outlet or _folder_outlet(parts, outlets), parts, day, found.get("edition"))
    return _named(_folder_outlet(parts, outlets), parts)


def _named(outlet: str | None, parts: tuple[str, ...], day: date | None = None, edition: str | None = None) -> Facts:
    """What names tell; the paper is the file's, else that of the nearest folder that has one."""
    coded = outlet is not None and not any(outlet in part for part in parts)
    return Facts("file name", outlet, day, edition, coded)


def from_row(row: Mapping[str, object]) -> Facts:
    """What a row tells beside its text.

    Raises ValueError with the column's name when a value is of the wrong kind.
    """
    outlet, edition = _word(row, "outlet"), _word(row, "edition")
    given = row.get("issue_date")
    if given is None or given == "":
        return Facts("row", outlet, None, edition)
    return Facts("row", outlet, parse_day(given), edition)


def parse_day(given: object) -> date:
    """A day as people write it: 2025-06-17, 20250617, 2025/6/17, 2025年6月17日.

    Raises ValueError.
    """
    if isinstance(given, date):
        return date(given.year, given.month, given.day)
    match = _DAY.match(given[:80]) if isinstance(given, str) else None
    day = _day(*match.groups()) if match else None
    if day is None:
        raise ValueError(f"issue_date: {str(given)[:40]!r} is no day (YYYY-MM-DD)")
    return day


def _word(row: Mapping[str, object], name: str) -> str | None:
    value = row.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str) and len(value) <= 100 and value.isprintable():
        return value.strip() or None
    raise ValueError(f"{name}: {str(value)[:40]!r} is no short text")


def _day(year: str | None, month: str | None, day: str | None) -> date | None:
    if not (year and month and day):
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _folder_outlet(parts: tuple[str, ...], outlets: Outlets) -> str | None:
    return next((outlet for part in reversed(parts[:-1]) if (outlet := outlets.of(part))), None)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?:\A|/){_compile(row['pattern'])}\Z") for row in table("file_name_patterns"))


def _compile(template: str) -> str:
    pieces = _TEMPLATE_FIELD.split(template)
    return "".join(_FIELDS[piece] if i % 2 else re.escape(piece) for i, piece in enumerate(pieces))
