"""Quantities as the reading rules tell them: what belongs to the raw words, bounds, units, changes and bases."""

from __future__ import annotations

import time
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.quantities.metric import Quantity, read_quantities

CASES = [
    # comparators that touch belong to raw
    ("吸引超300人到场", "超300人", 300, None, "人", ">"),
    ("不足10公里", "不足10公里", None, 10_000, "m", "<"),
    ("近八成村民受益", "近八成", 80, 80, "%", "≈"),
    ("超九成农户", "超九成", 90, None, "%", ">"),
    ("80岁以上老人", "80岁以上", 80, None, "a", ">="),
    ("60岁及以上人口", "60岁及以上", 60, None, "a", ">="),
    ("1小时内送到", "1小时内", None, 1, "h", "<="),
    ("工期2年左右", "2年左右", 2, 2, "a", "≈"),
    ("不超过200万元", "不超过200万元", None, 2_000_000, "CNY", "<="),
    ("不得少于20小时", "不得少于20小时", 20, None, "h", ">="),
    ("上千家企业", "上千家", 1000, None, "家", ">="),
    ("产值上亿元", "上亿元", 100_000_000, None, "CNY", ">="),
    ("百余个村", "百余个", 100, None, "个", ">"),
    ("12万多平方米厂房", "12万多平方米", 120_000, None, "m2", ">"),
    ("约有26万吨积压", "26万吨", 260_000_000, 260_000_000, "kg", "≈"),
    ("约能收回超400万元", "超400万元", 4_000_000, None, "CNY", ">"),
    ("汇率跌破7.2元", "跌破7.2元", None, 7.2, "CNY", "<"),
    ("股价击穿10元", "击穿10元", None, 10, "CNY", "<"),
    ("美元指数升破105点", "升破105点", 105, None, "点", ">"),
    ("守军失守3座城池", "3座", 3, 3, "座", "="),
    ("逼近40℃", "逼近40℃", 40, 40, "Cel", "≈"),
    ("金价跌破每盎司3300美元", "3300美元", None, 3300, "USD", "<"),
    ("汇率跌破1美元兑161日元", "161日元", None, 161, "JPY", "<"),
    ("每趟能挣5元钱", "5元", 5, 5, "CNY", "="),
    ("配备AED60台", "60台", 60, 60, "台", "="),
    ("如今一分钟就到院里", "一分钟", 1, 1, "min", "="),
    ("半天就能割完", "半天", 0.5, 0.5, "d", "="),
    ("登机前2小时内到达", "2小时内", None, 2, "h", "<="),
    ("睡前3小时不进食", "3小时", 3, 3, "h", "="),
    ("比店里便宜10多块", "10多块", 10, None, "CNY", ">"),
    ("节约300元", "300元", 300, 300, "CNY", "="),
    ("買了三張票", "三張", 3, 3, "张", "="),
    ("他今年三十五歲", "三十五歲", 35, 35, "a", "="),
    ("附近3家店", "3家", 3, 3, "家", "="),
    ("邻居欠他三百五十块", "三百五十块", 350, 350, "CNY", "="),
    ("预算20w元", "20w元", 200_000, 200_000, "CNY", "="),
    ("门票8多米尼加比索", "8多米尼加比索", 8, 8, "DOP", "="),
    ("借了30以色列新谢克尔", "30以色列新谢克尔", 30, 30, "ILS", "="),
    ("渔船航速20节", "20节", 20 * 1852 / 3600, 20 * 1852 / 3600, "m/s", "="),
    ("折损三成半", "三成半", 35, 35, "%", "="),
    ("高烧39度5", "39度5", 39.5, 39.5, "Cel", "="),
    ("成45度角", "45度", 45, 45, "deg", "="),
    ("每周14次航班", "14次", 14, 14, "次", "="),
    ("全程用时59分59秒", "59分59秒", 59 + 59 / 60, 59 + 59 / 60, "min", "="),
    # what stays outside
    ("高达50万元", "50万元", 500_000, 500_000, "CNY", "="),
    ("最高奖励200万元", "200万元", 2_000_000, 2_000_000, "CNY", "="),
    ("半个小时不到就修好", "半个小时不到", None, 0.5, "h", "<"),
    # ranges and shares
    ("气温零下8℃至零下4℃", "零下8℃至零下4℃", -8, -4, "Cel", "range"),
    ("零下三十到零下二十度", "零下三十到零下二十度", -30, -20, "Cel", "range"),
    ("零下5℃到3℃", "零下5℃到3℃", -5, 3, "Cel", "range"),
    ("零下10到5度", "零下10到5度", -10, -5, "Cel", "range"),
    ("占百分之三到五", "百分之三到五", 3, 5, "%", "range"),
    ("占百分之十到百分之二十", "百分之十到百分之二十", 10, 20, "%", "range"),
    ("店租从6万到15万元新台币都有", "6万到15万元新台币", 60_000, 150_000, "TWD", "range"),
    ("需要数年甚至10年", "10年", 10, 10, "a", "="),
    ("降水15%—30%", "15%—30%", 15, 30, "%", "range"),
    ("罚款3至5万元", "3至5万元", 30_000, 50_000, "CNY", "range"),
    ("含量5-20%", "5-20%", 5, 20, "%", "range"),
    ("处一倍以上十倍以下罚款", "一倍以上十倍以下", 1, 10, "x", "range"),
    ("来了两三个人", "两三个", 2, 3, "个", "range"),
    ("占三分之二", "三分之二", 200 / 3, 200 / 3, "%", "="),
    ("占1/4", "1/4", 25, 25, "%", "="),
    ("百分之九点一", "百分之九点一", 9.1, 9.1, "%", "="),
    ("近一半农户", "近一半", 50, 50, "%", "≈"),
    # units
    ("今后8年内完成治理", "8年内", None, 8, "a", "<="),
    ("台风已过去三个多月", "三个多月", 3, None, "mo", ">"),
    ("保证8月底前3条产线投产", "3条", 3, 3, "条", "="),
    ("注册资本折合人民币6.2亿元", "6.2亿元", 620_000_000, 620_000_000, "CNY", "="),
    ("商家须在7日内退还押金", "7日内", None, 7, "d", "<="),
    ("沿着216级石阶上山", "216级", 216, 216, "级", "="),
    ("协议里有一条“提前退租扣除20%押金”", "20%", 20, 20, "%", "="),
    ("20.5万亩", "20.5万亩", 410_000_000 / 3, 410_000_000 / 3, "m2", "="),
    ("一百斤粮", "一百斤", 50, 50, "kg", "="),
    ("用电4.3亿度", "4.3亿度", 430_000_000, 430_000_000, "kW.h", "="),
    ("气温零下5度", "零下5度", -5, -5, "Cel", "="),
    ("投资9亿元人民币", "9亿元人民币", 900_000_000, 900_000_000, "CNY", "="),
    ("港币2960元", "港币2960元", 2960, 2960, "HKD", "="),
    ("九元九角", "九元九角", 9.9, 9.9, "CNY", "="),
    ("身高1米75", "1米75", 1.75, 1.75, "m", "="),
    ("历时两个半月", "两个半月", 2.5, 2.5, "mo", "="),
    ("开了一个多小时", "一个多小时", 1, None, "h", ">"),
    ("用时一小时30分钟", "一小时30分钟", 1.5, 1.5, "h", "="),
    ("时速达120公里/小时", "120公里/小时", 100 / 3, 100 / 3, "m/s", "="),
    ("只有一成", "一成", 10, 10, "%", "="),
    ("2 000万元", "2 000万元", 20_000_000, 20_000_000, "CNY", "="),
    ("占地 300 余 亩", "300 余 亩", 200_000, None, "m2", ">"),
    ("１２．５％", "１２．５％", 12.5, 12.5, "%", "="),
    ("票房破10亿元", "破10亿元", 1_000_000_000, None, "CNY", ">"),
    ("至少有3人", "3人", 3, None, "人", ">="),
    ("处三年以上七年以下有期徒刑", "三年以上七年以下", 3, 7, "a", "range"),
    ("七千到九千亿元", "七千到九千亿元", 700_000_000_000, 900_000_000_000, "CNY", "range"),
    ("跑完用了5分30秒", "5分30秒", 5.5, 5.5, "min", "="),
    ("最低-25℃", "-25℃", -25, -25, "Cel", "="),
    ("零下3度到5度", "零下3度到5度", -3, 5, "Cel", "range"),
    ("气温零下6℃至零上4℃", "零下6℃至零上4℃", -6, 4, "Cel", "range"),
    ("孩子烧到三十九度二", "三十九度二", 39.2, 39.2, "Cel", "="),
    ("全程三公里五百米", "三公里五百米", 3500, 3500, "m", "="),
    ("重2公斤300克", "2公斤300克", 2.3, 2.3, "kg", "="),
    ("买来五两茶叶", "五两", 0.25, 0.25, "kg", "="),
    ("水压3个大气压", "3个大气压", 303.975, 303.975, "kPa", "="),
    ("停了半分钟", "半分钟", 0.5, 0.5, "min", "="),
    ("孩子两岁零三个月", "两岁零三个月", 2.25, 2.25, "a", "="),
    ("不超过30块", "不超过30块", None, 30, "CNY", "<="),
    ("售价USD 300", "USD 300", 300, 300, "USD", "="),
    ("占八成五", "八成五", 85, 85, "%", "="),
    ("住院5天后出院", "5天", 5, 5, "d", "="),
    ("等了一个多世纪", "一个多世纪", 100, None, "a", ">"),
    ("可减负830亿元", "830亿元", 83_000_000_000, 83_000_000_000, "CNY", "="),
    ("连续7年每年减少", "7年", 7, 7, "a", "="),
    ("流量600立方米每秒", "600立方米每秒", 600, 600, "m3", "="),
    ("三块田", "三块", 3, 3, "块", "="),
    ("卖三块五", "三块五", 3.5, 3.5, "CNY", "="),
]

