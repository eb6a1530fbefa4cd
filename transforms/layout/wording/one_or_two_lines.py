"""Whether two lines of a headline that follow each other are one, as a reader would say it."""

from __future__ import annotations

import re

from transforms.layout.bylines.posts_and_bodies import ORGANIZATIONS
from transforms.layout.wording.end_marks import ASKS
from transforms.layout.wording.line_ends import edge_words, opens_count
from transforms.layout.wording.line_needs import asks_for, asks_more, stands_by_itself
from transforms.layout.wording.line_words import (
    APART,
    ASKS_OBJECT,
    DECK,
    EVENT_BOUND,
    EVENT_END,
    EVENT_NOUN,
    GENRE_END,
    KICKER_END,
    NAMES,
    NOMINAL,
    QUANTITY,
    SERIES,
    SHORT,
    STATEMENT,
    TITLE,
    Words,
    states,
    words_of,
)
from transforms.layout.wording.shared_pairs import TAG

TWO_BEATS = re.compile(r"[一-龥]\s+[一-龥\d]")
_OPENERS, _CLOSERS = "（(《“‘【", "）)》”’】"
HANGING_END = re.compile(
    r"[、，,和与及的在向为对把将被让以从暨]\Z|(?:赋能|被判|获评|荣获|成为|成了|变成|提供|给予|作出|第[一二三四五六七八九十\d]+批|(?:国家|世界|[省市区县])级)\Z|[“（《]\Z"
    r"|[种长养闯走织唱绘跑拼写画做干育孵]出(?:了|的)?\Z"  # 深山里长出|“金疙瘩”
)
COLUMN = re.compile(r"[（(【][^（）()【】]{2,24}[）)】]")
_QUOTED = re.compile(r"[“《‘][^”》’]+[”》’]\Z")
_WHOLE = re.compile(
    r"[“《‘][^“”《》‘’]+[”》’]|从[^，。]+到[^，。]+"
)  # nothing but quoted words, or from where to where
_ORGANS = re.compile(r"[一-龥、·]{2,}\Z")
_EVENT_OBJECT = re.compile(r"第[一二三四五六七八九十\d]+[次届轮期场].{0,8}\Z")  # 举行|第二十六次会议
# an event without what it is about, which the upper line tells: 巡视工作|动员会召开
_BARE_EVENT = re.compile(
    r"[一-龥]{0,4}(?:会|会议|仪式|活动|论坛)(?:在[一-龥]{2,6})?(?:召开|举行|举办|启动|开幕|闭幕)\Z"
)
_WINS = re.compile("摘得|获得|夺得|荣获|斩获|喜获|勇夺|摘取|捧回|拿下|赢得|获评")
# 全面完成农村客渡|安全设施改造: of what the line names somebody does the work that the next one names
_SETS_ABOUT = re.compile("(?:完成|启动|推进|开展|实施|加快|加强|抓好|做好|深化|部署|狠抓)[一-龥]{2,8}\\Z")
_WORK = re.compile("[一-龥“”]{2,12}(?:建设|工程|工作|改造|试点|行动|治理|整治|改革|攻坚|检查)")
_PRIZE = re.compile(r"(?:[金银铜]牌|[冠亚季]军|第[一二三]名|[奖杯]|奖项|称号|荣誉)\Z")
_CALLED = re.compile("“[一-龥]{2,6}”[一-龥]{2}")
_BRACKETED = re.compile(r"[（(][^（）()]+[）)]")
_LABEL = 3
_SAYING = 4
_HELD = re.compile("[在将于]|[今明昨][日天晚]|[本下][周月]|圆满|顺利")  # where or when an event is
_WHOLLY = ("全力", "合力", "齐心", "携手", "着力", "奋力", "倾力", "联手")  # how, whatever a tagger says
_GOES_ON = (*"都也却才就", "反而", "反倒")
_OF_ALL = frozenset(("全部", "全都", "全数", "双双", "均", "皆", "悉数", "一律"))  # of what the upper line names
_COUNTED = re.compile(
    r"[一-龥]{3,}(?<![第\d])(?:\d{1,3}|[一二两三四五六七八九十百千万]+)[余多]?"
    r"(?:天|夜|小时|分钟|年|次|个|棵|人|元|公里|里|场|趟|遍|户|吨|亩|名|条|件)\Z"
)  # 老人走失两天两夜: what happened is told
_MORE = re.compile(
    r"(?:已?新增|增设|新添|新开|已?累计|总投资|全长|预计|日均)[^，。]*?(?:\d|[一二两三四五六七八九十百千万亿]{2})"
)
_SPANS = ("年", "月", "季度", "日", "期间")  # of which such a line says how much
# what a question may end with; a verb that asks for its object leaves it open: 小渡口如何影响
_ASKED = re.compile(
    r"(?:怎么|为何|为啥|如何|咋)(?!影响|改变|推动|带动|应对|破解|赋能|助力|打造|避免|防范|成为|守护|激活|撬动)[一-龥]{1,2}\Z|[吗呢]\Z"
)
ATTEND = re.compile(
    r"(?:[一-龥]{2,4}(?:、[一-龥]{2,4})*(?:主持|出席|讲话|致辞|参加|宣读|宣布|作报告|陪同)[一-龥]{0,5}\s*)+"
)
_WHEN = frozenset(("时", "后", "前", "之后", "之前", "以后", "以前", "期间"))
_COMPARES = ("同比", "环比", "比上年", "较上年")  # what is said opens so: 用电量|同比增长一成
_MAY_HAVE_SUBJECT = ("v", "d", "m", "r", "c", "t")
_ONCE = ("首次", "再次", "今年", "正式")
_IS = frozenset("多少高低旺火热忙俏足紧好强")
_MARKS = re.compile(r"[\W_]+")
_PART = 0.6
_LONG = 10
_WIDE, _REST = 8, 3  # characters: of a line as wide as its column, of what is left for the next
_NOT_SAID = re.compile(r"[（(【][^（）()【】]*[）)】]\Z|[^一-龥]")
_PLACE_TAGS = frozenset(("ns", "n", "j", "f", "s"))
# 柳溪县石桥村, which a tagger may take for a name
_DIVISIONS = re.compile("[一-龥]{1,3}[市县区旗][一-龥]{2}(?:[镇乡村]|街道|社区)")
_PLACE_END = re.compile(r"(?:[省市县区镇乡村州旗]|街道|社区)\Z")


