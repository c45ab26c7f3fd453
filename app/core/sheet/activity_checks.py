"""The rules of an activity: its phases, its offers, how it is sent.

The rule: a fault stands at the field that has to be changed, and of two rows that contradict each other at the second.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from app.core.sheet.activities import Activity, Coupon, Gift, Phase, PhaseKind, Shipping
from app.core.sheet.entries import Fault
from app.core.sheet.entry_rules import MAX_DAYS, MAX_PIECES, Known, doubles, facts, filled, money, number, span
from app.core.sheet.entry_tidying import is_empty


def faults_of_activity(activity: Activity, known: Known) -> Iterator[Fault]:
    """Everything that is wrong with an activity."""
    yield from filled("name", activity.name)
    for row, phase in enumerate(activity.phases):
        yield from _phase(f"phases.{row}", phase)
    yield from doubles("phases", ((row, phase.id) for row, phase in enumerate(activity.phases)), "id")
    yield from _overlaps(activity)
    yield from _outside(activity)
    if activity.limit:
        yield from number("limit.count", activity.limit.count, MAX_PIECES)
        if activity.limit.count == 0:
            yield Fault("limit.count", "not_above_zero")
    yield from _coupons(activity)
    yield from _gifts(activity)
    yield from _per_multiple(activity)
    yield from _fees(activity.shipping)
    yield from _transits(activity.shipping)
    yield from facts(activity.facts, known)


def _phase(field: str, phase: Phase) -> Iterator[Fault]:
    yield from filled(f"{field}.name", phase.name)
    yield from span(field, phase.starts_at, phase.ends_at, ("starts_at", "ends_at"))
    if phase.rate is not None and not (phase.rate.is_finite() and 0 < phase.rate < 1):
        yield Fault(f"{field}.rate", "not_a_rate")


def _overlaps(activity: Activity) -> Iterator[Fault]:
    """Main phases never overlap; extra windows do where they don't price the same products."""
    in_order = sorted(enumerate(activity.phases), key=lambda numbered: numbered[1].starts_at)
    for at, (row, phase) in enumerate(in_order):
        for _, former in in_order[:at]:
            if phase.starts_at < former.ends_at and former.starts_at < phase.ends_at and _excludes(phase, former):
                yield Fault(f"phases.{row}.starts_at", "overlaps", (former.name,))
                break


def _excludes(one: Phase, other: Phase) -> bool:
    if PhaseKind.EXTRA not in {one.kind, other.kind}:
        return True
    if one.kind is not other.kind or one.rate is None or other.rate is None:
        return False
    is_for_all = not one.product_ids or not other.product_ids
    return is_for_all or not set(one.product_ids).isdisjoint(other.product_ids)


def _outside(activity: Activity) -> Iterator[Fault]:
    """An extra window lies between the beginning of the first main phase and the end of the last one."""
    main = [phase for phase in activity.phases if phase.kind is not PhaseKind.EXTRA]
    if not main:
        return
    starts_at, ends_at = min(phase.starts_at for phase in main), max(phase.ends_at for phase in main)
    for row, phase in enumerate(activity.phases):
        if phase.kind is PhaseKind.EXTRA and not starts_at <= phase.starts_at < ends_at:
            yield Fault(f"phases.{row}.starts_at", "outside_activity")
        elif phase.kind is PhaseKind.EXTRA and phase.ends_at > ends_at:
            yield Fault(f"phases.{row}.ends_at", "outside_activity")


def _coupons(activity: Activity) -> Iterator[Fault]:
    rows = [(row, coupon) for row, coupon in enumerate(activity.coupons) if not is_empty(coupon)]
    for row, coupon in rows:
        wrong = [
            *money(f"coupons.{row}.threshold", coupon.threshold, is_above_zero=True),
            *money(f"coupons.{row}.off", coupon.off, is_above_zero=True),
        ]
        yield from wrong
        if not wrong and coupon.off >= coupon.threshold:
            yield Fault(f"coupons.{row}.off", "threshold_below_discount")
    yield from doubles("coupons", _thresholds(rows), "threshold")


def _gifts(activity: Activity) -> Iterator[Fault]:
    rows = [(row, gift) for row, gift in enumerate(activity.gifts) if not is_empty(gift)]
    for row, gift in rows:
        yield from money(f"gifts.{row}.threshold", gift.threshold)
        yield from filled(f"gifts.{row}.name", gift.name)
    yield from doubles("gifts", _thresholds(rows), "threshold")


def _thresholds(rows: Iterable[tuple[int, Coupon | Gift]]) -> Iterator[tuple[int, Decimal]]:
    return ((row, offer.threshold) for row, offer in rows if offer.threshold.is_finite())


def _per_multiple(activity: Activity) -> Iterator[Fault]:
    offer = activity.per_multiple
    if offer is None or is_empty(offer):
        return
    wrong = [
        *money("per_multiple.every", offer.every, is_above_zero=True),
        *money("per_multiple.off", offer.off, is_above_zero=True),
        *money("per_multiple.cap", offer.cap, is_above_zero=True),
    ]
    yield from wrong
    if wrong:
        return
    if offer.off >= offer.every:
        yield Fault("per_multiple.off", "threshold_below_discount")
    if offer.cap is not None and offer.cap < offer.off:
        yield Fault("per_multiple.cap", "cap_below_discount")


def _fees(shipping: Shipping) -> Iterator[Fault]:
    rows = [(row, fee) for row, fee in enumerate(shipping.fees) if not is_empty(fee)]
    for row, fee in rows:
        yield from filled(f"shipping.fees.{row}.courier", fee.courier)
        yield from filled(f"shipping.fees.{row}.region", fee.region)
        yield from money(f"shipping.fees.{row}.fee", fee.fee)
    keys = ((row, (fee.courier, fee.region)) for row, fee in rows if fee.region)
    yield from doubles("shipping.fees", keys, "region")


def _transits(shipping: Shipping) -> Iterator[Fault]:
    rows = [(row, transit) for row, transit in enumerate(shipping.transits) if not is_empty(transit)]
    for row, transit in rows:
        field = f"shipping.transits.{row}"
        yield from filled(f"{field}.region", transit.region)
        wrong = [
            *number(f"{field}.days_from", transit.days_from, MAX_DAYS),
            *number(f"{field}.days_to", transit.days_to, MAX_DAYS),
        ]
        yield from wrong
        if not wrong and transit.days_from > transit.days_to:
            yield Fault(f"{field}.days_to", "to_below_from")
    keys = ((row, transit.region) for row, transit in rows if transit.region)
    yield from doubles("shipping.transits", keys, "region")
