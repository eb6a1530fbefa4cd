"""Spans taken for people where the words beside them tell of a thing: “哈维”飓风, 贝克太阳探测器, 胡同里."""

from __future__ import annotations

import re
from bisect import bisect_left

import rjieba

from transforms.names.evidence.chinese_names import HUMAN_ENDS, common_surnames, foreign, speaks, title_head
from transforms.names.evidence.common_words import common_words
from transforms.names.lists import person_nouns, surnames
from transforms.names.paragraph import Paragraph
from transforms.names.spans import NameSpan
from transforms.words.token import tokenize

_DEVICE = re.compile(
    r"(?:(?![把将对被向给的让与和在用])[㐀-鿿]{1,3}?)?(?:探测器|望远镜|航天器|空间站|飞船|火箭|卫星|导弹|飓风|台风|风暴|疫苗|病毒|号(?:[货客油邮渔]?轮|舰))"
)  # what is named after somebody
_WAY = re.compile(
    r"(?:高铁|铁路|公路|大桥|隧道|水库|水?电站|机场|火?车站|地铁站|站(?![在立着起出了队岗到上稳好台得成直定长])|病毒|综合征|定[律理]|法则|原理|悖论|效应|元年|书[店屋]|饭店|酒店|餐厅|药店|茶[楼馆]|展厅|一带"
    r"|球场|体育[场馆]|博物馆|美术馆|艺术馆|纪念馆|故居|大厦|大楼|草堂|大?剧[院场]|音乐厅|神庙|频道|嘎查|盆地|山?脉|霉素|编钟"
    r"|(?:科学|科技|文学|艺术|经济学|数学)奖|(?:股份|集团)?有限公司|股份公司)"
)  # behind the name of somebody, whose name a place or a firm has
_MADE = re.compile(
    r"[病库站册车船屋室剂药菜粉饭汤茶票券费税款锤砧塔卡团]\Z"
)  # of three characters and more, not in foreign signs
_FIRM = re.compile(r"(?:品牌|巨头|连锁店?|超市|[车药房]企|商号|电商|网站|老字号)[“”]?\Z")  # before the name of a firm
_MEASURES = "杯碗只条棵株块片张盘盒袋瓶件颗粒支辆艘座栋间份朵匹套台"
_COUNTED = re.compile(rf"[一二两三四五六七八九十几数0-9][{_MEASURES}]\Z")
_FIRM_ENDS = frozenset("牌头锁店市企号商站字“”")
_LONGEST_FIRM = 5
_ADVERBS = frozenset("先再才便就也都还又")  # that end no name of two characters: 拍摄者|应先构图
_VISIT = re.compile("[访赴抵驻][㐀-鿿]|[㐀-鿿][镇乡县]")  # 访德成果, 某县河镇
_WEEKDAY = re.compile("周[一二三四五六日末内](?:[晚早]|上午|中午|下午|傍晚|凌晨|夜)?")
_CLUB = re.compile(
    "(?:主帅|主教练|前锋|中锋|中场|后卫|边锋|门将|球员|球星|队员|外援|名宿|旧将|球迷)(?![，。、说在也和])"
)  # behind the name of a club or town
_BEHIND_WHEN = frozenset("为因被与从在对把将用已还也就都突不发看正")
_IN_A = frozenset("周季")  # week or season, surnames too
_MEASURED_ENDS = frozenset("时期薪长均报评刊")  # 周课时, 季薪
_TIME_WORD = 150  # times that jieba's list counts a word of time that is no name behind a title: 唐代
_OPENING, _CLOSING = "“‘", "”’"
_NAMED = re.compile(r"(?:名叫|[大本原真艺]名|名[字为]|[位我他她]叫|取名|化名|叫做?|饰演?|扮演)[“‘]\Z")
_LONGEST_CUE = 4
_TITLE = 7
_FREQUENT = 2000  # times that jieba's list counts a word that is no given name: 农业
_REST = 2  # characters of a name in marks that the tagger may have left out
_VERSE = re.compile(r"“(?:(?:[㐀-鿿]{5}[，。；！？]?){2,}|(?:[㐀-鿿]{7}(?:[，。；！？]|…+)?){2,})”")
_SCHOOL = re.compile("[中小附](?![一-龥]?[年学说，。、])")  # behind a number that ends the name of one: 曹溪二|中队长
_NUMBERS = frozenset("一二三四五六七八九十")
_LISTED = tuple("、和与及等（")
_SOME_COUNTED = re.compile("(?:[2-9两二三四五六七八九十百千万余多几]|[0-9]{2})[余多]?[名位个][^的、，。；：“”]{0,5}\\Z")
_LONGEST_COUNT = 9
_MANY = ("观众", "听众", "读者", "游客", "群众", "市民", "居民", "村民", "干部", "人员", "代表")
_SIDES = frozenset("里上下内外中旁前后")