def are_one(upper: str, lower: str, alone: bool) -> bool:
    """Whether two lines that follow each other are one."""
    if is_open(upper) or _wrapped(upper, lower):
        return True
    if COLUMN.fullmatch(lower) and not DECK.match(lower) and not TAG.search(upper):
        return True
    if lower.startswith(_GOES_ON) or (lower.startswith(_COMPARES) and not QUANTITY.search(upper)):
        return True
    if ends_whole(upper) or DECK.match(lower) or ATTEND.fullmatch(lower):
        return False
    if HANGING_END.search(upper) or ASKS_OBJECT.search(upper) or asks_more(upper, lower):
        return True
    plain = TAG.sub("", lower)
    if _goes_on_to(upper, plain) or _is_said_of_all(upper, plain):
        return True
    if plain and asks_for(upper, plain):
        return True
    if _is_headline(upper, plain, tagged=plain != lower) or (EVENT_NOUN.search(upper) and not _HELD.match(lower)):
        return False
    if re.search("[，。；]", upper) or len(upper) > 2 * SHORT:
        return False
    return halves(upper, plain) or _says_one(upper, plain, alone)


def _goes_on_to(upper: str, lower: str) -> bool:
    """The lower line is the event that the upper one tells of, the work it sets about, or the prize won in it."""
    if _BARE_EVENT.match(lower):
        return not EVENT_END.search(upper) and not APART.search(upper)
    if _SETS_ABOUT.search(upper) and _WORK.fullmatch(lower):
        return True
    return bool(_PRIZE.search(lower) and _WINS.search(upper) and not _WINS.search(lower) and not _PRIZE.search(upper))


