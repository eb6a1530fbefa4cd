"""Units that are also everyday words or have two meanings: 度, 块, 分, 点, 成, 里, 组 … and when they are units."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from transforms.quantities import comparator
from transforms.quantities.core import Core
from transforms.quantities.numeral import Numeral
from transforms.quantities.whereabouts import clause, is_all

_ANGLE = re.compile(r"(?:[角倾转纬经坡弯仰俯拐]|避让|偏离|鞠躬|旋转|环绕|全景|方位)[^，。；]{0,4}\Z")
_ON_EARTH = re.compile(r"(?:[北南]纬|[东西]经)(?:[0-9.]+度?[—－~、至和到])?约?\Z")
_ANGLED = re.compile("的?[夹仰俯斜直锐钝]?[角弯坡]|的?(?:急|大)?转弯")
_HOT = re.compile(r"零[下上]|[摄华]氏|[温热烧冷]")
_HEAT = re.compile(r"的?[^，。；、0-9]{0,2}(?:高温|低温|热|烈日|严寒|寒冷|冷|天气|桑拿)")  # 三十多度的高温
# what is set to a temperature: 空调调到26度
_SET_TO = re.compile("(?:空调|暖气|冷气|烤箱|冰[箱柜]|冷[库柜]|热水器)[^，。；0-9]{0,6}[调设升降定控保]")
_STRENGTH = re.compile(r"的?[一-鿿]{0,3}酒(?![店吧楼])|的?二锅头")  # 53度白酒
_OF_WINE = re.compile(r"酒精?(?:浓度|含量|度数?)?[约为是达]?\Z")
_SCORE = re.compile(r"[分考赛扣减免加得打记积差超获评砍轰拿献落占存攒][^，。；]{0,4}\Z")
_SCORE_AFTER = re.compile(r"的?(?:总分|高分|满分|成绩|优势|积分)")
_STANDING = re.compile("(?<![面容体累])积\\Z")
_RESULT = re.compile(r"[0-9]+(?:\.[0-9]+)?秒")
_POINTS = re.compile(r"(?:指数|[涨跌升降报达]|收于|点位)[^。；]{0,8}\Z")
_MOVED = re.compile(r"[涨跌升降增减提高低落回调加扩收占率息比幅股费利税返点扣抽]")
_MADE = re.compile(
    "要求|意见|建议|主张|倡议|希望|体会|启示|共识|思考|看法|感受|认识|理由|期待|诉求|想法|措施|经验|原因"
)
_OF_THE_DAY = ("午", "晨", "晚", "早", "上", "夜", "日", "号", "天")
_WEIGHING = frozenset("配加放称买抓撒切泡煮")
_SPEED = re.compile("[航时船风流速]速|速度")
_COUNT_CUE = re.compile(r"[等了有共分为过设]\Z")
_LISTED = frozenset(("类", "道", "步", "期", "口", "组", "大类", "小类"))
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)\Z")
_CASES = re.compile(r"[查处办件有共计发案题结获生为达]\Z")
_PATIENT = re.compile(
    r"的?(?:患|病|阿姨|大[爷妈叔]|爷|奶|叔|老[人伯爷奶太]|[男女住孕产])|[的是](?![0-9])|[、和][0-9]{1,3}床[的是患老]"
)
_CASE_AFTER = re.compile(r"[^，。；、]{0,6}[案事犯交火纠袭违问]")
_ASSEMBLY = re.compile(r"(?:届|人大|政协|[纪党]委|常委会|理事会|委员会|党代会|代表大会|职代会)[ ]?\Z")
_BODY = re.compile(r"(?:全国|[省市县区州旗])?(?:人大|政协|[纪党市区县省]委|人民代表|党代会)|中央")
_MEETING = re.compile("(?:全体)?会议|全会")
_TRAIN = re.compile("(?:旅客|国际|城际|直达|特快|快速|临时|临客|货物)*(?:列车|动车|高铁|火车|航班|班列|临客|特快|客车)")
_ABOARD = re.compile("[乘坐搭]\\Z")
_SUM = re.compile("[共达了计](?:开行|运行|执飞|增开|运送)?\\Z")
_DIGITS_LONG = re.compile("数(?![学据码字值控量千百十万])")
_STEPS = re.compile("的?(?:[一-鿿]{0,2}[台石]阶|[一-鿿]?楼梯|阶梯)")
_CALL = re.compile(r"[^，。；、]{0,4}(?:电话|来电|热线|语音|视频)")
_FOOTED = re.compile(r"[，。；、）的铁杆电线输角灯风光]|[古汉唐宋明清元大小砖石新旧老高]?[墓坟塔]|\Z")
_HEADS = re.compile("伏[案击天笔法诛牛龙虎尔地]|瓦[房片砖当罐舍屋斯匠解盆砾窑工楞尔岗]")
_TENTHS_CUE = re.compile(r"(?:其中|有|近|约|超|逾|达|占|过|足)\Z")
_SESSION_CUE = re.compile(r"(?:连续|[一总]共|[了过已历])\Z")


def degree(text: str, n: Numeral, core: Core) -> Core | None:
    """度: electricity by its scale or the word 电, an angle by its words, else a temperature."""
    if text[core.end : core.end + 1].isdigit():
        return None  # 36度2
    unit, near = core.unit, clause(text, core.start, 14)
    if _ON_EARTH.search(near) or _STRENGTH.match(text, core.end) or _OF_WINE.search(near):
        return None  # 北纬40度 is the name of a place, 酒精度12度 no temperature
    if n.low >= 10_000 or "电" in near or text.startswith(("电", "绿电"), core.end):
        named = text.startswith("电", core.end) and text[core.end + 1 : core.end + 2] not in ("力", "量", "能")
        end = core.end + named
        stated = core.stated_unit + text[core.end : end]
        energy = replace(unit, unit="kW.h", kind="energy")
        return core._replace(end=end, stated_unit=stated, unit=energy, rule="numeral_energy")
    if _ANGLE.search(near) or _ANGLED.match(text, core.end) or n.low in (360, 180):
        return core._replace(unit=replace(unit, unit="deg", kind="angle"))
    single = n.form != "arabic" and n.end - n.start == 1
    measured = not single and 10 <= abs(core.low) <= 60 and n.comparator == "="
    hot = _HOT.search(near) or _HEAT.match(text, core.end) or _SET_TO.search(near)
    if core.start < n.start or hot or measured or is_all(text, core):
        return core._replace(unit=replace(unit, unit="Cel", kind="temperature"))
    return None


def points(text: str, n: Numeral, core: Core) -> Core:
    """涨了3个点: points of what moved; 建成96个点 counts the places."""
    if n.low % 1 or n.low < 1 or _MOVED.search(clause(text, core.start, 12)) or is_all(text, core):
        return core
    unit = replace(core.unit, surface="个", unit="个", code="个")
    return core._replace(end=core.end - 1, stated_unit=core.stated_unit[:-1], unit=unit)


def knots(text: str, n: Numeral, core: Core) -> Core:
    """航速20节: sea miles an hour; else 节 counts lessons and carriages."""
    if not _SPEED.search(clause(text, core.start, 8)):
        return core
    knot = replace(core.unit, unit="m/s", kind="speed", factor=1852 / 3600)
    return core._replace(low=core.low * knot.factor, high=core.high * knot.factor, unit=knot, rule="numeral_speed")


def _score(text: str, n: Numeral, core: Core) -> bool:
    """A score in points, not a minute of the clock."""
    if n.form != "arabic" or text[n.start - 1 : n.start] in ("时", "点", "∶", ":"):
        return False
    if _RESULT.match(text, core.end) or _STANDING.search(text, max(0, n.start - 2), n.start):
        return False  # 1分51秒32, 9轮积7分
    if "." in text[n.start : n.end] or _SCORE_AFTER.match(text, core.end):
        return True
    return bool(_SCORE.search(text, max(0, core.start - 8), core.start))


def _points(text: str, n: Numeral, core: Core) -> bool:
    """Points of an index or of a talk (三点要求), not an hour of the clock."""
    if _MADE.match(text, core.end) and n.low < 20 and text[n.start - 1 : n.start] not in _OF_THE_DAY:
        return True
    if (n.form != "arabic" and n.low < 1000) or (n.low % 1 == 0 and n.low <= 24):
        return False
    return n.low > 60 or bool(_POINTS.search(text, max(0, core.start - 12), core.start))


def _counted(text: str, n: Numeral, core: Core) -> bool:
    """A word that a lone Chinese digit only names with (六组, 二类): digits or a larger number count."""
    if core.start == 0 and core.end == len(text):
        return True  # the whole expression: nothing else it could be
    if n.form == "arabic" or n.low >= 20 or n.comparator in (">", "≈") or text[n.start : n.end] == "两":
        return True
    return core.unit.surface in _LISTED and bool(_COUNT_CUE.search(text, max(0, n.start - 1), n.start))


def _in_digits(text: str, n: Numeral, core: Core) -> bool:
    """四十四团, 三队 and 十八局 are names; 20个班 is told with 个 or in digits."""
    return n.form == "arabic"


def _measured(text: str, n: Numeral, core: Core) -> bool:
    """六十瓦, 二百二十伏; 三伏 are the dog days, 六十瓦房 houses."""
    return n.form == "arabic" or (n.low >= 10 and n.form == "chinese" and not _HEADS.match(text, core.end - 1))


def _classes(text: str, n: Numeral, core: Core) -> bool:
    """每天20班 counts, 大2班 of a kindergarten is a name."""
    return n.form == "arabic" and text[n.start - 1 : n.start] not in ("大", "中", "小", "级", "高", "初")


def _floor_space(text: str, n: Numeral, core: Core) -> bool:
    """60平 of a flat, not 2胜1平."""
    return n.low >= 10 or (core.start == 0 and core.end == len(text))


def _tael(text: str, n: Numeral, core: Core) -> bool:
    follows = text[core.end : core.end + 1]
    weighed = text[n.start - 1 : n.start] in _WEIGHING and n.high < 10  # 配二两薏米
    return n.form == "arabic" or n.low >= 10_000 or weighed or follows in ("", *"，。、黄白银肉油酒茶盐糖药")


def _cubic(text: str, n: Numeral, core: Core) -> bool:
    return n.form == "arabic" or core.low >= 1000


def _not_a_year(text: str, n: Numeral, core: Core) -> bool:
    """2019起 begins in a year; 查处2019起 counts, and so does what a clause ends with."""
    if text[n.start : core.end] == "四起":
        return bool(_CASE_AFTER.match(text, core.end))  # 掌声四起
    if core.unit.surface == "起" and n.form == "chinese" and _WEEKDAY.search(text, max(0, n.start - 2), n.start):
        return False  # 本周六起
    if n.form != "arabic" or not 1900 <= n.low <= 2100:
        return True
    return bool(_CASES.search(text, max(0, n.start - 3), n.start)) and text[core.end : core.end + 1] in "，。；、"


def _blows(text: str, n: Numeral, core: Core) -> bool:
    """挥臂5400下: the number ends its clause, 100下调 does not."""
    ends = text[core.end : core.end + 1] in ("", "，", "。", "；", "、")
    return n.form == "arabic" and (
        ends or (n.comparator == ">" and text[core.end : core.end + 1] not in "调降跌滑浮探")
    )


def _families(text: str, n: Numeral, core: Core) -> bool:
    """18目64科: kinds of living things; 感染14科主任 is a ward's."""
    return n.form == "arabic" and text[core.end : core.end + 1] in ("", "，", "。", "；", "、", "的", *"0123456789")


