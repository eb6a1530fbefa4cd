"""Words that bound a number: 超, 不足, 近, 至少 before it; 以上, 以内, 左右, 多 after its unit."""

from __future__ import annotations

import re

_BEFORE = {
    ">": "超过了 超过 突破了 突破 升破 涨破 冲破 超出 逾 超 破 大于 高于 多于 长于 重于",
    ">=": "至少 不少于 不低于 不小于 不下于 不短于 不下 起码 最少 大于等于 大于或等于 大于或者等于",
    "<": "不足 不到 不满 未满 低于 少于 小于 短于 未达到 跌破了 跌破 降破 下破 跌穿 击穿 失守",
    "<=": "不超过 不高于 不大于 不多于 不长于 不超 至多 最多 小于等于 小于或等于 小于或者等于",
    "≈": "将近 接近 逼近 直逼 大约 大概 差不多 几近 约 近",
}
_BARE = {">": "过", ">=": "上"}  # only before 百, 千, 万, 亿 without a digit: 上千, 过万
_AFTER = {
    ">=": "以上 及以上 （含）以上 (含)以上 或以上 之上 及其以上",
    "<=": "以下 及以下 （含）以下 (含)以下 或以下 以内 之内 及以内",
    "≈": "左右 上下",
    ">": "有余 开外 出头 （不含）以上 (不含)以上",
    "<": "（不含）以下 (不含)以下",
}
# A sign before the comparator that makes it the end of another word: 节约, 附近, 看不到.
_NOT_AFTER = {
    "约": "节合条预公签契违制邀相解婚纽新立失履特爽践续毁守租",
    "近": "附最靠临邻亲贴远就切邻走逼迫",
    "超": "高赶反中英德西",
    "破": "突打击攻侦识撞刺踏揭戳残爆冲闯告看说磨咬划穿捅砸摔弄抓踩擦刮割撕碰敲剪走",
    "不到": "看找买见想听等做得感收遇办拿料",
    "上": "以之网线路海早晚身会地加马",
    "过": "超经通越度不难错罪悔只请走",
    "不足": "",
    "大概": "",
}
MARKET = frozenset(("击穿", "失守", "降破", "下破", "跌穿"))  # of prices and points: 失守3座城 is no bound
_INSIDE_KINDS = frozenset(("duration", "length", "money", "percent"))
_MORE_KINDS = frozenset(("duration", "age", "multiple", "length", "area", "mass", "money", "volume", "percent"))

_NEGATIONS = "不得 不能 不应 不可 不宜 不会 没有 不许 不要".split()
_NEGATED = {">=": "少于 低于 小于 短于", "<=": "超过 高于 大于 多于 超 突破"}

BEFORE: dict[str, str] = {word: sign for sign, words in _BEFORE.items() for word in words.split()}
BEFORE |= {no + word: sign for sign, words in _NEGATED.items() for word in words.split() for no in _NEGATIONS}
BEFORE |= {"未超过": "<=", "未突破": "<=", "没超过": "<=", "不得不足": ">="}
BEFORE_BARE: dict[str, str] = {word: sign for sign, words in _BARE.items() for word in words.split()}
AFTER: dict[str, str] = {word: sign for sign, words in _AFTER.items() for word in words.split()}
_PART_OF = re.compile(
    r"(?:其|[0-9一二三四五六七八九十百千万亿两][\u4e00-\u9fff]{1,2})中\Z"
)  # 300户中|超六成, not 中超3轮
_STANDS = re.compile(
    "(?:[损消丢流遗]失|[承出转月年]租|[成设建创]立|[每一两几0-9二三四五六七八九十][条节])$"
)  # 损失|约8万元
_SHARE = re.compile(r"[0-9.一二两三四五六七八九几]+(?:成|%|％|分之)")
_LONGEST_BEFORE = max(map(len, BEFORE))
_ENDS_BEFORE = frozenset(word[-1] for word in (*BEFORE, *BEFORE_BARE))
_BEGINS_AFTER = frozenset((" ", *(word[0] for word in AFTER), *"还不内多余整"))
_NO_BOUND = "上下(?:游|楼|班|级|铺|联|贯|一心|齐|同)|左右(?:两|手|岸|逢|开弓)"  # 9家上下游工厂
_AFTER_SCAN = re.compile(rf"[ ]?(?!{_NO_BOUND})(?:" + "|".join(sorted(AFTER, key=len, reverse=True)) + r")")
_SHORT_OF = re.compile(r"还?不到(?=[就便即的，。；！？]|\Z)")  # 半个小时不到就; not 5人不到场
_INSIDE = re.compile(r"内(?!陆(?!续)|[容部外地蒙需涵心存科环径销行]|在[的因规联美素质性涵])")
_MORE = re.compile(
    r"多(?![0-9一二三四五六七八九十百千出于得收赚花烧耗挣缴效孔肽巴糖元彩功媒边多少次家种样个名维项层方级党民为是由])"
    r"|余(?![额下地生热粮])"
)
_EVEN = re.compile("整(?=[^一-鿿]|\\Z|[给予由归交付支捐汇拨])")  # 五万元整, not 万元整治
_MORE_EACH = re.compile("多(?=[一每])")  # 5元多一斤
_AT_LEAST = re.compile(
    r"(?:至少(?:[^，。；：、！？“”（）的每0-9一二三四五六七八九十百千万亿两几数半比]{0,6})"
    r"|最少(?:需要|[有需要得为达是]))[ ]?\Z"
)  # 至少休耕60天
_EXCHANGED = re.compile(r"(?<![0-9.])[1一]([一-鿿]{1,4})(?:可?兑换?|折合|合)\Z")
_EACH_BASE = re.compile(r"每[一-鿿]{1,4}\Z")
_BEFORE_BASE = re.compile(
    rf"((?:{'|'.join(_NEGATIONS)}|不|未)?超过|接近|将近|不足|不到|不低于|不少于)(?!部分|标准|规定|限额)[^，。；：、！？“”的0-9一二三四五六七八九十]{{2,12}}的\Z"
)  # 接近去年全年的三分之一
_AWAY = re.compile(
    r"(大约|大概|约)(?:能|可|有|需|为|占|合|达|是|在|值|等于|相当|折合|使用|要)"
    r"[^，。；：、！？0-9一二三四五六七八九十百千万亿]{0,8}\Z"
)