def are_two(upper: str, lower: str) -> bool:
    """Two lines of a headline, though the upper is as wide as its column: both are whole."""
    if is_open(upper) or _wrapped(upper, lower) or HANGING_END.search(upper):
        return False
    return ends_whole(upper) or (Words.of(upper).predicate and Words.of(lower).predicate and has_subject(lower))


def ends_whole(upper: str) -> bool:
    """A line with an end that no line goes on behind: who speaks, what kind of piece it is, a question."""
    if SERIES.match(upper) or _ASKED.search(upper) or TAG.search(upper) or _asks(upper) or _is_place(upper):
        return True
    if _BRACKETED.fullmatch(upper):
        return True
    return bool(KICKER_END.search(upper) or GENRE_END.search(upper))


def _asks(text: str) -> bool:
    return text.rstrip("”’")[-1:] in ASKS


def _is_place(text: str) -> bool:
    """Nothing but where it is, as a kicker may be: 柳川市青溪区."""
    tags = [tag for _, tag, _ in words_of(text)] if len(text) <= SHORT else []
    if _DIVISIONS.fullmatch(text) and _PLACE_TAGS.union(NAMES).issuperset(tags):
        return True
    return "ns" in tags and _PLACE_TAGS.issuperset(tags) and (tags[-1] == "ns" or bool(_PLACE_END.search(text)))


def _is_headline(upper: str, lower: str, tagged: bool) -> bool:
    """The lower line is whole: only quoted words, how much more, in beats as the upper is not, a column's own."""
    if len(upper) >= _WIDE and _MORE.match(lower) and not upper.endswith(_SPANS):
        return True
    if _COUNTED.search(upper) and Words.of(upper).predicate and Words.of(lower).predicate:
        return True
    if stands_by_itself(upper, lower) or (len(upper) != len(lower) and _is_so(upper) and has_subject(lower)):
        return True
    if _WHOLE.fullmatch(lower) or bool(TWO_BEATS.search(upper)) != bool(TWO_BEATS.search(lower)):
        return True
    return tagged and max(len(upper), len(lower)) > TITLE


def _is_so(text: str) -> bool:
    """A line that ends in what somebody or something is: 渡口年报看点多."""
    words = words_of(text)
    return len(words) > 1 and words[-1][0] in _IS and words[-2][1][0] == "n"


def _says_one(upper: str, lower: str, alone: bool) -> bool:
    """Neither line says anything without the other."""
    if len(upper) <= _LABEL and not (alone and len(upper) == _LABEL and _is_said_of(lower)):
        return False
    if "、" in upper and _ORGANS.match(upper):
        return False
    if (EVENT_END.search(upper) or EVENT_BOUND.search(upper)) and alone:
        return bool(_EVENT_OBJECT.match(lower))
    if _QUOTED.match(upper) and len(upper) <= SHORT:
        return True
    return _same_sentence(upper, lower, alone)


def _wrapped(upper: str, lower: str) -> bool:
    """A line that its column's width broke: within a word, before its last characters, or in what stands behind ——."""
    if DECK.match(lower) or COLUMN.fullmatch(lower) or _asks(upper) or TAG.search(upper):
        return False
    if upper.startswith("——") and not KICKER_END.search(upper):
        return True
    rest = _NOT_SAID.sub("", lower)
    if len(upper) >= _WIDE and 0 < len(rest) <= _REST and not KICKER_END.search(upper):
        return True
    return len(upper) >= _LONG and not APART.search(lower) and _word_broken(upper, lower)


def _word_broken(upper: str, lower: str) -> bool:
    """A word, but no name, goes from the one line into the other."""
    if opens_count(lower):
        return False
    edge, words = edge_words(upper, lower)
    return any(start < edge < start + len(word) for word, tag, start in words if not tag.startswith("nr"))


def halves(upper: str, lower: str) -> bool:
    """Two short lines of one length, marks aside: the halves of one headline."""
    above, below = _MARKS.sub("", upper), _MARKS.sub("", lower)
    if len(above) != len(below) or re.search(r"\d|[一二三四五六七八九十百千万]+(?:个|名|人|条|项)", upper + lower):
        return False
    if len(above) <= 5:
        return True
    if len(above) > SHORT or has_subject(lower):
        return False
    first, second = Words.of(upper), Words.of(lower)
    return first.predicate and second.predicate and second.opens != "t"