def _group(text: str, n: Numeral, core: Core) -> bool:
    """柳树村9组 is where people live."""
    return text[n.start - 1 : n.start] not in ("村", "社", "屯") and _counted(text, n, core)


def _beds(text: str, n: Numeral, core: Core) -> bool:
    """6000床棉被 counts, 451床阿姨 names who lies there."""
    return not _PATIENT.match(text, core.end)


def _institute(text: str, n: Numeral, core: Core) -> bool:
    """电子集团38所 is an institute by its number."""
    return text[n.start - 2 : n.start] not in ("公司", "集团", "电科", "中科", "航天", "船舶")


def _calls(text: str, n: Numeral, core: Core) -> bool:
    return bool(_CALL.match(text, core.end))


def _tenths(text: str, n: Numeral, core: Core) -> bool:
    """三成为… is 三成 only where something leads to it: 成为 is a word."""
    if core.low > 100 or text[core.end : core.end + 1] != "为":
        return core.low <= 100
    return bool(_TENTHS_CUE.search(text, max(0, n.start - 3), n.start))


def _session(text: str, n: Numeral, core: Core) -> bool:
    """连续三届, 举办了13届; 十九届四中全会 is a name."""
    if n.form == "arabic":
        return n.low < 1900
    return not _BODY.match(text, core.end) and bool(_SESSION_CUE.search(text, max(0, n.start - 2), n.start))


