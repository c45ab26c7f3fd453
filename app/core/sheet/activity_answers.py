"""What can be answered about an activity: for each key of the wordings the values that fill its gaps.

The rule: what the shop did not write down gives no answer.
"""

from collections.abc import Iterator, Mapping

from app.core.prices import regions, yuan
from app.core.sheet import words
from app.core.sheet.activities import Activity, PhaseKind, Shipping
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.wordings import Wordings, inside
from app.core.values import dataclass

Values = Mapping[str, str]
_SERVED_LONGER = frozenset({"promise", "couriers", "fees", "fee", "origin", "transit", "region", "peak", "refund"})
"""Buyers ask these about their orders until the last phase of any kind is over."""


@dataclass(frozen=True, slots=True)
class Told:
    """One answer before it is worded. `part` tells several of one key apart."""

    key: str
    values: Values
    lifetime: Lifetime | None = None
    part: str = ""


def of_activity(activity: Activity, wordings: Wordings) -> Iterator[Told]:
    """Everything that can be told, in the order in which buyers ask."""
    lifetime = Lifetime(activity_id=activity.id)
    served = Lifetime(from_at=activity.starts_at, until_at=activity.served_until)
    for told in (*_times(activity, wordings), *_offers(activity, wordings), *_shipping(activity, wordings)):
        own = told.lifetime or (served if told.key in _SERVED_LONGER else lifetime)
        yield Told(told.key, {"activity": activity.name, **told.values}, own, told.part)


def _times(activity: Activity, wordings: Wordings) -> Iterator[Told]:
    is_chinese = wordings.is_chinese
    starts_at, ends_at = activity.sale_at or activity.starts_at, activity.ends_at
    if starts_at is None or ends_at is None:
        return
    yield Told(
        "overview",
        {
            "from": wordings.at(starts_at),
            "to": wordings.at(ends_at, is_end=True),
            "offer": words.offer(activity.per_multiple, is_chinese=is_chinese),
            "coupons": words.coupons(activity, is_chinese=is_chinese),
            "gifts": words.gifts(activity, is_chinese=is_chinese),
        },
        Lifetime(until_at=ends_at),
    )
    selling = Lifetime(from_at=starts_at, activity_id=activity.id)
    yield Told("left", {}, selling)
    yield Told("start", {}, Lifetime(until_at=starts_at))
    yield Told("begun", {}, selling)
    for phase in activity.phases:
        if phase.kind is not PhaseKind.END:
            values = {
                "phase": phase.name,
                "from": wordings.at(phase.starts_at),
                "to": wordings.at(phase.ends_at, is_end=True),
                "rate": words.rate(phase, is_chinese=is_chinese),
                "note": inside(phase.note),
            }
            yield Told("phase", values, Lifetime(until_at=phase.ends_at), phase.id)


def _offers(activity: Activity, wordings: Wordings) -> Iterator[Told]:
    is_chinese = wordings.is_chinese
    if activity.limit:
        count = words.limit(activity, is_chinese=is_chinese)
        yield Told("limit", {"count": count})
        if activity.limit.answer_above:
            yield Told("above", {"count": count, "above": inside(activity.limit.answer_above)})
    yield from _coupons(activity, wordings)
    if activity.gifts:
        rule = "highest_gift" if activity.stacking.is_highest_gift_only else "all_gifts"
        values = {
            "gifts": words.gifts(activity, is_chinese=is_chinese),
            "rule": wordings.words[rule].fill({}) if len(activity.gifts) > 1 else "",
            "names": words.listed((gift.name for gift in activity.gifts), is_chinese=is_chinese),
        }
        yield Told("gifts", values)
    offer = words.offer(activity.per_multiple, is_chinese=is_chinese)
    if offer:
        yield Told("offer", {"offer": offer})
    if offer and activity.coupons:
        together = "together" if activity.stacking.has_coupon_with_platform else "not_together"
        values = {"together": wordings.words[together].fill({"offer": offer}), "note": inside(activity.stacking.note)}
        yield Told("stacking", values)
    yield from _pages(activity)


