"""The words for people, the verbs of saying, the verbs in titles and the surnames, as the seeds have them."""

from __future__ import annotations

from functools import cache

import seeds

# the verbs of plain report, with which a clause may end whose sentence goes on: others ask, shout or write
TELLING = "谈到|告诉记者|对记者说|介绍说?|回忆说?|表示|认为|坦言|直言|透露|指出|说"
# adverbs and others that end no name: 孟祥也
NO_LAST = frozenset("也又再还就都才常曾总先便却忙很更最正刚已均则即仍只并可不没将会能想倍颇顿备甚略稍深")
# what hands, feet and eyes do
DEEDS = frozenset(
    "点打拿掏接走住扑拉推抬搬拎抱搂握拧掰翻爬蹲站坐跪躺趴跑跳踢踩追赶递扔抛捧扛挑找看听吃喝穿挂贴拆装卖买捞挖砍摘抓"
)


@cache
def saying_verbs() -> frozenset[str]:
    """Verbs that tell who speaks: 说道, 证实."""
    return frozenset(row["verb"] for row in seeds.table("saying_verbs"))


@cache
def person_nouns() -> frozenset[str]:
    """Words for people, by post, rank, kin or trade: 副组长, 副研究员."""
    return frozenset(row["word"] for row in seeds.table("person_nouns"))


@cache
def kin() -> frozenset[str]:
    """Words for relatives and for people by age, such as 老人 and 孩子, after which a verb is likelier than a name."""
    return frozenset(row["word"] for row in seeds.table("person_nouns") if row["group"] == "kin")


@cache
def title_verbs() -> frozenset[str]:
    """Verbs that stand in titles: 退休 in 退休教师."""
    return frozenset(row["word"] for row in seeds.table("title_verbs"))


@cache
def surnames() -> frozenset[str]:
    """All but those that are nearly always another word."""
    return frozenset(row["surname"] for row in seeds.table("surnames") if row["group"] != "word")


@cache
def no_person_words() -> frozenset[str]:
    """Words that look like names and are none: 晋升."""
    return frozenset(row["word"] for row in seeds.table("no_person_words"))
