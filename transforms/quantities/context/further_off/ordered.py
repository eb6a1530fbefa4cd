"""What a meeting or a leader orders to be reached: 会议要求，要…，全年投资不低于50亿元."""

from __future__ import annotations

import re

from transforms.quantities.context.state import Paragraph

_NO_WORD = "求点素闻道职塞害领旨诀义隘目么是想说知不达"  # 要求, 要么, 要想
# whoever orders, or a sentence that opens with what is to be done
_ORDER = re.compile(
    rf"(?:要求|强调|部署|号召)，?(?:[^。；，]{{0,16}}，){{0,2}}[^。；，]{{0,6}}?(?<![需只主重首必就扼纲摘概])要(?![{_NO_WORD}])"
)
_OPENS = re.compile(rf"[“]?(?:同时，?|还|也|[一二三四]是)?要(?![{_NO_WORD}])(?![0-9一两])")
_FLOORS = ("不低于", "不少于", "至少", "不超过")
_REACHES = re.compile(r"(?:达到|达|实现|完成|[控保稳][制持定]在)\Z")
_AS_IT_IS = re.compile("已|了|目前|现有|现已|去年|上年|[上前]半年|过去|同期|每|如|若")


def is_ordered(page: Paragraph, index: int, number: int) -> bool:
    """True for a value that an order says is to be reached."""
    text, quantity = page.laid.text, page.quantities[index]
    begin = page.laid.starts[page.sentences[index][0]]
    if text.find("要", begin, quantity.start) < 0 or not _is_aim(text, quantity.raw, quantity.start):
        return False
    clause = page.laid.starts[page.clauses[number][0]]
    order = _OPENS.match(text, begin) or _ORDER.search(text, begin, quantity.start)
    return order is not None and order.end() <= quantity.start and not _AS_IT_IS.search(text, clause, quantity.start)


def _is_aim(text: str, raw: str, start: int) -> bool:
    return raw.startswith(_FLOORS) or _REACHES.search(text, max(0, start - 4), start) is not None
