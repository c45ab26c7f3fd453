"""The provinces that a region means, as buyers name them: `江浙沪皖` is 江苏, 浙江, 上海 and 安徽.

The rule: it serves finding only; a region that names no province is found by its own words and nothing is guessed.
"""

import re
from collections.abc import Iterable

_PROVINCES = (
    ("北京", "Beijing", "京"),
    ("天津", "Tianjin", "津"),
    ("河北", "Hebei", "冀"),
    ("山西", "Shanxi", "晋"),
    ("内蒙古", "Inner Mongolia", "蒙"),
    ("辽宁", "Liaoning", "辽"),
    ("吉林", "Jilin", "吉"),
    ("黑龙江", "Heilongjiang", "黑"),
    ("上海", "Shanghai", "沪"),
    ("江苏", "Jiangsu", "江苏"),
    ("浙江", "Zhejiang", "浙"),
    ("安徽", "Anhui", "皖"),
    ("福建", "Fujian", "闽"),
    ("江西", "Jiangxi", "赣"),
    ("山东", "Shandong", "鲁"),
    ("河南", "Henan", "豫"),
    ("湖北", "Hubei", "鄂"),
    ("湖南", "Hunan", "湘"),
    ("广东", "Guangdong", "粤"),
    ("广西", "Guangxi", "桂"),
    ("海南", "Hainan", "琼"),
    ("重庆", "Chongqing", "渝"),
    ("四川", "Sichuan", "川"),
    ("贵州", "Guizhou", "贵黔"),
    ("云南", "Yunnan", "云滇"),
    ("西藏", "Tibet", "藏"),
    ("陕西", "Shaanxi", "陕"),
    ("甘肃", "Gansu", "甘"),
    ("青海", "Qinghai", "青"),
    ("宁夏", "Ningxia", "宁"),
    ("新疆", "Xinjiang", "新"),
)
"""Chinese, English, the characters that stand for it in a row of them."""
_GROUPS = {
    "东北": ("辽宁", "吉林", "黑龙江"),
    "东三省": ("辽宁", "吉林", "黑龙江"),
    "西北": ("陕西", "甘肃", "青海", "宁夏", "新疆"),
    "两广": ("广东", "广西"),
    "north-west": ("陕西", "甘肃", "青海", "宁夏", "新疆"),
    "north-east": ("辽宁", "吉林", "黑龙江"),
}
_BY_SIGN = {sign: chinese for chinese, _, signs in _PROVINCES for sign in signs}
_NAMES = re.compile("|".join(sorted((chinese for chinese, _, _ in _PROVINCES), key=len, reverse=True)))
_SIGNS = re.compile(f"[{''.join(_BY_SIGN)}]{{2,}}")
_OTHERS = re.compile(r"^(?:其他|其它|其余|剩下|other|all other|the rest|rest)", re.IGNORECASE)
_SAID = {
    "农村": ("村里", "乡下"),
    "乡镇": ("镇上", "乡下"),
    "县": ("县里",),
    "counties": ("county", "town"),
    "villages": ("countryside",),
}
"""What buyers call a kind of place beside its proper word."""


def places(region: str, all_regions: Iterable[str], *, is_chinese: bool) -> tuple[str, ...]:
    """The provinces of a region, and what else its kind of place is called; of `其他省份` those that no other names."""
    if _OTHERS.match(region.strip()):
        named = {name for other in all_regions if other != region for name in _named(other)}
        found = [chinese for chinese, _, _ in _PROVINCES if chinese not in named]
    else:
        found = [chinese for chinese, _, _ in _PROVINCES if chinese in _named(region)]
    names = (chinese if is_chinese else english for chinese, english, _ in _PROVINCES if chinese in found)
    said = (word for kind, words in _SAID.items() if kind in region for word in words)
    return tuple(dict.fromkeys((*names, *said)))


def _named(region: str) -> frozenset[str]:
    low = region.casefold()
    found = set(_NAMES.findall(region))
    found |= {chinese for chinese, english, _ in _PROVINCES if re.search(rf"\b{english.casefold()}\b", low)}
    for run in _SIGNS.findall(_NAMES.sub(" ", region)):
        found |= {_BY_SIGN[sign] for sign in run}
    for group, members in _GROUPS.items():
        if group in low:
            found |= set(members)
    return frozenset(found)