def names_thing(paragraph: Paragraph, span: NameSpan) -> bool:
    """True where the words of a span, or beside it, tell of a thing, a place, a time or many people; never with a ·."""
    text = paragraph.text
    name = text[span.start : span.end]
    if "·" in name:
        return False
    if (
        _WAY.match(text, span.end)
        or (text[span.start - 1] in _MEASURES and _COUNTED.search(text, max(0, span.start - 2), span.start))
        or _is_of_firm(text, span)
        or _is_of_time(text, span, name)
        or _is_of_many(text, span)
    ):
        return True
    if name[0] == "时" and name[1] in _BEHIND_WHEN:
        return True  # 抓捕毒贩|时为保护群众
    if len(name) > _REST and name[1] == "得" and _tag(name[0]).startswith("v") and _tag(name[2]) == "a":
        return True  # 经理|管得严
    if name[:_REST] in person_nouns() and name[0] not in common_surnames():
        return True  # 宝爸|宝妈会
    if name[-1] in _NUMBERS and len(name) > _REST and _SCHOOL.match(text, span.end):
        return True
    if len(name) == _REST and (_VISIT.fullmatch(name) or (name[1] in _ADVERBS and not speaks(text, span.end))):
        return True
    if _CLUB.match(text, span.end) and (foreign(name) or _tag(name) == "ns"):
        return True  # 利物浦|主帅甲
    if foreign(name):
        return _DEVICE.match(text, span.end) is not None or _is_marked(text, span)
    if _begins_with_place(paragraph, span) or _is_loose(paragraph, span, name):
        return True
    made = len(name) > _REST and (
        (_MADE.search(name) and not foreign(name[-2:]))
        or (name[-1] == "人" and foreign(name[:-1]) and name[0] not in common_surnames())
    )
    return bool(made) or (name[-1] in _SIDES and _is_place_of_word(paragraph, span)) or in_verse(text, span)


def _begins_with_place(paragraph: Paragraph, span: NameSpan) -> bool:
    """True for a word of place or time with a verb: 门外|回道."""
    i = bisect_left(paragraph.starts, span.start)
    word, tag, at = paragraph.words[i] if i < len(paragraph.words) else ("", "", -1)
    inside = at == span.start and span.end - at == len(word) + 1 == _REST + 1
    plain = rjieba.has_word(word) and word[0] not in common_surnames() and word not in surnames()
    return inside and tag in ("s", "f", "t") and plain


def _is_loose(paragraph: Paragraph, span: NameSpan, name: str) -> bool:
    """True for words of the language in a row that begin with a rare surname (区农业), where none speaks."""
    if name[0] in common_surnames() or len(name) > _REST + 1 or name[:2] in surnames():
        return False
    starts = paragraph.starts
    first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
    inside = paragraph.words[first:last]
    if len(inside) < 2 or starts[first] != span.start or any(tag.startswith("nr") for _, tag, _ in inside):
        return False
    given = name[1:]
    known = rjieba.has_word(given) and rjieba.suggest_freq(given) >= _FREQUENT
    if given in common_words("place") and inside[0][1].startswith("v"):
        return True  # 特使|来贵国
    titled = title_head(paragraph.text, max(0, span.start - _TITLE), span.start, 2) < span.start
    if inside[-1][1] != "f" and (titled or not known):
        return False
    return not speaks(paragraph.text, span.end)


def _tag(sign: str) -> str:
    return tokenize(sign)[0][1]


def _is_of_time(text: str, span: NameSpan, name: str) -> bool:
    """True for a day of the week (主席|周三说), what a week has (班主任|周课时), and 唐代 where it does not speak."""
    day = _WEEKDAY.match(text, span.start)
    if day and day.end() >= span.end:
        return True
    if name[0] in _IN_A and name[-1] in _MEASURED_ENDS and rjieba.has_word(name[1:]):
        return True
    if len(name) > _REST or not rjieba.has_word(name) or rjieba.suggest_freq(name) < _TIME_WORD:
        return False
    return tokenize(name)[0][1] == "t" and not speaks(text, span.end)


def _is_of_firm(text: str, span: NameSpan) -> bool:
    before = text[span.start - 1] in _FIRM_ENDS
    return before and _FIRM.search(text, max(0, span.start - _LONGEST_FIRM), span.start) is not None


def _is_of_many(text: str, span: NameSpan) -> bool:
    """True for a verb of two characters behind people who are many or counted: 观众|陶醉, 180名农技员|包片指导."""
    if span.end - span.start > _REST:
        return False
    if text.endswith(_MANY, 0, span.start):
        word, tag, _ = tokenize(text[span.start : span.end])[0]
        return len(word) == _REST and tag == "v" and rjieba.has_word(word) and not speaks(text, span.end)
    if text[span.start - 1 : span.start] not in HUMAN_ENDS:
        return False
    counted = _SOME_COUNTED.search(text, max(0, span.start - _LONGEST_COUNT), span.start)
    return counted is not None and not text.startswith(_LISTED, span.end) and not speaks(text, span.end)


def _is_marked(text: str, span: NameSpan) -> bool:
    """True for a foreign name alone between marks: a storm, a ship or a brand."""
    if text[span.start - 1 : span.start] not in tuple(_OPENING) or text[span.start : span.start + 2] in surnames():
        return False
    close = next((i for i in range(span.end, span.end + _REST + 1) if text[i : i + 1] in tuple(_CLOSING)), None)
    return close is not None and not _NAMED.search(text, max(0, span.start - _LONGEST_CUE), span.start)


def _is_place_of_word(paragraph: Paragraph, span: NameSpan) -> bool:
    """True for a word of jieba's list and the side that jieba parts from it: 胡同|里."""
    i = bisect_left(paragraph.starts, span.end - 1)
    if i == len(paragraph.words) or paragraph.starts[i] != span.end - 1:
        return False
    word, tag, _ = paragraph.words[i]
    before = paragraph.text[span.start : span.end - 1]
    return tag == "f" and len(word) == 1 and len(before) > 1 and rjieba.has_word(before)


def in_verse(text: str, span: NameSpan) -> bool:
    """True in a quotation of lines of five or seven characters: “人行柳溪三月暮，燕过青石两山空”."""
    opening = text.rfind("“", max(0, span.start - 60), span.start)
    if opening < 0 or text.find("”", opening, span.start) >= 0:
        return False
    verse = _VERSE.match(text, opening)
    return verse is not None and verse.end() > span.end
