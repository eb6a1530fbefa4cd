"""What the words of a headline line tell: how it opens and ends, and whether it says something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from transforms.layout.wording.shared_pairs import TAG
from transforms.words.token import Word, tokenize

DECK = re.compile(
    r"——|—|--|[（(](?:[^（）()，。]{4,40})?\d{4}年\d{1,2}月\d{1,2}日[）)]\Z"
    r"|[（(](?:\d{4}|[〇○零一二三四五六七八九]{4})年|[①②③④⑤]"
)
KICKER_END = re.compile(r"(?:——|--|：|:|强调|指出|要求|表示|显示|透露|呼吁|致电|提出|认为|记者探访)\Z")
# of these the ones that leave no line a headline of its own, as a noun would: 落实要求
LEADS_ON = re.compile(r"(?:——|--|：|:|强调|指出|表示|显示|透露|呼吁|致电|提出)\Z")
EVENT_END = re.compile(
    r"(?:发布|出炉|召开|举行|举办|落幕|闭幕|开幕|揭晓|发文|印发|签署|公布|启动|出台|施行|实施|通报|调研|会见|会谈|讲话"
    r"|(?:发布|公布|印发|出台|推出)(?:数据|报告|通知|意见|公告|通报|政策|措施|规定|办法|方案|指南|名单))\Z"
)
# an event that a tagger may take for a noun: 大桥|合龙
_HAPPENS = re.compile(
    r"(?:合龙|通车|通航|竣工|完工|投产|开工|复工|投用|启用|下水|首飞|下线|开行|收官|开赛|夺冠|夺金|摘金|晋级|贯通|并网|封顶|挂牌|揭牌"
    r"|落地|上市|上线|亮相|上路|开业|开张|开园|开馆|来袭|登场|启航|起航|开机|开播|成功|试运行|试运营)\Z"
)
# an event that begins or is over
EVENT_BOUND = re.compile(
    r"(?:启幕|开幕|开赛|揭幕|开演|首演|首映|首发|首航|开锣|开馆|开园|开街|收官|战罢|闭幕|谢幕|收兵|鸣金|打响)\Z"
)
REPORTS = re.compile(r"作[一-龥]{0,4}(?:报告|安排|部署|说明|讲话)\Z")
SERIES = re.compile(r"[^\s，。：]{2,8}[·・][^\s，。：]{2,10}\Z")  # 健康问答·流感: the name of a column and its subject
QUANTITY = re.compile(
    r"(?<!最后)[一二两三四五六七八九十百千万亿]+[余多]?(?:吨|万|亿|人次|人|元|亩|公里|倍|成)|\d[\d.,]*\s*(?:%|℃|[多余几]?[万亿千百]?(?![月日号时点])[一-龥多余]{1,3})"
)
_STATES = re.compile(rf"[一-龥]{{4,}}(?:{QUANTITY.pattern})\Z")  # 进出口总值1867亿元
# verbs that ask for what they do it to, and those that do where somebody stands before them: 我市启动
_ASKS_OBJECT = (
    "推进|推动|推行|开展|助力|破解|探索|整治|严查|查处|力促|力推|促进|打造|培育|荣获|获评|获批|获|迎来|新增|深化|落实"
)
_ACTOR = r"(?:[我全本][省市区县州镇乡村]|[省市区县州旗镇乡]|街道)"
ASKS_OBJECT = re.compile(
    rf"(?:{_ACTOR}|社区|村)(?:{_ASKS_OBJECT})\Z|{_ACTOR}(?:全面|正式|率先|首次|再次)?(?:启动|公布|取消|实行|推广|建成|开通|投用|成立|上线|推出|出台|发布|举办|发放|组建)\Z"
)
EVENT_NOUN = re.compile(r"(?:赛|大会|会议|节|展|杯|第[一二三四五六七八九十\d]+轮|轮次|站|奖)\Z")
BULLETS = frozenset("●■▲◆")  # before an item of a list or a point of a summary
SHORT = 12  # characters: a line of large type in one article's width
TITLE = 8
STATEMENT = 8  # characters: a shorter line says no more than what the one over it was for
NAMES = ("nr", "nrt", "nrfg")
NOMINAL = ("n", "ns", "nt", "nz", "vn", "an", "m", "q", "l", "i", "j", *NAMES)
APART = re.compile(r"[\s，。；：？！]")
_SAYING = 5  # characters: a shorter one may stand for an adverb, 千方百计
# what kind of piece it is
_NOUN_END = "季术"  # 冬游季, 切除术
GENRE_END = re.compile(
    r"(?:观察|调查|探访|走访|纪实|综述|侧记|纪事|记事|见闻|扫描|(?:[小手散札追]|[年月日天]|亲历)记)\Z"
)


@lru_cache(maxsize=64)  # a line of a headline is asked many things, one after another
def words_of(line: str) -> tuple[Word, ...]:
    """The words of a line."""
    return tuple(tokenize(line))


@dataclass(frozen=True, slots=True)
class Words:
    """What the words of a line tell: whether it says something of something, and how it opens."""

    predicate: bool
    opens: str

    @classmethod
    def of(cls, text: str) -> Words:
        """A line says something by a verb, a saying, or 从 with 到; `opens` is the tag of its first word."""
        tags = [(word, tag) for word, tag, _ in words_of(TAG.sub("", text)) if tag not in ("x", "w")]
        if not tags:
            return cls(False, "")
        predicate = any(tag[0] == "v" and tag not in ("vn",) for _, tag in tags)
        predicate = predicate or (len(tags) == 1 and tags[0][1] == "l" and len(tags[0][0]) >= _SAYING)  # 十年磨一剑
        predicate = predicate or (len(tags) > 1 and tags[-1][1] in ("i", "l") and text[-1] not in _NOUN_END)  # 以次充好
        acts = len(tags) > 1 and tags[-2][1] in ("d", "ad") and tags[-1][1] != "a"  # 正式通航, whatever the tag of 通航
        predicate = predicate or acts or (text.startswith("从") and "到" in text) or bool(_HAPPENS.search(text))
        return cls(predicate, tags[0][1])


def states(text: str) -> bool:
    """A line that says all of what happened, or how much something is."""
    return bool(_HAPPENS.search(text) or _STATES.search(text))