def _same_sentence(upper: str, lower: str, alone: bool) -> bool:
    """By their words: a subject and what is said of it, or two short halves that run on."""
    above, below = Words.of(upper), Words.of(lower)
    if (above.opens[:1] == "n" or upper[0] in "省市区县") and upper.endswith(ORGANIZATIONS):
        above = Words(predicate=False, opens=above.opens)  # 市农业执法支队: the verb is part of the name
    if states(upper) and below.predicate and len(lower) >= STATEMENT:
        return False
    if below.opens[:1] in _MAY_HAVE_SUBJECT and has_subject(lower):
        return False
    verbal = (
        below.opens[:1] in ("v", "d", "p")
        or (below.opens in ("a", "ad") and below.predicate)
        or below.opens == ""
        or lower.startswith(_COMPARES)
    )
    if not above.predicate:
        if verbal or below.opens[:1] in ("r", "t", "c", "m") or below.opens == "eng":
            return len(upper) >= _LABEL
        own_subject = below.opens in (*NAMES, "ns", "nt", "nz")
        return len(upper) > _LABEL and not own_subject and len(lower) <= len(upper)
    if not alone and len(lower) <= _PART * len(upper):
        return True
    adds = bool(QUANTITY.search(lower)) and not re.search(r"\d", upper)
    if _is_topic(upper) and below.opens == "d":
        return True
    whole = adds or bool(TWO_BEATS.search(lower))
    return verbal and below.predicate and not whole and max(len(upper), len(lower)) <= SHORT


def _is_said_of_all(upper: str, lower: str) -> bool:
    """What is so of all that the upper line names, which says nothing whole: 三十个行政村收入|全部过百万元."""
    words = words_of(lower)[:2]
    if len(words) < 2 or words[0][0] not in _OF_ALL or words[1][1][0] not in "vdp":
        return False
    return not (EVENT_END.search(upper) or APART.search(upper) or states(upper))


def _is_said_of(lower: str) -> bool:
    """A short line with a verb and nobody before it: 老面馆|搬了新家."""
    below = Words.of(lower)
    saying = len(lower) == _SAYING and below.opens in ("i", "l")  # 站稳脚跟
    said = below.predicate and below.opens[:1] in ("v", "d") and not has_subject(lower)
    return saying or (said and len(lower) <= TITLE)


def has_subject(lower: str) -> bool:
    """A line that says of whom it says something: 三千乘客徒步走出隧道, 无声的客人也有热茶喝, 游泳首次列为项目."""
    words = [(word, tag) for word, tag, _ in words_of(TAG.sub("", lower)) if tag not in ("x", "w")]
    if not words or words[0][0] in _WHOLLY:
        return False
    if _CALLED.match(lower) and words[0][1] in ("l", "i"):
        return Words.of(lower).predicate  # “老三样”重回渡口
    verb = next((n for n, (_, tag) in enumerate(words) if tag[0] == "v" and tag != "vn"), len(words))
    if words[0][1] == "vn" and 1 < verb < len(words):
        return words[1][1] == "d" or words[1][0] in _ONCE
    if words[0][1] in ("v", "d", "p") and not any(word == "的" for word, _ in words[:verb]):
        return False
    return verb < len(words) and any(tag[0] == "n" or tag in ("j", "s") for _, tag in words[:verb])


def _is_topic(upper: str) -> bool:
    """When, and then of what the next line says something: 潮水退去后滩涂."""
    words = words_of(upper)
    at = max((n for n, (word, _, _) in enumerate(words) if word in _WHEN), default=-1)
    return 0 < at < len(words) - 1 and all(tag in NOMINAL or tag in ("a", "b") for _, tag, _ in words[at + 1 :])


def is_open(text: str) -> bool:
    """Whether a bracket or mark of quotation is opened more often than closed: 走进“渔火."""
    return any(text.count(o) > text.count(c) for o, c in zip(_OPENERS, _CLOSERS, strict=True))
