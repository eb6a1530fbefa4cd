"""Words that the dictionary cuts apart, and the bases of rates, found in the text before it is laid out."""

from __future__ import annotations

import re
from functools import cache

from transforms.quantities.context.clauses.word_groups import group
from transforms.quantities.unit import long_units, short_units
from transforms.words.choices import ways_of

_AT = "在(?:[岗校编册职读研售馆院华]|建(?!设|立|造|筑)|园(?![区林艺]))"
_FOR_ONE = "一(?:度|公?斤|亩|天|个?月|年|次|晚|人|户|吨|件|张|桶|瓶|份|趟|单|平方米)(?=[0-9])"  # 水费一吨3块
_FOR_LESSON = "一[节堂]课(?=[0-9最也要收只约])"
_ON_NET = "线[上下](?=销售|零售|交易|消费|支付|成交|订单|营业|课程|培训|教学|直播|观[众看]|招聘|客)"
_FOR_MU = "一亩地?(?=[能可要纯净收])"
_LOVELY = "和美(?=乡村|庭院|家园|家庭|社区|示范)"
# 茶企, not 茶企业; 新设, not 新设立
_NO_OTHER = "(?<!企(?=[业图鹅盼及稳望划]))(?<!新设(?=[立计置备施想]))"
_WHOLES = ("noun_whole", "measure_whole", "attribute_whole", "verb_whole", "adverb_whole")
_CLASSES = "|".join(f"{sign}(?:[—－~、至和及][Ⅰ-Ⅻ])*[类级]" for sign in "ⅠⅡⅢⅣⅤ")  # Ⅰ—Ⅲ类水质
_RESERVOIR = "小[（(][12一二][)）]型"  # 小（2）型水库
_EXCHANGED = "1{0}|一{0}".format("(?:[美欧日港澳加韩]元|英镑|卢布|人民币)(?:可?兑换?|折合)")
_MANY = "每[十百千万]+(?:平方公里|公里|人口)"  # 每百平方公里, 每万人口
_EACH = rf"{_MANY}|每(?:一|[0-9]*)(?:季度|个月|百公里|{{}})|每[一0-9十百千万]*[{{}}]"


@cache
def whole_words() -> re.Pattern[str]:
    """Words of seeds/context_groups.csv that the dictionary cuts apart, and the bases of rates (每件, 每盎司).

    Each alternative begins with one sign that is told, so that the search skips from one such sign to the next.
    """
    wholes = frozenset().union(*map(group, _WHOLES))
    names = [way + _NO_OTHER for way in ways_of(wholes)]
    each = _EACH.format("|".join(long_units()), short_units() + "".join(sorted(group("rate_noun"))))
    rest = (_LOVELY, _AT, _ON_NET, _RESERVOIR, _CLASSES, _EXCHANGED, _FOR_ONE, _FOR_LESSON, _FOR_MU, each)
    return re.compile("|".join([*names, *rest]))


def whole_code(word: str) -> str:
    """The class of a word that whole_words finds."""
    if word in group("measure_whole"):
        return "W"
    if word in group("noun_whole"):
        return "N"
    if word in group("verb_whole"):
        return "V"
    if word in group("adverb_whole"):
        return "D"
    return "E" if word[0] in "每1一" else "A"