def _magnitude(text: str, n: Numeral, core: Core) -> bool:
    """5.6级: an earthquake, 168级台阶: steps; 三级 and 7级 name a grade."""
    return (n.form == "arabic" and "." in text[n.start : n.end]) or _STEPS.match(text, core.end) is not None


def _branch(text: str, n: Numeral, core: Core) -> bool:
    """三支队伍, not 三支队 (a detachment by its number)."""
    return n.form == "arabic" or not text.startswith("队", core.end) or text.startswith("队伍", core.end)


def _occasions(text: str, n: Numeral, core: Core) -> bool:
    """人大三次会议 is the third; 开了三次会议 counts. 7051次列车 is a train by its number."""
    if n.form == "arabic" and _TRAIN.match(text, core.end) and n.exact and n.low % 1 == 0:
        round_number = n.low < 1000 or n.low % 100 == 0
        counted = (
            round_number or comparator.before(text, n.start, True) or _SUM.search(text, max(0, n.start - 3), n.start)
        )
        return bool(counted) and not _ABOARD.search(text, max(0, n.start - 2), n.start)
    held = n.form != "arabic" and _MEETING.match(text, core.end)
    return not (held and _ASSEMBLY.search(text, max(0, n.start - 5), n.start))


def _persons(text: str, n: Numeral, core: Core) -> bool:
    """两位数 is a number of two digits; 两位数学家 are persons."""
    return not _DIGITS_LONG.match(text, core.end)


def _footings(text: str, n: Numeral, core: Core) -> bool:
    """170基铁塔, 改造电杆36基: pylons and tombs; else 基 begins another word."""
    return n.form == "arabic" and _FOOTED.match(text, core.end) is not None


def _discount(text: str, n: Numeral, core: Core) -> bool:
    return core.low < 100


CHECKS: dict[str, Callable[[str, Numeral, Core], bool]] = {
    "分": _score,
    "点": _points,
    "两": _tael,
    "方": _cubic,
    "成": _tenths,
    "折": _discount,
    "次": _occasions,
    "位": _persons,
    "班": _classes,
    "届": _session,
    "级": _magnitude,
    "平": _floor_space,
    "支": _branch,
    **dict.fromkeys(("起", "则", "行", "学年", "学期"), _not_a_year),
    "下": _blows,
    "基": _footings,
    "通": _calls,
    "床": _beds,
    "所": _institute,
    "组": _group,
    **dict.fromkeys((*"角毛段类里期尺步道面口字曲宗", "大类", "小类"), _counted),
    **dict.fromkeys("团队局景刀车船牛焦赫帕", _in_digits),
    **dict.fromkeys("伏瓦", _measured),
    **dict.fromkeys("目属科", _families),
}
