"""Organisations and regions that lists know, in invented sentences, and words that only look like them."""

from __future__ import annotations

import pytest

from transforms.names.article_names import read_article_names
from transforms.words.token import tokenize


def organizations(text: str) -> list[str]:
    return [found.name for found in read_article_names([text], [tokenize(text)]).organizations]


def places(text: str) -> list[str]:
    return [found.name for found in read_article_names([text], [tokenize(text)]).places]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "市发改委、市住建局、市卫健委、市市场监管局分别汇报了进展。",
            "市发改委 市住建局 市卫健委 市市场监管局",
        ),
        (
            "世卫组织总干事发表讲话，世贸组织、国际货币基金组织和联合国粮农组织均派员参会。",
            "世卫组织 世贸组织 国际货币基金组织 联合国粮农组织",
        ),
        (
            "住房城乡建设部、生态环境部、市场监管总局、国家统计局先后发布数据。",
            "住房城乡建设部 生态环境部 市场监管总局 国家统计局",
        ),
        ("中国男篮、中国女排双双取胜，国乒包揽金牌，国足无缘出线。", "中国男篮 中国女排 国乒 国足"),
        ("临湖市农业农村局与央行会商，临湖市自然资源和规划局列席。", "临湖市农业农村局 央行 临湖市自然资源和规划局"),
        ("特斯拉、微软、宁德时代公布财报，台积电股价上涨。", "特斯拉 微软 宁德时代 台积电"),
        ("记者从滨海海关获悉，出口增长，数据经市统计局核定。", "滨海海关 市统计局"),
        ("联合国人道主义事务协调厅说，援助已经运抵。", "联合国人道主义事务协调厅"),
        ("教育部门和商务部门各负其责，交通委员上门，财政局面好转。", ""),
        ("三星堆出土了面具，国足够强大，小米粥养胃。", ""),
        (
            "江城宏远建材有限公司（以下简称“宏远建材”）停产。宏远建材称，设备检修。江城环保协会（下称协会）开会，协会百人到场。",
            "江城宏远建材有限公司 宏远建材 江城环保协会",
        ),
        ("江城晚报社、新华社江城分社和团县委派人参加。", "江城晚报社 新华社江城分社 团县委"),
    ],
)
def test_organisations_of_today(text: str, names: str) -> None:
    assert sorted(organizations(text)) == sorted(names.split())


def test_regions_called_by_their_parts() -> None:
    text = "京津冀、长三角、粤港澳大湾区三地签署协议，成渝地区列席。"
    assert sorted(places(text)) == sorted(["京津冀", "长三角", "粤港澳大湾区", "成渝地区"])


def test_plain_words_that_a_dictionary_takes_for_places_are_none():
    assert places("这项补贴惠及三万名居民，河海相连的滩涂上搭起遮阳棚，新修的石阶通到山脚。") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("加纳、也门和东帝汶代表发言，约旦代表旁听。", "加纳 也门 东帝汶 约旦"),
        ("江边的河谷里种着南瓜，平台上晒着谷子，读《淮南子》的老人很多。", ""),
    ],
)
def test_places_whole_and_none_that_is_a_word(text: str, names: str) -> None:
    assert sorted(places(text)) == sorted(names.split())
