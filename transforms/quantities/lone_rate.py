"""A text that is nothing but a rate of travel, its base before it: 每小时3公里 is a speed, as 3公里每小时 is.

In a sentence 每小时3公里 tells a length and its base; the whole of a text is one quantity.
"""

from __future__ import annotations

import re

from transforms.quantities.article_metrics import MetricSpan
from transforms.quantities.compound import SECONDS

_EACH = re.compile(r"\s*(?:每(?:个|一|1)?(?:小时|钟头|分钟?|秒钟?)|时速)(?:为|达)?\s*")


def lone_rate(text: str, metrics: list[MetricSpan]) -> list[MetricSpan]:
    """The metrics of `text`, where a length and its base of time are all of it as one speed."""
    if len(metrics) != 1:
        return metrics
    (length,) = metrics
    seconds = SECONDS.get(length.per or "")
    whole = length.end == len(text.rstrip()) and _EACH.fullmatch(text, 0, length.start)
    if length.kind != "length" or not seconds or not whole:
        return metrics
    start = len(text) - len(text.lstrip())
    low, high = (None if bound is None else bound / seconds for bound in (length.low, length.high))
    speed = length._replace(
        start=start, core_start=start, raw=text[start : length.end], kind="speed", unit="m/s", low=low, high=high,
        per=None, rule="lone_rate",
    )  # fmt: skip
    return [speed]
