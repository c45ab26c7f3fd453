"""Which provinces a region means: what a buyer from one of them is answered with."""

import pytest

from app.core.prices.regions import places

SF = ("江浙沪皖", "北京天津河北山东", "福建广东", "其他省份", "新疆西藏内蒙古青海宁夏甘肃")


@pytest.mark.parametrize(
    ("region", "found"),
    [
        ("江浙沪皖", ("上海", "江苏", "浙江", "安徽")),
        ("北京天津河北山东", ("北京", "天津", "河北", "山东")),
        ("新疆西藏内蒙古青海宁夏甘肃", ("内蒙古", "西藏", "甘肃", "青海", "宁夏", "新疆")),
        ("新疆、西藏等偏远地区", ("西藏", "新疆")),
        ("江西", ("江西",)),
        ("京津冀", ("北京", "天津", "河北")),
        ("东北", ("辽宁", "吉林", "黑龙江")),
        ("县城和乡镇农村", ("村里", "乡下", "镇上", "县里")),
        ("城市", ()),
        ("", ()),
    ],
)
def test_a_region_means_the_provinces_that_it_names(region: str, found: tuple[str, ...]) -> None:
    assert places(region, SF, is_chinese=True) == found


def test_the_others_are_those_that_no_region_beside_them_names() -> None:
    found = places("其他省份", SF, is_chinese=True)

    assert {"四川", "云南", "湖北", "辽宁"} <= set(found)
    assert not {"上海", "广东", "新疆", "山东"} & set(found)


def test_in_english_provinces_are_named_in_english() -> None:
    regions = ("Shanghai and Jiangsu", "Xinjiang, Inner Mongolia and the north-west", "other provinces")

    assert places(regions[0], regions, is_chinese=False) == ("Shanghai", "Jiangsu")
    assert {"Inner Mongolia", "Gansu", "Xinjiang"} <= set(places(regions[1], regions, is_chinese=False))
    assert places("counties and villages", regions, is_chinese=False) == ("county", "town", "countryside")
    assert "Sichuan" in places(regions[2], regions, is_chinese=False)
    assert "Gansu" not in places(regions[2], regions, is_chinese=False)