def _pages(activity: Activity) -> Iterator[Told]:
    for key, gap, text in (
        ("buy", "how", activity.how_to_buy),
        ("link", "link", activity.link),
        ("page", "fails", activity.if_page_fails),
        ("also", "also", activity.also_running),
    ):
        if text:
            yield Told(key, {"link": activity.link, gap: inside(text)})


def _coupons(activity: Activity, wordings: Wordings) -> Iterator[Told]:
    if not activity.coupons:
        return
    links = {coupon.link for coupon in activity.coupons if coupon.link}
    link = links.pop() if len(links) == 1 else ""
    coupons = words.coupons(activity, is_chinese=wordings.is_chinese)
    yield Told(
        "coupons", {"coupons": coupons, "link": link or words.coupon_links(activity, is_chinese=wordings.is_chinese)}
    )
    for at, coupon in enumerate(activity.coupons if len(activity.coupons) > 1 else ()):
        values = {
            "coupon": words.coupon(coupon, is_chinese=wordings.is_chinese),
            "threshold": words.number(coupon.threshold),
            "off": words.number(coupon.off),
            "link": coupon.link or link,
        }
        yield Told("coupon", values, part=str(at))


def _shipping(activity: Activity, wordings: Wordings) -> Iterator[Told]:
    shipping, is_chinese = activity.shipping, wordings.is_chinese
    peak = inside(shipping.peak_note)
    for key, text in (("promise", shipping.promise), ("origin", shipping.origin), ("refund", activity.refund_rules)):
        if text:
            yield Told(key, {key: inside(text)})
    if shipping.couriers:
        choose = wordings.words["can_choose" if shipping.can_choose_courier else "cannot_choose"].fill({})
        yield Told("couriers", {"couriers": words.couriers(shipping, is_chinese=is_chinese), "choose": choose})
    if shipping.fees:
        couriers = words.listed(dict.fromkeys(fee.courier for fee in shipping.fees), is_chinese=is_chinese)
        yield Told("fees", {"fees": words.fees(shipping, is_chinese=is_chinese), "courier": couriers})
    yield from _fees(shipping, is_chinese)
    if shipping.transits:
        yield Told("transit", {"transits": words.transits(shipping, is_chinese=is_chinese), "peak": peak})
    yield from _transits(shipping, peak, wordings)
    if peak:
        yield Told("peak", {"peak": peak})


def _fees(shipping: Shipping, is_chinese: bool) -> Iterator[Told]:
    """What each courier costs where."""
    gap = "" if is_chinese else " "
    for at, fee in enumerate(shipping.fees):
        own = [other.region for other in shipping.fees if other.courier == fee.courier]
        places = regions.places(fee.region, own, is_chinese=is_chinese)
        values = {
            "courier": fee.courier,
            "region": fee.region,
            "fee": yuan.told(fee.fee, is_chinese=is_chinese),
            "places": words.listed(places, is_chinese=is_chinese),
            "sent": words.listed((f"{fee.courier}{gap}{place}" for place in places), is_chinese=is_chinese),
        }
        yield Told("fee", values, part=str(at))


def _transits(shipping: Shipping, peak: str, wordings: Wordings) -> Iterator[Told]:
    """How long a parcel is on its way where."""
    is_chinese = wordings.is_chinese
    arriving = wordings.words["arriving"].fill({})
    all_regions = [transit.region for transit in shipping.transits]
    for at, transit in enumerate(shipping.transits):
        places = regions.places(transit.region, all_regions, is_chinese=is_chinese)
        values = {
            "region": transit.region,
            "days": words.days(transit, is_chinese=is_chinese),
            "arriving": words.listed((f"{place}{arriving}" for place in places), is_chinese=is_chinese),
        }
        yield Told("region", {**values, "note": inside(transit.note), "peak": peak}, part=str(at))
