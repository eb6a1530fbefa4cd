"""块: yuan, or a measure word (三块田)."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.quantities.core import Core
from transforms.quantities.numeral import Numeral
from transforms.quantities.unit import unit_at
from transforms.quantities.whereabouts import clause, is_all

_PRICE = re.compile(r"[花卖要贵宜价收赚给付挣费钱补工元租薪买毛资捐才欠借赔罚亏退省攒押共合]|RMB")
_SPENT = re.compile(r"(?:[花赚挣付拿掏凑借欠退罚赔缴寄]|给[我你他她您咱俺家])了?(?:近|约|超|上|好)?\Z")
_SUM_OF_MONEY = 50  # 汇给女儿1500块学费, not 切4块饼
# what a price is for: 3块多一斤
_EACH_ONE = re.compile(
    "多?[一每](?:公?斤|千克|[个只条张份碗杯瓶包袋盒箱件双把支枝颗枚根块次天晚夜月年人位度方吨克米尺平亩车趟串棵株笼桶])"
    "(?![一-鿿])|多?一(?:小时|分钟)"
)
_EACH_BEFORE = re.compile("[一每](?:个月|小时|公?斤|[月天年晚夜次亩人户张份单趟度吨位])\\Z")
_GAP = re.compile(" ?[ 、和与及或] ?")
_SUM = re.compile("[0-9.,一二两三四五六七八九十百千万亿几]+")
_SUM_BEFORE = re.compile(
    "[0-9一二两三四五六七八九十百千万亿几](?:[一-鿿]{0,2}元|[一-鿿]{0,2}镑|美金) ?[ 、和与及或] ?\\Z"
)
_NOUN = re.compile(r"[“《]|[一-鿿](?<![一每多左右以上下内的了就起到至和不还都呢吧给啊吗啦])")


def _among_sums(text: str, n: Numeral, core: Core) -> bool:
    """6块 9欧元, 3美元和20块: in a list with another sum of money."""
    if _SUM_BEFORE.search(text, max(0, n.start - 8), n.start):
        return True
    gap = _GAP.match(text, core.end)
    figures = _SUM.match(text, gap.end()) if gap else None
    unit = unit_at(text, figures.end()) if figures else None
    return unit is not None and unit.kind == "money" and unit.surface != "块"


def piece(text: str, n: Numeral, core: Core) -> Core | None:
    """块 is yuan with a word of money before it and no noun after it, or alone, else a measure word (三块田)."""
    priced = (
        _EACH_ONE.match(text, core.end)
        or _EACH_BEFORE.search(text, max(0, n.start - 4), n.start)
        or _PRICE.search(clause(text, core.start, 8))
    )
    spent = n.low >= _SUM_OF_MONEY and _SPENT.search(text, max(0, n.start - 4), n.start)
    paid = spent or (
        (priced or _among_sums(text, n, core)) and (not _NOUN.match(text, core.end) or _EACH_ONE.match(text, core.end))
    )
    if is_all(text, core) or (paid and text[n.start - 1 : n.end] not in ("在一", "到一", "成一")):  # 住在一块
        return core
    if text[n.start : n.end] == "一":
        return None
    return core._replace(unit=replace(core.unit, unit="块", kind="count"), rule="numeral_count")