NOTHING = [
    "乘客换乘7051次列车",
    "乘坐39次列车",
    "2月3日23时59分59秒",
    "省第十二届人大三次会议开幕",
    "增速保持两位数",
    "一架737—800客机起飞",
    "幼儿园大2班的孩子",
    "今明两年经济增速平稳",
    "2023年5月10日上午9时30分",
    "二〇二〇年",
    "早上7点50分",
    "第12届",
    "第3个",
    "一是抓紧，二要落实",
    "一家企业和一批项目",
    "最后一米",
    "“三个聚焦”行动",
    "“15分钟生活圈”",
    "一路向北，10日内蒙古多地降雪",
    "8月10日内将公布名单",
    "《三十六条意见》",
    "一户一策",
    "四旁五边",
    "“3+2”模式",
    "3∶1获胜",
    "五人制足球",
    "100米自由泳",
    "10万吨级码头",
    "三口之家",
    "前三名",
    "多年来",
    "三年前",
    "上个半年",
    "东经120度5分",
    "北纬41度",
    "测得37度8",
    "五度蝉联",
    "未来五年",
    "60周年",
    "G1234次列车",
    "拨打12345热线",
    "五台山脚下",
    "十分满意",
    "2分26秒18",
    "四节比分为21∶30",
    "选手9轮积7分夺冠",
    "球队积18分，排名第三",
    "咨询电话66012300转8002",
    "10千伏柳溪线检修",
    "220千伏变电站",
    "等了半天才买到",
    "零部件",
    "万一有事",
    "十三届三次会议",
    "今年上半年",
    "近两年，",
    "“二十条”出台",
    "十八局",
    "3.8×10^5公里",
    "九年义务教育",
    "十二年免费教育",
    "九年一贯制学校",
    "一亩一亩地查看",
    "一分一分地追",
    "一块钱一块钱地攒",
    "一公里一公里往前推",
    "",
]


