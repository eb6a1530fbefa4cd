"""Measure words and the words that a numeral meets in the paper: which count, which name, which only point."""

from __future__ import annotations

import pytest

from transforms.quantities.metric import read_quantities

COUNTED = [
    # a measure word before a word that begins with a sign it may be the head of
    ("腾出90多间隔离病房", "90多间"),
    ("选出30余种植物", "30余种"),
    ("招回412名人员", "412名"),
    ("12人均已出院", "12人"),
    ("安装6台风机", "6台"),
    ("写了两万多行程序", "两万多行"),
    ("近七成都是新车", "近七成"),
    ("有两家三级医院", "两家"),
    # rarer ones
    ("发现9具遗骸", "9具"),
    ("每天吃两顿饭", "两顿"),
    ("接听3.2万通电话", "3.2万通"),
    ("绕操场跑了40圈", "40圈"),
    ("分属7目18科", "7目"),
    ("共有11大类事项", "11大类"),
    ("发运52车水泥", "52车"),
    ("敲了600下。", "600下"),
    ("共查处2008起。", "2008起"),
    ("扣除12分的总分", "12分"),
    ("分为四类", "四类"),
    ("拥有3亿人口", "3亿人口"),
    # letters and quotation marks
    ("人均GDP2万美元", "2万美元"),
    ("园区APP九成用户", "九成"),
    ("他说“产量超过800斤”。", "超过800斤"),
    ("建成6座300平方米的大棚", "6座"),
    ("超过半数", "超过半数"),
]

NOT_COUNTED = [
    "养殖二场",
    "造成二次污染",
    "组织二处处长",
    "08床的病人",
    "以1分43秒70夺冠",
    "波音737飞机",
    "2019起",
    "刻着五角星",
    "近两年有所回升",
    "低于近5年的平均水平",
    "近三年新建的学校",
    "这里没什么两样",
    "3栋2单元",
]


@pytest.mark.parametrize(("text", "raw"), COUNTED)
def test_it_counts(text: str, raw: str) -> None:
    assert raw in [q.raw for q in read_quantities(text)]


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_it_counts_nothing(text: str) -> None:
    assert read_quantities(text) == []


@pytest.mark.parametrize("text", ["干了近两年", "历时近3个月", "经过近5年的努力", "近20年", "工作近两周，"])
def test_a_length_that_is_measured(text: str) -> None:
    [found] = read_quantities(text)
    assert (found.kind, found.comparator) == ("duration", "≈")
