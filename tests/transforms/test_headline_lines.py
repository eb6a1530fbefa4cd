"""Lines of a headline: which are one, and which is the main one."""

from __future__ import annotations

import pytest

from transforms.forms.text import read_text
from transforms.layout.page import take_apart

TEXT = "\n\n　　本报讯（记者 李 青）柳溪镇的新渡口昨日正式通航，首日运送乘客两千多人，往来不必再绕山路。\n"


@pytest.mark.parametrize(
    ("head", "lines", "main"),
    [
        ("百炼始成钢\n越剧《渡口》首演", ["百炼始成钢", "越剧《渡口》首演"], "越剧《渡口》首演"),
        ("渡口客运量\n同比增长近两成", ["渡口客运量 同比增长近两成"], "渡口客运量 同比增长近两成"),
        ("渡口还会不会停航？\n镇里的答复来了", ["渡口还会不会停航？", "镇里的答复来了"], "镇里的答复来了"),
        ("渡口上的一天\n柳溪镇水上客运观察", ["渡口上的一天", "柳溪镇水上客运观察"], "渡口上的一天"),
        (
            "一张渔网“织”出新日子\n柳溪县江口镇渔家乐年接待三万人次",
            ["一张渔网“织”出新日子", "柳溪县江口镇渔家乐年接待三万人次"],
            "一张渔网“织”出新日子",
        ),
        (
            "2024柳溪船博会昨日在石桥镇会展中心开幕\n小渔船划进大市场\n首日签约3.2亿元",
            ["2024柳溪船博会昨日在石桥镇会展中心开幕", "小渔船划进大市场", "首日签约3.2亿元"],
            "小渔船划进大市场",
        ),
        ("渡口的灯又亮了起来\n水上超市开进江心洲", ["渡口的灯又亮了起来", "水上超市开进江心洲"], "水上超市开进江心洲"),
        ("柳溪新渡口主体完工\n预计明年三月通航", ["柳溪新渡口主体完工", "预计明年三月通航"], "柳溪新渡口主体完工"),
        (
            "船票能不能网上买\n航运管理部门：下月起可以",
            ["船票能不能网上买", "航运管理部门：下月起可以"],
            "船票能不能网上买",
        ),
        (
            "专访柳溪渡口老船长顾水生\n“江上的路我记得”",
            ["专访柳溪渡口老船长顾水生", "“江上的路我记得”"],
            "“江上的路我记得”",
        ),
        (
            "船员十分钟救起三人\n“再晚一会儿就没命了”",
            ["船员十分钟救起三人", "“再晚一会儿就没命了”"],
            "船员十分钟救起三人",
        ),
        (
            "船儿不用桨\n灯儿不用油\n柳溪渡口造出太阳能摆渡船",
            ["船儿不用桨 灯儿不用油", "柳溪渡口造出太阳能摆渡船"],
            "柳溪渡口造出太阳能摆渡船",
        ),
        ("【江边话】\n渡船不能一停了之", ["【江边话】", "渡船不能一停了之"], "渡船不能一停了之"),
        (
            "镇长赵原作报告时提出\n两年内再添三个渡口",
            ["镇长赵原作报告时提出", "两年内再添三个渡口"],
            "两年内再添三个渡口",
        ),
    ],
)
def test_lines_of_a_headline(head: str, lines: list[str], main: str) -> None:
    (article,) = take_apart(read_text(head + TEXT)).articles
    assert ["".join(line.text.split()) for line in article.headline_lines] == ["".join(line.split()) for line in lines]
    assert article.headline is not None
    assert "".join(article.headline.text.split()) == "".join(main.split())
