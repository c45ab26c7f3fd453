"""The price of an order at a moment, under every rule that holds then.

The rule: offers are taken in one order, and of what may be chosen the buyer gets what makes the total lowest:

1. Item prices (`item_prices.py`): each line at the lowest of its own price, its price in an activity, a phase's share.
2. One coupon of the shop, judged on the goods after item prices.
3. One per-multiple offer of the platform (300 − 50), judged as its activity's `Stacking` says: on the same goods
   (`ITEMS`) or on what the coupon left (`AFTER_COUPON`). Where the activity of either does not let them go together,
   it is one of the two.

Offers of all activities that sell at the moment lie in one pool. Gifts and the limit change no price; a gift is
judged on the goods after item prices, as a coupon is. Platforms differ and change their rules, which is why the order
of the last two is a setting of the activity and not written here. No total is below 0; every amount is in cents.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal

from app.core.prices.amounts import Line
from app.core.prices.item_prices import NOTHING, SELLING, Held, cents, held_at, line_steps
from app.core.prices.quotes import Missing, Quote, Step, Taken, Warned, What, money, offer_name
from app.core.sheet.activities import Activity, Base, Coupon, Gift, PerMultiple, Phase
from app.core.sheet.sheet import Sheet
from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Coming:
    """A phase that begins later and in which one buys: a moment for which a price may be asked ahead."""

    activity: Activity
    phase: Phase


@dataclass(frozen=True, slots=True)
class _Plan:
    """A way to pay for goods: at most one coupon and one offer of the platform. `judged` is what the latter saw."""

    coupon: Taken | None
    platform: Taken | None
    judged: Decimal
    total: Decimal

    @property
    def rank(self) -> tuple[Decimal, Decimal, bool]:
        """The lowest total first; then a coupon that is saved, or of a lower threshold; then the platform's offer."""
        coupon = self.coupon.rule if self.coupon else None
        return (self.total, coupon.threshold if isinstance(coupon, Coupon) else Decimal(-1), self.platform is None)


def quote(lines: Sequence[Line], sheet: Sheet, at: datetime) -> Quote:
    """The price of lines at a moment. Raises `NoPrice` for a product whose price nobody wrote down."""
    held = held_at(sheet, at)
    priced = [line_steps(line, sheet, held) for line in lines]
    goods = sum((steps[-1].result for steps in priced), NOTHING)
    plan = _best(goods, held)
    return Quote(
        at=at,
        lines=tuple(lines),
        steps=(*(step for steps in priced for step in steps), *_order_steps(priced, goods, plan)),
        full=sum((steps[0].result for steps in priced), NOTHING),
        goods=goods,
        total=plan.total,
        activities=tuple(each.activity for each in held),
        coupon=plan.coupon,
        platform=plan.platform,
        gifts=tuple(gift for each in held for gift in _gifts(each.activity, goods)),
        missing=tuple(sorted(_missing(goods, plan, held), key=lambda missing: missing.add)),
        warnings=(*_limits(lines, held), *_lines_warned(lines, sheet, held), *_left_out(goods, plan, held)),
    )


def coming(sheet: Sheet, now: datetime) -> tuple[Coming, ...]:
    """The phases in which one buys and that begin after a moment, the nearest first."""
    later = [
        Coming(activity, phase)
        for activity in sheet.activities_in_use()
        for phase in activity.phases
        if phase.starts_at > now and phase.kind in SELLING
    ]
    return tuple(sorted(later, key=lambda each: each.phase.starts_at))


# The coupon and the platform's offer.


def _best(goods: Decimal, held: Sequence[Held]) -> _Plan:
    coupons = [
        (coupon, each.activity) for each in held for coupon in each.activity.coupons if goods >= coupon.threshold
    ]
    platforms = [(each.activity.per_multiple, each.activity) for each in held if each.activity.per_multiple]
    plans = [
        _plan(goods, coupon, platform)
        for coupon in (None, *coupons)
        for platform in (None, *platforms)
        if coupon is None or platform is None or _go_together(coupon[1], platform[1])
    ]
    return min(plans, key=lambda plan: plan.rank)


def _coupons(held: Sequence[Held]) -> list[tuple[Coupon, Activity]]:
    return [(coupon, each.activity) for each in held for coupon in each.activity.coupons]


def _go_together(coupon_of: Activity, platform_of: Activity) -> bool:
    """Both activities must let a coupon and the platform's offer go together: what one forbids is not promised."""
    return coupon_of.stacking.has_coupon_with_platform and platform_of.stacking.has_coupon_with_platform


def _plan(
    goods: Decimal, coupon: tuple[Coupon, Activity] | None, platform: tuple[PerMultiple, Activity] | None
) -> _Plan:
    left, used = goods, None
    if coupon:
        used = Taken(*coupon, off=min(cents(coupon[0].off), left))
        left -= used.off
    if not platform:
        return _Plan(used, None, left, left)
    judged = left if platform[1].stacking.base is Base.AFTER_COUPON else goods
    taken = _multiples(judged, left, *platform)
    return _Plan(used, taken, judged, left - taken.off if taken else left)


