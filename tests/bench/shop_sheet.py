"""A cheat-sheet of any size, always the same for the same numbers: for the bench of search."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from app.core.sheet.entries import Fact
from app.core.sheet.products import ActivityPrice, Product, Related
from app.core.sheet.sheet import Sheet
from tests.bench.shop import phrases
from tests.sheets import sale

FIRST = 7
"""Activities that are running or coming; all others are over, as in a shop that keeps those of last year."""
_COLOURS = ("星空", "云朵", "奶油", "海盐", "樱花", "抹茶", "雾蓝", "焦糖", "薄荷", "豆沙")
_THINGS = (
    "保温杯",
    "收纳盒",
    "毛巾",
    "抱枕",
    "台灯",
    "拖鞋",
    "雨伞",
    "水壶",
    "餐盘",
    "帆布袋",
    "风衣",
    "长裙",
    "羽绒服",
)


def sheet(products: int, activities: int, now: datetime) -> Sheet:
    """So many products with most of their facts, and so many activities with all of theirs."""
    return Sheet.of([*(_activity(n, now) for n in range(activities)), *_products(products, activities)])


def _activity(number: int, now: datetime) -> object:
    there = now + timedelta(days=(number - 2) * 3 if number < FIRST else -30 - number)
    own = replace(sale(there), id=f"a{number}", name=f"第{number}场大促", position=number)
    return replace(own, facts=(Fact(f"a{number}.f", "能开发票吗", "亲，可以开电子发票"),))


def _products(count: int, activities: int) -> list[Product]:
    texts = [phrase.body for phrase in phrases(min(count, 500))]
    return [_product(number, count, activities, texts[number % len(texts)]) for number in range(count)]


def _product(number: int, count: int, activities: int, text: str) -> Product:
    name = f"{_COLOURS[number % 10]}{_THINGS[number % len(_THINGS)]}{number}号"
    price = Decimal(19 + number % 400)
    return Product(
        id=f"g{number}",
        name=name,
        codes=(f"g{number}",),
        keywords=(_THINGS[number % len(_THINGS)], f"款{number % 97}"),
        link=f"https://shop.example/item/{number}",
        selling_points=(text[:12], text[12:24]),
        size=f"高{number % 40 + 5}厘米",
        size_reference="和一瓶矿泉水差不多高" if number % 3 else "",
        capacity=f"{number % 9 + 1}00毫升" if number % 2 else "",
        material=text[24:34],
        colour_remark="实物比图片略深一点" if number % 4 == 0 else "",
        real_stock=number % 50,
        price=price,
        prices=(ActivityPrice(f"a{number % min(FIRST, activities)}", price - 10),) if activities else (),
        complements=(Related(f"g{(number + 1) % count}", "搭着用更方便"),) if number % 2 else (),
        substitutes=(Related(f"g{(number + 2) % count}", "同样的材质"),) if number % 2 == 0 else (),
        position=number,
    )
