"""Lines of a page that belong to no article, and lines like them that do."""

from __future__ import annotations

import pytest

from transforms.layout.furniture import noise_reason


@pytest.mark.parametrize(
    "line",
    [
        "柳溪福彩　“双色球”第２０１９００１期　红球：０１　０９　１１　２０　２６　３０　蓝球：０７",
        "七星彩第19001期：1　8　0　2　7　5　1",
        "福彩3D第2019001期：358",
    ],
)
def test_numbers_drawn_in_a_lottery(line: str) -> None:
    assert noise_reason(line) == "lottery results"


def test_a_headline_about_a_lottery_is_none() -> None:
    assert noise_reason("双色球第2019001期开出5注一等奖") is None


def test_the_weather_beside_the_head_of_a_page() -> None:
    assert noise_reason("今日天气：多云转晴　15℃～22℃　东北风3级", top=True) == "weather line"
    assert noise_reason("周末天气转冷　最低仅3℃", top=True) is None
    assert noise_reason("今起降温　最低气温2～4℃", top=True) is None