@pytest.mark.parametrize(("text", "raw", "low", "high", "unit", "comparator"), CASES)
def test_one_quantity(text: str, raw: str, low: float | None, high: float | None, unit: str, comparator: str) -> None:
    [found] = read_quantities(text)
    assert (found.raw, found.unit, found.comparator) == (raw, unit, comparator)
    assert (found.low, found.high) == (low and pytest.approx(low), high and pytest.approx(high))
    assert text[found.start : found.end] == raw


@pytest.mark.parametrize("text", NOTHING)
def test_dates_names_and_set_phrases_are_no_quantities(text: str) -> None:
    assert read_quantities(text) == []


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(q.raw, q.change, q.direction) for q in read_quantities(text)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("同比增长9.1%", [("同比增长9.1%", "yoy", "up")]),
        ("环比下降0.1%", [("环比下降0.1%", "mom", "down")]),
        ("比上年下降了3%", [("下降了3%", "yoy", "down")]),
        ("较2018年下降1.07%", [("下降1.07%", "other", "down")]),
        ("2019年产量比2018年增长2%", [("增长2%", "yoy", "up")]),
        ("增长近两倍", [("增长近两倍", "other", "up")]),
        ("产值增加约660万元", [("增加约660万元", "other", "up")]),
        ("同比、环比分别上涨1.2%和0.3%", [("上涨1.2%", "yoy", "up"), ("0.3%", "mom", "up")]),
        ("满100元减30元", [("100元", None, None), ("30元", None, None)]),
        ("指数跌1.2%", [("跌1.2%", "other", "down")]),
        ("新增30人", [("30人", None, None)]),
        ("提升11个村", [("11个", None, None)]),
        ("提高到50%", [("50%", None, None)]),
        ("同比多增1.2万亿元", [("同比多增1.2万亿元", "yoy", "up")]),
        ("产量翻了近一番", [("翻了近一番", "other", "up")]),
        ("翻了一番", [("翻了一番", "other", "up")]),
        ("同比分别增长18.1%、43.2%", [("增长18.1%", "yoy", "up"), ("43.2%", "yoy", "up")]),
        ("分别下降4%和8.6%", [("下降4%", "other", "down"), ("8.6%", "other", "down")]),
        ("由400件增加到1000件", [("400件", None, None), ("1000件", None, None)]),
    ],
)
def test_changes(text: str, want: list[tuple[str, str | None, str | None]]) -> None:
    assert told(text) == want


