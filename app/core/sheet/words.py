"""The values of the cheat-sheet as buyers read them: `满128减10、满238减20`.

The rule: words only, in the language asked for; nothing is rounded, and what is not known gives an empty text.
"""

from collections.abc import Iterable
from decimal import Decimal

from app.core.prices import yuan
from app.core.sheet.activities import Activity, Coupon, ExpressFee, Gift, PerMultiple, Phase, Shipping, Transit
from app.core.sheet.products import Product


def number(amount: Decimal) -> str:
    """A number that is no amount: `7.5`, `99`."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def listed(texts: Iterable[str], *, is_chinese: bool) -> str:
    """Texts one after the other."""
    return ("、" if is_chinese else ", ").join(text for text in texts if text)


def coupon(one: Coupon, *, is_chinese: bool) -> str:
    """A coupon by its figures."""
    threshold, off = yuan.digits(one.threshold), yuan.digits(one.off)
    if is_chinese:
        return f"满{threshold}减{off}" if one.threshold else f"无门槛减{off}"
    return f"¥{off} off from ¥{threshold}" if one.threshold else f"¥{off} off"


def coupons(activity: Activity, *, is_chinese: bool) -> str:
    """All coupons, the lowest threshold first."""
    ordered = sorted(activity.coupons, key=lambda one: one.threshold)
    return listed((coupon(one, is_chinese=is_chinese) for one in ordered), is_chinese=is_chinese)


def coupon_links(activity: Activity, *, is_chinese: bool) -> str:
    """Where each coupon is fetched, one a line, and a last line to go on from; nothing where nobody wrote it down."""
    ordered = sorted((one for one in activity.coupons if one.link), key=lambda one: one.threshold)
    lines = [f"{coupon(one, is_chinese=is_chinese)} {one.link}" for one in ordered]
    return "\n".join(["", *lines, ""]) if lines else ""


def gift(one: Gift, *, is_chinese: bool) -> str:
    """A gift with its threshold and what cannot be chosen."""
    if is_chinese:
        note = f"（{one.note}）" if one.note else ""
        return f"满{yuan.digits(one.threshold)}送{one.name}{note}" if one.threshold else f"送{one.name}{note}"
    note = f" ({one.note})" if one.note else ""
    return f"{one.name}{note} from ¥{yuan.digits(one.threshold)}" if one.threshold else f"{one.name}{note}"


def gifts(activity: Activity, *, is_chinese: bool) -> str:
    """All gifts, the lowest threshold first."""
    ordered = sorted(activity.gifts, key=lambda one: one.threshold)
    return listed((gift(one, is_chinese=is_chinese) for one in ordered), is_chinese=is_chinese)


def offer(one: PerMultiple | None, *, is_chinese: bool) -> str:
    """The platform's offer."""
    if one is None:
        return ""
    every, off = yuan.digits(one.every), yuan.digits(one.off)
    if is_chinese:
        cap = f"，封顶减{yuan.digits(one.cap)}" if one.cap is not None else ""
        return f"{one.name}每满{every}减{off}{cap}"
    cap = f", at most ¥{yuan.digits(one.cap)}" if one.cap is not None else ""
    return f"{one.name} ¥{off} off every ¥{every}{cap}".strip()


def rate(phase: Phase, *, is_chinese: bool) -> str:
    """What prices are in a phase: `5折`; nothing where they are as they are."""
    if phase.rate is None:
        return ""
    if is_chinese:
        return f"{'部分商品' if phase.product_ids else ''}{number(phase.rate * 10)}折"
    return f"{number(100 - phase.rate * 100)}% off{' some products' if phase.product_ids else ''}"


def days(transit: Transit, *, is_chinese: bool) -> str:
    """Days on the road to one region: `3-5天`."""
    is_one = transit.days_from == transit.days_to
    span = f"{transit.days_from}" if is_one else f"{transit.days_from}-{transit.days_to}"
    return f"{span}天" if is_chinese else f"{span} day{'' if span == '1' else 's'}"


def transits(shipping: Shipping, *, is_chinese: bool) -> str:
    """Days on the road to all regions: `城市3-5天、县城4-6天`."""
    gap = "" if is_chinese else " "
    return listed(
        (f"{one.region}{gap}{days(one, is_chinese=is_chinese)}" for one in shipping.transits), is_chinese=is_chinese
    )


def fees(shipping: Shipping, *, is_chinese: bool) -> str:
    """What is added for express, courier by courier: `顺丰：江浙沪补12元、新疆补28.5元`."""
    by_courier: dict[str, list[ExpressFee]] = {}
    for fee in shipping.fees:
        by_courier.setdefault(fee.courier, []).append(fee)
    said = (_fees_of(courier, own, is_chinese) for courier, own in by_courier.items())
    return ("；" if is_chinese else "; ").join(said)


def couriers(shipping: Shipping, *, is_chinese: bool) -> str:
    """The couriers that parcels usually go by."""
    return listed(shipping.couriers, is_chinese=is_chinese)


def limit(activity: Activity, *, is_chinese: bool) -> str:
    """How many one buyer may have: `2件`."""
    if activity.limit is None:
        return ""
    count = activity.limit.count
    return f"{count}件" if is_chinese else f"{count} piece{'' if count == 1 else 's'}"


def stock(product: Product, *, is_chinese: bool) -> str:
    """How many are left: the real stock, else the page's; none of one that is marked as sold out."""
    count = product.page_stock if product.real_stock is None else product.real_stock
    count = 0 if product.is_out else count
    if count is None:
        return ""
    return f"{count}件" if is_chinese else f"{count} piece{'' if count == 1 else 's'}"


def points(product: Product, *, is_chinese: bool) -> str:
    """The selling points."""
    return ("，" if is_chinese else ", ").join(product.selling_points)


def _fees_of(courier: str, own: list[ExpressFee], is_chinese: bool) -> str:
    each = (f"{fee.region}{'补' if is_chinese else ' +'}{yuan.told(fee.fee, is_chinese=is_chinese)}" for fee in own)
    return f"{courier}{'：' if is_chinese else ': '}{listed(each, is_chinese=is_chinese)}"
