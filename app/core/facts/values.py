"""What the facts of an activity and a product are at a moment, as buyers read them.

The rule: what is not known is not there, and of an activity that is over nothing is given but its name.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from app.core.clockwork.moments import left_in_words, said
from app.core.facts import templates
from app.core.facts.table import SUBJECTS, Subject
from app.core.prices import yuan
from app.core.prices.amounts import Line
from app.core.prices.item_prices import held_at, line_steps
from app.core.prices.quotes import NoPrice
from app.core.sheet import words
from app.core.sheet.activities import Activity, PhaseKind
from app.core.sheet.lifetimes import State, Validity, seen
from app.core.sheet.product_answers import offered
from app.core.sheet.products import ActivityPrice, Product, Related
from app.core.sheet.sheet import Sheet
from app.core.sheet.wordings import inside

NAME = "activity.name"
REFUND = "activity.refund"
PRICE = "product.price"
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[A-Za-z]+")


def is_chinese(text: str, otherwise: bool = False) -> bool:
    """Whether a text is Chinese; a name in the other language does not decide. `otherwise`: it has variables only."""
    plain, at = [], 0
    for variable in templates.variables(text):
        plain.append(text[at : variable.start])
        at = variable.end
    rest = "".join(plain) + text[at:]
    chinese, latin = len(_CHINESE.findall(rest)), len(_WORD.findall(rest))
    return chinese * 2 >= latin if chinese or latin else otherwise


def closing(name: str, activity: Activity) -> datetime | None:
    """From when on a fact of an activity is no longer told: delivery and refund are asked about for longer."""
    is_served = SUBJECTS.get(name) is Subject.SHIPPING or name == REFUND
    return activity.served_until if is_served else activity.ends_at


def no_price(product: Product, sheet: Sheet, now: datetime) -> Validity | None:
    """Why a product that costs something in activities only has no price now: the nearest of them is still to begin, or
    the last one is over.
    """
    if product.price is not None:
        return None
    spans = [span for price in product.prices if (span := _selling(price, sheet, now))]
    coming = [span for span in spans if span.state is State.NOT_YET]
    if coming:
        return min(coming, key=lambda span: span.distance(now))
    return min(spans, key=lambda span: span.distance(now), default=None)


def _selling(price: ActivityPrice, sheet: Sheet, now: datetime) -> Validity | None:
    activity = sheet.activities.get(price.activity_id)
    if activity is None or activity.deleted_at is not None:
        return None
    phase = activity.phase(price.phase_id) if price.phase_id else None
    if phase:
        return seen(phase.starts_at, phase.ends_at, now, phase.name)
    found = seen(activity.sale_at or activity.starts_at, activity.ends_at, now, activity.name)
    return None if found.is_valid else found


def over(name: str, activity: Activity, now: datetime) -> Validity | None:
    """Why a fact of an activity is not told any more, if that is so."""
    if name == NAME or SUBJECTS.get(name) not in (Subject.ACTIVITY, Subject.SHIPPING):
        return None
    validity = seen(activity.starts_at, closing(name, activity), now, activity.name)
    return validity if validity.state is State.OVER else None


def of_activity(activity: Activity, now: datetime, zone: ZoneInfo, *, is_chinese: bool) -> Mapping[str, str]:
    """The facts of an activity and its shipping."""
    known = {
        NAME: activity.name,
        **dict(_times(activity, now, zone, is_chinese)),
        **_offers(activity, is_chinese),
        **_shipping(activity, is_chinese),
    }
    return {name: inside(value) for name, value in known.items() if value and over(name, activity, now) is None}


def of_product(product: Product, sheet: Sheet, now: datetime, *, is_chinese: bool) -> Mapping[str, str]:
    """The facts of a product."""
    known = {
        "product.name": product.name,
        PRICE: _price(product, sheet, now, is_chinese),
        "product.size": product.size,
        "product.reference": product.size_reference,
        "product.capacity": product.capacity,
        "product.material": product.material,
        "product.colour": product.colour_remark,
        "product.points": words.points(product, is_chinese=is_chinese),
        "product.stock": words.stock(product, is_chinese=is_chinese),
        "product.link": product.link,
        **dict(_other("product.substitute", product, sheet, product.substitutes)),
        **dict(_other("product.complement", product, sheet, product.complements)),
    }
    return {name: inside(value) for name, value in known.items() if value}


def _times(activity: Activity, now: datetime, zone: ZoneInfo, is_chinese: bool) -> Iterator[tuple[str, str]]:
    starts_at, ends_at = activity.sale_at or activity.starts_at, activity.ends_at
    if starts_at and ends_at:
        yield "activity.starts_at", said(starts_at, now, zone, is_chinese)
        yield "activity.ends_at", said(ends_at, now, zone, is_chinese, is_end=True)
        if now < ends_at:
            yield "activity.left", left_in_words(ends_at - now, is_chinese=is_chinese)
        if now < starts_at:
            yield "activity.starts_in", left_in_words(starts_at - now, is_chinese=is_chinese)
    running = next(iter(activity.phases_at(now)), None)
    if running:
        yield "activity.phase", running.name
        yield "activity.phase_left", left_in_words(running.ends_at - now, is_chinese=is_chinese)
    later = (phase for phase in activity.phases if phase.starts_at > now and phase.kind is not PhaseKind.END)
    coming = min(later, key=lambda phase: phase.starts_at, default=None)
    if coming:
        yield "activity.next", coming.name
        yield "activity.next_at", said(coming.starts_at, now, zone, is_chinese)


def _offers(activity: Activity, is_chinese: bool) -> Mapping[str, str]:
    return {
        "activity.limit": words.limit(activity, is_chinese=is_chinese),
        "activity.limit_above": activity.limit.answer_above if activity.limit else "",
        "activity.coupons": words.coupons(activity, is_chinese=is_chinese),
        "activity.gifts": words.gifts(activity, is_chinese=is_chinese),
        "activity.platform_offer": words.offer(activity.per_multiple, is_chinese=is_chinese),
        "activity.link": activity.link,
        "activity.how_to_buy": activity.how_to_buy,
        "activity.if_page_fails": activity.if_page_fails,
        "activity.also": activity.also_running,
        REFUND: activity.refund_rules,
    }


def _shipping(activity: Activity, is_chinese: bool) -> Mapping[str, str]:
    shipping = activity.shipping
    return {
        "ship.promise": shipping.promise,
        "ship.origin": shipping.origin,
        "ship.transit": words.transits(shipping, is_chinese=is_chinese),
        "ship.peak": shipping.peak_note,
        "courier.default": words.couriers(shipping, is_chinese=is_chinese),
        "courier.fees": words.fees(shipping, is_chinese=is_chinese),
    }


def _price(product: Product, sheet: Sheet, now: datetime, is_chinese: bool) -> str:
    """What one costs in what sells now, by the rules of the offer calculator; of several that sell, in which."""
    held = held_at(sheet, now)
    try:
        steps = line_steps(Line(None, product_id=product.id), sheet, held)
    except NoPrice:
        return ""
    said, place = yuan.told(steps[-1].result, is_chinese=is_chinese), steps[-1].name
    if len(held) < 2 or len(steps) < 2 or not place:
        return said
    return f"{said}（{place}）" if is_chinese else f"{said} ({place})"


def _other(name: str, product: Product, sheet: Sheet, related: tuple[Related, ...]) -> Iterator[tuple[str, str]]:
    found = next(offered(product, sheet, related), None)
    if found:
        yield name, found[0].name
        yield f"{name}_reason", found[1]