def _multiples(judged: Decimal, left: Decimal, offer: PerMultiple, activity: Activity) -> Taken | None:
    times = int(judged // offer.every) if offer.every > 0 else 0
    off = min(cents(offer.off) * times, left, *(() if offer.cap is None else (cents(offer.cap),)))
    return Taken(offer, activity, off, times) if off > 0 else None


def _order_steps(priced: Sequence[Sequence[Step]], goods: Decimal, plan: _Plan) -> Iterator[Step]:
    left = goods
    if len(priced) > 1:
        text = " + ".join(money(steps[-1].result) for steps in priced)
        yield Step(What.GOODS, goods, NOTHING, goods, f"{text} = {money(goods)}")
    for what, taken, judged in ((What.COUPON, plan.coupon, goods), (What.PLATFORM, plan.platform, plan.judged)):
        if taken:
            text = f"{money(left)} − {_off_text(taken)} = {money(left - taken.off)}"
            left -= taken.off
            yield Step(what, judged, -taken.off, left, text, offer_name(taken.rule))


def _off_text(taken: Taken) -> str:
    """What is taken off, as a product where that is exact: a cap or too small a rest may have cut it."""
    is_product = taken.times > 1 and taken.rule.off * taken.times == taken.off
    return f"{money(taken.rule.off)} × {taken.times}" if is_product else money(taken.off)


# Gifts, and what is missing to the next offer.


def _gifts(activity: Activity, goods: Decimal) -> list[Gift]:
    reached = [gift for gift in activity.gifts if goods >= gift.threshold]
    highest = max((gift.threshold for gift in reached), default=NOTHING)
    is_all = not activity.stacking.is_highest_gift_only
    return [gift for gift in reached if is_all or gift.threshold == highest]


def _missing(goods: Decimal, plan: _Plan, held: Sequence[Held]) -> Iterator[Missing]:
    """The next coupon and the next multiple that make the order cheaper, and the next gifts."""
    for amount in _coupon_thresholds(goods, held):
        then = _best(amount, held)
        if then.coupon and _off(then.coupon) > _off(plan.coupon) and _gain(goods, plan, amount, then) > 0:
            yield _next(then.coupon, goods, plan, amount, then)
            break
    for amount in _multiple_thresholds(goods, held):
        then = _best(amount, held)
        if then.platform and _off(then.platform) > _off(plan.platform) and _gain(goods, plan, amount, then) > 0:
            yield _next(then.platform, goods, plan, amount, then)
            break
    yield from _next_gifts(goods, held)


def _next_gifts(goods: Decimal, held: Sequence[Held]) -> Iterator[Missing]:
    """The gifts of the lowest threshold that is not reached yet."""
    later = [(gift, each.activity) for each in held for gift in each.activity.gifts if gift.threshold > goods]
    threshold = min((gift.threshold for gift, _ in later), default=goods)
    total = _best(threshold, held).total
    for gift, activity in later:
        if gift.threshold == threshold:
            yield Missing(gift, activity, threshold, threshold - goods, threshold, total, NOTHING)


def _coupon_thresholds(goods: Decimal, held: Sequence[Held]) -> list[Decimal]:
    """The amounts above the goods at which a coupon comes within reach."""
    return sorted({coupon.threshold for coupon, _ in _coupons(held) if coupon.threshold > goods})


def _multiple_thresholds(goods: Decimal, held: Sequence[Held]) -> list[Decimal]:
    """The amounts above the goods at which the platform may take off more, whichever coupon is used then."""
    found = set()
    coupon_offs = {NOTHING, *(coupon.off for coupon, _ in _coupons(held))}
    for activity in (each.activity for each in held):
        offer = activity.per_multiple
        if not offer or offer.every <= 0:
            continue
        for off in coupon_offs if activity.stacking.base is Base.AFTER_COUPON else {NOTHING}:
            times = max(0, int((goods - off) // offer.every))
            found |= {offer.every * (times + step) + off for step in (1, 2)}
    return sorted(amount for amount in found if amount > goods)


def _next(taken: Taken, goods: Decimal, plan: _Plan, amount: Decimal, then: _Plan) -> Missing:
    rule = taken.rule
    threshold = rule.threshold if isinstance(rule, Coupon) else rule.every * taken.times
    gain = _gain(goods, plan, amount, then)
    return Missing(rule, taken.activity, threshold, amount - goods, amount, then.total, gain)


def _off(taken: Taken | None) -> Decimal:
    return taken.off if taken else NOTHING


def _gain(goods: Decimal, plan: _Plan, amount: Decimal, then: _Plan) -> Decimal:
    return (amount - then.total) - (goods - plan.total)


# What the agent should know.


def _limits(lines: Sequence[Line], held: Sequence[Held]) -> Iterator[Warned]:
    pieces = sum(line.count for line in lines)
    for activity in (each.activity for each in held):
        if activity.limit and pieces > activity.limit.count:
            names = (activity.name, str(activity.limit.count), str(pieces))
            yield Warned("limit", names, activity.limit.answer_above)


def _lines_warned(lines: Sequence[Line], sheet: Sheet, held: Sequence[Held]) -> Iterator[Warned]:
    products = [sheet.products[line.product_id] for line in lines if line.product_id in sheet.products]
    for product in {product.id: product for product in products if product.is_out}.values():
        yield Warned("sold_out", (product.name,))
    phases = [phase for each in held for phase in each.phases if phase.rate is not None and phase.product_ids]
    if any(not line.product_id for line in lines):
        for phase in phases:
            yield Warned("only_products", (phase.name,))


def _left_out(goods: Decimal, plan: _Plan, held: Sequence[Held]) -> Iterator[Warned]:
    """Tells that a coupon and the platform's offer would both be reached, but only one of them is taken."""
    if bool(plan.coupon) == bool(plan.platform):
        return
    has_coupon = any(goods >= coupon.threshold for coupon, _ in _coupons(held))
    has_platform = any(
        each.activity.per_multiple and _multiples(goods, goods, each.activity.per_multiple, each.activity)
        for each in held
    )
    if has_coupon and has_platform:
        taken = plan.coupon or plan.platform
        assert taken is not None
        yield Warned("not_together", (offer_name(taken.rule),))