@pytest.mark.parametrize(
    ("text", "raw", "per"),
    [
        ("每小时18公里", "18公里", "h"),
        ("55元/吨", "55元/吨", "t"),
        ("亩产600公斤/亩", "600公斤/亩", "亩"),
        ("人均2.3万元", "2.3万元", "人"),
        ("每天300多元", "300多元", "d"),
        ("每周三次", "三次", "wk"),
        ("每盎司2650美元", "2650美元", "盎司"),
        ("每蒲式耳5.2美元", "5.2美元", "蒲式耳"),
        ("1美元兑7.2元", "7.2元", "USD"),
    ],
)
def test_the_base_of_a_rate_that_touches(text: str, raw: str, per: str) -> None:
    [found] = read_quantities(text)
    assert (found.raw, found.per) == (raw, per)


def test_a_price_with_a_bound_stands_before_what_it_is_for() -> None:
    assert [(q.raw, q.unit, q.comparator) for q in read_quantities("鸡蛋5元多一斤，黄瓜3块多一斤")] == [
        ("5元多", "CNY", ">"),
        ("一斤", "kg", "="),
        ("3块多", "CNY", ">"),
        ("一斤", "kg", "="),
    ]


def test_stated_value_and_unit_are_as_printed() -> None:
    [found] = read_quantities("规模20.57万亩")
    assert (found.stated_value, found.stated_unit) == ("20.57", "万亩")


def test_plain_print_is_surer_than_a_guess() -> None:
    sure, guess = read_quantities("投入3000万元"), read_quantities("一共三十六度")
    assert sure[0].confidence >= 0.9 > guess[0].confidence


@dataclass(frozen=True)
class Dated:
    start: int
    end: int
    granularity: str


def test_a_count_inside_a_period_is_none() -> None:
    text = "截至3点一刻共5人"
    assert [q.raw for q in read_quantities("12场比赛")] == ["12场"]
    assert read_quantities("12场比赛", [Dated(0, 3, "day")]) == []
    assert [q.raw for q in read_quantities(text, [Dated(2, 6, "minute")])] == ["5人"]


def same(found: list[Quantity], text: str) -> None:
    end = 0
    for q in found:
        assert end <= q.start <= q.core_start < q.core_end <= q.end <= len(text)
        assert q.raw == text[q.start : q.end]
        assert q.low is None or q.high is None or q.low <= q.high
        assert (q.low is None) == (q.comparator in ("<", "<="))
        assert (q.high is None) == (q.comparator in (">", ">="))
        assert 0 <= q.confidence <= 1
        end = q.end


PIECES = (
    "同比 增长 下降 超 近 约 不足 以上 内 左右 多 余 元 万 亿 % 个 人 年 月 小时 分 公里 亩 "
    "/ 每 、 和 至 — “ ” 《 》 第 零下 度"
).split()


@given(st.lists(st.sampled_from([*PIECES, *"0123456789一二三十百千几半两点"]), max_size=25))
def test_quantities_are_in_order_and_inside_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    same(read_quantities(text), text)


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    same(read_quantities(text), text)


@pytest.mark.parametrize("unit", ["3元至", "1元、", "“1个", "《1元", "九元九角", "增长1%、", "约", "百", "1小时2"])
def test_reading_takes_time_in_step_with_length(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * size)[:size]
        began = time.process_time()
        read_quantities(text)
        return time.process_time() - began

    seconds(1000)
    assert seconds(40_000) < 12 * seconds(10_000) + 0.3