def before(text: str, start: int, bare: bool) -> tuple[str, int] | None:
    """The comparator that ends at `start` and where it begins; a blank may stand between."""
    end = start - 1 if start and text[start - 1] == " " else start
    if text[end - 1 : end] not in _ENDS_BEFORE:
        return None
    for size in range(min(_LONGEST_BEFORE, end), 0, -1):
        word = text[end - size : end]
        sign = BEFORE.get(word) or (BEFORE_BARE.get(word) if bare else None)
        if sign and not _ends_word(text, word, end - size):
            return sign, end - size
    return None


def _ends_word(text: str, word: str, at: int) -> bool:
    """True where the comparator at `at` is the end of another word (赶超, 节约)."""
    if at == 0 or text[at - 1] not in _NOT_AFTER.get(word, ""):
        return False
    if word == "约" and _STANDS.search(text, max(0, at - 2), at):
        return False
    part = word == "超" and (_PART_OF.search(text, max(0, at - 4), at) or _SHARE.match(text, at + 1))
    return not part


def after(text: str, end: int, kind: str, surface: str = "") -> tuple[str, int] | None:
    """The comparator that begins at `end`, after a unit, and where it ends."""
    if text[end : end + 1] not in _BEGINS_AFTER:
        return None
    if match := _AFTER_SCAN.match(text, end):
        return AFTER[match.group().strip()], match.end()
    if match := _SHORT_OF.match(text, end):
        return "<", match.end()
    if kind == "money" and _EVEN.match(text, end):
        return "=", end + 1
    if kind in _INSIDE_KINDS and _INSIDE.match(text, end):
        return "<=", end + 1
    if kind in _MORE_KINDS and (_MORE.match(text, end) or (kind == "money" and _MORE_EACH.match(text, end))):
        return ">", end + 1
    return None


def exchanged(window: str) -> re.Match[str] | None:
    """The money of one unit of which the number after `window` is the price (1美元兑)."""
    return _EXCHANGED.search(window) if window.endswith(("兑", "换", "合")) else None


def away(text: str, start: int, floor: int) -> str | None:
    """≈ or >= where 约 or 至少 stands before the number but apart (约有26万吨); `floor` is where to stop.

    What bounds a rate may stand before its base (跌破1美元兑161日元, 超过每吨5000元).
    """
    window = text[max(floor, start - 14) : start]
    if base := exchanged(window) or ("每" in window and _EACH_BASE.search(window)):
        bound = before(text, start - len(base.group()), False)
        return bound[0] if bound and bound[1] >= floor else None
    if ("至少" in window or "最少" in window) and _AT_LEAST.search(window):
        return ">="
    if "约" not in window and "大概" not in window:
        return None
    match = _AWAY.search(window)
    if not match:
        return None
    at = match.start()
    if match.group(1) == "约" and _ends_word(window, "约", at):
        return None
    return "≈"


def before_base(text: str, start: int, floor: int) -> str | None:
    """The sign of a bound that stands before what the share at `start` is of (超过全省产量的一成)."""
    if text[start - 1 : start] != "的":
        return None
    match = _BEFORE_BASE.search(text, max(floor, start - 17), start)
    return BEFORE[match.group(1)] if match else None


def exact(value: float) -> float:
    """The decimal number that a product of floats stands for: 1.15 × 10^8 is 115,000,000, not 114,999,999.99999999."""
    return float(f"{value:.15g}")


def bounds(low: float, high: float, sign: str) -> tuple[float | None, float | None]:
    """The bounds that a comparator leaves of a stated value."""
    low, high = exact(low), exact(high)
    if sign in (">", ">="):
        return low, None
    if sign in ("<", "<="):
        return None, high
    return low, high
