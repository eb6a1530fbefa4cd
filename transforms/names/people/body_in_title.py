"""The organisation that a title holds: 青石公司 in 青石公司新品开发负责人."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.names.spans import NameSpan

_BODY = re.compile(
    r".{1,24}(?:公司|集团|大学|学院|医院|银行|协会|学会|商会|联合会|委员会|研究院|研究所|研究中心|基金会|合作社"
    r"|党委|党支部|党总支|党组|党工委|办事处|联盟|学校|[中小]学|[总支大]队|派出所|法院|检察院|工厂|机场|局|(?<![餐大客])厅|署|(?<=[㐀-鿿]{3})党(?![员籍])"
    r"|纪委|纪工委|政法委|[报通]社|通讯社|出版社|杂志社|电视台|电台|天文台|[使领事]馆|[书物术化]馆|剧[院团]|论坛|财团"
    r"|(?<=[㐀-鿿]{2})(?:[农林牧茶]场|办(?=副?主任|工作人员|负责人))"
    r"|(?<=[㐀-鿿]{3})(?:中心|组织|实验室|(?<!网)站|(?<![场厕住])所|队(?=副?(?:领队|队长)|队员|主?教练)"
    r"|(?<![董监理]事)会(?=副?(?:会长|理事|秘书长|主席|总干事))))(?=..)"
)
_FIRM_POSTS = (
    "(?:[原前]|高级|执行|常务|联合|联席)*(?:副?(?:董事长|总裁|总经理)|C[A-Z]O|首席[^、首]{2,3}官|创始人|合伙人)"
)
_FIRM = re.compile(rf"[^、“”《》]{{3,10}}?(?={_FIRM_POSTS})")  # a firm by the name that it goes by: 青石证券|董事长
_NO_FIRM = re.compile(r"(?:企业|品牌|业务|地区|区|管理|运营|销售|负责|部门?|项目|产业|行业|店|副)\Z")
_HEADS = frozenset(
    "司团学院行会所社委部组处盟校队厅局署党馆台站厂场办室心网店科系坊庭职原）报协检高织央区军"
)  # that end bodies
_ITS_OWN = ("公司", "集团", "企业")  # that the text has named before
_PARTS = re.compile("、|兼")
_MARKS = re.compile("[、）]|兼")
_ANY = re.compile("[一几某][家个所]|某")  # of a body that has no name
_ABROAD = ("驻", "常驻")  # behind the state whose embassy it is
_LEVELS = ("街道", "地区", "社区", "镇", "乡", "村")  # of the place that the tagger has without it
_BEFORE = re.compile("(?:[原前]|时任|现任|当时)\\Z")
_AND = "和与及暨"


def body_of(text: str, before: Sequence[NameSpan], start: int, end: int) -> str | None:
    """The organisation in the title text[start:end], None where it holds none; `before` are the names before its end.

    It is the first that the names tell, from where its name begins; else the part of the title that ends as bodies do.
    """
    inside = [s for s in before if s.kind != "person" and start <= s.start and s.end <= end]
    bodies = [span for span in inside if span.kind == "organization"]
    if bodies:
        stop = bodies[0].end
        if len(bodies) > 1 and stop + 1 == bodies[1].start and text[stop] in _AND:
            stop = bodies[1].end  # 中国石油|和|化学工业联合会, where one title has both
        begin = _start(text, inside, start, bodies[0])
        if text[stop - 1] not in _HEADS and (whole := _BODY.match(_PARTS.split(text[begin:end])[0])):
            return whole.group()  # 北京航天|飞行控制中心
        return text[begin : stop - (text[stop - 1] == "原")]
    for part in _PARTS.split(text[start:end]):
        part = part.lstrip("“《")
        body = _BODY.match(part) or _firm(part)
        if body and not _ANY.search(body.group()):
            return body.group()
    return None


def _firm(part: str) -> re.Match[str] | None:
    """The firm before a post that only firms have, where the words before it are no branch of trade."""
    firm = _FIRM.match(part)
    return None if firm is None or _NO_FIRM.search(firm.group()) or part.startswith(_ITS_OWN) else firm


def _start(text: str, inside: Sequence[NameSpan], start: int, body: NameSpan) -> int:
    """Where the body begins whose span does at `at`: behind the last place, mark or 前 of the title before it."""
    at, stop, _ = body
    marks = [m.end() for m in _MARKS.finditer(text, start, at)]
    sent = text[stop - 1] in "馆团处"
    places = [s.end for s in inside if s.end <= at and not (sent and text.startswith(_ABROAD, s.end))]
    floor = max(start, *places, *marks, start)
    odd = _BEFORE.search(text, floor, at) or "（" in text[floor:at] or text[at - 1] in "《“"
    odd = odd or (floor > start and text.startswith(_LEVELS, floor)) or (text[at - 1] == "驻" and not sent)
    return at if floor == at or odd else floor
