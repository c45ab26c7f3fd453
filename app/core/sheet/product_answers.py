"""What can be answered about a product: for each key of the wordings the values that fill its gaps.

The rule: what the shop did not write down gives no answer, and nothing is offered that is itself out of stock.
"""

from collections.abc import Iterator

from app.core.prices import yuan
from app.core.sheet import words
from app.core.sheet.activity_answers import Told
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.products import ActivityPrice, Product, Related
from app.core.sheet.sheet import Sheet
from app.core.sheet.wordings import Wordings, inside


def of_product(product: Product, sheet: Sheet, wordings: Wordings) -> Iterator[Told]:
    """Everything that can be told, in the order in which buyers ask. An answer with the picture only has no values."""
    name = {"product": product.name}
    stock = tuple(_stock(product, sheet, wordings))
    told = (*_looks(product, wordings), *_price(product, sheet, wordings))
    ordered = (*stock, *told) if product.is_out else (*told, *stock)  # what is not there is not praised first
    for one in (*ordered, *_others(product, sheet)):
        yield Told(one.key, {**name, **one.values}, one.lifetime, one.part)


def offered(product: Product, sheet: Sheet, related: tuple[Related, ...]) -> Iterator[tuple[Product, str]]:
    """The products of a list that can be had, with the reason in words that stand inside a sentence."""
    for one in related:
        other = sheet.products.get(one.product_id)
        if other is not None and other.deleted_at is None and not other.is_out and other.id != product.id:
            yield other, inside(one.reason)


def _looks(product: Product, wordings: Wordings) -> Iterator[Told]:
    if product.selling_points:
        points = words.points(product, is_chinese=wordings.is_chinese)
        about = wordings.words["points"].fill({}) if product.is_out else ""
        yield Told("points", {"points": points, "about": about})
    reference = inside(product.size_reference)
    if product.size:
        yield Told("size", {"size": inside(product.size), "reference": reference})
    elif reference:
        yield Told("reference", {"reference": reference})
    for key, text in (
        ("capacity", product.capacity),
        ("material", product.material),
        ("colour", product.colour_remark),
        ("link", product.link),
    ):
        if text:
            yield Told(key, {key: inside(text)})
    if product.picture:
        yield Told("picture", {})


def _price(product: Product, sheet: Sheet, wordings: Wordings) -> Iterator[Told]:
    deals = [deal for price in product.prices if (deal := _deal(price, sheet, wordings))]
    if product.price is not None:
        yield Told("price", {})
    elif deals:  # with one price only it is known as long as that holds
        yield Told("price", {}, deals[0].lifetime if len(deals) == 1 else None)
    yield from deals


def _deal(price: ActivityPrice, sheet: Sheet, wordings: Wordings) -> Told | None:
    """The price in an activity or one phase of it, with its days; None where that is not there any more."""
    activity = sheet.activities.get(price.activity_id)
    if activity is None or activity.deleted_at is not None:
        return None
    name, from_at, to_at, part = activity.name, activity.sale_at, activity.ends_at, price.activity_id
    if price.phase_id:
        phase = activity.phase(price.phase_id)
        if phase is None:
            return None
        name, from_at, to_at = f"{activity.name}{phase.name}", phase.starts_at, phase.ends_at
        part = f"{price.activity_id}.{price.phase_id}"
    values = {
        "deal": name,
        "price": yuan.told(price.price, is_chinese=wordings.is_chinese),
        "from": wordings.at(from_at),
        "to": wordings.at(to_at, is_end=True),
    }
    return Told("deal", values, Lifetime(activity_id=price.activity_id, phase_id=price.phase_id), part)


def _stock(product: Product, sheet: Sheet, wordings: Wordings) -> Iterator[Told]:
    if product.is_out:
        other, reason = next(offered(product, sheet, product.substitutes), (None, ""))
        yield Told("out", {"substitute": other.name if other else "", "reason": reason if other else ""})
    elif product.real_stock is not None or product.page_stock is not None:
        yield Told("stock", {"stock": words.stock(product, is_chinese=wordings.is_chinese)})


def _others(product: Product, sheet: Sheet) -> Iterator[Told]:
    for key, related in (
        ("substitute", product.substitutes),
        ("complement", product.complements),
        ("related", product.related),
    ):
        for other, reason in offered(product, sheet, related):
            yield Told(key, {"other": other.name, "reason": reason, "link": other.link}, part=other.id)
