"""The base of a rate that stands away from its number: 每年, 人均, 每件产品, 一天能卖."""

from __future__ import annotations

import re
from functools import cache

from seeds import table


@cache
def _bases() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    rows = {row["word"]: row["per"] for row in table("rate_bases")}
    fixed = sorted((word for word in rows if not word.startswith("*")), key=len, reverse=True)
    units = sorted((word[1:] for word in rows if word.startswith("*")), key=len, reverse=True)
    unit = "|".join(map(re.escape, units))
    mean = "|".join(map(re.escape, fixed))
    near = re.compile(
        f"({mean})|每(?:一|1)?({unit})|每([十百千万]+[\u4e00-\u9fff]|(?![一二两三四五六七八九十几半])[\u4e00-\u9fff])"
    )
    once = re.compile(
        f"(?:^[“现在]*|[收花采挖修复建种养卖售产用])(?:一|1)({unit})(?![来性内多以后前间共半时度起号级流])[^，。、；]{{0,9}}?"
        "(?:收|花|卖|付|赚|补|奖|需|要|得|挣|交|缴|捡|产|能|可|有)[^，。、；]{0,4}$"
    )
    return near, once, {word.lstrip("*"): per for word, per in rows.items()}


def rate_base(left: str) -> str | None:
    """The base that the words before a number name, as UCUM or the measure word; None where they name none."""
    if "每" not in left and "均" not in left and "一" not in left and "1" not in left and "单" not in left:
        return None
    near, once, per = _bases()
    last = None
    for match in near.finditer(left):
        last = match
    if last is not None:
        if last.group(1):
            return per[last.group(1)]
        if last.group(2):
            return per[last.group(2)]
        return last.group(3)
    single = once.search(left)
    return per[single.group(1)] if single else None
